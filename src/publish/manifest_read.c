#include "manifest_read.h"

#include "files.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST_MANIFEST = 16 * 1024 * 1024, LONGEST_NAME = 255 };

static json_t *parsed(struct sv text)
{
    return json_loadb(text.data ? text.data : "", text.size, JSON_REJECT_DUPLICATES, NULL);
}

/* Empty when the value is none or no string. */
static struct sv string_of(const json_t *value, struct arena *arena)
{
    return !json_is_string(value)
               ? (struct sv){0}
               : sv_copy(arena, (struct sv){json_string_value(value), json_string_length(value)});
}

/* ---- What decides what a run writes ---- */

static const char *const basis_members[] = {
    "program", "programversion", "rapport", "periode", "udgave", "dato", "valg", "input", "fund_ved_laesning",
};

static struct sv basis_of(const json_t *manifest, struct arena *arena)
{
    struct sv copy = {0};
    json_t *basis = json_object();
    bool good = basis != NULL;
    for (size_t i = 0; good && i < sizeof basis_members / sizeof *basis_members; i++) {
        json_t *member = json_object_get(manifest, basis_members[i]);
        good = member && json_object_set(basis, basis_members[i], member) == 0;
    }
    char *text = good ? json_dumps(basis, JSON_COMPACT | JSON_SORT_KEYS) : NULL;
    if (text)
        copy = sv_copy(arena, sv_of(text));
    free(text);
    json_decref(basis);
    return copy;
}

struct sv manifest_basis(struct sv text, struct arena *arena)
{
    json_t *manifest = parsed(text);
    const struct sv basis = basis_of(manifest, arena);
    json_decref(manifest);
    return basis;
}

/* ---- Outputs ---- */

static bool is_file_name(struct sv name)
{
    return name.size && name.size <= LONGEST_NAME && name.data[0] != '.' && !sv_is(name, MANIFEST_FILE) &&
           sv_find(name, '/') == SIZE_MAX;
}

static int hex_digit(char c)
{
    const char *const digits = "0123456789abcdef";
    const char *found = c ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) : -1;
}

static bool take_digest(unsigned char digest[SHA256_BYTES], struct sv hex)
{
    if (hex.size != SHA256_HEX)
        return false;
    for (size_t i = 0; i < SHA256_BYTES; i++) {
        const int high = hex_digit(hex.data[2 * i]);
        const int low = hex_digit(hex.data[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        digest[i] = (unsigned char)(high * 16 + low);
    }
    return true;
}

static bool take_output(struct manifest_output *output, const json_t *value, struct arena *arena)
{
    const json_t *size = json_object_get(value, "byte");
    output->name = string_of(json_object_get(value, "fil"), arena);
    if (!is_file_name(output->name) || !json_is_integer(size) || json_integer_value(size) < 0)
        return false;
    output->size = (uint64_t)json_integer_value(size);
    return take_digest(output->sha256, string_of(json_object_get(value, "sha256"), arena));
}

static bool take_outputs(struct past_run *run, const json_t *list, struct arena *arena)
{
    if (!json_is_array(list))
        return false;
    run->output_count = json_array_size(list);
    run->outputs = arena_array(arena, run->output_count, sizeof *run->outputs);
    for (size_t i = 0; i < run->output_count; i++)
        if (!take_output(&run->outputs[i], json_array_get(list, i), arena))
            return false;
    return run->output_count > 0;
}

/* ---- The whole ---- */

static bool take_version(struct past_run *run, const json_t *manifest, struct arena *arena)
{
    const json_t *version = json_object_get(manifest, "version");
    const json_t *reason = json_object_get(manifest, "begrundelse");
    if (!json_is_integer(version) || json_integer_value(version) < 1 ||
        json_integer_value(version) > HIGHEST_VERSION || !json_is_string(reason))
        return false;
    run->version = (unsigned)json_integer_value(version);
    run->reason = string_of(reason, arena);
    return true;
}

bool manifest_parse(struct past_run *run, struct sv text, struct arena *arena)
{
    json_t *manifest = parsed(text);
    *run = (struct past_run){.basis = basis_of(manifest, arena)};
    const bool good = run->basis.size && take_version(run, manifest, arena) &&
                      take_outputs(run, json_object_get(manifest, "output"), arena);
    json_decref(manifest);
    return good;
}

static bool read_whole(int descriptor, struct buffer *text)
{
    struct stat status;
    char piece[4096];
    ssize_t got;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    while ((got = read(descriptor, piece, sizeof piece)) > 0 && text->size <= LARGEST_MANIFEST)
        buffer_add(text, (struct sv){piece, (size_t)got});
    return got == 0;
}

bool manifest_read(struct past_run *run, const char *folder, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    const char *path = sv_format(arena, "%s/%s", folder, MANIFEST_FILE).data;
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    *run = (struct past_run){0};
    if (descriptor < 0)
        return false;
    const bool whole = read_whole(descriptor, &text);
    close(descriptor);
    return whole && manifest_parse(run, buffer_view(&text), arena);
}

static bool holds(const struct manifest_output *output, const char *folder, struct arena *arena)
{
    struct stat status;
    struct sv fault;
    unsigned char digest[SHA256_BYTES];
    uint64_t size;
    const char *path = sv_format(arena, "%s/%.*s", folder, SV_ARG(output->name)).data;
    return lstat(path, &status) == 0 && S_ISREG(status.st_mode) && (uint64_t)status.st_size == output->size &&
           file_digest(path, digest, &size, arena, &fault) && size == output->size &&
           memcmp(digest, output->sha256, SHA256_BYTES) == 0;
}

bool manifest_outputs_hold(const struct past_run *run, const char *folder, struct arena *arena)
{
    for (size_t i = 0; i < run->output_count; i++)
        if (!holds(&run->outputs[i], folder, arena))
            return false;
    return true;
}

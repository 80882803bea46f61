#include "manifest_read.h"

#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST_MANIFEST = 16 * 1024 * 1024, LONGEST_NAME = 255 };

static json_t *parsed(struct sv text)
{
    return json_loadb(sv_bytes(text), text.size, JSON_REJECT_DUPLICATES, NULL);
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

/* ---- Files ---- */

static int hex_digit(char c)
{
    static const char digits[] = {'0', '1', '2', '3', '4', '5', '6', '7',
                                  '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    const char *found = memchr(digits, c, sizeof digits);
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

/* Inputs and outputs have these three alike. */
static bool take_file(const json_t *value, struct sv *name, uint64_t *size,
                      unsigned char digest[SHA256_BYTES], struct arena *arena)
{
    const json_t *bytes = json_object_get(value, "byte");
    *name = string_of(json_object_get(value, "fil"), arena);
    if (!name->size || !json_is_integer(bytes) || json_integer_value(bytes) < 0)
        return false;
    *size = (uint64_t)json_integer_value(bytes);
    return take_digest(digest, string_of(json_object_get(value, "sha256"), arena));
}

/* Of a name that is not empty. */
static bool is_file_name(struct sv name)
{
    return name.size <= LONGEST_NAME && name.data[0] != '.' && !sv_is(name, MANIFEST_FILE) &&
           sv_find(name, '/') == SIZE_MAX;
}

static bool take_outputs(struct past_run *run, const json_t *list, struct arena *arena)
{
    if (!json_is_array(list))
        return false;
    run->output_count = json_array_size(list);
    run->outputs = arena_array(arena, run->output_count, sizeof *run->outputs);
    for (size_t i = 0; i < run->output_count; i++) {
        struct manifest_output *output = &run->outputs[i];
        if (!take_file(json_array_get(list, i), &output->name, &output->size, output->sha256, arena) ||
            !is_file_name(output->name))
            return false;
    }
    return run->output_count > 0;
}

static bool take_inputs(struct past_run *run, const json_t *list, struct arena *arena)
{
    if (!json_is_array(list))
        return false;
    run->input_count = json_array_size(list);
    run->inputs = arena_array(arena, run->input_count, sizeof *run->inputs);
    for (size_t i = 0; i < run->input_count; i++) {
        struct manifest_input *input = &run->inputs[i];
        if (!take_file(json_array_get(list, i), &input->name, &input->size, input->sha256, arena))
            return false;
    }
    return true;
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

static bool take_options(struct past_run *run, json_t *list, struct arena *arena)
{
    if (!json_is_object(list))
        return false;
    run->options = arena_array(arena, json_object_size(list), sizeof *run->options);
    for (void *at = json_object_iter(list); at; at = json_object_iter_next(list, at)) {
        const json_t *value = json_object_iter_value(at);
        if (json_typeof(value) != JSON_STRING)
            return false;
        run->options[run->option_count++] = (struct manifest_option){
            sv_text(arena, sv_of(json_object_iter_key(at))), string_of(value, arena)};
    }
    return true;
}

static bool take_names(struct past_run *run, const json_t *manifest, struct arena *arena)
{
    const struct {
        const char *name;
        struct sv *value;
    } members[] = {{"programversion", &run->program_version},
                   {"rapport", &run->report},
                   {"periode", &run->period},
                   {"dato", &run->document_date}};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const json_t *value = json_object_get(manifest, members[i].name);
        if (!json_is_string(value))
            return false;
        *members[i].value = string_of(value, arena);
    }
    return true;
}

bool manifest_parse(struct past_run *run, struct sv text, struct arena *arena)
{
    json_t *manifest = parsed(text);
    *run = (struct past_run){0};
    const bool good = take_version(run, manifest, arena) && take_names(run, manifest, arena) &&
                      take_options(run, json_object_get(manifest, "valg"), arena) &&
                      take_inputs(run, json_object_get(manifest, "input"), arena) &&
                      take_outputs(run, json_object_get(manifest, "output"), arena);
    run->basis = good ? basis_of(manifest, arena) : (struct sv){0};
    json_decref(manifest);
    return run->basis.size > 0;
}

bool manifest_text(const char *folder, struct sv *text, struct arena *arena)
{
    return file_read(sv_format(arena, "%s/%s", folder, MANIFEST_FILE).data, LARGEST_MANIFEST, text, arena);
}

bool manifest_read(struct past_run *run, const char *folder, struct arena *arena)
{
    struct sv text;
    *run = (struct past_run){0};
    return manifest_text(folder, &text, arena) && manifest_parse(run, text, arena);
}

const char *output_fault(enum output_state state)
{
    static const char *const faults[] = {
        [OUTPUT_HOLDS] = NULL,
        [OUTPUT_MISSING] = "mangler",
        [OUTPUT_CHANGED] = "er ændret, efter at rapporten blev skrevet",
        [OUTPUT_UNREADABLE] = "kan ikke læses",
    };
    return faults[state];
}

enum output_state manifest_output_state(const struct manifest_output *output, const char *folder,
                                        struct arena *arena, struct sv *fault)
{
    struct stat status;
    unsigned char digest[SHA256_BYTES];
    uint64_t size;
    const char *path = sv_format(arena, "%s/%.*s", folder, SV_ARG(output->name)).data;
    if (lstat(path, &status) != 0) {
        if (errno == ENOENT)
            return OUTPUT_MISSING;
        *fault = file_fault(arena, "læse", path);
        return OUTPUT_UNREADABLE;
    }
    if (!S_ISREG(status.st_mode) || (uint64_t)status.st_size != output->size)
        return OUTPUT_CHANGED;
    if (!file_digest(path, digest, &size, arena, fault))
        return OUTPUT_UNREADABLE;
    return memcmp(digest, output->sha256, SHA256_BYTES) == 0 ? OUTPUT_HOLDS : OUTPUT_CHANGED;
}

bool manifest_outputs_hold(const struct past_run *run, const char *folder, struct arena *arena)
{
    struct sv fault;
    for (size_t i = 0; i < run->output_count; i++)
        if (manifest_output_state(&run->outputs[i], folder, arena, &fault) != OUTPUT_HOLDS)
            return false;
    return true;
}

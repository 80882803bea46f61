#include "kept_input.h"

#include "files.h"
#include "versions.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 };

#define KEPT_FOLDER ".tilstand"
#define UNFINISHED "under-arbejde"
#define VERSION "version-"

static const char *all_of(const char *output, struct arena *arena)
{
    return sv_format(arena, "%s/%s", output, KEPT_FOLDER).data;
}

/* False only when it is certain that there is nothing of that name. */
static bool may_be_there(const char *path)
{
    return path_is_there(path) || (errno != ENOENT && errno != ENOTDIR);
}

static const char *folder_of(const char *output, const char *name, struct arena *arena)
{
    return sv_format(arena, "%s/%s/%s", output, KEPT_FOLDER, name).data;
}

const char *kept_input_path(const char *output, const char *name, unsigned version, struct arena *arena)
{
    return sv_format(arena, "%s/" VERSION "%u", folder_of(output, name, arena), version).data;
}

bool kept_input_is_lost(const char *output, const char *name, unsigned version, struct arena *arena)
{
    return !may_be_there(kept_input_path(output, name, version, arena));
}

/* ---- One file ---- */

/* A copy in the making. */
struct copy {
    int from, to;
    struct sha256 *digest;
};

/* Copies what `from` holds; false with the name of what went wrong. */
static bool copy_bytes(const struct copy *copy, struct arena *scratch, const char **wrong)
{
    char *piece = arena_alloc(scratch, PIECE);
    ssize_t got;
    *wrong = "læse";
    while ((got = read(copy->from, piece, PIECE)) > 0) {
        sha256_add(copy->digest, piece, (size_t)got);
        if (!bytes_write(copy->to, (struct sv){piece, (size_t)got})) {
            *wrong = "skrive";
            return false;
        }
    }
    if (got < 0)
        return false;
    *wrong = "skrive";
    return fsync(copy->to) == 0;
}

static bool open_copy(struct copy *copy, const char *from, const char *to, struct arena *arena,
                      struct sv *fault)
{
    *copy = (struct copy){.from = open(from, O_RDONLY | O_CLOEXEC), .to = -1};
    if (copy->from < 0) {
        *fault = file_fault(arena, "læse", from);
        return false;
    }
    copy->to = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    copy->digest = copy->to < 0 ? NULL : sha256_begin();
    if (!copy->digest)
        *fault = file_fault(arena, "skrive", to);
    return copy->digest != NULL;
}

static bool close_copy(const struct copy *copy, unsigned char digest[SHA256_BYTES])
{
    if (copy->digest)
        sha256_end(copy->digest, digest);
    if (copy->from >= 0)
        close(copy->from);
    return copy->to < 0 || close(copy->to) == 0;
}

static bool copy_file(const char *from, const char *to, const struct manifest_input *input,
                      struct arena *arena, struct sv *fault)
{
    struct copy copy;
    struct arena scratch;
    unsigned char digest[SHA256_BYTES];
    const char *wrong = "skrive";
    arena_init(&scratch, arena->exhausted);
    bool good = open_copy(&copy, from, to, arena, fault);
    if (good && !copy_bytes(&copy, &scratch, &wrong)) {
        *fault = file_fault(arena, wrong, strcmp(wrong, "læse") == 0 ? from : to);
        good = false;
    }
    if (!close_copy(&copy, digest) && good) {
        *fault = file_fault(arena, "skrive", to);
        good = false;
    }
    arena_free(&scratch);
    if (good && memcmp(digest, input->sha256, SHA256_BYTES) != 0) {
        *fault =
            sv_format(arena, "Filen »%.*s« er ændret, mens programmet kørte. Kør igen.", SV_ARG(input->name));
        good = false;
    }
    return good;
}

/* The version before has the same file, and it is whole: then one copy serves both. */
static bool link_file(const char *previous, const char *to, const struct manifest_input *input,
                      struct arena *arena)
{
    unsigned char digest[SHA256_BYTES];
    uint64_t size;
    struct sv fault;
    struct stat status;
    return lstat(previous, &status) == 0 && S_ISREG(status.st_mode) &&
           (uint64_t)status.st_size == input->size && file_digest(previous, digest, &size, arena, &fault) &&
           memcmp(digest, input->sha256, SHA256_BYTES) == 0 && link(previous, to) == 0;
}

/* ---- Folders ---- */

/* Why a folder cannot be ours: what is there instead, for the current errno. */
static struct sv own_fault(const char *path, struct arena *arena)
{
    const int number = errno;
    struct stat status;
    const bool is_there = lstat(path, &status) == 0;
    if (is_there && S_ISLNK(status.st_mode))
        return sv_format(arena,
                         "»%s« er en genvej (symbolsk lænke) og ikke en mappe. Rækker om borgere bliver kun "
                         "gemt i en rigtig mappe: Flyt genvejen, og kør igen.",
                         path);
    if (is_there && S_ISDIR(status.st_mode) && status.st_uid != geteuid())
        return sv_format(arena,
                         "Mappen »%s« er en anden brugers, og du må ikke skrive i den. Lad den bruger lave "
                         "rapporten, eller vælg en anden mappe med --output.",
                         path);
    errno = number;
    return file_fault(arena, "oprette mappen", path);
}

/* For the owner alone; one that is there already must be a folder, not a link to one. */
static bool make_own(const char *path, struct arena *arena, struct sv *fault)
{
    struct stat status;
    bool good = mkdir(path, 0700) == 0;
    if (!good && errno == EEXIST && lstat(path, &status) == 0 && S_ISDIR(status.st_mode))
        good = ((status.st_mode & 0777) == 0700 || chmod(path, 0700) == 0) &&
               faccessat(AT_FDCWD, path, R_OK | W_OK | X_OK, AT_EACCESS) == 0;
    if (!good)
        *fault = own_fault(path, arena);
    return good;
}

/* Makes the folders above a file of the copy: those of "tekster/2024/laeringer.md". */
static bool make_above(const char *folder, struct sv name, struct arena *arena, struct sv *fault)
{
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] == '/' &&
            !make_own(sv_format(arena, "%s/%.*s", folder, (int)i, name.data).data, arena, fault))
            return false;
    return true;
}

/* Flushes the list of names of every folder on the way to a file of the copy. */
static bool sync_above(const char *folder, struct sv name, struct arena *arena, struct sv *fault)
{
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] == '/' &&
            !path_sync(sv_format(arena, "%s/%.*s", folder, (int)i, name.data).data, arena, fault))
            return false;
    return true;
}

/* ---- The copy ---- */

static bool keep_file(const struct kept_input *kept, const char *folder, const struct manifest_input *input,
                      struct arena *arena, struct sv *fault)
{
    const char *to = sv_format(arena, "%s/%.*s", folder, SV_ARG(input->name)).data;
    const char *from = sv_format(arena, "%s/%.*s", kept->data, SV_ARG(input->name)).data;
    const char *before = kept_input_path(kept->output, kept->name, kept->previous, arena);
    const char *previous = sv_format(arena, "%s/%.*s", before, SV_ARG(input->name)).data;
    return make_above(folder, input->name, arena, fault) &&
           ((kept->previous && link_file(previous, to, input, arena)) ||
            copy_file(from, to, input, arena, fault));
}

static bool keep_files(const struct kept_input *kept, const char *folder, struct arena *arena,
                       struct sv *fault)
{
    bool good = true;
    for (size_t i = 0; good && i < kept->input_count; i++)
        good = keep_file(kept, folder, &kept->inputs[i], arena, fault);
    for (size_t i = 0; good && i < kept->input_count; i++)
        good = sync_above(folder, kept->inputs[i].name, arena, fault);
    return good && path_sync(folder, arena, fault);
}

static bool put_in_place(const struct kept_input *kept, const char *unfinished, struct arena *arena,
                         struct sv *fault)
{
    const char *place = kept_input_path(kept->output, kept->name, kept->version, arena);
    folder_remove(place, arena);
    if (rename(unfinished, place) != 0) {
        *fault = file_fault(arena, "skrive", place);
        return false;
    }
    return path_sync(folder_of(kept->output, kept->name, arena), arena, fault);
}

bool kept_input_write(const struct kept_input *kept, struct arena *arena, struct sv *fault)
{
    const char *all = all_of(kept->output, arena);
    const char *folder = folder_of(kept->output, kept->name, arena);
    const char *unfinished = sv_format(arena, "%s/%s", folder, UNFINISHED).data;
    if (!make_own(all, arena, fault) || !make_own(folder, arena, fault))
        return false;
    folder_remove(unfinished, arena);
    const bool good = make_own(unfinished, arena, fault) && keep_files(kept, unfinished, arena, fault) &&
                      put_in_place(kept, unfinished, arena, fault) && path_sync(all, arena, fault) &&
                      path_sync(kept->output, arena, fault);
    if (!good)
        folder_remove(unfinished, arena);
    return good;
}

/* ---- Clearing ---- */

/* Whether the name is one that this program gives what it keeps. */
static bool is_ours(struct sv kept)
{
    const struct sv prefix = sv_of(VERSION);
    return sv_is(kept, UNFINISHED) || (sv_starts_with(kept, prefix) && version_number_in(kept, prefix) > 0);
}

/* A report's folder is of the version that its manifest says; of any, while that cannot be read. */
static bool may_have_version(const char *folder, struct sv kept, struct arena *arena)
{
    struct past_run run;
    if (manifest_read(&run, folder, arena))
        return sv_equal(kept, sv_format(arena, VERSION "%u", run.version));
    return may_be_there(folder) && !sv_is(kept, UNFINISHED);
}

/* A folder of that version stands, whatever is in it, or one with another name is of that version. */
static bool any_has_version(const char *output, const char *report, struct sv kept, struct arena *arena)
{
    struct sv *names;
    if (may_be_there(sv_format(arena, "%s/%s.%.*s", output, report, SV_ARG(kept)).data))
        return true;
    const size_t count = folder_names(output, sv_format(arena, "%s." VERSION, report), &names, arena);
    const bool is_all = errno == 0;
    for (size_t i = 0; i < count; i++)
        if (may_have_version(sv_format(arena, "%s/%.*s", output, SV_ARG(names[i])).data, kept, arena))
            return true;
    return !is_all;
}

/* Whether a version of the report was made of it: the newest, an older one, or one on its way aside. */
static bool is_needed(const char *output, const char *name, struct sv kept, struct arena *arena)
{
    return may_have_version(sv_format(arena, "%s/%s", output, name).data, kept, arena) ||
           any_has_version(output, name, kept, arena) ||
           any_has_version(output, sv_format(arena, ".%s", name).data, kept, arena);
}

/* The folders that are kept of the report and not needed; returns how many. What is not of this program's
 * making is none of them, nor what a link leads to. */
static size_t find_stale(const char *output, const char *name, const char ***stale, struct arena *arena)
{
    struct sv *kept;
    const char *folder = folder_of(output, name, arena);
    if (!folder_is_there(all_of(output, arena)) || !folder_is_there(folder))
        return 0;
    const size_t count = folder_names(folder, (struct sv){0}, &kept, arena);
    size_t found = 0;
    *stale = arena_array(arena, count, sizeof **stale);
    for (size_t i = 0; i < count; i++) {
        const char *path = sv_format(arena, "%s/%.*s", folder, SV_ARG(kept[i])).data;
        if (is_ours(kept[i]) && folder_is_there(path) && !is_needed(output, name, kept[i], arena))
            (*stale)[found++] = path;
    }
    return found;
}

bool kept_input_is_stale(const char *output, const char *name, struct arena *arena)
{
    const char **paths;
    return find_stale(output, name, &paths, arena) > 0;
}

void kept_input_clear(const char *output, const char *name, struct arena *arena)
{
    const char **paths;
    const size_t count = find_stale(output, name, &paths, arena);
    for (size_t i = 0; i < count; i++)
        folder_remove(paths[i], arena);
    if (count)
        rmdir(folder_of(output, name, arena)); /* which only succeeds when nothing is kept */
}

/* ---- What is kept ---- */

static uint64_t bytes_below(const char *path, struct arena *arena)
{
    struct stat status;
    struct sv *names;
    uint64_t bytes = 0;
    if (lstat(path, &status) != 0)
        return 0;
    if (S_ISREG(status.st_mode))
        return (uint64_t)status.st_size / (uint64_t)(status.st_nlink ? status.st_nlink : 1);
    const size_t count = S_ISDIR(status.st_mode) ? folder_names(path, (struct sv){0}, &names, arena) : 0;
    for (size_t i = 0; i < count; i++)
        bytes += bytes_below(sv_format(arena, "%s/%.*s", path, SV_ARG(names[i])).data, arena);
    return bytes;
}

static size_t versions_in(const char *folder, struct arena *arena)
{
    struct sv *names;
    size_t versions = 0;
    const size_t count = folder_names(folder, sv_of(VERSION), &names, arena);
    for (size_t i = 0; i < count; i++)
        versions += is_ours(names[i]);
    return versions;
}

/* The newest, an older one, or one on its way. */
static bool report_stands(const char *output, const char *name, struct arena *arena)
{
    struct sv *names;
    return may_be_there(sv_format(arena, "%s/%s", output, name).data) ||
           folder_names(output, sv_format(arena, "%s." VERSION, name), &names, arena) ||
           folder_names(output, sv_format(arena, ".%s.", name), &names, arena);
}

size_t kept_input_list(const char *output, struct kept_report **reports, struct arena *arena)
{
    struct sv *names;
    const char *all = all_of(output, arena);
    const size_t count = folder_is_there(all) ? folder_names(all, (struct sv){0}, &names, arena) : 0;
    size_t found = 0;
    *reports = arena_array(arena, count, sizeof **reports);
    for (size_t i = 0; i < count; i++) {
        const char *name = sv_text(arena, names[i]);
        const char *folder = folder_of(output, name, arena);
        if (folder_is_there(folder))
            (*reports)[found++] = (struct kept_report){
                .name = names[i],
                .versions = versions_in(folder, arena),
                .bytes = bytes_below(folder, arena),
                .stands = report_stands(output, name, arena),
            };
    }
    return found;
}

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

static const char *folder_of(const char *output, const char *name, struct arena *arena)
{
    return sv_format(arena, "%s/%s/%s", output, KEPT_FOLDER, name).data;
}

const char *kept_input_path(const char *output, const char *name, unsigned version, struct arena *arena)
{
    return sv_format(arena, "%s/version-%u", folder_of(output, name, arena), version).data;
}

/* ---- One file ---- */

/* A copy in the making. */
struct copy {
    int from, to;
    struct sha256 *digest;
};

static bool write_piece(int descriptor, const char *piece, size_t size)
{
    while (size) {
        const ssize_t written = write(descriptor, piece, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        piece += written;
        size -= (size_t)written;
    }
    return true;
}

/* Copies what `from` holds; false with the name of what went wrong. */
static bool copy_bytes(const struct copy *copy, struct arena *scratch, const char **wrong)
{
    char *piece = arena_alloc(scratch, PIECE);
    ssize_t got;
    *wrong = "læse";
    while ((got = read(copy->from, piece, PIECE)) > 0) {
        sha256_add(copy->digest, piece, (size_t)got);
        if (!write_piece(copy->to, piece, (size_t)got)) {
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

static bool make_own(const char *path, struct arena *arena, struct sv *fault)
{
    struct stat status;
    const bool made = mkdir(path, 0700) == 0;
    if (made || (errno == EEXIST && lstat(path, &status) == 0 && S_ISDIR(status.st_mode)))
        if (made || (status.st_mode & 0777) == 0700 || chmod(path, 0700) == 0)
            return true;
    *fault = file_fault(arena, "oprette mappen", path);
    return false;
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
    const char *all = sv_format(arena, "%s/%s", kept->output, KEPT_FOLDER).data;
    const char *folder = folder_of(kept->output, kept->name, arena);
    const char *unfinished = sv_format(arena, "%s/%s", folder, UNFINISHED).data;
    folder_remove(unfinished, arena);
    const bool good = make_own(all, arena, fault) && make_own(folder, arena, fault) &&
                      make_own(unfinished, arena, fault) && keep_files(kept, unfinished, arena, fault) &&
                      put_in_place(kept, unfinished, arena, fault) && path_sync(all, arena, fault) &&
                      path_sync(kept->output, arena, fault);
    if (!good)
        folder_remove(unfinished, arena);
    return good;
}

/* ---- Clearing ---- */

static bool folder_has_version(const char *folder, struct sv kept, struct arena *arena)
{
    struct past_run run;
    return manifest_read(&run, folder, arena) && sv_equal(kept, sv_format(arena, "version-%u", run.version));
}

/* The same of any of the folders whose names begin so. */
static bool any_has_version(const char *output, struct sv prefix, struct sv kept, struct arena *arena)
{
    struct sv *names;
    const size_t count = folder_names(output, prefix, &names, arena);
    for (size_t i = 0; i < count; i++)
        if (folder_has_version(sv_format(arena, "%s/%.*s", output, SV_ARG(names[i])).data, kept, arena))
            return true;
    return false;
}

/* Whether a version of the report was made of it: the newest, an older one, or one on its way aside. */
static bool is_needed(const char *output, const char *name, struct sv kept, struct arena *arena)
{
    return folder_has_version(sv_format(arena, "%s/%s", output, name).data, kept, arena) ||
           any_has_version(output, sv_format(arena, "%s.version-", name), kept, arena) ||
           any_has_version(output, sv_format(arena, ".%s.version-", name), kept, arena);
}

/* What is kept of the report and not needed; returns how many. */
static size_t find_stale(const char *output, const char *name, const char ***stale, struct arena *arena)
{
    struct sv *kept;
    const char *folder = folder_of(output, name, arena);
    const size_t count = folder_names(folder, (struct sv){0}, &kept, arena);
    size_t found = 0;
    *stale = arena_array(arena, count, sizeof **stale);
    for (size_t i = 0; i < count; i++)
        if (!is_needed(output, name, kept[i], arena))
            (*stale)[found++] = sv_format(arena, "%s/%.*s", folder, SV_ARG(kept[i])).data;
    return found;
}

static bool any_name(const char *output, struct sv prefix, struct arena *arena)
{
    struct sv *names;
    return folder_names(output, prefix, &names, arena) > 0;
}

/* A report without a folder, a version, or anything that a run at work has: its lock is there from the first.
 */
static bool is_gone(const char *output, struct sv name, struct arena *arena)
{
    struct stat status;
    return lstat(sv_format(arena, "%s/%.*s", output, SV_ARG(name)).data, &status) != 0 &&
           !any_name(output, sv_format(arena, "%.*s.version-", SV_ARG(name)), arena) &&
           !any_name(output, sv_format(arena, ".%.*s.", SV_ARG(name)), arena);
}

/* The folders of reports other than this that are gone; returns how many. */
static size_t find_gone(const char *output, const char *name, const char ***gone, struct arena *arena)
{
    struct sv *reports;
    const char *all = sv_format(arena, "%s/%s", output, KEPT_FOLDER).data;
    const size_t count = folder_names(all, (struct sv){0}, &reports, arena);
    size_t found = 0;
    *gone = arena_array(arena, count, sizeof **gone);
    for (size_t i = 0; i < count; i++)
        if (!sv_is(reports[i], name) && is_gone(output, reports[i], arena))
            (*gone)[found++] = sv_format(arena, "%s/%.*s", all, SV_ARG(reports[i])).data;
    return found;
}

bool kept_input_is_stale(const char *output, const char *name, struct arena *arena)
{
    const char **paths;
    return find_stale(output, name, &paths, arena) || find_gone(output, name, &paths, arena);
}

/* Never follows a link that somebody has put there. */
static void remove_all(const char *const *paths, size_t count, struct arena *arena)
{
    struct stat status;
    for (size_t i = 0; i < count; i++)
        if (lstat(paths[i], &status) == 0 && S_ISDIR(status.st_mode))
            folder_remove(paths[i], arena);
        else
            unlink(paths[i]);
}

void kept_input_clear(const char *output, const char *name, struct arena *arena)
{
    const char **paths;
    size_t count = find_stale(output, name, &paths, arena);
    remove_all(paths, count, arena);
    rmdir(folder_of(output, name, arena)); /* which only succeeds when nothing is kept */
    count = find_gone(output, name, &paths, arena);
    remove_all(paths, count, arena);
}

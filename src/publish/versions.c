#include "versions.h"

#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- Names ---- */

static struct sv version_prefix(const char *name, struct arena *arena)
{
    return sv_format(arena, "%s.version-", name);
}

static struct sv hidden_prefix(const char *name, struct arena *arena)
{
    return sv_format(arena, ".%s.version-", name);
}

struct sv version_path(const char *output, const char *name, unsigned number, struct arena *arena)
{
    return sv_format(arena, "%s/%s.version-%u", output, name, number);
}

static const char *hidden_path(const char *output, const char *name, unsigned number, struct arena *arena)
{
    return sv_format(arena, "%s/.%s.version-%u", output, name, number).data;
}

unsigned version_number_in(struct sv name, struct sv prefix)
{
    const struct sv digits = sv_slice(name, prefix.size, name.size);
    unsigned number = 0;
    if (!digits.size || digits.data[0] == '0')
        return 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9' || number > HIGHEST_VERSION)
            return 0;
        number = number * 10 + (unsigned)(digits.data[i] - '0');
    }
    return number <= HIGHEST_VERSION ? number : 0;
}

static unsigned highest_with(const char *output, struct sv prefix, struct arena *arena)
{
    struct sv *names;
    unsigned highest = 0;
    const size_t count = folder_names(output, prefix, &names, arena);
    for (size_t i = 0; i < count; i++) {
        const unsigned number = version_number_in(names[i], prefix);
        highest = number > highest ? number : highest;
    }
    return highest;
}

static unsigned larger(unsigned a, unsigned b)
{
    return a > b ? a : b;
}

/* The highest number that a folder bears; `newest` is the number in the report's own folder or 0. */
static unsigned highest_known(const char *output, const char *name, unsigned newest, struct arena *arena)
{
    const unsigned shown = highest_with(output, version_prefix(name, arena), arena);
    const unsigned hidden = highest_with(output, hidden_prefix(name, arena), arena);
    return larger(newest, larger(shown, hidden));
}

/* ---- Looking ---- */

const char *workbook_of_lock(struct sv name, struct arena *arena)
{
    static const struct {
        struct sv before, after;
    } patterns[] = {{SV("~$"), SV(".xlsx")}, {SV(".~lock."), SV(".xlsx#")}};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        const struct sv before = patterns[i].before;
        if (!sv_starts_with(name, before) || !sv_ends_with(name, patterns[i].after))
            continue;
        const size_t size = name.size - before.size - (patterns[i].after.size - sv_of(".xlsx").size);
        return sv_text(arena, sv_slice(name, before.size, size));
    }
    return NULL;
}

static const char *find_open_workbook(const char *folder, struct arena *arena)
{
    struct sv *names;
    const char *found = NULL;
    const size_t count = folder_names(folder, (struct sv){0}, &names, arena);
    for (size_t i = 0; i < count && !found; i++)
        found = workbook_of_lock(names[i], arena);
    return found;
}

static bool is_unfinished(const char *output, const char *name, struct arena *arena)
{
    static const char *const rests[] = {"under-arbejde-", "version-", "laas"};
    struct sv *names;
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        if (folder_names(output, sv_format(arena, ".%s.%s", name, rests[i]), &names, arena))
            return true;
    return false;
}

struct versions versions_look(const char *output, const char *name, struct arena *arena)
{
    struct versions versions = {.folder = sv_format(arena, "%s/%s", output, name).data};
    versions.exists = path_is_there(versions.folder);
    versions.known = versions.exists && manifest_read(&versions.newest, versions.folder, arena);
    const unsigned own = versions.known ? versions.newest.version : 0;
    const unsigned highest = highest_known(output, name, own, arena);
    const bool is_free = own && !path_is_there(version_path(output, name, own, arena).data);
    if (versions.exists)
        versions.old_number = is_free ? own : highest + 1;
    versions.next = larger(highest, versions.old_number) + 1;
    versions.unfinished = is_unfinished(output, name, arena);
    versions.open_workbook = versions.exists ? find_open_workbook(versions.folder, arena) : NULL;
    return versions;
}

/* Takes the folder's version when it is a later one below `number` than what was found. */
static void consider(struct standing_version *found, const char *folder, unsigned number, struct arena *arena)
{
    struct standing_version version = {.folder = folder};
    if (manifest_read(&version.run, folder, arena) && version.run.version < number &&
        (!found->folder || version.run.version > found->run.version))
        *found = version;
}

struct standing_version version_before(const char *output, const char *name, unsigned number,
                                       struct arena *arena)
{
    struct sv *names;
    struct standing_version found = {.folder = NULL};
    const size_t count = folder_names(output, version_prefix(name, arena), &names, arena);
    consider(&found, sv_format(arena, "%s/%s", output, name).data, number, arena);
    for (size_t i = 0; i < count; i++)
        consider(&found, sv_format(arena, "%s/%.*s", output, SV_ARG(names[i])).data, number, arena);
    return found;
}

/* ---- Moving folders ---- */

/* Renames what must not replace anything. */
static bool rename_to_free(const char *from, const char *to)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (path_is_there(to)) {
        errno = EEXIST;
        return false;
    }
    return rename(from, to) == 0;
}

static bool move(const char *from, const char *to, const char *output, struct arena *arena, struct sv *fault)
{
    if (rename_to_free(from, to))
        return path_sync(output, arena, fault);
    *fault = file_fault(arena, "lægge rapporten på plads som", to);
    return false;
}

/* Its own number where that is free, else the next that nobody bears. */
static bool move_to_version(const char *from, const char *output, const char *name, unsigned number,
                            struct arena *arena, struct sv *fault)
{
    struct past_run newest;
    const char *folder = sv_format(arena, "%s/%s", output, name).data;
    const unsigned own = manifest_read(&newest, folder, arena) ? newest.version : 0;
    const char *to = version_path(output, name, number, arena).data;
    if (own == number || path_is_there(to))
        to = version_path(output, name, highest_known(output, name, own, arena) + 1, arena).data;
    return move(from, to, output, arena, fault);
}

/* ---- A new version ---- */

/* Where the file system cannot exchange two names: the old one goes to its version's name first. */
static bool replace_in_two_steps(const char *staged, const char *folder, const char *version)
{
    if (!rename_to_free(folder, version))
        return false;
    if (rename_to_free(staged, folder))
        return true;
    const int number = errno;
    rename_to_free(version, folder);
    errno = number;
    return false;
}

/* From the exchange on the staged name is the old one's: nothing may remove it. */
static bool exchange(struct staging *staging, const struct versions *versions, const char *version,
                     struct sv *fault)
{
    struct arena *arena = staging->arena;
    const char *staged = staging->folder;
    if (renameat2(AT_FDCWD, staged, AT_FDCWD, versions->folder, RENAME_EXCHANGE) == 0) {
        staging->folder = NULL;
        return path_sync(staging->output, arena, fault) &&
               move(staged, version, staging->output, arena, fault);
    }
    if ((errno == EINVAL || errno == ENOSYS) && replace_in_two_steps(staged, versions->folder, version)) {
        staging->folder = NULL;
        return path_sync(staging->output, arena, fault);
    }
    *fault = file_fault(arena, "lægge rapporten på plads som", versions->folder);
    return false;
}

static bool put_in_place(struct staging *staging, const struct versions *versions, struct sv *fault)
{
    struct arena *arena = staging->arena;
    const char *output = staging->output;
    if (!versions->exists)
        return move(staging->folder, versions->folder, output, arena, fault);
    if (!folder_is_there(versions->folder)) {
        *fault = file_fault(arena, "lægge rapporten på plads som", versions->folder);
        return false;
    }
    const char *hidden = hidden_path(output, staging->name, versions->old_number, arena);
    if (strcmp(staging->folder, hidden) != 0 && !rename_to_free(staging->folder, hidden)) {
        *fault = file_fault(arena, "skrive", hidden);
        return false;
    }
    staging->folder = hidden;
    const char *version = version_path(output, staging->name, versions->old_number, arena).data;
    return path_sync(output, arena, fault) && exchange(staging, versions, version, fault);
}

/* ---- After a run that died ---- */

/* There is a manifest, of which errno says why it cannot be read just now. */
static bool may_be_manifest(int number)
{
    return number != 0 && number != ENOENT && number != ENOTDIR && number != ELOOP;
}

/*
 * Whether a new folder lacks nothing: its manifest is written last, after the temporary files are gone.
 * False: nobody can tell before it can be read again, and what may be whole is not to be removed.
 */
static bool look_whole(const char *folder, struct past_run *run, bool *whole, struct arena *arena,
                       struct sv *fault)
{
    struct sv text;
    *whole = false;
    *run = (struct past_run){0};
    if (!manifest_text(folder, &text, arena)) {
        if (!may_be_manifest(errno))
            return true;
        *fault = file_fault(arena, "læse", sv_format(arena, "%s/%s", folder, MANIFEST_FILE).data);
        return false;
    }
    if (!manifest_parse(run, text, arena))
        return true;
    enum output_state state = OUTPUT_HOLDS;
    for (size_t i = 0; i < run->output_count && state == OUTPUT_HOLDS; i++)
        state = manifest_output_state(&run->outputs[i], folder, arena, fault);
    *whole =
        state == OUTPUT_HOLDS && !path_is_there(sv_format(arena, "%s/%s", folder, STAGING_TEMPORARY).data);
    return state != OUTPUT_UNREADABLE;
}

/* The hidden folders of the report whose names begin so; false: they cannot be listed to the last. */
static bool list_left(const char *output, struct sv prefix, struct sv **names, size_t *count,
                      struct arena *arena, struct sv *fault)
{
    *count = folder_names(output, prefix, names, arena);
    if (!errno)
        return true;
    *fault = file_fault(arena, "læse mappen", output);
    return false;
}

/* A new one goes where the report belongs when nothing is there or an older version: as its own run would
 * have put it. */
static bool keep_new(const char *folder, const char *output, const char *name, unsigned number,
                     struct arena *arena, struct sv *fault)
{
    const struct versions versions = versions_look(output, name, arena);
    struct staging staging = {.arena = arena, .output = output, .name = name, .folder = folder, .lock = -1};
    if (!versions.exists || (versions.known && versions.newest.version < number))
        return put_in_place(&staging, &versions, fault);
    return move_to_version(folder, output, name, number, arena, fault);
}

/*
 * .<name>.version-N: the old one, exchanged already, or the new one, whose own number is higher than N.
 */
static bool recover_aside(const char *folder, unsigned number, const char *output, const char *name,
                          struct arena *arena, struct sv *fault)
{
    struct past_run run;
    bool whole;
    if (!look_whole(folder, &run, &whole, arena, fault))
        return false;
    if (whole && run.version > number)
        return keep_new(folder, output, name, run.version, arena, fault);
    return move_to_version(folder, output, name, number, arena, fault);
}

static bool recover_all_aside(const char *output, const char *name, struct arena *arena, struct sv *fault)
{
    struct sv *names;
    size_t count;
    const struct sv prefix = hidden_prefix(name, arena);
    bool good = list_left(output, prefix, &names, &count, arena, fault);
    for (size_t i = 0; good && i < count; i++) {
        const unsigned number = version_number_in(names[i], prefix);
        const char *folder = sv_format(arena, "%s/%.*s", output, SV_ARG(names[i])).data;
        good = !number || recover_aside(folder, number, output, name, arena, fault);
    }
    return good;
}

static bool recover_staged(const char *output, const char *name, struct arena *arena, struct sv *fault)
{
    struct sv *names;
    size_t count;
    bool good = list_left(output, staging_prefix(arena, name), &names, &count, arena, fault);
    for (size_t i = 0; good && i < count; i++) {
        struct past_run run;
        bool whole;
        const char *folder = sv_format(arena, "%s/%.*s", output, SV_ARG(names[i])).data;
        good = look_whole(folder, &run, &whole, arena, fault);
        if (good && whole)
            good = keep_new(folder, output, name, run.version, arena, fault);
    }
    return good;
}

bool versions_recover(const char *output, const char *name, struct arena *arena, struct sv *fault)
{
    if (!recover_all_aside(output, name, arena, fault) || !recover_staged(output, name, arena, fault))
        return false;
    staging_clear(output, name, arena);
    return true;
}

/* ---- The whole ---- */

bool versions_publish(struct staging *staging, const struct versions *versions, struct sv *fault)
{
    const bool good = staging_finish(staging, fault) && put_in_place(staging, versions, fault);
    if (good)
        staging_close(staging);
    else
        staging_discard(staging);
    return good;
}

#include "staging.h"

#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct sv staging_prefix(struct arena *arena, const char *name)
{
    return sv_format(arena, ".%s.under-arbejde-", name);
}

void staging_clear(const char *output, const char *name, struct arena *arena)
{
    struct sv *names;
    const size_t count = folder_names(output, staging_prefix(arena, name), &names, arena);
    for (size_t i = 0; i < count; i++) {
        const char *path = sv_format(arena, "%s/%.*s", output, SV_ARG(names[i])).data;
        const int lock = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (lock < 0)
            continue;
        if (flock(lock, LOCK_EX | LOCK_NB) == 0)
            folder_remove(path, arena);
        close(lock);
    }
}

static bool make_hidden(struct staging *staging, struct sv *fault)
{
    struct arena *arena = staging->arena;
    const struct sv prefix = staging_prefix(arena, staging->name);
    char *folder = (char *)sv_text(arena, sv_format(arena, "%s/%.*sXXXXXX", staging->output, SV_ARG(prefix)));
    staging->folder = mkdtemp(folder);
    if (!staging->folder || chmod(folder, 0755) != 0) {
        *fault = file_fault(arena, "skrive i mappen", staging->output);
        return false;
    }
    staging->lock = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (staging->lock < 0 || flock(staging->lock, LOCK_EX | LOCK_NB) != 0) {
        *fault = file_fault(arena, "låse mappen", folder);
        return false;
    }
    staging->temporary = sv_format(arena, "%s/%s", folder, STAGING_TEMPORARY).data;
    return folder_make(staging->temporary, arena, fault);
}

bool staging_open(struct staging *staging, const char *output, const char *name, struct arena *arena,
                  struct sv *fault)
{
    *staging = (struct staging){.arena = arena, .output = output, .name = name, .lock = -1};
    if (!folder_make(output, arena, fault))
        return false;
    staging_clear(output, name, arena);
    if (make_hidden(staging, fault))
        return true;
    staging_discard(staging);
    return false;
}

bool staging_open_private(struct staging *staging, struct arena *arena, struct sv *fault)
{
    const char *place = getenv("TMPDIR");
    if (!staging_open(staging, place && *place ? place : "/tmp", "aarsrapport", arena, fault))
        return false;
    if (chmod(staging->folder, 0700) == 0)
        return true;
    *fault = file_fault(arena, "skrive i mappen", staging->folder);
    staging_discard(staging);
    return false;
}

const char *staging_path(const struct staging *staging, struct sv file)
{
    return sv_format(staging->arena, "%s/%.*s", staging->folder, SV_ARG(file)).data;
}

/* The file's name alone: the folder is hidden, and gone when the sentence is read. */
static struct sv without_folder(const struct staging *staging, struct sv sentence)
{
    const char *text = sv_text(staging->arena, sentence);
    const size_t size = strlen(staging->folder);
    const char *found = strstr(text, staging->folder);
    return found && found[size] == '/'
               ? sv_format(staging->arena, "%.*s%s", (int)(found - text), text, found + size + 1)
               : sentence;
}

bool staging_write(const struct staging *staging, struct sv file, struct sv content, struct sv *fault)
{
    const bool good = file_write(staging_path(staging, file), content, staging->arena, fault);
    if (!good)
        *fault = without_folder(staging, *fault);
    return good;
}

bool staging_finish(struct staging *staging, struct sv *fault)
{
    folder_remove(staging->temporary, staging->arena);
    if (rmdir(staging->temporary) != 0 && errno != ENOENT) {
        *fault = file_fault(staging->arena, "fjerne mappen", staging->temporary);
        return false;
    }
    const bool good = folder_sync(staging->folder, staging->arena, fault);
    if (!good)
        *fault = without_folder(staging, *fault);
    return good;
}

bool staging_replace(const struct staging *staging, struct sv file, struct sv *fault)
{
    struct arena *arena = staging->arena;
    const char *from = staging_path(staging, file);
    const char *to = sv_format(arena, "%s/%.*s", staging->output, SV_ARG(file)).data;
    if (!path_sync(from, arena, fault))
        return false;
    if (rename(from, to) == 0)
        return path_sync(staging->output, arena, fault);
    *fault = file_fault(arena, "skrive", to);
    return false;
}

bool staging_hand_over(const struct staging *staging, struct sv file, bool *kept, struct sv *fault)
{
    struct stat status;
    const char *from = staging_path(staging, file);
    const char *to = sv_format(staging->arena, "%s/%.*s", staging->output, SV_ARG(file)).data;
    bool moved = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0;
    *kept = !moved && (errno == EEXIST || lstat(to, &status) == 0);
    if (!moved && !*kept)
        moved = rename(from, to) == 0;
    if (!moved && !*kept)
        *fault = file_fault(staging->arena, "skrive", to);
    return moved || *kept;
}

void staging_discard(struct staging *staging)
{
    if (staging->folder)
        folder_remove(staging->folder, staging->arena);
    staging_close(staging);
}

void staging_close(struct staging *staging)
{
    if (staging->lock >= 0)
        close(staging->lock);
    staging->lock = -1;
}

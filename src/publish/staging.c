#include "staging.h"

#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static struct sv hidden_prefix(struct arena *arena, const char *name)
{
    return sv_format(arena, ".%s.under-arbejde-", name);
}

/* Removes what a run that died has left: hidden folders that nobody holds locked. */
static void remove_litter(const char *output, const char *name, struct arena *arena)
{
    const struct sv prefix = hidden_prefix(arena, name);
    DIR *folder = opendir(output);
    if (!folder)
        return;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (!sv_starts_with(sv_of(entry->d_name), prefix))
            continue;
        const char *path = sv_format(arena, "%s/%s", output, entry->d_name).data;
        const int lock = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (lock < 0)
            continue;
        if (flock(lock, LOCK_EX | LOCK_NB) == 0)
            folder_remove(path, arena);
        close(lock);
    }
    closedir(folder);
}

static bool make_hidden(struct staging *staging, struct sv *fault)
{
    struct arena *arena = staging->arena;
    const struct sv prefix = hidden_prefix(arena, staging->name);
    char *folder = (char *)sv_text(arena, sv_format(arena, "%s/%.*sXXXXXX", staging->output, SV_ARG(prefix)));
    if (!mkdtemp(folder) || chmod(folder, 0755) != 0) {
        *fault = file_fault(arena, "skrive i mappen", staging->output);
        return false;
    }
    staging->folder = folder;
    staging->lock = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (staging->lock < 0 || flock(staging->lock, LOCK_EX | LOCK_NB) != 0) {
        *fault = file_fault(arena, "låse mappen", folder);
        return false;
    }
    staging->temporary = sv_format(arena, "%s/.midlertidig", folder).data;
    return folder_make(staging->temporary, arena, fault);
}

bool staging_open(struct staging *staging, const char *output, const char *name, struct arena *arena,
                  struct sv *fault)
{
    *staging = (struct staging){.arena = arena, .output = output, .name = name, .lock = -1};
    if (!folder_make(output, arena, fault))
        return false;
    remove_litter(output, name, arena);
    if (make_hidden(staging, fault))
        return true;
    staging_discard(staging);
    return false;
}

const char *staging_path(const struct staging *staging, struct sv file)
{
    return sv_format(staging->arena, "%s/%.*s", staging->folder, SV_ARG(file)).data;
}

bool staging_write(const struct staging *staging, struct sv file, struct sv content, struct sv *fault)
{
    return file_write(staging_path(staging, file), content, staging->arena, fault);
}

/* Where the file system cannot exchange two names: the old folder steps aside first. */
static bool replace_in_two_steps(const char *folder, const char *target, struct arena *arena)
{
    const char *aside = sv_format(arena, "%s.gammel", folder).data;
    if (rename(target, aside) != 0)
        return false;
    if (rename(folder, target) != 0) {
        const int number = errno;
        rename(aside, target);
        errno = number;
        return false;
    }
    folder_remove(aside, arena);
    return true;
}

static bool move_into_place(const char *folder, const char *target, struct arena *arena)
{
    struct stat status;
    if (lstat(target, &status) != 0)
        return rename(folder, target) == 0;
    if (!S_ISDIR(status.st_mode)) {
        errno = ENOTDIR;
        return false;
    }
    if (renameat2(AT_FDCWD, folder, AT_FDCWD, target, RENAME_EXCHANGE) == 0) {
        folder_remove(folder, arena);
        return true;
    }
    return (errno == EINVAL || errno == ENOSYS) && replace_in_two_steps(folder, target, arena);
}

bool staging_publish(struct staging *staging, struct sv *fault)
{
    struct arena *arena = staging->arena;
    const char *target = sv_format(arena, "%s/%s", staging->output, staging->name).data;
    folder_remove(staging->temporary, arena);
    if (!folder_sync(staging->folder, arena, fault)) {
        staging_discard(staging);
        return false;
    }
    if (!move_into_place(staging->folder, target, arena)) {
        *fault = file_fault(arena, "lægge rapporten på plads som", target);
        staging_discard(staging);
        return false;
    }
    close(staging->lock);
    staging->lock = -1;
    return path_sync(staging->output, arena, fault);
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
    if (staging->lock >= 0)
        close(staging->lock);
    staging->lock = -1;
}

#include "files.h"

#include "buffer.h"
#include "error_da.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct sv file_fault(struct arena *arena, const char *what, const char *path)
{
    const int number = errno;
    return sv_format(arena, "Kan ikke %s »%s«: %s. %s", what, path, error_da(number),
                     error_da_action(number));
}

bool path_is_there(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

bool folder_is_there(const char *path)
{
    struct stat status;
    if (lstat(path, &status) != 0)
        return false;
    if (S_ISDIR(status.st_mode))
        return true;
    errno = S_ISLNK(status.st_mode) ? ELOOP : ENOTDIR;
    return false;
}

bool bytes_write(int descriptor, struct sv bytes)
{
    while (bytes.size) {
        const ssize_t written = write(descriptor, bytes.data, bytes.size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = sv_slice(bytes, (size_t)written, bytes.size);
    }
    return true;
}

bool file_write(const char *path, struct sv content, struct arena *arena, struct sv *fault)
{
    const int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool good = descriptor >= 0 && bytes_write(descriptor, content) && fsync(descriptor) == 0;
    if (!good)
        *fault = file_fault(arena, "skrive", path);
    if (descriptor >= 0 && close(descriptor) != 0 && good) {
        *fault = file_fault(arena, "skrive", path);
        good = false;
    }
    return good;
}

static bool read_all(int descriptor, size_t most, struct buffer *text)
{
    struct stat status;
    char piece[4096];
    ssize_t got;
    if (fstat(descriptor, &status) != 0)
        return false;
    errno = 0;
    if (!S_ISREG(status.st_mode))
        return false;
    while ((got = read(descriptor, piece, sizeof piece)) > 0 && text->size <= most)
        buffer_add(text, (struct sv){piece, (size_t)got});
    return got == 0;
}

bool file_read(const char *path, size_t most, struct sv *text, struct arena *arena)
{
    struct buffer whole = buffer_in(arena);
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    const bool good = descriptor >= 0 && read_all(descriptor, most, &whole);
    const int number = errno;
    if (descriptor >= 0)
        close(descriptor);
    *text = buffer_view(&whole);
    errno = number;
    return good;
}

bool file_digest(const char *path, unsigned char digest[SHA256_BYTES], uint64_t *size, struct arena *arena,
                 struct sv *fault)
{
    enum { PIECE = 64 * 1024 };
    char *piece = arena_alloc(arena, PIECE);
    struct sha256 *state = sha256_begin();
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    ssize_t got = -1;
    *size = 0;
    while (state && descriptor >= 0 && (got = read(descriptor, piece, PIECE)) > 0) {
        sha256_add(state, piece, (size_t)got);
        *size += (uint64_t)got;
    }
    const bool good = got == 0;
    if (!good)
        *fault = file_fault(arena, "læse", path);
    if (state)
        sha256_end(state, good ? digest : NULL);
    if (descriptor >= 0)
        close(descriptor);
    return good;
}

bool folder_make(const char *path, struct arena *arena, struct sv *fault)
{
    char *partial = arena_copy(arena, path, strlen(path));
    for (char *p = partial + 1; *p; p++) {
        if (*p != '/')
            continue;
        *p = '\0';
        if (mkdir(partial, 0777) != 0 && errno != EEXIST) {
            *fault = file_fault(arena, "oprette mappen", partial);
            return false;
        }
        *p = '/';
    }
    struct stat status;
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && stat(path, &status) == 0 && S_ISDIR(status.st_mode)))
        return true;
    *fault = file_fault(arena, "oprette mappen", path);
    return false;
}

bool path_sync(const char *path, struct arena *arena, struct sv *fault)
{
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    /* Some file systems cannot flush a folder and say EINVAL; there is nothing more to do there. */
    const bool good = descriptor >= 0 && (fsync(descriptor) == 0 || errno == EINVAL);
    if (!good)
        *fault = file_fault(arena, "gemme", path);
    if (descriptor >= 0)
        close(descriptor);
    return good;
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

bool folder_sync(const char *path, struct arena *arena, struct sv *fault)
{
    DIR *folder = opendir(path);
    if (!folder) {
        *fault = file_fault(arena, "gemme", path);
        return false;
    }
    bool good = true;
    const struct dirent *entry;
    errno = 0; /* which alone tells a folder that cannot be read to its end from its end */
    while (good && (entry = readdir(folder)) != NULL) {
        if (!is_dots(entry->d_name))
            good = path_sync(sv_format(arena, "%s/%s", path, entry->d_name).data, arena, fault);
        errno = 0;
    }
    if (good && errno) {
        *fault = file_fault(arena, "gemme", path);
        good = false;
    }
    closedir(folder);
    return good && path_sync(path, arena, fault);
}

size_t folder_names(const char *path, struct sv prefix, struct sv **names, struct arena *arena)
{
    size_t count = 0;
    size_t capacity = 0;
    *names = NULL;
    DIR *folder = opendir(path);
    if (!folder) {
        errno = errno == ENOENT ? 0 : errno;
        return 0;
    }
    for (const struct dirent *entry; errno = 0, (entry = readdir(folder)) != NULL;) {
        const struct sv name = sv_of(entry->d_name);
        if (is_dots(entry->d_name) || !sv_starts_with(name, prefix))
            continue;
        *names = arena_grow(arena, *names, count, &capacity, sizeof **names);
        (*names)[count++] = sv_copy(arena, name);
    }
    const int number = errno;
    closedir(folder);
    if (count)
        qsort(*names, count, sizeof **names, sv_compare_elements);
    errno = number;
    return count;
}

/* A folder, not a link to one; NULL: it is none, or cannot be read. */
static DIR *open_real(const char *path)
{
    const int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *folder = descriptor < 0 ? NULL : fdopendir(descriptor);
    if (!folder && descriptor >= 0)
        close(descriptor);
    return folder;
}

void folder_remove(const char *path, struct arena *arena)
{
    DIR *folder = open_real(path);
    if (!folder)
        return;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        struct stat status;
        if (is_dots(entry->d_name))
            continue;
        const char *inside = sv_format(arena, "%s/%s", path, entry->d_name).data;
        if (lstat(inside, &status) == 0 && S_ISDIR(status.st_mode))
            folder_remove(inside, arena);
        else
            unlink(inside);
    }
    closedir(folder);
    rmdir(path);
}

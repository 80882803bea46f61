/* A data folder on disk that a test may fill, and that is removed again. */
#ifndef AARSRAPPORT_DATA_FOLDER_FIXTURE_H
#define AARSRAPPORT_DATA_FOLDER_FIXTURE_H

#include "read_fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder {
    char path[64];
    int descriptor;
};

static inline void folder_make(struct folder *folder)
{
    snprintf(folder->path, sizeof folder->path, "/tmp/aarsrapport-test-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    folder->descriptor = open(folder->path, O_RDONLY | O_DIRECTORY);
    assert_true(folder->descriptor >= 0);
}

static inline void folder_write(const struct folder *folder, const char *name, const char *text)
{
    const int file = openat(folder->descriptor, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
}

/* Removes files, and folders that are empty. */
static inline void folder_remove(struct folder *folder)
{
    DIR *stream = fdopendir(folder->descriptor);
    const struct dirent *entry;
    assert_non_null(stream);
    rewinddir(stream);
    while ((entry = readdir(stream)) != NULL)
        if (unlinkat(dirfd(stream), entry->d_name, 0) != 0)
            unlinkat(dirfd(stream), entry->d_name, AT_REMOVEDIR);
    closedir(stream);
    assert_int_equal(rmdir(folder->path), 0);
}

#endif

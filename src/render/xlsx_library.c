#include "xlsx_library.h"

#include <dlfcn.h>
#include <errno.h>
#include <minizip/zip.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter/utility.h>

/* ---- Temporary files ---- */

enum { FIRST_SIZE = 1 << 14 };

/* What is in a file. Freed when it is closed, which the library does with each part before it makes the next.
 */
struct content {
    char *data;
    size_t size;
    size_t capacity;
    size_t at;
};

static bool make_room(struct content *content, size_t size)
{
    size_t capacity = content->capacity ? content->capacity : FIRST_SIZE;
    while (capacity < size)
        capacity *= 2;
    if (capacity == content->capacity)
        return true;
    char *data = realloc(content->data, capacity);
    if (!data)
        return false;
    content->data = data;
    content->capacity = capacity;
    return true;
}

static ssize_t read_content(void *cookie, char *bytes, size_t size)
{
    struct content *content = cookie;
    const size_t left = content->at < content->size ? content->size - content->at : 0;
    const size_t taken = size < left ? size : left;
    if (taken)
        memcpy(bytes, content->data + content->at, taken);
    content->at += taken;
    return (ssize_t)taken;
}

/* 0, an error of the stream, when there is no memory. */
static ssize_t write_content(void *cookie, const char *bytes, size_t size)
{
    struct content *content = cookie;
    const size_t end = content->at + size;
    if (end < size || end > SIZE_MAX / 4 || !make_room(content, end)) {
        errno = ENOMEM;
        return 0;
    }
    if (content->at > content->size)
        memset(content->data + content->size, 0, content->at - content->size);
    memcpy(content->data + content->at, bytes, size);
    content->at = end;
    if (end > content->size)
        content->size = end;
    return (ssize_t)size;
}

static int seek_content(void *cookie, off64_t *offset, int from)
{
    struct content *content = cookie;
    const size_t base = from == SEEK_SET ? 0 : from == SEEK_CUR ? content->at : content->size;
    const off64_t place = (off64_t)base + *offset;
    if (place < 0) {
        errno = EINVAL;
        return -1;
    }
    content->at = (size_t)place;
    *offset = place;
    return 0;
}

static int close_content(void *cookie)
{
    struct content *content = cookie;
    free(content->data);
    free(content);
    return 0;
}

/* The library's, in its own words: a file to write, rewind and read, gone when it is closed. */
FILE *lxw_tmpfile(char *tmpdir) // NOLINT(readability-non-const-parameter): declared so by the library
{
    static const cookie_io_functions_t functions = {read_content, write_content, seek_content, close_content};
    (void)tmpdir;
    struct content *content = calloc(1, sizeof *content);
    FILE *file = content ? fopencookie(content, "w+", functions) : NULL;
    if (content && !file)
        free(content);
    return file;
}

bool xlsx_temporary_files_work(char *folder)
{
    FILE *file = lxw_tmpfile(folder);
    return file && fclose(file) == 0;
}

/* ---- Packing ---- */

typedef int open_member(zipFile, const char *, const zip_fileinfo *, const void *, uInt, const void *, uInt,
                        const char *, int, int, int, int, int, int, const char *, uLong, uLong, uLong, int);

/* minizip's own; NULL when it cannot be found. */
static open_member *open_of_minizip(void)
{
    open_member *function = NULL;
    void *symbol = dlsym(RTLD_NEXT, "zipOpenNewFileInZip4_64");
    memcpy(&function, &symbol, sizeof function); /* no cast leads from an object to a function */
    return function;
}

int zipOpenNewFileInZip4_64(zipFile file, const char *filename, const zip_fileinfo *zipfi,
                            const void *extrafield_local, uInt size_extrafield_local,
                            const void *extrafield_global, uInt size_extrafield_global, const char *comment,
                            int method, int level, int raw, int windowBits, int memLevel, int strategy,
                            const char *password, uLong crcForCrypting, uLong versionMadeBy, uLong flagBase,
                            int zip64)
{
    open_member *const open = open_of_minizip();
    if (!open)
        return ZIP_INTERNALERROR;
    if (level == Z_DEFAULT_COMPRESSION)
        level = Z_BEST_SPEED;
    return open(file, filename, zipfi, extrafield_local, size_extrafield_local, extrafield_global,
                size_extrafield_global, comment, method, level, raw, windowBits, memLevel, strategy, password,
                crcForCrypting, versionMadeBy, flagBase, zip64);
}

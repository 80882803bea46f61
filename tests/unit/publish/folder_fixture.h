/*
 * A fresh folder for each test, removed afterwards.
 */
#ifndef AARSRAPPORT_FOLDER_FIXTURE_H
#define AARSRAPPORT_FOLDER_FIXTURE_H

#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    struct arena arena;
    char folder[64];
    struct sv fault;
};

static int open_folder(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, NULL);
    strcpy(fixture->folder, "/tmp/aarsrapport-test-XXXXXX");
    *state = fixture;
    return mkdtemp(fixture->folder) ? 0 : -1;
}

static int close_folder(void **state)
{
    struct fixture *fixture = *state;
    folder_remove(fixture->folder, &fixture->arena);
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

static inline const char *inside(struct fixture *fixture, const char *name)
{
    return sv_format(&fixture->arena, "%s/%s", fixture->folder, name).data;
}

static inline bool exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

static inline size_t names_in(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return count;
}

static inline void put(const char *path, const char *content)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(content, 1, strlen(content), file), strlen(content));
    assert_int_equal(fclose(file), 0);
}

static inline void assert_holds(const char *path, const char *content)
{
    char found[256] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t size = fread(found, 1, sizeof found - 1, file);
    fclose(file);
    found[size] = '\0';
    assert_string_equal(found, content);
}

static inline void assert_says(struct sv sentence, const char *part)
{
    char text[512];
    snprintf(text, sizeof text, "%.*s", SV_ARG(sentence));
    if (!strstr(text, part))
        fail_msg("\"%s\" does not say \"%s\"", text, part);
}

#endif

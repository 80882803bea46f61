#include "data_folders.h"

#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { DEEPEST = 32 };

/* The search while it goes on. */
struct search {
    struct data_folders *found;
    const char *top;
    struct arena *arena;
    struct sv *fault;
    size_t capacity;
};

static const char *path_in(const struct search *search, struct sv below)
{
    return below.size ? sv_format(search->arena, "%s/%.*s", search->top, SV_ARG(below)).data : search->top;
}

static struct sv name_in(const struct search *search, struct sv below, const char *name)
{
    return below.size ? sv_format(search->arena, "%.*s/%s", SV_ARG(below), name)
                      : sv_copy(search->arena, sv_of(name));
}

static void add_folder(struct search *search, struct sv name)
{
    struct data_folders *found = search->found;
    found->names = arena_grow(search->arena, found->names, found->count, &search->capacity, sizeof name);
    found->names[found->count++] = name;
}

static bool is_data_folder(const struct search *search, struct sv name)
{
    struct stat about;
    const struct sv file = sv_format(search->arena, "%s/rapport.ini", path_in(search, name));
    return stat(file.data, &about) == 0 && S_ISREG(about.st_mode);
}

static bool look_in(struct search *search, struct sv below, int depth);

static bool look_at(struct search *search, struct sv below, const char *name, int depth)
{
    const struct sv inner = name_in(search, below, name);
    if (name[0] == '.' || !folder_is_there(path_in(search, inner)))
        return true;
    if (is_data_folder(search, inner))
        add_folder(search, inner);
    return depth == DEEPEST || look_in(search, inner, depth + 1);
}

static bool look_in(struct search *search, struct sv below, int depth)
{
    const char *path = path_in(search, below);
    DIR *folder = opendir(path);
    bool good = true;
    if (!folder) {
        *search->fault = file_fault(search->arena, "læse mappen", path);
        return false;
    }
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry && errno) {
            *search->fault = file_fault(search->arena, "læse mappen", path);
            good = false;
        }
        if (!entry || !good)
            break;
        good = look_at(search, below, entry->d_name, depth);
    }
    closedir(folder);
    return good;
}

bool data_folders_find(struct data_folders *found, const char *folder, struct arena *arena, struct sv *fault)
{
    *found = (struct data_folders){0};
    struct search search = {.found = found, .top = folder, .arena = arena, .fault = fault};
    if (!look_in(&search, (struct sv){0}, 1))
        return false;
    found->is_data_folder = is_data_folder(&search, (struct sv){0});
    if (found->count)
        qsort(found->names, found->count, sizeof *found->names, sv_compare_elements);
    return true;
}

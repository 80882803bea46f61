#include "narrative_guard.h"

#include "byte_source.h"
#include "cpr_guard.h"
#include "file_names.h"
#include "text_clean.h"
#include "text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static const char TEXTS[] = "tekster";

/* One pass over the texts. */
struct narrative {
    struct data_set *data;
    struct diag *diag;
    int folder; /* the data folder */
    struct sv failure;
};

static void guard_lines(const struct narrative *narrative, struct sv file, struct sv text)
{
    struct arena *arena = narrative->data->arena;
    struct sv line;
    for (uint32_t number = 1; sv_split(&text, '\n', &line); number++) {
        const enum cpr_verdict verdict = cpr_find(line);
        if (verdict != CPR_NONE)
            diag_value(narrative->diag, verdict == CPR_NUMBER ? DIAG_CPR_NUMBER : DIAG_CPR_LIKE,
                       (struct place){.file = file, .line = number}, text_for_finding(arena, line));
    }
}

static bool guard_file(struct narrative *narrative, struct sv file)
{
    struct sv text;
    if (!text_file_read(narrative->data, narrative->diag, narrative->folder, file, &text,
                        &narrative->failure))
        return false;
    guard_lines(narrative, file, text);
    return true;
}

/* Names of what is in a folder below the data folder; links are refused. */
static bool list_folder(struct narrative *narrative, struct sv path, struct folder_names *names)
{
    struct arena *arena = narrative->data->arena;
    const int folder =
        openat(narrative->folder, sv_text(arena, path), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) {
        const char *why = errno == ENOTDIR ? "den er ikke en mappe" : read_error_da(errno);
        narrative->failure = sv_format(arena, "Mappen %.*s kan ikke læses: %s.", SV_ARG(path), why);
        return false;
    }
    const bool good = folder_list(arena, folder, names, &narrative->failure);
    close(folder);
    return good;
}

static bool guard_folder(struct narrative *narrative, struct sv path)
{
    struct folder_names names;
    if (!list_folder(narrative, path, &names))
        return false;
    const struct sv before = sv_format(narrative->data->arena, "%.*s/", SV_ARG(path));
    file_names_guard(narrative->data, narrative->diag, sv_text(narrative->data->arena, before), &names);
    for (size_t i = 0; i < names.count; i++) {
        const struct sv file =
            sv_format(narrative->data->arena, "%.*s/%.*s", SV_ARG(path), SV_ARG(names.names[i]));
        if (sv_ends_with(file, sv_of(".md")) && !guard_file(narrative, file))
            return false;
    }
    return true;
}

/* `2024` and `2024-1` are period folders. */
static bool may_be_period(struct sv name)
{
    return name.size && name.data[0] >= '0' && name.data[0] <= '9' && !sv_ends_with(name, sv_of(".md"));
}

static bool guard_all(struct narrative *narrative)
{
    struct folder_names names;
    const struct sv texts = sv_of(TEXTS);
    if (!list_folder(narrative, texts, &names) || !guard_folder(narrative, texts))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        const struct sv path = sv_format(narrative->data->arena, "%s/%.*s", TEXTS, SV_ARG(names.names[i]));
        const bool refused = cpr_find(names.names[i]) != CPR_NONE;
        if (!refused && may_be_period(names.names[i]) && !guard_folder(narrative, path))
            return false;
    }
    return true;
}

bool narrative_guard(struct data_set *data, struct diag *diag, int folder, struct sv *failure)
{
    struct narrative narrative = {.data = data, .diag = diag, .folder = folder};
    const bool good = guard_all(&narrative);
    *failure = narrative.failure;
    return good;
}

#include "error_list.h"

#include "compose.h"

#include <unistd.h>

static const char STAGED[] = "fejlliste";

const char *error_list_folder(void)
{
    return "tjek";
}

struct sv error_list_file(void)
{
    return sv_of("fejlliste.xlsx");
}

static const char *error_list_path(const struct run *run)
{
    return sv_format(run->arena, "%s/%s", run->options->output, error_list_folder()).data;
}

void error_list_clear(const struct run *run)
{
    staging_clear(error_list_path(run), STAGED, run->arena);
}

/* A list that no longer holds is worse than none. */
static void remove_error_list(const struct run *run)
{
    const char *folder = error_list_path(run);
    error_list_clear(run);
    unlink(sv_format(run->arena, "%s/%.*s", folder, SV_ARG(error_list_file())).data);
    rmdir(folder);
}

/* The list takes the older one's place and leaves other files in the folder alone. */
bool error_list_write(struct run *run)
{
    struct staging staging;
    if (!run->diag.count) {
        remove_error_list(run);
        return true;
    }
    const struct document *list =
        document_of_findings(&run->diag, &run->data, run_document_date(run), run->arena);
    const char *folder = error_list_path(run);
    if (!staging_open(&staging, folder, STAGED, run->arena, &run->fault))
        return false;
    FILE *own = messages_hush();
    const bool good = run_render(run, &staging, list, EDITION_INTERNAL, render_xlsx, error_list_file()) &&
                      staging_replace(&staging, error_list_file(), &run->fault);
    messages_unhush(own);
    staging_discard(&staging);
    if (!good)
        rmdir(folder);
    return good;
}

#include "error_list.h"

#include "compose.h"

#include <unistd.h>

const char *error_list_folder(void)
{
    return "tjek";
}

struct sv error_list_file(void)
{
    return sv_of("fejlliste.xlsx");
}

/* A list that no longer holds is worse than none. */
static void remove_error_list(const struct run *run)
{
    const char *folder = sv_format(run->arena, "%s/%s", run->options->output, error_list_folder()).data;
    unlink(sv_format(run->arena, "%s/%.*s", folder, SV_ARG(error_list_file())).data);
    rmdir(folder);
}

bool error_list_write(struct run *run)
{
    struct staging staging;
    if (!run->diag.count) {
        remove_error_list(run);
        return true;
    }
    const struct document *list =
        document_of_findings(&run->diag, &run->data, run_document_date(run), run->arena);
    if (!staging_open(&staging, run->options->output, error_list_folder(), run->arena, &run->fault))
        return false;
    if (run_render(run, &staging, list, EDITION_INTERNAL, render_xlsx, error_list_file()))
        return staging_publish(&staging, &run->fault);
    staging_discard(&staging);
    return false;
}

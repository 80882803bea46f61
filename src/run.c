#include "run.h"

#include <stdio.h>

struct run run_begin(const struct options *options, struct arena *arena)
{
    return (struct run){.options = options, .arena = arena, .messages = messages_for(options)};
}

day_number run_document_date(const struct run *run)
{
    if (run->options->date != DAY_NONE)
        return run->options->date;
    if (run->options->default_date != DAY_NONE)
        return run->options->default_date;
    if (run->data.settings.extract_date != DAY_NONE)
        return run->data.settings.extract_date;
    const day_number latest = data_latest_date(&run->data);
    return latest != DAY_NONE ? latest : run->options->period.last;
}

bool run_render(struct run *run, const struct staging *staging, const struct document *document,
                enum edition edition, bool (*write)(const struct render_job *, struct sv *), struct sv file)
{
    const struct style style = style_of(document->colour);
    const struct render_job job = {
        .document = document_release(document, edition, run->arena),
        .style = &style,
        .path = staging_path(staging, file),
        .temporary_folder = staging->temporary,
        .arena = run->arena,
        .diag = &run->diag,
    };
    return write(&job, &run->fault);
}

void run_say_written(const char *folder, const char *name, struct sv file)
{
    printf("%s/%s/%.*s\n", folder, name, SV_ARG(file));
}

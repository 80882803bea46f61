#include "template_folder.h"

#include "template_csv.h"

#include <stdio.h>

enum { TEMPLATE_FILES = TABLES + 3 };

static bool stage_templates(struct run *run, const struct staging *staging, const struct code_lists *codes,
                            struct sv *files, size_t *count)
{
    bool good = true;
    for (size_t id = 0; good && id < TABLES; id++) {
        const struct table_schema *schema = table_schema((enum table_id)id);
        struct buffer text = buffer_in(run->arena);
        template_csv(&text, schema);
        files[*count] = sv_format(run->arena, "%s.csv", schema->name);
        good = staging_write(staging, files[(*count)++], buffer_view(&text), &run->fault);
    }
    struct buffer code_text = buffer_in(run->arena);
    template_codes_csv(&code_text, codes);
    files[*count] = sv_of("koder.csv");
    good = good && staging_write(staging, files[(*count)++], buffer_view(&code_text), &run->fault);
    struct buffer settings_text = buffer_in(run->arena);
    template_settings(&settings_text);
    files[*count] = sv_of("rapport.ini");
    good = good && staging_write(staging, files[(*count)++], buffer_view(&settings_text), &run->fault);
    files[*count] = sv_of("skabeloner.xlsx");
    FILE *own = messages_hush();
    good = good && render_templates(staging_path(staging, files[(*count)++]), staging->temporary, codes,
                                    run->arena, &run->fault);
    messages_unhush(own);
    return good;
}

/* Moves the staged files into the folder, telling of each. */
static bool hand_over(struct run *run, const struct staging *staging, const struct sv *files, size_t count)
{
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        bool kept;
        good = staging_hand_over(staging, files[i], &kept, &run->fault);
        if (good && kept)
            fprintf(stderr, "%s/%.*s var der i forvejen og er ikke rørt.\n", staging->output,
                    SV_ARG(files[i]));
        else if (good)
            printf("%s/%.*s\n", staging->output, SV_ARG(files[i]));
    }
    return good;
}

bool template_folder_write(struct run *run, const char *folder)
{
    struct staging staging;
    struct code_lists codes;
    struct sv files[TEMPLATE_FILES];
    size_t count = 0;
    code_lists_init(&codes, run->arena);
    if (!staging_open(&staging, folder, "skabeloner", run->arena, &run->fault))
        return false;
    const bool good =
        stage_templates(run, &staging, &codes, files, &count) && hand_over(run, &staging, files, count);
    staging_discard(&staging);
    return good;
}

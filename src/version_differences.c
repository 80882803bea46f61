#include "version_differences.h"

#include "files.h"
#include "options.h"
#include "text_clean.h"
#include "versions.h"

#include <stdio.h>
#include <string.h>

/* ---- Files ---- */

size_t version_files_differ(const struct compared_version *version, struct arena *arena)
{
    size_t count = 0;
    for (size_t i = 0; i < version->past->output_count; i++) {
        const struct manifest_output *output = &version->past->outputs[i];
        struct sv fault;
        const char *what = output_fault(manifest_output_state(output, version->folder, arena, &fault));
        if (!what)
            continue;
        printf("Filen »%.*s« i »%s« %s.\n", SV_ARG(text_for_finding(arena, output->name)), version->folder,
               what);
        count++;
    }
    return count;
}

static bool is_output(const struct past_run *past, struct sv name)
{
    for (size_t i = 0; i < past->output_count; i++)
        if (sv_equal(past->outputs[i].name, name))
            return true;
    return sv_is(name, MANIFEST_FILE);
}

/* What neither the report nor the other folder has; a workbook's lock is nobody's file. */
static bool is_surplus(const struct compared_version *version, const struct compared_version *other,
                       struct sv name, struct arena *arena)
{
    return !is_output(version->past, name) && !workbook_of_lock(name, arena) &&
           !path_is_there(sv_format(arena, "%s/%.*s", other->folder, SV_ARG(name)).data);
}

size_t version_surplus_files(const struct compared_version *version, const struct compared_version *other,
                             struct arena *arena)
{
    struct sv *names;
    size_t count = 0;
    const size_t all = folder_names(version->folder, (struct sv){0}, &names, arena);
    for (size_t i = 0; i < all; i++) {
        if (!is_surplus(version, other, names[i], arena))
            continue;
        printf("Filen »%.*s« i »%s« hører ikke til rapporten.\n", SV_ARG(text_for_finding(arena, names[i])),
               version->folder);
        count++;
    }
    return count;
}

/* ---- How they were made ---- */

static size_t say_other(const char *what, struct sv before, struct sv after, struct arena *arena)
{
    const struct sv nothing = SV("ikke angivet");
    if (sv_equal(before, after))
        return 0;
    printf("%s: %.*s -> %.*s\n", what, SV_ARG(before.size ? text_for_finding(arena, before) : nothing),
           SV_ARG(after.size ? text_for_finding(arena, after) : nothing));
    return 1;
}

static struct sv value_of(const struct past_run *past, const char *option)
{
    for (size_t i = 0; i < past->option_count; i++)
        if (strcmp(past->options[i].name, option) == 0)
            return past->options[i].value;
    return (struct sv){0};
}

static size_t say_other_options(const struct past_run *before, const struct past_run *after,
                                struct arena *arena)
{
    size_t count = 0;
    for (size_t i = 0; i < after->option_count; i++) {
        const char *name = after->options[i].name;
        const char *what = sv_format(arena, "Valget %s", name).data;
        count += say_other(what, value_of(before, name), after->options[i].value, arena);
    }
    return count;
}

size_t version_making_differs(const struct past_run *before, const struct past_run *after,
                              struct arena *arena)
{
    return say_other("Datoen", before->document_date, after->document_date, arena) +
           say_other("Begrundelsen", before->reason, after->reason, arena) +
           say_other("Programmets version", before->program_version, after->program_version, arena) +
           say_other_options(before, after, arena);
}

/* ---- Figures ---- */

static const struct sv not_there = SV("findes ikke");

static void say_printed(const struct printed_figure *figure, struct sv before, struct sv after)
{
    printf("%.*s;%.*s;%.*s;%.*s;%.*s: %.*s -> %.*s\n", SV_ARG(figure->name), SV_ARG(figure->period),
           SV_ARG(figure->agreement), SV_ARG(figure->target_group), SV_ARG(figure->code), SV_ARG(before),
           SV_ARG(after));
}

static bool is_told(const struct changes *changes, const struct printed_figure *key, struct sv now)
{
    for (size_t i = 0; changes && i < changes->figure_count; i++) {
        const struct figure_change *change = &changes->figures[i];
        if (printed_figure_order(&change->key, key) == 0)
            return sv_equal(change->after ? change->key.value : not_there, now);
    }
    return false;
}

/* Of the two values either may be not_there. */
static size_t say_other_value(const struct changes *changes, const struct printed_figure *key,
                              struct sv before, struct sv now)
{
    if (sv_equal(before, now) || is_told(changes, key, now))
        return 0;
    say_printed(key, before, now);
    return 1;
}

static struct sv value_in(const struct printed_figures *figures, const struct printed_figure *key)
{
    const struct printed_figure *found = printed_figures_find(figures, key);
    return found ? found->value : not_there;
}

size_t version_figures_differ(const struct compared_version *before, const struct compared_version *after,
                              const struct changes *changes)
{
    const struct printed_figures *old = before->printed;
    const struct printed_figures *new = after->printed;
    size_t count = 0;
    if (!old || !new)
        return 0;
    for (size_t i = 0; i < old->count; i++)
        count += say_other_value(changes, &old->rows[i], old->rows[i].value, value_in(new, &old->rows[i]));
    for (size_t i = 0; i < new->count; i++)
        if (!printed_figures_find(old, &new->rows[i]))
            count += say_other_value(changes, &new->rows[i], not_there, new->rows[i].value);
    return count;
}

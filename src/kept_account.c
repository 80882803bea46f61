#include "kept_account.h"

#include "kept_input.h"
#include "text_da.h"

#include <stdio.h>

/* "2 versioner, 1,4 MB" */
static struct sv kept_text(const struct kept_report *kept, struct arena *arena)
{
    enum { MEGABYTE = 1000000 };
    struct buffer text = buffer_in(arena);
    buffer_format(&text, "%zu %s, ", kept->versions, kept->versions == 1 ? "version" : "versioner");
    danish_number(&text, ratio_of((int64_t)kept->bytes, MEGABYTE), 1);
    buffer_add_text(&text, " MB");
    return buffer_view(&text);
}

void kept_account_say(const struct run *run)
{
    struct kept_report *kept;
    const size_t count = kept_input_list(run->options->output, &kept, run->arena);
    if (count && !run->options->given[OPTION_QUIET])
        fprintf(stderr, "\nData, der er gemt i %s/.tilstand for at vise, hvad der bliver rettet:\n",
                run->options->output);
    for (size_t i = 0; i < count && !run->options->given[OPTION_QUIET]; i++)
        fprintf(stderr, "  %.*s: %.*s%s\n", SV_ARG(kept[i].name), SV_ARG(kept_text(&kept[i], run->arena)),
                kept[i].stands ? "" : "; rapporten er der ikke mere");
}

void kept_account_say_left(const struct run *run)
{
    struct kept_report *kept;
    const size_t count = kept_input_list(run->options->output, &kept, run->arena);
    for (size_t i = 0; i < count && !run->options->given[OPTION_QUIET]; i++)
        if (!kept[i].stands)
            fprintf(
                stderr,
                "Bemærk: Data bag %.*s (%.*s) er stadig gemt, men rapporten er der ikke mere. Slet mappen\n"
                "%s/.tilstand/%.*s, hvis ingen skal bruge dem.\n",
                SV_ARG(kept[i].name), SV_ARG(kept_text(&kept[i], run->arena)), run->options->output,
                SV_ARG(kept[i].name));
}

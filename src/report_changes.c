#include "report_changes.h"

#include "report_files.h"
#include "report_past.h"
#include "report_revisions.h"
#include "told_change.h"

static void find_lost(struct run *run, unsigned number, const char *why)
{
    diag_add(&run->diag, DIAG_PAST_INPUT_LOST, (struct place){0}, (struct sv){0},
             sv_format(run->arena, "%u", number), sv_of(why), (struct sv){0});
}

void report_changes_unexplained(struct run *run, const struct changes *changes, unsigned number)
{
    for (size_t i = 0; changes->unexplained && i < changes->figure_count; i++) {
        const struct figure_change *figure = &changes->figures[i];
        const struct printed_figure *key = &figure->key;
        if (figure->row_count || figure->causes)
            continue;
        diag_add(&run->diag, DIAG_FIGURE_UNEXPLAINED, (struct place){0},
                 sv_format(run->arena, "%.*s;%.*s;%.*s;%.*s;%.*s", SV_ARG(key->name), SV_ARG(key->period),
                           SV_ARG(key->agreement), SV_ARG(key->target_group), SV_ARG(key->code)),
                 sv_format(run->arena, "%u", number), (struct sv){0}, (struct sv){0});
    }
}

/* What the version before printed, which is the newest of the older ones; NULL: it cannot be read any more.
 */
static const struct printed_figures *printed_before(const struct correction *correction)
{
    const struct older_version *newest = correction->older + correction->older_count - 1;
    return correction->older_count && newest->number == correction->before.number ? &newest->figures : NULL;
}

static struct changes *compare(struct correction *correction, struct run *run,
                               const struct report_version *version, const struct report_type *type)
{
    const struct printed_figures *printed = printed_before(correction);
    const struct previous_version *previous = &version->previous;
    struct run *past = arena_alloc(run->arena, sizeof *past);
    *past = run_begin(past_options(run, previous), run->arena);
    struct changes_request request = {
        .after = {&run->data, &run->figures},
        .found_before = &past->diag,
        .found_after = &run->diag,
        .printed = printed,
        .options_differ = past_counts_otherwise(run->options, past->options),
    };
    correction->rows_lost = past_count(past, previous, type);
    if (correction->rows_lost)
        find_lost(run, previous->run->version, correction->rows_lost);
    else
        request.before = (struct counted_run){&past->data, &past->figures};
    if (!request.before.data && !request.printed)
        return NULL;
    struct changes *changes = changes_find(&request, run->arena);
    report_changes_unexplained(run, changes, previous->run->version);
    return changes;
}

/* ---- Why there is a new version ---- */

static bool has_same_options(const struct correction *correction)
{
    for (size_t i = 0; i < correction->after.option_count; i++) {
        const struct told_option *option = &correction->after.options[i];
        if (!sv_equal(told_option(&correction->before, option->name), option->value))
            return false;
    }
    return true;
}

/* Certainly: with the rows of both. */
static bool is_made_of_the_same(const struct correction *correction)
{
    const struct changes *changes = correction->changes;
    return correction_has_rows(correction) && changes_are_none(changes) && !changes->file_count &&
           sv_equal(correction->before.program, correction->after.program) &&
           correction->before.date == correction->after.date && has_same_options(correction);
}

static void find_touched(struct correction *correction, const struct previous_version *previous,
                         struct arena *arena)
{
    const struct past_run *past = previous->run;
    struct touched_file *touched = arena_array(arena, past->output_count, sizeof *touched);
    struct sv fault;
    for (size_t i = 0; i < past->output_count; i++) {
        const char *what =
            output_fault(manifest_output_state(&past->outputs[i], previous->folder, arena, &fault));
        if (what)
            touched[correction->touched_count++] = (struct touched_file){past->outputs[i].name, what};
    }
    correction->touched = touched;
}

static enum made_again why_again(const struct correction *correction, const struct report_version *version)
{
    if (correction->touched_count)
        return AGAIN_FOR_FILES;
    if (correction->left_out_count && correction->left_out[0].number > correction->before.number)
        return AGAIN_FOR_LOST;
    return sv_equal(version->reason, correction->before.reason) ? AGAIN_UNKNOWN : AGAIN_FOR_REASON;
}

static void find_why(struct run *run, struct correction *correction, const struct report_version *version)
{
    if (!is_made_of_the_same(correction))
        return;
    find_touched(correction, &version->previous, run->arena);
    correction->made_again = why_again(correction, version);
    if (correction->made_again == AGAIN_UNKNOWN)
        diag_add(&run->diag, DIAG_VERSION_UNEXPLAINED, (struct place){0}, (struct sv){0},
                 sv_format(run->arena, "%u", correction->before.number), (struct sv){0}, (struct sv){0});
}

static void tell_previous(struct correction *correction, struct run *run,
                          const struct report_version *version, const struct report_type *type)
{
    correction->before = past_tell(run, version->previous.run);
    correction->changes = compare(correction, run, version, type);
    find_why(run, correction, version);
}

/* There is one, but nothing is known of it. */
static void tell_unreadable(struct correction *correction, struct run *run, unsigned number)
{
    correction->before = (struct told_version){.number = number, .date = DAY_NONE};
    correction->rows_lost = "Dens koersel.json kan ikke læses";
    find_lost(run, number, correction->rows_lost);
}

struct correction *report_changes_find(struct run *run, const struct report_version *version,
                                       const struct report_type *type, uint32_t agreement)
{
    const struct report_files files = report_files(run, type, agreement, false);
    const struct sv figures_file = files.beside[FILE_FIGURES];
    if (!figures_file.size || !version->previous.exists)
        return NULL;
    struct correction *correction = arena_alloc(run->arena, sizeof *correction);
    correction->after = past_tell_present(run, version->number);
    older_versions_find(correction, run, version, figures_file);
    if (version->previous.run)
        tell_previous(correction, run, version, type);
    else
        tell_unreadable(correction, run, version->number - 1);
    correction->file = files.beside[FILE_CORRECTIONS];
    return correction;
}

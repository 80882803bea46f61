/*
 * How courses ended and where the citizens are afterwards: for one agreement, or for all.
 */
#include "evaluation_view.h"
#include "period_words.h"
#include "sections.h"
#include "sentence.h"
#include "sheet_name.h"
#include "text_da.h"

enum outcome_column { OUT_NAME, OUT_COUNTED, OUT_ENDED, OUT_SHARE, OUT_BEFORE, OUT_AFTER, OUT_COLUMNS };

/* What counts as positive differs between agreements, so the table of all has no such column. */
struct outcomes {
    const struct section_context *context;
    const struct code_list *codes;
    uint32_t agreement; /* row, or ALL_AGREEMENTS */
    bool so_far;        /* an evaluation's: all of the agreement's time, and the year before */
};

static bool is_of_all(const struct outcomes *of)
{
    return of->agreement == ALL_AGREEMENTS;
}

static uint16_t place_of(const struct outcomes *of, enum outcome_column column)
{
    return (uint16_t)(column > OUT_COUNTED && is_of_all(of) ? column - 1 : column);
}

static struct outcomes outcomes_of(const struct section_context *context, uint32_t agreement)
{
    return (struct outcomes){
        .context = context,
        .codes = code_list(&context->data->codes, CODES_OUTCOME),
        .agreement = agreement,
        .so_far = context->request->kind == REPORT_EVALUATION,
    };
}

static struct figure_key key_in(const struct outcomes *of, enum figure_id id, uint16_t period)
{
    struct figure_key key = figure_key_in(of->context->figures, id, period);
    key.agreement = of->agreement;
    return key;
}

static struct figure_key key_of_code(const struct outcomes *of, enum figure_id id, uint16_t period,
                                     uint16_t outcome)
{
    return figure_key_code(of->context->figures, key_in(of, id, period), of->codes->codes[outcome].code);
}

/* Courses that ended in the period, or so far. */
static struct figure_key ended_key(const struct outcomes *of)
{
    return key_in(of, of->so_far ? FIGURE_COURSES_ENDED_SO_FAR : FIGURE_COURSES_ENDED,
                  of->context->figures->report);
}

static struct figure_key outcome_key(const struct outcomes *of, uint16_t outcome)
{
    return key_of_code(of, of->so_far ? FIGURE_COURSES_OUTCOME_SO_FAR : FIGURE_COURSES_OUTCOME,
                       of->context->figures->report, outcome);
}

static struct figure_key after_key(const struct outcomes *of, uint16_t outcome)
{
    return key_of_code(of, FIGURE_COURSES_STATUS_AFTER, courses_period(of->context), outcome);
}

/* The same a period earlier; no value when the store has none. */
static struct cell before_cell(const struct outcomes *of, struct figure_key key)
{
    const uint16_t previous = of->context->figures->previous;
    key.period = previous;
    return previous == UINT16_MAX ? cell_of_value(ratio_none(), FORMAT_COUNT)
                                  : cell_of_figure(of->context->figures, key, FORMAT_COUNT);
}

static struct cell outcome_before(const struct outcomes *of, uint16_t outcome)
{
    return before_cell(of, key_of_code(of, FIGURE_COURSES_OUTCOME, of->context->figures->report, outcome));
}

static bool occurs(const struct outcomes *of, uint16_t outcome)
{
    const struct figures *figures = of->context->figures;
    return figures_find(figures, outcome_key(of, outcome)) != NULL ||
           figures_find(figures, after_key(of, outcome)) != NULL ||
           outcome_before(of, outcome).value.num != 0;
}

bool has_follow_ups(const struct section_context *context)
{
    return context->data->tables[TABLE_FOLLOW_UPS].present;
}

/* Without follow-ups nothing is known of afterwards, and 0 would be untrue. */
static struct cell after_cell(const struct outcomes *of, uint16_t outcome)
{
    if (!has_follow_ups(of->context))
        return cell_of_value(ratio_none(), FORMAT_COUNT);
    return cell_of_figure(of->context->figures, after_key(of, outcome), FORMAT_COUNT);
}

bool has_outcomes(const struct section_context *context, uint32_t agreement)
{
    const struct outcomes of = outcomes_of(context, agreement);
    for (uint16_t i = 0; i < of.codes->count; i++)
        if (occurs(&of, i))
            return true;
    return false;
}

/*
 * The store has no share of an outcome that nobody had, nor of outcomes so far: those are what the table's
 * own counts give.
 */
static struct cell share_cell(const struct outcomes *of, uint16_t outcome)
{
    const struct figures *figures = of->context->figures;
    const struct figure_key ended = ended_key(of);
    struct figure_key key =
        key_of_code(of, FIGURE_COURSES_OUTCOME_SHARE, of->context->figures->report, outcome);
    struct cell cell = cell_of_share(figures, key, ended);
    const struct ratio all = figures_value(figures, ended);
    if (!ratio_has_value(all) || all.num == 0)
        return cell;
    if (!ratio_has_value(cell.value)) {
        cell.value = ratio_divide(figures_value(figures, outcome_key(of, outcome)), all);
        cell.has_key = false;
    }
    cell.derivation = (struct derivation){.kind = DERIVED_PART_OF_TOTAL, .a = place_of(of, OUT_ENDED)};
    return cell;
}

static void add_outcome(const struct outcomes *of, struct table *table, uint16_t outcome)
{
    const struct figures *figures = of->context->figures;
    struct table_row *row = table_add_row(of->context->document, table, ROW_BODY);
    row->cells[OUT_NAME] = cell_of_text(of->codes->codes[outcome].name);
    if (!is_of_all(of))
        row->cells[OUT_COUNTED] = cell_of_text(
            sv_of(outcome_is_positive(of->context->data, of->agreement, outcome) ? "ja" : "nej"));
    row->cells[place_of(of, OUT_ENDED)] = cell_of_figure(figures, outcome_key(of, outcome), FORMAT_COUNT);
    row->cells[place_of(of, OUT_SHARE)] = share_cell(of, outcome);
    row->cells[place_of(of, OUT_BEFORE)] = outcome_before(of, outcome);
    row->cells[place_of(of, OUT_AFTER)] = after_cell(of, outcome);
}

/* ---- The total ---- */

static struct cell summed(struct cell cell)
{
    cell.derivation.kind = ratio_has_value(cell.value) ? DERIVED_SUM_ABOVE : DERIVED_NOT;
    return cell;
}

static struct cell sum_above(const struct table *table, size_t rows, uint16_t column,
                             enum value_format format)
{
    struct ratio sum = ratio_whole(0);
    for (size_t i = 0; i < rows; i++)
        sum = ratio_add(sum, table->rows[i].cells[column].value);
    return summed(cell_of_value(sum, format));
}

static void add_total(const struct outcomes *of, struct table *table)
{
    const size_t rows = table->row_count;
    const struct figure_key ended = key_in(of, FIGURE_COURSES_ENDED, of->context->figures->report);
    const uint16_t share = place_of(of, OUT_SHARE);
    const uint16_t after = place_of(of, OUT_AFTER);
    struct table_row *row = table_add_row(of->context->document, table, ROW_TOTAL);
    row->cells[OUT_NAME] = cell_of_text(sv_of("I alt"));
    row->cells[place_of(of, OUT_ENDED)] =
        summed(cell_of_figure(of->context->figures, ended_key(of), FORMAT_COUNT));
    row->cells[share] = sum_above(table, rows, share, FORMAT_SHARE);
    row->cells[place_of(of, OUT_BEFORE)] = summed(before_cell(of, ended));
    row->cells[after] = sum_above(table, rows, after, FORMAT_COUNT);
}

/* ---- Titles and notes ---- */

/* Whether the shares as they are printed give 100 %. */
static bool shares_add_up(const struct outcomes *of, const struct table *table)
{
    const uint16_t column = place_of(of, OUT_SHARE);
    int64_t sum = 0;
    int64_t whole = 100;
    for (size_t i = 0; i < table->row_count; i++) {
        const struct cell *share = &table->rows[i].cells[column];
        const bool fine = share->base >= 100;
        if (table->rows[i].kind == ROW_TOTAL)
            return !ratio_has_value(share->value) || sum == whole;
        if (ratio_has_value(share->value))
            sum += ratio_round(ratio_divide(share->value, ratio_of(1, 100)), fine ? 1 : 0);
        whole = fine ? 1000 : 100;
    }
    return true;
}

/* "Positivt udfald efter aftalens egen definition: uddannelse, ordinært job og fleksjob." */
static struct sv positive_note(const struct outcomes *of)
{
    struct arena *arena = of->context->document->arena;
    struct sv names[CODE_LIST_LONGEST];
    size_t count = 0;
    for (uint16_t i = 0; i < of->codes->count && count < CODE_LIST_LONGEST; i++)
        if (outcome_is_positive(of->context->data, of->agreement, i))
            names[count++] = text_lowered(arena, of->codes->codes[i].name);
    return sv_format(arena, "%s %.*s.",
                     agreements(of->context->data)[of->agreement].positive_outcomes
                         ? "Positivt udfald efter aftalens egen definition:"
                         : "Aftalen har ikke sin egen definition; positivt udfald er efter kodelisten:",
                     SV_ARG(text_joined(arena, names, count)));
}

static struct table_column number_column(const struct outcomes *of, const char *what, struct sv when,
                                         enum value_format format)
{
    struct arena *arena = of->context->document->arena;
    return (struct table_column){.heading = sv_format(arena, "%s %.*s", what, SV_ARG(when)),
                                 .format = format};
}

/* "til 29-02-2024" */
static struct sv cut_off_text(const struct outcomes *of)
{
    struct buffer buffer = buffer_in(of->context->document->arena);
    buffer_add_text(&buffer, "til ");
    danish_short_date(&buffer, cut_off_day(of->context));
    return buffer_view(&buffer);
}

/* The period that the one of the table is compared with, by its name even when it was not counted. */
static struct sv before_text(const struct outcomes *of)
{
    const struct period *report = &of->context->figures->periods[of->context->figures->report];
    const struct period before = period_of(report->year - 1, report->half);
    return period_title(of->context->document->arena, &before);
}

static void write_columns(const struct outcomes *of, struct table_column *columns)
{
    const struct figures *figures = of->context->figures;
    struct arena *arena = of->context->document->arena;
    const struct sv now =
        of->so_far ? cut_off_text(of) : period_title(arena, &figures->periods[figures->report]);
    const struct sv after = period_title(arena, &figures->periods[courses_period(of->context)]);
    columns[OUT_NAME] = (struct table_column){.heading = SV("Udfald")};
    columns[OUT_COUNTED] = (struct table_column){.heading = SV("Positivt")};
    columns[place_of(of, OUT_ENDED)] = number_column(of, "Afsluttet", now, FORMAT_COUNT);
    columns[place_of(of, OUT_SHARE)] = number_column(of, "Andel", now, FORMAT_SHARE);
    columns[place_of(of, OUT_BEFORE)] = number_column(of, "Afsluttet", before_text(of), FORMAT_COUNT);
    columns[place_of(of, OUT_AFTER)] = number_column(of, "Status efter,", after, FORMAT_COUNT);
}

static struct sv title_time(const struct outcomes *of)
{
    struct buffer buffer = buffer_in(of->context->document->arena);
    if (!of->so_far)
        return report_period_text(of->context);
    buffer_add_text(&buffer, "til og med ");
    danish_date(&buffer, cut_off_day(of->context));
    return buffer_view(&buffer);
}

static struct table *add_empty_table(const struct outcomes *of, struct section *section)
{
    struct document *document = of->context->document;
    struct arena *arena = document->arena;
    struct table_column columns[OUT_COLUMNS];
    write_columns(of, columns);
    if (is_of_all(of))
        return section_add_table(
            document, section, "udfald", "Udfald, alle aftaler",
            table_title(of->context, "Udfald af forløbene og hvor borgerne er bagefter, alle aftaler"),
            columns, OUT_COLUMNS - 1);
    const struct sv id = agreement_id(of->context->data, of->agreement);
    return section_add_table(document, section,
                             sv_text(arena, sv_format(arena, "udfald%u", (unsigned)of->agreement + 1)),
                             sheet_name(document, sv_format(arena, "Udfald %.*s", SV_ARG(id))),
                             sv_format(arena, "%.*s: udfald af forløbene og hvor borgerne er bagefter, %.*s",
                                       SV_ARG(id), SV_ARG(title_time(of))),
                             columns, OUT_COLUMNS);
}

static struct sv after_note(const struct outcomes *of)
{
    struct arena *arena = of->context->document->arena;
    const struct period *period = &of->context->figures->periods[courses_period(of->context)];
    if (!has_follow_ups(of->context))
        return sv_of("Der er ingen opfølgninger i datamappen, så det vides ikke, hvor borgerne er bagefter.");
    const struct sv when = of->so_far ? period_phrase(arena, period) : sv_of(report_period_noun(of->context));
    return sv_format(arena,
                     "Den seneste status for borgere, hvis forløb er afsluttet, og som har haft en "
                     "opfølgning i %.*s.",
                     SV_ARG(when));
}

void add_outcome_table(const struct section_context *context, struct section *section, uint32_t agreement)
{
    const struct outcomes of = outcomes_of(context, agreement);
    struct table *table = add_empty_table(&of, section);
    for (uint16_t i = 0; i < of.codes->count; i++)
        if (occurs(&of, i))
            add_outcome(&of, table, i);
    add_total(&of, table);
    if (!is_of_all(&of))
        table->columns[OUT_COUNTED].note = table_add_note(table, positive_note(&of));
    table->columns[place_of(&of, OUT_AFTER)].note = table_add_note(table, after_note(&of));
    if (!shares_add_up(&of, table))
        table->columns[place_of(&of, OUT_SHARE)].note = table_add_note(table, sv_of("Tallene er afrundet."));
    table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_FOLLOW_UPS);
}

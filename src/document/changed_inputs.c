#include "changed_inputs.h"

#include "changed_rows.h"

static bool is_asked(const struct input_change *input, enum change_cause cause, struct sv except)
{
    return input->cause == cause && !(except.size && sv_equal(input->name, except));
}

size_t count_changed_inputs(const struct changes *changes, enum change_cause cause, struct sv except)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->input_count; i++)
        count += is_asked(&changes->inputs[i], cause, except);
    return count;
}

/* ---- In words ---- */

/* "koden uddannelse i udfald", of a column "for koden … var positiv"; "strategi.fra", which "var" */
static void say_name(struct sentence s, const struct input_change *input)
{
    struct arena *arena = s.context->document->arena;
    const char *for_it = input->column ? "for " : "";
    if (input->cause == CAUSE_CODES)
        say_sv(s, sv_format(arena, "%skoden %.*s i %.*s", for_it, SV_ARG(input->name), SV_ARG(input->list)));
    else
        say_sv(s, input->name);
}

/* Of several words in quotes. */
static struct sv told_value(struct sv value, struct arena *arena)
{
    if (!value.size)
        return sv_of("tom");
    return sv_find(value, ' ') == SIZE_MAX ? value : sv_format(arena, "»%.*s«", SV_ARG(value));
}

static void say_difference(struct sentence s, const struct input_change *input)
{
    struct arena *arena = s.context->document->arena;
    switch (input->kind) {
    case ROW_CHANGED:
        say_sv(s, sv_format(arena, " var%s%s %.*s og er nu %.*s", input->column ? " " : "",
                            input->column ? input->column : "", SV_ARG(told_value(input->before, arena)),
                            SV_ARG(told_value(input->after, arena))));
        break;
    case ROW_ADDED:
        say_sv(s, input->cause == CAUSE_CODES
                      ? sv_of(" er kommet til")
                      : sv_format(arena, " er kommet til: %.*s", SV_ARG(told_value(input->after, arena))));
        break;
    case ROW_REMOVED:
        say_sv(s, input->cause == CAUSE_CODES ? sv_of(" er faldet bort")
                                              : sv_format(arena, " var %.*s og er faldet bort",
                                                          SV_ARG(told_value(input->before, arena))));
        break;
    case ROW_NOW_COUNTED:
    case ROW_NOW_LEFT_OUT:
        break;
    }
}

/* " (linje 11)"; where the line has moved " (linje 11, nu 12)". */
static void say_line(struct sentence s, const struct input_change *input)
{
    struct arena *arena = s.context->document->arena;
    const unsigned long before = input->line_before;
    const unsigned long after = input->line_after;
    if (before && after && before != after)
        say_sv(s, sv_format(arena, " (linje %lu, nu %lu)", before, after));
    else if (after)
        say_sv(s, sv_format(arena, " (linje %lu)", after));
    else if (before)
        say_sv(s, sv_format(arena, " (før linje %lu)", before));
}

/* " 12 steder; se rettelser-2024.xlsx" */
static void say_places(struct sentence s, size_t count, struct sv elsewhere)
{
    struct arena *arena = s.context->document->arena;
    say(s, " ");
    say_sv(s, counted_text(count, "sted", "steder", arena));
    if (elsewhere.size)
        say_sv(s, sv_format(arena, "; se %.*s", SV_ARG(elsewhere)));
}

/* Together they are told in so many places that the page bears; settings first. */
static bool are_many(const struct changes *changes, enum change_cause cause, size_t count)
{
    enum { TOLD_MOST = 8 };
    const size_t settings =
        cause == CAUSE_CODES ? count_changed_inputs(changes, CAUSE_SETTINGS, (struct sv){0}) : 0;
    return count + settings > TOLD_MOST;
}

void say_changed_inputs(struct sentence s, const struct changes *changes, enum change_cause cause,
                        struct sv except, struct sv elsewhere)
{
    const size_t count = count_changed_inputs(changes, cause, except);
    const char *between = ": ";
    if (are_many(changes, cause, count)) {
        say_places(s, count, elsewhere);
        return;
    }
    for (size_t i = 0; i < changes->input_count; i++) {
        const struct input_change *input = &changes->inputs[i];
        if (!is_asked(input, cause, except))
            continue;
        say(s, between);
        say_name(s, input);
        say_difference(s, input);
        say_line(s, input);
        between = "; ";
    }
}

/* ---- As a table ---- */

enum input_column {
    INPUT_FILE,
    INPUT_LINE_BEFORE,
    INPUT_LINE_AFTER,
    INPUT_WHAT,
    INPUT_LIST,
    INPUT_NAME,
    INPUT_COLUMN,
    INPUT_BEFORE,
    INPUT_AFTER,
    INPUT_COLUMNS
};

static struct cell line_cell(uint32_t line)
{
    return line ? cell_of_value(ratio_whole(line), FORMAT_NUMBERING) : (struct cell){.kind = CELL_EMPTY};
}

static void fill_input(struct cell *cells, const struct input_change *input)
{
    const bool is_code = input->cause == CAUSE_CODES;
    cells[INPUT_FILE] = cell_of_text(sv_of(is_code ? "koder.csv" : "rapport.ini"));
    cells[INPUT_LINE_BEFORE] = line_cell(input->line_before);
    cells[INPUT_LINE_AFTER] = line_cell(input->line_after);
    cells[INPUT_WHAT] = cell_of_text(sv_of(row_change_word(input->kind)));
    cells[INPUT_LIST] = cell_of_text_or_empty(input->list);
    cells[INPUT_NAME] = cell_of_text(input->name);
    if (is_code)
        cells[INPUT_COLUMN] = cell_of_text(sv_of(input->column ? input->column : "hele rækken"));
    cells[INPUT_BEFORE] = cell_of_text_or_empty(input->before);
    cells[INPUT_AFTER] = cell_of_text_or_empty(input->after);
}

void add_changed_inputs(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[INPUT_COLUMNS] = {
        [INPUT_FILE] = {.heading = SV("Fil")},
        [INPUT_LINE_BEFORE] = {.heading = SV("Linje før"), .format = FORMAT_NUMBERING},
        [INPUT_LINE_AFTER] = {.heading = SV("Linje nu"), .format = FORMAT_NUMBERING},
        [INPUT_WHAT] = {.heading = SV("Hvad")},
        [INPUT_LIST] = {.heading = SV("Kodeliste")},
        [INPUT_NAME] = {.heading = SV("Indstilling eller kode")},
        [INPUT_COLUMN] = {.heading = SV("Kolonne")},
        [INPUT_BEFORE] = {.heading = SV("Før")},
        [INPUT_AFTER] = {.heading = SV("Nu")},
    };
    const struct changes *changes = context->request->correction->changes;
    struct table *table = section_add_table(
        context->document, section, "indstillinger", "Indstillinger og koder",
        sv_of("Indstillinger i rapport.ini og koder i koder.csv, der er ændret"), columns, INPUT_COLUMNS);
    for (size_t i = 0; i < changes->input_count; i++)
        fill_input(table_add_row(context->document, table, ROW_BODY)->cells, &changes->inputs[i]);
    if (count_changed_inputs(changes, CAUSE_CODES, (struct sv){0}))
        table->columns[INPUT_LINE_BEFORE].note =
            table_add_note(table, sv_of("Uden linje: Koden stod eller står ikke i koder.csv. Så gjaldt eller "
                                        "gælder programmets egen liste."));
    table->empty = sv_of("Ingen indstillinger eller koder er ændret.");
}

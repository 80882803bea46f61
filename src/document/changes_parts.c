#include "changes_parts.h"

#include "cell_text.h"
#include "changed_sentences.h"
#include "record_cells.h"
#include "revision_table.h"
#include "sections.h"
#include "sentence.h"

/* ---- What the correction is ---- */

static bool has_rows(const struct changes *changes)
{
    return changes->before.data != NULL;
}

static void say_version_before(struct sentence s, const struct told_version *before)
{
    say_sv(s, told_version_name(before, s.context->document->arena));
    if (before->date == DAY_NONE)
        return;
    say(s, " fra ");
    say_value(s, ratio_whole(before->date), FORMAT_DATE);
}

/* "Dette er version 2, der træder i stedet for version 1 fra 12. januar 2026. Begrundelse: …" */
static void say_versions(struct sentence s, const struct correction *correction)
{
    struct arena *arena = s.context->document->arena;
    const struct sv reason = reason_line(s.context->request, arena);
    if (correction->after.number) {
        say_sv(s,
               sv_format(arena, "Dette er version %u, der træder i stedet for ", correction->after.number));
        say_version_before(s, &correction->before);
    } else {
        say_sv(s, text_raised(arena, told_version_name(&correction->before, arena)));
        say(s, " er holdt op mod ");
        say_sv(s, told_version_name(&correction->after, arena));
    }
    say(s, ".");
    if (!reason.size)
        return;
    say(s, " ");
    say_sv(s, reason);
    say(s, sv_ends_with(reason, sv_of(".")) ? "" : ".");
}

/* How many rows of a file were changed in each way. */
struct file_changes {
    struct sv name;
    int64_t rows[ROW_CHANGE_KINDS];
};

static struct file_changes *count_by_file(const struct changes *changes, size_t *count, struct arena *arena)
{
    size_t capacity = 0;
    struct file_changes *files = NULL;
    *count = 0;
    for (size_t i = 0; i < changes->row_count; i++) {
        const struct sv name = row_change_file(changes, &changes->rows[i]).text;
        size_t at = 0;
        while (at < *count && !sv_equal(files[at].name, name))
            at++;
        if (at == *count) {
            files = arena_grow(arena, files, *count, &capacity, sizeof *files);
            files[(*count)++] = (struct file_changes){.name = name};
        }
        files[at].rows[changes->rows[i].kind]++;
    }
    return files;
}

/* "1 tilføjet, 2 rettet" */
static void say_kinds(struct sentence s, const int64_t rows[ROW_CHANGE_KINDS])
{
    static const enum row_change_kind order[] = {ROW_ADDED, ROW_REMOVED, ROW_CHANGED};
    const char *between = "";
    for (size_t i = 0; i < ROW_CHANGE_KINDS; i++) {
        if (!rows[order[i]])
            continue;
        say(s, between);
        say_value(s, ratio_whole(rows[order[i]]), FORMAT_COUNT);
        say(s, " ");
        say(s, row_change_word(order[i]));
        between = ", ";
    }
}

static void say_files(struct sentence s, const struct file_changes *files, size_t count)
{
    enum { FILES_NAMED = 8 };
    for (size_t i = 0; i < count && i < FILES_NAMED; i++) {
        say(s, i ? "; i " : "i ");
        say_sv(s, files[i].name);
        say(s, " er ");
        say_kinds(s, files[i].rows);
    }
    if (count > FILES_NAMED) {
        say(s, "; og flere i ");
        say_number(s, ratio_whole((int64_t)(count - FILES_NAMED)), NOUN_FILE);
    }
}

/* "Fire rækker i data er ændret: i job.csv er 1 tilføjet …" */
static void say_rows(struct sentence s, const struct changes *changes)
{
    size_t count;
    const struct file_changes *files = count_by_file(changes, &count, s.context->document->arena);
    if (!changes->row_count) {
        say(s, "Ingen rækker i data er ændret. ");
        return;
    }
    say(s, "I data er ");
    say_number(s, ratio_whole((int64_t)changes->row_count), NOUN_ROW);
    say(s, changes->row_count == 1 ? " ændret: " : " ændret: ");
    say_files(s, files, count);
    say(s, ". ");
}

static void say_figures(struct sentence s, const struct changes *changes)
{
    if (!changes->figure_count) {
        say(s, "Ingen nøgletal har flyttet sig; alle ");
        say_value(s, ratio_whole((int64_t)changes->unchanged), FORMAT_COUNT);
        say(s, " er, som de var.");
        return;
    }
    say_value(s, ratio_whole((int64_t)changes->figure_count), FORMAT_COUNT);
    say(s, changes->figure_count == 1 ? " nøgletal har flyttet sig, og " : " nøgletal har flyttet sig, og ");
    say_value(s, ratio_whole((int64_t)changes->unchanged), FORMAT_COUNT);
    say(s, " er uændrede, når alle opdelinger tælles med.");
}

static void say_without_rows(struct sentence s, const struct correction *correction)
{
    say(s, "Rækkerne bag ");
    say_sv(s, told_version_name(&correction->before, s.context->document->arena));
    say(s, " er ikke gemt. Tallene kan derfor sammenlignes, men ikke føres tilbage til rækker. ");
}

static void add_lead(const struct section_context *context, struct section *section,
                     const struct correction *correction)
{
    struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    say_versions(s, correction);
    s = sentence_in(context, section, PARAGRAPH_BODY);
    if (!correction_can_be_told(correction)) {
        say(s, "Tallene i ");
        say_sv(s, told_version_name(&correction->before, context->document->arena));
        say(s, " er der ikke mere eller kan ikke læses, så det kan ikke vises, hvad der er ændret.");
        return;
    }
    if (has_rows(correction->changes))
        say_rows(s, correction->changes);
    else
        say_without_rows(s, correction);
    say_figures(s, correction->changes);
}

/* ---- Goals that turned ---- */

static const struct figure_change *change_of_goal(const struct changes *changes, struct figure_key key,
                                                  enum figure_id id)
{
    key.figure = (uint16_t)id;
    for (size_t i = 0; i < changes->figure_count; i++) {
        const struct figure *after = changes->figures[i].after;
        if (after && after->key.figure == key.figure && after->key.goal == key.goal &&
            after->key.period == key.period)
            return &changes->figures[i];
    }
    return NULL;
}

static void say_moved(struct sentence s, const struct figure_change *change, const char *what)
{
    const struct told_change told =
        told_change(s.context->request->correction, change, s.context->document->arena);
    say(s, what);
    paragraph_add(s.context->document, s.paragraph, told.before);
    say(s, " til ");
    paragraph_add(s.context->document, s.paragraph, told.after);
}

/* ": resultatet gik fra 29 til 30" */
static void say_why_it_turned(struct sentence s, const struct changes *changes, struct figure_key key)
{
    const struct figure_change *value = change_of_goal(changes, key, FIGURE_GOAL_VALUE);
    const struct figure_change *target = change_of_goal(changes, key, FIGURE_GOAL_TARGET);
    if (value)
        say_moved(s, value, ": resultatet gik fra ");
    if (target)
        say_moved(s, target, value ? ", og måltallet fra " : ": måltallet gik fra ");
    if (value && !target) {
        key.figure = FIGURE_GOAL_TARGET;
        if (ratio_has_value(figures_value(s.context->figures, key))) {
            say(s, ", og måltallet er ");
            paragraph_add(
                s.context->document, s.paragraph,
                cell_of_target(figures_value(s.context->figures, key),
                               told_change(s.context->request->correction, value, s.context->document->arena)
                                   .after.format));
        }
    }
}

static void say_status(struct sentence s, const struct cell *cell)
{
    struct cell strong = *cell;
    strong.strong = true;
    paragraph_add(s.context->document, s.paragraph, strong);
}

static void say_turned_goal(struct sentence s, const struct told_change *told)
{
    const struct sv name = goals(told->figures->data)[told->key.goal].name;
    say_sv(s, sv_format(s.context->document->arena, "Målet »%.*s« ", SV_ARG(name)));
    if (!told->change->after) {
        say(s, "er faldet bort.");
        return;
    }
    if (!ratio_has_value(told->before.value)) {
        say(s, "er kommet til: ");
        say_status(s, &told->after);
        say(s, ".");
        return;
    }
    say(s, "er vendt fra ");
    say_status(s, &told->before);
    say(s, " til ");
    say_status(s, &told->after);
    say_why_it_turned(s, s.context->request->correction->changes, told->key);
    say(s, ".");
}

static void add_turned_goals(const struct section_context *context, struct section *section)
{
    const struct correction *correction = context->request->correction;
    struct list *list = NULL;
    for (size_t i = 0; i < correction->changes->figure_count; i++) {
        const struct told_change told =
            told_change(correction, &correction->changes->figures[i], context->document->arena);
        if (!told.figures || told.key.figure != FIGURE_GOAL_STATUS)
            continue;
        if (!list)
            list = section_add_list(context->document, section);
        say_turned_goal((struct sentence){context, list_add_item(context->document, list)}, &told);
    }
}

/* ---- Figures that moved ---- */

enum figure_columns {
    MOVED_NAME,
    MOVED_BEFORE,
    MOVED_AFTER,
    MOVED_CHANGE,
    MOVED_SHARE,
    MOVED_WHY,
    MOVED_COLUMNS
};

/* "1, 3 og 4 til"; where none of them is shown "4 rækker". */
static struct sv counted_rows(struct buffer *text, size_t named, size_t others)
{
    if (others && named)
        buffer_format(text, " og %zu til", others);
    else if (others)
        buffer_add(text, counted_text(others, "række", "rækker", text->arena));
    return buffer_view(text);
}

/* The numbers of the rows that it comes from. */
static struct sv numbers_of_rows(const struct told_change *told, const struct shown_rows *shown,
                                 size_t row_count, struct arena *arena)
{
    enum { NUMBERS_NAMED = 4 };
    struct buffer text = buffer_in(arena);
    bool *seen = arena_array(arena, row_count, sizeof *seen);
    size_t named = 0;
    size_t others = 0;
    for (size_t i = 0; i < told->change->row_count; i++) {
        const uint32_t row = told->change->rows[i].change;
        if (row == NO_ROW_CHANGE || seen[row])
            continue;
        seen[row] = true;
        if (!shown->numbers[row] || named == NUMBERS_NAMED)
            others++;
        else
            buffer_format(&text, "%s%u", named++ ? ", " : "", (unsigned)shown->numbers[row]);
    }
    return counted_rows(&text, named, others);
}

static struct sv why_text(const struct section_context *context, const struct told_change *told,
                          const struct shown_rows *shown)
{
    struct arena *arena = context->document->arena;
    const size_t row_count = context->request->correction->changes->row_count;
    const struct sv rows = numbers_of_rows(told, shown, row_count, arena);
    const struct sv causes = causes_text(told->change->causes, arena);
    if (rows.size && told->change->method)
        return sv_format(arena, "%.*s; programmet", SV_ARG(rows));
    return rows.size ? rows : causes;
}

static void add_moved_row(const struct section_context *context, struct table *table,
                          const struct told_change *told, const struct shown_rows *shown)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[MOVED_NAME] = cell_of_text(told->name);
    row->cells[MOVED_BEFORE] = told->before;
    row->cells[MOVED_AFTER] = told->after;
    row->cells[MOVED_CHANGE] = told->difference;
    if (told->difference.kind == CELL_VALUE)
        row->cells[MOVED_CHANGE].derivation =
            (struct derivation){.kind = DERIVED_DIFFERENCE, .a = MOVED_AFTER, .b = MOVED_BEFORE};
    row->cells[MOVED_SHARE] = told->share;
    row->cells[MOVED_WHY] = cell_of_text(why_text(context, told, shown));
}

/* "; se rettelser-2024.xlsx." */
static struct sv see_elsewhere(const struct changes_form *form, struct arena *arena)
{
    return form->elsewhere.size ? sv_format(arena, "; se %.*s.", SV_ARG(form->elsewhere)) : sv_of(".");
}

static void note_what_is_left_out(const struct section_context *context, struct table *table, size_t more,
                                  const struct changes_form *form)
{
    struct arena *arena = context->document->arena;
    if (more)
        table->title_note = table_add_note(
            table, sv_format(arena, "Tabellen viser de vigtigste. %.*s har flyttet sig%.*s",
                             SV_ARG(counted_text(more, "nøgletal mere", "nøgletal mere", arena)),
                             SV_ARG(see_elsewhere(form, arena))));
}

/* The method changed: what was printed is not what the same data come to now. */
static void note_method(struct table *table, const struct told_change *told, size_t count)
{
    uint8_t note = 0;
    for (size_t i = 0; i < count; i++) {
        if (!told[i].change->method)
            continue;
        if (!note)
            note =
                table_add_note(table, sv_of("Beregningen er ændret: Programmet tæller nu de samme data til "
                                            "noget andet, end den forrige version viste."));
        table->rows[i].note = note;
    }
}

static void add_moved(const struct section_context *context, struct section *section,
                      const struct told_change *told, size_t count, const struct shown_rows *shown,
                      const struct changes_form *form)
{
    static const struct table_column columns[MOVED_COLUMNS] = {
        [MOVED_NAME] = {.heading = SV("Mål og nøgletal")},
        [MOVED_BEFORE] = {.heading = SV("Før"), .format = FORMAT_COUNT},
        [MOVED_AFTER] = {.heading = SV("Nu"), .format = FORMAT_COUNT},
        [MOVED_CHANGE] = {.heading = SV("Ændring"), .format = FORMAT_CHANGE},
        [MOVED_SHARE] = {.heading = SV("I procent"), .format = FORMAT_SHARE},
        [MOVED_WHY] = {.heading = SV("Skyldes række")},
    };
    const struct changes *changes = context->request->correction->changes;
    if (!changes->figure_count)
        return;
    struct table *table = section_add_table(context->document, section, "flyttede", "Flyttede tal",
                                            table_title(context, "Mål og nøgletal, der har flyttet sig"),
                                            columns, has_rows(changes) ? MOVED_COLUMNS : MOVED_WHY);
    const size_t shown_figures = count < form->figures ? count : form->figures;
    for (size_t i = 0; i < shown_figures; i++)
        add_moved_row(context, table, &told[i], shown);
    note_method(table, told, shown_figures);
    note_what_is_left_out(context, table, changes->figure_count - shown_figures, form);
    table->empty = sv_of("Ingen af de tal, der gælder alle, har flyttet sig; kun opdelinger af dem har.");
}

/* ---- The rows behind ---- */

enum row_columns { ROW_NUMBER, ROW_FILE, ROW_LINE, ROW_WHAT, ROW_COLUMN, ROW_BEFORE, ROW_AFTER, ROW_COLUMNS };

/* Pseudonyms of persons and of their courses, and free text. */
static bool is_personal(const struct column *column)
{
    return column->type == VALUE_PARTICIPANT || column->type == VALUE_TEXT ||
           (column->type == VALUE_REFERENCE && column->reference == TABLE_COURSES);
}

struct cell changed_cell(const struct section_context *context, const struct row_change *row,
                         const struct cell_change *cell, bool after, bool persons_and_texts)
{
    const struct changes *changes = context->request->correction->changes;
    const struct column *column = &table_schema(row->table)->columns[cell->column];
    if (!persons_and_texts && is_personal(column))
        return cell_of_text(sv_of("vises ikke her"));
    return record_cell(after ? changes->after.data : changes->before.data, row->table,
                       after ? row->after : row->before, column, context->document->arena);
}

/* Whether a column helps to see what an added or a removed row is about. */
static bool tells_of_row(const struct column *column, bool persons_and_texts)
{
    return persons_and_texts || (!is_personal(column) && column->type != VALUE_KEY);
}

/* A code says what it is; a number, a day or a yes needs its column's name. */
static bool needs_name(const struct column *column)
{
    return record_format(column) != FORMAT_TEXT || column->type == VALUE_YES_NO;
}

static void add_to_row(struct buffer *text, const struct column *column, const struct cell *cell)
{
    buffer_add_text(text, text->size ? "; " : "");
    if (needs_name(column))
        buffer_format(text, "%s ", column->name);
    cell_text(text, cell);
}

struct cell whole_row(const struct section_context *context, const struct row_change *row, bool after,
                      bool persons_and_texts)
{
    const struct changes *changes = context->request->correction->changes;
    const struct table_schema *schema = table_schema(row->table);
    const uint32_t at = after ? row->after : row->before;
    struct buffer text = buffer_in(context->document->arena);
    for (size_t i = 0; at != ROW_NONE && i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        const struct cell cell = record_cell(after ? changes->after.data : changes->before.data, row->table,
                                             at, column, context->document->arena);
        if (cell.kind != CELL_EMPTY && tells_of_row(column, persons_and_texts))
            add_to_row(&text, column, &cell);
    }
    return text.size ? cell_of_text(buffer_view(&text)) : (struct cell){.kind = CELL_EMPTY};
}

/* "199"; where the line has moved "199, nu 201". */
static struct sv line_text(const struct changes *changes, const struct row_change *row, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    const struct cell before = row_change_line_before(changes, row);
    const struct cell after = row_change_line_after(changes, row);
    cell_text(&text, before.kind == CELL_EMPTY ? &after : &before);
    if (before.kind == CELL_EMPTY || after.kind == CELL_EMPTY || before.value.num == after.value.num)
        return buffer_view(&text);
    buffer_add_text(&text, ", nu ");
    cell_text(&text, &after);
    return buffer_view(&text);
}

static struct cell *add_line(const struct section_context *context, struct table *table,
                             const struct row_change *row, uint32_t number)
{
    const struct changes *changes = context->request->correction->changes;
    struct cell *cells = table_add_row(context->document, table, ROW_BODY)->cells;
    cells[ROW_NUMBER] = cell_of_value(ratio_whole(number), FORMAT_NUMBERING);
    cells[ROW_FILE] = row_change_file(changes, row);
    cells[ROW_LINE] = cell_of_text(line_text(changes, row, context->document->arena));
    cells[ROW_WHAT] = cell_of_text(sv_of(row_change_word(row->kind)));
    return cells;
}

static void add_row_lines(const struct section_context *context, struct table *table,
                          const struct row_change *row, uint32_t number, bool persons_and_texts)
{
    const struct table_schema *schema = table_schema(row->table);
    if (row->kind != ROW_CHANGED) {
        struct cell *cells = add_line(context, table, row, number);
        cells[ROW_COLUMN] = cell_of_text(sv_of("hele rækken"));
        cells[ROW_BEFORE] = whole_row(context, row, false, persons_and_texts);
        cells[ROW_AFTER] = whole_row(context, row, true, persons_and_texts);
        return;
    }
    for (size_t i = 0; i < row->cell_count; i++) {
        struct cell *cells = add_line(context, table, row, number);
        cells[ROW_COLUMN] = cell_of_text(sv_of(schema->columns[row->cells[i].column].name));
        cells[ROW_BEFORE] = changed_cell(context, row, &row->cells[i], false, persons_and_texts);
        cells[ROW_AFTER] = changed_cell(context, row, &row->cells[i], true, persons_and_texts);
    }
}

static void add_rows(const struct section_context *context, struct section *section,
                     const struct shown_rows *shown, const struct changes_form *form)
{
    static const struct table_column columns[ROW_COLUMNS] = {
        [ROW_NUMBER] = {.heading = SV("Nr."), .format = FORMAT_NUMBERING},
        [ROW_FILE] = {.heading = SV("Fil")},
        [ROW_LINE] = {.heading = SV("Linje")},
        [ROW_WHAT] = {.heading = SV("Hvad")},
        [ROW_COLUMN] = {.heading = SV("Kolonne")},
        [ROW_BEFORE] = {.heading = SV("Før")},
        [ROW_AFTER] = {.heading = SV("Nu")},
    };
    const struct changes *changes = context->request->correction->changes;
    struct arena *arena = context->document->arena;
    if (!shown->count)
        return;
    struct table *table = section_add_table(context->document, section, "rettederaekker", "Rettede rækker",
                                            sv_of("Rækker i data, der er ændret"), columns, ROW_COLUMNS);
    for (size_t i = 0; i < changes->row_count; i++)
        if (shown->numbers[i])
            add_row_lines(context, table, &changes->rows[i], shown->numbers[i], form->persons_and_texts);
    const size_t more = changes->row_count - shown->count;
    if (more)
        table->title_note = table_add_note(
            table, sv_format(arena, "Og %.*s til%.*s", SV_ARG(counted_text(more, "række", "rækker", arena)),
                             SV_ARG(see_elsewhere(form, arena))));
}

/* ---- Sentences that changed ---- */

static struct cell said_cell(struct sv text)
{
    return text.size ? cell_of_text(text) : cell_of_text(sv_of("(stod der ikke)"));
}

static void add_sentences(const struct section_context *context, struct section *section)
{
    enum { SAID_BEFORE, SAID_NOW, SAID_COLUMNS };
    static const struct table_column columns[SAID_COLUMNS] = {
        [SAID_BEFORE] = {.heading = SV("Før")},
        [SAID_NOW] = {.heading = SV("Nu")},
    };
    struct changed_sentence changed[CHANGED_SENTENCES];
    const size_t count = changed_sentences(context, changed);
    if (!count)
        return;
    struct table *table =
        section_add_table(context->document, section, "rettedesaetninger", "Rettede sætninger",
                          sv_of("Sætninger på rapportens første side, der er ændret"), columns, SAID_COLUMNS);
    for (size_t i = 0; i < count; i++) {
        struct table_row *row = table_add_row(context->document, table, ROW_BODY);
        row->cells[SAID_BEFORE] = said_cell(changed[i].before);
        row->cells[SAID_NOW] = said_cell(changed[i].after);
    }
}

/* ---- What else changed ---- */

static size_t figures_moved_by(const struct changes *changes, enum change_cause cause)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->figure_count; i++)
        count +=
            cause == CAUSE_PROGRAM ? changes->figures[i].method : (changes->figures[i].causes & cause) != 0;
    return count;
}

static void say_program(struct sentence s, const struct correction *correction)
{
    const size_t count = figures_moved_by(correction->changes, CAUSE_PROGRAM);
    const struct sv before = correction->before.program;
    const struct sv after = correction->after.program;
    say(s, "Programmet tæller ");
    say_value(s, ratio_whole((int64_t)count), FORMAT_COUNT);
    say(s, " nøgletal anderledes end før, selv om data er de samme");
    if (before.size && after.size && !sv_equal(before, after))
        say_sv(s, sv_format(s.context->document->arena, " (version %.*s før, %.*s nu)", SV_ARG(before),
                            SV_ARG(after)));
    say(s, ".");
}

static struct sv option_value(struct sv value)
{
    return value.size ? value : sv_of("ikke givet");
}

/* "Rapporten er dannet med andre valg: --udelad-fejl var nej og er nu ja." */
static void say_options(struct sentence s, const struct correction *correction)
{
    const struct told_version *after = &correction->after;
    const char *between = ": ";
    say(s, "Rapporten er dannet med andre valg");
    for (size_t i = 0; i < after->option_count; i++) {
        const struct sv before = told_option(&correction->before, after->options[i].name);
        if (sv_equal(before, after->options[i].value))
            continue;
        say(s, between);
        say_sv(s, sv_format(s.context->document->arena, "%.*s var %.*s og er nu %.*s",
                            SV_ARG(after->options[i].name), SV_ARG(option_value(before)),
                            SV_ARG(option_value(after->options[i].value))));
        between = "; ";
    }
    say(s, ".");
}

static void say_settings(struct sentence s, const struct changes *changes)
{
    const day_number before = changes->before.data->settings.extract_date;
    const day_number after = changes->after.data->settings.extract_date;
    if (before == after || before == DAY_NONE || after == DAY_NONE) {
        say(s, "Desuden er indstillingerne i rapport.ini ændret.");
        return;
    }
    say(s, "Desuden er rapport.ini ændret: Data er trukket den ");
    say_value(s, ratio_whole(after), FORMAT_DATE);
    say(s, "; før var det den ");
    say_value(s, ratio_whole(before), FORMAT_DATE);
    say(s, ".");
}

static void say_cause(struct sentence s, const struct correction *correction, enum change_cause cause)
{
    switch (cause) {
    case CAUSE_PROGRAM:
        say_program(s, correction);
        break;
    case CAUSE_OPTIONS:
        say_options(s, correction);
        break;
    case CAUSE_CODES:
        say(s, "Desuden er kodelisterne i koder.csv ændret.");
        break;
    case CAUSE_SETTINGS:
        say_settings(s, correction->changes);
        break;
    }
}

static void say_unexplained(struct sentence s, const struct changes *changes)
{
    say_number(s, ratio_whole((int64_t)changes->unexplained), NOUN_NONE);
    say(s,
        " nøgletal har flyttet sig, uden at det kan føres tilbage til rækker eller til andet, der er ændret. "
        "Det er en fejl i programmet, som listen over fund viser.");
}

static void add_other_causes(const struct section_context *context, struct section *section)
{
    static const enum change_cause causes[] = {CAUSE_PROGRAM, CAUSE_OPTIONS, CAUSE_CODES, CAUSE_SETTINGS};
    const struct correction *correction = context->request->correction;
    const struct changes *changes = correction->changes;
    if (!has_rows(changes) || !(changes->causes || changes->unexplained))
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
        if (!(changes->causes & causes[i]))
            continue;
        say(s, s.paragraph->span_count ? " " : "");
        say_cause(s, correction, causes[i]);
    }
    if (changes->unexplained)
        say_unexplained(s, changes);
}

/* ---- All of it ---- */

struct sv corrections_file(const struct section_context *context)
{
    const struct figures *figures = context->figures;
    return sv_format(context->document->arena, "rettelser-%.*s.xlsx",
                     SV_ARG(period_name(&figures->periods[figures->report])));
}

/* With one older version the revision is the change itself. */
static bool has_room_for_revisions(const struct section_context *context, const struct shown_rows *shown)
{
    enum { LINES_BESIDE = 8, REVISED_MOST = 6, OLDER_FEWEST = 2, OLDER_MOST = 5 };
    const size_t older = context->request->correction->older_count;
    return older >= OLDER_FEWEST && older <= OLDER_MOST && shown->lines <= LINES_BESIDE &&
           revised_figures(context) <= REVISED_MOST;
}

void add_changes(const struct section_context *context, struct section *section,
                 const struct changes_form *form)
{
    const struct correction *correction = context->request->correction;
    struct told_change *told;
    add_lead(context, section, correction);
    if (!correction_can_be_told(correction))
        return;
    const size_t count = headline_changes(context, &told);
    const struct shown_rows shown =
        shown_rows(correction->changes, told, count < form->figures ? count : form->figures, form->lines,
                   context->document->arena);
    add_turned_goals(context, section);
    add_moved(context, section, told, count, &shown, form);
    if (form->row_table)
        add_rows(context, section, &shown, form);
    if (form->sentences)
        add_sentences(context, section);
    if (form->revisions && has_room_for_revisions(context, &shown))
        add_revision_table(context, section, "revisioner", "Revisioner", true);
    add_other_causes(context, section);
}

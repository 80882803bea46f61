#include "evaluation_table.h"

#include "agreement_page.h"
#include "sections.h"
#include "sheet_name.h"

static const char SCALE[] = "Skala: 1 betyder »slet ikke«, og 5 betyder »i høj grad«.";
static const char SCALE_OF_COLUMNS[] =
    "Kolonnerne 1–5 er antallet af hvert svar: 1 betyder »slet ikke«, og 5 betyder »i høj grad«.";

/* ---- The questions of one agreement ---- */

enum question_column {
    QUESTION_TEXT,
    QUESTION_FIRST, /* how many answered 1, and so on to 5 */
    QUESTION_COUNT = QUESTION_FIRST + HIGHEST_ANSWER,
    QUESTION_MEAN,
    QUESTION_BEFORE,
    QUESTION_CHANGE,
    QUESTION_COLUMNS
};

/* The same columns without the distribution. */
struct question_table {
    const struct evaluation_view *view;
    struct table *table;
    uint32_t agreement;
    bool distribution;
};

static uint16_t place_of(const struct question_table *of, enum question_column column)
{
    return (uint16_t)(column >= QUESTION_COUNT && !of->distribution ? column - HIGHEST_ANSWER : column);
}

struct sv question_text(const struct evaluation_view *view, size_t question)
{
    return sv_format(view->context->document->arena, "%zu. %.*s", question + 1,
                     SV_ARG(view->questions->codes[question].name));
}

struct cell answers_cell(const struct evaluation_view *view, uint16_t period, uint32_t agreement,
                         size_t question, int answer)
{
    struct figures *figures = view->context->figures;
    struct figure_key key = evaluation_key(view, FIGURE_EVALUATION_SPREAD, period, agreement, question);
    const struct sv code = sv_format(view->context->document->arena, "%.*s:%d",
                                     SV_ARG(view->questions->codes[question].code), answer);
    key = figure_key_code(figures, key, code);
    return cell_of_figure(figures, key, FORMAT_COUNT);
}

/* Without answers no figure has the key, and the mean has no value. */
static struct cell mean_cell(const struct evaluation_view *view, uint16_t period, uint32_t agreement,
                             size_t question)
{
    if (!evaluation_answers(view, period, agreement, question))
        return cell_of_value(ratio_none(), FORMAT_DECIMAL);
    return cell_of_figure(view->context->figures,
                          evaluation_key(view, FIGURE_EVALUATION_ANSWER, period, agreement, question),
                          FORMAT_DECIMAL);
}

static struct cell change_cell(const struct question_table *of, size_t question)
{
    struct cell cell =
        cell_of_value(evaluation_change(of->view, of->agreement, question), FORMAT_CHANGE_DECIMAL);
    if (ratio_has_value(cell.value))
        cell.derivation = (struct derivation){
            .kind = DERIVED_DIFFERENCE, .a = place_of(of, QUESTION_MEAN), .b = place_of(of, QUESTION_BEFORE)};
    return cell;
}

static void add_question(const struct question_table *of, size_t question)
{
    const struct evaluation_view *view = of->view;
    const struct figure_key count =
        evaluation_key(view, FIGURE_EVALUATION_COUNT, view->now, of->agreement, question);
    struct table_row *row = table_add_row(view->context->document, of->table, ROW_BODY);
    row->cells[QUESTION_TEXT] = cell_of_text(question_text(view, question));
    for (int i = 0; of->distribution && i < HIGHEST_ANSWER; i++)
        row->cells[QUESTION_FIRST + i] =
            answers_cell(view, view->now, of->agreement, question, LOWEST_ANSWER + i);
    struct cell *answers = &row->cells[place_of(of, QUESTION_COUNT)];
    *answers = cell_of_figure(view->context->figures, count, FORMAT_COUNT);
    if (of->distribution)
        answers->derivation = (struct derivation){DERIVED_SUM_COLUMNS, QUESTION_FIRST, QUESTION_COUNT - 1};
    row->cells[place_of(of, QUESTION_MEAN)] = mean_cell(view, view->now, of->agreement, question);
    row->cells[place_of(of, QUESTION_BEFORE)] = mean_cell(view, view->before, of->agreement, question);
    row->cells[place_of(of, QUESTION_CHANGE)] = change_cell(of, question);
}

/* Whether every change is what the reader finds who subtracts the means as they are printed. */
static bool changes_add_up(const struct question_table *of)
{
    for (size_t i = 0; i < of->table->row_count; i++) {
        const struct cell *cells = of->table->rows[i].cells;
        const struct cell *change = &cells[place_of(of, QUESTION_CHANGE)];
        if (ratio_has_value(change->value) &&
            ratio_round(change->value, 1) != ratio_round(cells[place_of(of, QUESTION_MEAN)].value, 1) -
                                                 ratio_round(cells[place_of(of, QUESTION_BEFORE)].value, 1))
            return false;
    }
    return true;
}

static void write_columns(const struct question_table *of, struct table_column *columns)
{
    struct arena *arena = of->view->context->document->arena;
    const int year = report_year(of->view->context);
    columns[QUESTION_TEXT] = (struct table_column){.heading = SV("Spørgsmål")};
    for (int i = 0; of->distribution && i < HIGHEST_ANSWER; i++)
        columns[QUESTION_FIRST + i] = (struct table_column){
            .heading = sv_format(arena, "%d", LOWEST_ANSWER + i), .format = FORMAT_COUNT};
    columns[place_of(of, QUESTION_COUNT)] =
        (struct table_column){.heading = SV("Svar"), .format = FORMAT_COUNT};
    columns[place_of(of, QUESTION_MEAN)] =
        (struct table_column){.heading = sv_format(arena, "Snit %d", year), .format = FORMAT_DECIMAL};
    columns[place_of(of, QUESTION_BEFORE)] =
        (struct table_column){.heading = sv_format(arena, "Snit %d", year - 1), .format = FORMAT_DECIMAL};
    columns[place_of(of, QUESTION_CHANGE)] =
        (struct table_column){.heading = SV("Ændring"), .format = FORMAT_CHANGE_DECIMAL};
}

static struct table *add_empty_table(const struct question_table *of, struct section *section)
{
    struct document *document = of->view->context->document;
    struct arena *arena = document->arena;
    struct table_column columns[QUESTION_COLUMNS];
    const size_t count = of->distribution ? QUESTION_COLUMNS : QUESTION_COLUMNS - HIGHEST_ANSWER;
    write_columns(of, columns);
    const bool all = of->agreement == ALL_AGREEMENTS;
    const struct sv name = all ? sv_of("Alle aftaler") : agreement_id(of->view->context->data, of->agreement);
    const char *id =
        all ? "spoergsmaal" : sv_text(arena, sv_format(arena, "spoergsmaal%u", (unsigned)of->agreement + 1));
    return section_add_table(document, section, id,
                             sheet_name(document, sv_format(arena, "Spørgsmål %.*s", SV_ARG(name))),
                             sv_format(arena, "%.*s: svar på spørgsmålene, evalueringen %d", SV_ARG(name),
                                       report_year(of->view->context)),
                             columns, count);
}

/* All questions stand in the table of all agreements; an agreement's has those with answers, now or before.
 */
static bool is_shown(const struct question_table *of, size_t question)
{
    return of->agreement == ALL_AGREEMENTS ||
           evaluation_answers(of->view, of->view->now, of->agreement, question) ||
           evaluation_answers(of->view, of->view->before, of->agreement, question);
}

static void fill_question_table(struct question_table *of, struct section *section)
{
    of->table = add_empty_table(of, section);
    for (size_t i = 0; i < of->view->questions->count; i++)
        if (is_shown(of, i))
            add_question(of, i);
    const uint8_t scale = table_add_note(of->table, sv_of(of->distribution ? SCALE_OF_COLUMNS : SCALE));
    of->table->columns[of->distribution ? QUESTION_TEXT : place_of(of, QUESTION_MEAN)].note = scale;
    if (!changes_add_up(of))
        of->table->columns[place_of(of, QUESTION_CHANGE)].note =
            table_add_note(of->table, sv_of("Ændringen er regnet ud, før tallene er afrundet."));
    of->table->source = source_of(of->view->context, 1u << TABLE_EVALUATIONS);
}

void add_question_table(const struct evaluation_view *view, struct section *section, uint32_t agreement)
{
    struct question_table table = {.view = view, .agreement = agreement, .distribution = true};
    fill_question_table(&table, section);
}

void add_question_means(const struct evaluation_view *view, struct section *section, uint32_t agreement)
{
    struct question_table table = {.view = view, .agreement = agreement};
    fill_question_table(&table, section);
}

/* ---- The agreements side by side ---- */

enum { QUESTIONS_A_TABLE = 8 };

/* Some of the questions, as columns. */
struct means_table {
    const struct evaluation_view *view;
    struct table *table;
    size_t first;
    size_t count;
};

struct sv question_word(struct arena *arena, struct sv code, size_t number)
{
    static const struct {
        const char *code;
        const char *word;
    } words[] = {
        {"i_brug", "Brug"},          {"plan", "Plan"},
        {"ejerskab", "Ejerskab"},    {"opfoelgning", "Opfølgning"},
        {"sagsbehandler", "Aftalt"}, {"effekt", "Effekt"},
        {"overblik", "Overblik"},    {"samarbejde", "Samarbejde"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (sv_is(code, words[i].code))
            return sv_of(words[i].word);
    return sv_format(arena, "Nr. %zu", number);
}

static struct sv short_question(const struct evaluation_view *view, size_t question)
{
    return question_word(view->context->document->arena, view->questions->codes[question].code, question + 1);
}

static void add_means(const struct means_table *of, uint32_t agreement)
{
    const bool all = agreement == ALL_AGREEMENTS;
    const struct evaluation_view *view = of->view;
    struct table_row *row = table_add_row(view->context->document, of->table, all ? ROW_TOTAL : ROW_BODY);
    int64_t answers = 0;
    row->cells[0] = cell_of_text(all ? sv_of("Alle aftaler") : agreement_label(view->context, agreement));
    for (size_t i = 0; i < of->count; i++) {
        row->cells[i + 1] = mean_cell(view, view->now, agreement, of->first + i);
        answers += evaluation_answers(view, view->now, agreement, of->first + i);
    }
    row->cells[of->count + 1] = cell_of_value(ratio_whole(answers), FORMAT_COUNT);
    if (all)
        row->cells[of->count + 1].derivation.kind = DERIVED_SUM_ABOVE;
}

/* One note, for the columns' words stand in the questions' order. */
static void add_question_note(const struct means_table *of)
{
    struct buffer note = buffer_in(of->view->context->document->arena);
    buffer_add_text(&note, "Kolonnerne er spørgsmålene:");
    for (size_t i = 0; i < of->count; i++) {
        buffer_add_byte(&note, ' ');
        buffer_add(&note, question_text(of->view, of->first + i));
    }
    of->table->title_note = table_add_note(of->table, buffer_view(&note));
}

static void add_means_table(const struct evaluation_view *view, struct section *section, size_t first)
{
    struct document *document = view->context->document;
    struct arena *arena = document->arena;
    const size_t left = view->questions->count - first;
    const size_t count = left < QUESTIONS_A_TABLE ? left : QUESTIONS_A_TABLE;
    struct table_column *columns = arena_array(arena, count + 2, sizeof *columns);
    columns[0] = (struct table_column){.heading = SV("Aftale")};
    for (size_t i = 0; i < count; i++)
        columns[i + 1] =
            (struct table_column){.heading = short_question(view, first + i), .format = FORMAT_DECIMAL};
    columns[count + 1] = (struct table_column){.heading = SV("Svar"), .format = FORMAT_COUNT};
    const unsigned number = (unsigned)(first / QUESTIONS_A_TABLE) + 1;
    struct means_table of = {view, NULL, first, count};
    of.table = section_add_table(
        document, section, sv_text(arena, sv_format(arena, "svar%u", number)),
        sheet_name(document, sv_of("Svar, aftalerne")),
        sv_format(arena, "Gennemsnit af svarene fra 1, slet ikke, til 5, i høj grad, evalueringen %d",
                  report_year(view->context)),
        columns, count + 2);
    for (uint32_t i = 0; i < row_count(view->context->data, TABLE_AGREEMENTS); i++)
        if (evaluation_covers(view, i))
            add_means(&of, i);
    of.table->source = source_of(view->context, 1u << TABLE_AGREEMENTS | 1u << TABLE_EVALUATIONS);
    add_means(&of, ALL_AGREEMENTS);
    add_question_note(&of);
}

void add_means_side_by_side(const struct evaluation_view *view, struct section *section)
{
    for (size_t first = 0; first < view->questions->count; first += QUESTIONS_A_TABLE)
        add_means_table(view, section, first);
}

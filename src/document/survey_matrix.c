#include "survey_matrix.h"

#include "sections.h"
#include "sheet_name.h"
#include "survey_codes.h"

enum { MATRIX_COLUMNS = MATRIX_CODES + 4 }; /* question, round; answered, not answered */

/* A matrix in the making. */
struct matrix {
    const struct survey_view *view;
    const struct matrix_request *request;
    struct table *table;
    const struct code_list *scale; /* NULL: numbers */
    uint16_t first_answer;         /* column of the first answer; before it the question, the round or both */
};

bool fits_in_columns(const struct survey_view *view, uint32_t question)
{
    return survey_scale(&view->survey, question)->count <= MATRIX_CODES;
}

/* ---- Columns ---- */

static bool any_asked_again(const struct matrix *matrix)
{
    for (size_t i = 0; i < matrix->request->count; i++)
        if (survey_rounds_asked(&matrix->view->survey, matrix->request->questions[i]) > 1)
            return true;
    return false;
}

static const struct {
    enum figure_id figure;
    const char *heading;
    enum value_format fraction; /* the format where the number is not whole */
} NUMBERS[] = {
    {FIGURE_SURVEY_MEAN, "Gennemsnit", FORMAT_DECIMAL},  {FIGURE_SURVEY_MEDIAN, "Median", FORMAT_EXACT},
    {FIGURE_SURVEY_LEAST, "Mindste svar", FORMAT_EXACT}, {FIGURE_SURVEY_MOST, "Største svar", FORMAT_EXACT},
    {FIGURE_SURVEY_SUM, "Sum af svarene", FORMAT_EXACT},
};
enum { NUMBER_COLUMNS = sizeof NUMBERS / sizeof *NUMBERS };

static struct table_column count_column(struct sv heading)
{
    return (struct table_column){.heading = heading, .format = FORMAT_COUNT};
}

static size_t answer_columns(const struct matrix *matrix)
{
    return matrix->scale ? matrix->scale->count : NUMBER_COLUMNS;
}

/* Headings must differ, and two codes may share a name. */
static struct sv heading_of_code(const struct code_list *scale, size_t code, struct arena *arena)
{
    for (size_t i = 0; i < code; i++)
        if (sv_equal(scale->codes[i].name, scale->codes[code].name))
            return sv_format(arena, "%.*s (%.*s)", SV_ARG(scale->codes[code].name),
                             SV_ARG(scale->codes[code].code));
    return scale->codes[code].name;
}

static size_t write_columns(const struct matrix *matrix, struct table_column *columns)
{
    struct arena *arena = matrix->view->context->document->arena;
    size_t count = 0;
    if (matrix->request->count > 1)
        columns[count++] = (struct table_column){.heading = sv_of("Spørgsmål")};
    if (count < matrix->first_answer)
        columns[count++] = (struct table_column){.heading = sv_of("Runde")};
    for (size_t i = 0; i < answer_columns(matrix); i++)
        columns[count++] = matrix->scale ? count_column(heading_of_code(matrix->scale, i, arena))
                                         : (struct table_column){.heading = sv_of(NUMBERS[i].heading),
                                                                 .format = FORMAT_DECIMAL};
    columns[count++] = count_column(sv_of("Har svaret (n)"));
    columns[count++] = count_column(sv_of(SURVEY_NOT_ANSWERED_NAME));
    return count;
}

/* ---- Rows ---- */

static struct table_row *add_row(const struct matrix *matrix, enum row_kind kind, uint32_t question,
                                 struct sv what)
{
    struct table_row *row = table_add_row(matrix->view->context->document, matrix->table, kind);
    if (matrix->request->count > 1)
        row->cells[0] = cell_of_text(survey_question(matrix->view, question)->text);
    if (matrix->request->count == 1 || matrix->first_answer > 1)
        row->cells[matrix->first_answer - 1] = cell_of_text(what);
    return row;
}

static struct cell number_cell(const struct figures *figures, struct figure_key key,
                               enum value_format fraction)
{
    return cell_of_figure(figures, key, survey_number_format(figures_value(figures, key), fraction));
}

static void fill_answers(const struct matrix *matrix, struct table_row *row, uint32_t question,
                         uint16_t period)
{
    const struct survey_view *view = matrix->view;
    const struct figures *figures = view->context->figures;
    for (size_t i = 0; i < answer_columns(matrix); i++)
        row->cells[matrix->first_answer + i] =
            matrix->scale ? cell_of_figure(figures,
                                           survey_code_key(view, FIGURE_SURVEY_COUNT, question,
                                                           matrix->scale->codes[i].code, period),
                                           FORMAT_COUNT)
                          : number_cell(figures, survey_key(view, NUMBERS[i].figure, question, period),
                                        NUMBERS[i].fraction);
    const size_t after = matrix->first_answer + answer_columns(matrix);
    row->cells[after] =
        cell_of_figure(figures, survey_key(view, FIGURE_SURVEY_ANSWERED, question, period), FORMAT_COUNT);
    row->cells[after + 1] = cell_of_figure(
        figures, survey_code_key(view, FIGURE_SURVEY_COUNT, question, sv_of(CODE_NOT_ANSWERED), period),
        FORMAT_COUNT);
}

/* Shares are told where enough have answered in the round. */
static bool has_shares(const struct survey_view *view, uint32_t question, uint16_t period)
{
    const struct code_list *scale = survey_scale(&view->survey, question);
    return scale && figures_find(view->context->figures, survey_code_key(view, FIGURE_SURVEY_SHARE, question,
                                                                         scale->codes[0].code, period));
}

/* "Slut, andel" */
static struct sv name_of_shares(const struct survey_view *view, size_t round)
{
    return sv_format(view->context->document->arena, "%.*s, andel", SV_ARG(survey_round_name(view, round)));
}

static struct cell share_cell(const struct survey_view *view, uint32_t question, struct sv code,
                              uint16_t period)
{
    return cell_of_share(view->context->figures,
                         survey_code_key(view, FIGURE_SURVEY_SHARE, question, code, period),
                         survey_key(view, FIGURE_SURVEY_ANSWERED, question, period));
}

static void add_shares(const struct matrix *matrix, uint32_t question, size_t round)
{
    const struct survey_view *view = matrix->view;
    const uint16_t period = survey_period(round);
    const struct sv what = name_of_shares(view, round);
    if (!has_shares(view, question, period))
        return;
    struct table_row *row = add_row(matrix, ROW_TOTAL, question, what);
    for (size_t i = 0; i < matrix->scale->count; i++)
        row->cells[matrix->first_answer + i] =
            share_cell(view, question, matrix->scale->codes[i].code, period);
}

static void add_round(const struct matrix *matrix, uint32_t question, size_t round)
{
    const struct survey_view *view = matrix->view;
    struct table_row *row = add_row(matrix, ROW_BODY, question, survey_round_name(view, round));
    fill_answers(matrix, row, question, survey_period(round));
}

/* One question's rounds: the total is the sum of the rows above. */
static void derive_sums(const struct matrix *matrix, struct table_row *total)
{
    const bool sums = matrix->request->count == 1 && matrix->scale;
    for (uint16_t i = matrix->first_answer; sums && i < matrix->table->column_count; i++)
        total->cells[i].derivation.kind = DERIVED_SUM_ABOVE;
}

static void add_change(const struct matrix *matrix, uint32_t question)
{
    const struct survey_view *view = matrix->view;
    const struct figures *figures = view->context->figures;
    struct table_row *row = add_row(matrix, ROW_TOTAL, question, sv_of("Ændring"));
    for (size_t i = 0; i < matrix->scale->count; i++)
        row->cells[matrix->first_answer + i] =
            cell_of_figure(figures,
                           survey_code_key(view, FIGURE_SURVEY_CHANGE, question, matrix->scale->codes[i].code,
                                           figures->report),
                           FORMAT_CHANGE);
}

static void add_question(const struct matrix *matrix, uint32_t question)
{
    const struct survey *survey = &matrix->view->survey;
    for (size_t round = 0; round < survey->rounds; round++)
        if (survey_is_asked(survey, question, round))
            add_round(matrix, question, round);
    if (!matrix->request->with_totals)
        return;
    if (survey_rounds_asked(survey, question) > 1) {
        struct table_row *total = add_row(matrix, ROW_TOTAL, question, sv_of("I alt"));
        fill_answers(matrix, total, question, matrix->view->context->figures->report);
        derive_sums(matrix, total);
        if (matrix->scale)
            add_change(matrix, question);
    }
    for (size_t round = 0; round < survey->rounds; round++)
        if (survey_is_asked(survey, question, round))
            add_shares(matrix, question, round);
}

/* ---- Notes ---- */

/* The round of a table of several questions that were all asked once, and in the same round. */
static size_t only_round(const struct matrix *matrix)
{
    const struct survey *survey = &matrix->view->survey;
    const size_t round = survey_first_round(survey, matrix->request->questions[0]);
    for (size_t i = 0; i < matrix->request->count; i++)
        if (survey_first_round(survey, matrix->request->questions[i]) != round)
            return ROUND_NONE;
    return round;
}

static void add_round_note(const struct matrix *matrix)
{
    struct arena *arena = matrix->view->context->document->arena;
    if (matrix->request->count == 1 || any_asked_again(matrix))
        return;
    const size_t round = only_round(matrix);
    if (round != ROUND_NONE)
        matrix->table->title_note = table_add_note(
            matrix->table, sv_format(arena, "Runde: %.*s.", SV_ARG(survey_round_name(matrix->view, round))));
}

/* 0 where each municipality gives one answer. */
static uint8_t several_note(const struct survey_view *view, struct table *table, uint32_t question)
{
    if (survey_question(view, question)->type != ANSWERED_BY_SEVERAL)
        return 0;
    return table_add_note(table, sv_of("En kommune kan give flere svar, så svarene kan tilsammen være flere "
                                       "end de kommuner, der har svaret."));
}

static void add_notes(const struct matrix *matrix)
{
    struct table *table = matrix->table;
    const uint16_t answered = (uint16_t)(matrix->first_answer + answer_columns(matrix));
    add_round_note(matrix);
    table->columns[answered].note = several_note(matrix->view, table, matrix->request->questions[0]);
    table->source = source_of(matrix->view->context, 1u << TABLE_ANSWERS | 1u << TABLE_QUESTIONS);
}

static struct table *new_table(const struct survey_view *view, struct section *section,
                               const struct matrix_request *request, const struct table_column *columns,
                               size_t count)
{
    struct document *document = view->context->document;
    return section_add_table(document, section, request->id, sheet_name(document, request->sheet),
                             request->title, columns, count);
}

struct table *add_matrix(const struct survey_view *view, struct section *section,
                         const struct matrix_request *request)
{
    struct table_column columns[MATRIX_COLUMNS];
    struct matrix matrix = {
        .view = view, .request = request, .scale = survey_scale(&view->survey, request->questions[0])};
    matrix.first_answer = request->count > 1 && any_asked_again(&matrix) ? 2 : 1;
    const size_t count = write_columns(&matrix, columns);
    matrix.table = new_table(view, section, request, columns, count);
    for (size_t i = 0; i < request->count; i++)
        add_question(&matrix, request->questions[i]);
    add_notes(&matrix);
    return matrix.table;
}

/* ---- Long lists: the answers are the rows ---- */

/* The periods that are columns: the rounds asked, all of them together, the change, and the rounds' shares.
 */
struct long_columns {
    uint16_t periods[CODE_LIST_LONGEST + 1];
    size_t count;
    bool has_change;
    uint16_t shares[CODE_LIST_LONGEST];
    size_t share_count;
};

static size_t long_width(const struct long_columns *shown)
{
    return 1 + shown->count + shown->has_change + shown->share_count;
}

static void add_share_columns(const struct survey_view *view, uint32_t question, struct long_columns *shown,
                              struct table_column *columns)
{
    for (size_t round = 0; round < view->survey.rounds && shown->share_count < CODE_LIST_LONGEST; round++) {
        if (!survey_is_asked(&view->survey, question, round) ||
            !has_shares(view, question, survey_period(round)))
            continue;
        columns[long_width(shown)] =
            (struct table_column){.heading = name_of_shares(view, round), .format = FORMAT_SHARE};
        shown->shares[shown->share_count++] = survey_period(round);
    }
}

static struct long_columns long_columns_of(const struct survey_view *view, uint32_t question,
                                           struct table_column *columns)
{
    struct long_columns shown = {.count = 0};
    columns[0] = (struct table_column){.heading = sv_of("Svar")};
    for (size_t round = 0; round < view->survey.rounds && shown.count < CODE_LIST_LONGEST; round++) {
        if (!survey_is_asked(&view->survey, question, round))
            continue;
        shown.periods[shown.count++] = survey_period(round);
        columns[shown.count] = count_column(survey_round_name(view, round));
    }
    shown.has_change = shown.count > 1;
    if (shown.has_change) {
        shown.periods[shown.count++] = view->context->figures->report;
        columns[shown.count] = count_column(sv_of("I alt"));
        columns[shown.count + 1] =
            (struct table_column){.heading = sv_of("Ændring"), .format = FORMAT_CHANGE};
    }
    add_share_columns(view, question, &shown, columns);
    return shown;
}

static void add_long_row(const struct survey_view *view, struct table *table, uint32_t question,
                         const struct long_columns *shown, const struct code *code)
{
    const struct figures *figures = view->context->figures;
    struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
    row->cells[0] = cell_of_text(code->name);
    for (size_t i = 0; i < shown->count; i++)
        row->cells[1 + i] = cell_of_figure(
            figures, survey_code_key(view, FIGURE_SURVEY_COUNT, question, code->code, shown->periods[i]),
            FORMAT_COUNT);
    if (shown->has_change)
        row->cells[1 + shown->count] = cell_of_figure(
            figures, survey_code_key(view, FIGURE_SURVEY_CHANGE, question, code->code, figures->report),
            FORMAT_CHANGE);
    for (size_t i = 0; i < shown->share_count; i++)
        row->cells[1 + shown->count + shown->has_change + i] =
            share_cell(view, question, code->code, shown->shares[i]);
}

static void add_long_totals(const struct survey_view *view, struct table *table, uint32_t question,
                            const struct long_columns *shown)
{
    const struct figures *figures = view->context->figures;
    struct table_row *answered = table_add_row(view->context->document, table, ROW_TOTAL);
    answered->cells[0] = cell_of_text(sv_of("Har svaret (n)"));
    answered->note = several_note(view, table, question);
    for (size_t i = 0; i < shown->count; i++)
        answered->cells[1 + i] = cell_of_figure(
            figures, survey_key(view, FIGURE_SURVEY_ANSWERED, question, shown->periods[i]), FORMAT_COUNT);
    struct table_row *missing = table_add_row(view->context->document, table, ROW_TOTAL);
    missing->cells[0] = cell_of_text(sv_of(SURVEY_NOT_ANSWERED_NAME));
    for (size_t i = 0; i < shown->count; i++)
        missing->cells[1 + i] = cell_of_figure(
            figures,
            survey_code_key(view, FIGURE_SURVEY_COUNT, question, sv_of(CODE_NOT_ANSWERED), shown->periods[i]),
            FORMAT_COUNT);
}

struct table *add_long_table(const struct survey_view *view, struct section *section,
                             const struct matrix_request *request)
{
    struct table_column columns[2 * CODE_LIST_LONGEST + 3];
    const uint32_t question = request->questions[0];
    const struct code_list *scale = survey_scale(&view->survey, question);
    const struct long_columns shown = long_columns_of(view, question, columns);
    struct table *table = new_table(view, section, request, columns, long_width(&shown));
    for (size_t i = 0; i < scale->count; i++)
        add_long_row(view, table, question, &shown, &scale->codes[i]);
    add_long_totals(view, table, question, &shown);
    table->source = source_of(view->context, 1u << TABLE_ANSWERS | 1u << TABLE_QUESTIONS);
    return table;
}

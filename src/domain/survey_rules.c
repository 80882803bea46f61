#include "survey_rules.h"

#include "text_da.h"

static const struct sv nothing = {0};

static struct row row_at(const struct rules *rules, enum table_id table, size_t row)
{
    return (struct row){rules, table, source_of(rules->data, table, row)};
}

static struct sv shown(const struct rules *rules, struct sv text)
{
    return sv_cut(rules->data->arena, text, DIAG_VALUE_LONGEST);
}

/* ---- Questions ---- */

static bool has_reserved_code(const struct code_list *list)
{
    return list && code_find(list, sv_of(CODE_NOT_ANSWERED)) != CODE_NONE;
}

static struct sv nearest_list(const struct code_lists *codes, struct arena *arena, struct sv name)
{
    const struct sv folded = danish_fold(arena, name);
    struct sv nearest = nothing;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < codes->count; i++) {
        const size_t distance = edit_distance(codes->lists[i].name, folded);
        if (distance < least) {
            least = distance;
            nearest = codes->lists[i].name;
        }
    }
    return nearest;
}

static void find_scale(const struct row *row, struct question *question)
{
    struct code_lists *codes = &row->rules->data->codes;
    const struct sv name = shown(row->rules, question->scale_name);
    const struct code_list *list = code_list_named(codes, question->scale_name);
    if (!name.size)
        row_report(row, DIAG_SCALE_MISSING, "skala", nothing, nothing);
    else if (!list)
        row_report(row, DIAG_SCALE_UNKNOWN, "skala", name,
                   nearest_list(codes, row->rules->data->arena, name));
    else if (has_reserved_code(list))
        row_report(row, DIAG_SCALE_RESERVED, "skala", name, nothing);
    else
        question->scale = (uint16_t)(list - codes->lists);
}

static bool is_answered_by_codes(const struct question *question)
{
    return question->type == ANSWERED_BY_ONE || question->type == ANSWERED_BY_SEVERAL;
}

static void check_questions(const struct rules *rules)
{
    struct question *rows = rules->data->tables[TABLE_QUESTIONS].data;
    for (size_t i = 0; i < row_count(rules->data, TABLE_QUESTIONS); i++) {
        const struct row row = row_at(rules, TABLE_QUESTIONS, i);
        const struct sv id = symbols_name(&rules->data->tables[TABLE_QUESTIONS].keys, rows[i].id);
        rows[i].scale = LIST_NONE;
        if (sv_find(id, ':') != SIZE_MAX)
            row_report(&row, DIAG_QUESTION_WITH_COLON, "spoergsmaal_id", shown(rules, id), nothing);
        if (is_answered_by_codes(&rows[i]))
            find_scale(&row, &rows[i]);
    }
}

/* ---- Municipalities ---- */

/* What the rows of kommuner.csv say of each municipality, by its symbol. */
struct standing {
    bool *is_there;
    bool *is_left; /* at least one of its rows is not left out */
    bool *not_asked;
    uint32_t *counted_in; /* the first row with a number of enterprises; ROW_NONE */
};

static struct standing standing_of(const struct rules *rules)
{
    struct arena *arena = rules->data->arena;
    const struct municipality *rows = municipalities(rules->data);
    const size_t count = rules->data->names[NAMES_MUNICIPALITY].folded.count;
    const struct standing standing = {
        .is_there = arena_array(arena, count, sizeof *standing.is_there),
        .is_left = arena_array(arena, count, sizeof *standing.is_left),
        .not_asked = arena_array(arena, count, sizeof *standing.not_asked),
        .counted_in = arena_array(arena, count, sizeof *standing.counted_in),
    };
    if (count)
        memset(standing.counted_in, 0xFF, count * sizeof *standing.counted_in);
    for (size_t i = 0; i < row_count(rules->data, TABLE_MUNICIPALITIES); i++) {
        if (rows[i].name == SYMBOL_NONE)
            continue;
        standing.is_there[rows[i].name] = true;
        standing.is_left[rows[i].name] |= !rows[i].source.left_out;
        standing.not_asked[rows[i].name] |= rows[i].asked == NO;
    }
    return standing;
}

static bool has_enterprises(const struct municipality *row)
{
    return row->enterprises != WHOLE_NONE || row->registered != WHOLE_NONE ||
           row->established != WHOLE_NONE || row->coming != WHOLE_NONE;
}

/* The column of the first of the four numbers that the row has. */
static const char *column_of_enterprises(const struct municipality *row)
{
    if (row->enterprises != WHOLE_NONE)
        return "virksomheder";
    if (row->registered != WHOLE_NONE)
        return "registrerede";
    return row->established != WHOLE_NONE ? "nye" : "paa_vej";
}

static void report_enterprises_twice(const struct row *row, const struct municipality *now,
                                     const struct municipality *first)
{
    const struct rules *rules = row->rules;
    diag_add(rules->diag, DIAG_ENTERPRISES_TWICE,
             place_of(rules, row->table, row->source, column_called(row->table, column_of_enterprises(now))),
             names_text(&rules->data->names[NAMES_MUNICIPALITY], now->name),
             sv_format(rules->data->arena, "%lu", (unsigned long)first->source.line),
             rules->data->files[first->source.file].name, nothing);
    row->source->left_out = true;
}

static void check_enterprises(const struct row *row, const struct municipality *now,
                              const struct municipality *rows, uint32_t *counted_in, uint32_t at)
{
    if (now->enterprises != WHOLE_NONE && now->registered > now->enterprises)
        row_report(row, DIAG_REGISTERED_ABOVE_ALL, "registrerede", row_count_text(row, now->registered),
                   row_count_text(row, now->enterprises));
    if (now->name == SYMBOL_NONE || !has_enterprises(now))
        return;
    if (counted_in[now->name] == ROW_NONE)
        counted_in[now->name] = at;
    else
        report_enterprises_twice(row, now, &rows[counted_in[now->name]]);
}

static void check_municipalities(const struct rules *rules, const struct standing *standing)
{
    const struct municipality *rows = municipalities(rules->data);
    for (uint32_t i = 0; i < row_count(rules->data, TABLE_MUNICIPALITIES); i++) {
        const struct row row = row_at(rules, TABLE_MUNICIPALITIES, i);
        check_enterprises(&row, &rows[i], rows, standing->counted_in, i);
    }
}

/* ---- Who was asked ---- */

static bool knows_municipalities(const struct rules *rules)
{
    const struct rows *table = &rules->data->tables[TABLE_MUNICIPALITIES];
    return table->present && !table->partial;
}

static struct sv file_of_municipalities(void)
{
    return sv_of("kommuner.csv");
}

static void check_asked(const struct row *row, uint32_t municipality, const struct standing *standing)
{
    const struct sv name = names_text(&row->rules->data->names[NAMES_MUNICIPALITY], municipality);
    if (municipality == SYMBOL_NONE || !knows_municipalities(row->rules))
        return;
    if (!standing->is_there[municipality])
        row_report(row, DIAG_REFERENCE_UNKNOWN, "kommune", name, file_of_municipalities());
    else if (standing->not_asked[municipality])
        row_report(row, DIAG_MUNICIPALITY_NOT_ASKED, "kommune", name, nothing);
}

/* ---- Answers ---- */

/* An answer under check. */
struct reading {
    const struct row *row;
    const struct code_list *scale;
    struct answer *answer;
};

static bool read_code(const struct reading *reading, struct sv text)
{
    struct answer *answer = reading->answer;
    const uint16_t code = code_find(reading->scale, text);
    if (code >= CODE_LIST_LONGEST) {
        const struct sv nearest =
            code_text(reading->scale, code_nearest(reading->scale, shown(reading->row->rules, text)));
        diag_add(reading->row->rules->diag, DIAG_UNKNOWN_CODE,
                 place_of(reading->row->rules, TABLE_ANSWERS, &answer->source,
                          column_called(TABLE_ANSWERS, "svar")),
                 shown(reading->row->rules, text), reading->scale->name, nearest, nothing);
        answer->source.left_out = true;
        return false;
    }
    if (answer->codes >> code & 1) {
        row_report(reading->row, DIAG_ANSWER_CODE_TWICE, "svar", shown(reading->row->rules, answer->text),
                   code_text(reading->scale, code));
        return false;
    }
    answer->codes |= UINT64_C(1) << code;
    return true;
}

/* Several codes with `|` between them; a cell of nothing but `|` holds none. */
static void read_codes(const struct reading *reading)
{
    struct sv rest = reading->answer->text;
    struct sv part;
    bool good = true;
    while (good && sv_split(&rest, '|', &part)) {
        part = sv_trim(part);
        good = !part.size || read_code(reading, part);
    }
    if (good && !reading->answer->codes)
        read_code(reading, reading->answer->text);
}

static void read_number(const struct reading *reading)
{
    struct answer *answer = reading->answer;
    const struct row *row = reading->row;
    const struct sv text = shown(row->rules, answer->text);
    struct buffer read = buffer_in(row->rules->data->arena);
    switch (decimal_parse(answer->text, &answer->number)) {
    case DECIMAL_OK:
        break;
    case DECIMAL_DOT_AS_COMMA:
        ratio_write_plain(&read, ratio_decimal(answer->number));
        row_report(row, DIAG_DECIMAL_DOT, "svar", text, buffer_view(&read));
        break;
    case DECIMAL_ROUNDED:
        row_report(row, DIAG_DECIMALS_ROUNDED, "svar", text, nothing);
        break;
    case DECIMAL_FORM:
        row_report(row, DIAG_NOT_NUMBER, "svar", text, nothing);
        break;
    case DECIMAL_RANGE:
        row_report(row, DIAG_NUMBER_TOO_LARGE, "svar", text, nothing);
        break;
    }
}

/* The question of the answer; NULL when it is not known what the question asks for. */
static const struct question *question_of(const struct rules *rules, const struct answer *answer)
{
    const uint32_t at = referred_row(rules->data, TABLE_QUESTIONS, answer->question);
    if (at == ROW_NONE)
        return NULL;
    const struct question *question = &questions(rules->data)[at];
    return question->type == CODE_NONE || (is_answered_by_codes(question) && question->scale == LIST_NONE)
               ? NULL
               : question;
}

static void read_answer(const struct row *row, struct answer *answer)
{
    const struct question *question = question_of(row->rules, answer);
    if (!question || !answer->text.size)
        return;
    const struct reading reading = {
        row, question->scale == LIST_NONE ? NULL : &row->rules->data->codes.lists[question->scale], answer};
    switch ((enum question_type)question->type) {
    case ANSWERED_BY_ONE:
        read_code(&reading, answer->text);
        break;
    case ANSWERED_BY_SEVERAL:
        read_codes(&reading);
        break;
    case ANSWERED_BY_NUMBER:
        read_number(&reading);
        break;
    case ANSWERED_BY_TEXT:
        break;
    }
}

static void check_answers(const struct rules *rules, const struct standing *standing)
{
    struct answer *rows = rules->data->tables[TABLE_ANSWERS].data;
    for (size_t i = 0; i < row_count(rules->data, TABLE_ANSWERS); i++) {
        const struct row row = row_at(rules, TABLE_ANSWERS, i);
        rows[i].codes = 0;
        rows[i].number = DECIMAL_NONE;
        check_asked(&row, rows[i].municipality, standing);
        read_answer(&row, &rows[i]);
    }
}

/* ---- Measures ---- */

static void check_measures(const struct rules *rules, const struct standing *standing)
{
    const struct measure_status *rows = measure_statuses(rules->data);
    for (size_t i = 0; i < row_count(rules->data, TABLE_MEASURES); i++) {
        const struct row row = row_at(rules, TABLE_MEASURES, i);
        check_asked(&row, rows[i].municipality, standing);
    }
    if (rules->data->tables[TABLE_MEASURES].present &&
        has_reserved_code(code_list(&rules->data->codes, CODES_MEASURE_STATUS)))
        diag_value(rules->diag, DIAG_MEASURE_STATUS_RESERVED, (struct place){.file = sv_of("koder.csv")},
                   nothing);
}

bool check_survey(const struct rules *rules)
{
    const struct standing standing = standing_of(rules);
    check_questions(rules);
    check_municipalities(rules, &standing);
    check_answers(rules, &standing);
    check_measures(rules, &standing);
    return !rules->data->tables[TABLE_MUNICIPALITIES].present &&
           (row_count(rules->data, TABLE_ANSWERS) || row_count(rules->data, TABLE_MEASURES));
}

/* ---- What is left out ---- */

/* Leaves out the rows of a table that name a municipality which is left out. */
static bool spread_to(const struct rules *rules, enum table_id table, const struct standing *standing)
{
    const struct column *column = column_called(table, "kommune");
    bool changed = false;
    for (size_t i = 0; i < row_count(rules->data, table); i++) {
        const struct row row = row_at(rules, table, i);
        const uint32_t municipality = symbol_in(record_at(rules->data, table, i), column);
        if (row.source->left_out || municipality == SYMBOL_NONE || !standing->is_there[municipality] ||
            standing->is_left[municipality])
            continue;
        row_report(&row, DIAG_REFERS_TO_LEFT_OUT, "kommune",
                   names_text(&rules->data->names[NAMES_MUNICIPALITY], municipality),
                   file_of_municipalities());
        changed = true;
    }
    return changed;
}

bool spread_in_survey(const struct rules *rules)
{
    const struct standing standing = standing_of(rules);
    const bool answers_changed = spread_to(rules, TABLE_ANSWERS, &standing);
    const bool measures_changed = spread_to(rules, TABLE_MEASURES, &standing);
    return answers_changed || measures_changed;
}

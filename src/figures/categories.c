#include "categories.h"

#include "text_da.h"

struct fixed_category {
    const char *code;
    const char *name;
};

static const struct fixed_category DIRECTIONS[] = {
    [FORWARD] = {"frem", "Frem"},
    [UNCHANGED] = {"uaendret", "Uændret"},
    [BACKWARD] = {"tilbage", "Tilbage"},
    [DIRECTION_UNKNOWN] = {"uoplyst", "Uoplyst"},
};

static const struct fixed_category HOURS_BANDS[] = {
    {"0-5", "0–5 timer"},     {"5-10", "5–10 timer"},         {"10-20", "10–20 timer"},
    {"20-30", "20–30 timer"}, {"30+", "30 timer eller mere"},
};

static const struct fixed_category MONTHS[] = {
    {"01", "Januar"},    {"02", "Februar"}, {"03", "Marts"},    {"04", "April"},
    {"05", "Maj"},       {"06", "Juni"},    {"07", "Juli"},     {"08", "August"},
    {"09", "September"}, {"10", "Oktober"}, {"11", "November"}, {"12", "December"},
};

static const struct fixed_category GENERATIONS[] = {
    [FIRST_GENERATION] = {"1", "Første generation"},
    [SECOND_GENERATION] = {"2", "Anden generation"},
};

static const struct fixed_category INCOME_SECTORS[] = {
    [INCOME_PRIVATE] = {"privat", "Privat"},
    [INCOME_PUBLIC] = {"offentlig", "Offentlig"},
    [INCOME_CIVIL] = {"civil", "Civil"},
};

#define FIXED(array)                                                                                         \
    {                                                                                                        \
        (array), sizeof(array) / sizeof *(array)                                                             \
    }

/* By kind of code; kinds whose codes come with the data have none. */
static const struct fixed_list {
    const struct fixed_category *categories;
    size_t count;
} FIXED_LISTS[FIGURE_CODE_KINDS] = {
    [FIGURE_BY_DIRECTION] = FIXED(DIRECTIONS),
    [FIGURE_BY_HOURS_BAND] = FIXED(HOURS_BANDS),
    [FIGURE_BY_MONTH] = FIXED(MONTHS),
    [FIGURE_BY_GENERATION] = FIXED(GENERATIONS),
    [FIGURE_BY_SECTOR_OF_INCOME] = FIXED(INCOME_SECTORS),
};

enum { ANSWERS = 5 }; /* 1, not at all, to 5, to a high degree */

static enum figure_code_kind kind_of(enum figure_id figure)
{
    return figure_kind(figure)->code_kind;
}

static const struct code_list *list_of(const struct data_set *data, enum figure_id figure)
{
    return code_list(&data->codes, figure_kind(figure)->list);
}

static const struct code_list *steps_of(const struct data_set *data)
{
    return code_list(&data->codes, CODES_STEP);
}

size_t category_count(const struct data_set *data, enum figure_id figure)
{
    if (figure == FIGURE_COURSES_PROGRESSION_SHARE)
        return DIRECTION_UNKNOWN; /* of those that are known */
    switch (kind_of(figure)) {
    case FIGURE_BY_LIST:
        return list_of(data, figure)->count;
    case FIGURE_BY_TRANSITION:
        return steps_of(data)->count * steps_of(data)->count;
    case FIGURE_BY_ANSWER:
        return list_of(data, figure)->count * ANSWERS;
    case FIGURE_BY_DEPARTMENT:
        return data->departments.count;
    case FIGURE_WITHOUT_CODE:
    case FIGURE_BY_DIRECTION:
    case FIGURE_BY_HOURS_BAND:
    case FIGURE_BY_MONTH:
    case FIGURE_BY_GENERATION:
    case FIGURE_BY_SECTOR_OF_INCOME:
    case FIGURE_BY_SCENARIO:
    case FIGURE_BY_RESULT:
    case FIGURE_BY_INPUT:
    case FIGURE_BY_QUESTION: /* survey_codes.h */
    case FIGURE_BY_MEASURE:
    case FIGURE_BY_MUNICIPALITY:
    case FIGURE_BY_STATEMENT:
    case FIGURE_BY_CLUSTER:
        break;
    }
    return FIXED_LISTS[kind_of(figure)].count;
}

static struct sv transition_text(struct arena *arena, struct sv from, const char *arrow, struct sv to)
{
    return sv_format(arena, "%.*s%s%.*s", SV_ARG(from), arrow, SV_ARG(to));
}

/* "samarbejde:4" */
static struct sv answer_text(struct arena *arena, struct sv question, const char *between, size_t category)
{
    return sv_format(arena, "%.*s%s%d", SV_ARG(question), between, (int)(category % ANSWERS) + 1);
}

struct sv category_code(struct arena *arena, const struct data_set *data, enum figure_id figure,
                        size_t category)
{
    const struct code_list *steps = steps_of(data);
    switch (kind_of(figure)) {
    case FIGURE_BY_LIST:
        return code_text(list_of(data, figure), (uint16_t)category);
    case FIGURE_BY_TRANSITION:
        return transition_text(arena, code_text(steps, (uint16_t)(category / steps->count)), ">",
                               code_text(steps, (uint16_t)(category % steps->count)));
    case FIGURE_BY_ANSWER:
        return answer_text(arena, code_text(list_of(data, figure), (uint16_t)(category / ANSWERS)), ":",
                           category);
    case FIGURE_BY_DEPARTMENT:
        return symbols_name(&data->departments, (uint32_t)category);
    case FIGURE_WITHOUT_CODE:
    case FIGURE_BY_DIRECTION:
    case FIGURE_BY_HOURS_BAND:
    case FIGURE_BY_MONTH:
    case FIGURE_BY_GENERATION:
    case FIGURE_BY_SECTOR_OF_INCOME:
    case FIGURE_BY_SCENARIO:
    case FIGURE_BY_RESULT:
    case FIGURE_BY_INPUT:
    case FIGURE_BY_QUESTION: /* survey_codes.h */
    case FIGURE_BY_MEASURE:
    case FIGURE_BY_MUNICIPALITY:
    case FIGURE_BY_STATEMENT:
    case FIGURE_BY_CLUSTER:
        break;
    }
    return sv_of(FIXED_LISTS[kind_of(figure)].categories[category].code);
}

/* The UN's goals are known by number and name: "8. Anstændige jobs og økonomisk vækst". */
static struct sv name_in_list(struct arena *arena, const struct data_set *data, enum figure_id figure,
                              size_t category)
{
    const struct code_list *list = list_of(data, figure);
    const struct sv name = code_name(list, (uint16_t)category);
    if (figure_kind(figure)->list != CODES_UN_GOAL)
        return name;
    return sv_format(arena, "%.*s. %.*s", SV_ARG(code_text(list, (uint16_t)category)), SV_ARG(name));
}

struct sv category_name(struct arena *arena, const struct data_set *data, enum figure_id figure,
                        size_t category)
{
    const struct code_list *steps = steps_of(data);
    switch (kind_of(figure)) {
    case FIGURE_BY_LIST:
        return name_in_list(arena, data, figure, category);
    case FIGURE_BY_TRANSITION:
        return transition_text(arena, code_name(steps, (uint16_t)(category / steps->count)), " → ",
                               code_name(steps, (uint16_t)(category % steps->count)));
    case FIGURE_BY_ANSWER:
        return answer_text(arena, code_name(list_of(data, figure), (uint16_t)(category / ANSWERS)), " Svar ",
                           category);
    case FIGURE_BY_DEPARTMENT:
        return symbols_name(&data->departments, (uint32_t)category);
    case FIGURE_WITHOUT_CODE:
    case FIGURE_BY_DIRECTION:
    case FIGURE_BY_HOURS_BAND:
    case FIGURE_BY_MONTH:
    case FIGURE_BY_GENERATION:
    case FIGURE_BY_SECTOR_OF_INCOME:
    case FIGURE_BY_SCENARIO:
    case FIGURE_BY_RESULT:
    case FIGURE_BY_INPUT:
    case FIGURE_BY_QUESTION: /* survey_codes.h */
    case FIGURE_BY_MEASURE:
    case FIGURE_BY_MUNICIPALITY:
    case FIGURE_BY_STATEMENT:
    case FIGURE_BY_CLUSTER:
        break;
    }
    return sv_of(FIXED_LISTS[kind_of(figure)].categories[category].name);
}

static size_t find_code(const struct code_list *list, struct sv text)
{
    const uint16_t code = code_find(list, text);
    return code == CODE_NONE ? CATEGORY_NONE : code;
}

static size_t find_transition(const struct data_set *data, struct sv text)
{
    const size_t arrow = sv_find(text, '>');
    if (arrow == SIZE_MAX)
        return CATEGORY_NONE;
    const uint16_t from = code_find(steps_of(data), sv_trim(sv_slice(text, 0, arrow)));
    const uint16_t to = code_find(steps_of(data), sv_trim(sv_slice(text, arrow + 1, text.size)));
    return from == CODE_NONE || to == CODE_NONE ? CATEGORY_NONE : category_of_transition(data, from, to);
}

static size_t find_answer(const struct code_list *questions, struct sv text)
{
    enum { COLON_AND_DIGIT = 2 };
    if (text.size < COLON_AND_DIGIT || text.data[text.size - COLON_AND_DIGIT] != ':')
        return CATEGORY_NONE;
    const int answer = text.data[text.size - 1] - '0';
    const uint16_t question = code_find(questions, sv_trim(sv_slice(text, 0, text.size - COLON_AND_DIGIT)));
    if (question == CODE_NONE || answer < 1 || answer > ANSWERS)
        return CATEGORY_NONE;
    return category_of_answer(question, (uint8_t)answer);
}

static size_t find_fixed(enum figure_code_kind kind, size_t count, struct sv text)
{
    for (size_t i = 0; i < count; i++)
        if (sv_is(text, FIXED_LISTS[kind].categories[i].code))
            return i;
    return CATEGORY_NONE;
}

size_t category_find(const struct data_set *data, enum figure_id figure, struct sv text)
{
    switch (kind_of(figure)) {
    case FIGURE_BY_LIST:
        return find_code(list_of(data, figure), text);
    case FIGURE_BY_TRANSITION:
        return find_transition(data, text);
    case FIGURE_BY_ANSWER:
        return find_answer(list_of(data, figure), text);
    case FIGURE_BY_DEPARTMENT:
        return category_of_department(data, text);
    case FIGURE_WITHOUT_CODE:
    case FIGURE_BY_DIRECTION:
    case FIGURE_BY_HOURS_BAND:
    case FIGURE_BY_MONTH:
    case FIGURE_BY_GENERATION:
    case FIGURE_BY_SECTOR_OF_INCOME:
    case FIGURE_BY_SCENARIO:
    case FIGURE_BY_RESULT:
    case FIGURE_BY_INPUT:
    case FIGURE_BY_QUESTION: /* survey_codes.h */
    case FIGURE_BY_MEASURE:
    case FIGURE_BY_MUNICIPALITY:
    case FIGURE_BY_STATEMENT:
    case FIGURE_BY_CLUSTER:
        break;
    }
    return find_fixed(kind_of(figure), category_count(data, figure), text);
}

bool categories_all_written(enum figure_id figure)
{
    return FIXED_LISTS[kind_of(figure)].count > 0;
}

size_t category_of_transition(const struct data_set *data, uint16_t from, uint16_t to)
{
    return from * steps_of(data)->count + to;
}

size_t category_of_hours(decimal hours)
{
    static const int upper[] = {5, 10, 20, 30};
    size_t band = 0;
    while (band < sizeof upper / sizeof *upper && hours >= upper[band] * DECIMAL_ONE)
        band++;
    return band;
}

size_t category_of_answer(uint16_t question, uint8_t answer)
{
    return (size_t)question * ANSWERS + answer - 1;
}

size_t category_of_department(const struct data_set *data, struct sv name)
{
    const uint32_t department = symbols_find(&data->departments, name);
    return department == SYMBOL_NONE ? CATEGORY_NONE : department;
}

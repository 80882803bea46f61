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

/* By kind of code; kinds that follow a code list have none. */
static const struct fixed_list {
    const struct fixed_category *categories;
    size_t count;
} FIXED_LISTS[] = {
    [FIGURE_BY_DIRECTION] = FIXED(DIRECTIONS),
    [FIGURE_BY_HOURS_BAND] = FIXED(HOURS_BANDS),
    [FIGURE_BY_MONTH] = FIXED(MONTHS),
    [FIGURE_BY_GENERATION] = FIXED(GENERATIONS),
    [FIGURE_BY_SECTOR_OF_INCOME] = FIXED(INCOME_SECTORS),
};

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
    const enum figure_code_kind kind = figure_kind(figure)->code_kind;
    if (figure == FIGURE_COURSES_PROGRESSION_SHARE)
        return DIRECTION_UNKNOWN; /* of those that are known */
    if (kind == FIGURE_WITHOUT_CODE)
        return 0;
    if (kind == FIGURE_BY_LIST)
        return list_of(data, figure)->count;
    if (kind == FIGURE_BY_TRANSITION)
        return steps_of(data)->count * steps_of(data)->count;
    return FIXED_LISTS[kind].count;
}

static struct sv transition_text(struct arena *arena, struct sv from, const char *arrow, struct sv to)
{
    return sv_format(arena, "%.*s%s%.*s", SV_ARG(from), arrow, SV_ARG(to));
}

struct sv category_code(struct arena *arena, const struct data_set *data, enum figure_id figure,
                        size_t category)
{
    const enum figure_code_kind kind = figure_kind(figure)->code_kind;
    if (kind == FIGURE_BY_LIST)
        return code_text(list_of(data, figure), (uint16_t)category);
    if (kind != FIGURE_BY_TRANSITION)
        return sv_of(FIXED_LISTS[kind].categories[category].code);
    const struct code_list *steps = steps_of(data);
    return transition_text(arena, code_text(steps, (uint16_t)(category / steps->count)), ">",
                           code_text(steps, (uint16_t)(category % steps->count)));
}

struct sv category_name(struct arena *arena, const struct data_set *data, enum figure_id figure,
                        size_t category)
{
    const enum figure_code_kind kind = figure_kind(figure)->code_kind;
    if (kind == FIGURE_BY_LIST)
        return code_name(list_of(data, figure), (uint16_t)category);
    if (kind != FIGURE_BY_TRANSITION)
        return sv_of(FIXED_LISTS[kind].categories[category].name);
    const struct code_list *steps = steps_of(data);
    return transition_text(arena, code_name(steps, (uint16_t)(category / steps->count)), " → ",
                           code_name(steps, (uint16_t)(category % steps->count)));
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

size_t category_find(const struct data_set *data, enum figure_id figure, struct sv text)
{
    const enum figure_code_kind kind = figure_kind(figure)->code_kind;
    if (kind == FIGURE_BY_LIST)
        return find_code(list_of(data, figure), text);
    if (kind == FIGURE_BY_TRANSITION)
        return find_transition(data, text);
    for (size_t i = 0; i < category_count(data, figure); i++)
        if (sv_is(text, FIXED_LISTS[kind].categories[i].code))
            return i;
    return CATEGORY_NONE;
}

bool categories_all_written(enum figure_id figure)
{
    const enum figure_code_kind kind = figure_kind(figure)->code_kind;
    return kind != FIGURE_BY_LIST && kind != FIGURE_BY_TRANSITION;
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

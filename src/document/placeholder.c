#include "placeholder.h"

#include "categories.h"
#include "text_da.h"

static const struct sv nothing = {0};

/* A placeholder being read. */
struct reading {
    const struct data_set *data;
    struct arena *arena;
    struct place place;
    struct diag *diag;
    struct placeholder *result;
    struct sv name; /* of the figure, as written */
    struct sv code; /* as written */
    unsigned given; /* set of enum part */
    bool good;
};

enum part { PART_PERIOD, PART_CODE, PART_AGREEMENT, PART_TARGET_GROUP, PARTS };

static void report(struct reading *reading, enum diag_code code, struct sv value, struct sv detail0,
                   struct sv detail1)
{
    reading->good = false;
    if (reading->diag)
        diag_add(reading->diag, code, reading->place, value, detail0, detail1, nothing);
}

/* ---- The figure ---- */

static enum figure_id nearest_figure(struct sv name)
{
    enum figure_id nearest = 0;
    size_t least = SIZE_MAX;
    for (enum figure_id id = 0; id < FIGURES; id++) {
        const size_t distance = edit_distance(name, sv_of(figure_kind(id)->key));
        if (!figure_is_of_goal(id) && !figure_is_timeless(id) && distance < least) {
            least = distance;
            nearest = id;
        }
    }
    return nearest;
}

static uint16_t goal_row(const struct data_set *data, struct sv id)
{
    const struct rows *rows = &data->tables[TABLE_GOALS];
    for (size_t row = 0; row < rows->count; row++)
        if (sv_equal(symbols_name(&rows->keys, goals(data)[row].id), id))
            return (uint16_t)row;
    return NO_GOAL;
}

/* A goal's result is in the unit of the figure that the goal is about; a milestone has none. */
static enum figure_unit unit_of_goal(const struct goal *goal)
{
    const enum figure_id about = figure_named(goal->figure);
    return about == FIGURES ? UNIT_COUNT : figure_kind(about)->unit;
}

static enum figure_id goal_figure_named(struct sv key)
{
    for (enum figure_id id = FIGURE_GOAL_VALUE; id < FIGURES; id++)
        if (figure_is_of_goal(id) && sv_is(key, figure_kind(id)->key))
            return id;
    return FIGURES;
}

static size_t last_dot(struct sv text)
{
    size_t at = text.size;
    while (at > 0 && text.data[at - 1] != '.')
        at--;
    return at ? at - 1 : 0;
}

/* `maal.<id>.vaerdi` */
static void read_goal_figure(struct reading *reading)
{
    const struct sv rest = sv_slice(reading->name, sizeof "maal." - 1, reading->name.size);
    const size_t dot = last_dot(rest);
    const struct sv id = sv_slice(rest, 0, dot);
    struct placeholder *result = reading->result;
    result->figure = goal_figure_named(sv_slice(rest, dot + 1, rest.size));
    result->goal = goal_row(reading->data, id);
    if (result->figure == FIGURES)
        report(reading, DIAG_PLACEHOLDER_FIGURE_UNKNOWN, reading->name,
               sv_format(reading->arena, "maal.%.*s.vaerdi",
                         SV_ARG(id.size ? sv_cut(reading->arena, id, DIAG_VALUE_LONGEST) : sv_of("MÅL-ID"))),
               nothing);
    else if (result->goal == NO_GOAL)
        report(reading, DIAG_PLACEHOLDER_GOAL_UNKNOWN, id, nothing, nothing);
    else if (figure_kind(result->figure)->unit == UNIT_OF_GOAL)
        result->unit = unit_of_goal(&goals(reading->data)[result->goal]);
    else
        result->unit = figure_kind(result->figure)->unit;
}

static void read_figure(struct reading *reading)
{
    struct placeholder *result = reading->result;
    if (sv_starts_with(reading->name, sv_of("maal."))) {
        read_goal_figure(reading);
        return;
    }
    result->figure = figure_named(reading->name);
    if (result->figure != FIGURES && figure_is_timeless(result->figure))
        result->figure = FIGURES;
    if (result->figure != FIGURES)
        result->unit = figure_kind(result->figure)->unit;
    else
        report(reading, DIAG_PLACEHOLDER_FIGURE_UNKNOWN, reading->name,
               sv_of(figure_kind(nearest_figure(reading->name))->key), nothing);
}

/* ---- The period and the dimensions ---- */

static bool read_period(struct reading *reading, struct sv text)
{
    struct placeholder *result = reading->result;
    if (sv_is(danish_fold(reading->arena, text), "forrige"))
        result->when = PERIOD_BEFORE;
    else if (period_parse(text, &result->period))
        result->when = PERIOD_NAMED;
    else
        return false;
    return true;
}

static void take_period(struct reading *reading, struct sv text)
{
    if (!read_period(reading, text))
        report(reading, DIAG_PLACEHOLDER_PERIOD, text,
               sv_of("Skriv et år, 2024, et halvår, 2024-1, eller forrige."), nothing);
}

static void take_code(struct reading *reading, struct sv text)
{
    const enum figure_id figure = reading->result->figure;
    const struct figure_kind *kind = figure_kind(figure);
    const size_t category =
        category_count(reading->data, figure) ? category_find(reading->data, figure, text) : CATEGORY_NONE;
    if (category != CATEGORY_NONE) {
        reading->result->code = category_code(reading->arena, reading->data, figure, category);
        return;
    }
    struct sv near = nothing;
    if (kind->code_kind == FIGURE_BY_LIST) {
        const struct code_list *list = code_list(&reading->data->codes, kind->list);
        near = sv_format(reading->arena, " Den nærmeste er »%.*s«.",
                         SV_ARG(code_text(list, code_nearest(list, text))));
    }
    report(reading, DIAG_PLACEHOLDER_CODE_UNKNOWN, text, sv_of(kind->key), near);
}

static void take_agreement(struct reading *reading, struct sv text)
{
    for (uint32_t row = 0; row < row_count(reading->data, TABLE_AGREEMENTS); row++)
        if (sv_equal(agreement_id(reading->data, row), text))
            reading->result->agreement = row;
    if (reading->result->agreement == ALL_AGREEMENTS)
        report(reading, DIAG_PLACEHOLDER_AGREEMENT_UNKNOWN, text, nothing, nothing);
}

static void take_target_group(struct reading *reading, struct sv text)
{
    const struct code_list *list = code_list(&reading->data->codes, CODES_TARGET_GROUP);
    const uint16_t code = code_find(list, text);
    reading->result->target_group = code;
    if (code == CODE_NONE)
        report(reading, DIAG_PLACEHOLDER_TARGET_GROUP_UNKNOWN, text,
               code_text(list, code_nearest(list, text)), nothing);
}

static const struct {
    const char *name;
    void (*take)(struct reading *, struct sv);
} dimensions[PARTS] = {
    [PART_PERIOD] = {"periode", take_period},
    [PART_CODE] = {"kode", take_code},
    [PART_AGREEMENT] = {"aftale", take_agreement},
    [PART_TARGET_GROUP] = {"maalgruppe", take_target_group},
};

/* A part that is unknown, stands twice, has no value, or that goals do not have. */
static void take_part(struct reading *reading, enum part part, struct sv word, struct sv value)
{
    const bool goals_have_it = part == PART_PERIOD;
    const bool twice = reading->given & (1u << part);
    if (twice || !value.size || (reading->result->goal != NO_GOAL && !goals_have_it)) {
        report(reading, DIAG_PLACEHOLDER_PART_UNKNOWN, word, nothing, nothing);
        return;
    }
    reading->given |= 1u << part;
    dimensions[part].take(reading, value);
}

static enum part part_named(struct reading *reading, struct sv name)
{
    const struct sv folded = danish_fold(reading->arena, sv_trim(name));
    enum part part = 0;
    while (part < PARTS && !sv_is(folded, dimensions[part].name))
        part++;
    return part;
}

static struct sv next_word(struct sv *rest)
{
    *rest = sv_trim(*rest);
    size_t size = 0;
    while (size < rest->size && rest->data[size] != ' ')
        size++;
    const struct sv word = sv_slice(*rest, 0, size);
    *rest = sv_slice(*rest, size, rest->size);
    return word;
}

/* Whether the next word begins a part of its own, so that no value before it goes on with it. */
static bool begins_part(struct reading *reading, struct sv rest)
{
    struct placeholder unused;
    struct reading trial = {.arena = reading->arena, .result = &unused};
    const struct sv word = next_word(&rest);
    rest = sv_trim(rest);
    return !word.size || sv_find(word, '=') != SIZE_MAX || (rest.size && rest.data[0] == '=') ||
           read_period(&trial, word);
}

/* "kode=Teknik og Miljø": the value has all words up to the next part. */
static void read_dimension(struct reading *reading, struct sv word, struct sv *rest)
{
    const size_t equals = sv_find(word, '=');
    const struct sv name = sv_slice(word, 0, equals);
    struct buffer value = buffer_in(reading->arena);
    buffer_add(&value, sv_slice(word, equals + 1, word.size));
    while (!begins_part(reading, *rest)) {
        const struct sv more = next_word(rest);
        buffer_format(&value, "%s%.*s", value.size ? " " : "", SV_ARG(more));
    }
    const enum part part = part_named(reading, name);
    if (part == PARTS)
        report(reading, DIAG_PLACEHOLDER_PART_UNKNOWN, word, nothing, nothing);
    else
        take_part(reading, part, word, sv_trim(buffer_view(&value)));
}

/* "kode = fleksjob" as "kode=fleksjob" */
static struct sv without_blanks_at_equals(struct arena *arena, struct sv text)
{
    struct buffer buffer = buffer_in(arena);
    for (size_t i = 0; i < text.size; i++) {
        size_t next = i;
        while (next < text.size && text.data[next] == ' ')
            next++;
        const bool before = next < text.size && text.data[next] == '=';
        const bool after = buffer.size && buffer.data[buffer.size - 1] == '=';
        if (text.data[i] != ' ' || (!before && !after))
            buffer_add_byte(&buffer, text.data[i]);
    }
    return buffer_view(&buffer);
}

static void read_parts(struct reading *reading, struct sv rest)
{
    rest = without_blanks_at_equals(reading->arena, rest);
    for (struct sv word = next_word(&rest); word.size; word = next_word(&rest)) {
        const bool looks_like_period =
            (word.data[0] >= '0' && word.data[0] <= '9') || begins_part(reading, word);
        if (sv_find(word, '=') != SIZE_MAX)
            read_dimension(reading, word, &rest);
        else if (looks_like_period)
            take_part(reading, PART_PERIOD, word, word);
        else
            report(reading, DIAG_PLACEHOLDER_PART_UNKNOWN, word, nothing, nothing);
    }
}

/* ---- What the figure is counted for ---- */

enum division {
    BY_AGREEMENT = 1,
    BY_TARGET_GROUP = 2,
    BY_BOTH = 4,
    CODES_TOO = 8,   /* by code within these */
    NOT_FOR_ALL = 16 /* by these alone */
};

/* By the subjects of figure.def; figures of no line are counted for all only. */
static const struct {
    enum figure_id first;
    enum figure_id last;
    unsigned divisions;
} divided[] = {
    {FIGURE_COURSES_AT_START, FIGURE_COURSES_RETENTION, BY_AGREEMENT | BY_TARGET_GROUP | BY_BOTH | CODES_TOO},
    {FIGURE_COURSES_USE_OF_PLACES, FIGURE_COURSES_USE_OF_PLACES, BY_AGREEMENT | NOT_FOR_ALL},
    {FIGURE_JOBS_HOURS_BAND, FIGURE_JOBS_HOURS_BAND, BY_AGREEMENT | BY_TARGET_GROUP | CODES_TOO},
    {FIGURE_JOBS_NEW, FIGURE_JOBS_ENTERPRISES, BY_AGREEMENT | BY_TARGET_GROUP},
    {FIGURE_EVALUATION_ANSWER, FIGURE_EVALUATION_SPREAD, BY_AGREEMENT | CODES_TOO},
    {FIGURE_COURSES_ENDED_SO_FAR, FIGURE_COURSES_EFFECT_SO_FAR, BY_AGREEMENT | CODES_TOO | NOT_FOR_ALL},
    {FIGURE_READINGS_COURSES, FIGURE_READINGS_CHANGE, BY_AGREEMENT | CODES_TOO},
};

static unsigned divisions_of(enum figure_id figure)
{
    for (size_t i = 0; i < sizeof divided / sizeof *divided; i++)
        if (divided[i].first <= figure && figure <= divided[i].last)
            return divided[i].divisions;
    return 0;
}

static void check_division(struct reading *reading)
{
    const struct placeholder *result = reading->result;
    const unsigned divisions = divisions_of(result->figure);
    const bool agreement = result->agreement != ALL_AGREEMENTS;
    const bool group = result->target_group != ALL_TARGET_GROUPS;
    const unsigned wanted = agreement && group ? BY_BOTH : agreement ? BY_AGREEMENT : BY_TARGET_GROUP;
    const char *what = agreement && group ? "en aftale og en målgruppe tilsammen"
                       : agreement        ? "en enkelt aftale"
                                          : "en enkelt målgruppe";
    if (!agreement && !group) {
        if (divisions & NOT_FOR_ALL)
            report(reading, DIAG_PLACEHOLDER_NOT_DIVIDED, nothing, reading->name,
                   sv_of("alle aftaler under ét"));
        return;
    }
    if (!(divisions & wanted))
        report(reading, DIAG_PLACEHOLDER_NOT_DIVIDED, nothing, reading->name, sv_of(what));
    else if (result->code.size && !(divisions & CODES_TOO))
        report(reading, DIAG_PLACEHOLDER_NOT_DIVIDED, nothing, reading->name,
               sv_format(reading->arena, "en kode inden for %s", what));
}

static void check_code(struct reading *reading)
{
    const enum figure_id figure = reading->result->figure;
    const struct figure_kind *kind = figure_kind(figure);
    if (reading->given & (1u << PART_CODE) || kind->has_total || kind->code_kind == FIGURE_WITHOUT_CODE)
        return;
    const struct sv example = category_count(reading->data, figure)
                                  ? category_code(reading->arena, reading->data, figure, 0)
                                  : nothing;
    report(reading, DIAG_PLACEHOLDER_CODE_MISSING, nothing, sv_of(kind->key), example);
}

/* ---- How to write it ---- */

#define OF(unit) (1u << (unit))
enum { NUMBERS = OF(UNIT_COUNT) | OF(UNIT_HOURS) | OF(UNIT_DAYS) | OF(UNIT_AMOUNT) };

static const struct {
    const char *name; /* folded */
    unsigned units;   /* that can be written so */
} forms[] = {
    [FORM_SHARE] = {"procent", OF(UNIT_SHARE)}, [FORM_WHOLE] = {"heltal", NUMBERS},
    [FORM_DECIMAL] = {"decimal", NUMBERS},      [FORM_MILLIONS] = {"mio", OF(UNIT_AMOUNT)},
    [FORM_DATE] = {"dato", OF(UNIT_DATE)},      [FORM_CHANGE] = {"aendring", NUMBERS | OF(UNIT_SHARE)},
};

static void read_form(struct reading *reading, struct sv text)
{
    const size_t count = sizeof forms / sizeof *forms;
    const struct sv folded = danish_fold(reading->arena, text);
    size_t form = FORM_SHARE;
    while (form < count && !sv_is(folded, forms[form].name))
        form++;
    if (form == count) {
        report(reading, DIAG_PLACEHOLDER_FORMAT_UNKNOWN, text, nothing, nothing);
        return;
    }
    reading->result->form = (enum placeholder_form)form;
    const bool goals_change = form == FORM_CHANGE && reading->result->goal != NO_GOAL;
    if (goals_change || !(forms[form].units & OF(reading->result->unit)))
        report(reading, DIAG_PLACEHOLDER_FORMAT_UNFIT, text, reading->name, nothing);
}

bool placeholder_parse(const struct data_set *data, struct sv text, struct place place, struct diag *diag,
                       struct arena *arena, struct placeholder *placeholder)
{
    struct reading reading = {
        .data = data, .arena = arena, .place = place, .diag = diag, .result = placeholder, .good = true};
    const size_t bar = sv_find(text, '|');
    struct sv rest = sv_slice(text, 0, bar);
    *placeholder =
        (struct placeholder){.goal = NO_GOAL, .agreement = ALL_AGREEMENTS, .target_group = ALL_TARGET_GROUPS};
    reading.name = next_word(&rest);
    read_figure(&reading);
    if (!reading.good)
        return false;
    read_parts(&reading, rest);
    if (placeholder->goal == NO_GOAL) {
        check_code(&reading);
        check_division(&reading);
    }
    if (bar != SIZE_MAX)
        read_form(&reading, sv_trim(sv_slice(text, bar + 1, text.size)));
    return reading.good;
}

#include "checks.h"

#include "categories.h"
#include "store.h"

/* The rows of `parts` by code add up to the row of `whole` without one, wherever `parts` are counted. */
static const struct sum_rule {
    enum figure_id parts;
    enum figure_id whole;
    bool for_all_only;
} SUM_RULES[] = {
    {FIGURE_COURSES_OUTCOME, FIGURE_COURSES_ENDED, false},
    {FIGURE_COURSES_PROGRESSION, FIGURE_COURSES_ENDED, false},
    {FIGURE_COURSES_OUTCOME_SO_FAR, FIGURE_COURSES_ENDED_SO_FAR, false},
    {FIGURE_JOBS_NEW, FIGURE_JOBS_NEW, true},
    {FIGURE_JOBS_AT_END, FIGURE_JOBS_AT_END, true},
    {FIGURE_JOBS_HOURS, FIGURE_JOBS_HOURS, true},
    {FIGURE_JOBS_HOURS_BAND, FIGURE_JOBS_NEW, false},
    {FIGURE_JOBS_ENTERPRISE_TYPE, FIGURE_JOBS_NEW, true},
    {FIGURE_ENTERPRISES_AT_END, FIGURE_ENTERPRISES_AT_END, true},
    {FIGURE_ENTERPRISES_NEW, FIGURE_ENTERPRISES_NEW, true},
    {FIGURE_ENTERPRISES_CLOSED, FIGURE_ENTERPRISES_CLOSED, true},
    {FIGURE_ENTERPRISES_GENERATION, FIGURE_ENTERPRISES_AT_END, true},
    {FIGURE_AGREEMENTS_AT_END, FIGURE_AGREEMENTS_AT_END, true},
    {FIGURE_AGREEMENTS_NEW, FIGURE_AGREEMENTS_NEW, true},
    {FIGURE_AGREEMENTS_ENDED, FIGURE_AGREEMENTS_ENDED, true},
    {FIGURE_APPLICATIONS_SENT, FIGURE_APPLICATIONS_SENT, true},
    {FIGURE_APPLICATIONS_SOUGHT, FIGURE_APPLICATIONS_SOUGHT, true},
    {FIGURE_APPLICATIONS_GRANTED, FIGURE_APPLICATIONS_GRANTED, true},
    {FIGURE_APPLICATIONS_AMOUNT, FIGURE_APPLICATIONS_AMOUNT, true},
    {FIGURE_PURCHASES_AMOUNT, FIGURE_PURCHASES_AMOUNT, true},
};

/* Where `where` has a row, `parts` by code add up to one code of `whole`. */
static const struct code_rule {
    enum figure_id where;
    enum figure_id parts;
    enum figure_id whole;
    const char *code;
} CODE_RULES[] = {
    {FIGURE_COURSES_ENDED, FIGURE_COURSES_STOPPED, FIGURE_COURSES_OUTCOME, "stoppet"},
    {FIGURE_COURSES_ENDED_SO_FAR, FIGURE_COURSES_STOPPED_SO_FAR, FIGURE_COURSES_OUTCOME_SO_FAR, "stoppet"},
};

/* `part` is never more than `whole`, or than the sum of its codes. */
static const struct limit_rule {
    enum figure_id part;
    enum figure_id whole;
    bool by_code;
} LIMIT_RULES[] = {
    {FIGURE_COURSES_POSITIVE, FIGURE_COURSES_ENDED, false},
    {FIGURE_COURSES_POSITIVE_SO_FAR, FIGURE_COURSES_ENDED_SO_FAR, false},
    {FIGURE_DONORS, FIGURE_APPLICATIONS_GRANTED, false},
    {FIGURE_DONORS_AGAIN, FIGURE_DONORS, false},
    {FIGURE_TRIALS_STARTED, FIGURE_TRIALS_STATUS, true},
    {FIGURE_TRIALS_ACROSS_SECTORS, FIGURE_TRIALS_STATUS, true},
    {FIGURE_TRIALS_LOCAL_PARTNER, FIGURE_TRIALS_STATUS, true},
    {FIGURE_PURCHASES_ENTERPRISES, FIGURE_PURCHASES_COUNT, false},
};

static struct ratio value_beside(const struct figures *figures, struct figure_key key, enum figure_id figure)
{
    key.figure = (uint16_t)figure;
    return figures_value(figures, key);
}

static bool same_value(struct ratio a, struct ratio b)
{
    return ratio_has_value(a) && ratio_has_value(b) && ratio_compare(a, b) == 0;
}

/* "for 2024, aftale SA-01, målgruppe unge" */
static struct sv key_text(const struct figures *figures, struct figure_key key)
{
    struct buffer text = buffer_in(figures->arena);
    buffer_add(&text, period_name(&figures->periods[key.period]));
    if (key.agreement != ALL_AGREEMENTS) {
        buffer_add_text(&text, ", aftale ");
        buffer_add(&text, agreement_id(figures->data, key.agreement));
    }
    if (key.target_group != ALL_TARGET_GROUPS) {
        buffer_add_text(&text, ", målgruppe ");
        buffer_add(&text, code_text(code_list(&figures->data->codes, CODES_TARGET_GROUP), key.target_group));
    }
    return buffer_view(&text);
}

static struct sv number_text(const struct figures *figures, struct ratio value)
{
    struct buffer text = buffer_in(figures->arena);
    if (ratio_has_value(value))
        ratio_write_plain(&text, value);
    else
        buffer_add_text(&text, "uden værdi");
    return buffer_view(&text);
}

static bool check_balance(const struct figures *figures, struct figure_key key, struct sv *fault)
{
    const struct ratio at_start = value_beside(figures, key, FIGURE_COURSES_AT_START);
    const struct ratio started = value_beside(figures, key, FIGURE_COURSES_STARTED);
    const struct ratio ended = value_beside(figures, key, FIGURE_COURSES_ENDED);
    const struct ratio at_end = value_beside(figures, key, FIGURE_COURSES_AT_END);
    if (same_value(ratio_subtract(ratio_add(at_start, started), ended), at_end))
        return true;
    *fault = sv_format(figures->arena,
                       "Forløbene går ikke op for %.*s: i gang ved begyndelsen %.*s + startede %.*s − "
                       "afsluttede %.*s er ikke i gang ved slutningen %.*s.",
                       SV_ARG(key_text(figures, key)), SV_ARG(number_text(figures, at_start)),
                       SV_ARG(number_text(figures, started)), SV_ARG(number_text(figures, ended)),
                       SV_ARG(number_text(figures, at_end)));
    return false;
}

/* What `parts` sum to where `key` stands, and the value it should be, which is of `key`. */
static bool check_sum_is(const struct figures *figures, enum figure_id parts, struct ratio sum,
                         struct figure_key key, struct ratio value, struct sv *fault)
{
    const struct sv code = symbols_name(&figures->codes, key.code);
    if (same_value(sum, value))
        return true;
    *fault = sv_format(figures->arena,
                       "Summen går ikke op for %.*s: %s giver tilsammen %.*s, men %s%s%.*s er %.*s.",
                       SV_ARG(key_text(figures, key)), figure_kind(parts)->key,
                       SV_ARG(number_text(figures, sum)), figure_kind(key.figure)->key, code.size ? " " : "",
                       SV_ARG(code), SV_ARG(number_text(figures, value)));
    return false;
}

static struct ratio sum_beside(const struct figures *figures, struct figure_key key, enum figure_id parts)
{
    key.figure = (uint16_t)parts;
    return store_sum_of_codes(figures, key);
}

static bool check_sum(const struct figures *figures, const struct sum_rule *rule, const struct figure *whole,
                      struct sv *fault)
{
    return check_sum_is(figures, rule->parts, sum_beside(figures, whole->key, rule->parts), whole->key,
                        whole->value, fault);
}

static bool check_code(const struct figures *figures, const struct code_rule *rule, struct figure_key key,
                       struct sv *fault)
{
    const struct ratio sum = sum_beside(figures, key, rule->parts);
    key.figure = (uint16_t)rule->whole;
    key.code = symbols_find(&figures->codes, sv_of(rule->code));
    const struct ratio value = key.code == SYMBOL_NONE ? ratio_whole(0) : figures_value(figures, key);
    return check_sum_is(figures, rule->parts, sum, key, value, fault);
}

static bool check_limit(const struct figures *figures, const struct limit_rule *rule,
                        const struct figure *part, struct sv *fault)
{
    const struct ratio whole = rule->by_code ? sum_beside(figures, part->key, rule->whole)
                                             : value_beside(figures, part->key, rule->whole);
    if (ratio_has_value(part->value) && ratio_has_value(whole) && ratio_compare(part->value, whole) <= 0)
        return true;
    *fault = sv_format(figures->arena, "En del er større end det hele for %.*s: %s er %.*s, men %s er %.*s.",
                       SV_ARG(key_text(figures, part->key)), figure_kind(rule->part)->key,
                       SV_ARG(number_text(figures, part->value)), figure_kind(rule->whole)->key,
                       SV_ARG(number_text(figures, whole)));
    return false;
}

/* How many gave an answer to a question; 0 where nobody did. */
static struct ratio answers_given(const struct figures *figures, struct figure_key key, size_t question,
                                  uint8_t answer)
{
    key.figure = FIGURE_EVALUATION_SPREAD;
    key.code = symbols_find(&figures->codes, category_code(figures->arena, figures->data, key.figure,
                                                           category_of_answer((uint16_t)question, answer)));
    return key.code == SYMBOL_NONE ? ratio_whole(0) : figures_value(figures, key);
}

/* The five answers add up to all answers to the question, and weighted to their mean. */
static bool check_answers(const struct figures *figures, const struct figure *row, struct sv *fault)
{
    enum { LAST_ANSWER = 5 };
    const size_t question =
        category_find(figures->data, FIGURE_EVALUATION_COUNT, symbols_name(&figures->codes, row->key.code));
    struct figure_key mean = row->key;
    struct ratio count = ratio_whole(0);
    struct ratio sum = ratio_whole(0);
    for (uint8_t answer = 1; answer <= LAST_ANSWER; answer++) {
        const struct ratio given = answers_given(figures, row->key, question, answer);
        count = ratio_add(count, given);
        sum = ratio_add(sum, ratio_divide(given, ratio_of(1, answer)));
    }
    mean.figure = FIGURE_EVALUATION_ANSWER;
    return check_sum_is(figures, FIGURE_EVALUATION_SPREAD, count, row->key, row->value, fault) &&
           check_sum_is(figures, FIGURE_EVALUATION_SPREAD, ratio_divide(sum, count), mean,
                        figures_value(figures, mean), fault);
}

static bool rule_applies(const struct sum_rule *rule, struct figure_key key)
{
    const bool for_all = key.agreement == ALL_AGREEMENTS && key.target_group == ALL_TARGET_GROUPS;
    return key.figure == rule->whole && key.code == WITHOUT_CODE && (for_all || !rule->for_all_only);
}

static bool check_rules(const struct figures *figures, const struct figure *row, struct sv *fault)
{
    for (size_t i = 0; i < sizeof SUM_RULES / sizeof *SUM_RULES; i++)
        if (rule_applies(&SUM_RULES[i], row->key) && !check_sum(figures, &SUM_RULES[i], row, fault))
            return false;
    for (size_t i = 0; i < sizeof CODE_RULES / sizeof *CODE_RULES; i++)
        if (row->key.figure == CODE_RULES[i].where && !check_code(figures, &CODE_RULES[i], row->key, fault))
            return false;
    for (size_t i = 0; i < sizeof LIMIT_RULES / sizeof *LIMIT_RULES; i++)
        if (row->key.figure == LIMIT_RULES[i].part && !check_limit(figures, &LIMIT_RULES[i], row, fault))
            return false;
    return true;
}

/* Figures that a rule begins from; most have none. */
static void mark_ruled(bool ruled[FIGURES])
{
    for (size_t i = 0; i < sizeof SUM_RULES / sizeof *SUM_RULES; i++)
        ruled[SUM_RULES[i].whole] = true;
    for (size_t i = 0; i < sizeof CODE_RULES / sizeof *CODE_RULES; i++)
        ruled[CODE_RULES[i].where] = true;
    for (size_t i = 0; i < sizeof LIMIT_RULES / sizeof *LIMIT_RULES; i++)
        ruled[LIMIT_RULES[i].part] = true;
}

bool figures_check(const struct figures *figures, struct sv *fault)
{
    bool ruled[FIGURES] = {false};
    mark_ruled(ruled);
    *fault = (struct sv){0};
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *row = &figures->rows[i];
        if (row->key.figure == FIGURE_COURSES_AT_END && !check_balance(figures, row->key, fault))
            return false;
        if (row->key.figure == FIGURE_EVALUATION_COUNT && !check_answers(figures, row, fault))
            return false;
        if (ruled[row->key.figure] && !check_rules(figures, row, fault))
            return false;
    }
    return true;
}

#include "checks.h"

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

static bool check_sum(const struct figures *figures, const struct sum_rule *rule, const struct figure *whole,
                      struct sv *fault)
{
    struct figure_key key = whole->key;
    key.figure = (uint16_t)rule->parts;
    const struct ratio sum = store_sum_of_codes(figures, key);
    if (same_value(sum, whole->value))
        return true;
    *fault = sv_format(
        figures->arena, "Summen går ikke op for %.*s: %s giver tilsammen %.*s, men %s er %.*s.",
        SV_ARG(key_text(figures, key)), figure_kind(rule->parts)->key, SV_ARG(number_text(figures, sum)),
        figure_kind(rule->whole)->key, SV_ARG(number_text(figures, whole->value)));
    return false;
}

static bool rule_applies(const struct sum_rule *rule, struct figure_key key)
{
    const bool for_all = key.agreement == ALL_AGREEMENTS && key.target_group == ALL_TARGET_GROUPS;
    return key.figure == rule->whole && key.code == WITHOUT_CODE && (for_all || !rule->for_all_only);
}

bool figures_check(const struct figures *figures, struct sv *fault)
{
    *fault = (struct sv){0};
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *row = &figures->rows[i];
        if (row->key.figure == FIGURE_COURSES_AT_END && !check_balance(figures, row->key, fault))
            return false;
        for (size_t rule = 0; rule < sizeof SUM_RULES / sizeof *SUM_RULES; rule++)
            if (rule_applies(&SUM_RULES[rule], row->key) && !check_sum(figures, &SUM_RULES[rule], row, fault))
                return false;
    }
    return true;
}

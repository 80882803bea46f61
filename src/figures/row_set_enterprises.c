#include "enterprise_facts.h"
#include "row_set_rules.h"
#include "spell.h"

static const struct enterprise *enterprise_at(const struct row_question *question, uint32_t row)
{
    return &enterprises(question->data)[row];
}

static bool is_open(const struct row_question *question, uint32_t row)
{
    const struct enterprise *enterprise = enterprise_at(question, row);
    return spell_runs_after((struct spell){enterprise->start, enterprise->end}, question->period.last);
}

static struct addition at_end(const struct row_question *question, uint32_t row)
{
    return one_if(is_open(question, row) && is_asked(question, enterprise_at(question, row)->type));
}

static struct addition new_enterprise(const struct row_question *question, uint32_t row)
{
    const struct enterprise *enterprise = enterprise_at(question, row);
    return one_if(period_holds(&question->period, enterprise->start) && is_asked(question, enterprise->type));
}

static struct addition closed(const struct row_question *question, uint32_t row)
{
    const struct enterprise *enterprise = enterprise_at(question, row);
    return one_if(period_holds(&question->period, enterprise->end) && is_asked(question, enterprise->type));
}

static struct addition coming(const struct row_question *question, uint32_t row)
{
    const struct enterprise *enterprise = enterprise_at(question, row);
    return one_if(enterprise->status == code_of(&question->data->codes, CODES_ENTERPRISE_STATUS, "paa_vej") &&
                  (enterprise->start == DAY_NONE || enterprise->start > question->period.last));
}

static struct addition registered(const struct row_question *question, uint32_t row)
{
    const day_number day = enterprise_at(question, row)->registered;
    return one_if(is_open(question, row) && day != DAY_NONE && day <= question->period.last);
}

static struct addition three_lines(const struct row_question *question, uint32_t row)
{
    return one_if(is_open(question, row) && enterprise_has_three_lines(enterprise_at(question, row)));
}

static struct addition generation(const struct row_question *question, uint32_t row)
{
    const day_number second_from = second_generation_from(question->sets->figures);
    return one_if(is_open(question, row) &&
                  is_asked(question, enterprise_generation(enterprise_at(question, row), second_from)));
}

static struct addition staff(const struct row_question *question, uint32_t row)
{
    const int32_t employed = enterprise_at(question, row)->staff;
    return amount_if(is_open(question, row) && employed != WHOLE_NONE, employed);
}

static struct addition edge_staff(const struct row_question *question, uint32_t row)
{
    const int32_t employed = enterprise_at(question, row)->staff_from_edge;
    return amount_if(is_open(question, row) && employed != WHOLE_NONE, employed);
}

static struct addition edge_share(const struct row_question *question, uint32_t row)
{
    const struct enterprise *enterprise = enterprise_at(question, row);
    return (struct addition){.counts = is_open(question, row) && enterprise_has_staff_from_edge(enterprise),
                             .amount = enterprise->staff_from_edge,
                             .base = enterprise->staff};
}

static struct addition edge_30(const struct row_question *question, uint32_t row)
{
    return one_if(is_open(question, row) &&
                  enterprise_may_have_reserved_contracts(enterprise_at(question, row)));
}

static struct addition income_share(const struct row_question *question, uint32_t row)
{
    const struct enterprise *enterprise = enterprise_at(question, row);
    const decimal incomes[] = {[INCOME_PRIVATE] = enterprise->income_private,
                               [INCOME_PUBLIC] = enterprise->income_public,
                               [INCOME_CIVIL] = enterprise->income_civil};
    struct addition addition = {0};
    for (size_t sector = 0; sector < sizeof incomes / sizeof *incomes; sector++)
        if (incomes[sector] != DECIMAL_NONE) {
            addition.counts = is_open(question, row);
            addition.amount += is_asked(question, sector) ? incomes[sector] : 0;
            addition.base += incomes[sector];
        }
    return addition;
}

static struct addition outside(const struct row_question *question, uint32_t row)
{
    return one_if(is_open(question, row) &&
                  enterprise_is_outside(question->sets->figures, enterprise_at(question, row)));
}

/* ---- Agreements ---- */

static const struct agreement *agreement_at(const struct row_question *question, uint32_t row)
{
    return &agreements(question->data)[row];
}

static struct addition agreement_at_end(const struct row_question *question, uint32_t row)
{
    const struct agreement *agreement = agreement_at(question, row);
    return one_if(spell_runs_after((struct spell){agreement->start, agreement->end}, question->period.last) &&
                  is_asked(question, agreement->type));
}

static struct addition agreement_new(const struct row_question *question, uint32_t row)
{
    const struct agreement *agreement = agreement_at(question, row);
    return one_if(period_holds(&question->period, agreement->start) && is_asked(question, agreement->type));
}

static struct addition agreement_ended(const struct row_question *question, uint32_t row)
{
    const struct agreement *agreement = agreement_at(question, row);
    return one_if(period_holds(&question->period, agreement->end) && is_asked(question, agreement->type));
}

#define BY_DATES .deciding = {"navn", "type", "start", "slut"}
#define BY_STAFF .deciding = {"start", "slut", "ansatte", "ansatte_kant"}

static const struct row_set_rule RULES[FIGURES] = {
    [FIGURE_ENTERPRISES_AT_END] = {TABLE_ENTERPRISES, MEASURE_COUNT, at_end, BY_DATES},
    [FIGURE_ENTERPRISES_NEW] = {TABLE_ENTERPRISES, MEASURE_COUNT, new_enterprise, BY_DATES},
    [FIGURE_ENTERPRISES_CLOSED] = {TABLE_ENTERPRISES, MEASURE_COUNT, closed, BY_DATES},
    [FIGURE_ENTERPRISES_COMING] = {TABLE_ENTERPRISES, MEASURE_COUNT, coming,
                                   .deciding = {"navn", "status", "start"}},
    [FIGURE_ENTERPRISES_REGISTERED] = {TABLE_ENTERPRISES, MEASURE_COUNT, registered,
                                       .deciding = {"navn", "start", "slut", "registreret"}},
    [FIGURE_ENTERPRISES_THREE_LINES] = {TABLE_ENTERPRISES, MEASURE_COUNT, three_lines,
                                        .deciding = {"start", "slut", "bundlinje_social", "bundlinje_lokal",
                                                     "bundlinje_oekonomisk"}},
    [FIGURE_ENTERPRISES_GENERATION] = {TABLE_ENTERPRISES, MEASURE_COUNT, generation, BY_DATES},
    [FIGURE_ENTERPRISES_STAFF] = {TABLE_ENTERPRISES, MEASURE_SUM, staff, BY_STAFF},
    [FIGURE_ENTERPRISES_EDGE_STAFF] = {TABLE_ENTERPRISES, MEASURE_SUM, edge_staff, BY_STAFF},
    [FIGURE_ENTERPRISES_EDGE_SHARE] = {TABLE_ENTERPRISES, MEASURE_QUOTIENT, edge_share,
                                       .deciding = {"navn", "start", "slut"}},
    [FIGURE_ENTERPRISES_EDGE_30] = {TABLE_ENTERPRISES, MEASURE_COUNT, edge_30, BY_STAFF},
    [FIGURE_ENTERPRISES_INCOME_SHARE] = {TABLE_ENTERPRISES, MEASURE_QUOTIENT, income_share, DECIMAL_ONE,
                                         .deciding = {"start", "slut", "indtaegt_privat",
                                                      "indtaegt_offentlig", "indtaegt_civil"}},
    [FIGURE_ENTERPRISES_OUTSIDE] = {TABLE_ENTERPRISES, MEASURE_COUNT, outside,
                                    .deciding = {"navn", "start", "slut", "kommune"}},
    [FIGURE_AGREEMENTS_AT_END] = {TABLE_AGREEMENTS, MEASURE_COUNT, agreement_at_end, BY_DATES},
    [FIGURE_AGREEMENTS_NEW] = {TABLE_AGREEMENTS, MEASURE_COUNT, agreement_new, BY_DATES},
    [FIGURE_AGREEMENTS_ENDED] = {TABLE_AGREEMENTS, MEASURE_COUNT, agreement_ended, BY_DATES},
};

const struct row_set_rule *enterprise_row_set_rule(enum figure_id figure)
{
    return RULES[figure].rule ? &RULES[figure] : NULL;
}

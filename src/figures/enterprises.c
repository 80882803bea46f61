#include "enterprise_facts.h"
#include "spell.h"
#include "tally.h"
#include "text_da.h"

#include <string.h>

enum enterprise_counter {
    AT_END,
    NEW,
    CLOSED,
    COMING,
    REGISTERED,
    THREE_LINES,
    STAFF,
    EDGE_STAFF,
    KNOWN_STAFF, /* of enterprises where both numbers of staff are known */
    KNOWN_EDGE_STAFF,
    EDGE_30,
    INCOME_SUM, /* decimal */
    OUTSIDE,
    AT_END_BY_TYPE,
    NEW_BY_TYPE,
    CLOSED_BY_TYPE,
    GENERATION,
    INCOME,
    ENTERPRISE_COUNTERS
};

static const struct counter COUNTERS[ENTERPRISE_COUNTERS] = {
    [AT_END_BY_TYPE] = {.by_code = true, .figure = FIGURE_ENTERPRISES_AT_END},
    [NEW_BY_TYPE] = {.by_code = true, .figure = FIGURE_ENTERPRISES_NEW},
    [CLOSED_BY_TYPE] = {.by_code = true, .figure = FIGURE_ENTERPRISES_CLOSED},
    [GENERATION] = {.by_code = true, .figure = FIGURE_ENTERPRISES_GENERATION},
    [INCOME] = {.by_code = true, .figure = FIGURE_ENTERPRISES_INCOME_SHARE},
};

static const struct shown SHOWN[] = {
    {FIGURE_ENTERPRISES_AT_END, AT_END, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_AT_END, AT_END_BY_TYPE, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_NEW, NEW, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_NEW, NEW_BY_TYPE, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_CLOSED, CLOSED, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_CLOSED, CLOSED_BY_TYPE, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_COMING, COMING, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_REGISTERED, REGISTERED, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_THREE_LINES, THREE_LINES, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_GENERATION, GENERATION, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_STAFF, STAFF, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_EDGE_STAFF, EDGE_STAFF, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_EDGE_SHARE, KNOWN_EDGE_STAFF, KNOWN_STAFF, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_EDGE_30, EDGE_30, WHOLE, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_INCOME_SHARE, INCOME, INCOME_SUM, 1, FOR_ALL},
    {FIGURE_ENTERPRISES_OUTSIDE, OUTSIDE, WHOLE, 1, FOR_ALL},
};

day_number second_generation_from(const struct figures *figures)
{
    return figures->strategy ? figures->strategy->second_generation_from : day_from_date(2022, 1, 1);
}

/* "Slagelse" of "Slagelse Kommune": both ways of writing it mean the same place. */
static struct sv municipality_itself(struct sv name)
{
    static const char *const endings[] = {" Kommune", " kommune"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t size = strlen(endings[i]);
        if (name.size > size && sv_is(sv_slice(name, name.size - size, name.size), endings[i]))
            return sv_trim(sv_slice(name, 0, name.size - size));
    }
    return name;
}

static bool same_municipality(struct sv first, struct sv second)
{
    const struct sv a = municipality_itself(first);
    const struct sv b = municipality_itself(second);
    char folded_a[128];
    char folded_b[128];
    const size_t size_a = danish_fold_into(a, folded_a, sizeof folded_a);
    const size_t size_b = danish_fold_into(b, folded_b, sizeof folded_b);
    if (size_a == SIZE_MAX || size_b == SIZE_MAX)
        return sv_equal(a, b);
    return sv_equal((struct sv){folded_a, size_a}, (struct sv){folded_b, size_b});
}

bool enterprise_is_outside(const struct figures *figures, const struct enterprise *enterprise)
{
    return enterprise->municipality.size &&
           !same_municipality(enterprise->municipality, figures->data->settings.municipality);
}

static void count_staff(const struct enterprise *enterprise, int64_t *numbers)
{
    numbers[STAFF] += enterprise->staff == WHOLE_NONE ? 0 : enterprise->staff;
    numbers[EDGE_STAFF] += enterprise->staff_from_edge == WHOLE_NONE ? 0 : enterprise->staff_from_edge;
    numbers[EDGE_30] += enterprise_may_have_reserved_contracts(enterprise);
    if (!enterprise_has_staff_from_edge(enterprise))
        return;
    numbers[KNOWN_STAFF] += enterprise->staff;
    numbers[KNOWN_EDGE_STAFF] += enterprise->staff_from_edge;
}

static void count_income(const struct tally *tally, const struct enterprise *enterprise, int64_t *numbers)
{
    const decimal incomes[] = {[INCOME_PRIVATE] = enterprise->income_private,
                               [INCOME_PUBLIC] = enterprise->income_public,
                               [INCOME_CIVIL] = enterprise->income_civil};
    for (size_t sector = 0; sector < sizeof incomes / sizeof *incomes; sector++)
        if (incomes[sector] != DECIMAL_NONE) {
            numbers[tally->at[INCOME] + sector] += incomes[sector];
            numbers[INCOME_SUM] += incomes[sector];
        }
}

static void count_active(const struct counting *counting, const struct tally *tally,
                         const struct enterprise *enterprise, const struct period *period, int64_t *numbers)
{
    const struct figures *figures = counting->figures;
    numbers[AT_END]++;
    numbers[tally->at[AT_END_BY_TYPE] + enterprise->type]++;
    numbers[tally->at[GENERATION] + enterprise_generation(enterprise, second_generation_from(figures))]++;
    numbers[REGISTERED] += enterprise->registered != DAY_NONE && enterprise->registered <= period->last;
    numbers[THREE_LINES] += enterprise_has_three_lines(enterprise);
    numbers[OUTSIDE] += enterprise_is_outside(figures, enterprise);
    count_staff(enterprise, numbers);
    count_income(tally, enterprise, numbers);
}

static void count_enterprise(const struct counting *counting, const struct tally *tally,
                             const struct enterprise *enterprise, size_t window)
{
    const struct period *period = &counting->windows[window];
    const uint16_t coming = code_of(&counting->data->codes, CODES_ENTERPRISE_STATUS, "paa_vej");
    int64_t *numbers = tally_of(tally, window, 0);
    if (spell_runs_after((struct spell){enterprise->start, enterprise->end}, period->last))
        count_active(counting, tally, enterprise, period, numbers);
    if (period_holds(period, enterprise->start)) {
        numbers[NEW]++;
        numbers[tally->at[NEW_BY_TYPE] + enterprise->type]++;
    }
    if (period_holds(period, enterprise->end)) {
        numbers[CLOSED]++;
        numbers[tally->at[CLOSED_BY_TYPE] + enterprise->type]++;
    }
    numbers[COMING] +=
        enterprise->status == coming && (enterprise->start == DAY_NONE || enterprise->start > period->last);
}

void count_enterprises(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct tally tally;
    arena_init(&scratch, counting->figures->arena->exhausted);
    breakdown_init_all(&breakdown, &scratch);
    tally_init(&tally, counting, &breakdown, COUNTERS, ENTERPRISE_COUNTERS, &scratch);
    for (size_t row = 0; row < row_count(counting->data, TABLE_ENTERPRISES); row++)
        for (size_t window = 0; window < counting->window_count; window++)
            count_enterprise(counting, &tally, &enterprises(counting->data)[row], window);
    tally_show(&tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    arena_free(&scratch);
}

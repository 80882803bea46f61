#include "donors.h"
#include "tally.h"

enum application_counter {
    SENT,
    SOUGHT, /* sum, decimal */
    DECIDED,
    GRANTED,
    AMOUNT, /* sum, decimal */
    DONORS,
    DONORS_AGAIN,
    SENT_BY_MODEL,
    SOUGHT_BY_MODEL,
    GRANTED_BY_MODEL,
    AMOUNT_BY_MODEL,
    APPLICATION_COUNTERS
};

static const struct counter COUNTERS[APPLICATION_COUNTERS] = {
    [SENT_BY_MODEL] = {.by_code = true, .figure = FIGURE_APPLICATIONS_SENT},
    [SOUGHT_BY_MODEL] = {.by_code = true, .figure = FIGURE_APPLICATIONS_SOUGHT},
    [GRANTED_BY_MODEL] = {.by_code = true, .figure = FIGURE_APPLICATIONS_GRANTED},
    [AMOUNT_BY_MODEL] = {.by_code = true, .figure = FIGURE_APPLICATIONS_AMOUNT},
};

static const struct shown SHOWN[] = {
    {FIGURE_APPLICATIONS_SENT, SENT, WHOLE, 1, FOR_ALL},
    {FIGURE_APPLICATIONS_SENT, SENT_BY_MODEL, WHOLE, 1, FOR_ALL},
    {FIGURE_APPLICATIONS_SOUGHT, SOUGHT, WHOLE, DECIMAL_ONE, FOR_ALL},
    {FIGURE_APPLICATIONS_SOUGHT, SOUGHT_BY_MODEL, WHOLE, DECIMAL_ONE, FOR_ALL},
    {FIGURE_APPLICATIONS_GRANTED, GRANTED, WHOLE, 1, FOR_ALL},
    {FIGURE_APPLICATIONS_GRANTED, GRANTED_BY_MODEL, WHOLE, 1, FOR_ALL},
    {FIGURE_APPLICATIONS_AMOUNT, AMOUNT, WHOLE, DECIMAL_ONE, FOR_ALL},
    {FIGURE_APPLICATIONS_AMOUNT, AMOUNT_BY_MODEL, WHOLE, DECIMAL_ONE, FOR_ALL},
    {FIGURE_APPLICATIONS_SUCCESS, GRANTED, DECIDED, 1, FOR_ALL},
    {FIGURE_DONORS, DONORS, WHOLE, 1, FOR_ALL},
    {FIGURE_DONORS_AGAIN, DONORS_AGAIN, WHOLE, 1, FOR_ALL},
};

static void count_sent(const struct tally *tally, const struct application *application, int64_t *numbers)
{
    numbers[SENT]++;
    numbers[SOUGHT] += application->sought;
    numbers[tally->at[SENT_BY_MODEL] + application->model]++;
    numbers[tally->at[SOUGHT_BY_MODEL] + application->model] += application->sought;
}

static void count_granted(const struct tally *tally, const struct application *application, int64_t *numbers)
{
    numbers[GRANTED]++;
    numbers[AMOUNT] += application->granted;
    numbers[tally->at[GRANTED_BY_MODEL] + application->model]++;
    numbers[tally->at[AMOUNT_BY_MODEL] + application->model] += application->granted;
}

static void count_application(const struct counting *counting, const struct tally *tally,
                              const struct application *application)
{
    for (size_t window = 0; window < counting->window_count; window++) {
        const struct period *period = &counting->windows[window];
        int64_t *numbers = tally_of(tally, window, 0);
        if (period_holds(period, application->submitted))
            count_sent(tally, application, numbers);
        if (!period_holds(period, application->decided))
            continue;
        numbers[DECIDED]++;
        if (application_is_granted(application))
            count_granted(tally, application, numbers);
    }
}

/* The applications, those of a donor together. */
static struct row_order applications_by_donor(const struct donors *donors, const struct data_set *data,
                                              struct arena *arena)
{
    struct row_order order = row_order_of(arena, row_count(data, TABLE_APPLICATIONS));
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = donors->of_row[i];
    row_order_sort(&order);
    return order;
}

/* In every window that holds the grant, the first time that the donor comes. */
static void count_donor(const struct counting *counting, const struct tally *tally, uint32_t *last_donor,
                        const struct donors *donors, uint32_t row)
{
    const uint32_t donor = donors->of_row[row];
    for (size_t window = 0; window < counting->window_count; window++) {
        const struct period *period = &counting->windows[window];
        int64_t *numbers = tally_of(tally, window, 0);
        if (!period_holds(period, applications(counting->data)[row].decided) ||
            !first_time(&last_donor[window], donor))
            continue;
        numbers[DONORS]++;
        numbers[DONORS_AGAIN] += donors->first_grant[donor] < period->first;
    }
}

static void count_donors(const struct counting *counting, const struct tally *tally, struct arena *arena)
{
    const struct donors donors = donors_of(counting->data, arena);
    const struct row_order order = applications_by_donor(&donors, counting->data, arena);
    uint32_t *last_donor = arena_array(arena, counting->window_count, sizeof *last_donor);
    for (size_t i = 0; i < order.count; i++)
        if (application_is_granted(&applications(counting->data)[order.rows[i].value]))
            count_donor(counting, tally, last_donor, &donors, order.rows[i].value);
}

void count_applications(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct tally tally;
    arena_init(&scratch, counting->figures->arena->exhausted);
    breakdown_init_all(&breakdown, &scratch);
    tally_init(&tally, counting, &breakdown, COUNTERS, APPLICATION_COUNTERS, &scratch);
    for (size_t row = 0; row < row_count(counting->data, TABLE_APPLICATIONS); row++)
        count_application(counting, &tally, &applications(counting->data)[row]);
    count_donors(counting, &tally, &scratch);
    tally_show(&tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    arena_free(&scratch);
}

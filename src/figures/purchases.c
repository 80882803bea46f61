#include "categories.h"
#include "tally.h"

enum purchase_counter {
    AMOUNT, /* sum, decimal */
    COUNT,
    ENTERPRISES,
    RESERVED, /* sum, decimal */
    AMOUNT_BY_DEPARTMENT,
    PURCHASE_COUNTERS
};

static const struct counter COUNTERS[PURCHASE_COUNTERS] = {
    [AMOUNT_BY_DEPARTMENT] = {.by_code = true, .figure = FIGURE_PURCHASES_AMOUNT},
};

static const struct shown SHOWN[] = {
    {FIGURE_PURCHASES_AMOUNT, AMOUNT, WHOLE, DECIMAL_ONE, FOR_ALL},
    {FIGURE_PURCHASES_AMOUNT, AMOUNT_BY_DEPARTMENT, WHOLE, DECIMAL_ONE, FOR_ALL},
    {FIGURE_PURCHASES_COUNT, COUNT, WHOLE, 1, FOR_ALL},
    {FIGURE_PURCHASES_ENTERPRISES, ENTERPRISES, WHOLE, 1, FOR_ALL},
    {FIGURE_PURCHASES_RESERVED, RESERVED, WHOLE, DECIMAL_ONE, FOR_ALL},
};

static void count_purchase(const struct tally *tally, const struct purchase *purchase, size_t department,
                           int64_t *numbers)
{
    numbers[COUNT]++;
    numbers[AMOUNT] += purchase->amount;
    numbers[tally->at[AMOUNT_BY_DEPARTMENT] + department] += purchase->amount;
    if (purchase->reserved == YES)
        numbers[RESERVED] += purchase->amount;
}

static struct row_order purchases_by_enterprise(const struct data_set *data, struct arena *arena)
{
    struct row_order order = row_order_of(arena, row_count(data, TABLE_PURCHASES));
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = purchases(data)[i].enterprise;
    row_order_sort(&order);
    return order;
}

static void walk_purchases(const struct counting *counting, const struct tally *tally, struct arena *arena)
{
    const struct row_order order = purchases_by_enterprise(counting->data, arena);
    uint32_t *last_enterprise = arena_array(arena, counting->window_count, sizeof *last_enterprise);
    for (size_t i = 0; i < order.count; i++) {
        const struct purchase *purchase = &purchases(counting->data)[order.rows[i].value];
        const size_t department = category_of_department(counting->data, purchase->department);
        for (size_t window = 0; window < counting->window_count; window++) {
            int64_t *numbers = tally_of(tally, window, 0);
            if (!period_holds(&counting->windows[window], purchase->date))
                continue;
            count_purchase(tally, purchase, department, numbers);
            numbers[ENTERPRISES] += first_time(&last_enterprise[window], purchase->enterprise);
        }
    }
}

void count_purchases(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct tally tally;
    arena_init(&scratch, counting->figures->arena->exhausted);
    breakdown_init_all(&breakdown, &scratch);
    tally_init(&tally, counting, &breakdown, COUNTERS, PURCHASE_COUNTERS, &scratch);
    walk_purchases(counting, &tally, &scratch);
    tally_show(&tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    arena_free(&scratch);
}

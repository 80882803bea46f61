#include "settings.h"

#include "period.h"

#include <string.h>

static const char EVALUATION[] = "evaluering-";

/* "2024" of "evaluering-2024"; empty for other texts. */
static struct sv evaluation_year(struct sv text)
{
    if (!sv_starts_with(text, sv_of(EVALUATION)))
        return (struct sv){0};
    return sv_slice(text, strlen(EVALUATION), text.size);
}

bool committee_period_is_valid(struct sv text)
{
    struct period period;
    const struct sv year = evaluation_year(text);
    if (year.size)
        return period_parse(year, &period) && period.half == 0;
    return period_parse(text, &period);
}

static bool any_hears_evaluation(const struct settings *settings, struct sv year)
{
    for (size_t i = 0; i < settings->committee_count; i++)
        if (sv_equal(evaluation_year(settings->committees[i].period), year))
            return true;
    return false;
}

bool committee_hears(const struct settings *settings, const struct committee *committee, struct sv period,
                     bool evaluation)
{
    if (!committee->period.size)
        return true;
    if (evaluation && any_hears_evaluation(settings, period))
        return sv_equal(evaluation_year(committee->period), period);
    return sv_equal(committee->period, period);
}

const struct strategy *settings_strategy(const struct settings *settings, int year)
{
    for (size_t i = 0; i < settings->strategy_count; i++) {
        const struct strategy *strategy = &settings->strategies[i];
        if (strategy->from_year <= year && year <= strategy->to_year)
            return strategy;
    }
    return NULL;
}

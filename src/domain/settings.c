#include "settings.h"

const struct strategy *settings_strategy(const struct settings *settings, int year)
{
    for (size_t i = 0; i < settings->strategy_count; i++) {
        const struct strategy *strategy = &settings->strategies[i];
        if (strategy->from_year <= year && year <= strategy->to_year)
            return strategy;
    }
    return NULL;
}

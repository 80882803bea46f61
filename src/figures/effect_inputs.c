#include "effect_inputs.h"

static const struct {
    const char *code;
    const char *name;
} names[EFFECT_INPUTS] = {
    [EFFECT_BENEFIT] = {"ydelse", "Ydelsen"},
    [EFFECT_SAVING] = {"besparelse", "Andel af ydelsen, der spares"},
    [EFFECT_STATE_SHARE] = {"statens_andel", "Statens andel af ydelsen"},
    [EFFECT_TAX] = {"skat", "Ekstra kommuneskat"},
    [EFFECT_LAPSE] = {"frafald", "Frafald"},
    [EFFECT_HORIZON_INPUT] = {"horisont", "Horisont"},
    [EFFECT_DISCOUNT] = {"diskontering", "Diskontering"},
    [EFFECT_PAYMENTS] = {"betalinger", "Betalinger for resultater"},
    [EFFECT_INVESTMENT] = {"investering", "Investering"},
};

const char *effect_input_code(enum effect_input input)
{
    return names[input].code;
}

const char *effect_input_name(enum effect_input input)
{
    return names[input].name;
}

const char *effect_change_code(enum effect_change change)
{
    return change == EFFECT_DOWN ? "ned" : "op";
}

int64_t effect_scaled_amount(const struct effect_inputs *inputs, enum effect_input input, decimal amount)
{
    return amount == DECIMAL_NONE ? 0 : amount * inputs->tenths[input];
}

int64_t effect_scaled_share(const struct effect_inputs *inputs, enum effect_input input, decimal per_cent)
{
    const int64_t scaled = effect_scaled_amount(inputs, input, per_cent);
    return scaled < EFFECT_ALL ? scaled : EFFECT_ALL;
}

static struct effect_inputs scenario_inputs(const struct scenario *scenario, enum effect_input changed,
                                            enum effect_change change)
{
    struct effect_inputs inputs;
    for (int i = 0; i < EFFECT_INPUTS; i++)
        inputs.tenths[i] = i == (int)changed ? (int32_t)change : EFFECT_UNCHANGED;
    inputs.lapse = effect_scaled_share(&inputs, EFFECT_LAPSE, scenario->lapse);
    inputs.discount = effect_scaled_share(&inputs, EFFECT_DISCOUNT, scenario->discount);
    inputs.horizon =
        (scenario->horizon * inputs.tenths[EFFECT_HORIZON_INPUT] + EFFECT_UNCHANGED / 2) / EFFECT_UNCHANGED;
    return inputs;
}

struct effect_inputs effect_inputs_of(const struct data_set *data, size_t scenario)
{
    return scenario_inputs(&scenarios(data)[scenario], EFFECT_INPUTS, EFFECT_UNCHANGED);
}

struct effect_inputs effect_inputs_changed(const struct data_set *data, enum effect_input input,
                                           enum effect_change change)
{
    return scenario_inputs(&scenarios(data)[0], input, change);
}

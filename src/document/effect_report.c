#include "effect_report.h"

#include "effect_codes.h"
#include "effect_view.h"

struct figure_key effect_key(const struct section_context *context, enum figure_id figure, size_t scenario)
{
    const struct figure_key key = figure_key(context->figures, figure);
    return figure_key_code(context->figures, key, scenario_name(context->data, scenario));
}

struct figure_key effect_key_in_month(const struct section_context *context, enum figure_id figure,
                                      size_t scenario, int32_t month)
{
    struct figure_key key = effect_key(context, figure, scenario);
    key.period = (uint16_t)(month + 1);
    return key;
}

struct figure_key effect_key_changed(const struct section_context *context, enum effect_input input,
                                     enum effect_change change)
{
    const struct sv scenario = scenario_name(context->data, BASE_SCENARIO);
    const struct sv code = effect_change_of(context->document->arena, scenario, input, change);
    return figure_key_code(context->figures, figure_key(context->figures, FIGURE_EFFECT_SENSITIVITY), code);
}

struct sv effect_title(const struct section_context *context, const char *what)
{
    const struct sv place = context->document->cover.municipality;
    return sv_format(context->document->arena, "%s%s%.*s", what, place.size ? ", " : "", SV_ARG(place));
}

struct sv effect_title_of(const struct section_context *context, const char *what, size_t scenario)
{
    struct arena *arena = context->document->arena;
    const struct sv name = scenario_name(context->data, scenario);
    return effect_title(context, sv_text(arena, sv_format(arena, "%s i scenariet %.*s", what, SV_ARG(name))));
}

size_t scenario_count(const struct section_context *context)
{
    return row_count(context->data, TABLE_SCENARIOS);
}

bool has_several_scenarios(const struct section_context *context)
{
    return scenario_count(context) > 1;
}

bool has_effect_courses(const struct section_context *context)
{
    return figures_value(context->figures, effect_key(context, FIGURE_EFFECT_COURSES, BASE_SCENARIO)).num > 0;
}

bool has_enterprise_side(const struct section_context *context)
{
    return context->data->tables[TABLE_ACCELERATOR].present;
}

struct cell effect_self_financing(const struct section_context *context, struct figure_key net)
{
    const struct ratio value = figures_value(context->figures, net);
    return cell_of_text(sv_of(value.num < 0 ? "nej" : "ja"));
}

struct cell effect_repaid_cell(const struct section_context *context, struct figure_key repaid)
{
    if (ratio_has_value(figures_value(context->figures, repaid)))
        return cell_of_figure(context->figures, repaid, FORMAT_COUNT);
    return cell_of_text(sv_of("ikke inden for horisonten"));
}

void say_surplus(struct sentence s, struct figure_key net)
{
    const struct ratio value = figures_value(s.context->figures, net);
    if (value.num >= 0) {
        say(s, "overskud på ");
        say_figure(s, net, FORMAT_AMOUNT);
        return;
    }
    say(s, "underskud på ");
    say_value(s, ratio_magnitude(value), FORMAT_AMOUNT);
}

void say_repaid(struct sentence s, size_t scenario)
{
    const struct figure_key repaid = effect_key(s.context, FIGURE_EFFECT_REPAID_MONTH, scenario);
    if (ratio_has_value(figures_value(s.context->figures, repaid))) {
        say(s, "tilbagebetalt i måned\u00A0");
        say_figure(s, repaid, FORMAT_COUNT);
        return;
    }
    say(s, "ikke tilbagebetalt inden for horisonten på ");
    say_number(s, ratio_whole(scenarios(s.context->data)[scenario].horizon), NOUN_MONTH);
}

uint8_t note_on_rounding(struct table *table)
{
    return table_add_note(
        table,
        sv_of("Beløbene er afrundet hver for sig, så summen af dem kan afvige lidt fra det, der står."));
}

/* "18 af 19 forløb" */
static void say_used(struct sentence s, size_t rows, size_t unused, enum noun noun)
{
    say_number(s, ratio_whole((int64_t)(rows - unused)), NOUN_NONE);
    say(s, " af ");
    say_number(s, ratio_whole((int64_t)rows), noun);
}

void say_rows_used(struct sentence s)
{
    const struct data_set *data = s.context->data;
    const struct effect_view view = effect_view_of(data, s.context->document->arena);
    if (!view.begun_later && !view.follow_ups_later)
        return;
    say(s, " Ikke alle rækker, der er læst, er med i beregningen: Den bruger ");
    if (view.begun_later)
        say_used(s, row_count(data, TABLE_COURSES), view.begun_later, NOUN_COURSE);
    say(s, view.begun_later && view.follow_ups_later ? " og " : "");
    if (view.follow_ups_later)
        say_used(s, row_count(data, TABLE_FOLLOW_UPS), view.follow_ups_later, NOUN_FOLLOW_UP);
    say(s, ". Resten er sket efter opgørelsesdatoen.");
}

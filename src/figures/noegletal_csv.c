#include "csv_write.h"
#include "figures.h"

struct printed_figure figure_printed_key(const struct figures *figures, struct figure_key key,
                                         struct arena *arena)
{
    const struct code_list *groups = code_list(&figures->data->codes, CODES_TARGET_GROUP);
    struct printed_figure printed = {
        .name = figure_key_name(arena, figures, key),
        .period = period_name(&figures->periods[key.period]),
        .code = symbols_name(&figures->codes, key.code),
        .unit = sv_of(figure_key_unit(figures, key)),
    };
    if (key.agreement != ALL_AGREEMENTS)
        printed.agreement = agreement_id(figures->data, key.agreement);
    if (key.target_group != ALL_TARGET_GROUPS)
        printed.target_group = code_text(groups, key.target_group);
    return printed;
}

void figures_write_value(struct buffer *buffer, const struct figure *row)
{
    const enum figure_unit unit = figure_kind(row->key.figure)->unit;
    if (!ratio_has_value(row->value))
        return;
    if (unit == UNIT_STATUS) {
        buffer_add_text(buffer, goal_status_code((enum goal_status)row->value.num));
    } else if (unit == UNIT_LIGHT) {
        buffer_add_text(buffer, light_code((enum light)row->value.num));
    } else if (unit == UNIT_DATE) {
        const struct calendar_date date = day_to_date((day_number)row->value.num);
        buffer_format(buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
    } else {
        ratio_write_plain(buffer, row->value);
    }
}

static void add_row(struct buffer *buffer, const struct figures *figures, const struct figure *row)
{
    const struct printed_figure printed = figure_printed_key(figures, row->key, buffer->arena);
    const struct sv key[] = {printed.name, printed.period, printed.agreement, printed.target_group,
                             printed.code};
    for (size_t i = 0; i < sizeof key / sizeof *key; i++) {
        csv_add_field(buffer, key[i]);
        buffer_add_byte(buffer, ';');
    }
    figures_write_value(buffer, row);
    buffer_add_byte(buffer, ';');
    buffer_add(buffer, printed.unit);
    buffer_add_text(buffer, "\r\n");
}

void figures_write_csv(struct buffer *buffer, const struct figures *figures)
{
    buffer_add_text(buffer, PRINTED_FIGURES_HEAD);
    for (size_t i = 0; i < figures->count; i++)
        add_row(buffer, figures, &figures->rows[i]);
}

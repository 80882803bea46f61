#include "csv_write.h"
#include "figures.h"
#include "printed_figures.h"

static void add_dimensions(struct buffer *buffer, const struct figures *figures, struct figure_key key)
{
    const struct code_list *groups = code_list(&figures->data->codes, CODES_TARGET_GROUP);
    const struct sv none = {0};
    csv_add_field(buffer,
                  key.agreement == ALL_AGREEMENTS ? none : agreement_id(figures->data, key.agreement));
    buffer_add_byte(buffer, ';');
    csv_add_field(buffer, key.target_group == ALL_TARGET_GROUPS ? none : code_text(groups, key.target_group));
    buffer_add_byte(buffer, ';');
    csv_add_field(buffer, symbols_name(&figures->codes, key.code));
    buffer_add_byte(buffer, ';');
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

void figures_write_csv(struct buffer *buffer, const struct figures *figures)
{
    buffer_add_text(buffer, PRINTED_FIGURES_HEAD);
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *row = &figures->rows[i];
        csv_add_field(buffer, figure_key_name(buffer->arena, figures, row->key));
        buffer_add_byte(buffer, ';');
        csv_add_field(buffer, period_name(&figures->periods[row->key.period]));
        buffer_add_byte(buffer, ';');
        add_dimensions(buffer, figures, row->key);
        figures_write_value(buffer, row);
        buffer_add_byte(buffer, ';');
        buffer_add_text(buffer, figure_key_unit(figures, row->key));
        buffer_add_text(buffer, "\r\n");
    }
}

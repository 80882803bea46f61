#include "table_rows.h"

#include "text_da.h"

struct place place_of(const struct rules *rules, enum table_id table, const struct source *source,
                      const struct column *column)
{
    const struct input_file *file = &rules->data->files[source->file];
    const size_t index = (size_t)(column - table_schema(table)->columns);
    struct place place = {.file = file->name, .line = source->line};
    if (file->columns) {
        place.column = file->columns[index].position;
        place.heading = file->columns[index].heading;
    }
    return place;
}

const struct column *column_called(enum table_id table, const char *name)
{
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < schema->column_count; i++)
        if (strcmp(schema->columns[i].name, name) == 0)
            return &schema->columns[i];
    return schema->columns;
}

void row_report(const struct row *row, enum diag_code code, const char *column, struct sv value,
                struct sv detail)
{
    const struct place place =
        place_of(row->rules, row->table, row->source, column_called(row->table, column));
    if (!place.column)
        return;
    diag_detail(row->rules->diag, code, place, value, detail);
    if (diag_kind(code)->level == DIAG_ERROR)
        row->source->left_out = true;
}

struct sv row_count_text(const struct row *row, int32_t count)
{
    struct buffer text = buffer_in(row->rules->data->arena);
    danish_number(&text, ratio_whole(count), 0);
    return buffer_view(&text);
}

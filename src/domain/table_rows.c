#include "table_rows.h"

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

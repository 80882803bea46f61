#include "csv_write.h"

static bool needs_quotes(struct sv field)
{
    for (size_t i = 0; i < field.size; i++)
        if (field.data[i] == ';' || field.data[i] == '"' || field.data[i] == '\n' || field.data[i] == '\r')
            return true;
    return false;
}

void csv_add_field(struct buffer *buffer, struct sv field)
{
    if (!needs_quotes(field)) {
        buffer_add(buffer, field);
        return;
    }
    buffer_add_byte(buffer, '"');
    for (size_t i = 0; i < field.size; i++) {
        if (field.data[i] == '"')
            buffer_add_byte(buffer, '"');
        buffer_add_byte(buffer, field.data[i]);
    }
    buffer_add_byte(buffer, '"');
}

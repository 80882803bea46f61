#include "json.h"

struct json json_to(struct buffer *buffer)
{
    return (struct json){.buffer = buffer};
}

static void add_string(struct buffer *buffer, struct sv text)
{
    buffer_add_byte(buffer, '"');
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.data[i];
        if (c == '"' || c == '\\')
            buffer_format(buffer, "\\%c", c);
        else if (c == '\n')
            buffer_add_text(buffer, "\\n");
        else if ((unsigned char)c < 0x20)
            buffer_format(buffer, "\\u%04x", (unsigned)c);
        else
            buffer_add_byte(buffer, c);
    }
    buffer_add_byte(buffer, '"');
}

static void new_line(struct json *json)
{
    buffer_add_byte(json->buffer, '\n');
    for (int i = 0; i < json->depth; i++)
        buffer_add_text(json->buffer, "  ");
}

static void begin_value(struct json *json, const char *name)
{
    if (json->follows)
        buffer_add_byte(json->buffer, ',');
    if (json->depth)
        new_line(json);
    if (name) {
        add_string(json->buffer, sv_of(name));
        buffer_add_text(json->buffer, ": ");
    }
    json->follows = true;
}

void json_open(struct json *json, const char *name, char bracket)
{
    begin_value(json, name);
    buffer_add_byte(json->buffer, bracket);
    json->depth++;
    json->follows = false;
}

void json_close(struct json *json, char bracket)
{
    const bool had_members = json->follows;
    json->depth--;
    if (had_members)
        new_line(json);
    buffer_add_byte(json->buffer, bracket);
    json->follows = true;
    if (!json->depth)
        buffer_add_byte(json->buffer, '\n');
}

void json_text(struct json *json, const char *name, struct sv value)
{
    begin_value(json, name);
    add_string(json->buffer, value);
}

void json_number(struct json *json, const char *name, uint64_t value)
{
    begin_value(json, name);
    buffer_format(json->buffer, "%llu", (unsigned long long)value);
}

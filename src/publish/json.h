/*
 * Writes JSON, indented by two blanks, members in the order given. Text is escaped as RFC 8259 asks.
 */
#ifndef AARSRAPPORT_JSON_H
#define AARSRAPPORT_JSON_H

#include "buffer.h"

#include <stdbool.h>
#include <stdint.h>

struct json {
    struct buffer *buffer;
    int depth;
    bool follows; /* the next value needs a comma before it */
};

struct json json_to(struct buffer *buffer);
/* `name` is NULL for members of an array and for the outermost value. */
void json_open(struct json *json, const char *name, char bracket); /* '{' or '[' */
void json_close(struct json *json, char bracket);                  /* '}' or ']' */
void json_text(struct json *json, const char *name, struct sv value);
void json_number(struct json *json, const char *name, uint64_t value);

#endif

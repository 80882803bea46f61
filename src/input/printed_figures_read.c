#include "printed_figures_read.h"

#include "csv_write.h"
#include "text_clean.h"
#include "text_decoder.h"

#include <csv.h>

enum { FIELDS = 7 };

struct reading {
    struct printed_figures *figures;
    struct arena *arena;
    size_t capacity;
    struct sv rest; /* of the text: the rows that are still to come */
    struct sv fields[FIELDS];
    size_t field_count;
    struct buffer line; /* the row as figures_write_csv would write it */
    bool good;
};

static bool is_utf8(struct sv text)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    for (size_t at = 0; at < text.size;) {
        const size_t length = utf8_length(bytes + at, text.size - at);
        if (!length)
            return false;
        at += length;
    }
    return true;
}

/* Whatever is printed has been cleaned when it was read; what is not clean is not ours. */
static bool is_clean(const struct reading *reading, struct sv text)
{
    const struct cleaned_text cleaned = text_clean(reading->arena, text);
    return !cleaned.control_removed && !cleaned.replaced && sv_equal(cleaned.text, text);
}

static void on_field(void *bytes, size_t size, void *data)
{
    struct reading *reading = data;
    if (reading->good && reading->field_count < FIELDS)
        reading->fields[reading->field_count] = sv_copy(reading->arena, (struct sv){bytes, size});
    reading->field_count++;
}

/* Whether the row that was read stands in the text as it would be written, so that nothing else does. */
static bool row_is_as_written(struct reading *reading)
{
    struct buffer *line = &reading->line;
    line->size = 0;
    for (size_t i = 0; i < FIELDS; i++) {
        csv_add_field(line, reading->fields[i]);
        buffer_add_text(line, i + 1 < FIELDS ? ";" : "\r\n");
    }
    if (!sv_starts_with(reading->rest, buffer_view(line)))
        return false;
    reading->rest = sv_slice(reading->rest, line->size, reading->rest.size);
    return true;
}

static bool row_is_good(struct reading *reading)
{
    bool good = reading->field_count == FIELDS && reading->fields[0].size && row_is_as_written(reading);
    for (size_t i = 0; good && i < FIELDS; i++)
        good = is_clean(reading, reading->fields[i]);
    return good;
}

static void keep_row(struct reading *reading)
{
    struct printed_figures *figures = reading->figures;
    const struct sv *fields = reading->fields;
    const struct printed_figure row = {
        .name = fields[0],
        .period = fields[1],
        .agreement = fields[2],
        .target_group = fields[3],
        .code = fields[4],
        .value = fields[5],
        .unit = fields[6],
    };
    if (figures->count && printed_figure_order(&figures->rows[figures->count - 1], &row) >= 0) {
        reading->good = false;
        return;
    }
    figures->rows = arena_grow(reading->arena, figures->rows, figures->count, &reading->capacity, sizeof row);
    figures->rows[figures->count++] = row;
}

static void on_row(int terminator, void *data)
{
    struct reading *reading = data;
    (void)terminator;
    reading->good = reading->good && row_is_good(reading);
    if (reading->good)
        keep_row(reading);
    reading->field_count = 0;
}

static bool parse_rows(struct reading *reading)
{
    struct csv_parser parser;
    const struct sv text = reading->rest;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, ';');
    const bool whole = csv_parse(&parser, text.data, text.size, on_field, on_row, reading) == text.size &&
                       csv_fini(&parser, on_field, on_row, reading) == 0;
    csv_free(&parser);
    return whole && reading->good && !reading->rest.size;
}

bool printed_figures_parse(struct printed_figures *figures, struct sv text, struct arena *arena)
{
    const struct sv head = sv_of(PRINTED_FIGURES_HEAD);
    struct reading reading = {
        .figures = figures,
        .arena = arena,
        .rest = sv_slice(text, head.size, text.size),
        .line = buffer_in(arena),
        .good = true,
    };
    *figures = (struct printed_figures){0};
    if (sv_starts_with(text, head) && is_utf8(text) && (!reading.rest.size || parse_rows(&reading)))
        return true;
    *figures = (struct printed_figures){0};
    return false;
}

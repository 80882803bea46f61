#include "cell_text.h"

#include "text_da.h"

static const char NO_VALUE[] = "\xE2\x80\x93";
static const char NO_BREAK_SPACE[] = "\xC2\xA0";

static void add_signed(struct buffer *buffer, struct ratio value, int places)
{
    if (ratio_round(value, places) > 0)
        buffer_add_byte(buffer, '+');
    danish_number(buffer, value, places);
}

static void add_points(struct buffer *buffer, const struct cell *cell)
{
    const struct ratio points = ratio_divide(cell->value, ratio_of(1, 100));
    add_signed(buffer, points, cell->base >= 100 ? 1 : 0);
    buffer_format(buffer, "%sprocentpoint", NO_BREAK_SPACE);
}

static void add_amount(struct buffer *buffer, struct ratio kroner, bool in_sentence)
{
    if (in_sentence)
        danish_amount(buffer, kroner);
    else
        danish_number(buffer, kroner, 0);
}

static void add_date(struct buffer *buffer, struct ratio value, bool in_sentence)
{
    const day_number day = (day_number)ratio_round(value, 0);
    if (in_sentence)
        danish_date(buffer, day);
    else
        danish_short_date(buffer, day);
}

int places_needed(struct ratio value)
{
    int places = DECIMAL_PLACES;
    for (int64_t digits = ratio_round(value, places); places > 0 && digits % 10 == 0; digits /= 10)
        places--;
    return places;
}

int money_places(struct ratio kroner)
{
    const int places = places_needed(kroner);
    return places == 1 ? 2 : places;
}

static void add_value(struct buffer *buffer, const struct cell *cell, bool in_sentence)
{
    switch (cell->format) {
    case FORMAT_TEXT:
    case FORMAT_NUMBERING:
        ratio_write_plain(buffer, cell->value);
        break;
    case FORMAT_COUNT:
        danish_number(buffer, cell->value, 0);
        break;
    case FORMAT_DECIMAL:
        danish_number(buffer, cell->value, 1);
        break;
    case FORMAT_EXACT:
        danish_number(buffer, cell->value, places_needed(cell->value));
        break;
    case FORMAT_MONEY:
        danish_number(buffer, cell->value, money_places(cell->value));
        break;
    case FORMAT_SHARE:
        danish_share(buffer, cell->value, cell->base);
        break;
    case FORMAT_AMOUNT:
        add_amount(buffer, cell->value, in_sentence);
        break;
    case FORMAT_CHANGE:
        add_signed(buffer, cell->value, 0);
        break;
    case FORMAT_CHANGE_DECIMAL:
        add_signed(buffer, cell->value, 1);
        break;
    case FORMAT_POINTS:
        add_points(buffer, cell);
        break;
    case FORMAT_DATE:
        add_date(buffer, cell->value, in_sentence);
        break;
    case FORMAT_LIGHT:
        buffer_add_text(buffer, light_name((enum light)cell->value.num));
        break;
    case FORMAT_STATUS:
        buffer_add_text(buffer, goal_status_name((enum goal_status)ratio_round(cell->value, 0)));
        break;
    }
}

static void add_cell(struct buffer *buffer, const struct cell *cell, bool in_sentence)
{
    switch (cell->kind) {
    case CELL_EMPTY:
        break;
    case CELL_TEXT:
        buffer_add(buffer, cell->text);
        break;
    case CELL_VALUE:
        if (ratio_has_value(cell->value))
            add_value(buffer, cell, in_sentence);
        else
            buffer_add_text(buffer, NO_VALUE);
        break;
    }
}

void cell_text(struct buffer *buffer, const struct cell *cell)
{
    add_cell(buffer, cell, false);
}

void span_text(struct buffer *buffer, const struct cell *cell)
{
    add_cell(buffer, cell, true);
}

struct sv paragraph_text(struct arena *arena, const struct paragraph *paragraph)
{
    struct buffer buffer = buffer_in(arena);
    for (size_t i = 0; i < paragraph->span_count; i++)
        span_text(&buffer, &paragraph->spans[i]);
    return buffer_view(&buffer);
}

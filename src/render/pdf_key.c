#include "pdf_key.h"

static const double patch = 8;
static const double patch_gap = 5;
static const double item_gap = 14;
static const double leading = 12;
static const double below = 4;

struct key_item {
    size_t series;
    double x; /* from the key's left edge */
    double y; /* top of its first line */
    struct text_block name;
};

struct chart_key {
    struct key_item items[CHART_SERIES];
    size_t count;
    double height;
};

static bool has_key(const struct plot *plot, size_t series)
{
    return plot->chart->series[series].look != SERIES_BASE;
}

static size_t keyed_count(const struct plot *plot)
{
    size_t count = 0;
    for (size_t i = 0; i < plot->chart->series_count; i++)
        count += has_key(plot, i);
    return count;
}

static struct text_block name_of(const struct plot *plot, size_t series, double width)
{
    const struct sv name = plot->chart->table->columns[plot->chart->series[series].column].heading;
    return text_break_one(plot->flow->arena, name, &plot->flow->types[TYPE_LABEL], width);
}

struct chart_key *key_measure(const struct plot *plot, double width)
{
    struct chart_key *key = arena_alloc(plot->flow->arena, sizeof *key);
    double x = 0, y = 0, lines = 1;
    if (keyed_count(plot) < 2)
        return key;
    for (size_t i = 0; i < plot->chart->series_count; i++) {
        if (!has_key(plot, i))
            continue;
        struct key_item item = {.series = i, .name = name_of(plot, i, width - patch - patch_gap)};
        const double wanted = patch + patch_gap + item.name.width;
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += lines * leading;
            lines = 1;
        }
        item.x = x;
        item.y = y;
        lines = (double)item.name.line_count > lines ? (double)item.name.line_count : lines;
        x += wanted + item_gap;
        key->items[key->count++] = item;
    }
    key->height = y + lines * leading + below;
    return key;
}

double key_height(const struct chart_key *key)
{
    return key->height;
}

static void draw_mark(struct plot *plot, const struct key_item *item, struct pdf_point at)
{
    const struct rgb colour = plot_series_colour(plot, item->series);
    const struct pdf_box box = {at.x, at.y + (leading - patch) / 2, patch, patch};
    const struct pdf_stroke frame = {0.5, plot->flow->style->muted, 0};
    const struct pdf_stroke dashes = {1.3, colour, 3};
    const double middle = at.y + leading / 2;
    if (plot->chart->series[item->series].look == SERIES_GOAL) {
        pdf_ink_line(plot_ink(plot), (struct pdf_point){at.x, middle},
                     (struct pdf_point){at.x + patch, middle}, &dashes);
        return;
    }
    pdf_ink_fill_box(plot_ink(plot), box, colour);
    pdf_ink_frame(plot_ink(plot), box, &frame);
}

void key_draw(struct plot *plot, const struct chart_key *key, struct pdf_point at)
{
    for (size_t i = 0; i < key->count; i++) {
        const struct key_item *item = &key->items[i];
        const struct pdf_point start = {at.x + item->x, at.y + item->y};
        draw_mark(plot, item, start);
        for (size_t n = 0; n < item->name.line_count; n++) {
            struct text_line words = item->name.lines[n];
            const double base =
                line_base(&plot->flow->types[TYPE_LABEL], start.y + (double)n * leading, leading);
            words.blank_after = true;
            text_draw(plot_ink(plot), &words, (struct pdf_point){start.x + patch + patch_gap, base});
        }
    }
}

#include "style.h"

static const struct rgb white = {255, 255, 255};

static const struct style house = {
    .page_width = 595.28,
    .page_height = 841.89,
    .margin_left = 62,
    .margin_right = 62,
    .margin_top = 68,
    .margin_bottom = 68,
    .baseline = 14,
    .body_size = 10,
    .small_size = 8.5,
    .lead_size = 12,
    .heading_sizes = {22, 15, 11.5},
    .title_size = 34,
    .text = {0x1F, 0x24, 0x2B},
    .muted = {0x55, 0x5E, 0x6B},
    .accent = {0x1F, 0x4E, 0x79},
    .rule = {0xC9, 0xD1, 0xDA},
    .shade = {0xEE, 0xF2, 0xF6},
    .goal = {0xB0, 0x3A, 0x2E},
    .series =
        {{0x1F, 0x4E, 0x79}, {0xD0, 0x7A, 0x22}, {0xA5, 0x4A, 0x78}, {0x2E, 0x9C, 0x8E}, {0x4D, 0x5A, 0x1E}},
    .steps = {{0xF5, 0xE1, 0xB0}, {0x84, 0xA9, 0xAB}, {0x1B, 0x38, 0x5A}},
    .heat_low = {0xFF, 0xFF, 0xFF},
    .heat_high = {0x1F, 0x4E, 0x79},
    .status_good = {0x1E, 0x6B, 0x3C},
    .status_waiting = {0x8A, 0x5A, 0x00},
    .status_bad = {0xA3, 0x2A, 0x1E},
};

struct style style_of(struct sv accent)
{
    struct style style = house;
    struct rgb colour;
    if (colour_parse(accent, &colour) && colour_reads_on_white(colour))
        style.accent = colour;
    return style;
}

struct rgb colour_on(const struct style *style, struct rgb background)
{
    const bool dark = colour_contrast(style->text, background) >= colour_contrast(white, background);
    return dark ? style->text : white;
}

struct rgb colour_of_series(const struct style *style, size_t index)
{
    const struct rgb colour = style->series[index % STYLE_SERIES];
    return index < STYLE_SERIES ? colour : colour_between(colour, white, 0.55);
}

struct rgb colour_of_step(const struct style *style, size_t index, size_t count)
{
    const double last = STYLE_STEPS - 1;
    const double place = count > 1 ? last * (double)index / (double)(count - 1) : last;
    const size_t from = place >= last ? STYLE_STEPS - 2 : (size_t)place;
    const struct rgb colour =
        colour_between(style->steps[from], style->steps[from + 1], place - (double)from);
    const bool reads_dark = colour_contrast(style->text, colour) >= 4.5;
    return reads_dark ? colour : colour_darkened(colour);
}

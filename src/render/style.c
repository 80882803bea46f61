#include "style.h"

#include <math.h>

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
        {{0x1F, 0x4E, 0x79}, {0xC8, 0x70, 0x1A}, {0x7A, 0x20, 0x48}, {0x2E, 0x9C, 0x8E}, {0x4D, 0x5A, 0x1E}},
    .heat_low = {0xFF, 0xFF, 0xFF},
    .heat_high = {0x1F, 0x4E, 0x79},
    .status_good = {0x1E, 0x6B, 0x3C},
    .status_waiting = {0x8A, 0x5A, 0x00},
    .status_bad = {0xA3, 0x2A, 0x1E},
};

static double linear(uint8_t channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(struct rgb colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double style_contrast(struct rgb a, struct rgb b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool parse_colour(struct sv text, struct rgb *colour)
{
    int digits[6];
    if (text.size != 7 || text.data[0] != '#')
        return false;
    for (size_t i = 0; i < 6; i++) {
        digits[i] = hex_digit(text.data[i + 1]);
        if (digits[i] < 0)
            return false;
    }
    *colour = (struct rgb){(uint8_t)(digits[0] * 16 + digits[1]), (uint8_t)(digits[2] * 16 + digits[3]),
                           (uint8_t)(digits[4] * 16 + digits[5])};
    return true;
}

struct style style_of(struct sv accent)
{
    const struct rgb white = {255, 255, 255};
    struct style style = house;
    struct rgb colour;
    if (parse_colour(accent, &colour) && style_contrast(colour, white) >= 4.5)
        style.accent = colour;
    return style;
}

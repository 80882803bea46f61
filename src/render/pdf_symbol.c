#include "pdf_symbol.h"

static const struct rgb white = {255, 255, 255};

struct rgb status_colour(const struct style *style, enum goal_status status)
{
    switch (status) {
    case GOAL_REACHED:
    case GOAL_REACHED_EARLY:
    case GOAL_ON_TRACK:
        return style->status_good;
    case GOAL_BEHIND:
        return style->status_waiting;
    case GOAL_NOT_REACHED:
        return style->status_bad;
    case GOAL_WITHOUT_TARGET:
        break;
    }
    return style->muted;
}

/* Strokes within the unit circle: x right, y down. */
struct mark {
    struct pdf_point points[4];
    size_t count;
};

static const struct mark check = {{{-0.45, 0.02}, {-0.12, 0.36}, {0.48, -0.34}}, 3};
static const struct mark falling = {{{-0.5, 0.5}, {0.5, -0.5}}, 2};
static const struct mark rising = {{{-0.5, -0.5}, {0.5, 0.5}}, 2};
static const struct mark shaft = {{{-0.5, 0}, {0.5, 0}}, 2};
static const struct mark arrow_head = {{{0.1, -0.42}, {0.52, 0}, {0.1, 0.42}}, 3};
static const struct mark stem = {{{0, -0.5}, {0, 0.15}}, 2};

static void draw_mark(struct pdf_ink *ink, const struct mark *mark, struct pdf_point centre, double radius,
                      struct rgb colour)
{
    struct pdf_point points[4];
    struct pdf_stroke stroke = {radius * 0.3, colour, 0};
    for (size_t i = 0; i < mark->count; i++)
        points[i] =
            (struct pdf_point){centre.x + mark->points[i].x * radius, centre.y + mark->points[i].y * radius};
    pdf_ink_path(ink, points, mark->count, &stroke);
}

static void draw_ring(struct pdf_ink *ink, struct pdf_point centre, double radius, struct rgb colour)
{
    struct pdf_stroke stroke = {radius * 0.22, colour, 0};
    pdf_ink_ring(ink, centre, radius * 0.89, &stroke);
}

/* A triangle with a call: look out. */
static void draw_warning(struct pdf_ink *ink, struct pdf_point centre, double radius, struct rgb colour)
{
    struct pdf_point corners[3] = {{centre.x, centre.y - radius},
                                   {centre.x + radius * 1.1, centre.y + radius * 0.9},
                                   {centre.x - radius * 1.1, centre.y + radius * 0.9}};
    pdf_ink_fill(ink, corners, 3, colour);
    draw_mark(ink, &stem, (struct pdf_point){centre.x, centre.y + radius * 0.14}, radius, white);
    pdf_ink_disc(ink, (struct pdf_point){centre.x, centre.y + radius * 0.6}, radius * 0.17, white);
}

void status_symbol_draw(struct pdf_page *page, const struct style *style, enum goal_status status,
                        struct pdf_point centre, double size)
{
    struct pdf_ink *ink = pdf_page_artifact(page, PDF_LAYOUT);
    struct rgb colour = status_colour(style, status);
    double radius = size / 2;
    switch (status) {
    case GOAL_REACHED:
        pdf_ink_disc(ink, centre, radius, colour);
        draw_mark(ink, &check, centre, radius, white);
        break;
    case GOAL_REACHED_EARLY:
        pdf_ink_disc(ink, centre, radius * 0.74, colour);
        draw_ring(ink, centre, radius * 1.1, colour);
        draw_mark(ink, &check, centre, radius * 0.72, white);
        break;
    case GOAL_ON_TRACK:
        draw_ring(ink, centre, radius, colour);
        draw_mark(ink, &shaft, centre, radius * 0.85, colour);
        draw_mark(ink, &arrow_head, centre, radius * 0.85, colour);
        break;
    case GOAL_BEHIND:
        draw_warning(ink, centre, radius, colour);
        break;
    case GOAL_NOT_REACHED:
        pdf_ink_disc(ink, centre, radius, colour);
        draw_mark(ink, &falling, centre, radius * 0.85, white);
        draw_mark(ink, &rising, centre, radius * 0.85, white);
        break;
    case GOAL_WITHOUT_TARGET:
        draw_ring(ink, centre, radius, colour);
        break;
    }
}

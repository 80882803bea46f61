#include "pdf_spark.h"

#include "buffer.h"
#include "cell_text.h"

static const double label_height = 11;
static const double stroke_width = 1.4;
static const double dot = 2.3;
static const double air = 5; /* above the highest point */

struct spark {
    const struct table *table;
    const struct table_row *row;
    uint16_t columns[SPARK_POINTS];
    size_t count;
    double largest;
    struct sv alt;
};

static bool has_value(const struct cell *cell)
{
    return cell->kind == CELL_VALUE && ratio_has_value(cell->value);
}

static double value_at(const struct spark *spark, size_t point)
{
    return ratio_to_double(spark->row->cells[spark->columns[point]].value);
}

static bool is_known(const struct spark *spark, size_t point)
{
    return has_value(&spark->row->cells[spark->columns[point]]);
}

/* "Kurve: 2021: 24, 2022: 37, 2023: 41, 2024: 32." */
static struct sv alt_of(struct arena *arena, const struct spark *spark)
{
    struct buffer text = buffer_in(arena);
    for (size_t i = 0; i < spark->count; i++) {
        buffer_add_text(&text, i ? ", " : "Kurve: ");
        buffer_add(&text, spark->table->columns[spark->columns[i]].heading);
        buffer_add_text(&text, ": ");
        cell_text(&text, &spark->row->cells[spark->columns[i]]);
    }
    buffer_add_byte(&text, '.');
    return buffer_view(&text);
}

struct spark *spark_measure(struct pdf_flow *flow, const struct table *table, const struct table_row *row,
                            const uint16_t *columns, size_t count)
{
    enum { FEWEST = 3 };
    struct spark *spark = arena_alloc(flow->arena, sizeof *spark);
    size_t known = 0;
    *spark = (struct spark){.table = table, .row = row, .count = count < SPARK_POINTS ? count : SPARK_POINTS};
    for (size_t i = 0; i < spark->count; i++) {
        spark->columns[i] = columns[i];
        if (!is_known(spark, i))
            continue;
        const double value = value_at(spark, i);
        if (value < 0)
            return NULL;
        spark->largest = value > spark->largest ? value : spark->largest;
        known++;
    }
    spark->alt = alt_of(flow->arena, spark);
    return known >= FEWEST && spark->largest > 0 ? spark : NULL;
}

static struct pdf_point point_at(const struct spark *spark, struct pdf_box area, size_t point)
{
    const double part = (double)point / (double)(spark->count - 1);
    return (struct pdf_point){area.x + area.width * part,
                              area.y + area.height * (1 - value_at(spark, point) / spark->largest)};
}

/* The points from `first` on that have values, up to one that has none. */
static size_t run_of(const struct spark *spark, struct pdf_box area, size_t first, struct pdf_point *points)
{
    size_t count = 0;
    for (size_t i = first; i < spark->count && is_known(spark, i); i++)
        points[count++] = point_at(spark, area, i);
    return count;
}

static void draw_area(struct pdf_ink *ink, struct pdf_box area, struct pdf_point *points, size_t count,
                      struct rgb colour)
{
    const double foot = area.y + area.height;
    points[count] = (struct pdf_point){points[count - 1].x, foot};
    points[count + 1] = (struct pdf_point){points[0].x, foot};
    pdf_ink_fill(ink, points, count + 2, colour);
}

static void draw_runs(struct pdf_ink *ink, const struct spark *spark, struct pdf_box area,
                      const struct style *style)
{
    const struct pdf_stroke stroke = {stroke_width, style->accent, 0};
    struct pdf_point points[SPARK_POINTS + 2];
    for (size_t i = 0; i < spark->count; i++) {
        const size_t count = run_of(spark, area, i, points);
        if (count > 1) {
            draw_area(ink, area, points, count, colour_between(style->shade, style->accent, 0.16));
            pdf_ink_path(ink, points, count, &stroke);
        }
        i += count;
    }
}

static void draw_years(struct pdf_ink *ink, const struct pdf_flow *flow, const struct spark *spark,
                       struct pdf_box box)
{
    const struct pdf_type *type = &flow->types[TYPE_LABEL];
    const struct sv first = spark->table->columns[spark->columns[0]].heading;
    const struct sv last = spark->table->columns[spark->columns[spark->count - 1]].heading;
    /* On the same base line as the words beside it. */
    const double base = line_base(&flow->types[TYPE_NOTE], box.y + box.height - label_height, label_height);
    if (text_width(type, first) + text_width(type, last) + 6 > box.width)
        return;
    /* The blank keeps the two years apart for those who copy them. */
    pdf_ink_text(ink, (struct pdf_point){box.x, base}, type, sv_format(flow->arena, "%.*s ", SV_ARG(first)));
    pdf_ink_text(ink, (struct pdf_point){box.x + box.width - text_width(type, last), base}, type, last);
}

void spark_place(struct pdf_flow *flow, const struct spark *spark, struct pdf_tag *parent, struct pdf_box box)
{
    const struct pdf_box area = {box.x, box.y + air, box.width - dot, box.height - air - label_height};
    const struct pdf_stroke foot = {0.6, flow->style->rule, 0};
    const size_t last = spark->count - 1;
    struct pdf_tag *figure = pdf_tag_add(parent, PDF_FIGURE);
    pdf_tag_set_alt(figure, spark->alt);
    pdf_tag_set_box(figure, flow->page, box);
    struct pdf_ink *ink = pdf_page_tagged(flow->page, figure);
    draw_runs(ink, spark, area, flow->style);
    pdf_ink_line(ink, (struct pdf_point){area.x, area.y + area.height},
                 (struct pdf_point){area.x + area.width, area.y + area.height}, &foot);
    if (is_known(spark, last))
        pdf_ink_disc(ink, point_at(spark, area, last), dot, flow->style->accent);
    draw_years(ink, flow, spark, box);
}

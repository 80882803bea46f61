#include "pdf_section.h"

#include "pdf_cards.h"
#include "pdf_chart.h"
#include "pdf_table.h"

static const double least_lines = 10; /* on the last page */

/* A block, measured before any of its section is placed. */
struct measured_block {
    const struct block *block;
    struct measured_text text;
    struct table_layout *table;
    struct cards_layout *cards;
    struct chart_layout *chart;
};

static bool is_cards(const struct table *table)
{
    return table->look == TABLE_CARDS && table->row_count > 0;
}

static struct measured_block measure_block(struct pdf_flow *flow, const struct block *block)
{
    struct measured_block measured = {.block = block};
    switch (block->kind) {
    case BLOCK_HEADING:
        break;
    case BLOCK_PARAGRAPH:
        measured.text = flow_measure_paragraph(flow, &block->as.paragraph);
        break;
    case BLOCK_LIST:
        measured.text = flow_measure_list(flow, &block->as.list);
        break;
    case BLOCK_TABLE:
        if (is_cards(block->as.table))
            measured.cards = cards_measure(flow, block->as.table);
        else
            measured.table = table_measure(flow, block->as.table);
        break;
    case BLOCK_CHART:
        measured.chart = chart_measure(flow, block->as.chart);
        break;
    }
    return measured;
}

static double block_first(const struct pdf_flow *flow, const struct measured_block *measured, double above)
{
    switch (measured->block->kind) {
    case BLOCK_HEADING:
        return flow_heading_height(flow, measured->block->as.heading.level);
    case BLOCK_PARAGRAPH:
    case BLOCK_LIST:
        return measured_first(&measured->text);
    case BLOCK_TABLE:
        return measured->cards ? cards_height(measured->cards) : table_first(measured->table, flow, above);
    case BLOCK_CHART:
        return chart_height(measured->chart);
    }
    return 0;
}

static size_t paragraph_lines(const struct measured_block *measured)
{
    return measured->block->kind == BLOCK_PARAGRAPH ? measured->text.blocks[0].line_count : 0;
}

/* Whether the block is a few lines that lead up to the table or chart below. */
static bool leads_up(const struct measured_block *blocks, size_t count)
{
    size_t lines = paragraph_lines(&blocks[0]);
    if (count < 2 || lines == 0 || lines > 4)
        return false;
    return blocks[1].block->kind == BLOCK_CHART || (blocks[1].table && !blocks[1].table->landscape);
}

static bool is_quote(const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH && block->as.paragraph.look == PARAGRAPH_QUOTE;
}

/*
 * Whether a heading above the block wants to see the next one as well: after a heading, or a line or two that
 * are not one of many quotes.
 */
static bool is_brief(const struct measured_block *blocks, size_t count)
{
    size_t lines = paragraph_lines(&blocks[0]);
    if (blocks[0].block->kind == BLOCK_HEADING)
        return true;
    if (is_quote(blocks[0].block))
        return false;
    return count > 1 && lines > 0 && lines <= 2 && blocks[1].block->kind != BLOCK_HEADING &&
           !(blocks[1].table && blocks[1].table->landscape);
}

/* All of the block and the space below it. */
static double block_height(const struct pdf_flow *flow, const struct measured_block *measured)
{
    if (measured->block->kind == BLOCK_HEADING)
        return block_first(flow, measured, 0);
    return measured_height(&measured->text) + flow->style->baseline / 2;
}

/*
 * What must stand on the same page as the heading above the block. `loose`: texts may part from the table or
 * chart that they lead up to.
 */
static double first_height(const struct pdf_flow *flow, const struct measured_block *blocks, size_t count,
                           bool loose)
{
    double height = 0;
    size_t i = 0;
    while (i < count && (is_brief(blocks + i, count - i) || (!loose && leads_up(blocks + i, count - i))))
        height += block_height(flow, &blocks[i++]);
    return i < count ? height + block_first(flow, &blocks[i], height) : height;
}

static double led_up_to(const struct pdf_flow *flow, const struct measured_block *blocks, size_t count)
{
    double above = block_height(flow, &blocks[0]);
    return leads_up(blocks, count) ? block_first(flow, &blocks[1], above) + flow->style->baseline / 2 : 0;
}

/* Places a heading with as much of what follows as it must have. */
static void place_heading(struct pdf_flow *flow, int level, struct sv text,
                          const struct measured_block *below, size_t count)
{
    double following = first_height(flow, below, count, false);
    bool fits = flow_heading_height(flow, level) + following <= flow_room(flow);
    flow->loose = false;
    flow->loose = !fits && flow_may_part(flow);
    flow_place_heading(flow, level, text, flow->loose ? first_height(flow, below, count, true) : following);
}

/* Whether the block, or for a heading the one it stands above, needs a lying page. */
static bool wants_landscape(const struct measured_block *blocks, size_t count)
{
    size_t i = 0;
    while (i < count && blocks[i].block->kind == BLOCK_HEADING)
        i++;
    return i < count && blocks[i].table && blocks[i].table->landscape;
}

static void place_block(struct pdf_flow *flow, const struct measured_block *blocks, size_t count)
{
    const struct block *block = blocks[0].block;
    flow_turn(flow, wants_landscape(blocks, count));
    switch (block->kind) {
    case BLOCK_HEADING:
        place_heading(flow, block->as.heading.level, block->as.heading.text, blocks + 1, count - 1);
        break;
    case BLOCK_PARAGRAPH:
        flow_place_paragraph(flow, &blocks[0].text, led_up_to(flow, blocks, count));
        break;
    case BLOCK_LIST:
        flow_place_list(flow, &blocks[0].text);
        break;
    case BLOCK_TABLE:
        if (blocks[0].cards)
            cards_place(flow, blocks[0].cards);
        else
            table_place(flow, blocks[0].table);
        flow->loose = false;
        break;
    case BLOCK_CHART:
        chart_place(flow, blocks[0].chart);
        flow->loose = false;
        break;
    }
}

static void place_blocks(struct pdf_flow *flow, const struct section *section)
{
    struct measured_block *blocks = arena_array(flow->arena, section->block_count, sizeof *blocks);
    for (size_t i = 0; i < section->block_count; i++)
        blocks[i] = measure_block(flow, &section->blocks[i]);
    flow_turn(flow, wants_landscape(blocks, section->block_count));
    flow->level = 0;
    place_heading(flow, 1, section->title, blocks, section->block_count);
    for (size_t i = 0; i < section->block_count; i++)
        place_block(flow, blocks + i, section->block_count - i);
}

void section_place(struct pdf_flow *flow, const struct section *section, struct section_fit *fit)
{
    flow->parent = pdf_tag_add(pdf_file_root(flow->file), PDF_SECT);
    flow_tighten(flow, fit->tight);
    if (section->starts_page && !flow_at_top(flow))
        flow_new_page(flow, false);
    size_t before = pdf_file_page_count(flow->file);
    place_blocks(flow, section);
    fit->pages = pdf_file_page_count(flow->file) - before + 1;
    const bool short_page = flow->y - flow->top < least_lines * flow->style->baseline;
    fit->ends_short = fit->pages > 1 && (short_page || section->one_page);
}

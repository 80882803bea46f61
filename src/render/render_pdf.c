/*
 * The report as a tagged PDF: cover, contents, sections, and what stands on every page.
 */
#include "pdf_cards.h"
#include "pdf_chart.h"
#include "pdf_front.h"
#include "pdf_table.h"
#include "render.h"

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

static double block_first(const struct pdf_flow *flow, const struct measured_block *measured)
{
    switch (measured->block->kind) {
    case BLOCK_HEADING:
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_LIST:
        return measured_first(&measured->text);
    case BLOCK_TABLE:
        return measured->cards ? cards_height(measured->cards) : table_first(measured->table, flow);
    case BLOCK_CHART:
        return chart_height(measured->chart);
    }
    return 0;
}

/* A few lines that lead up to a table or chart stay with it: the height of that; 0 for other blocks. */
static double led_up_to(const struct pdf_flow *flow, const struct measured_block *blocks, size_t count)
{
    if (count < 2 || blocks[0].block->kind != BLOCK_PARAGRAPH || blocks[0].text.blocks[0].line_count > 4)
        return 0;
    bool leads = blocks[1].block->kind == BLOCK_CHART || (blocks[1].table && !blocks[1].table->landscape);
    return leads ? block_first(flow, &blocks[1]) + 7 : 0;
}

/* What must stand on the same page as the heading above the block, further headings included. */
static double first_height(const struct pdf_flow *flow, const struct measured_block *blocks, size_t count)
{
    double height = 0;
    size_t i = 0;
    for (; i < count && blocks[i].block->kind == BLOCK_HEADING; i++)
        height += flow_heading_height(flow, blocks[i].block->as.heading.level);
    if (i == count)
        return height;
    double led = led_up_to(flow, blocks + i, count - i);
    return height + (led > 0 ? measured_height(&blocks[i].text) + led : block_first(flow, &blocks[i]));
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
        flow_place_heading(flow, block->as.heading.level, block->as.heading.text,
                           first_height(flow, blocks + 1, count - 1));
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
        break;
    case BLOCK_CHART:
        chart_place(flow, blocks[0].chart);
        break;
    }
}

static void place_section(struct pdf_flow *flow, const struct section *section)
{
    struct measured_block *blocks = arena_array(flow->arena, section->block_count, sizeof *blocks);
    for (size_t i = 0; i < section->block_count; i++)
        blocks[i] = measure_block(flow, &section->blocks[i]);
    flow->parent = pdf_tag_add(pdf_file_root(flow->file), PDF_SECT);
    if (section->starts_page && !flow_at_top(flow))
        flow_new_page(flow, false);
    flow_turn(flow, wants_landscape(blocks, section->block_count));
    flow->level = 0;
    flow_place_heading(flow, 1, section->title, first_height(flow, blocks, section->block_count));
    for (size_t i = 0; i < section->block_count; i++)
        place_block(flow, blocks + i, section->block_count - i);
}

static void draw_running_head(struct pdf_flow *flow, struct pdf_page *page, const struct document *document,
                              struct sv mark)
{
    const struct pdf_type *plain = &flow->types[TYPE_NOTE], *strong = &flow->types[TYPE_NOTE_STRONG];
    struct pdf_ink *ink = pdf_page_artifact(page, PDF_HEADER);
    double right = pdf_page_width(page) - flow->style->margin_right;
    struct sv title = sv_format(flow->arena, "%.*s · %.*s", SV_ARG(document->cover.title),
                                SV_ARG(document->cover.municipality));
    pdf_ink_text(ink, (struct pdf_point){flow->style->margin_left, 42}, plain, title);
    pdf_ink_text(ink, (struct pdf_point){right - text_width(strong, mark), 42}, strong, mark);
}

static void draw_page_number(struct pdf_flow *flow, struct pdf_page *page, const struct document *document)
{
    const struct pdf_type *type = &flow->types[TYPE_NOTE];
    struct pdf_ink *ink = pdf_page_artifact(page, PDF_FOOTER);
    double right = pdf_page_width(page) - flow->style->margin_right, y = pdf_page_height(page) - 36;
    struct sv number =
        sv_format(flow->arena, "side %zu af %zu", pdf_page_number(page), pdf_file_page_count(flow->file));
    pdf_ink_text(ink, (struct pdf_point){flow->style->margin_left, y}, type, document->cover.unit);
    pdf_ink_text(ink, (struct pdf_point){right - text_width(type, number), y}, type, number);
}

/* Every page but the cover, which says the same in its own way. */
static void draw_heads_and_feet(struct pdf_flow *flow, const struct document *document, struct sv mark)
{
    for (size_t i = 1; i < pdf_file_page_count(flow->file); i++) {
        struct pdf_page *page = pdf_file_page(flow->file, i);
        draw_running_head(flow, page, document, mark);
        draw_page_number(flow, page, document);
    }
}

static void add_bookmarks(struct pdf_flow *flow)
{
    for (size_t i = 0; i < flow->heading_count; i++) {
        struct placed_heading *heading = flow->headings[i];
        pdf_file_add_bookmark(flow->file, heading->level, heading->text, &heading->anchor, heading->tag);
    }
}

static struct pdf_info info_of(const struct document *document)
{
    const int64_t seconds_a_day = 86400;
    return (struct pdf_info){
        .title = document->title.size > 0 ? document->title : document->cover.title,
        .author = document->author.size > 0 ? document->author : document->cover.municipality,
        .subject = document->subject,
        .keywords = document->keywords,
        .creator = sv_of("aarsrapport"),
        .language = sv_of("da-DK"),
        .created = document->date == DAY_NONE ? 0 : document->date * seconds_a_day,
    };
}

static void report_missing(const struct pdf_file *file, const struct render_job *job)
{
    for (size_t i = 0; i < pdf_file_missing_count(file); i++) {
        uint32_t code_point = pdf_file_missing(file, i);
        struct buffer name = buffer_in(job->arena);
        buffer_format(&name, "U+%04X (", (unsigned)code_point);
        buffer_add_code_point(&name, code_point);
        buffer_add_byte(&name, ')');
        diag_detail(job->diag, DIAG_CHARACTER_NOT_IN_FONT, (struct place){.line = 0}, (struct sv){NULL, 0},
                    buffer_view(&name));
    }
}

static void place_sections(struct pdf_flow *flow, const struct document *document)
{
    struct contents *contents = contents_reserve(flow, document);
    flow_new_page(flow, false);
    for (size_t i = 0; i < document->section_count; i++)
        place_section(flow, &document->sections[i]);
    contents_fill(flow, contents);
}

static void place_document(struct pdf_file *file, const struct render_job *job)
{
    const struct document *document = released_content(job->document);
    struct sv mark = released_mark(job->document);
    struct pdf_flow flow;
    flow_init(&flow, file, job->style, job->arena);
    cover_place(&flow, &document->cover, mark);
    if (document->section_count > 0)
        place_sections(&flow, document);
    draw_heads_and_feet(&flow, document, mark);
    add_bookmarks(&flow);
}

bool render_pdf(const struct render_job *job, struct sv *fault)
{
    struct pdf_info info = info_of(released_content(job->document));
    struct pdf_error error;
    struct pdf_file *file = pdf_file_open(job->arena, &info);
    place_document(file, job);
    bool saved = pdf_file_save(file, job->path, &error);
    if (!saved)
        *fault = sv_copy(job->arena, sv_of(error.text));
    report_missing(file, job);
    pdf_file_close(file);
    return saved;
}

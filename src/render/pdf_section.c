#include "pdf_section.h"

#include "pdf_cards.h"
#include "pdf_chart.h"
#include "pdf_prose.h"
#include "pdf_table.h"

static const double few_lines = 25; /* on a section's last page: it is worth being set tight */

/* ---- Blocks ---- */

/* A section while its pieces are made. */
struct making {
    struct pdf_flow *flow;
    struct piece_list *list;
    const struct section *section;
    struct table_layout **tables; /* by block, where it is a table that is drawn as one */
    size_t next;                  /* the block to be added */
    /* what stands above it */
    int level;          /* of the last heading */
    bool heading_above; /* directly above */
    size_t briefs;      /* paragraphs of a line or two since the heading, with nothing else; 0: none */
    size_t lines;       /* of the paragraph directly above; 0: something else, or somebody's words */
    bool only;          /* which has stood alone since the heading */
};

static bool is_cards(const struct making *making, const struct table *table)
{
    return table->look == TABLE_CARDS && table->row_count > 0 && !making->flow->plain;
}

static void measure_tables(struct making *making)
{
    const struct section *section = making->section;
    making->tables = arena_array(making->flow->arena, section->block_count, sizeof *making->tables);
    for (size_t i = 0; i < section->block_count; i++) {
        const struct block *block = &section->blocks[i];
        if (block->kind == BLOCK_TABLE && !is_cards(making, block->as.table))
            making->tables[i] = table_measure(making->flow, block->as.table);
    }
}

static bool is_heading(const struct section *section, size_t block)
{
    return section->blocks[block].kind == BLOCK_HEADING;
}

/* Whether the block, or for a heading the one it stands above, needs a lying page. */
static bool wants_landscape(const struct making *making, size_t block)
{
    const struct section *section = making->section;
    while (block < section->block_count && is_heading(section, block))
        block++;
    return block < section->block_count && making->tables[block] && making->tables[block]->landscape;
}

static bool is_look(const struct block *block, enum paragraph_look look)
{
    return block->kind == BLOCK_PARAGRAPH && block->as.paragraph.look == look;
}

enum { BRIEF = 2, FEW = 4 }; /* lines */

/* Whether the paragraph above leads up to the block. */
static bool is_led_up_to(const struct making *making, const struct block *block)
{
    if (is_look(block, PARAGRAPH_QUOTE))
        return making->lines > 0 && making->lines <= BRIEF;
    return making->lines > 0 && making->lines <= FEW &&
           (block->kind == BLOCK_TABLE || block->kind == BLOCK_CHART);
}

/* Whether the next block is the last below its heading. */
static bool is_last(const struct making *making)
{
    const size_t after = making->next + 1;
    return after == making->section->block_count || is_heading(making->section, after);
}

/* What it costs to part a heading from what stands above: it may follow the few words of a higher one. */
static double parting_of_heading(const struct making *making, int level)
{
    if (making->heading_above || (making->briefs == 1 && level > making->level))
        return PARTING_NEVER;
    return making->only && making->lines <= FEW && level > making->level ? PARTING_INTRODUCED : PARTING_FREE;
}

/*
 * What it costs to part the next block from what stands above: a heading never stands alone, nor with but a
 * line or two below it, and a line or two do not stand alone on the page after.
 */
static double parting_of(const struct making *making, const struct block *block)
{
    if (block->kind == BLOCK_HEADING)
        return parting_of_heading(making, block->as.heading.level);
    if (making->heading_above || making->briefs == 1)
        return PARTING_NEVER;
    if (is_led_up_to(making, block))
        return PARTING_LED_UP;
    if (making->briefs > 1)
        return PARTING_BRIEF;
    return is_look(block, PARAGRAPH_NOTE) ? PARTING_NOTE : PARTING_FREE;
}

static void remember_paragraph(struct making *making, size_t lines, bool quoted)
{
    const bool brief = lines <= BRIEF && !quoted;
    if (lines == 0)
        return;
    making->lines = quoted ? 0 : lines;
    making->only = making->heading_above && !quoted;
    making->briefs = brief && (making->heading_above || making->briefs > 0) ? making->briefs + 1 : 0;
    making->heading_above = false;
}

static void add_paragraph(struct making *making, const struct paragraph *paragraph, double parting)
{
    struct piece_list *list = making->list;
    const size_t first = list->count;
    const size_t lines = prose_add_paragraph(making->flow, list, paragraph, parting);
    if (lines > 0 && lines <= BRIEF && is_last(making) && parting < PARTING_NOTE)
        list->pieces[first].box.parting = PARTING_NOTE;
    remember_paragraph(making, lines, paragraph->look == PARAGRAPH_QUOTE);
}

static void remember_heading(struct making *making, int level)
{
    making->lines = making->briefs = 0;
    making->only = false;
    making->heading_above = true;
    making->level = level;
}

/* Lines that lead up to something are parted from each other even less than from that. */
static void hold_lines_above(struct making *making)
{
    struct piece_list *list = making->list;
    for (size_t i = 1; i < making->lines; i++) {
        struct layout_box *box = &list->pieces[list->count - i].box;
        if (box->parting < PARTING_LED_UP)
            box->parting = PARTING_LED_UP + PARTING_INTRODUCED;
    }
}

static void add_block(struct making *making, const struct block *block)
{
    struct pdf_flow *flow = making->flow;
    struct piece_list *list = making->list;
    const double parting = parting_of(making, block);
    if (is_led_up_to(making, block))
        hold_lines_above(making);
    switch (block->kind) {
    case BLOCK_HEADING:
        prose_add_heading(flow, list, block->as.heading.level, block->as.heading.text, false, parting);
        remember_heading(making, block->as.heading.level);
        return;
    case BLOCK_PARAGRAPH:
        add_paragraph(making, &block->as.paragraph, parting);
        return;
    case BLOCK_LIST:
        prose_add_list(flow, list, &block->as.list, parting);
        break;
    case BLOCK_TABLE:
        if (is_cards(making, block->as.table))
            cards_add(flow, list, cards_measure(flow, block->as.table), parting);
        else
            table_add(flow, list, making->tables[making->next], parting);
        break;
    case BLOCK_CHART:
        chart_add(flow, list, chart_measure(flow, block->as.chart), parting);
        break;
    }
    making->lines = making->briefs = 0;
    making->heading_above = making->only = false;
}

static void lay_down(struct piece_list *list, size_t from, bool landscape)
{
    for (size_t i = from; i < list->count; i++)
        list->pieces[i].box.lying = landscape;
}

void section_add(struct pdf_flow *flow, struct piece_list *list, const struct section *section)
{
    struct making making = {
        .flow = flow, .list = list, .section = section, .level = 1, .heading_above = true};
    const size_t first = list->count;
    measure_tables(&making);
    prose_add_heading(flow, list, 1, section->title, true,
                      section->starts_page ? PARTING_ALWAYS : PARTING_FREE);
    lay_down(list, first, wants_landscape(&making, 0));
    for (; making.next < section->block_count; making.next++) {
        const size_t from = list->count;
        add_block(&making, &section->blocks[making.next]);
        lay_down(list, from, wants_landscape(&making, making.next));
    }
}

/* ---- Sections ---- */

/* From the one that reads best. Only a section that is to have one page alone is made plain. */
enum form { FORM_USUAL, FORM_TIGHT, FORM_PLAIN /* and tight */ };

struct section_fit {
    enum form form, best; /* as it is measured; the first form that takes the fewest pages */
    size_t first, end;    /* its pieces */
    size_t pages, fewest; /* that it stands on; in its best form */
    bool ends_short;      /* its last page holds few lines, or it was to have one page alone */
};

struct sections {
    struct pdf_flow *flow;
    const struct document *document;
    struct section_fit *fits;
    struct piece_list list;
    struct layout_plan plan;
};

/* Whether a section takes more pages than it should: it may be worth setting it tight. */
static void judge_fit(const struct sections *sections, const struct section *section, struct section_fit *fit)
{
    const struct layout_plan *plan = &sections->plan;
    const size_t last = fit->end - 1;
    const double used = plan_used(plan, sections->list.boxes, last);
    fit->pages = plan->places[last].page - plan->places[fit->first].page + 1;
    fit->ends_short =
        fit->pages > 1 && (section->one_page || used < few_lines * sections->flow->style->baseline);
}

static void add_section(struct sections *sections, size_t index)
{
    struct section_fit *fit = &sections->fits[index];
    struct pdf_flow *flow = sections->flow;
    flow->tight = fit->form != FORM_USUAL;
    flow->plain = fit->form == FORM_PLAIN;
    fit->first = sections->list.count;
    section_add(flow, &sections->list, &sections->document->sections[index]);
    fit->end = sections->list.count;
    flow->tight = flow->plain = false;
}

static void plan_sections(struct sections *sections)
{
    const struct document *document = sections->document;
    sections->list = (struct piece_list){.count = 0};
    for (size_t i = 0; i < document->section_count; i++)
        add_section(sections, i);
    sections->plan = flow_plan(sections->flow, &sections->list);
    for (size_t i = 0; i < document->section_count; i++)
        judge_fit(sections, &document->sections[i], &sections->fits[i]);
}

/* Plans again with the sections that end short in another form; those that it saves a page keep it. */
static void try_form(struct sections *sections, enum form form)
{
    const size_t count = sections->document->section_count;
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        struct section_fit *fit = &sections->fits[i];
        const bool worth_it =
            fit->ends_short && (form == FORM_TIGHT || sections->document->sections[i].one_page);
        fit->fewest = fit->pages;
        fit->form = worth_it ? form : fit->best;
        any = any || worth_it;
    }
    if (!any)
        return;
    plan_sections(sections);
    for (size_t i = 0; i < count; i++) {
        struct section_fit *fit = &sections->fits[i];
        if (fit->pages < fit->fewest)
            fit->best = fit->form;
        any = any && fit->form == fit->best;
        fit->form = fit->best;
    }
    if (!any)
        plan_sections(sections);
}

void sections_place(struct pdf_flow *flow, const struct document *document)
{
    struct sections sections = {.flow = flow, .document = document};
    sections.fits = arena_array(flow->arena, document->section_count, sizeof *sections.fits);
    plan_sections(&sections);
    try_form(&sections, FORM_TIGHT);
    try_form(&sections, FORM_PLAIN);
    flow_place(flow, &sections.list, &sections.plan);
}

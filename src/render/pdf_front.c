#include "pdf_front.h"

#include "pdf_prose.h"

#include <math.h>
#include <string.h>

static const struct rgb white = {255, 255, 255};
static const double band = 0.54;                          /* of the cover's height */
static const double frame_width = 190, frame_height = 72; /* of the logo */
static const double badge_height = 24;

static struct pdf_type typed(const struct pdf_flow *flow, enum type_name name, double size, struct rgb colour)
{
    struct pdf_type type = flow->types[name];
    type.size = size;
    type.colour = colour;
    return type;
}

/* A paragraph of the cover, in a type that is scaled where all of them would not fit. */
struct cover_text {
    struct sv text;
    struct pdf_type type;
    double after; /* space below */
};

static struct text_block break_text(struct pdf_flow *flow, const struct cover_text *text)
{
    return text_break_one(flow->arena, text->text, &text->type, flow->right - flow->left);
}

static double leading_of(const struct cover_text *text)
{
    return text->type.size * 1.2;
}

static double texts_height(struct pdf_flow *flow, const struct cover_text *texts, size_t count)
{
    double height = 0;
    for (size_t i = 0; i < count; i++)
        height += (double)break_text(flow, &texts[i]).line_count * leading_of(&texts[i]) + texts[i].after;
    return height;
}

/* Makes them all smaller until they fit the room, or are as small as can be read. */
static void fit_texts(struct pdf_flow *flow, struct cover_text *texts, size_t count, double room)
{
    const double step = 0.93, smallest = 7;
    while (texts_height(flow, texts, count) > room && texts[count - 1].type.size * step >= smallest)
        for (size_t i = 0; i < count; i++)
            texts[i].type.size *= step;
}

static void draw_texts(struct pdf_flow *flow, const struct cover_text *texts, size_t count, double y)
{
    for (size_t i = 0; i < count; i++) {
        const struct text_block block = break_text(flow, &texts[i]);
        if (block.line_count > 0) {
            flow->y = y;
            flow_draw_lines(flow, pdf_tag_add(flow->parent, PDF_P), &block, flow->left,
                            leading_of(&texts[i]));
            y = flow->y;
        }
        y += texts[i].after;
    }
}

/* A word in a frame at the right: the edition, and whether the figures may still change. */
static double draw_badge(struct pdf_flow *flow, struct sv text, double right, double y)
{
    struct pdf_type type = typed(flow, TYPE_STRONG, flow->style->body_size, flow->style->accent);
    struct pdf_stroke stroke = {1.2, flow->style->accent, 0};
    double width = text_width(&type, text) + 20;
    struct pdf_box box = {right - width, y, width, badge_height};
    pdf_ink_frame(pdf_page_artifact(flow->page, PDF_LAYOUT), box, &stroke);
    struct pdf_ink *ink = pdf_page_tagged(flow->page, pdf_tag_add(flow->parent, PDF_P));
    pdf_ink_text(ink, (struct pdf_point){box.x + 10, line_base(&type, y, badge_height)}, &type, text);
    return box.x - 10;
}

static void draw_band(struct pdf_flow *flow, double height)
{
    struct pdf_ink *ink = pdf_page_artifact(flow->page, PDF_LAYOUT);
    double width = pdf_page_width(flow->page);
    pdf_ink_fill_box(ink, (struct pdf_box){0, 0, width, height}, flow->style->accent);
    pdf_ink_fill_box(ink, (struct pdf_box){flow->left, height - 8, 72, 8}, white);
}

/* White on the band: the municipality at its top, title and subtitle at its foot. */
static void draw_names(struct pdf_flow *flow, const struct cover *cover, double height)
{
    enum { NAMES = 3 };
    const struct style *style = flow->style;
    const double foot = 40;
    struct cover_text texts[NAMES] = {
        {cover->municipality, typed(flow, TYPE_STRONG, style->heading_sizes[1], white), 10},
        {cover->title, typed(flow, TYPE_TITLE, style->title_size * 1.2, white), 10},
        {cover->subtitle, typed(flow, TYPE_BODY, style->heading_sizes[1], white), 0},
    };
    fit_texts(flow, texts, NAMES, height - foot - flow->top);
    draw_texts(flow, texts, 1, flow->top);
    draw_texts(flow, texts + 1, NAMES - 1, height - foot - texts_height(flow, texts + 1, NAMES - 1));
}

/* Below the band: the unit, and what there is to know of the report. */
static void draw_lines(struct pdf_flow *flow, const struct cover *cover, double y)
{
    struct cover_text texts[COVER_LINES + 1] = {
        {cover->unit, typed(flow, TYPE_STRONG, flow->style->lead_size, flow->style->text), 8}};
    for (size_t i = 0; i < cover->line_count; i++)
        texts[i + 1] = (struct cover_text){
            cover->lines[i], typed(flow, TYPE_BODY, flow->style->body_size + 0.5, flow->style->muted), 5};
    fit_texts(flow, texts, cover->line_count + 1,
              flow->bottom - (cover->logo ? frame_height : badge_height) - 10 - y);
    draw_texts(flow, texts, cover->line_count + 1, y);
}

/* At the foot, to the left, as large as its frame allows; it stands on white, as it was laid by input. */
static void draw_logo(struct pdf_flow *flow, const struct cover *cover)
{
    const double width = cover->logo->width, height = cover->logo->height;
    const double scale = fmin(frame_width / width, frame_height / height);
    const struct pdf_box box = {flow->left, flow->bottom - height * scale, width * scale, height * scale};
    struct pdf_tag *figure = pdf_tag_add(flow->parent, PDF_FIGURE);
    pdf_tag_set_alt(figure, cover->logo_alt);
    pdf_tag_set_box(figure, flow->page, box);
    pdf_ink_picture(pdf_page_tagged(flow->page, figure), box, cover->logo);
}

void cover_place(struct pdf_flow *flow, const struct cover *cover, struct sv mark)
{
    flow_new_page(flow, false);
    flow->parent = pdf_tag_add(pdf_file_root(flow->file), PDF_SECT);
    double height = pdf_page_height(flow->page) * band;
    draw_band(flow, height);
    draw_names(flow, cover, height);
    draw_lines(flow, cover, height + 42);
    if (cover->logo)
        draw_logo(flow, cover);
    double right = flow->right, y = flow->bottom - badge_height;
    if (mark.size > 0)
        right = draw_badge(flow, mark, right, y);
    if (cover->preliminary)
        draw_badge(flow, sv_of("FORELØBIG"), right, y);
}

/* An entry, and where it stands once that is known. */
struct contents_entry {
    int level;
    struct text_block text;
    struct pdf_page *page;
    double y;
};

struct contents {
    struct pdf_tag *tag;
    struct contents_entry **entries;
    size_t count, capacity;
    size_t first_heading; /* headings before it belong to the contents itself */
    double line;          /* height of a line: less when that brings the contents on one page */
};

static const double entry_indent = 16;
static const double number_room = 40;

static const struct pdf_type *entry_type(const struct pdf_flow *flow, int level)
{
    return &flow->types[level == 1 ? TYPE_STRONG : TYPE_BODY];
}

static double entry_x(const struct pdf_flow *flow, int level)
{
    return flow->left + (level - 1) * entry_indent;
}

static void keep_place(struct pdf_flow *flow, const struct piece *piece)
{
    struct contents_entry *entry = piece->what;
    entry->page = flow->page;
    entry->y = flow->y;
}

/* A section stands with the first of what is in it. Entries are joined: they may leave the grid of lines. */
static void add_entry(struct pdf_flow *flow, struct piece_list *list, struct contents *contents, int level,
                      struct sv text)
{
    const struct style *style = flow->style;
    const double width = style->page_width - style->margin_left - style->margin_right -
                         (level - 1) * entry_indent - number_room;
    struct contents_entry *entry = arena_alloc(flow->arena, sizeof *entry);
    const bool below_section = contents->count > 0 && contents->entries[contents->count - 1]->level == 1;
    entry->level = level;
    entry->text = text_break_one(flow->arena, text, entry_type(flow, level), width);
    contents->entries = arena_grow(flow->arena, contents->entries, contents->count, &contents->capacity,
                                   sizeof *contents->entries);
    contents->entries[contents->count++] = entry;
    const struct piece piece = {.box = {.height = (double)entry->text.line_count * contents->line,
                                        .before = level == 1 ? contents->line / 2 : 0,
                                        .joined = true,
                                        .parting = level > 1 && below_section ? PARTING_NEVER : PARTING_FREE},
                                .draw = keep_place,
                                .what = entry};
    flow_add_piece(flow, list, &piece);
}

static void add_entries(struct pdf_flow *flow, struct piece_list *list, struct contents *contents,
                        const struct section *section)
{
    int level = 1;
    add_entry(flow, list, contents, 1, section->title);
    for (size_t i = 0; i < section->block_count; i++) {
        const struct block *block = &section->blocks[i];
        if (block->kind != BLOCK_HEADING)
            continue;
        level = block->as.heading.level > level + 1 ? level + 1 : block->as.heading.level;
        if (level <= 2)
            add_entry(flow, list, contents, level, block->as.heading.text);
    }
}

static const double closest_line = 0.75; /* of the usual height */
static const double heading_lines = 3;   /* that the contents' own heading takes */

/* How many lines the contents take, with the space before each section. */
static double lines_wanted(const struct document *document)
{
    double lines = 0;
    for (size_t i = 0; i < document->section_count; i++) {
        const struct section *section = &document->sections[i];
        lines += 1.5;
        for (size_t j = 0; j < section->block_count; j++)
            lines += section->blocks[j].kind == BLOCK_HEADING && section->blocks[j].as.heading.level <= 2;
    }
    return lines;
}

/* Contents that need a few lines more than a page has are set a little closer. */
static double line_height(const struct pdf_flow *flow, const struct document *document)
{
    const double usual = flow->style->baseline;
    const double room = flow_page_room(flow, false) - heading_lines * usual;
    const double fitting = room / (lines_wanted(document) + 1);
    return fitting < usual && fitting >= closest_line * usual ? fitting : usual;
}

struct contents *contents_place(struct pdf_flow *flow, const struct document *document)
{
    struct contents *contents = arena_alloc(flow->arena, sizeof *contents);
    struct piece_list list = {.count = 0};
    contents->line = line_height(flow, document);
    prose_add_heading(flow, &list, 1, sv_of("Indhold"), true, PARTING_FREE);
    for (size_t i = 0; i < document->section_count; i++)
        add_entries(flow, &list, contents, &document->sections[i]);
    list.pieces[1].box.before += flow->style->baseline;
    list.pieces[1].box.parting = PARTING_NEVER;
    const struct layout_plan plan = flow_plan(flow, &list);
    flow_place(flow, &list, &plan);
    contents->first_heading = flow->heading_count;
    contents->tag = pdf_tag_add(flow->parent, PDF_TOC);
    return contents;
}

static void draw_dots(struct pdf_flow *flow, struct pdf_page *page, double from, double to, double y)
{
    struct pdf_stroke stroke = {0.6, flow->style->rule, 1};
    if (to - from > 10)
        pdf_ink_line(pdf_page_artifact(page, PDF_LAYOUT), (struct pdf_point){from, y},
                     (struct pdf_point){to, y}, &stroke);
}

static void fill_entry(struct pdf_flow *flow, const struct contents *contents,
                       const struct contents_entry *entry, const struct placed_heading *heading)
{
    const struct pdf_type *type = entry_type(flow, entry->level);
    double line = contents->line, x = entry_x(flow, entry->level), base = entry->y, end = x;
    double right = flow->style->page_width - flow->style->margin_right;
    struct pdf_tag *item = pdf_tag_add(contents->tag, PDF_TOCI);
    struct pdf_tag *link = pdf_tag_add(pdf_tag_add(item, PDF_REFERENCE), PDF_LINK);
    struct sv number = sv_format(flow->arena, "%zu", pdf_page_number(heading->anchor.page));
    for (size_t i = 0; i < entry->text.line_count; i++) {
        struct text_line words = entry->text.lines[i];
        words.blank_after = true; /* the page number is the last word */
        base = line_base(type, entry->y + (double)i * line, line);
        text_draw(pdf_page_tagged(entry->page, link), &words, (struct pdf_point){x, base});
        end = x + words.width;
    }
    double number_x = right - text_width(type, number);
    pdf_ink_text(pdf_page_tagged(entry->page, link), (struct pdf_point){number_x, base}, type, number);
    draw_dots(flow, entry->page, end + 6, number_x - 6, base - 1);
    struct pdf_box box = {x, entry->y, right - x, (double)entry->text.line_count * line};
    struct sv description =
        sv_format(flow->arena, "Gå til %.*s på side %.*s", SV_ARG(heading->text), SV_ARG(number));
    pdf_page_add_link(entry->page, link, box, &heading->anchor, description);
}

void contents_fill(struct pdf_flow *flow, const struct contents *contents)
{
    size_t entry = 0;
    for (size_t i = contents->first_heading; i < flow->heading_count && entry < contents->count; i++)
        if (flow->headings[i]->level <= 2)
            fill_entry(flow, contents, contents->entries[entry++], flow->headings[i]);
}

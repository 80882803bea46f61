#include "pdf_link.h"

#include "build.h"

struct text_link {
    struct sv address;               /* as the text has it */
    const struct pdf_anchor *target; /* of a table; NULL: elsewhere */
    struct sv description;           /* read aloud */
    struct pdf_tag *tag;             /* NULL until words of it are drawn */
};

static struct text_link *new_link(struct pdf_flow *flow, struct sv address, struct sv description)
{
    struct text_link *link = arena_alloc(flow->arena, sizeof *link);
    *link = (struct text_link){.address = address, .description = description};
    return link;
}

static struct text_link *link_to_table(struct pdf_flow *flow, struct sv address)
{
    const struct table *table =
        flow->document ? document_table(flow->document, sv_slice(address, 1, address.size)) : NULL;
    if (!table)
        return NULL;
    struct text_link *link =
        new_link(flow, address, sv_format(flow->arena, "Gå til tabellen »%.*s«", SV_ARG(table->title)));
    link->target = flow_table_anchor(flow, table);
    return link;
}

struct text_link *text_link_of(struct pdf_flow *flow, const struct cell *cell, struct text_link *before)
{
    const struct sv mail = sv_of("mailto:");
    const struct sv address = cell->link;
    if (!address.size)
        return NULL;
    if (before && before->address.data == address.data)
        return before;
    if (address.data[0] == '#')
        return link_to_table(flow, address);
    if (sv_starts_with(address, mail))
        return new_link(
            flow, address,
            sv_format(flow->arena, "Skriv til %.*s", SV_ARG(sv_slice(address, mail.size, address.size))));
    return new_link(flow, address, sv_format(flow->arena, "Gå til %.*s", SV_ARG(address)));
}

/* Runs that stand together and lead to the same place, or nowhere. */
struct stretch {
    struct text_run *runs;
    size_t count;
    double from, to; /* points from the start of the line */
    bool ends_line;
};

static struct stretch next_stretch(const struct text_line *line, size_t from)
{
    struct stretch stretch = {.runs = &line->runs[from], .from = line->runs[from].x};
    while (from + stretch.count < line->run_count && stretch.runs[stretch.count].link == stretch.runs[0].link)
        stretch.count++;
    stretch.ends_line = from + stretch.count == line->run_count;
    stretch.to = stretch.ends_line ? line->width : line->runs[from + stretch.count].x;
    return stretch;
}

static void draw_stretch(struct pdf_flow *flow, struct pdf_tag *tag, const struct stretch *stretch,
                         const struct text_line *line, struct pdf_point at)
{
    const struct text_line part = {stretch->runs, stretch->count, line->width,
                                   line->blank_after && stretch->ends_line};
    text_draw(pdf_page_tagged(flow->page, tag), &part, at);
}

static void underline(struct pdf_flow *flow, const struct stretch *stretch, struct pdf_point at)
{
    const struct pdf_type *type = stretch->runs[0].type;
    struct pdf_stroke stroke = {type->size * 0.06, type->colour, 0};
    double y = at.y + type->size * 0.16;
    pdf_ink_line(pdf_page_artifact(flow->page, PDF_LAYOUT), (struct pdf_point){at.x + stretch->from, y},
                 (struct pdf_point){at.x + stretch->to, y}, &stroke);
}

static void add_area(struct pdf_flow *flow, const struct stretch *stretch, struct pdf_point at,
                     double leading)
{
    const struct text_link *link = stretch->runs[0].link;
    double top = at.y - (leading + text_cap_height(stretch->runs[0].type)) / 2;
    struct pdf_box box = {at.x + stretch->from, top, stretch->to - stretch->from, leading};
    if (link->target)
        pdf_page_add_link(flow->page, link->tag, box, link->target, link->description);
    else
        pdf_page_add_web_link(flow->page, link->tag, box, link->address, link->description);
}

void linked_line_draw(struct pdf_flow *flow, struct pdf_tag *tag, const struct text_line *line,
                      struct pdf_point at, double leading)
{
    for (size_t i = 0; i < line->run_count;) {
        const struct stretch stretch = next_stretch(line, i);
        struct text_link *link = stretch.runs[0].link;
        if (link && !link->tag)
            link->tag = pdf_tag_add(tag, PDF_LINK);
        draw_stretch(flow, link ? link->tag : tag, &stretch, line, at);
        if (link) {
            underline(flow, &stretch, at);
            add_area(flow, &stretch, at, leading);
        }
        i += stretch.count;
    }
}

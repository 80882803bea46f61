/*
 * The report as a tagged PDF: cover, contents, sections, and what stands on every page.
 */
#include "pdf_front.h"
#include "pdf_section.h"
#include "render.h"

/* The title of the chapter that the page begins in; none on the first page of one, whose heading says it. */
static struct sv chapter_of(const struct pdf_flow *flow, const struct pdf_page *page)
{
    struct sv chapter = sv_of("");
    for (size_t i = 0; i < flow->heading_count; i++) {
        const struct placed_heading *heading = flow->headings[i];
        const size_t number = pdf_page_number(heading->anchor.page);
        const bool at_top =
            number == pdf_page_number(page) && heading->anchor.y < flow->style->margin_top + 1;
        if (heading->level == 1 && at_top)
            return sv_of("");
        if (heading->level == 1 && number < pdf_page_number(page))
            chapter = heading->text;
    }
    return chapter;
}

/* Two texts on a line of a page's head or foot, the right one whole unless it takes more than half of it. */
static void draw_ends(struct pdf_flow *flow, struct pdf_page *page, enum pdf_artifact kind, double y,
                      struct sv left, struct sv right)
{
    const struct pdf_type *type = &flow->types[TYPE_NOTE];
    const double from = flow->style->margin_left, gap = 14;
    const double room = pdf_page_width(page) - flow->style->margin_right - from;
    struct pdf_ink *ink = pdf_page_artifact(page, kind);
    const struct sv last = text_shortened(flow->arena, right, type, room / 2);
    const double width = text_width(type, last);
    const struct sv first = text_shortened(flow->arena, left, type, room - width - gap);
    pdf_ink_text(ink, (struct pdf_point){from, y}, type, first);
    pdf_ink_text(ink, (struct pdf_point){from + room - width, y}, type, last);
}

static void draw_running_head(struct pdf_flow *flow, struct pdf_page *page, const struct document *document)
{
    const struct sv title =
        sv_format(flow->arena, "%.*s%s%.*s", SV_ARG(document->cover.title),
                  document->cover.municipality.size ? " · " : "", SV_ARG(document->cover.municipality));
    draw_ends(flow, page, PDF_HEADER, 42, title, chapter_of(flow, page));
}

/* "INTERN · side 3 af 34" */
static void draw_foot(struct pdf_flow *flow, struct pdf_page *page, const struct document *document,
                      struct sv mark)
{
    const struct sv number =
        sv_format(flow->arena, "%.*s%sside %zu af %zu", SV_ARG(mark), mark.size > 0 ? " · " : "",
                  pdf_page_number(page), pdf_file_page_count(flow->file));
    draw_ends(flow, page, PDF_FOOTER, pdf_page_height(page) - 36, document->cover.unit, number);
}

/* Every page but the cover, which says the same in its own way. */
static void draw_heads_and_feet(struct pdf_flow *flow, const struct document *document, struct sv mark)
{
    for (size_t i = 1; i < pdf_file_page_count(flow->file); i++) {
        struct pdf_page *page = pdf_file_page(flow->file, i);
        draw_running_head(flow, page, document);
        draw_foot(flow, page, document, mark);
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

static struct pdf_file *lay_out(const struct render_job *job)
{
    const struct document *document = released_content(job->document);
    struct sv mark = released_mark(job->document);
    struct pdf_info info = info_of(document);
    info.untagged = job->untagged;
    struct pdf_file *file = pdf_file_open(job->arena, &info);
    struct pdf_flow flow;
    flow_init(&flow, file, job->style, job->arena);
    flow.document = document;
    cover_place(&flow, &document->cover, mark);
    if (document->section_count > 0) {
        const struct contents *contents = contents_place(&flow, document);
        sections_place(&flow, document);
        contents_fill(&flow, contents);
    }
    draw_heads_and_feet(&flow, document, mark);
    add_bookmarks(&flow);
    return file;
}

bool render_pdf(const struct render_job *job, struct sv *fault)
{
    struct pdf_error error;
    struct pdf_file *file = lay_out(job);
    bool saved = pdf_file_save(file, job->path, &error);
    if (!saved)
        *fault = sv_copy(job->arena, sv_of(error.text));
    report_missing(file, job);
    pdf_file_close(file);
    return saved;
}

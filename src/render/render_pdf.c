/*
 * The report as a tagged PDF: cover, contents, sections, and what stands on every page.
 */
#include "pdf_front.h"
#include "pdf_section.h"
#include "render.h"

static void draw_running_head(struct pdf_flow *flow, struct pdf_page *page, const struct document *document,
                              struct sv mark)
{
    const struct pdf_type *plain = &flow->types[TYPE_NOTE], *strong = &flow->types[TYPE_NOTE_STRONG];
    struct pdf_ink *ink = pdf_page_artifact(page, PDF_HEADER);
    double right = pdf_page_width(page) - flow->style->margin_right;
    struct sv title =
        sv_format(flow->arena, "%.*s%s%.*s", SV_ARG(document->cover.title),
                  document->cover.municipality.size ? " · " : "", SV_ARG(document->cover.municipality));
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

#include "render.h"
#include "xlsx_blocks.h"
#include "xlsx_chart.h"
#include "xlsx_front.h"
#include "xlsx_table.h"

/* More than the library takes for the largest report, and little for a machine. */
enum { WORKBOOK_MEMORY = 32 * 1024 * 1024 };

/* The library goes on when it gets no memory, and crashes: what it may take is asked for first. */
static void ask_for_memory(const struct render_job *job)
{
    struct arena asked;
    arena_init(&asked, job->arena->exhausted);
    arena_alloc(&asked, WORKBOOK_MEMORY);
    arena_free(&asked);
}

static bool has_rows_of_data(const struct document *document)
{
    for (size_t s = 0; s < document->section_count; s++)
        for (size_t b = 0; b < document->sections[s].block_count; b++) {
            const struct block *block = &document->sections[s].blocks[b];
            if (block->kind == BLOCK_TABLE && block->as.table->look == TABLE_ROWS)
                return true;
        }
    return false;
}

static struct xlsx_book *open_book(const struct render_job *job)
{
    const struct document *document = released_content(job->document);
    const struct xlsx_settings settings = {
        .path = job->path,
        .temporary_folder = job->temporary_folder,
        .arena = job->arena,
        .style = job->style,
        .mark = released_mark(job->document),
        .title = document->title,
        .subject = document->subject,
        .author = document->author,
        .keywords = document->keywords,
        .company = document->cover.municipality,
        .created = document->date,
        .streamed = has_rows_of_data(document),
    };
    return xlsx_book_open(&settings);
}

/* By the section's title, unless a table's sheet has that name. */
static struct sv sentences_sheet_name(const struct xlsx_plan *plan, struct sv title)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->entries[i].kind == XLSX_TABLE && sv_equal(plan->entries[i].table->sheet, title))
            return sv_format(plan->arena, "%.*s, tekst", SV_ARG(title));
    return title;
}

static struct sv entry_sheet_name(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    static const char suffix[] = ", diagram";
    switch (entry->kind) {
    case XLSX_SENTENCES:
        return sentences_sheet_name(plan, entry->section->title);
    case XLSX_BLOCKS:
        return entry->section->sheet;
    case XLSX_TABLE:
        return entry->table->sheet;
    case XLSX_CHART:
        return sv_format(
            plan->arena, "%s%s",
            guard_line(plan->arena, entry->table->sheet, XLSX_SHEET_LETTERS - (sizeof suffix - 1)), suffix);
    }
    return (struct sv){0};
}

static void add_entry_sheets(struct xlsx_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        plan->entries[i].sheet = xlsx_book_add_sheet(plan->book, entry_sheet_name(plan, &plan->entries[i]));
}

static void write_entry(const struct xlsx_plan *plan, struct xlsx_entry *entry)
{
    switch (entry->kind) {
    case XLSX_SENTENCES:
        xlsx_write_sentences(plan, entry);
        break;
    case XLSX_TABLE:
        xlsx_write_table(plan, entry);
        break;
    case XLSX_CHART:
        xlsx_write_chart(plan, entry);
        break;
    case XLSX_BLOCKS:
        xlsx_write_blocks(plan, entry);
        break;
    }
}

static void write_entries(const struct xlsx_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        write_entry(plan, &plan->entries[i]);
}

/* A report: cover, contents, notes, then the sheets that the document asks for. */
static void write_published(struct xlsx_plan *plan)
{
    struct xlsx_sheet *cover = xlsx_book_add_sheet(plan->book, sv_of("Forside"));
    plan->contents = xlsx_book_add_sheet(plan->book, sv_of("Indhold"));
    plan->notes_sheet = xlsx_book_add_sheet(plan->book, sv_of("Noter"));
    add_entry_sheets(plan);
    xlsx_write_cover(plan, cover);
    xlsx_write_contents(plan);
    xlsx_write_notes(plan);
    write_entries(plan);
}

/* A book to work in: its sheets straight away, after an overview when there is something to say first. */
static void write_working(struct xlsx_plan *plan)
{
    const bool overview = plan->document->cover.line_count > 0;
    struct xlsx_sheet *first = overview ? xlsx_book_add_sheet(plan->book, sv_of("Overblik")) : NULL;
    add_entry_sheets(plan);
    if (first)
        xlsx_write_overview(plan, first);
    write_entries(plan);
}

bool render_xlsx(const struct render_job *job, struct sv *fault)
{
    struct xlsx_plan plan;
    const struct document *document = released_content(job->document);
    ask_for_memory(job);
    struct xlsx_book *book = open_book(job);
    xlsx_plan_make(&plan, book, document);
    switch (document->use) {
    case DOCUMENT_PUBLISHED:
        write_published(&plan);
        break;
    case DOCUMENT_WORKING:
        write_working(&plan);
        break;
    }
    return xlsx_book_close(book, fault);
}

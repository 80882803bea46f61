/*
 * Two versions of a data set, the second corrected, and what is told of it. Open, change `after`, tell, and
 * read the section or the workbook.
 */
#ifndef AARSRAPPORT_CHANGES_FIXTURE_H
#define AARSRAPPORT_CHANGES_FIXTURE_H

#include "../figures/data_builder.h"

#include "cell_text.h"
#include "sections.h"
#include "told_change.h"

#include <stdlib.h>

struct fixture {
    struct builder before, after;
    const char *period;
    struct changes_request asked;
    struct correction correction;
    struct report_request request;
    struct section_context context;
    struct section *section;
};

/* Where every row of a table stands: a file of its own, line 2 on. */
static inline void place_rows(struct builder *b, enum table_id table)
{
    const struct table_schema *schema = table_schema(table);
    const uint16_t file = (uint16_t)b->data.file_count;
    struct input_file *input = data_set_add_file(&b->data, sv_format(&b->arena, "%s.csv", schema->name));
    input->is_table = true;
    input->table = table;
    for (size_t i = 0; i < row_count(&b->data, table); i++) {
        struct source *source =
            (struct source *)((char *)b->data.tables[table].data + i * schema->record_size);
        source->file = file;
        source->line = (uint32_t)i + 2;
    }
}

/* Two jobs of the year, a course that ended well, and a goal of three jobs. */
static inline void build(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "A1", "2020-01-01", "");
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_ended(b, "B1", "A1", "2024-02-01", "2024-06-30", "fleksjob");
    add_job(b, "B1", "V1", "fleksjob", "2024-03-01", "");
    add_job(b, "B2", "V1", "smaajob", "2024-05-01", "");
    add_goal(b, "norm", GOAL_YEARLY, "job.nye", "", 3)->name = sv_of("Mindst 3 job om året");
}

static inline void fixture_open(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    f->period = "2024";
    build(&f->before);
    build(&f->after);
    f->correction.before =
        (struct told_version){.number = 1, .date = day("2025-01-12"), .program = SV("1.0")};
    f->correction.after = (struct told_version){.number = 2, .date = day("2025-02-16"), .program = SV("1.0")};
    f->correction.file = sv_of("rettelser-2024.xlsx");
    f->request = (struct report_request){
        .kind = REPORT_YEAR, .date = day("2025-02-16"), .version = 2, .correction = &f->correction};
}

static inline void fixture_close(struct fixture *f)
{
    builder_free(&f->before);
    builder_free(&f->after);
}

static inline void count_both(struct fixture *f)
{
    struct builder *const both[] = {&f->before, &f->after};
    for (size_t i = 0; i < 2; i++) {
        for (enum table_id table = 0; table < TABLES; table++)
            if (row_count(&both[i]->data, table))
                place_rows(both[i], table);
        count(both[i], f->period);
    }
    f->asked.after = (struct counted_run){&f->after.data, &f->after.figures};
}

static inline void find_changes(struct fixture *f)
{
    f->correction.changes = changes_find(&f->asked, &f->after.arena);
    f->context = (struct section_context){
        .document = document_create(&f->after.arena, &f->after.figures),
        .figures = &f->after.figures,
        .data = &f->after.data,
        .diag = &f->after.diag,
        .request = &f->request,
    };
    f->section = document_add_section(f->context.document, "aendringer", sv_of("Ændringer"));
}

/* Counts both versions and finds what differs. */
static inline void compare(struct fixture *f)
{
    count_both(f);
    f->asked.before = (struct counted_run){&f->before.data, &f->before.figures};
    find_changes(f);
}

/* What the earlier version's file of figures says, as the earlier data count. */
static inline struct printed_figures *print_before(struct fixture *f)
{
    struct arena *arena = &f->before.arena;
    const struct figures *figures = &f->before.figures;
    struct printed_figures *printed = arena_alloc(arena, sizeof *printed);
    printed->rows = arena_array(arena, figures->count, sizeof *printed->rows);
    for (size_t i = 0; i < figures->count; i++) {
        struct buffer value = buffer_in(arena);
        figures_write_value(&value, &figures->rows[i]);
        printed->rows[i] = figure_printed_key(figures, figures->rows[i].key, arena);
        printed->rows[i].name = sv_copy(arena, printed->rows[i].name);
        printed->rows[i].value = buffer_view(&value);
    }
    printed->count = figures->count;
    return printed;
}

/* What the file says of a figure for all in 2024. */
static inline struct printed_figure *printed_row(struct printed_figures *printed, const char *name)
{
    for (size_t i = 0; i < printed->count; i++)
        if (sv_is(printed->rows[i].name, name) && sv_is(printed->rows[i].period, "2024") &&
            !printed->rows[i].agreement.size && !printed->rows[i].target_group.size &&
            !printed->rows[i].code.size)
            return &printed->rows[i];
    fail_msg("no figure %s", name);
    return NULL;
}

/* ---- Reading ---- */

static inline void add_plain(struct buffer *text, struct sv words)
{
    for (size_t i = 0; i < words.size; i++) {
        const bool no_break = words.data[i] == '\xC2' && i + 1 < words.size && words.data[i + 1] == '\xA0';
        buffer_add_byte(text, no_break ? ' ' : words.data[i]);
        i += no_break;
    }
}

static inline void add_table_text(struct buffer *text, const struct table *table)
{
    for (size_t row = 0; row < table->row_count; row++) {
        for (uint16_t column = 0; column < table->column_count; column++) {
            struct buffer cell = buffer_in(text->arena);
            cell_text(&cell, &table->rows[row].cells[column]);
            buffer_add_text(text, column ? " | " : "");
            add_plain(text, buffer_view(&cell));
        }
        buffer_add_byte(text, '\n');
    }
    for (size_t note = 0; note < table->note_count; note++) {
        add_plain(text, table->notes[note]);
        buffer_add_byte(text, '\n');
    }
    if (!table->row_count)
        add_plain(text, table->empty);
}

static inline void add_block_text(struct buffer *text, const struct block *block)
{
    if (block->kind == BLOCK_PARAGRAPH)
        add_plain(text, paragraph_text(text->arena, &block->as.paragraph));
    for (size_t i = 0; block->kind == BLOCK_LIST && i < block->as.list.item_count; i++) {
        add_plain(text, paragraph_text(text->arena, &block->as.list.items[i]));
        buffer_add_byte(text, '\n');
    }
    if (block->kind == BLOCK_TABLE)
        add_table_text(text, block->as.table);
    buffer_add_byte(text, '\n');
}

/* Everything a section says, with ordinary blanks for no-break ones. */
static inline const char *text_of(struct fixture *f, const struct section *section)
{
    struct buffer text = buffer_in(&f->after.arena);
    for (size_t i = 0; i < section->block_count; i++)
        add_block_text(&text, &section->blocks[i]);
    return sv_text(&f->after.arena, buffer_view(&text));
}

static inline const char *told(struct fixture *f)
{
    section_changes(&f->context, f->section);
    return text_of(f, f->section);
}

#define assert_says(text, part)                                                                              \
    do {                                                                                                     \
        const char *said_text = (text);                                                                      \
        if (!strstr(said_text, (part)))                                                                      \
            fail_msg("»%s« is not in:\n%s", (part), said_text);                                              \
    } while (0)
#define assert_not_said(text, part) assert_null(strstr((text), (part)))

#endif

#include "xlsx_plan.h"

#include "cell_text.h"

static struct xlsx_entry *add_entry(struct xlsx_plan *plan, enum xlsx_entry_kind kind,
                                    const struct section *section)
{
    plan->entries =
        arena_grow(plan->arena, plan->entries, plan->count, &plan->capacity, sizeof *plan->entries);
    plan->entries[plan->count] = (struct xlsx_entry){.kind = kind, .section = section};
    return &plan->entries[plan->count++];
}

static size_t find_note(const struct xlsx_plan *plan, struct sv text)
{
    for (size_t i = 0; i < plan->note_count; i++)
        if (sv_equal(plan->notes[i], text))
            return i + 1;
    return 0;
}

static void number_note(struct xlsx_plan *plan, const struct table *table, size_t note)
{
    if (note == 0 || note > table->note_count || find_note(plan, table->notes[note - 1]))
        return;
    plan->notes =
        arena_grow(plan->arena, plan->notes, plan->note_count, &plan->note_capacity, sizeof *plan->notes);
    plan->notes[plan->note_count++] = table->notes[note - 1];
}

static bool note_is_in_body(const struct table *table, size_t note)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].note == note)
            return true;
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].note == note)
            return true;
    return false;
}

/* In the order in which a reader of the sheet meets them. */
static void number_notes(struct xlsx_plan *plan, const struct table *table)
{
    for (size_t note = 1; note <= table->note_count; note++)
        if (note == table->title_note || !note_is_in_body(table, note))
            number_note(plan, table, note);
    for (size_t i = 0; i < table->column_count; i++)
        number_note(plan, table, table->columns[i].note);
    for (size_t i = 0; i < table->row_count; i++)
        number_note(plan, table, table->rows[i].note);
}

static void add_charts_of(struct xlsx_plan *plan, const struct table *table)
{
    for (size_t s = 0; s < plan->document->section_count; s++) {
        const struct section *section = &plan->document->sections[s];
        for (size_t b = 0; b < section->block_count; b++) {
            const struct block *block = &section->blocks[b];
            if (block->kind != BLOCK_CHART || block->as.chart->table != table || table->row_count == 0)
                continue;
            struct xlsx_entry *entry = add_entry(plan, XLSX_CHART, section);
            entry->table = table;
            entry->chart = block->as.chart;
        }
    }
}

static void add_table(struct xlsx_plan *plan, const struct section *section, const struct table *table)
{
    struct xlsx_entry *entry = add_entry(plan, XLSX_TABLE, section);
    entry->table = table;
    number_notes(plan, table);
    add_charts_of(plan, table);
}

/* The first section of a report is its summary, which is worth reading in the workbook too. */
static bool shows_sentences(const struct document *document, const struct section *section)
{
    if (document->use != DOCUMENT_PUBLISHED || (section != document->sections && !section->narrated))
        return false;
    for (size_t i = 0; i < section->block_count; i++)
        if (section->blocks[i].kind == BLOCK_PARAGRAPH || section->blocks[i].kind == BLOCK_LIST)
            return true;
    return false;
}

void xlsx_plan_make(struct xlsx_plan *plan, struct xlsx_book *book, const struct document *document)
{
    *plan = (struct xlsx_plan){.arena = book->arena, .book = book, .document = document};
    for (size_t s = 0; s < document->section_count; s++) {
        const struct section *section = &document->sections[s];
        if (shows_sentences(document, section))
            add_entry(plan, XLSX_SENTENCES, section);
        if (section->sheet.size && document->use == DOCUMENT_WORKING) {
            add_entry(plan, XLSX_BLOCKS, section);
            continue;
        }
        for (size_t b = 0; b < section->block_count; b++)
            if (section->blocks[b].kind == BLOCK_TABLE)
                add_table(plan, section, section->blocks[b].as.table);
    }
}

const struct xlsx_entry *xlsx_plan_table(const struct xlsx_plan *plan, const struct table *table)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->entries[i].kind == XLSX_TABLE && plan->entries[i].table == table)
            return &plan->entries[i];
    return NULL;
}

size_t xlsx_plan_count(const struct xlsx_plan *plan, enum xlsx_entry_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->count; i++)
        count += plan->entries[i].kind == kind;
    return count;
}

/* Its title, its source, its notes and the mark stand above it. */
uint32_t xlsx_working_header_row(const struct xlsx_plan *plan, const struct table *table)
{
    return 1u + (table->source.size != 0) + table->note_count + (plan->book->settings.mark.size != 0);
}

/* The number at the front of the rest of a link, with what ends it; 0: there is none. */
static uint32_t take_number(struct sv *rest)
{
    uint32_t number = 0;
    size_t i = 0;
    for (; i < rest->size && rest->data[i] >= '0' && rest->data[i] <= '9'; i++)
        number = number * 10 + (uint32_t)(rest->data[i] - '0');
    *rest = sv_slice(*rest, i + 1, rest->size);
    return number;
}

/* "12", "12-40:3" */
static struct xlsx_target target_in(const struct xlsx_plan *plan, const struct xlsx_entry *entry,
                                    struct sv rest)
{
    const uint32_t header = xlsx_working_header_row(plan, entry->table);
    struct xlsx_target target = {.sheet = entry->sheet};
    if (!rest.size)
        return target;
    target.row = header + take_number(&rest);
    if (!rest.size)
        return target;
    target.last_row = header + take_number(&rest);
    target.column = (uint16_t)(take_number(&rest) - 1);
    return target;
}

struct xlsx_target xlsx_plan_target(const struct xlsx_plan *plan, struct sv link)
{
    struct sv rest = sv_slice(link, 1, link.size);
    struct sv id = {0};
    sv_split(&rest, ':', &id);
    for (size_t i = 0; i < plan->count && sv_starts_with(link, sv_of("#")); i++) {
        const struct xlsx_entry *entry = &plan->entries[i];
        if (entry->kind == XLSX_BLOCKS && sv_equal(entry->section->id, id))
            return (struct xlsx_target){.sheet = entry->sheet};
        if (entry->kind == XLSX_TABLE && sv_equal(entry->table->id, id))
            return target_in(plan, entry, rest);
    }
    return (struct xlsx_target){.sheet = NULL};
}

size_t xlsx_note_number(const struct xlsx_plan *plan, const struct table *table, size_t note)
{
    if (note == 0 || note > table->note_count)
        return 0;
    return plan->document->use == DOCUMENT_WORKING ? note : find_note(plan, table->notes[note - 1]);
}

struct sv xlsx_with_note(const struct xlsx_plan *plan, const struct table *table, struct sv text, size_t note)
{
    const size_t number = xlsx_note_number(plan, table, note);
    return number ? sv_format(plan->arena, "%.*s [note %zu]", SV_ARG(text), number) : text;
}

struct sv xlsx_title_with_notes(const struct xlsx_plan *plan, const struct table *table)
{
    struct sv title = table->title;
    for (size_t note = 1; note <= table->note_count; note++)
        if (note == table->title_note || !note_is_in_body(table, note))
            title = xlsx_with_note(plan, table, title, note);
    return title;
}

struct cell xlsx_cell(const struct xlsx_plan *plan, const struct table *table, size_t row, uint16_t column)
{
    const struct cell *cell = &table->rows[row].cells[column];
    if (column > 0 || !xlsx_note_number(plan, table, table->rows[row].note))
        return *cell;
    struct buffer text = buffer_in(plan->arena);
    cell_text(&text, cell);
    return (struct cell){.kind = CELL_TEXT,
                         .text = xlsx_with_note(plan, table, buffer_view(&text), table->rows[row].note)};
}

struct sv xlsx_entry_title(const struct xlsx_entry *entry)
{
    switch (entry->kind) {
    case XLSX_SENTENCES:
    case XLSX_BLOCKS:
        return entry->section->title;
    case XLSX_TABLE:
        return entry->table->title;
    case XLSX_CHART:
        return entry->chart->title;
    }
    return (struct sv){0};
}

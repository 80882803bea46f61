/*
 * Recommendations to the committee, adjustments of next year's plan among them, and what became of last
 * year's (plan 2018, section 4).
 */
#include "effort_texts.h"
#include "narrative_text.h"
#include "recommendation_sentence.h"
#include "sections.h"

enum columns { NUMBER, TEXT, EFFORT, STATUS, FOLLOW_UP, COLUMNS };

static const struct table_column headings[COLUMNS] = {
    [NUMBER] = {.heading = SV("Nr."), .format = FORMAT_NUMBERING},
    [TEXT] = {.heading = SV("Anbefaling")},
    [EFFORT] = {.heading = SV("Indsats")},
    [STATUS] = {.heading = SV("Status")},
    [FOLLOW_UP] = {.heading = SV("Opfølgning")},
};

static bool has_recommendations(const struct section_context *context, int year)
{
    const struct recommendation *rows = recommendations(context->data);
    for (size_t i = 0; i < row_count(context->data, TABLE_RECOMMENDATIONS); i++)
        if (rows[i].year == year)
            return true;
    return false;
}

static void add_row(const struct section_context *context, struct table *table,
                    const struct recommendation *recommendation)
{
    const struct code_list *statuses = code_list(&context->data->codes, CODES_RECOMMENDATION_STATUS);
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[NUMBER] = cell_of_value(ratio_whole(recommendation->number), FORMAT_NUMBERING);
    row->cells[TEXT] = cell_of_text(recommendation->text);
    row->cells[EFFORT] = recommendation->effort == CODE_NONE
                             ? cell_of_text(sv_of("tværgående"))
                             : cell_of_text(effort_name(context, recommendation->effort));
    row->cells[STATUS] =
        cell_of_text(text_lowered(context->document->arena, code_name(statuses, recommendation->status)));
    if (table->column_count > FOLLOW_UP)
        row->cells[FOLLOW_UP] = cell_of_text_or_none(recommendation->follow_up);
}

/* The year's rows by number, whatever their order in the file. */
static void add_rows(const struct section_context *context, struct table *table, int year)
{
    const struct recommendation *rows = recommendations(context->data);
    const size_t count = row_count(context->data, TABLE_RECOMMENDATIONS);
    int32_t done = -1;
    for (;;) {
        const struct recommendation *next = NULL;
        for (size_t i = 0; i < count; i++)
            if (rows[i].year == year && rows[i].number > done && (!next || rows[i].number < next->number))
                next = &rows[i];
        if (!next)
            return;
        add_row(context, table, next);
        done = next->number;
    }
}

static void add_this_year(const struct section_context *context, struct section *section)
{
    const int year = report_year(context);
    if (!has_recommendations(context, year))
        return;
    section_add_heading(context->document, section, 2, sv_of("Anbefalingerne"));
    struct table *table =
        section_add_table(context->document, section, "anbefalinger", "Anbefalinger",
                          table_title(context, "Anbefalinger til udvalget"), headings, FOLLOW_UP);
    add_rows(context, table, year);
    table->source = source_of(context, 1u << TABLE_RECOMMENDATIONS);
}

static void add_adjustments(const struct section_context *context, struct section *section)
{
    if (!has_effort_texts(context, EFFORT_RECOMMENDATION))
        return;
    section_add_heading(context->document, section, 2, effort_text_heading(EFFORT_RECOMMENDATION));
    add_effort_texts(context, section, EFFORT_RECOMMENDATION);
}

static void add_last_year(const struct section_context *context, struct section *section)
{
    struct arena *arena = context->document->arena;
    const int year = report_year(context) - 1;
    if (!has_recommendations(context, year))
        return;
    section_add_heading(context->document, section, 2,
                        sv_format(arena, "Hvad blev der af anbefalingerne fra %d?", year));
    say_recommendations_before(sentence_in(context, section, PARAGRAPH_BODY));
    struct table *table =
        section_add_table(context->document, section, "anbefalinger_foer", "Sidste års anbefalinger",
                          sv_format(arena, "Anbefalingerne fra %d", year), headings, COLUMNS);
    add_rows(context, table, year);
    table->source = source_of(context, 1u << TABLE_RECOMMENDATIONS);
}

void section_recommendations(const struct section_context *context, struct section *section)
{
    add_narrative(context, section, "anbefalinger");
    add_this_year(context, section);
    add_adjustments(context, section);
    add_last_year(context, section);
}

/*
 * The efforts (plan 2018, section 2; strategy 2022–2025, sections 2 and 3): how each stands, then effort by
 * effort what indsatser.csv tells and what the figures show.
 */
#include "effort_parts.h"
#include "effort_sentences.h"
#include "effort_texts.h"
#include "narrative_text.h"
#include "period_words.h"
#include "sections.h"
#include "status_rows.h"

/* ---- How each stands ---- */

enum status_columns { STATUS_EFFORT, STATUS_LIGHT, STATUS_TEXT, STATUS_COLUMNS };

/* Had a status earlier in the years of the report's strategy, so that one is missed now. */
static bool is_missed(const struct section_context *context, uint16_t effort)
{
    const struct strategy *strategy = context->figures->strategy;
    const struct effort_status *rows = effort_statuses(context->data);
    for (size_t i = 0; strategy && i < row_count(context->data, TABLE_EFFORT_STATUSES); i++) {
        const int32_t year = rows[i].period / 10;
        if (rows[i].effort == effort && year >= strategy->from_year && year <= report_year(context))
            return true;
    }
    return false;
}

/* One note for all rows that it is about. */
static uint8_t note_instead(const struct section_context *context, struct table *table)
{
    for (uint8_t i = 0; i < table->row_count; i++)
        if (table->rows[i].note)
            return table->rows[i].note;
    return table_add_note(table, status_instead_note(context));
}

static void add_status_row(const struct section_context *context, struct table *table, uint16_t effort)
{
    const struct effort_status *status = effort_status_of(context, effort);
    if (!status && !is_missed(context, effort))
        return;
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[STATUS_EFFORT] = cell_of_text(effort_name(context, effort));
    row->cells[STATUS_LIGHT] =
        status ? effort_light_cell(context, status) : cell_of_text(sv_of("uden status"));
    row->cells[STATUS_TEXT] =
        status ? cell_of_text(status_first_line(status->text)) : cell_of_value(ratio_none(), FORMAT_TEXT);
    if (status && status->period != status_period(context))
        row->note = note_instead(context, table);
}

void add_effort_statuses(const struct section_context *context, struct section *section, const char *id,
                         const char *sheet)
{
    static const struct table_column columns[STATUS_COLUMNS] = {
        [STATUS_EFFORT] = {.heading = SV("Indsats")},
        [STATUS_LIGHT] = {.heading = SV("Status"), .format = FORMAT_LIGHT},
        [STATUS_TEXT] = {.heading = SV("Kort fortalt")},
    };
    if (!has_effort_statuses(context))
        return;
    struct table *table =
        section_add_table(context->document, section, id, sheet, table_title(context, "Indsatsernes status"),
                          columns, STATUS_COLUMNS);
    for (uint16_t i = 0; i < code_list(&context->data->codes, CODES_EFFORT)->count; i++)
        add_status_row(context, table, i);
    table->columns[STATUS_LIGHT].note = table_add_note(
        table, sv_of("Grøn: går som planlagt. Gul: kræver opmærksomhed. Rød: går ikke som planlagt."));
    table->source = source_of(context, 1u << TABLE_EFFORT_STATUSES);
}

/* ---- Effort by effort ---- */

static bool is_told(const struct section_context *context, void (*write)(struct sentence))
{
    struct paragraph paragraph = {.look = PARAGRAPH_BODY};
    write((struct sentence){context, &paragraph});
    return paragraph.span_count > 0;
}

static bool has_csr(const struct section_context *context)
{
    return is_told(context, say_csr);
}

static void add_csr(const struct section_context *context, struct section *section)
{
    static void (*const write)(struct sentence) = say_csr;
    add_sentences(context, section, &write, 1);
}

static bool has_in_house(const struct section_context *context)
{
    return is_told(context, say_in_house);
}

static void add_in_house(const struct section_context *context, struct section *section)
{
    static void (*const write)(struct sentence) = say_in_house;
    add_sentences(context, section, &write, 1);
}

/* No effort has a heading for its target groups alone: the chapter on employment shows them. */
static bool has_target_groups(const struct section_context *context)
{
    return effort_status_of(context, code_of(&context->data->codes, CODES_EFFORT, "maalgruppe")) != NULL;
}

static void add_target_groups(const struct section_context *context, struct section *section)
{
    static void (*const write)(struct sentence) = say_target_groups;
    add_sentences(context, section, &write, 1);
}

/* What the figures tell of an effort, by its code. */
struct effort_part {
    const char *code;
    const char *name; /* when the code list no longer has the code */
    bool (*has)(const struct section_context *context);
    void (*add)(const struct section_context *context, struct section *section);
};

static const struct effort_part parts[] = {
    {"csr", "CSR", has_csr, add_csr},
    {"fundraising", "Fundraising", has_fundraising, add_fundraising},
    {"maalgruppe", "Bredere målgruppe", has_target_groups, add_target_groups},
    {"lokale_indkoeb", "Lokale indkøb", has_purchasing, add_purchasing},
    {"in_house", "In-house løsninger", has_in_house, add_in_house},
    {"proevehandlinger", "Prøvehandlinger", has_trials, add_trials},
    {"verdensmaal", "Verdensmål", has_un_goals, add_un_goals},
};
enum { PARTS = sizeof parts / sizeof *parts };

/* Of a period that has not begun nothing is known, so nothing is said. */
static bool has_part(const struct section_context *context, const struct effort_part *part)
{
    return !period_has_not_begun(context->figures, context->figures->report) && part->has(context);
}

static const struct effort_part *part_of(struct sv code)
{
    for (size_t i = 0; i < PARTS; i++)
        if (sv_is(code, parts[i].code))
            return &parts[i];
    return NULL;
}

/* "Status: gul." */
static void say_light(struct sentence s, const struct effort_status *status)
{
    struct cell light = effort_light_cell(s.context, status);
    light.strong = true;
    say(s, "Status: ");
    paragraph_add(s.context->document, s.paragraph, light);
    say(s, ".");
}

static void add_effort(const struct section_context *context, struct section *section, uint16_t effort)
{
    const struct effort_status *status = effort_status_of(context, effort);
    const struct effort_part *part =
        part_of(code_text(code_list(&context->data->codes, CODES_EFFORT), effort));
    const bool with_figures = part && has_part(context, part);
    if (!status && !with_figures)
        return;
    section_add_heading(context->document, section, 2, effort_name(context, effort));
    if (status) {
        say_light(sentence_in(context, section, PARAGRAPH_BODY), status);
        add_long_text(context, section, PARAGRAPH_BODY, status->text);
    }
    if (with_figures)
        part->add(context, section);
}

/* Figures of efforts that a code list of the unit's own does not name. */
static void add_unnamed_parts(const struct section_context *context, struct section *section)
{
    for (size_t i = 0; i < PARTS; i++) {
        if (code_of(&context->data->codes, CODES_EFFORT, parts[i].code) != CODE_NONE ||
            !parts[i].has(context))
            continue;
        section_add_heading(context->document, section, 2, sv_of(parts[i].name));
        parts[i].add(context, section);
    }
}

void section_efforts(const struct section_context *context, struct section *section)
{
    add_effort_statuses(context, section, "indsatser", "Indsatser");
    for (uint16_t i = 0; i < code_list(&context->data->codes, CODES_EFFORT)->count; i++)
        add_effort(context, section, i);
    add_unnamed_parts(context, section);
}

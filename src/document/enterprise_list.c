/*
 * The enterprises and initiatives by name: what opened, closed and is on the way, and the list of all that
 * are open.
 */
#include "sections.h"
#include "sentence.h"

#include <stdlib.h>

/* ---- What opened, closed and is on the way ---- */

static bool is_open(const struct section_context *context, const struct enterprise *enterprise)
{
    const day_number last = context->figures->periods[context->figures->report].last;
    return enterprise->start != DAY_NONE && enterprise->start <= last &&
           (enterprise->end == DAY_NONE || enterprise->end > last);
}

static bool is_opened(const struct section_context *context, const struct enterprise *enterprise)
{
    return period_holds(&context->figures->periods[context->figures->report], enterprise->start);
}

static bool is_closed(const struct section_context *context, const struct enterprise *enterprise)
{
    return period_holds(&context->figures->periods[context->figures->report], enterprise->end);
}

static bool is_coming(const struct section_context *context, const struct enterprise *enterprise)
{
    const uint16_t coming = code_of(&context->data->codes, CODES_ENTERPRISE_STATUS, "paa_vej");
    const day_number last = context->figures->periods[context->figures->report].last;
    return enterprise->status == coming && (enterprise->start == DAY_NONE || enterprise->start > last);
}

static void say_enterprise(struct sentence s, const struct enterprise *enterprise, const char *when,
                           day_number day, struct sv remark)
{
    const struct code_list *types = code_list(&s.context->data->codes, CODES_ENTERPRISE_TYPE);
    say_sv(s, enterprise->name);
    say(s, " (");
    say_sv(s, text_lowered(s.context->document->arena, code_name(types, enterprise->type)));
    if (enterprise->line_of_business.size) {
        say(s, ", ");
        say_sv(s, text_lowered(s.context->document->arena, enterprise->line_of_business));
    }
    say(s, ")");
    if (day != DAY_NONE) {
        say(s, when);
        say_value(s, ratio_whole(day), FORMAT_DATE);
    }
    if (remark.size) {
        say(s, ": ");
        say_sv(s, remark);
    }
}

enum change_kind { OPENED, CLOSED, COMING };

static bool belongs(const struct section_context *context, const struct enterprise *enterprise,
                    enum change_kind kind)
{
    switch (kind) {
    case OPENED:
        return is_opened(context, enterprise);
    case CLOSED:
        return is_closed(context, enterprise);
    case COMING:
        return is_coming(context, enterprise);
    }
    return false;
}

static void add_changes(const struct section_context *context, struct section *section, const char *heading,
                        enum change_kind kind)
{
    struct list *list = NULL;
    for (size_t i = 0; i < row_count(context->data, TABLE_ENTERPRISES); i++) {
        const struct enterprise *enterprise = &enterprises(context->data)[i];
        if (!belongs(context, enterprise, kind))
            continue;
        if (!list) {
            section_add_heading(context->document, section, 3, sv_of(heading));
            list = section_add_list(context->document, section);
        }
        const struct sentence s = {context, list_add_item(context->document, list)};
        say_enterprise(s, enterprise, kind == COMING ? ", ventes at begynde " : ", ",
                       kind == CLOSED ? enterprise->end : enterprise->start,
                       kind == CLOSED ? enterprise->closing_reason : (struct sv){0});
    }
}

/* ---- The list ---- */

enum list_columns { LIST_NAME, LIST_TYPE, LIST_TRADE, LIST_START, LIST_REGISTERED, LIST_LINES, LIST_COLUMNS };

/* Order of Danish letters: æ, ø, å after z, in that order; capitals as small letters. */
static int letter_order(const char *text, size_t *size)
{
    const unsigned char first = (unsigned char)text[0];
    *size = 1;
    if (first != 0xC3)
        return first >= 'A' && first <= 'Z' ? first - 'A' + 'a' : first;
    const unsigned char second = (unsigned char)text[1];
    *size = 2;
    if (second == 0x86 || second == 0xA6)
        return 'z' + 1;
    if (second == 0x98 || second == 0xB8)
        return 'z' + 2;
    if (second == 0x85 || second == 0xA5)
        return 'z' + 3;
    return 256 + second;
}

static int compare_danish(struct sv a, struct sv b)
{
    size_t i = 0, j = 0;
    while (i < a.size && j < b.size) {
        size_t size_a, size_b;
        const int order = letter_order(a.data + i, &size_a) - letter_order(b.data + j, &size_b);
        if (order)
            return order;
        i += size_a;
        j += size_b;
    }
    return (i < a.size) - (j < b.size);
}

struct listed {
    const struct enterprise *enterprise;
};

static int by_name(const void *a, const void *b)
{
    const struct listed *x = a;
    const struct listed *y = b;
    const int order = compare_danish(x->enterprise->name, y->enterprise->name);
    return order ? order : (x->enterprise->id > y->enterprise->id) - (x->enterprise->id < y->enterprise->id);
}

/* "social, lokal, økonomisk": the bottom lines that are stated as yes. */
static struct cell bottom_lines(const struct section_context *context, const struct enterprise *enterprise)
{
    struct sv lines[3];
    size_t count = 0;
    if (enterprise->bottom_line_social == YES)
        lines[count++] = sv_of("social");
    if (enterprise->bottom_line_local == YES)
        lines[count++] = sv_of("lokal");
    if (enterprise->bottom_line_economic == YES)
        lines[count++] = sv_of("økonomisk");
    if (!count)
        return cell_of_value(ratio_none(), FORMAT_TEXT);
    return cell_of_text(count == 3 ? sv_of("alle tre") : text_joined(context->document->arena, lines, count));
}

/* A date after the period's end is not yet known to the report. */
static day_number registered_by(const struct section_context *context, day_number day)
{
    return day != DAY_NONE && day <= context->figures->periods[context->figures->report].last ? day
                                                                                              : DAY_NONE;
}

static void add_list_row(const struct section_context *context, struct table *table,
                         const struct enterprise *enterprise)
{
    const struct code_list *types = code_list(&context->data->codes, CODES_ENTERPRISE_TYPE);
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[LIST_NAME] = cell_of_text(enterprise->name);
    row->cells[LIST_TYPE] = cell_of_text(code_name(types, enterprise->type));
    row->cells[LIST_TRADE] = enterprise->line_of_business.size ? cell_of_text(enterprise->line_of_business)
                                                               : cell_of_value(ratio_none(), FORMAT_TEXT);
    row->cells[LIST_START] = cell_of_day(enterprise->start);
    row->cells[LIST_REGISTERED] = cell_of_day(registered_by(context, enterprise->registered));
    row->cells[LIST_LINES] = bottom_lines(context, enterprise);
}

static struct sv list_title(const struct section_context *context)
{
    struct arena *arena = context->document->arena;
    const struct sv when = context->figures->preliminary
                               ? at_end_text(context)
                               : sv_format(arena, "ved udgangen af %d", report_year(context));
    return sv_format(arena, "Virksomheder og initiativer, der var åbne %.*s", SV_ARG(when));
}

static void add_list(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[LIST_COLUMNS] = {
        [LIST_NAME] = {.heading = SV("Navn")},
        [LIST_TYPE] = {.heading = SV("Type")},
        [LIST_TRADE] = {.heading = SV("Branche")},
        [LIST_START] = {.heading = SV("Begyndt"), .format = FORMAT_DATE},
        [LIST_REGISTERED] = {.heading = SV("Registreret"), .format = FORMAT_DATE},
        [LIST_LINES] = {.heading = SV("Bundlinjer")},
    };
    const size_t rows = row_count(context->data, TABLE_ENTERPRISES);
    struct listed *open = arena_array(context->document->arena, rows, sizeof *open);
    size_t count = 0;
    for (size_t i = 0; i < rows; i++)
        if (is_open(context, &enterprises(context->data)[i]))
            open[count++].enterprise = &enterprises(context->data)[i];
    if (count)
        qsort(open, count, sizeof *open, by_name);
    struct table *table = section_add_table(context->document, section, "virksomheder", "Virksomhederne",
                                            list_title(context), columns, LIST_COLUMNS);
    for (size_t i = 0; i < count; i++)
        add_list_row(context, table, open[i].enterprise);
    if (count)
        table->columns[LIST_REGISTERED].note = table_add_note(
            table, sv_of("Dato for optagelse i registeret over socialøkonomiske virksomheder."));
    table->source = source_of(context, 1u << TABLE_ENTERPRISES);
    table->empty = sv_of("Ingen virksomheder eller initiativer var åbne.");
}

void add_enterprise_list(const struct section_context *context, struct section *section)
{
    section_add_heading(context->document, section, 2, sv_of("Virksomhederne og initiativerne"));
    add_changes(context, section, "Åbnet i året", OPENED);
    add_changes(context, section, "Lukket i året", CLOSED);
    add_changes(context, section, "På vej", COMING);
    add_list(context, section);
}

#include "sections.h"
#include "sentence.h"
#include "series.h"
#include "text_da.h"

int report_year(const struct section_context *context)
{
    return context->figures->periods[context->figures->report].year;
}

bool is_half_yearly(const struct section_context *context)
{
    return context->figures->periods[context->figures->report].half != 0;
}

struct sv report_period_text(const struct section_context *context)
{
    return period_span(context, context->figures->report);
}

struct sv at_end_text(const struct section_context *context)
{
    return period_at_end(context, context->figures->report);
}

struct sv preliminary_note(const struct section_context *context)
{
    const struct figures *figures = context->figures;
    struct arena *arena = context->document->arena;
    struct buffer buffer = buffer_in(arena);
    if (!figures->preliminary)
        return (struct sv){0};
    buffer_add(&buffer, period_title(arena, &figures->periods[figures->report]));
    if (report_is_cut_short(figures)) {
        buffer_add_text(&buffer, " er talt til og med ");
        danish_date(&buffer, figures->judged_at);
    } else {
        buffer_add_text(&buffer, " var ikke begyndt, da data blev trukket");
    }
    buffer_add_text(&buffer, ".");
    return buffer_view(&buffer);
}

/* A year follows the place as it is, "Slagelse Kommune 2024"; longer words after a comma. */
static const char *between(struct sv place, struct sv when)
{
    const bool is_year = when.size && when.data[when.size - 1] >= '0' && sv_find(when, ' ') == SIZE_MAX;
    return place.size == 0 ? "" : is_year ? " " : ", ";
}

static struct sv title_of(const struct section_context *context, const char *what, struct sv where,
                          struct sv when)
{
    return sv_format(context->document->arena, "%s, %.*s%s%.*s", what, SV_ARG(where), between(where, when),
                     SV_ARG(when));
}

static struct sv years_text(const struct section_context *context)
{
    const struct years years = report_series(context->figures);
    return series_span(context->document->arena, context->figures, &years);
}

struct sv table_title_in(const struct section_context *context, const char *what, uint16_t period)
{
    return title_of(context, what, context->document->cover.municipality, period_span(context, period));
}

struct sv table_title(const struct section_context *context, const char *what)
{
    return table_title_in(context, what, context->figures->report);
}

struct sv table_title_over_years(const struct section_context *context, const char *what)
{
    return title_of(context, what, context->document->cover.municipality, years_text(context));
}

struct sv chart_title_in(const struct section_context *context, const char *what, uint16_t period)
{
    return title_of(context, what, (struct sv){0}, period_span(context, period));
}

struct sv chart_title(const struct section_context *context, const char *what)
{
    return chart_title_in(context, what, context->figures->report);
}

struct sv chart_title_over_years(const struct section_context *context, const char *what)
{
    return title_of(context, what, (struct sv){0}, years_text(context));
}

void add_reservation(const struct section_context *context, struct section *section)
{
    if (!context->figures->preliminary)
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_NOTE);
    say(s, "Rapporten er foreløbig: Data er trukket den ");
    say_value(s, ratio_whole(context->data->settings.extract_date), FORMAT_DATE);
    if (!report_is_cut_short(context->figures)) {
        say(s, ", før ");
        say(s, report_period_noun(context));
        say(s, " begyndte.");
        return;
    }
    say(s, ", før ");
    say(s, report_period_noun(context));
    say(s, " var omme. Alt er talt og bedømt, som om ");
    say(s, report_period_noun(context));
    say(s, is_half_yearly(context)
               ? " sluttede den dag, så tallene kan ikke holdes op mod hele halvåret et år før."
               : " sluttede den dag, så tallene kan ikke holdes op mod hele året før.");
}

bool column_has_numbers(const struct table *table, uint16_t column)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].cells[column].value.num != 0)
            return true;
    return false;
}

enum { SOURCES_NAMED = 3 };

static size_t files_of(const struct data_set *data, enum table_id table)
{
    size_t count = 0;
    for (size_t i = 0; i < data->file_count; i++)
        count += data->files[i].is_table && data->files[i].table == table;
    return count;
}

static void add_separated(struct buffer *buffer, struct sv text)
{
    if (buffer->size)
        buffer_add_text(buffer, ", ");
    buffer_add(buffer, text);
}

static void add_files(struct buffer *buffer, const struct data_set *data, enum table_id table)
{
    const size_t count = files_of(data, table);
    if (count > SOURCES_NAMED) {
        add_separated(buffer, sv_of(table_schema(table)->name));
        buffer_format(buffer, "-*.csv (%zu filer)", count);
        return;
    }
    for (size_t i = 0; i < data->file_count; i++)
        if (data->files[i].is_table && data->files[i].table == table)
            add_separated(buffer, data->files[i].name);
}

static size_t tables_in(unsigned tables)
{
    size_t count = 0;
    for (; tables; tables >>= 1)
        count += tables & 1;
    return count;
}

struct sv source_of(const struct section_context *context, unsigned tables)
{
    struct buffer buffer = buffer_in(context->document->arena);
    const bool name_them = tables_in(tables) <= SOURCES_NAMED;
    if (!name_them)
        buffer_add_text(&buffer, "datamappens filer, se »Metode og data«");
    for (int table = 0; name_them && table < TABLES; table++)
        if (tables & (1u << table))
            add_files(&buffer, context->data, (enum table_id)table);
    if (context->data->settings.extract_date != DAY_NONE) {
        buffer_add_text(&buffer, buffer.size ? "; udtræk af " : "Udtræk af ");
        danish_date(&buffer, context->data->settings.extract_date);
    }
    if (!buffer.size)
        buffer_add_text(&buffer, "datamappens filer");
    return buffer_view(&buffer);
}

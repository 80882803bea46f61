/*
 * Method and data: the date of the data, how complete it is, how each figure is counted, and the law.
 */
#include "effect_report.h"
#include "narrative_text.h"
#include "sections.h"
#include "sentence.h"
#include "text_da.h"

/* ---- The data ---- */

static uint64_t rows_left_out(const struct data_set *data)
{
    uint64_t count = 0;
    for (size_t i = 0; i < data->file_count; i++)
        count += data->files[i].left_out;
    return count;
}

static void add_data(const struct section_context *context, struct section *section)
{
    const struct settings *settings = &context->data->settings;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    if (settings->extract_date != DAY_NONE) {
        say(s, "Rapporten bygger på udtræk af ");
        say_value(s, ratio_whole(settings->extract_date), FORMAT_DATE);
        say(s, ". ");
    } else {
        say(s, "Datoen for udtrækket er ikke oplyst. ");
    }
    const day_number latest = data_latest_date(context->data);
    if (latest != DAY_NONE) {
        say(s, "Den seneste hændelse i data er fra ");
        say_value(s, ratio_whole(latest), FORMAT_DATE);
        say(s, ". ");
    }
    say(s, "Tallene er opgjort efter den dag, noget skete, ikke efter den dag, det blev registreret. "
           "Oplysninger, "
           "der bliver rettet senere, kan derfor ændre tallene, når rapporten dannes igen.");
}

/* Rows that are read without an error; a calculation as of a day does not use all of them. */
static void say_all_rows(struct sentence s)
{
    if (s.context->request->kind != REPORT_EFFECT) {
        say(s, "Alle rækker i filerne er talt med, undtagen de tomme.");
        return;
    }
    say(s, "Alle rækker i filerne er læst, undtagen de tomme.");
    say_rows_used(s);
}

void add_rows_left_out(const struct section_context *context, struct section *section)
{
    const uint64_t left_out = rows_left_out(context->data);
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    if (!left_out) {
        say_all_rows(s);
        return;
    }
    say_number(s, ratio_whole((int64_t)left_out), NOUN_ROW);
    say(s, left_out == 1
               ? " har fejl og er udeladt. Den indgår ikke i noget tal i rapporten; listen over fejl "
                 "viser, hvad der skal rettes."
               : " har fejl og er udeladt. De indgår ikke i noget tal i rapporten; listen over fejl "
                 "viser, hvad der skal rettes.");
    if (context->request->kind == REPORT_EFFECT)
        say_rows_used(s);
}

enum file_columns { FILE_NAME, FILE_ROWS, FILE_COUNTED, FILE_LEFT_OUT, FILE_EMPTY, FILE_COLUMNS };

static void add_file_row(const struct section_context *context, struct table *table,
                         const struct input_file *file)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    const uint64_t counts[FILE_COLUMNS] = {
        [FILE_ROWS] = file->rows,
        [FILE_COUNTED] = file->counted,
        [FILE_LEFT_OUT] = file->left_out,
        [FILE_EMPTY] = file->empty,
    };
    row->cells[FILE_NAME] = cell_of_text(file->name);
    for (int i = FILE_ROWS; i < FILE_COLUMNS; i++)
        row->cells[i] = cell_of_value(ratio_whole((int64_t)counts[i]), FORMAT_COUNT);
}

static void add_sums(const struct section_context *context, struct table *table, uint16_t first)
{
    const size_t rows = table->row_count;
    struct table_row *total = table_add_row(context->document, table, ROW_TOTAL);
    total->cells[0] = cell_of_text(sv_of("I alt"));
    for (uint16_t column = first; column < table->column_count; column++) {
        struct ratio sum = ratio_whole(0);
        for (size_t i = 0; i < rows; i++)
            sum = ratio_add(sum, table->rows[i].cells[column].value);
        total->cells[column] = cell_of_value(sum, FORMAT_COUNT);
        total->cells[column].derivation.kind = DERIVED_SUM_ABOVE;
    }
}

static void add_files(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[FILE_COLUMNS] = {
        [FILE_NAME] = {.heading = SV("Fil")},
        [FILE_ROWS] = {.heading = SV("Rækker"), .format = FORMAT_COUNT},
        [FILE_COUNTED] = {.heading = SV("Talt med"), .format = FORMAT_COUNT},
        [FILE_LEFT_OUT] = {.heading = SV("Udeladt"), .format = FORMAT_COUNT},
        [FILE_EMPTY] = {.heading = SV("Tomme"), .format = FORMAT_COUNT},
    };
    struct table *table =
        section_add_table(context->document, section, "filer", "Filer",
                          sv_of("Filerne i datamappen og deres rækker"), columns, FILE_COLUMNS);
    for (size_t i = 0; i < context->data->file_count; i++)
        if (context->data->files[i].is_table)
            add_file_row(context, table, &context->data->files[i]);
    if (table->row_count)
        add_sums(context, table, FILE_ROWS);
    if (context->request->kind == REPORT_EFFECT)
        table->columns[FILE_COUNTED].note = table_add_note(
            table, sv_of("Rækker, der er læst uden fejl. Beregningen bruger ikke det, der er sket efter "
                         "opgørelsesdatoen."));
    table->empty = sv_of("Der er ingen tabeller i datamappen.");
    table->source = sv_of("datamappen");
}

void add_data_account(const struct section_context *context, struct section *section)
{
    add_data(context, section);
    add_rows_left_out(context, section);
}

/* ---- Findings ---- */

/* The kind's sentence without the details of a single finding: "»…« er ikke et tal." */
static struct sv general_text(struct arena *arena, const char *text)
{
    struct buffer buffer = buffer_in(arena);
    for (const char *c = text; *c; c++) {
        const bool mark = c[0] == '{' && c[1] && c[2] == '}';
        if (mark) {
            buffer_add_text(&buffer, "…");
            c += 2;
        } else {
            buffer_add_byte(&buffer, *c);
        }
    }
    return buffer_view(&buffer);
}

/* What is said of the run as a whole is said in full where it is said once. */
static struct sv text_of_kind(const struct section_context *context, enum diag_code code)
{
    struct arena *arena = context->document->arena;
    const struct diag *diag = context->diag;
    const bool in_full = diag_kind(code)->scope == DIAG_RUN && diag->per_code[code] == 1;
    for (size_t i = 0; in_full && i < diag->count; i++)
        if (diag->findings[i].code == code && !diag->findings[i].value.size)
            return finding_text(arena, &diag->findings[i]);
    return general_text(arena, diag_kind(code)->text);
}

enum kind_columns { KIND_CODE, KIND_LEVEL, KIND_TEXT, KIND_COUNT, KIND_COLUMNS };

static void add_kind_row(const struct section_context *context, struct table *table, enum diag_code code)
{
    const struct diag_kind *kind = diag_kind(code);
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[KIND_CODE] = cell_of_text(sv_of(kind->code));
    row->cells[KIND_LEVEL] = cell_of_text(sv_of(diag_level_name(kind->level)));
    row->cells[KIND_TEXT] = cell_of_text(text_of_kind(context, code));
    row->cells[KIND_COUNT] = cell_of_value(ratio_whole((int64_t)context->diag->per_code[code]), FORMAT_COUNT);
}

static void add_findings(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[KIND_COLUMNS] = {
        [KIND_CODE] = {.heading = SV("Kode")},
        [KIND_LEVEL] = {.heading = SV("Niveau")},
        [KIND_TEXT] = {.heading = SV("Hvad der er fundet")},
        [KIND_COUNT] = {.heading = SV("Antal"), .format = FORMAT_COUNT},
    };
    struct table *table =
        section_add_table(context->document, section, "fund", "Fund i data",
                          sv_of("Fejl, advarsler og bemærkninger til data"), columns, KIND_COLUMNS);
    for (int code = 0; code < DIAG_CODES; code++)
        if (context->diag->per_code[code] && code != DIAG_TEXT_MISSING) /* which is not about the data */
            add_kind_row(context, table, (enum diag_code)code);
    if (table->row_count)
        table->title_note = table_add_note(
            table,
            sv_of("Tabellen tæller, hvad kontrollen af data fandt. Kapitler uden tekst og tegn, som skriften "
                  "ikke har, er ikke talt med her; de står i koersel.json."));
    table->empty =
        sv_of("Kontrollen af data gav ingen fejl, advarsler eller bemærkninger. Kapitler uden tekst "
              "er ikke talt med her; de står i koersel.json.");
    table->source = sv_of("kontrollen af datamappen");
}

void add_files_and_findings(const struct section_context *context, struct section *section)
{
    add_files(context, section);
    add_findings(context, section);
}

/* ---- How each figure is counted ---- */

enum how_columns { HOW_NAME, HOW_TEXT, HOW_KEY, HOW_COLUMNS };

static void add_how_row(const struct section_context *context, struct table *table, enum figure_id id)
{
    const struct figure_kind *kind = figure_kind(id);
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[HOW_NAME] = cell_of_text(sv_of(kind->name));
    row->cells[HOW_TEXT] = cell_of_text(sv_of(kind->how));
    row->cells[HOW_KEY] =
        cell_of_text(figure_is_of_goal(id) ? sv_format(context->document->arena, "maal.<id>.%s", kind->key)
                                           : sv_of(kind->key));
}

/* " fra 1. januar til 31. december 2024, begge dage medregnet" */
static void add_days(struct buffer *buffer, const struct period *period)
{
    const struct period whole = period_of(period->year, period->half);
    buffer_format(buffer, "1.\u00A0%s til ", danish_month(day_to_date(whole.first).month));
    danish_date(buffer, whole.last);
    buffer_add_text(buffer, ", begge dage medregnet");
}

/* The courses are those of the year before; what is counted over all years ends with the cut-off day. */
static void add_evaluation_period(struct buffer *buffer, const struct figures *figures)
{
    buffer_add_text(buffer, "»Perioden« er for forløb året før evalueringen, ");
    add_days(buffer, &figures->periods[figures->previous]);
    buffer_add_text(buffer, ". Tal, der er gjort op i alt, går til og med skæringsdagen, ");
    danish_date(buffer, figures->judged_at);
    buffer_add_text(buffer, ".");
}

static void add_report_period(struct buffer *buffer, const struct figures *figures)
{
    const struct period *period = &figures->periods[figures->report];
    buffer_add_text(buffer,
                    period->half ? "»Perioden« er rapportens halvår, " : "»Perioden« er rapportens år, ");
    add_days(buffer, period);
    buffer_add_text(buffer, ".");
}

static struct sv period_note(const struct section_context *context)
{
    struct buffer buffer = buffer_in(context->document->arena);
    switch (context->request->kind) {
    case REPORT_YEAR:
    case REPORT_HALF_YEAR:
        add_report_period(&buffer, context->figures);
        break;
    case REPORT_EVALUATION:
        add_evaluation_period(&buffer, context->figures);
        break;
    case REPORT_EFFECT:
        buffer_add_text(&buffer,
                        "Alt er set, som det var på opgørelsesdatoen. Måneder er talt fra hvert forløbs "
                        "egen start.");
        break;
    case REPORT_SURVEY:
        buffer_add_text(&buffer, "Perioden er en runde af spørgsmål eller tom: alle runder.");
        break;
    }
    if (!context->figures->preliminary)
        return buffer_view(&buffer);
    buffer_add_text(&buffer, " Rapporten er foreløbig: Alt er talt, som om perioden sluttede, da data blev "
                             "trukket den ");
    danish_date(&buffer, context->data->settings.extract_date);
    buffer_add_text(&buffer, "; det, der er planlagt til senere, er ikke med.");
    return buffer_view(&buffer);
}

/* Figures that are counted from a table which a data folder need not have; they are 0 without it. */
struct optional_figures {
    enum figure_id first;
    enum figure_id last;
    enum table_id table;
};

static const struct optional_figures optional[] = {
    {FIGURE_APPLICATIONS_SENT, FIGURE_DONORS_AGAIN, TABLE_APPLICATIONS},
    {FIGURE_TRIALS_STARTED, FIGURE_TRIALS_UN_GOAL, TABLE_TRIALS},
    {FIGURE_PURCHASES_AMOUNT, FIGURE_PURCHASES_RESERVED, TABLE_PURCHASES},
};

static bool has_table(const struct data_set *data, enum figure_id id)
{
    for (size_t i = 0; i < sizeof optional / sizeof *optional; i++)
        if (id >= optional[i].first && id <= optional[i].last)
            return data->tables[optional[i].table].present;
    return true;
}

void add_counting_of_figures(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[HOW_COLUMNS] = {
        [HOW_NAME] = {.heading = SV("Nøgletal")},
        [HOW_TEXT] = {.heading = SV("Sådan er det talt")},
        [HOW_KEY] = {.heading = SV("Navn i nøgletalsfilen")},
    };
    struct table *table = section_add_table(context->document, section, "metode", "Sådan er tallene talt",
                                            sv_of("Sådan er hvert nøgletal talt"), columns, HOW_COLUMNS);
    /* Only figures that the report has: those of files that are not there would make a long table longer. */
    for (int id = 0; id < FIGURES; id++)
        if (figures_have(context->figures, (enum figure_id)id) &&
            has_table(context->data, (enum figure_id)id))
            add_how_row(context, table, (enum figure_id)id);
    table->title_note = table_add_note(table, period_note(context));
    table->empty = sv_of("Der er ingen nøgletal i rapporten.");
    table->source = sv_of("programmets tabel over nøgletal");
}

/* ---- Law and references (strategy 2022–2025, "Hjemmel og referencer") ---- */

static void add_item(const struct section_context *context, struct list *list, struct sv text)
{
    paragraph_add_sv(context->document, list_add_item(context->document, list), text);
}

void add_law(const struct section_context *context, struct section *section)
{
    static const char *const laws[] = {
        "Lov om registrerede socialøkonomiske virksomheder, lov nr. 711 af 25.\u00A0juni 2014",
        "Lov om en aktiv beskæftigelsesindsats, som senest bekendtgjort",
        "Lov om social service (serviceloven)",
        "Førtidspensions- og fleksjobreformen",
        "Udbudsloven § 54 om reserverede kontrakter (mindst 30 % af de ansatte fra kanten)",
        "Udbudsloven § 190 om reserverede kontrakter under light-regimet",
    };
    struct list *list = section_add_list(context->document, section);
    for (size_t i = 0; i < sizeof laws / sizeof *laws; i++)
        add_item(context, list, sv_of(laws[i]));
    if (context->figures->strategy)
        add_item(context, list, context->figures->strategy->name);
}

/* What the report's form follows, and the strategies of other years: add_law has named the year's own. */
static void add_references(const struct section_context *context, struct section *section)
{
    const struct settings *settings = &context->data->settings;
    struct list *list = section_add_list(context->document, section);
    add_item(
        context, list,
        sv_of("Lov om tilgængelighed af offentlige organers websteder og mobilapplikationer, lov nr. 692 "
              "af 8.\u00A0juni 2018 (rapportens form)"));
    for (size_t i = 0; i < settings->strategy_count; i++)
        if (&settings->strategies[i] != context->figures->strategy)
            add_item(context, list, settings->strategies[i].name);
}

void section_method(const struct section_context *context, struct section *section)
{
    add_narrative(context, section, "metode");
    section_add_heading(context->document, section, 2, sv_of("Data"));
    add_data_account(context, section);
    add_files_and_findings(context, section);
    section_add_heading(context->document, section, 2, sv_of("Sådan er tallene opgjort"));
    add_counting_of_figures(context, section);
    section_add_heading(context->document, section, 2, sv_of("Hjemmel"));
    add_law(context, section);
    section_add_heading(context->document, section, 2, sv_of("Referencer"));
    add_references(context, section);
}

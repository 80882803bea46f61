#include "side_by_side.h"

#include "describe_chart.h"
#include "evaluation_table.h"
#include "municipalities.h"
#include "sentence.h"
#include "side_by_side_numbers.h"
#include "text_da.h"

#include <stdlib.h>

static const char *id_with(const struct comparison_view *view, const char *before, const char *id)
{
    return sv_text(view->document->arena, sv_format(view->document->arena, "%s%s", before, id));
}

/* ---- Cells ---- */

static struct cell count_cell(struct ratio value)
{
    return cell_of_value(value, FORMAT_COUNT);
}

static struct cell result_cell(const struct measure *measure, const struct municipality_numbers *standing,
                               uint16_t part, uint16_t whole)
{
    struct cell cell =
        cell_of_value(standing->value, measure_is_share(measure) ? FORMAT_SHARE : FORMAT_DECIMAL);
    if (measure_is_share(measure) && ratio_has_value(standing->whole))
        cell.base = standing->whole.num;
    cell.derivation = (struct derivation){
        .kind = measure_is_share(measure) ? DERIVED_QUOTIENT : DERIVED_PER_10000,
        .a = part,
        .b = whole,
    };
    return cell;
}

static struct sv source_text(const struct comparison_view *view)
{
    return sv_format(view->document->arena, "noegletal-%.*s.csv fra kommunernes egne rapporter",
                     SV_ARG(period_name(&view->request->period)));
}

/* ---- The ranking of one measure ---- */

enum rank_columns { RANK_NAME, RANK_PLACE, RANK_PART, RANK_WHOLE, RANK_RESULT, RANK_COLUMNS };

static struct table *rank_table(const struct comparison_view *view, struct section *section,
                                const struct measure *measure)
{
    const struct table_column columns[RANK_COLUMNS] = {
        [RANK_NAME] = {.heading = SV("Kommune")},
        [RANK_PLACE] = {.heading = SV("Plads"), .format = FORMAT_NUMBERING},
        [RANK_PART] = {.heading = sv_of(measure->part_heading), .format = FORMAT_COUNT},
        [RANK_WHOLE] = {.heading = sv_of(measure->whole_heading), .format = FORMAT_COUNT},
        [RANK_RESULT] = {.heading = sv_of(measure->result_heading),
                         .format = measure_is_share(measure) ? FORMAT_SHARE : FORMAT_DECIMAL},
    };
    const struct sv title = sv_format(view->document->arena, "Kommunerne efter %.*s, %.*s",
                                      SV_ARG(text_lowered(view->document->arena, sv_of(measure->title))),
                                      SV_ARG(period_title(view->document->arena, &view->request->period)));
    return section_add_table(view->document, section, measure->id, measure->sheet, title, columns,
                             RANK_COLUMNS);
}

static void mark_few(const struct measure *measure, struct table *table, struct table_row *row,
                     const struct municipality_numbers *standing)
{
    if (!standing_is_of_few(measure, standing))
        return;
    if (!table->note_count)
        table_add_note(table, sv_of("Færre end 20 afsluttede forløb: andelen kan skyldes tilfældigheder."));
    row->note = 1;
}

static void add_rank_row(const struct comparison_view *view, const struct measure *measure,
                         struct table *table, const struct municipality_numbers *standing, size_t place)
{
    struct table_row *row = table_add_row(view->document, table, ROW_BODY);
    row->cells[RANK_NAME] = cell_of_text(standing->name);
    row->cells[RANK_PLACE] = cell_of_value(
        ratio_has_value(standing->value) ? ratio_whole((int64_t)place) : ratio_none(), FORMAT_NUMBERING);
    row->cells[RANK_PART] = count_cell(standing->part);
    row->cells[RANK_WHOLE] = count_cell(standing->whole);
    row->cells[RANK_RESULT] = result_cell(measure, standing, RANK_PART, RANK_WHOLE);
    mark_few(measure, table, row, standing);
}

/* The sum of a column; no value when one of its rows has none: it would be a sum of some. */
static struct cell sum_of(const struct table *table, uint16_t column)
{
    struct ratio sum = ratio_whole(0);
    for (size_t i = 0; i < table->row_count && ratio_has_value(sum); i++)
        sum = ratio_add(sum, table->rows[i].cells[column].value);
    struct cell cell = count_cell(sum);
    if (ratio_has_value(sum))
        cell.derivation.kind = DERIVED_SUM_ABOVE;
    return cell;
}

static void add_rank_total(const struct comparison_view *view, const struct measure *measure,
                           struct table *table)
{
    const struct cell part = sum_of(table, RANK_PART);
    const struct cell whole = sum_of(table, RANK_WHOLE);
    const struct municipality_numbers all = {
        .part = part.value,
        .whole = whole.value,
        .value = measure_value(measure, part.value, whole.value),
    };
    if (table->row_count < 2)
        return;
    struct table_row *row = table_add_row(view->document, table, ROW_TOTAL);
    row->cells[RANK_NAME] = cell_of_text(sv_of("Alle"));
    row->cells[RANK_PART] = part;
    row->cells[RANK_WHOLE] = whole;
    row->cells[RANK_RESULT] = result_cell(measure, &all, RANK_PART, RANK_WHOLE);
}

static bool has_results(const struct comparison_view *view, const struct municipality_numbers *standings)
{
    return view->shown_count && ratio_has_value(standings[0].value);
}

static void add_chart(const struct comparison_view *view, struct section *section,
                      const struct measure *measure, const struct table *table)
{
    if (table->row_count < 2)
        return;
    struct chart *chart = section_add_chart(view->document, section, id_with(view, "figur_", measure->id),
                                            sv_of(measure->title), CHART_BARS, table);
    chart->axis = sv_of(measure->result_heading);
    chart_draw_column(chart, RANK_RESULT, SERIES_PLAIN);
    chart->alt = chart_description(view->document->arena, chart);
}

static void add_measure(const struct comparison_view *view, const struct measure *measure)
{
    const struct municipality_numbers *standings = municipalities_ranked(view, measure);
    struct section *section =
        document_add_section(view->document, id_with(view, "kapitel_", measure->id), sv_of(measure->title));
    struct table *table = rank_table(view, section, measure);
    size_t place = 1;
    for (size_t i = 0; i < view->shown_count; i++) {
        const bool tied = i && ratio_has_value(standings[i].value) &&
                          ratio_compare(standings[i].value, standings[i - 1].value) == 0;
        place = tied ? place : i + 1;
        add_rank_row(view, measure, table, &standings[i], place);
    }
    add_rank_total(view, measure, table);
    table->source = source_text(view);
    if (has_results(view, standings))
        add_chart(view, section, measure, table);
}

/* ---- The overview ---- */

enum { OVERVIEW_COLUMNS = 3 + 2 * MEASURES_MAX };

static struct cell region_cell(const struct municipality_result *result)
{
    const struct danish_municipality *known = municipality_find(result->name, result->code);
    return known ? cell_of_text(sv_of(known->region)) : (struct cell){.kind = CELL_EMPTY};
}

static bool has_regions(const struct comparison_view *view)
{
    for (size_t i = 0; i < view->shown_count; i++)
        if (municipality_find(view->shown[i].name, view->shown[i].code))
            return true;
    return false;
}

/* A share with what it is of; the live formulas stand in each measure's own chapter. */
static struct cell *add_measured(const struct measure *measure, const struct municipality_numbers *numbers,
                                 struct cell *cell)
{
    if (measure_is_share(measure))
        *cell++ = count_cell(numbers->whole);
    *cell = result_cell(measure, numbers, 0, 0);
    cell->derivation = (struct derivation){.kind = DERIVED_NOT};
    return cell + 1;
}

static void add_overview_row(const struct comparison_view *view, struct table *table,
                             const struct municipality_result *result, bool regions)
{
    struct table_row *row = table_add_row(view->document, table, ROW_BODY);
    struct cell *cell = row->cells;
    *cell++ = cell_of_text(municipality_name(view, result));
    if (regions)
        *cell++ = region_cell(result);
    *cell++ = count_cell(municipality_inhabitants(result));
    for (size_t i = 0; i < view->measure_count; i++) {
        const struct municipality_numbers numbers = municipality_standing(view, &view->measures[i], result);
        cell = add_measured(&view->measures[i], &numbers, cell);
        mark_few(&view->measures[i], table, row, &numbers);
    }
}

static size_t overview_columns(const struct comparison_view *view, bool regions, struct table_column *columns)
{
    size_t count = 0;
    columns[count++] = (struct table_column){.heading = SV("Kommune")};
    if (regions)
        columns[count++] = (struct table_column){.heading = SV("Region")};
    columns[count++] = (struct table_column){.heading = SV("Indbyggere"), .format = FORMAT_COUNT};
    for (size_t i = 0; i < view->measure_count; i++) {
        const struct measure *measure = &view->measures[i];
        const bool share = measure_is_share(measure);
        if (share)
            columns[count++] =
                (struct table_column){.heading = sv_of(measure->whole_heading), .format = FORMAT_COUNT};
        columns[count++] = (struct table_column){
            .heading = sv_of(measure->result_heading),
            .format = share ? FORMAT_SHARE : FORMAT_DECIMAL,
        };
    }
    return count;
}

static void add_overview(const struct comparison_view *view, struct section *section)
{
    struct arena *arena = view->document->arena;
    const bool regions = has_regions(view);
    struct table_column columns[OVERVIEW_COLUMNS];
    const size_t count = overview_columns(view, regions, columns);
    const struct sv when = period_title(arena, &view->request->period);
    struct table *table =
        section_add_table(view->document, section, "overblik", "Overblik",
                          sv_format(arena, "Kommunerne side om side, %.*s", SV_ARG(when)), columns, count);
    for (size_t i = 0; i < view->shown_count; i++)
        add_overview_row(view, table, &view->shown[i], regions);
    table->source = source_text(view);
}

/* ---- The answers of the evaluation ---- */

enum { QUESTIONS_MAX = 8 };

static void add_answers_row(const struct comparison_view *view, struct table *table,
                            const struct code_list *questions, const struct municipality_result *result)
{
    const uint16_t answers_column = (uint16_t)(table->column_count - 1);
    struct table_row *row = table_add_row(view->document, table, ROW_BODY);
    struct ratio most = ratio_whole(0);
    row->cells[0] = cell_of_text(municipality_name(view, result));
    for (uint16_t i = 1; i < answers_column; i++) {
        const struct sv code = questions->codes[i - 1].code;
        const struct ratio count = municipality_printed(view, result, FIGURE_EVALUATION_COUNT, code);
        row->cells[i] =
            cell_of_value(municipality_printed(view, result, FIGURE_EVALUATION_ANSWER, code), FORMAT_DECIMAL);
        if (ratio_has_value(count) && ratio_compare(count, most) > 0)
            most = count;
    }
    row->cells[answers_column] = count_cell(most);
}

/* What the columns' words stand for, and what the number of answers is of. */
static void note_questions(const struct comparison_view *view, struct table *table,
                           const struct code_list *questions, size_t count)
{
    struct buffer note = buffer_in(view->document->arena);
    buffer_add_text(&note, "Kolonnerne er spørgsmålene:");
    for (size_t i = 0; i < count; i++) {
        const struct code *question = &questions->codes[i];
        const struct sv word = question_word(view->document->arena, question->code, i + 1);
        buffer_format(&note, "%s %.*s: %.*s", i ? ";" : "", SV_ARG(word), SV_ARG(question->name));
    }
    buffer_add_text(&note, ". »Svar, højst« er antallet af svar på det spørgsmål, flest har svaret på.");
    table->title_note = table_add_note(table, buffer_view(&note));
}

static void add_answers(const struct comparison_view *view)
{
    struct arena *arena = view->document->arena;
    const struct code_list *questions = code_list(view->request->codes, CODES_EVALUATION_QUESTION);
    const size_t count = questions->count < QUESTIONS_MAX ? questions->count : QUESTIONS_MAX;
    struct table_column columns[QUESTIONS_MAX + 2] = {{.heading = SV("Kommune")}};
    for (size_t i = 0; i < count; i++)
        columns[i + 1] = (struct table_column){
            .heading = question_word(arena, questions->codes[i].code, i + 1),
            .format = FORMAT_DECIMAL,
        };
    columns[count + 1] = (struct table_column){.heading = SV("Svar, højst"), .format = FORMAT_COUNT};
    struct section *section =
        document_add_section(view->document, "kapitel_svar", sv_of("Svarene på de otte spørgsmål"));
    struct table *table = section_add_table(
        view->document, section, "svar", "Svar",
        sv_format(arena, "Gennemsnit af svarene fra 1, slet ikke, til 5, i høj grad, evalueringen %d",
                  view->request->period.year),
        columns, count + 2);
    for (size_t i = 0; i < view->shown_count; i++)
        add_answers_row(view, table, questions, &view->shown[i]);
    note_questions(view, table, questions, count);
    table->source = source_text(view);
}

/* ---- What it shows, in words ---- */

/* Those that stand first together; those of few rows are not told of. Returns how many are known at all. */
static size_t gather_highest(const struct measure *measure, const struct municipality_numbers *standings,
                             size_t count, struct sv *names, size_t *highest,
                             const struct municipality_numbers **first)
{
    size_t known = 0;
    *highest = 0;
    for (size_t i = 0; i < count; i++) {
        if (!ratio_has_value(standings[i].value) || standing_is_of_few(measure, &standings[i]))
            continue;
        if (!known++)
            *first = &standings[i];
        if (ratio_compare(standings[i].value, (*first)->value) == 0)
            names[(*highest)++] = standings[i].name;
    }
    return known;
}

static bool has_some_of_few(const struct comparison_view *view, const struct measure *measure)
{
    for (size_t i = 0; i < view->shown_count; i++) {
        const struct municipality_numbers numbers = municipality_standing(view, measure, &view->shown[i]);
        if (standing_is_of_few(measure, &numbers) && ratio_has_value(numbers.value))
            return true;
    }
    return false;
}

static void say_highest(const struct comparison_view *view, struct section *section,
                        const struct measure *measure)
{
    struct arena *arena = view->document->arena;
    const struct municipality_numbers *first = NULL;
    struct sv *names = arena_array(arena, view->shown_count, sizeof *names);
    size_t highest;
    if (gather_highest(measure, municipalities_ranked(view, measure), view->shown_count, names, &highest,
                       &first) < 2)
        return;
    const struct sentence s = sentence_in(&view->context, section, PARAGRAPH_BODY);
    struct cell value = result_cell(measure, first, 0, 0);
    value.derivation = (struct derivation){.kind = DERIVED_NOT};
    say(s, has_some_of_few(view, measure) ? measure->highest_of_many : measure->highest);
    say_sv(s, text_joined(arena, names, highest));
    say(s, ": ");
    paragraph_add(view->document, s.paragraph, value);
    if (measure_is_share(measure) && highest == 1) {
        say(s, " af ");
        say_number(s, first->whole, NOUN_COURSE);
    }
    say(s, ".");
}

static void say_extent(const struct comparison_view *view, struct section *section)
{
    const struct side_by_side *request = view->request;
    const struct sentence s = sentence_in(&view->context, section, PARAGRAPH_LEAD);
    say(s, view->shown_count == 1 ? "Der er skrevet rapport for " : "Der er skrevet rapporter for ");
    say_value(s, ratio_whole((int64_t)view->shown_count), FORMAT_COUNT);
    say(s, view->shown_count == 1 ? " kommune" : " kommuner");
    if (request->count > view->shown_count) {
        say(s, " ud af ");
        say_value(s, ratio_whole((int64_t)request->count), FORMAT_COUNT);
        say(s, "; de øvrige står sidst i kapitlet");
    }
    say(s, ". Tallene er dem, kommunernes egne rapporter viser for ");
    say_sv(s, period_phrase(view->document->arena, &request->period));
    say(s, ".");
}

/* ---- Those without a report ---- */

static void add_missing(const struct comparison_view *view, struct section *section)
{
    static const struct table_column columns[] = {
        {.heading = SV("Kommune")}, {.heading = SV("Mappe")}, {.heading = SV("Hvorfor")}};
    const struct side_by_side *request = view->request;
    if (view->shown_count == request->count)
        return;
    struct table *table =
        section_add_table(view->document, section, "mangler", "Uden rapport", sv_of("Kommuner uden rapport"),
                          columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < request->count; i++) {
        const struct municipality_result *result = &request->results[i];
        if (result->figures)
            continue;
        struct table_row *row = table_add_row(view->document, table, ROW_BODY);
        row->cells[0] = cell_of_text(municipality_name(view, result));
        row->cells[1] = cell_of_text(result->folder);
        row->cells[2] = cell_of_text(result->missing);
    }
}

static void add_first_page(const struct comparison_view *view)
{
    struct section *section =
        document_add_section(view->document, "overblik_kapitel", sv_of("Kommunerne side om side"));
    section->starts_page = true;
    say_extent(view, section);
    for (size_t i = 0; i < view->measure_count; i++)
        say_highest(view, section, &view->measures[i]);
    if (view->shown_count)
        add_overview(view, section);
    add_missing(view, section);
}

/* ---- Method ---- */

static void add_definition(const struct comparison_view *view, struct list *list, const char *heading,
                           enum figure_id figure)
{
    struct paragraph *item = list_add_item(view->document, list);
    struct cell name = cell_of_text(sv_of(heading));
    name.strong = true;
    paragraph_add(view->document, item, name);
    paragraph_add_text(view->document, item, ": ");
    paragraph_add_text(view->document, item, figure_kind(figure)->how);
}

static bool is_evaluation(const struct comparison_view *view)
{
    return view->request->report->kind == REPORT_EVALUATION;
}

static void say_how(const struct comparison_view *view, struct section *section)
{
    const struct sentence s = sentence_in(&view->context, section, PARAGRAPH_BODY);
    say(s, "Hver kommunes tal er læst i den noegletal-fil, som dens egen rapport er skrevet med, og talt på "
           "samme måde for alle. Kommunerne er ordnet efter det tal, de sammenlignes på; er to tal ens, "
           "har de samme plads. En sum vises kun, når alle kommuner har tallet. ");
    say(s,
        is_evaluation(view)
            ? "Svarene er gennemsnit af svarene om alle kommunens aftaler, hvert svar med samme vægt."
            : "Indbyggertallet er det, der står i kommunens rapport.ini; mangler det, er der intet tal pr. "
              "10.000 indbyggere.");
    const struct sentence caution = sentence_in(&view->context, section, PARAGRAPH_BODY);
    say(caution,
        "Forskelle mellem kommuner kan skyldes, at målgrupper, aftaler og registrering er "
        "forskellige; de viser ikke i sig selv, at én indsats er bedre end en anden. Andele af færre "
        "end 20 afsluttede forløb er mærket i tabellerne og ikke fremhævet i teksten.");
}

static void add_method(const struct comparison_view *view)
{
    struct section *section = document_add_section(view->document, "metode", sv_of("Metode og data"));
    say_how(view, section);
    struct list *list = section_add_list(view->document, section);
    for (size_t i = 0; i < view->measure_count; i++) {
        const struct measure *measure = &view->measures[i];
        if (measure_is_share(measure))
            add_definition(view, list, measure->whole_heading, measure->whole);
        add_definition(view, list, measure->part_heading, measure->part);
    }
}

/* ---- The whole ---- */

static void write_cover(const struct comparison_view *view)
{
    struct document *document = view->document;
    const struct side_by_side *request = view->request;
    struct arena *arena = document->arena;
    struct cover *cover = &document->cover;
    cover->municipality =
        sv_format(arena, view->shown_count == 1 ? "%zu kommune" : "%zu kommuner", view->shown_count);
    cover->title =
        sv_format(arena, "Sammenligning af kommuner %.*s", SV_ARG(period_title(arena, &request->period)));
    cover->subtitle = sv_format(arena, "Nøgletal fra %s side om side", request->report_name);
    const struct sv lines[] = {version_line(request->report, arena), reason_line(request->report, arena)};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i].size)
            cover->lines[cover->line_count++] = lines[i];
    document->use = DOCUMENT_PUBLISHED;
    document->title = cover->title;
    document->subject = cover->subtitle;
    document->author = sv_of("aarsrapport");
    document->keywords = sv_of("socialøkonomi, sammenligning, kommuner, nøgletal");
    document->date = request->report->date;
}

static int by_municipality(const void *a, const void *b)
{
    const struct municipality_result *left = a;
    const struct municipality_result *right = b;
    const int order = danish_order(left->name, right->name);
    return order ? order : sv_compare(left->folder, right->folder);
}

static void gather_shown(struct comparison_view *view)
{
    const struct side_by_side *request = view->request;
    view->shown = arena_array(view->document->arena, request->count, sizeof *view->shown);
    for (size_t i = 0; i < request->count; i++)
        if (request->results[i].figures)
            view->shown[view->shown_count++] = request->results[i];
    if (view->shown_count)
        qsort(view->shown, view->shown_count, sizeof *view->shown, by_municipality);
}

struct document *side_by_side_compose(const struct side_by_side *request, struct arena *arena)
{
    struct comparison_view view = {
        .request = request,
        .document = document_create(arena, NULL),
    };
    view.context = (struct section_context){.document = view.document, .request = request->report};
    view.measures = measures_of(request->report->kind, &view.measure_count);
    gather_shown(&view);
    write_cover(&view);
    add_first_page(&view);
    for (size_t i = 0; view.shown_count && i < view.measure_count; i++)
        add_measure(&view, &view.measures[i]);
    if (is_evaluation(&view) && view.shown_count)
        add_answers(&view);
    add_method(&view);
    return view.document;
}

#include "explanation.h"

#include "cell_text.h"
#include "period_words.h"
#include "record_cells.h"
#include "text_da.h"

#include <string.h>

struct explaining {
    struct document *document;
    const struct figures *figures;
    const struct data_set *data;
    struct figure_key key;
    struct row_set set;
    struct arena *arena;
    size_t most;
};

/* ---- The figure ---- */

static struct sv printed_name(const struct explaining *on)
{
    const struct sv name = sv_of(figure_kind(on->key.figure)->name);
    if (on->key.goal == NO_GOAL)
        return name;
    return sv_format(on->arena, "%.*s: %.*s", SV_ARG(goals(on->data)[on->key.goal].name), SV_ARG(name));
}

static void add_line(const struct explaining *on, const char *label, struct sv text)
{
    struct cover *cover = &on->document->cover;
    if (text.size && cover->line_count < COVER_LINES)
        cover->lines[cover->line_count++] = sv_format(on->arena, "%s: %.*s", label, SV_ARG(text));
}

/* "1. januar 2024 til 31. december 2024"; of what is counted from the very first row: "til og med …". */
static struct sv days_text(const struct explaining *on)
{
    const struct period *period = &on->set.period;
    struct buffer text = buffer_in(on->arena);
    if (period->first > DAY_NONE + 1)
        danish_date(&text, period->first);
    buffer_add_text(&text, text.size ? " til " : "til og med ");
    danish_date(&text, period->last);
    return buffer_view(&text);
}

static struct sv agreement_text(const struct explaining *on)
{
    if (on->key.agreement == ALL_AGREEMENTS)
        return (struct sv){0};
    return sv_format(on->arena, "%.*s, %.*s", SV_ARG(agreement_id(on->data, on->key.agreement)),
                     SV_ARG(agreements(on->data)[on->key.agreement].name));
}

static struct sv target_group_text(const struct explaining *on)
{
    return code_name(code_list(&on->data->codes, CODES_TARGET_GROUP), on->key.target_group);
}

/* The figure that a goal is about, and its codes. */
static struct sv goal_figure_text(const struct explaining *on)
{
    if (on->key.goal == NO_GOAL)
        return (struct sv){0};
    const struct goal *goal = &goals(on->data)[on->key.goal];
    const char *between = goal->categories.size ? ", kode " : "";
    return sv_format(on->arena, "%.*s%s%.*s", SV_ARG(goal->figure), between, SV_ARG(goal->categories));
}

static void add_cover(const struct explaining *on)
{
    struct cover *cover = &on->document->cover;
    const struct period *period = &on->figures->periods[on->key.period];
    cover->municipality = municipality_title(on->arena, on->data->settings.municipality);
    cover->unit = on->data->settings.unit;
    cover->title = printed_name(on);
    cover->subtitle = figure_key_name(on->arena, on->figures, on->key);
    cover->preliminary = on->figures->preliminary;
    on->document->title = cover->title;
    add_line(
        on, "Periode",
        sv_format(on->arena, "%.*s (%.*s)", SV_ARG(period_title(on->arena, period)), SV_ARG(days_text(on))));
    add_line(on, "Aftale", agreement_text(on));
    add_line(on, "Målgruppe", target_group_text(on));
    add_line(on, "Kode", figure_code_name(on->arena, on->figures, on->key));
    add_line(on, "Målets nøgletal", goal_figure_text(on));
}

/* ---- Its value ---- */

static enum figure_unit unit_of(const struct explaining *on)
{
    const enum figure_unit unit = figure_kind(on->key.figure)->unit;
    if (unit != UNIT_OF_GOAL)
        return unit;
    const enum figure_id about = figure_named(goals(on->data)[on->key.goal].figure);
    return about == FIGURES ? UNIT_COUNT : figure_kind(about)->unit;
}

/* What the rows add to a quotient's numerator, and to its denominator. */
static int64_t sum_of_amounts(const struct row_set *set)
{
    int64_t sum = 0;
    for (size_t i = 0; i < set->count; i++)
        sum += set->rows[i].amount;
    return sum;
}

static int64_t sum_of_bases(const struct row_set *set)
{
    int64_t sum = 0;
    for (size_t i = 0; i < set->count; i++)
        sum += set->rows[i].base;
    return sum;
}

/* A number with the decimals it has, at most `most`. */
static struct sv number_text(struct arena *arena, struct ratio value, int most)
{
    struct buffer text = buffer_in(arena);
    int64_t power = 1;
    int places = 0;
    while (places < most && ratio_compare(value, ratio_of(ratio_round(value, places), power)) != 0) {
        places++;
        power *= 10;
    }
    danish_number(&text, value, places);
    return buffer_view(&text);
}

enum { DECIMALS_OF_VALUES = 2 };

/* "42,2 % (54 af 128)" */
static struct sv share_text(const struct explaining *on, struct ratio value)
{
    struct buffer text = buffer_in(on->arena);
    const struct row_set *set = &on->set;
    danish_share(&text, value, (int64_t)set->count);
    if (set->measure != MEASURE_QUOTIENT)
        return buffer_view(&text);
    const struct sv part =
        number_text(on->arena, ratio_of(sum_of_amounts(set), set->scale), DECIMALS_OF_VALUES);
    const struct sv whole =
        number_text(on->arena, ratio_of(sum_of_bases(set), set->scale), DECIMALS_OF_VALUES);
    buffer_format(&text, " (%.*s af %.*s)", SV_ARG(part), SV_ARG(whole));
    return buffer_view(&text);
}

static struct sv with_unit(const struct explaining *on, struct ratio value, const char *one, const char *many)
{
    const bool is_one = ratio_compare(value, ratio_whole(1)) == 0;
    return sv_format(on->arena, "%.*s %s", SV_ARG(number_text(on->arena, value, DECIMALS_OF_VALUES)),
                     is_one ? one : many);
}

static struct sv date_text(const struct explaining *on, struct ratio value)
{
    struct buffer text = buffer_in(on->arena);
    danish_date(&text, (day_number)value.num);
    return buffer_view(&text);
}

static struct sv value_text(const struct explaining *on, struct ratio value)
{
    if (!ratio_has_value(value))
        return sv_of("ingen værdi");
    switch (unit_of(on)) {
    case UNIT_SHARE:
        return share_text(on, value);
    case UNIT_HOURS:
        return with_unit(on, value, "time", "timer");
    case UNIT_DAYS:
        return with_unit(on, value, "dag", "dage");
    case UNIT_AMOUNT:
        return with_unit(on, value, "kr.", "kr.");
    case UNIT_DATE:
        return date_text(on, value);
    case UNIT_STATUS:
        return sv_of(goal_status_name((enum goal_status)value.num));
    case UNIT_LIGHT:
        return sv_of(light_name((enum light)value.num));
    case UNIT_COUNT:
    case UNIT_MONTH:
    case UNIT_OF_GOAL:
        break;
    }
    return number_text(on->arena, value, DECIMALS_OF_VALUES);
}

static struct paragraph *add_paragraph(const struct explaining *on, struct section *section, struct sv text)
{
    struct paragraph *paragraph = section_add_paragraph(on->document, section, PARAGRAPH_BODY);
    paragraph_add_sv(on->document, paragraph, text);
    return paragraph;
}

static void add_value(const struct explaining *on)
{
    struct section *section = document_add_section(on->document, "vaerdi", sv_of("Værdi"));
    const struct figure *stored = figures_find(on->figures, on->key);
    const struct ratio value = figures_value(on->figures, on->key);
    struct buffer plain = buffer_in(on->arena);
    add_paragraph(on, section, value_text(on, value));
    if (stored)
        figures_write_value(&plain, stored);
    if (plain.size)
        add_paragraph(on, section,
                      sv_format(on->arena, "I noegletal.csv: %.*s", SV_ARG(buffer_view(&plain))));
    add_paragraph(on, section,
                  sv_format(on->arena, "Sådan tælles det: %s", figure_kind(on->key.figure)->how));
    if (on->key.goal != NO_GOAL && figure_named(goals(on->data)[on->key.goal].figure) != FIGURES)
        add_paragraph(on, section,
                      sv_format(on->arena, "Målets nøgletal: %s",
                                figure_kind(figure_named(goals(on->data)[on->key.goal].figure))->how));
}

/* ---- Its rows ---- */

/* What tells rows of a table apart, before the columns that the figure depends on. */
static const char *const IDENTITY[TABLES][4] = {
    [TABLE_COURSES] = {"forloeb_id", "borger_id", "aftale_id"},
    [TABLE_JOBS] = {"job_id", "borger_id"},
    [TABLE_FOLLOW_UPS] = {"forloeb_id"},
    [TABLE_AGREEMENTS] = {"aftale_id"},
    [TABLE_ENTERPRISES] = {"virksomhed_id"},
    [TABLE_GOALS] = {"maal_id"},
    [TABLE_AGREEMENT_STATUSES] = {"periode", "aftale_id"},
    [TABLE_EVALUATIONS] = {"aftale_id"},
    [TABLE_EFFORT_STATUSES] = {"periode", "indsats"},
    [TABLE_RECOMMENDATIONS] = {"aar", "nr"},
    [TABLE_APPLICATIONS] = {"ansoegning_id"},
    [TABLE_TRIALS] = {"id"},
    [TABLE_PURCHASES] = {"dato", "virksomhed_id", "forvaltning"},
    [TABLE_READINGS] = {"forloeb_id"},
    [TABLE_MUNICIPALITIES] = {"kommune", "klynge"},
    [TABLE_QUESTIONS] = {"spoergsmaal_id"},
    [TABLE_ANSWERS] = {"kommune", "spoergsmaal_id", "runde"},
    [TABLE_MEASURES] = {"kommune", "tiltag"},
};

/* What a row adds, as far as it says more than that it counts. */
enum addition_shown {
    SHOW_NOTHING,
    SHOW_WHETHER_IN_NUMERATOR, /* "ja" or nothing */
    SHOW_AMOUNT,
    SHOW_AMOUNT_AND_BASE
};

enum { MOST_COLUMNS = 16 };

struct rows_shown {
    enum table_id table;
    const struct column *columns[MOST_COLUMNS];
    size_t count;
    enum addition_shown addition;
};

/* A sum to which every row adds one says no more than a count. */
static bool adds_one_each(const struct row_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->scale != 1 || set->rows[i].amount != 1)
            return false;
    return true;
}

static enum addition_shown addition_of(const struct row_set *set)
{
    switch (set->measure) {
    case MEASURE_QUOTIENT:
        return row_set_is_share(set) ? SHOW_WHETHER_IN_NUMERATOR : SHOW_AMOUNT_AND_BASE;
    case MEASURE_SUM:
        return adds_one_each(set) ? SHOW_NOTHING : SHOW_AMOUNT;
    case MEASURE_MEAN:
    case MEASURE_MEDIAN:
        return SHOW_AMOUNT;
    case MEASURE_COUNT:
    case MEASURE_DISTINCT:
    case MEASURE_STATED:
    case MEASURE_DERIVED:
        break;
    }
    return SHOW_NOTHING;
}

static void show_column(struct rows_shown *shown, const char *name)
{
    const struct column *column = record_column(shown->table, name);
    for (size_t i = 0; i < shown->count; i++)
        if (shown->columns[i] == column)
            return;
    if (column && shown->count < MOST_COLUMNS)
        shown->columns[shown->count++] = column;
}

/* Of a denominator's rows of another table, only the first and last day are shown, and the places. */
static struct rows_shown rows_shown_of(const struct row_set *set, enum table_id table)
{
    static const char *const of_agreements[] = {"start", "slut", "pladser", NULL};
    const char *const *deciding = table == set->table ? set->deciding : of_agreements;
    struct rows_shown shown = {.table = table, .addition = addition_of(set)};
    for (size_t i = 0; i < 4 && IDENTITY[table][i]; i++)
        show_column(&shown, IDENTITY[table][i]);
    for (size_t i = 0; i < DECIDING_COLUMNS && deciding[i]; i++)
        show_column(&shown, deciding[i]);
    return shown;
}

static struct table *add_table(const struct explaining *on, struct section *section,
                               const struct rows_shown *shown)
{
    struct table_column columns[MOST_COLUMNS + 4] = {{.heading = SV("Fil")},
                                                     {.heading = SV("Linje"), .format = FORMAT_NUMBERING}};
    size_t count = 2;
    const char *name = table_schema(shown->table)->name;
    for (size_t i = 0; i < shown->count; i++)
        columns[count++] = (struct table_column){.heading = sv_of(shown->columns[i]->name),
                                                 .format = record_format(shown->columns[i])};
    if (shown->addition == SHOW_WHETHER_IN_NUMERATOR)
        columns[count++] = (struct table_column){.heading = SV("I tælleren")};
    if (shown->addition == SHOW_AMOUNT)
        columns[count++] = (struct table_column){
            .heading = sv_of(on->set.measure == MEASURE_MEDIAN ? "Værdi" : "Lægger til"),
            .format = FORMAT_DECIMAL};
    if (shown->addition == SHOW_AMOUNT_AND_BASE) {
        columns[count++] = (struct table_column){.heading = SV("Tæller"), .format = FORMAT_DECIMAL};
        columns[count++] = (struct table_column){.heading = SV("Nævner"), .format = FORMAT_DECIMAL};
    }
    return section_add_table(on->document, section, name, name, sv_format(on->arena, "Rækker i %s", name),
                             columns, count);
}

/* With all its decimals: whoever checks a number wants the cell as it stands in the file. */
static struct cell exact_cell(const struct explaining *on, struct cell cell)
{
    const bool rounded = cell.format == FORMAT_DECIMAL || cell.format == FORMAT_AMOUNT;
    if (cell.kind != CELL_VALUE || !rounded)
        return cell;
    return cell_of_text(number_text(on->arena, cell.value, DECIMAL_PLACES));
}

static struct cell amount_cell(const struct explaining *on, int64_t amount)
{
    return cell_of_text(number_text(on->arena, ratio_of(amount, on->set.scale), DECIMAL_PLACES));
}

static void add_addition(const struct explaining *on, const struct rows_shown *shown,
                         const struct set_row *of, struct cell *cells)
{
    switch (shown->addition) {
    case SHOW_NOTHING:
        break;
    case SHOW_WHETHER_IN_NUMERATOR:
        if (of->amount)
            cells[0] = cell_of_text(sv_of("ja"));
        break;
    case SHOW_AMOUNT_AND_BASE:
        cells[0] = amount_cell(on, of->amount);
        cells[1] = amount_cell(on, of->base);
        break;
    case SHOW_AMOUNT:
        cells[0] = amount_cell(on, of->amount);
        break;
    }
}

static void add_row(const struct explaining *on, struct table *table, const struct rows_shown *shown,
                    const struct set_row *of)
{
    struct cell *cells = table_add_row(on->document, table, ROW_BODY)->cells;
    *cells++ = record_file(on->data, shown->table, of->row);
    *cells++ = record_line(on->data, shown->table, of->row);
    for (size_t i = 0; i < shown->count; i++)
        *cells++ = exact_cell(on, record_cell(on->data, shown->table, of->row, shown->columns[i], on->arena));
    add_addition(on, shown, of, cells);
}

/* The rows of one table, as many as may be shown, and how many more there are. */
static void add_rows(const struct explaining *on, struct section *section, size_t from, size_t to)
{
    const struct rows_shown shown = rows_shown_of(&on->set, (enum table_id)on->set.rows[from].table);
    struct table *table = add_table(on, section, &shown);
    const size_t hidden = on->most && to - from > on->most ? to - from - on->most : 0;
    for (size_t i = from; i < to - hidden; i++)
        add_row(on, table, &shown, &on->set.rows[i]);
    if (hidden)
        add_paragraph(on, section, sv_format(on->arena, "… og %zu mere; vis alle med -v.", hidden));
}

static struct sv rows_text(const struct explaining *on)
{
    const struct row_set *set = &on->set;
    const char *noun = set->count == 1 ? "række" : "rækker";
    if (!set->count)
        return sv_of("Ingen rækker tæller med.");
    if (row_set_is_share(set))
        return sv_format(on->arena, "%zu %s tæller med, heraf %zu i tælleren.", set->count, noun,
                         row_set_numerators(set));
    if (set->table == TABLE_GOALS)
        return sv_of("Det står i målets egen række.");
    if (set->measure == MEASURE_DERIVED)
        return sv_format(on->arena, "Regnet ud fra målets resultat, som har %zu %s bag sig.", set->count,
                         noun);
    return sv_format(on->arena, "%zu %s tæller med.", set->count, noun);
}

static void add_all_rows(const struct explaining *on)
{
    struct section *section = document_add_section(on->document, "raekker", sv_of("Rækkerne bag"));
    add_paragraph(on, section, rows_text(on));
    for (size_t from = 0, to = 0; from < on->set.count; from = to) {
        while (to < on->set.count && on->set.rows[to].table == on->set.rows[from].table)
            to++;
        add_rows(on, section, from, to);
    }
}

struct document *explanation_compose(const struct figures *figures, struct figure_key key, size_t most,
                                     struct arena *arena)
{
    struct row_sets sets;
    row_sets_init(&sets, figures, arena);
    const struct explaining on = {.document = document_create(arena, figures),
                                  .figures = figures,
                                  .data = figures->data,
                                  .key = key,
                                  .set = row_set_of(&sets, key, arena),
                                  .arena = arena,
                                  .most = most};
    add_cover(&on);
    add_value(&on);
    add_all_rows(&on);
    return on.document;
}

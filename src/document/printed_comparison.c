#include "printed_comparison.h"

#include "build.h"
#include "comparison.h"
#include "sentence.h"
#include "text_da.h"

/* ---- Two files side by side ---- */

/* A figure that differs; either may be NULL. */
struct pair {
    const struct printed_figure *was, *is;
};

/* Both files are in the same order. False at the end of both. */
static bool take_pair(const struct printed_figures *was, const struct printed_figures *is, size_t at[2],
                      struct pair *pair)
{
    const struct printed_figure *a = at[0] < was->count ? &was->rows[at[0]] : NULL;
    const struct printed_figure *b = at[1] < is->count ? &is->rows[at[1]] : NULL;
    const int order = a && b ? printed_figure_order(a, b) : a ? -1 : 1;
    *pair = (struct pair){order <= 0 ? a : NULL, order >= 0 ? b : NULL};
    at[0] += pair->was != NULL;
    at[1] += pair->is != NULL;
    return a || b;
}

static bool differs(const struct pair *pair)
{
    return !pair->was || !pair->is || !sv_equal(pair->was->value, pair->is->value);
}

size_t printed_differences(const struct printed_figures *was, const struct printed_figures *is)
{
    size_t at[2] = {0, 0};
    size_t count = 0;
    struct pair pair;
    while (take_pair(was, is, at, &pair))
        count += differs(&pair);
    return count;
}

static const struct printed_figure *key_of(const struct pair *pair)
{
    return pair->is ? pair->is : pair->was;
}

/* ---- Names and values ---- */

/* "Målet »norm«: resultat"; empty: it is no goal's. */
static struct sv goal_part_name(struct sv key, struct arena *arena)
{
    const struct sv prefix = SV("maal.");
    size_t dot = key.size;
    if (!sv_starts_with(key, prefix))
        return (struct sv){0};
    while (dot > prefix.size && key.data[dot - 1] != '.')
        dot--;
    const struct sv part = sv_slice(key, dot, key.size);
    const struct sv goal = sv_slice(key, prefix.size, dot > prefix.size ? dot - 1 - prefix.size : 0);
    for (enum figure_id id = 0; id < FIGURES; id++)
        if (figure_is_of_goal(id) && sv_is(part, figure_kind(id)->key))
            return sv_format(arena, "Målet »%.*s«: %.*s", SV_ARG(goal),
                             SV_ARG(text_lowered(arena, sv_of(figure_kind(id)->name))));
    return (struct sv){0};
}

static struct sv name_of(struct sv key, struct arena *arena)
{
    const enum figure_id id = figure_named(key);
    if (id != FIGURES)
        return sv_of(figure_kind(id)->name);
    const struct sv goal = goal_part_name(key, arena);
    return goal.size ? goal : key;
}

static enum value_format format_of(const struct printed_figure *figure)
{
    static const struct {
        struct sv unit;
        enum value_format format;
    } formats[] = {
        {SV("antal"), FORMAT_COUNT},  {SV("andel"), FORMAT_SHARE}, {SV("timer"), FORMAT_DECIMAL},
        {SV("dage"), FORMAT_DECIMAL}, {SV("kr"), FORMAT_AMOUNT},   {SV("dato"), FORMAT_DATE},
        {SV("maaned"), FORMAT_COUNT},
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (sv_equal(figure->unit, formats[i].unit))
            return formats[i].format;
    return ratio_has_value(value_of_printed(figure->value, FORMAT_STATUS)) ? FORMAT_STATUS : FORMAT_LIGHT;
}

static bool has_decimals(const struct printed_figure *figure)
{
    return figure && sv_find(figure->value, ',') != SIZE_MAX;
}

/* Of both: what is whole in one only has decimals too. */
static enum value_format format_of_pair(const struct pair *pair)
{
    const enum value_format format = format_of(key_of(pair));
    return format == FORMAT_COUNT && (has_decimals(pair->was) || has_decimals(pair->is)) ? FORMAT_DECIMAL
                                                                                         : format;
}

static struct cell value_cell(const struct printed_figure *figure, enum value_format format)
{
    enum { BASE_WITH_DECIMALS = 100 };
    if (!figure)
        return cell_of_text(sv_of("findes ikke"));
    struct cell cell = cell_of_value(value_of_printed(figure->value, format), format);
    cell.base = BASE_WITH_DECIMALS;
    return cell;
}

/* Of numbers of the same kind alone. */
static struct cell change_cell(const struct cell *was, const struct cell *is)
{
    const bool subtracts = is->kind == CELL_VALUE && was->kind == CELL_VALUE && is->format == was->format &&
                           is->format != FORMAT_DATE && is->format != FORMAT_STATUS &&
                           is->format != FORMAT_LIGHT;
    const struct ratio change = subtracts ? ratio_subtract(is->value, was->value) : ratio_none();
    if (!ratio_has_value(change))
        return (struct cell){.kind = CELL_EMPTY};
    struct cell cell = cell_of_value(change, change_format(is->format));
    cell.base = is->base;
    return cell;
}

/* ---- The tables ---- */

enum { NAME, PERIOD, AGREEMENT, GROUP, CODE, WAS, IS, CHANGE, COLUMNS };

static void add_figure(struct document *document, struct table *table, const struct pair *pair)
{
    const struct printed_figure *key = key_of(pair);
    const enum value_format format = format_of_pair(pair);
    struct cell *cells = table_add_row(document, table, ROW_BODY)->cells;
    cells[NAME] = cell_of_text(name_of(key->name, document->arena));
    cells[PERIOD] = cell_of_text_or_empty(key->period);
    cells[AGREEMENT] = cell_of_text_or_empty(key->agreement);
    cells[GROUP] = cell_of_text_or_empty(key->target_group);
    cells[CODE] = cell_of_text_or_empty(key->code);
    cells[WAS] = value_cell(pair->was, format);
    cells[IS] = value_cell(pair->is, format);
    cells[CHANGE] = change_cell(&cells[WAS], &cells[IS]);
}

/* For all, in the report's own period. */
static bool is_first(const struct printed_comparison *comparison, const struct printed_figure *key)
{
    return sv_equal(key->period, comparison->period) && !key->agreement.size && !key->target_group.size &&
           !key->code.size;
}

static size_t add_figures_that(const struct printed_comparison *comparison, struct document *document,
                               struct table *table, bool first, size_t most)
{
    size_t at[2] = {0, 0};
    size_t count = 0;
    struct pair pair;
    while (count < most && take_pair(comparison->was, comparison->is, at, &pair))
        if (differs(&pair) && is_first(comparison, key_of(&pair)) == first) {
            add_figure(document, table, &pair);
            count++;
        }
    return count;
}

static void note_the_rest(struct table *table, size_t more, struct sv elsewhere, struct arena *arena)
{
    const struct sv see = elsewhere.size ? sv_format(arena, "; se %.*s", SV_ARG(elsewhere)) : (struct sv){0};
    if (more)
        table->title_note =
            table_add_note(table, sv_format(arena, "Og %.*s til%.*s.",
                                            SV_ARG(counted_text(more, "tal", "tal", arena)), SV_ARG(see)));
}

static void add_figures(const struct printed_comparison *comparison, struct document *document, size_t most,
                        struct sv elsewhere)
{
    static const struct table_column columns[COLUMNS] = {
        [NAME] = {.heading = SV("Nøgletal")},
        [PERIOD] = {.heading = SV("Periode")},
        [AGREEMENT] = {.heading = SV("Aftale")},
        [GROUP] = {.heading = SV("Målgruppe")},
        [CODE] = {.heading = SV("Kode")},
        [WAS] = {.heading = SV("Før"), .format = FORMAT_DECIMAL},
        [IS] = {.heading = SV("Nu"), .format = FORMAT_DECIMAL},
        [CHANGE] = {.heading = SV("Ændring"), .format = FORMAT_CHANGE_DECIMAL},
    };
    struct section *section = document_add_section(document, "noegletal", sv_of("Nøgletal"));
    struct table *table =
        section_add_table(document, section, "noegletal", "Nøgletal",
                          sv_of("Tal, der er forskellige, som de er skrevet"), columns, COLUMNS);
    const size_t all = printed_differences(comparison->was, comparison->is);
    size_t shown = add_figures_that(comparison, document, table, true, most);
    shown += add_figures_that(comparison, document, table, false, most - shown);
    note_the_rest(table, all - shown, elsewhere, document->arena);
    table->empty = sv_of("Tallene er de samme.");
}

static void add_line(struct document *document, struct table *table, struct sv what, struct sv was,
                     struct sv is)
{
    struct cell *cells = table_add_row(document, table, ROW_BODY)->cells;
    cells[0] = cell_of_text(what);
    cells[1] = cell_of_text_or_empty(was);
    cells[2] = cell_of_text_or_empty(is);
    cells[3] = cell_of_text(sv_of(sv_equal(was, is) ? "nej" : "ja"));
}

static void add_runs(const struct printed_comparison *comparison, struct document *document,
                     struct section *section)
{
    static const struct table_column columns[] = {
        {.heading = SV("Hvad")}, {.heading = SV("Før")}, {.heading = SV("Nu")}, {.heading = SV("Ændret")}};
    const struct told_version *was = &comparison->before;
    const struct told_version *is = &comparison->after;
    struct arena *arena = document->arena;
    struct table *table = section_add_table(document, section, "koersel", "Kørsel",
                                            sv_of("Hvad de to kørsler er lavet af"), columns, 4);
    add_line(document, table, sv_of("Version"), sv_format(arena, "%u", was->number),
             sv_format(arena, "%u", is->number));
    add_line(document, table, sv_of("Dokumentets dato"), danish_short_date_text(was->date, arena),
             danish_short_date_text(is->date, arena));
    add_line(document, table, sv_of("Begrundelse"), was->reason, is->reason);
    add_line(document, table, sv_of("Programmets version"), was->program, is->program);
    for (size_t i = 0; i < is->option_count; i++)
        add_line(document, table, sv_format(arena, "Valg: %.*s", SV_ARG(is->options[i].name)),
                 told_option(was, is->options[i].name), is->options[i].value);
}

static void add_inputs(const struct printed_comparison *comparison, struct document *document,
                       struct section *section)
{
    static const struct table_column columns[] = {{.heading = SV("Fil")}, {.heading = SV("Hvad")}};
    struct table *table =
        section_add_table(document, section, "filer", "Filer",
                          sv_of("Datafiler, der ikke er de samme i de to kørsler"), columns, 2);
    for (size_t i = 0; i < comparison->input_count; i++) {
        struct cell *cells = table_add_row(document, table, ROW_BODY)->cells;
        cells[0] = cell_of_text(comparison->inputs[i].name);
        cells[1] = cell_of_text(sv_of(comparison->inputs[i].how));
    }
    table->empty = sv_of("De to kørsler er lavet af de samme filer.");
}

/* ---- In words ---- */

/* "Målet »norm«: ikke nået → nået" */
static void add_turned(const struct printed_comparison *comparison, struct document *document,
                       struct section *section)
{
    struct list *list = NULL;
    size_t at[2] = {0, 0};
    struct pair pair;
    while (take_pair(comparison->was, comparison->is, at, &pair)) {
        const struct printed_figure *key = key_of(&pair);
        if (!differs(&pair) || !is_first(comparison, key) || !sv_is(key->unit, "status") ||
            !sv_ends_with(key->name, sv_of(".status")))
            continue;
        if (!list)
            list = section_add_list(document, section);
        struct paragraph *item = list_add_item(document, list);
        const struct sv prefix = SV("maal.");
        const struct sv goal =
            sv_slice(key->name, prefix.size, key->name.size - prefix.size - sv_of(".status").size);
        paragraph_add_sv(document, item,
                         sv_format(document->arena, "Målet »%.*s« er vendt fra ", SV_ARG(goal)));
        paragraph_add(document, item, value_cell(pair.was, FORMAT_STATUS));
        paragraph_add_sv(document, item, sv_of(" til "));
        paragraph_add(document, item, value_cell(pair.is, FORMAT_STATUS));
        paragraph_add_sv(document, item, sv_of("."));
    }
}

static void add_words(const struct printed_comparison *comparison, struct document *document)
{
    struct arena *arena = document->arena;
    struct section *section = document_add_section(document, "forskelle", sv_of("Forskelle"));
    struct paragraph *lead = section_add_paragraph(document, section, PARAGRAPH_LEAD);
    const size_t count = printed_differences(comparison->was, comparison->is);
    paragraph_add_sv(document, lead,
                     sv_format(arena, "Version %u er holdt op mod version %u. ", comparison->before.number,
                               comparison->after.number));
    paragraph_add_sv(document, lead,
                     sv_format(arena, "%.*s.",
                               SV_ARG(counted_text(count, "tal er et andet", "tal er forskellige", arena))));
    add_turned(comparison, document, section);
    paragraph_add_sv(document, section_add_paragraph(document, section, PARAGRAPH_BODY), comparison->missing);
    section->sheet = sv_of("Kørsel");
    add_runs(comparison, document, section);
    add_inputs(comparison, document, section);
}

struct document *printed_comparison_compose(const struct printed_comparison *comparison, size_t most,
                                            struct sv elsewhere, const struct figures *none,
                                            struct arena *arena)
{
    struct document *document = document_create(arena, none);
    document->use = DOCUMENT_WORKING;
    document->title = document->cover.title = sv_of("Sammenligning");
    document->cover.subtitle = comparison->report;
    document->date = comparison->after.date;
    add_words(comparison, document);
    add_figures(comparison, document, most, elsewhere);
    return document;
}

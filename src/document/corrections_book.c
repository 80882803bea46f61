#include "corrections_book.h"

#include "changed_sentences.h"
#include "changes_parts.h"
#include "corrections_sheets.h"
#include "headline_changes.h"
#include "revision_table.h"

/* ---- Mål ---- */

enum goal_column {
    GOAL_NAME,
    GOAL_STATUS_BEFORE,
    GOAL_STATUS_NOW,
    GOAL_TURNED,
    GOAL_VALUE_BEFORE,
    GOAL_VALUE_NOW,
    GOAL_TARGET_BEFORE,
    GOAL_TARGET_NOW,
    GOAL_COLUMNS
};

static struct section_context earlier_context(const struct section_context *context)
{
    const struct counted_run *before = &context->request->correction->changes->before;
    struct section_context earlier = *context;
    earlier.figures = before->figures;
    earlier.data = before->data;
    return earlier;
}

static struct sv goal_id(const struct section_context *context, const struct goal_view *goal)
{
    return symbols_name(&context->data->tables[TABLE_GOALS].keys, goal->goal->id);
}

/* The same goal among others; NULL: it is not one of them. */
static const struct goal_view *same_goal(const struct section_context *others, const struct goal_view *goals,
                                         size_t count, struct sv id)
{
    for (size_t i = 0; i < count; i++)
        if (sv_equal(goal_id(others, &goals[i]), id))
            return &goals[i];
    return NULL;
}

static void fill_goal(const struct section_context *context, struct cell *cells, const struct goal_view *goal,
                      bool has_key, const int columns[3])
{
    static const enum figure_id ids[] = {FIGURE_GOAL_STATUS, FIGURE_GOAL_VALUE, FIGURE_GOAL_TARGET};
    const enum value_format formats[] = {FORMAT_STATUS, goal->format, goal->format};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        cells[columns[i]] = cell_of_figure(context->figures, goal_key(context, goal, ids[i]), formats[i]);
        cells[columns[i]].has_key = has_key;
    }
}

static void add_goal(const struct section_context *context, struct table *table,
                     const struct section_context *earlier, const struct goal_view *before,
                     const struct goal_view *now)
{
    static const int before_columns[] = {GOAL_STATUS_BEFORE, GOAL_VALUE_BEFORE, GOAL_TARGET_BEFORE};
    static const int now_columns[] = {GOAL_STATUS_NOW, GOAL_VALUE_NOW, GOAL_TARGET_NOW};
    struct cell *cells = table_add_row(context->document, table, ROW_BODY)->cells;
    cells[GOAL_NAME] = cell_of_text((now ? now : before)->goal->name);
    if (before)
        fill_goal(earlier, cells, before, false, before_columns);
    if (now)
        fill_goal(context, cells, now, true, now_columns);
    const bool turned = !before || !now || before->status != now->status;
    cells[GOAL_TURNED] = cell_of_text(sv_of(turned ? "ja" : "nej"));
}

static void add_both(const struct section_context *context, struct table *table)
{
    const struct section_context earlier = earlier_context(context);
    struct goal_view *before;
    struct goal_view *now;
    const size_t before_count = goal_views(&earlier, &before);
    const size_t now_count = goal_views(context, &now);
    for (size_t i = 0; i < now_count; i++)
        add_goal(context, table, &earlier,
                 same_goal(&earlier, before, before_count, goal_id(context, &now[i])), &now[i]);
    for (size_t i = 0; i < before_count; i++)
        if (!same_goal(context, now, now_count, goal_id(&earlier, &before[i])))
            add_goal(context, table, &earlier, &before[i], NULL);
}

void add_corrections_goals(const struct section_context *context)
{
    static const struct table_column columns[GOAL_COLUMNS] = {
        [GOAL_NAME] = {.heading = SV("Mål")},
        [GOAL_STATUS_BEFORE] = {.heading = SV("Status før"), .format = FORMAT_STATUS},
        [GOAL_STATUS_NOW] = {.heading = SV("Status nu"), .format = FORMAT_STATUS},
        [GOAL_TURNED] = {.heading = SV("Vendt")},
        [GOAL_VALUE_BEFORE] = {.heading = SV("Resultat før"), .format = FORMAT_COUNT},
        [GOAL_VALUE_NOW] = {.heading = SV("Resultat nu"), .format = FORMAT_COUNT},
        [GOAL_TARGET_BEFORE] = {.heading = SV("Måltal før"), .format = FORMAT_COUNT},
        [GOAL_TARGET_NOW] = {.heading = SV("Måltal nu"), .format = FORMAT_COUNT},
    };
    const bool has_rows = correction_has_rows(context->request->correction);
    struct section *section = document_add_section(context->document, "maal", sv_of("Mål"));
    struct table *table = section_add_table(context->document, section, "maal", "Mål",
                                            sv_of("Målene før og nu"), columns, GOAL_COLUMNS);
    if (has_rows)
        add_both(context, table);
    table->empty =
        sv_of(has_rows ? "Rapporten har ingen mål."
                       : "Rækkerne fra den forrige version kan ikke læses; mål, der har flyttet sig, "
                         "står blandt nøgletallene.");
}

/* ---- Sætninger ---- */

void add_corrections_sentences(const struct section_context *context)
{
    enum { SAID_BEFORE, SAID_NOW, SAID_COLUMNS };
    static const struct table_column columns[SAID_COLUMNS] = {
        [SAID_BEFORE] = {.heading = SV("Før")},
        [SAID_NOW] = {.heading = SV("Nu")},
    };
    struct changed_sentence changed[CHANGED_SENTENCES];
    const size_t count = changed_sentences(context, changed);
    struct section *section = document_add_section(context->document, "saetninger", sv_of("Sætninger"));
    struct table *table =
        section_add_table(context->document, section, "saetninger", "Sætninger",
                          sv_of("Sætninger på rapportens første side, der er ændret"), columns, SAID_COLUMNS);
    for (size_t i = 0; i < count; i++) {
        struct table_row *row = table_add_row(context->document, table, ROW_BODY);
        row->cells[SAID_BEFORE] = cell_of_text(changed[i].before);
        row->cells[SAID_NOW] = cell_of_text(changed[i].after);
    }
    table->empty = sv_of(correction_has_rows(context->request->correction)
                             ? "Ingen sætninger på rapportens første side er ændret."
                             : "Rækkerne fra den forrige version kan ikke læses, så sætningerne kan ikke "
                               "sammenlignes.");
}

/* ---- Uændret ---- */

/* FIGURES: the program does not know it any more. */
static enum figure_id kind_of_change(const struct changes *changes, const struct figure_change *change)
{
    struct told_change told = {.change = change};
    told_find_key(&told, changes);
    return told.figures ? (enum figure_id)told.key.figure : figure_named(change->key.name);
}

/* A figure whose row fell away has moved, though it is not among the present ones. */
static void count_by_kind(const struct section_context *context, int64_t all[FIGURES + 1],
                          int64_t moved[FIGURES + 1])
{
    const struct changes *changes = context->request->correction->changes;
    for (size_t i = 0; i < context->figures->count; i++)
        all[context->figures->rows[i].key.figure]++;
    for (size_t i = 0; i < changes->figure_count; i++) {
        const enum figure_id kind = kind_of_change(changes, &changes->figures[i]);
        all[kind] += !changes->figures[i].after;
        moved[kind]++;
    }
}

enum { KIND_NAME, KIND_UNCHANGED, KIND_MOVED, KIND_COLUMNS };

static void add_kind_row(const struct section_context *context, struct table *table, enum row_kind kind,
                         struct sv name, int64_t unchanged, int64_t moved)
{
    struct cell *cells = table_add_row(context->document, table, kind)->cells;
    cells[KIND_NAME] = cell_of_text(name);
    cells[KIND_UNCHANGED] = cell_of_value(ratio_whole(unchanged), FORMAT_COUNT);
    cells[KIND_MOVED] = cell_of_value(ratio_whole(moved), FORMAT_COUNT);
    if (kind == ROW_TOTAL)
        cells[KIND_UNCHANGED].derivation.kind = cells[KIND_MOVED].derivation.kind = DERIVED_SUM_ABOVE;
}

static struct sv kind_name(enum figure_id id, struct arena *arena)
{
    if (id == FIGURES)
        return sv_of("Nøgletal, der er faldet bort");
    const char *name = figure_kind(id)->name;
    return figure_is_of_goal(id) ? sv_format(arena, "Mål: %s", name) : sv_of(name);
}

static void add_kinds(const struct section_context *context, struct table *table)
{
    int64_t all[FIGURES + 1] = {0};
    int64_t moved[FIGURES + 1] = {0};
    int64_t sum = 0;
    int64_t sum_moved = 0;
    count_by_kind(context, all, moved);
    for (enum figure_id id = 0; id <= FIGURES; id++) {
        if (!all[id])
            continue;
        add_kind_row(context, table, ROW_BODY, kind_name(id, context->document->arena), all[id] - moved[id],
                     moved[id]);
        sum += all[id] - moved[id];
        sum_moved += moved[id];
    }
    if (table->row_count)
        add_kind_row(context, table, ROW_TOTAL, sv_of("I alt"), sum, sum_moved);
}

void add_corrections_unchanged(const struct section_context *context)
{
    static const struct table_column columns[KIND_COLUMNS] = {
        [KIND_NAME] = {.heading = SV("Nøgletal")},
        [KIND_UNCHANGED] = {.heading = SV("Uændrede"), .format = FORMAT_COUNT},
        [KIND_MOVED] = {.heading = SV("Flyttede"), .format = FORMAT_COUNT},
    };
    struct section *section = document_add_section(context->document, "uaendret", sv_of("Uændret"));
    struct table *table = section_add_table(context->document, section, "uaendret", "Uændret",
                                            sv_of("Nøgletal, der er, som de var, hver opdeling for sig"),
                                            columns, KIND_COLUMNS);
    add_kinds(context, table);
    table->empty = sv_of("Rapporten har ingen nøgletal.");
}

/* ---- Revisioner ---- */

void add_corrections_revisions(const struct section_context *context)
{
    struct section *section = document_add_section(context->document, "revisioner", sv_of("Revisioner"));
    if (!add_revision_table(context, section, "revisioner", "Revisioner", false))
        context->document->section_count--;
}

/* ---- The book ---- */

static void describe(const struct section_context *context)
{
    struct document *document = context->document;
    const struct settings *settings = &context->data->settings;
    const struct figures *figures = context->figures;
    document->use = DOCUMENT_WORKING;
    const struct sv period = told_period(&figures->periods[figures->report], document->arena);
    document->title =
        period.size ? sv_format(document->arena, "Rettelser %.*s", SV_ARG(period)) : sv_of("Rettelser");
    document->subject = sv_of("Hvad der er ændret siden seneste kørsel, og hvorfor");
    document->author = settings->unit;
    document->date = context->request->date;
    document->colour = settings->colour;
    document->cover.municipality = municipality_title(document->arena, settings->municipality);
    document->cover.unit = settings->unit;
    document->cover.title = document->title;
    document->cover.subtitle = document->subject;
}

/* The summary; its rows are told by their numbers on the sheet of rows. */
static void add_summary(const struct section_context *context)
{
    struct section *section =
        document_add_section(context->document, "aendringer", sv_of("Ændringer siden seneste kørsel"));
    const struct changes_form form = {.figures = CORRECTIONS_FIGURES_FIRST,
                                      .rows = {CORRECTIONS_LINES, CORRECTIONS_LINES},
                                      .persons_and_texts = true,
                                      .elsewhere = sv_of("arket »Nøgletal«"),
                                      .inputs = sv_of("arket »Kørsel«")};
    section->sheet = sv_of("Ændringer");
    add_changes(context, section, &form);
}

static struct shown_rows rows_with_numbers(const struct section_context *context)
{
    struct told_change *told;
    const size_t count = headline_changes(context, true, &told);
    return shown_rows(context->request->correction->changes, told,
                      count < CORRECTIONS_FIGURES_FIRST ? count : CORRECTIONS_FIGURES_FIRST,
                      (struct rows_most){CORRECTIONS_LINES, CORRECTIONS_LINES}, context->document->arena);
}

struct document *corrections_book_compose(const struct report_request *request, struct figures *figures,
                                          struct diag *diag, struct arena *arena)
{
    const struct section_context context = {
        .document = document_create(arena, figures),
        .figures = figures,
        .data = figures->data,
        .diag = diag,
        .request = request,
    };
    describe(&context);
    add_summary(&context);
    if (!correction_can_be_told(request->correction))
        return context.document;
    const struct shown_rows shown = rows_with_numbers(&context);
    add_corrections_links(&context, &shown);
    add_corrections_goals(&context);
    add_corrections_sentences(&context);
    add_corrections_unchanged(&context);
    add_corrections_revisions(&context);
    add_corrections_run(&context);
    return context.document;
}

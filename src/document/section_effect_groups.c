/*
 * Agreements, target groups and clusters side by side, in the base scenario.
 */
#include "effect_codes.h"
#include "effect_report.h"

enum columns {
    LABEL,
    COURSES,
    POSITIVE,
    INVESTED,
    PAID,
    SAVED,
    NET,
    NET_PER_PARTICIPANT,
    RETURN,
    REPAID,
    SELF_FINANCING,
    COLUMNS
};

static const struct {
    enum figure_id figure;
    enum value_format format;
} FIGURES_OF[COLUMNS] = {
    [COURSES] = {FIGURE_EFFECT_COURSES, FORMAT_COUNT},
    [POSITIVE] = {FIGURE_EFFECT_POSITIVE, FORMAT_COUNT},
    [INVESTED] = {FIGURE_EFFECT_INVESTMENT, FORMAT_AMOUNT},
    [PAID] = {FIGURE_EFFECT_PAYMENTS, FORMAT_AMOUNT},
    [SAVED] = {FIGURE_EFFECT_SAVINGS, FORMAT_AMOUNT},
    [NET] = {FIGURE_EFFECT_NET, FORMAT_AMOUNT},
    [NET_PER_PARTICIPANT] = {FIGURE_EFFECT_NET_PER_PARTICIPANT, FORMAT_AMOUNT},
    [RETURN] = {FIGURE_EFFECT_RETURN, FORMAT_SHARE},
};

/* `key` names the group: its agreement, target group or code; its figure is set here. */
static void add_group(const struct section_context *context, struct table *table, struct sv name,
                      struct figure_key key)
{
    struct table_row *row;
    key.figure = FIGURE_EFFECT_COURSES;
    if (!figures_find(context->figures, key)) /* without courses */
        return;
    row = table_add_row(context->document, table, ROW_BODY);
    row->cells[LABEL] = cell_of_text(name);
    for (int i = COURSES; i <= RETURN; i++) {
        key.figure = (uint16_t)FIGURES_OF[i].figure;
        row->cells[i] = cell_of_figure(context->figures, key, FIGURES_OF[i].format);
    }
    row->cells[NET].derivation = (struct derivation){DERIVED_LESS_COLUMNS, SAVED, INVESTED};
    key.figure = FIGURE_EFFECT_REPAID_MONTH;
    row->cells[REPAID] = cell_of_figure(context->figures, key, FORMAT_COUNT);
    key.figure = FIGURE_EFFECT_NET;
    row->cells[SELF_FINANCING] = effect_self_financing(context, key);
}

static struct table *add_table(const struct section_context *context, struct section *section, const char *id,
                               const char *sheet, const char *title, const char *label)
{
    struct table_column columns[COLUMNS] = {
        [COURSES] = {.heading = SV("Forløb"), .format = FORMAT_COUNT},
        [POSITIVE] = {.heading = SV("Positive"), .format = FORMAT_COUNT},
        [INVESTED] = {.heading = SV("Investering"), .format = FORMAT_AMOUNT},
        [PAID] = {.heading = SV("Betalinger"), .format = FORMAT_AMOUNT},
        [SAVED] = {.heading = SV("Besparelse"), .format = FORMAT_AMOUNT},
        [NET] = {.heading = SV("Netto"), .format = FORMAT_AMOUNT},
        [NET_PER_PARTICIPANT] = {.heading = SV("Netto pr. deltager"), .format = FORMAT_AMOUNT},
        [RETURN] = {.heading = SV("Afkast"), .format = FORMAT_SHARE},
        [REPAID] = {.heading = SV("Tilbagebetalt i måned"), .format = FORMAT_COUNT},
        [SELF_FINANCING] = {.heading = SV("Selvfinansierende")},
    };
    columns[LABEL].heading = sv_of(label);
    struct table *table = section_add_table(context->document, section, id, sheet,
                                            effect_title_of(context, title, BASE_SCENARIO), columns, COLUMNS);
    table->columns[NET].note = note_on_rounding(table);
    table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_AGREEMENTS | 1u << TABLE_SCENARIOS);
    return table;
}

static void note_never_repaid(struct table *table)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (!ratio_has_value(table->rows[i].cells[REPAID].value)) {
            table->columns[REPAID].note = table_add_note(
                table, sv_of("– betyder, at pengene ikke er tilbagebetalt inden for horisonten."));
            return;
        }
}

static void add_agreements(const struct section_context *context, struct section *section)
{
    struct table *table =
        add_table(context, section, "effekt_aftaler", "Aftaler", "Aftalerne side om side, kr.,", "Aftale");
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++) {
        struct figure_key key = effect_key(context, FIGURE_EFFECT_COURSES, BASE_SCENARIO);
        key.agreement = i;
        add_group(context, table, agreements(context->data)[i].name, key);
    }
    note_never_repaid(table);
}

static void add_target_groups(const struct section_context *context, struct section *section)
{
    const struct code_list *list = code_list(&context->data->codes, CODES_TARGET_GROUP);
    struct table *table = add_table(context, section, "effekt_maalgrupper", "Målgrupper",
                                    "Målgrupperne side om side, kr.,", "Målgruppe");
    for (uint16_t i = 0; i < list->count; i++) {
        struct figure_key key = effect_key(context, FIGURE_EFFECT_COURSES, BASE_SCENARIO);
        key.target_group = i;
        add_group(context, table, list->codes[i].name, key);
    }
    note_never_repaid(table);
}

static bool is_named_before(const struct data_set *data, uint32_t row)
{
    for (uint32_t i = 0; i < row; i++)
        if (sv_equal(agreements(data)[i].cluster, agreements(data)[row].cluster))
            return true;
    return false;
}

static bool has_clusters(const struct data_set *data)
{
    for (uint32_t i = 0; i < row_count(data, TABLE_AGREEMENTS); i++)
        if (agreements(data)[i].cluster.size)
            return true;
    return false;
}

static void add_clusters(const struct section_context *context, struct section *section)
{
    const struct data_set *data = context->data;
    if (!has_clusters(data))
        return;
    struct table *table =
        add_table(context, section, "effekt_klynger", "Klynger", "Klyngerne side om side, kr.,", "Klynge");
    for (uint32_t i = 0; i < row_count(data, TABLE_AGREEMENTS); i++) {
        const struct sv name = agreements(data)[i].cluster;
        const struct sv code =
            effect_code(context->document->arena, scenario_name(data, BASE_SCENARIO), name);
        const struct figure_key key = figure_key(context->figures, FIGURE_EFFECT_COURSES);
        if (name.size && !is_named_before(data, i))
            add_group(context, table, name, figure_key_code(context->figures, key, code));
    }
    note_never_repaid(table);
    table->empty = sv_of("Ingen aftale med forløb hører til en klynge.");
}

void section_effect_groups(const struct section_context *context, struct section *section)
{
    if (!has_effect_courses(context))
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Tabellerne viser det samme regnskab for dele af forløbene. Programmets fælles poster er delt "
           "ligeligt "
           "på alle forløb. ");
    if (has_enterprise_side(context))
        say(s,
            "Betalinger til virksomheder hører ikke til et forløb; de er kun med i det samlede regnskab. ");
    say(s, "Hvor der er få forløb, kan et enkelt flytte resultatet meget.");
    add_agreements(context, section);
    add_target_groups(context, section);
    add_clusters(context, section);
}

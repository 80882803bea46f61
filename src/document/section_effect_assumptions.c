/*
 * Everything the simulation assumes: the day, the rules in words, and every rate as it stands in the data.
 */
#include "effect_report.h"
#include "effect_simulation.h"
#include "record_cells.h"

/* ---- Tables of the data, row by row ---- */

/* How a table of the data is printed: its columns by their names in the file. */
struct printed_column {
    const char *column;
    struct table_column printed;
};

static struct cell cell_of_column(const struct section_context *context, enum table_id id, uint32_t row,
                                  const char *name)
{
    const struct cell cell =
        record_cell(context->data, id, row, record_column(id, name), context->document->arena);
    return cell.kind == CELL_EMPTY ? cell_of_value(ratio_none(), FORMAT_TEXT) : cell;
}

static struct table *add_rates(const struct section_context *context, struct section *section,
                               enum table_id id, const char *title, const struct printed_column *columns,
                               size_t count)
{
    struct arena *arena = context->document->arena;
    const char *name = table_schema(id)->name;
    struct table_column *printed = arena_array(arena, count, sizeof *printed);
    for (size_t i = 0; i < count; i++)
        printed[i] = columns[i].printed;
    const char *key = sv_text(arena, sv_format(arena, "forudsat_%s", name));
    const char *sheet = sv_text(arena, sv_format(arena, "Data %s", name));
    struct table *table = section_add_table(context->document, section, key, sheet,
                                            effect_title(context, title), printed, count);
    for (uint32_t i = 0; i < row_count(context->data, id); i++) {
        struct table_row *row = table_add_row(context->document, table, ROW_BODY);
        for (size_t column = 0; column < count; column++)
            row->cells[column] = cell_of_column(context, id, i, columns[column].column);
    }
    table->source = source_of(context, 1u << id);
    return table;
}

#define RATES(context, section, id, title, columns)                                                          \
    add_rates(context, section, id, title, columns, sizeof(columns) / sizeof *(columns))

static void add_scenarios(const struct section_context *context, struct section *section)
{
    static const struct printed_column columns[] = {
        {"scenarie", {.heading = SV("Scenarie")}},
        {"frafald", {.heading = SV("Frafald pr. måned, %"), .format = FORMAT_EXACT}},
        {"horisont", {.heading = SV("Horisont, måneder"), .format = FORMAT_COUNT}},
        {"diskontering", {.heading = SV("Diskontering pr. år, %"), .format = FORMAT_EXACT}},
    };
    struct table *table = RATES(context, section, TABLE_SCENARIOS, "Scenarierne", columns);
    table->title_note =
        table_add_note(table, sv_of("Det øverste er hovedscenariet. – er ingen diskontering."));
}

static void add_benefits(const struct section_context *context, struct section *section)
{
    static const struct printed_column columns[] = {
        {"maalgruppe", {.heading = SV("Målgruppe")}},
        {"gyldig_fra", {.heading = SV("Gyldig fra"), .format = FORMAT_DATE}},
        {"ydelse", {.heading = SV("Ydelse pr. måned, kr."), .format = FORMAT_MONEY}},
    };
    struct table *table = RATES(context, section, TABLE_BENEFIT_RATES, "Ydelser", columns);
    table->empty = sv_of("Der er ingen satser, for intet forløb sparer noget.");
}

static void add_refunds(const struct section_context *context, struct section *section)
{
    static const struct printed_column columns[] = {
        {"uge_fra", {.heading = SV("Fra uge"), .format = FORMAT_COUNT}},
        {"uge_til", {.heading = SV("Til uge"), .format = FORMAT_COUNT}},
        {"statens_andel", {.heading = SV("Statens andel, %"), .format = FORMAT_EXACT}},
    };
    struct table *table = RATES(context, section, TABLE_REFUND_RATES, "Statens andel af ydelsen", columns);
    table->title_note = table_add_note(table, sv_of("Uger er talt fra forløbets start. – er derefter."));
}

static void add_savings(const struct section_context *context, struct section *section)
{
    static const struct printed_column columns[] = {
        {"udfald", {.heading = SV("Udfald")}},
        {"besparelse", {.heading = SV("Andel af ydelsen, der spares, %"), .format = FORMAT_EXACT}},
        {"skat", {.heading = SV("Ekstra kommuneskat pr. måned, kr."), .format = FORMAT_MONEY}},
    };
    struct table *table =
        RATES(context, section, TABLE_OUTCOME_SAVINGS, "Virkningen af et positivt udfald", columns);
    table->title_note =
        table_add_note(table, sv_of("Rækken bruges kun for de forløb, hvor udfaldet er positivt."));
    table->empty = sv_of("Der er ingen rækker om virkning, for intet forløb sparer noget.");
}

static void add_posts(const struct section_context *context, struct section *section)
{
    static const struct printed_column columns[] = {
        {"post", {.heading = SV("Post")}},
        {"beloeb", {.heading = SV("Beløb, kr."), .format = FORMAT_MONEY}},
        {"pr", {.heading = SV("Pr.")}},
        {"dato", {.heading = SV("Dato"), .format = FORMAT_DATE}},
    };
    struct table *table = RATES(context, section, TABLE_INVESTMENTS, "Investeringen", columns);
    table->empty = sv_of("Der er ingen investering.");
}

/* ---- What each agreement says of success, price and cluster ---- */

enum agreement_columns { AGREEMENT, POSITIVE, PRICE, CLUSTER, AGREEMENT_COLUMNS };

static struct cell positive_outcomes(const struct section_context *context, uint32_t agreement)
{
    const struct code_list *list = code_list(&context->data->codes, CODES_OUTCOME);
    struct arena *arena = context->document->arena;
    struct sv *names = arena_array(arena, list->count, sizeof *names);
    size_t count = 0;
    for (uint16_t outcome = 0; outcome < list->count; outcome++)
        if (outcome_is_positive(context->data, agreement, outcome))
            names[count++] = text_lowered(arena, list->codes[outcome].name);
    return count ? cell_of_text(text_raised(arena, text_joined(arena, names, count)))
                 : cell_of_value(ratio_none(), FORMAT_TEXT);
}

static bool has_courses(const struct section_context *context, uint32_t agreement)
{
    struct figure_key key = effect_key(context, FIGURE_EFFECT_COURSES, BASE_SCENARIO);
    key.agreement = agreement;
    return figures_find(context->figures, key) != NULL;
}

static void add_agreements(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[AGREEMENT_COLUMNS] = {
        [AGREEMENT] = {.heading = SV("Aftale")},
        [POSITIVE] = {.heading = SV("Positive udfald")},
        [PRICE] = {.heading = SV("Pris pr. forløb, kr."), .format = FORMAT_MONEY},
        [CLUSTER] = {.heading = SV("Klynge")},
    };
    struct table *table = section_add_table(
        context->document, section, "forudsat_aftaler", "Data aftaler",
        effect_title(context, "Aftalerne, og hvad de regner for positivt"), columns, AGREEMENT_COLUMNS);
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++) {
        if (!has_courses(context, i))
            continue;
        struct table_row *row = table_add_row(context->document, table, ROW_BODY);
        row->cells[AGREEMENT] = cell_of_text(agreements(context->data)[i].name);
        row->cells[POSITIVE] = positive_outcomes(context, i);
        row->cells[PRICE] = cell_of_column(context, TABLE_AGREEMENTS, i, "pris_pr_forloeb");
        row->cells[PRICE].format = FORMAT_MONEY;
        row->cells[CLUSTER] = cell_of_column(context, TABLE_AGREEMENTS, i, "klynge");
    }
    table->empty = sv_of("Der er ingen aftaler med forløb.");
    table->source = source_of(context, 1u << TABLE_AGREEMENTS);
}

/* ---- In words ---- */

static void add_item(const struct section_context *context, struct list *list, const char *text)
{
    paragraph_add_text(context->document, list_add_item(context->document, list), text);
}

static void add_items(const struct section_context *context, struct section *section,
                      const char *const items[], size_t count)
{
    struct list *list = section_add_list(context->document, section);
    for (size_t i = 0; i < count; i++)
        add_item(context, list, items[i]);
}

static void add_rules(const struct section_context *context, struct section *section)
{
    static const char *const rules[] = {
        "Et positivt udfald sparer fra måneden efter forløbets slutning: ydelsen gange den andel, der falder "
        "bort, gange kommunens andel efter refusion, plus ekstra kommuneskat.",
        "Ydelsen er den sats, der gælder for målgruppen den første i måneden. Statens andel følger antallet "
        "af uger siden forløbets start.",
        "Hver måned falder en fast del af de positive udfald bort (frafald). Det, opfølgningerne viser om "
        "senere status, ændrer ikke besparelsen.",
        "Kommunen sparer kun én ydelse pr. borger ad gangen: Får samme borger senere et nyt positivt udfald, "
        "tager det over.",
        "Hvert resultat betales højst én gang pr. forløb, i den måned det nås.",
        "Betalinger, investeringer og besparelser, der falder efter scenariets horisont, er ikke talt med.",
        "Beløb i senere måneder er omregnet til værdien i måned 0 med scenariets diskontering. Hvert beløb "
        "er rundet én gang til hele øre.",
        "Et forløb i gang har udgifter, men intet udfald og ingen besparelse.",
    };
    add_items(context, section, rules, sizeof rules / sizeof *rules);
}

/* What it takes to reach each kind of result: effect_results.c in words. */
static void add_meanings(const struct section_context *context, struct section *section)
{
    static const char *const meanings[] = {
        "Træning gennemført: Forløbet er nået til sin 180. dag; startdagen er den første. Det er nået den "
        "dag, også hvis forløbet fortsætter.",
        "Nået til praktik: Forløbet begyndte før trinnet praktik og sluttede på det eller længere fremme. "
        "Det er nået, når forløbet slutter. Er trinnet ved start ikke oplyst, regnes det som før praktik.",
        "Udfald: Forløbet er sluttet med netop det udfald, betalingen er for. Det er nået, når forløbet "
        "slutter.",
        "Fastholdt i 6 eller 12 måneder: Forløbet er sluttet med et positivt udfald, og en opfølgning mindst "
        "180 eller 360 dage efter slutdatoen viser stadig en positiv status. Resultatet er nået den dag, der "
        "er fulgt op. Viser en tidligere opfølgning en status, der ikke er positiv, er der ingen betaling. "
        "Uden opfølgning er der heller ingen betaling. Opfølgninger uden status er sprunget over.",
    };
    static const char *const of_enterprises[] = {
        "Virksomhed, ansat i mindst 180 dage: Et job, der begyndte i virksomheden under "
        "acceleratorforløbet, er nået til sin 180. dag. Hvert job tæller for sig.",
        "Virksomhed, flere ansatte: Virksomheden har flere ansatte, da acceleratorforløbet slutter, end da "
        "det begyndte. Det er nået den dag, acceleratorforløbet slutter.",
    };
    section_add_heading(context->document, section, 2, sv_of("Hvad der skal til for hvert resultat"));
    add_items(context, section, meanings, sizeof meanings / sizeof *meanings);
    if (has_enterprise_side(context))
        add_items(context, section, of_enterprises, sizeof of_enterprises / sizeof *of_enterprises);
}

/* " 2 forløb begynder senere og er ikke med."; nothing for none. */
static void say_unused(struct sentence s, size_t count, enum noun noun, const char *why)
{
    if (!count)
        return;
    say(s, " ");
    say_number(s, ratio_whole((int64_t)count), noun);
    say(s, why);
}

static void add_day(const struct section_context *context, struct section *section)
{
    const struct effect_view view = effect_view_of(context->data, context->document->arena);
    if (view.day == DAY_NONE)
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Alt er set, som det var på opgørelsesdatoen, ");
    say_value(s, ratio_whole(view.day), FORMAT_DATE);
    say(s, context->data->settings.effect_date == DAY_NONE
               ? ", som er den seneste start, slutning eller opfølgning i data."
               : ", som er valgt i rapport.ini.");
    say_unused(s, view.begun_later, NOUN_COURSE, " begynder senere og er ikke med.");
    say_unused(s, view.read_as_open, NOUN_COURSE, " slutter senere og er regnet som i gang.");
    say_unused(s, view.follow_ups_later, NOUN_FOLLOW_UP, " er fra en senere dag og er ikke brugt.");
}

/* The posts that a scenario does not reach. */
static void add_unreached(const struct section_context *context, struct section *section)
{
    const struct effect_view view = effect_view_of(context->data, context->document->arena);
    for (size_t i = 0; i < row_count(context->data, TABLE_INVESTMENTS); i++) {
        const struct investment *post = &investments(context->data)[i];
        const int32_t month = effect_post_month(&view, post);
        for (size_t scenario = 0; scenario < scenario_count(context); scenario++) {
            if (post->basis == INVESTED_PER_COURSE || month <= scenarios(context->data)[scenario].horizon)
                continue;
            const struct sentence s = sentence_in(context, section, PARAGRAPH_NOTE);
            say(s, "Posten »");
            say_sv(s, post->post);
            say(s, "« falder i måned\u00A0");
            say_number(s, ratio_whole(month), NOUN_NONE);
            say(s, " og er ikke talt med i scenariet »");
            say_sv(s, scenario_name(context->data, scenario));
            say(s, "«, som slutter før.");
        }
    }
}

void section_effect_assumptions(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Simuleringen bygger på de satser og forudsætninger, der står her. Betalingerne for resultater "
           "står i "
           "kapitlet »Resultater og betalinger«.");
    add_day(context, section);
    add_rules(context, section);
    add_meanings(context, section);
    section_add_heading(context->document, section, 2, sv_of("Satser og beløb"));
    add_scenarios(context, section);
    add_benefits(context, section);
    add_refunds(context, section);
    add_savings(context, section);
    add_posts(context, section);
    add_agreements(context, section);
    add_unreached(context, section);
}

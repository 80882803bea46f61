/*
 * The answer on one page: would paying for results have paid for itself, and when? And the scenarios side by
 * side.
 */
#include "effect_report.h"
#include "effect_sensitivity.h"
#include "effect_view.h"

/* What there is to pay for: figures that are not 0, in words with the article. */
static const struct {
    enum figure_id figure;
    const char *words;
} EXPENSES[] = {
    {FIGURE_EFFECT_INVESTMENT, "investeringen på "},
    {FIGURE_EFFECT_PAYMENTS, "betalingerne for resultater på "},
    {FIGURE_EFFECT_ENTERPRISE_PAYMENTS, "betalingerne til virksomheder på "},
};
enum { KINDS_OF_EXPENSE = sizeof EXPENSES / sizeof *EXPENSES };

static bool is_spent(const struct section_context *context, size_t kind)
{
    const struct figure_key key = effect_key(context, EXPENSES[kind].figure, BASE_SCENARIO);
    return figures_find(context->figures, key) && figures_value(context->figures, key).num > 0;
}

static size_t expenses(const struct section_context *context)
{
    size_t count = 0;
    for (size_t i = 0; i < KINDS_OF_EXPENSE; i++)
        count += is_spent(context, i);
    return count;
}

/* "investeringen på 20.000 kr., betalingerne for resultater på … og betalingerne til virksomheder på …" */
static void say_expenses(struct sentence s)
{
    const size_t count = expenses(s.context);
    size_t said = 0;
    for (size_t i = 0; i < KINDS_OF_EXPENSE; i++) {
        if (!is_spent(s.context, i))
            continue;
        say(s, said == 0 ? "" : said + 1 == count ? " og " : ", ");
        say(s, EXPENSES[i].words);
        say_figure(s, effect_key(s.context, EXPENSES[i].figure, BASE_SCENARIO), FORMAT_AMOUNT);
        said++;
    }
}

static void say_balance(struct sentence s, struct figure_key net, bool paid)
{
    if (!expenses(s.context)) {
        say(s, " Der er ingen udgifter at dække.");
        return;
    }
    say(s, paid ? " Den dækker " : " Den dækker ikke ");
    say_expenses(s);
    say(s, paid ? " og giver et " : " Der er et ");
    say_surplus(s, net);
}

static void add_answer(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    const struct figure_key net = effect_key(context, FIGURE_EFFECT_NET, BASE_SCENARIO);
    const bool paid = figures_value(context->figures, net).num >= 0;
    say(s, "Ville betaling for resultater have betalt sig? ");
    say(s, paid ? "Ja, i scenariet »" : "Nej, ikke i scenariet »");
    say_sv(s, scenario_name(context->data, BASE_SCENARIO));
    say(s, "«. Simuleringen når over ");
    say_number(s, ratio_whole(scenarios(context->data)[BASE_SCENARIO].horizon), NOUN_MONTH);
    say(s, " til en besparelse på ");
    say_figure(s, effect_key(context, FIGURE_EFFECT_SAVINGS, BASE_SCENARIO), FORMAT_AMOUNT);
    say_balance(s, net, paid);
}

static void add_when(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    const struct figure_key net = effect_key(context, FIGURE_EFFECT_NET, BASE_SCENARIO);
    const struct figure_key repaid = effect_key(context, FIGURE_EFFECT_REPAID_MONTH, BASE_SCENARIO);
    const struct ratio month = figures_value(context->figures, repaid);
    if (ratio_has_value(month) && month.num == 0) {
        say(s, "Kommunen har på intet tidspunkt brugt mere, end den har sparet.");
    } else {
        say(s, "Pengene er ");
        say_repaid(s, BASE_SCENARIO);
        say(s, ratio_has_value(month) ? ", talt fra forløbenes start; fra da af er regnskabet samlet i plus."
                                      : ".");
    }
    say(s, figures_value(context->figures, net).num >= 0
               ? " Indsatsen er selvfinansierende: De kommunale besparelser kan betale for den."
               : " Indsatsen er ikke selvfinansierende: De kommunale besparelser kan ikke betale for den "
                 "alene.");
}

static void add_people(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    const struct figure_key courses = effect_key(context, FIGURE_EFFECT_COURSES, BASE_SCENARIO);
    const struct figure_key net = effect_key(context, FIGURE_EFFECT_NET_PER_PARTICIPANT, BASE_SCENARIO);
    say(s, "Beregningen omfatter ");
    say_count(s, courses, NOUN_COURSE);
    say(s, " med ");
    say_count(s, effect_key(context, FIGURE_EFFECT_PARTICIPANTS, BASE_SCENARIO), NOUN_PARTICIPANT);
    say(s, ", som de så ud den ");
    say_value(s, ratio_whole(context->figures->judged_at), FORMAT_DATE);
    say(s, ". Heraf var ");
    say_count(s, effect_key(context, FIGURE_EFFECT_POSITIVE, BASE_SCENARIO), NOUN_COURSE);
    say(s, " afsluttet med et positivt udfald.");
    if (!ratio_has_value(figures_value(context->figures, net)))
        return;
    say(s, " Pr. deltager er det et ");
    say_surplus(s, net);
}

static void add_other_scenarios(const struct section_context *context, struct section *section)
{
    struct document *document = context->document;
    if (!has_several_scenarios(context))
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Under andre forudsætninger bliver svaret:");
    struct list *list = section_add_list(document, section);
    for (size_t i = BASE_SCENARIO + 1; i < scenario_count(context); i++) {
        const struct sentence item = {context, list_add_item(document, list)};
        say_sv(item, scenario_name(context->data, i));
        say(item, ": ");
        say_surplus(item, effect_key(context, FIGURE_EFFECT_NET, i));
        say(item, ", ");
        say_repaid(item, i);
        say(item, ".");
    }
}

static void add_simulation(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_NOTE);
    say(s,
        "Dette er en simulering, ikke et regnskab. Forløb, udfald og opfølgninger er dem, der står i data. "
        "Besparelserne er beregnet ud fra dem med de satser og forudsætninger, der står i kapitlet "
        "»Forudsætninger«; ingen har målt dem. Måneder er talt fra hvert forløbs egen start.");
}

/* ---- Scenarios side by side ---- */

enum { LABEL = 0, MOST_SCENARIOS = 8 };

struct scenario_table {
    const struct section_context *context;
    struct table *table;
    size_t count;
};

static void add_row(const struct scenario_table *scenarios, const char *name, enum figure_id figure,
                    enum value_format format)
{
    const struct section_context *context = scenarios->context;
    struct table_row *row = table_add_row(context->document, scenarios->table, ROW_BODY);
    row->cells[LABEL] = cell_of_text(sv_of(name));
    for (size_t i = 0; i < scenarios->count; i++) {
        const struct figure_key key = effect_key(context, figure, i);
        row->cells[i + 1] = figure == FIGURE_EFFECT_REPAID_MONTH
                                ? effect_repaid_cell(context, key)
                                : cell_of_figure(context->figures, key, format);
    }
}

/* The net is what the savings leave when all that stands above them is paid. */
static void derive_net(const struct scenario_table *scenarios)
{
    const uint16_t net = (uint16_t)(scenarios->table->row_count - 1);
    scenarios->table->rows[net].note = note_on_rounding(scenarios->table);
    for (size_t i = 0; i < scenarios->count; i++)
        scenarios->table->rows[net].cells[i + 1].derivation =
            (struct derivation){.kind = DERIVED_LESS_ROWS, .a = (uint16_t)(net - 1), .b = 0};
}

static void add_self_financing(const struct scenario_table *scenarios)
{
    const struct section_context *context = scenarios->context;
    struct table_row *row = table_add_row(context->document, scenarios->table, ROW_BODY);
    row->cells[LABEL] = cell_of_text(sv_of("Selvfinansierende"));
    for (size_t i = 0; i < scenarios->count; i++)
        row->cells[i + 1] = effect_self_financing(context, effect_key(context, FIGURE_EFFECT_NET, i));
}

static void add_horizons(const struct scenario_table *table)
{
    const struct section_context *context = table->context;
    struct table_row *row = table_add_row(context->document, table->table, ROW_BODY);
    row->cells[LABEL] = cell_of_text(sv_of("Horisont i måneder"));
    for (size_t i = 0; i < table->count; i++)
        row->cells[i + 1] = cell_of_value(ratio_whole(scenarios(context->data)[i].horizon), FORMAT_COUNT);
}

static struct table *open_scenarios(const struct section_context *context, struct section *section,
                                    size_t count)
{
    struct table_column columns[MOST_SCENARIOS + 1] = {[LABEL] = {.heading = SV("Nøgletal")}};
    for (size_t i = 0; i < count; i++)
        columns[i + 1] =
            (struct table_column){.heading = scenario_name(context->data, i), .format = FORMAT_AMOUNT};
    return section_add_table(
        context->document, section, "scenarier", "Scenarier",
        effect_title(context, count > 1 ? "Simulering af betaling for resultater, scenarierne side om side"
                                        : "Simulering af betaling for resultater"),
        columns, count + 1);
}

static void add_scenarios(const struct section_context *context, struct section *section)
{
    const size_t count = scenario_count(context) < MOST_SCENARIOS ? scenario_count(context) : MOST_SCENARIOS;
    const struct scenario_table table = {context, open_scenarios(context, section, count), count};
    add_row(&table, "Investering, kr.", FIGURE_EFFECT_INVESTMENT, FORMAT_AMOUNT);
    add_row(&table, "Betalinger for resultater, kr.", FIGURE_EFFECT_PAYMENTS, FORMAT_AMOUNT);
    if (has_enterprise_side(context))
        add_row(&table, "Betalinger til virksomheder, kr.", FIGURE_EFFECT_ENTERPRISE_PAYMENTS, FORMAT_AMOUNT);
    add_row(&table, "Besparelse, kr.", FIGURE_EFFECT_SAVINGS, FORMAT_AMOUNT);
    add_row(&table, "Netto, kr.", FIGURE_EFFECT_NET, FORMAT_AMOUNT);
    derive_net(&table);
    add_row(&table, "Netto pr. deltager, kr.", FIGURE_EFFECT_NET_PER_PARTICIPANT, FORMAT_AMOUNT);
    add_row(&table, "Afkast", FIGURE_EFFECT_RETURN, FORMAT_SHARE);
    add_row(&table, "Tilbagebetalt i måned", FIGURE_EFFECT_REPAID_MONTH, FORMAT_COUNT);
    add_self_financing(&table);
    add_horizons(&table);
    table.table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_SCENARIOS);
    if (scenario_count(context) > count)
        table.table->title_note = table_add_note(
            table.table, sv_of("Tabellen viser de første otte scenarier; nøgletalsfilen har alle."));
}

void section_effect_answer(const struct section_context *context, struct section *section)
{
    if (!has_effect_courses(context)) {
        say(sentence_in(context, section, PARAGRAPH_LEAD),
            "Der er ingen forløb at regne på, så simuleringen kan ikke sige, om betaling for resultater "
            "ville have "
            "betalt sig.");
        return;
    }
    add_answer(context, section);
    add_when(context, section);
    add_people(context, section);
    add_other_scenarios(context, section);
    say_widest_change(sentence_in(context, section, PARAGRAPH_BODY));
    add_simulation(context, section);
    add_scenarios(context, section);
}

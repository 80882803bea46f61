#include "effort_sentences.h"

#include "best_year.h"
#include "period_words.h"

static const char NO_CURE_NO_PAY[] = "no_cure_no_pay";

static struct figure_key now_key(struct sentence s, enum figure_id id)
{
    return figure_key(s.context->figures, id);
}

static struct figure_key code_key(struct sentence s, enum figure_id id, const char *code)
{
    return figure_key_code(s.context->figures, now_key(s, id), sv_of(code));
}

static struct ratio value_of(struct sentence s, struct figure_key key)
{
    return figures_value(s.context->figures, key);
}

static struct ratio now(struct sentence s, enum figure_id id)
{
    return value_of(s, now_key(s, id));
}

/* No value when the store has no period before, or the report is preliminary. */
static struct ratio before(struct sentence s, struct figure_key key)
{
    const struct figures *figures = s.context->figures;
    key.period = figures->previous;
    if (figures->previous == UINT16_MAX || figures->preliminary)
        return ratio_none();
    return figures_value(figures, key);
}

static bool is_zero(struct ratio value)
{
    return value.num == 0;
}

static bool is_one(struct ratio value)
{
    return ratio_has_value(value) && ratio_compare(value, ratio_whole(1)) == 0;
}

static bool is_same(struct ratio a, struct ratio b)
{
    return ratio_has_value(a) && ratio_has_value(b) && ratio_compare(a, b) == 0;
}

static void say_count_change(struct sentence s, struct figure_key key, enum said_when when)
{
    say_change(s, value_of(s, key), before(s, key), when);
}

/* ", 200.000 kr. mere end i 2023", ", lige så meget som i 2023"; nothing when there was none before. */
static void say_amount_change(struct sentence s, struct figure_key key)
{
    const struct figures *figures = s.context->figures;
    const struct ratio change = ratio_subtract(value_of(s, key), before(s, key));
    if (!ratio_has_value(change) || is_zero(before(s, key)))
        return;
    say(s, ", ");
    if (is_zero(change)) {
        say(s, "lige så meget som ");
    } else {
        say_value(s, change.num < 0 ? ratio_subtract(ratio_whole(0), change) : change, FORMAT_AMOUNT);
        say(s, change.num < 0 ? " mindre end " : " mere end ");
    }
    say_sv(s, period_compared(s.context->document->arena, &figures->periods[figures->previous], SAID_DURING));
}

/* A full stop, unless an amount has ended the sentence with that of "kr." */
static void say_stop(struct sentence s)
{
    const struct cell *last = &s.paragraph->spans[s.paragraph->span_count - 1];
    if (last->kind == CELL_TEXT || last->format != FORMAT_AMOUNT)
        say(s, ".");
}

/* ---- The Slagelse model ---- */

static void say_where_next(struct sentence s, bool elsewhere)
{
    say(s, elsewhere ? "i en anden virksomhed end borgerens job før"
                     : "i samme virksomhed som borgerens job før");
}

/* "; 4 af dem i en anden virksomhed end borgerens job før" */
static void say_next_elsewhere(struct sentence s)
{
    const struct ratio next = now(s, FIGURE_JOBS_NEXT);
    const struct ratio elsewhere = now(s, FIGURE_JOBS_NEXT_ELSEWHERE);
    const bool alike = is_zero(elsewhere) || is_same(next, elsewhere);
    if (is_zero(next))
        return;
    if (is_one(next)) {
        say(s, ", ");
    } else if (alike) {
        say(s, is_same(next, ratio_whole(2)) ? ", begge " : ", alle ");
    } else {
        say(s, "; ");
        say_figure(s, now_key(s, FIGURE_JOBS_NEXT_ELSEWHERE), FORMAT_COUNT);
        say(s, " af dem ");
    }
    say_where_next(s, !is_zero(elsewhere));
}

static void say_only_job(struct sentence s)
{
    say(s, "Det ene nye job ");
    say_during(s);
    say(s, is_zero(now(s, FIGURE_JOBS_NEXT)) ? " var borgerens første" : " var et næste job");
}

static void say_first_and_next(struct sentence s)
{
    say(s, "Af de nye job ");
    say_during(s);
    say(s, " var ");
    say_count(s, now_key(s, FIGURE_JOBS_FIRST), NOUN_NONE);
    say(s, " borgerens første og ");
    say_count(s, now_key(s, FIGURE_JOBS_NEXT), NOUN_NONE);
    say(s, " et næste job");
}

void say_slagelse_model(struct sentence s)
{
    const struct ratio all = ratio_add(now(s, FIGURE_JOBS_FIRST), now(s, FIGURE_JOBS_NEXT));
    say(s,
        "I Slagelse-modellen giver det første job stabilitet og progression og er grundlaget for det næste, "
        "typisk i en anden virksomhed.");
    if (is_zero(all))
        return;
    say(s, " ");
    if (is_one(all))
        say_only_job(s);
    else
        say_first_and_next(s);
    say_next_elsewhere(s);
    say(s, ".");
}

/* ---- Fundraising ---- */

void say_applications(struct sentence s)
{
    const struct figure_key sent = now_key(s, FIGURE_APPLICATIONS_SENT);
    const struct ratio count = value_of(s, sent);
    if (is_zero(count)) {
        say(s, "Der blev ikke indsendt nogen ansøgninger ");
    } else {
        say(s, "Der blev indsendt ");
        say_count(s, sent, NOUN_APPLICATION);
        say(s, is_one(count) ? " på " : " på i alt ");
        say_figure(s, now_key(s, FIGURE_APPLICATIONS_SOUGHT), FORMAT_AMOUNT);
        say(s, " ");
    }
    say_during(s);
    say_count_change(s, sent, SAID_DURING);
    say(s, ".");
    if (!is_zero(count))
        say_best_year_of_figure(s, FIGURE_APPLICATIONS_SENT);
}

/* "Alle 3 ansøgninger, der blev afgjort i 2024, blev imødekommet": only where every one was. */
static void say_all_granted(struct sentence s, struct ratio grants)
{
    if (is_one(grants)) {
        say(s, "Den ene ansøgning, der blev afgjort ");
    } else {
        say(s, "Alle ");
        say_count(s, now_key(s, FIGURE_APPLICATIONS_GRANTED), NOUN_APPLICATION);
        say(s, ", der blev afgjort ");
    }
    say_during(s);
    say(s, ", blev imødekommet");
}

static void say_some_granted(struct sentence s)
{
    say(s, "Af de ansøgninger, der blev afgjort ");
    say_during(s);
    say(s, ", blev ");
    say_figure(s, now_key(s, FIGURE_APPLICATIONS_GRANTED), FORMAT_COUNT);
    say(s, " (");
    say_figure(s, now_key(s, FIGURE_APPLICATIONS_SUCCESS), FORMAT_SHARE);
    say(s, ") imødekommet");
}

static void say_none_granted(struct sentence s, bool any_decided)
{
    say(s, any_decided ? "Ingen af de ansøgninger, der blev afgjort " : "Ingen ansøgninger blev afgjort ");
    say_during(s);
    say(s, any_decided ? ", blev imødekommet." : ".");
}

void say_grants(struct sentence s)
{
    const struct ratio success = now(s, FIGURE_APPLICATIONS_SUCCESS);
    const struct ratio grants = now(s, FIGURE_APPLICATIONS_GRANTED);
    if (is_zero(grants)) {
        say_none_granted(s, ratio_has_value(success));
        return;
    }
    if (is_one(success))
        say_all_granted(s, grants);
    else
        say_some_granted(s);
    say(s, is_one(grants) ? " med " : " med i alt ");
    say_figure(s, now_key(s, FIGURE_APPLICATIONS_AMOUNT), FORMAT_AMOUNT);
    say_amount_change(s, now_key(s, FIGURE_APPLICATIONS_AMOUNT));
    say_stop(s);
    say_best_year_of_figure(s, FIGURE_APPLICATIONS_AMOUNT);
}

static void say_donors_again(struct sentence s, struct ratio donors, struct ratio again)
{
    if (is_zero(again)) {
        say(s, is_one(donors) ? ", som ikke har givet tidligere." : "; ingen af dem har givet tidligere.");
        return;
    }
    if (is_one(donors)) {
        say(s, ", som også");
    } else if (is_same(donors, again)) {
        say(s, is_same(donors, ratio_whole(2)) ? ", som begge også" : ", som alle også");
    } else {
        say(s, "; ");
        say_figure(s, now_key(s, FIGURE_DONORS_AGAIN), FORMAT_COUNT);
        say(s, " af dem");
    }
    say(s, is_one(donors) || is_same(donors, again) ? " har givet tidligere" : " har også givet tidligere");
    say(s, " (»Den Gyldne Donation«).");
}

void say_donors(struct sentence s)
{
    const struct ratio donors = now(s, FIGURE_DONORS);
    if (is_zero(donors))
        return;
    say(s, is_one(now(s, FIGURE_APPLICATIONS_GRANTED)) ? "Bevillingen kom fra " : "Bevillingerne kom fra ");
    say_count(s, now_key(s, FIGURE_DONORS), NOUN_DONOR);
    say_donors_again(s, donors, now(s, FIGURE_DONORS_AGAIN));
}

void say_no_cure_no_pay(struct sentence s)
{
    const struct figure_key part = code_key(s, FIGURE_APPLICATIONS_SENT, NO_CURE_NO_PAY);
    const struct figure_key all = now_key(s, FIGURE_APPLICATIONS_SENT);
    if (is_zero(value_of(s, part)))
        return;
    say(s, "Modellen »no cure, no pay« blev brugt i ");
    if (is_one(value_of(s, all)))
        say(s, "den ene ansøgning");
    else
        say_part(s, part, all, NOUN_APPLICATION);
    say(s, ".");
}

/* ---- Trial actions and the UN goals ---- */

struct ratio trials_running(const struct figures *figures)
{
    struct ratio sum = ratio_whole(0);
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *row = &figures->rows[i];
        if (row->key.figure == FIGURE_TRIALS_STATUS && row->key.period == figures->report)
            sum = ratio_add(sum, row->value);
    }
    return sum;
}

void say_trials_started(struct sentence s)
{
    const struct figure_key started = now_key(s, FIGURE_TRIALS_STARTED);
    if (is_zero(value_of(s, started))) {
        say(s, "Der blev ikke sat nogen prøvehandlinger i gang ");
    } else {
        say(s, "Der blev sat ");
        say_count(s, started, NOUN_TRIAL);
        say(s, " i gang ");
    }
    say_during(s);
    say_count_change(s, started, SAID_DURING);
    say(s, ".");
    if (!is_zero(value_of(s, started)))
        say_best_year_of_figure(s, FIGURE_TRIALS_STARTED);
}

/* "5 går på tværs af sektorer, og 2 har en lokal partner", "den går på tværs af sektorer". */
static void say_marks(struct sentence s, bool single)
{
    const bool across = !is_zero(now(s, FIGURE_TRIALS_ACROSS_SECTORS));
    const bool partner = !is_zero(now(s, FIGURE_TRIALS_LOCAL_PARTNER));
    if (across || partner)
        say(s, single ? "; den" : "; ");
    if (across && !single)
        say_figure(s, now_key(s, FIGURE_TRIALS_ACROSS_SECTORS), FORMAT_COUNT);
    if (across)
        say(s, " går på tværs af sektorer");
    if (across && partner)
        say(s, single ? " og" : ", og ");
    if (partner && !single)
        say_figure(s, now_key(s, FIGURE_TRIALS_LOCAL_PARTNER), FORMAT_COUNT);
    if (partner)
        say(s, " har en lokal partner");
}

void say_trials_running(struct sentence s)
{
    const struct ratio running = trials_running(s.context->figures);
    if (is_zero(running))
        return;
    say(s, "I alt var ");
    say_number(s, running, NOUN_TRIAL);
    say(s, " i gang ");
    say_during(s);
    say_marks(s, is_one(running));
    say(s, ".");
}

static int64_t un_goals_named(struct sentence s)
{
    const struct code_list *goals_of_un = code_list(&s.context->data->codes, CODES_UN_GOAL);
    int64_t count = 0;
    for (uint16_t i = 0; i < goals_of_un->count; i++)
        count += !is_zero(value_of(s, figure_key_code(s.context->figures, now_key(s, FIGURE_TRIALS_UN_GOAL),
                                                      code_text(goals_of_un, i))));
    return count;
}

void say_un_goals(struct sentence s)
{
    const int64_t named = un_goals_named(s);
    const struct figure_key partnerships = code_key(s, FIGURE_TRIALS_UN_GOAL, "17");
    if (is_zero(trials_running(s.context->figures)))
        return;
    if (!named) {
        say(s, "Ingen af de prøvehandlinger, der var i gang, er knyttet til et af FN's verdensmål.");
        return;
    }
    say(s, "De prøvehandlinger, der var i gang, bidrager til ");
    say_value(s, ratio_whole(named), FORMAT_COUNT);
    say(s, " af FN's 17 verdensmål");
    if (!is_zero(value_of(s, partnerships))) {
        say(s, "; ");
        say_figure(s, partnerships, FORMAT_COUNT);
        say(s, " bidrager til mål 17, Partnerskaber for handling");
    }
    say(s, ".");
}

/* ---- Local purchasing ---- */

static void say_where_bought(struct sentence s)
{
    const struct figure_key purchases = now_key(s, FIGURE_PURCHASES_COUNT);
    if (is_one(value_of(s, purchases))) {
        say(s, " Det var et enkelt indkøb.");
        return;
    }
    say(s, " De ");
    say_count(s, purchases, NOUN_PURCHASE);
    if (is_one(now(s, FIGURE_PURCHASES_ENTERPRISES))) {
        say(s, " blev gjort hos samme virksomhed.");
        return;
    }
    say(s, " blev gjort hos ");
    say_count(s, now_key(s, FIGURE_PURCHASES_ENTERPRISES), NOUN_ENTERPRISE);
    say(s, ".");
}

void say_purchases(struct sentence s)
{
    const struct figure_key amount = now_key(s, FIGURE_PURCHASES_AMOUNT);
    if (is_zero(now(s, FIGURE_PURCHASES_COUNT))) {
        say(s, "Der er ikke oplyst nogen lokale indkøb ");
        say_during(s);
        say(s, ".");
        return;
    }
    say(s, "Kommunen købte lokalt ind for ");
    say_figure(s, amount, FORMAT_AMOUNT);
    say(s, " ");
    say_during(s);
    say_amount_change(s, amount);
    say(s, ".");
    say_best_year_of_figure(s, FIGURE_PURCHASES_AMOUNT);
    say_where_bought(s);
}

void say_reserved(struct sentence s)
{
    const struct ratio reserved = now(s, FIGURE_PURCHASES_RESERVED);
    if (is_zero(reserved))
        return;
    if (is_same(reserved, now(s, FIGURE_PURCHASES_AMOUNT))) {
        say(s, "Hele beløbet blev brugt på reserverede kontrakter.");
        return;
    }
    say(s, "Heraf blev ");
    say_figure(s, now_key(s, FIGURE_PURCHASES_RESERVED), FORMAT_AMOUNT);
    say(s, " brugt på reserverede kontrakter.");
}

static void say_enterprises_of(struct sentence s, int64_t count)
{
    if (count == 1)
        say(s, "en virksomhed ");
    else
        say(s, "virksomheder ");
}

void say_purchase_agreements(struct sentence s, int64_t inside, int64_t outside)
{
    const int64_t all = inside + outside;
    say_opening_at_end(s);
    say(s, " var der ");
    say_count(s, code_key(s, FIGURE_AGREEMENTS_AT_END, "indkoebsaftale"), NOUN_PURCHASE_AGREEMENT);
    if (inside && outside) {
        say(s, ": ");
        say_value(s, ratio_whole(inside), FORMAT_COUNT);
        say(s, " med ");
        say_enterprises_of(s, inside);
        say(s, "i kommunen og ");
        say_value(s, ratio_whole(outside), FORMAT_COUNT);
        say(s, " med ");
        say_enterprises_of(s, outside);
        say(s, "uden for kommunen");
    } else if (all) {
        say(s, all == 1 ? " med " : all == 2 ? ", begge med " : ", alle med ");
        say_enterprises_of(s, all);
        say(s, inside ? "i kommunen" : "uden for kommunen");
    }
    say(s, ".");
}

/* ---- The widened target group ---- */

static struct figure_key group_key(struct sentence s, uint16_t period, uint16_t group)
{
    struct figure_key key = figure_key_in(s.context->figures, FIGURE_COURSES_PERSONS, period);
    key.target_group = group;
    return key;
}

/* How many groups have citizens; *largest is the one with the most, CODE_NONE when several share that. */
static int64_t groups_in(struct sentence s, uint16_t period, uint16_t *largest)
{
    const size_t groups = code_list(&s.context->data->codes, CODES_TARGET_GROUP)->count;
    struct ratio most = ratio_whole(0);
    int64_t count = 0;
    *largest = CODE_NONE;
    for (uint16_t group = 0; group < groups; group++) {
        const struct ratio citizens = value_of(s, group_key(s, period, group));
        if (is_zero(citizens))
            continue;
        count++;
        if (is_same(citizens, most))
            *largest = CODE_NONE;
        if (ratio_compare(citizens, most) > 0) {
            most = citizens;
            *largest = group;
        }
    }
    return count;
}

static struct sv group_name(struct sentence s, uint16_t group)
{
    return text_lowered(s.context->document->arena,
                        code_name(code_list(&s.context->data->codes, CODES_TARGET_GROUP), group));
}

static void say_largest_group(struct sentence s, uint16_t largest)
{
    say(s, "; flest, ");
    say_figure(s, group_key(s, s.context->figures->report, largest), FORMAT_COUNT);
    say(s, ", fra målgruppen ");
    say_sv(s, group_name(s, largest));
}

void say_target_groups(struct sentence s)
{
    uint16_t largest;
    const int64_t count = groups_in(s, s.context->figures->report, &largest);
    if (!count)
        return;
    say(s, "Borgerne i forløb ");
    say_during(s);
    if (count == 1) {
        say(s, " kom alle fra målgruppen ");
        say_sv(s, group_name(s, largest));
        say(s, ".");
        return;
    }
    say(s, " kom fra ");
    say_value(s, ratio_whole(count), FORMAT_COUNT);
    say(s, " målgrupper");
    if (largest != CODE_NONE)
        say_largest_group(s, largest);
    say(s, ".");
}

/* ---- CSR and in-house solutions ---- */

/* " 3 nye job kom af CSR-aftalerne i 2024." */
static void say_jobs_of(struct sentence s, enum figure_id id, const char *one, const char *many)
{
    const struct ratio jobs_new = now(s, id);
    if (is_zero(jobs_new))
        return;
    say(s, " ");
    say_count(s, now_key(s, id), NOUN_JOB);
    say(s, is_one(jobs_new) ? one : many);
    say_during(s);
    say_count_change(s, now_key(s, id), SAID_DURING);
    say(s, ".");
}

static bool is_told(struct sentence s, struct figure_key stock, enum figure_id flow)
{
    return !is_zero(value_of(s, stock)) || !is_zero(before(s, stock)) || !is_zero(now(s, flow));
}

static void say_stock(struct sentence s, struct figure_key stock, enum noun noun)
{
    say_opening_at_end(s);
    say(s, " var der ");
    say_count(s, stock, noun);
    say_count_change(s, stock, SAID_AT_END);
    say(s, ".");
}

void say_csr(struct sentence s)
{
    const struct figure_key stock = code_key(s, FIGURE_AGREEMENTS_AT_END, "csr");
    if (!is_told(s, stock, FIGURE_JOBS_CSR))
        return;
    say_stock(s, stock, NOUN_CSR_AGREEMENT);
    say_jobs_of(s, FIGURE_JOBS_CSR, " blev skabt efter en CSR-aftale ", " blev skabt efter CSR-aftaler ");
}

void say_in_house(struct sentence s)
{
    const struct figure_key stock = code_key(s, FIGURE_ENTERPRISES_AT_END, "in_house");
    const struct figure_key opened = code_key(s, FIGURE_ENTERPRISES_NEW, "in_house");
    if (!is_told(s, stock, FIGURE_JOBS_IN_HOUSE) && is_zero(value_of(s, opened)))
        return;
    say_stock(s, stock, NOUN_IN_HOUSE);
    if (!is_zero(value_of(s, opened))) {
        say(s, " ");
        say_figure(s, opened, FORMAT_COUNT);
        say(s, " kom til ");
        say_during(s);
        say(s, ".");
    }
    say_jobs_of(s, FIGURE_JOBS_IN_HOUSE, " blev skabt i en in-house løsning ",
                " blev skabt i in-house løsninger ");
}

/* ---- A paragraph of them ---- */

void add_sentences(const struct section_context *context, struct section *section,
                   void (*const *sentences)(struct sentence), size_t count)
{
    struct paragraph paragraph = {.look = PARAGRAPH_BODY};
    const struct sentence s = {context, &paragraph};
    for (size_t i = 0; i < count; i++) {
        const size_t spans = paragraph.span_count;
        if (spans)
            say(s, " ");
        const size_t begun = paragraph.span_count;
        sentences[i](s);
        if (paragraph.span_count == begun)
            paragraph.span_count = spans;
    }
    if (paragraph.span_count)
        *section_add_paragraph(context->document, section, PARAGRAPH_BODY) = paragraph;
}

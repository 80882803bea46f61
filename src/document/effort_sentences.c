#include "effort_sentences.h"

#include "effort_figures.h"

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

/* " Der blev skabt 3 job efter CSR-aftaler i 2024." */
static void say_jobs_of(struct sentence s, enum figure_id id, const char *one, const char *many)
{
    const struct ratio jobs_new = now(s, id);
    if (is_zero(jobs_new))
        return;
    say(s, " Der blev skabt ");
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
    say_jobs_of(s, FIGURE_JOBS_CSR, " efter en CSR-aftale ", " efter CSR-aftaler ");
}

void say_in_house(struct sentence s)
{
    const struct figure_key stock = code_key(s, FIGURE_ENTERPRISES_AT_END, "in_house");
    const struct figure_key opened = code_key(s, FIGURE_ENTERPRISES_NEW, "in_house");
    if (!is_told(s, stock, FIGURE_JOBS_IN_HOUSE) && is_zero(value_of(s, opened)))
        return;
    say_stock(s, stock, NOUN_IN_HOUSE);
    if (!is_zero(value_of(s, opened))) {
        say(s, " Der kom ");
        say_figure(s, opened, FORMAT_COUNT);
        say(s, " til ");
        say_during(s);
        say(s, ".");
    }
    say_jobs_of(s, FIGURE_JOBS_IN_HOUSE, " i en in-house løsning ", " i in-house løsninger ");
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

/*
 * One agreement: facts, what came of the courses, why some stopped, and where the citizens are now. Good and
 * bad outcomes both stand.
 */
#include "sections.h"
#include "sentence.h"

/* One agreement in one report. */
struct page {
    const struct section_context *context;
    struct section *section;
    uint32_t row;
    const struct agreement *agreement;
};

static struct figure_key key_of(const struct page *page, enum figure_id id)
{
    struct figure_key key = figure_key(page->context->figures, id);
    key.agreement = page->row;
    return key;
}

static struct figure_key key_of_code(const struct page *page, enum figure_id id, struct sv code)
{
    return figure_key_code(page->context->figures, key_of(page, id), code);
}

static struct ratio value_of(const struct page *page, enum figure_id id)
{
    return figures_value(page->context->figures, key_of(page, id));
}

/* No value when the store has no year before. */
static struct cell before_cell(const struct page *page, struct figure_key key)
{
    const uint16_t previous = page->context->figures->previous;
    key.period = previous;
    return previous == UINT16_MAX ? cell_of_value(ratio_none(), FORMAT_COUNT)
                                  : cell_of_figure(page->context->figures, key, FORMAT_COUNT);
}

static const struct code_list *list_of(const struct page *page, enum code_list_id id)
{
    return code_list(&page->context->data->codes, id);
}

static bool is_one(struct ratio value)
{
    return ratio_has_value(value) && ratio_compare(value, ratio_whole(1)) == 0;
}

/* ---- Facts ---- */

static void say_dates(struct sentence s, const struct agreement *agreement)
{
    say(s, agreement->end == DAY_NONE ? " siden " : " fra ");
    say_value(s, ratio_whole(agreement->start), FORMAT_DATE);
    if (agreement->end == DAY_NONE)
        return;
    say(s, " til ");
    say_value(s, ratio_whole(agreement->end), FORMAT_DATE);
}

static void say_terms(struct sentence s, const struct agreement *agreement)
{
    if (agreement->places != WHOLE_NONE) {
        say(s, "; ");
        say_number(s, ratio_whole(agreement->places), NOUN_PLACE);
    }
    if (agreement->price_per_course != DECIMAL_NONE) {
        say(s, "; ");
        say_value(s, ratio_decimal(agreement->price_per_course), FORMAT_AMOUNT);
        say(s, " pr. forløb");
    }
}

/* "Samarbejdsaftale med Løvspring Gartneri siden 2. februar 2015; 16 pladser; 28.500 kr. pr. forløb." */
static void add_facts(const struct page *page)
{
    const struct agreement *agreement = page->agreement;
    const struct sentence s = sentence_in(page->context, page->section, PARAGRAPH_BODY);
    say_sv(s, code_name(list_of(page, CODES_AGREEMENT_TYPE), agreement->type));
    if (agreement->enterprise != ROW_NONE) {
        say(s, " med ");
        say_sv(s, enterprises(page->context->data)[agreement->enterprise].name);
    }
    say_dates(s, agreement);
    say_terms(s, agreement);
    if (agreement->target_group != CODE_NONE) {
        say(s, "; målgruppe: ");
        say_sv(s, text_lowered(page->context->document->arena,
                               code_name(list_of(page, CODES_TARGET_GROUP), agreement->target_group)));
    }
    say(s, ".");
}

/* ---- What came of it ---- */

static void say_flow(struct sentence s, const struct page *page)
{
    say(s, "Der begyndte ");
    say_count(s, key_of(page, FIGURE_COURSES_STARTED), NOUN_COURSE);
    say(s, " ");
    say_during(s);
    say(s, ", og ");
    say_count(s, key_of(page, FIGURE_COURSES_ENDED), NOUN_NONE);
    say(s, " blev afsluttet; ");
    say_at_end(s);
    say(s, " var ");
    say_count(s, key_of(page, FIGURE_COURSES_AT_END), NOUN_NONE);
    say(s, " i gang.");
}

/* "; i 2023 var det 2 af 3": numbers are small, so no difference of shares. */
static void say_effect_before(struct sentence s, const struct page *page)
{
    const struct cell ended = before_cell(page, key_of(page, FIGURE_COURSES_ENDED));
    if (!ratio_has_value(ended.value) || ended.value.num == 0)
        return;
    say_sv(s, sv_format(page->context->document->arena, "; i %d var det ", previous_year(page->context)));
    paragraph_add(page->context->document, s.paragraph,
                  before_cell(page, key_of(page, FIGURE_COURSES_POSITIVE)));
    say(s, " af ");
    paragraph_add(page->context->document, s.paragraph, ended);
}

static void say_effect_of(struct sentence s, const struct page *page)
{
    const struct ratio ended = value_of(page, FIGURE_COURSES_ENDED);
    const struct ratio positive = value_of(page, FIGURE_COURSES_POSITIVE);
    if (ended.num == 0)
        return;
    if (is_one(ended)) {
        say(s, positive.num ? " Det ene forløb endte med et positivt udfald"
                            : " Det ene forløb endte ikke med et positivt udfald");
    } else {
        say(s, " Effekten var ");
        say_share(s, key_of(page, FIGURE_COURSES_EFFECT), key_of(page, FIGURE_COURSES_ENDED));
        say(s, ": ");
        say_part(s, key_of(page, FIGURE_COURSES_POSITIVE), key_of(page, FIGURE_COURSES_ENDED), NOUN_COURSE);
        say(s, " endte med et positivt udfald");
    }
    say_effect_before(s, page);
    say(s, ".");
}

static int64_t count_of(const struct page *page, enum figure_id id, const char *code)
{
    const struct ratio value = figures_value(page->context->figures, key_of_code(page, id, sv_of(code)));
    return ratio_has_value(value) ? ratio_round(value, 0) : 0;
}

static void say_steps(struct sentence s, const struct page *page)
{
    const enum figure_id id = FIGURE_COURSES_PROGRESSION;
    if (count_of(page, id, "frem") + count_of(page, id, "uaendret") + count_of(page, id, "tilbage") == 0)
        return;
    say(s, " I værdikæden endte ");
    say_count(s, key_of_code(page, id, sv_of("frem")), NOUN_NONE);
    say(s, " længere fremme, ");
    say_count(s, key_of_code(page, id, sv_of("uaendret")), NOUN_NONE);
    say(s, " på samme trin og ");
    say_count(s, key_of_code(page, id, sv_of("tilbage")), NOUN_NONE);
    say(s, " længere tilbage.");
}

static void say_hours(struct sentence s, const struct page *page)
{
    const struct ratio change = value_of(page, FIGURE_COURSES_HOURS_CHANGE);
    if (!ratio_has_value(change))
        return;
    if (ratio_round(change, 1) == 0) {
        say(s, " Antallet af lønnede timer om ugen var i gennemsnit det samme ved slut som ved start.");
        return;
    }
    say(s, change.num > 0 ? " Antallet af lønnede timer om ugen steg i gennemsnit med "
                          : " Antallet af lønnede timer om ugen faldt i gennemsnit med ");
    const struct figure_key key = key_of(page, FIGURE_COURSES_HOURS_CHANGE);
    struct cell cell = cell_of_figure(page->context->figures, key, FORMAT_DECIMAL);
    if (change.num < 0)
        cell.value = ratio_subtract(ratio_whole(0), change);
    paragraph_add(page->context->document, s.paragraph, cell);
    say(s, ".");
}

static bool has_stops(const struct page *page, size_t reason)
{
    const struct sv code = list_of(page, CODES_DROPOUT_REASON)->codes[reason].code;
    return figures_find(page->context->figures, key_of_code(page, FIGURE_COURSES_STOPPED, code)) != NULL;
}

static size_t reasons_found(const struct page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < list_of(page, CODES_DROPOUT_REASON)->count; i++)
        count += has_stops(page, i);
    return count;
}

/* " 3 stoppede undervejs; årsag: misbrug 2 og helbred 1." A single reason needs no number. */
static void say_stops(struct sentence s, const struct page *page)
{
    const struct code_list *reasons = list_of(page, CODES_DROPOUT_REASON);
    const size_t count = reasons_found(page);
    size_t left = count;
    if (!count)
        return;
    say(s, " ");
    say_figure(s, key_of_code(page, FIGURE_COURSES_OUTCOME, sv_of("stoppet")), FORMAT_COUNT);
    say(s, " stoppede undervejs; årsag: ");
    for (size_t i = 0; i < reasons->count; i++) {
        if (!has_stops(page, i))
            continue;
        say_sv(s, text_lowered(page->context->document->arena, reasons->codes[i].name));
        if (count > 1) {
            say(s, "\u00A0");
            say_figure(s, key_of_code(page, FIGURE_COURSES_STOPPED, reasons->codes[i].code), FORMAT_COUNT);
        }
        left--;
        say(s, left == 0 ? "." : left == 1 ? " og " : ", ");
    }
}

static void say_retention_of(struct sentence s, const struct page *page)
{
    if (!ratio_has_value(value_of(page, FIGURE_COURSES_RETENTION)))
        return;
    say(s, " Af dem, der er fulgt op et halvt til et helt år efter et positivt udfald, havde ");
    say_share_of_all(s, key_of(page, FIGURE_COURSES_RETENTION));
    say(s, " det stadig.");
}

static void add_results(const struct page *page)
{
    const struct sentence s = sentence_in(page->context, page->section, PARAGRAPH_BODY);
    if (say_year_not_begun(s))
        return;
    say_flow(s, page);
    say_effect_of(s, page);
    say_steps(s, page);
    say_hours(s, page);
    say_stops(s, page);
    say_retention_of(s, page);
}

static void say_no_outcomes(const struct page *page)
{
    const struct sentence s = sentence_in(page->context, page->section, PARAGRAPH_NOTE);
    say(s, "Ingen forløb under aftalen blev afsluttet ");
    say_during(s);
    say(s, " eller året før, så der er ikke noget udfald at vise.");
}

void agreement_page(const struct section_context *context, struct section *section, uint32_t agreement)
{
    const struct page page = {context, section, agreement, &agreements(context->data)[agreement]};
    section_add_heading(context->document, section, 3,
                        sv_format(context->document->arena, "%.*s %.*s",
                                  SV_ARG(agreement_id(context->data, agreement)),
                                  SV_ARG(page.agreement->name)));
    add_facts(&page);
    add_results(&page);
    if (has_outcomes(context, agreement))
        add_outcome_table(context, section, agreement);
    else if (!context->figures->preliminary || is_part_of_year(context->figures))
        say_no_outcomes(&page);
}

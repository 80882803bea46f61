/*
 * One agreement: facts, what came of the courses, why some stopped, and where the citizens are now. Good and
 * bad outcomes both stand.
 */
#include "agreement_page.h"

#include "evaluation_table.h"
#include "narrative_text.h"
#include "period_words.h"
#include "sections.h"
#include "sentence.h"
#include "status_rows.h"

/* The figures that tell what came of the courses: of a period, or of all the agreement's time. */
struct scope {
    enum figure_id ended;
    enum figure_id positive;
    enum figure_id effect;
    enum figure_id outcome;
    enum figure_id stopped;
};

static const struct scope in_period = {FIGURE_COURSES_ENDED, FIGURE_COURSES_POSITIVE, FIGURE_COURSES_EFFECT,
                                       FIGURE_COURSES_OUTCOME, FIGURE_COURSES_STOPPED};
static const struct scope so_far = {FIGURE_COURSES_ENDED_SO_FAR, FIGURE_COURSES_POSITIVE_SO_FAR,
                                    FIGURE_COURSES_EFFECT_SO_FAR, FIGURE_COURSES_OUTCOME_SO_FAR,
                                    FIGURE_COURSES_STOPPED_SO_FAR};

/* One agreement in one report. */
struct page {
    const struct section_context *context;
    struct section *section;
    uint32_t row;
    const struct agreement *agreement;
    const struct scope *scope;
    uint16_t period; /* of the figures */
    uint16_t before; /* what they are compared with; UINT16_MAX: nothing */
};

static struct page page_of(const struct section_context *context, struct section *section, uint32_t row)
{
    const uint16_t period = courses_period(context);
    return (struct page){
        .context = context,
        .section = section,
        .row = row,
        .agreement = &agreements(context->data)[row],
        .scope = &in_period,
        .period = period,
        .before = period == context->figures->report ? context->figures->previous : UINT16_MAX,
    };
}

static struct figure_key key_of(const struct page *page, enum figure_id id)
{
    struct figure_key key = figure_key_in(page->context->figures, id, page->period);
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
    key.period = page->before;
    return page->before == UINT16_MAX ? cell_of_value(ratio_none(), FORMAT_COUNT)
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
void add_agreement_facts(const struct section_context *context, struct section *section, uint32_t row)
{
    const struct page page = page_of(context, section, row);
    const struct agreement *agreement = page.agreement;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say_sv(s, code_name(list_of(&page, CODES_AGREEMENT_TYPE), agreement->type));
    if (agreement->enterprise != ROW_NONE) {
        say(s, " med ");
        say_sv(s, enterprises(context->data)[agreement->enterprise].name);
    }
    say_dates(s, agreement);
    say_terms(s, agreement);
    if (agreement->target_group != CODE_NONE) {
        say(s, "; målgruppe: ");
        say_sv(s, text_lowered(context->document->arena,
                               code_name(list_of(&page, CODES_TARGET_GROUP), agreement->target_group)));
    }
    say(s, ".");
}

/* ---- How it stands ---- */

static const struct agreement_status *status_in(const struct data_set *data, uint32_t agreement,
                                                int32_t period)
{
    for (uint32_t i = 0; i < row_count(data, TABLE_AGREEMENT_STATUSES); i++) {
        const struct agreement_status *status = &agreement_statuses(data)[i];
        if (status->agreement == agreement && status->period == period)
            return status;
    }
    return NULL;
}

const struct agreement_status *agreement_status_of(const struct section_context *context, uint32_t agreement)
{
    const struct agreement_status *own = status_in(context->data, agreement, status_period(context));
    return own ? own : status_in(context->data, agreement, status_period_instead(context));
}

struct cell agreement_light_cell(const struct section_context *context, uint32_t agreement)
{
    const struct agreement_status *status = agreement_status_of(context, agreement);
    const bool known = status && status->light != CODE_NONE;
    return cell_of_value(known ? ratio_whole(status->light) : ratio_none(), FORMAT_LIGHT);
}

static void say_strong(struct sentence s, const char *text)
{
    struct cell cell = cell_of_text(sv_of(text));
    cell.strong = true;
    paragraph_add(s.context->document, s.paragraph, cell);
}

/* The text's first line after its label, its other lines as paragraphs of their own. */
static void finish_labelled(struct sentence s, struct section *section, struct sv text)
{
    struct sv line;
    if (sv_split(&text, '\n', &line)) {
        say(s, " ");
        say_sv(s, sv_trim(line));
    }
    add_long_text(s.context, section, PARAGRAPH_BODY, text);
}

static void add_labelled(const struct section_context *context, struct section *section, const char *label,
                         struct sv text)
{
    if (!text.size)
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say_strong(s, label);
    finish_labelled(s, section, text);
}

void add_agreement_status(const struct section_context *context, struct section *section, uint32_t agreement)
{
    const struct agreement_status *status = agreement_status_of(context, agreement);
    if (!status)
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say_strong(s, "Status:");
    if (status->light != CODE_NONE) {
        say(s, " ");
        say_value(s, ratio_whole(status->light), FORMAT_LIGHT);
        say(s, ".");
    }
    finish_labelled(s, section, status->text);
    add_labelled(context, section, "Læring:", status->learning);
    add_labelled(context, section, "Udvikling af aftalen:", status->development);
}

/* ---- What came of it ---- */

static bool has_no_courses(const struct page *page)
{
    static const enum figure_id counts[] = {FIGURE_COURSES_STARTED, FIGURE_COURSES_ENDED,
                                            FIGURE_COURSES_AT_END};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (value_of(page, counts[i]).num != 0)
            return false;
    return true;
}

static void say_flow(struct sentence s, const struct page *page)
{
    if (has_no_courses(page)) {
        say(s, "Der var ingen forløb under aftalen ");
        say_sv(s, period_during(page->context, page->period));
        say(s, ".");
        return;
    }
    say(s, "Der begyndte ");
    say_count(s, key_of(page, FIGURE_COURSES_STARTED), NOUN_COURSE);
    say(s, " ");
    say_sv(s, period_during(page->context, page->period));
    say(s, ", og ");
    say_count(s, key_of(page, FIGURE_COURSES_ENDED), NOUN_NONE);
    say(s, " blev afsluttet; ");
    say_sv(s, period_at_end(page->context, page->period));
    say(s, " var ");
    say_count(s, key_of(page, FIGURE_COURSES_AT_END), NOUN_NONE);
    say(s, " i gang.");
}

/* "; i 2023 var det 2 af 3": numbers are small, so no difference of shares. */
static void say_effect_before(struct sentence s, const struct page *page)
{
    struct arena *arena = page->context->document->arena;
    const struct cell ended = before_cell(page, key_of(page, page->scope->ended));
    if (!ratio_has_value(ended.value) || ended.value.num == 0)
        return;
    const struct period *before = &page->context->figures->periods[page->before];
    say_sv(s, sv_format(arena, "; %.*s var det ", SV_ARG(period_compared(arena, before, SAID_DURING))));
    paragraph_add(page->context->document, s.paragraph,
                  before_cell(page, key_of(page, page->scope->positive)));
    say(s, " af ");
    paragraph_add(page->context->document, s.paragraph, ended);
}

static void say_effect_of(struct sentence s, const struct page *page)
{
    const struct figure_key all = key_of(page, page->scope->ended);
    const struct figure_key good = key_of(page, page->scope->positive);
    const struct ratio ended = figures_value(page->context->figures, all);
    if (!ratio_has_value(ended) || ended.num == 0)
        return;
    if (is_one(ended)) {
        say(s, figures_value(page->context->figures, good).num
                   ? " Det ene forløb endte med et positivt udfald"
                   : " Det ene forløb endte ikke med et positivt udfald");
    } else {
        say(s, " Effekten var ");
        say_share(s, key_of(page, page->scope->effect), all);
        say(s, ": ");
        say_part(s, good, all, NOUN_COURSE);
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
    return figures_find(page->context->figures, key_of_code(page, page->scope->stopped, code)) != NULL;
}

static size_t reasons_found(const struct page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < list_of(page, CODES_DROPOUT_REASON)->count; i++)
        count += has_stops(page, i);
    return count;
}

/* " Undervejs stoppede 3; årsag: misbrug 2 og helbred 1." A single reason needs no number. */
static void say_stops(struct sentence s, const struct page *page)
{
    const struct code_list *reasons = list_of(page, CODES_DROPOUT_REASON);
    const size_t count = reasons_found(page);
    size_t left = count;
    if (!count)
        return;
    say(s, " Undervejs stoppede ");
    say_figure(s, key_of_code(page, page->scope->outcome, sv_of("stoppet")), FORMAT_COUNT);
    say(s, "; årsag: ");
    for (size_t i = 0; i < reasons->count; i++) {
        if (!has_stops(page, i))
            continue;
        say_sv(s, text_lowered(page->context->document->arena, reasons->codes[i].name));
        if (count > 1) {
            say(s, "\u00A0");
            say_figure(s, key_of_code(page, page->scope->stopped, reasons->codes[i].code), FORMAT_COUNT);
        }
        left--;
        say(s, left == 0 ? "." : left == 1 ? " og " : ", ");
    }
}

static void say_retention_of(struct sentence s, const struct page *page)
{
    if (!ratio_has_value(value_of(page, FIGURE_COURSES_RETENTION)))
        return;
    say(s, " Af dem, der er fulgt op på et halvt til et helt år efter et positivt udfald, havde ");
    say_share_of_all(s, key_of(page, FIGURE_COURSES_RETENTION));
    say(s, " det stadig.");
}

/* "Til og med 29. februar 2024 er der afsluttet 20 forløb under aftalen. Effekten var 50 %: …" */
static void add_results_so_far(const struct page *of_period)
{
    struct page page = *of_period;
    page.scope = &so_far;
    page.period = page.context->figures->report;
    const struct sentence s = sentence_in(page.context, page.section, PARAGRAPH_BODY);
    const struct ratio ended = figures_value(page.context->figures, key_of(&page, so_far.ended));
    say(s, "Til og med ");
    say_value(s, ratio_whole(cut_off_day(page.context)), FORMAT_DATE);
    if (!ratio_has_value(ended) || ended.num == 0) {
        say(s, " er der ikke afsluttet nogen forløb under aftalen.");
        return;
    }
    say(s, " er der afsluttet ");
    say_count(s, key_of(&page, so_far.ended), NOUN_COURSE);
    say(s, " under aftalen.");
    say_effect_of(s, &page);
    say_stops(s, &page);
}

void add_agreement_results(const struct section_context *context, struct section *section, uint32_t agreement)
{
    const struct page page = page_of(context, section, agreement);
    if (context->request->kind == REPORT_EVALUATION)
        add_results_so_far(&page);
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    if (say_period_not_begun(s))
        return;
    say_flow(s, &page);
    say_effect_of(s, &page);
    say_steps(s, &page);
    say_hours(s, &page);
    say_stops(s, &page);
    say_retention_of(s, &page);
}

static void say_no_outcomes(const struct page *page)
{
    const struct sentence s = sentence_in(page->context, page->section, PARAGRAPH_NOTE);
    say(s, "Ingen forløb under aftalen blev afsluttet ");
    say_during(s);
    say(s, page->context->figures->periods[page->period].half ? " eller samme halvår året før"
                                                              : " eller året før");
    say(s, ", så der er ikke noget udfald at vise.");
}

/* At most OVERVIEW_NAME bytes, cut between words where there are any: the table has many columns. */
static struct sv short_name(struct arena *arena, struct sv name)
{
    enum { OVERVIEW_NAME = 44 };
    size_t end = OVERVIEW_NAME;
    if (name.size <= OVERVIEW_NAME)
        return name;
    while (end > 0 && name.data[end] != ' ')
        end--;
    if (end)
        return sv_format(arena, "%.*s …", SV_ARG(sv_trim(sv_slice(name, 0, end))));
    for (end = OVERVIEW_NAME; ((unsigned char)name.data[end] & 0xC0) == 0x80;)
        end--; /* not within a letter */
    return sv_format(arena, "%.*s…", SV_ARG(sv_slice(name, 0, end)));
}

struct sv agreement_label(const struct section_context *context, uint32_t agreement)
{
    return sv_format(context->document->arena, "%.*s %.*s", SV_ARG(agreement_id(context->data, agreement)),
                     SV_ARG(short_name(context->document->arena, agreements(context->data)[agreement].name)));
}

struct sv agreement_title(const struct section_context *context, uint32_t agreement)
{
    return sv_format(context->document->arena, "%.*s %.*s", SV_ARG(agreement_id(context->data, agreement)),
                     SV_ARG(agreements(context->data)[agreement].name));
}

void agreement_page(const struct section_context *context, struct section *section, uint32_t agreement)
{
    const struct page page = page_of(context, section, agreement);
    const struct evaluation_view evaluation = evaluation_view(context);
    section_add_heading(context->document, section, 3, agreement_title(context, agreement));
    add_agreement_facts(context, section, agreement);
    add_agreement_status(context, section, agreement);
    add_agreement_results(context, section, agreement);
    if (has_outcomes(context, agreement))
        add_outcome_table(context, section, agreement);
    else if (!context->figures->preliminary || report_is_cut_short(context->figures))
        say_no_outcomes(&page);
    if (evaluation_all_answers(&evaluation, evaluation.now, agreement))
        add_question_means(&evaluation, section, agreement);
}

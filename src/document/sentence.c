#include "sentence.h"

#include "sections.h"
#include "text_da.h"

static const char NO_BREAK_SPACE[] = "\xC2\xA0";

struct noun_forms {
    const char *one;
    const char *many;
    const char *none; /* after "ingen"; NULL: as many */
};

static const struct noun_forms nouns[] = {
    [NOUN_JOB] = {.one = "job", .many = "job"},
    [NOUN_COURSE] = {.one = "forløb", .many = "forløb"},
    [NOUN_CITIZEN] = {.one = "borger", .many = "borgere"},
    [NOUN_ENTERPRISE] = {.one = "virksomhed eller initiativ",
                         .many = "virksomheder og initiativer",
                         .none = "virksomheder eller initiativer"},
    [NOUN_AGREEMENT] = {.one = "aftale", .many = "aftaler"},
    [NOUN_PLACE] = {.one = "plads", .many = "pladser"},
    [NOUN_ROW] = {.one = "række", .many = "rækker"},
    [NOUN_FILE] = {.one = "fil", .many = "filer", .none = "filer"},
    [NOUN_FULL_TIME] = {.one = "årsværk", .many = "årsværk"},
    [NOUN_APPLICATION] = {.one = "ansøgning", .many = "ansøgninger"},
    [NOUN_GRANT] = {.one = "bevilling", .many = "bevillinger"},
    [NOUN_DONOR] = {.one = "giver", .many = "givere"},
    [NOUN_TRIAL] = {.one = "prøvehandling", .many = "prøvehandlinger"},
    [NOUN_PURCHASE] = {.one = "indkøb", .many = "indkøb"},
    [NOUN_PURCHASE_AGREEMENT] = {.one = "indkøbsaftale", .many = "indkøbsaftaler"},
    [NOUN_CSR_AGREEMENT] = {.one = "CSR-aftale", .many = "CSR-aftaler"},
    [NOUN_IN_HOUSE] = {.one = "in-house løsning", .many = "in-house løsninger"},
    [NOUN_DAY] = {.one = "dag", .many = "dage"},
    [NOUN_PARTICIPANT] = {.one = "deltager", .many = "deltagere"},
    [NOUN_MONTH] = {.one = "måned", .many = "måneder"},
    [NOUN_FOLLOW_UP] = {.one = "opfølgning", .many = "opfølgninger"},
    [NOUN_MUNICIPALITY] = {.one = "kommune", .many = "kommuner"},
    [NOUN_QUESTION] = {.one = "spørgsmål", .many = "spørgsmål"},
    [NOUN_NONE] = {.one = "", .many = ""},
};

struct sentence sentence_in(const struct section_context *context, struct section *section,
                            enum paragraph_look look)
{
    return (struct sentence){context, section_add_paragraph(context->document, section, look)};
}

void say(struct sentence s, const char *text)
{
    paragraph_add_text(s.context->document, s.paragraph, text);
}

void say_sv(struct sentence s, struct sv text)
{
    paragraph_add_sv(s.context->document, s.paragraph, text);
}

void say_year_text(struct sentence s, const char *before, int year, const char *after)
{
    say_sv(s, sv_format(s.context->document->arena, "%s%d%s", before, year, after));
}

void say_value(struct sentence s, struct ratio value, enum value_format format)
{
    paragraph_add(s.context->document, s.paragraph, cell_of_value(value, format));
}

void say_figure(struct sentence s, struct figure_key key, enum value_format format)
{
    paragraph_add(s.context->document, s.paragraph, cell_of_figure(s.context->figures, key, format));
}

void say_share(struct sentence s, struct figure_key key, struct figure_key base)
{
    paragraph_add(s.context->document, s.paragraph, cell_of_share(s.context->figures, key, base));
}

void say_share_of_all(struct sentence s, struct figure_key key)
{
    const struct ratio share = figures_value(s.context->figures, key);
    if (ratio_has_value(share) && share.num == 0)
        say(s, "ingen");
    else if (ratio_has_value(share) && ratio_compare(share, ratio_whole(1)) == 0)
        say(s, "alle");
    else
        say_figure(s, key, FORMAT_SHARE);
}

static enum value_format decimals_of(struct ratio value)
{
    const bool whole = ratio_has_value(value) && ratio_round(value, 1) % 10 == 0;
    return whole ? FORMAT_COUNT : FORMAT_DECIMAL;
}

void say_decimal(struct sentence s, struct figure_key key)
{
    say_figure(s, key, decimals_of(figures_value(s.context->figures, key)));
}

void say_decimal_value(struct sentence s, struct ratio value)
{
    say_value(s, value, decimals_of(value));
}

static void say_noun(struct sentence s, enum noun noun, bool one)
{
    const struct noun_forms *forms = &nouns[noun];
    if (noun == NOUN_NONE)
        return;
    say(s, NO_BREAK_SPACE);
    say(s, one ? forms->one : forms->many);
}

static void say_none(struct sentence s, enum noun noun)
{
    if (!nouns[noun].none) {
        say_noun(s, noun, false);
        return;
    }
    say(s, NO_BREAK_SPACE);
    say(s, nouns[noun].none);
}

void say_cell(struct sentence s, struct cell cell, enum noun noun)
{
    const bool known = ratio_has_value(cell.value);
    if (known && ratio_round(cell.value, 6) == 0) {
        say(s, "ingen");
        say_none(s, noun);
        return;
    }
    paragraph_add(s.context->document, s.paragraph, cell);
    say_noun(s, noun, known && ratio_compare(cell.value, ratio_whole(1)) == 0);
}

void say_count(struct sentence s, struct figure_key key, enum noun noun)
{
    say_cell(s, cell_of_figure(s.context->figures, key, FORMAT_COUNT), noun);
}

void say_number(struct sentence s, struct ratio value, enum noun noun)
{
    say_cell(s, cell_of_value(value, FORMAT_COUNT), noun);
}

void say_part(struct sentence s, struct figure_key part, struct figure_key whole, enum noun noun)
{
    const struct ratio some = figures_value(s.context->figures, part);
    const struct ratio all = figures_value(s.context->figures, whole);
    const bool every = ratio_compare(some, all) == 0;
    if (every && ratio_compare(all, ratio_whole(2)) == 0) {
        say(s, "begge");
        say_noun(s, noun, false);
        return;
    }
    if (every) {
        say(s, "alle ");
    } else {
        say_count(s, part, NOUN_NONE);
        say(s, " af ");
    }
    say_count(s, whole, noun);
}

bool report_is_cut_short(const struct figures *figures)
{
    return figures->preliminary && !period_has_not_begun(figures, figures->report);
}

void say_compared(struct sentence s, uint16_t period, enum said_when when)
{
    say_sv(s, period_compared(s.context->document->arena, &s.context->figures->periods[period], when));
}

void say_change_from(struct sentence s, struct ratio now, struct ratio before, uint16_t period,
                     enum said_when when)
{
    const struct ratio change = ratio_subtract(now, before);
    if (!ratio_has_value(change) || period == UINT16_MAX || (now.num == 0 && before.num == 0))
        return;
    say(s, ", ");
    if (change.num == 0) {
        say(s, "lige så mange som ");
    } else {
        say_value(s, ratio_magnitude(change), FORMAT_COUNT);
        say(s, change.num < 0                               ? " færre end "
               : ratio_compare(change, ratio_whole(1)) == 0 ? " mere end "
                                                            : " flere end ");
    }
    say_compared(s, period, when);
}

void say_change(struct sentence s, struct ratio now, struct ratio before, enum said_when when)
{
    say_change_from(s, now, before, s.context->figures->previous, when);
}

void say_points_from(struct sentence s, struct ratio now, struct ratio before, int64_t base, uint16_t period)
{
    const struct ratio points = ratio_divide(ratio_subtract(now, before), ratio_of(1, 100));
    const bool decimals = base >= 100;
    if (!ratio_has_value(points) || period == UINT16_MAX)
        return;
    if (ratio_round(points, decimals) == 0) {
        say(s, ", det samme som ");
    } else {
        say(s, ", ");
        say_value(s, ratio_magnitude(points), decimals ? FORMAT_DECIMAL : FORMAT_COUNT);
        say(s, NO_BREAK_SPACE);
        say(s, points.num > 0 ? "procentpoint højere end " : "procentpoint lavere end ");
    }
    say_compared(s, period, SAID_DURING);
}

void say_points(struct sentence s, struct ratio now, struct ratio before, int64_t base)
{
    say_points_from(s, now, before, base, s.context->figures->previous);
}

void say_day(struct sentence s, struct figure_key key)
{
    const struct ratio value = figures_value(s.context->figures, key);
    if (!ratio_has_value(value))
        return;
    struct cell cell = cell_of_text(day_in_report(s.context, (day_number)ratio_round(value, 0)));
    cell.has_key = true;
    cell.key = key;
    paragraph_add(s.context->document, s.paragraph, cell);
}

void say_during(struct sentence s)
{
    say_sv(s, period_during(s.context, s.context->figures->report));
}

void say_at_end(struct sentence s)
{
    say_sv(s, at_end_text(s.context));
}

void say_opening_at_end(struct sentence s)
{
    say_sv(s, text_raised(s.context->document->arena, at_end_text(s.context)));
}

bool say_period_not_begun(struct sentence s)
{
    const struct figures *figures = s.context->figures;
    struct arena *arena = s.context->document->arena;
    if (!period_has_not_begun(figures, figures->report))
        return false;
    say_sv(s, text_raised(arena, period_phrase(arena, &figures->periods[figures->report])));
    say(s, " var ikke begyndt, da data blev trukket, så der er endnu intet at opgøre.");
    return true;
}

struct sv text_joined(struct arena *arena, const struct sv *names, size_t count)
{
    struct buffer buffer = buffer_in(arena);
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_add_text(&buffer, i + 1 == count ? " og " : ", ");
        buffer_add(&buffer, names[i]);
    }
    return buffer_view(&buffer);
}

/* Æ, Ø, Å are C3 86, C3 98, C3 85; their small letters lie 32 higher in the second byte. */
static bool is_danish_capital(struct sv text)
{
    return text.size >= 2 && text.data[0] == '\xC3' &&
           (text.data[1] == '\x86' || text.data[1] == '\x98' || text.data[1] == '\x85');
}

/* An abbreviation such as STU or CSR keeps its letters. */
static bool begins_with_abbreviation(struct sv text)
{
    return text.size >= 2 && text.data[1] >= 'A' && text.data[1] <= 'Z';
}

struct sv text_lowered(struct arena *arena, struct sv text)
{
    if (!text.size || begins_with_abbreviation(text))
        return text;
    char *copy = arena_copy(arena, text.data, text.size);
    if (copy[0] >= 'A' && copy[0] <= 'Z')
        copy[0] = (char)(copy[0] - 'A' + 'a');
    else if (is_danish_capital(text))
        copy[1] = (char)((unsigned char)copy[1] + 32);
    return (struct sv){copy, text.size};
}

static bool is_danish_small(struct sv text)
{
    return text.size >= 2 && text.data[0] == '\xC3' &&
           (text.data[1] == '\xA6' || text.data[1] == '\xB8' || text.data[1] == '\xA5');
}

struct sv text_raised(struct arena *arena, struct sv text)
{
    if (!text.size)
        return text;
    char *copy = arena_copy(arena, text.data, text.size);
    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    else if (is_danish_small(text))
        copy[1] = (char)((unsigned char)copy[1] - 32);
    return (struct sv){copy, text.size};
}

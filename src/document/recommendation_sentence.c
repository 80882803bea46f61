#include "recommendation_sentence.h"

#include "sections.h"

static const struct code_list *statuses_of(struct sentence s)
{
    return code_list(&s.context->data->codes, CODES_RECOMMENDATION_STATUS);
}

static struct figure_key key_of(struct sentence s, uint16_t status)
{
    return figure_key_code(s.context->figures, figure_key(s.context->figures, FIGURE_RECOMMENDATIONS_BEFORE),
                           code_text(statuses_of(s), status));
}

static bool occurs(struct sentence s, uint16_t status)
{
    return figures_value(s.context->figures, key_of(s, status)).num != 0;
}

struct counted {
    struct ratio all;
    size_t kinds; /* statuses that occur */
    uint16_t last;
};

static struct counted count_all(struct sentence s)
{
    struct counted counted = {.all = ratio_whole(0)};
    for (uint16_t i = 0; i < statuses_of(s)->count; i++) {
        if (!occurs(s, i))
            continue;
        counted.all = ratio_add(counted.all, figures_value(s.context->figures, key_of(s, i)));
        counted.kinds++;
        counted.last = i;
    }
    return counted;
}

static void say_status(struct sentence s, uint16_t status)
{
    say_sv(s, text_lowered(s.context->document->arena, code_name(statuses_of(s), status)));
}

/* All have the same status: "Den ene anbefaling", "Begge anbefalinger", "Alle 4 anbefalinger". */
static void say_all_alike(struct sentence s, const struct counted *counted)
{
    const bool one = ratio_compare(counted->all, ratio_whole(1)) == 0;
    if (one) {
        say(s, "Den ene anbefaling");
    } else if (ratio_compare(counted->all, ratio_whole(2)) == 0) {
        say(s, "Begge anbefalinger");
    } else {
        say(s, "Alle ");
        say_figure(s, key_of(s, counted->last), FORMAT_COUNT);
        say(s, " anbefalinger");
    }
    say_year_text(s, " fra ", report_year(s.context) - 1, " er ");
    say_status(s, counted->last);
    say(s, ".");
}

static void say_each(struct sentence s, size_t kinds)
{
    size_t left = kinds;
    for (uint16_t i = 0; i < statuses_of(s)->count; i++) {
        if (!occurs(s, i))
            continue;
        say_figure(s, key_of(s, i), FORMAT_COUNT);
        say(s, " ");
        say_status(s, i);
        left--;
        say(s, left == 0 ? "." : left == 1 ? " og " : ", ");
    }
}

void say_recommendations_before(struct sentence s)
{
    const struct counted counted = count_all(s);
    if (!counted.kinds)
        return;
    if (counted.kinds == 1) {
        say_all_alike(s, &counted);
        return;
    }
    say(s, "Af de ");
    say_value(s, counted.all, FORMAT_COUNT);
    say_year_text(s, " anbefalinger fra ", report_year(s.context) - 1, " er ");
    say_each(s, counted.kinds);
}

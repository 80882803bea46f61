#include "best_year.h"
#include "effort_figures.h"
#include "effort_sentences.h"

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

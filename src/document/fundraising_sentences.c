#include "best_year.h"
#include "effort_figures.h"
#include "effort_sentences.h"

static const char NO_CURE_NO_PAY[] = "no_cure_no_pay";

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

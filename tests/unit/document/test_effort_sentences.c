#include "document_fixture.h"

#include "effort_sentences.h"

#include <stdio.h>

/* ---- The Slagelse model ---- */

static const char model[] = "I Slagelse-modellen giver det første job stabilitet og progression og er "
                            "grundlaget for det næste, typisk i en anden virksomhed.";

/* What the sentence adds to the explanation of the model. */
static const char *model_says(int64_t first, int64_t next, int64_t elsewhere)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    put(&f, FIGURE_JOBS_FIRST, THIS_YEAR, first);
    put(&f, FIGURE_JOBS_NEXT, THIS_YEAR, next);
    put(&f, FIGURE_JOBS_NEXT_ELSEWHERE, THIS_YEAR, elsewhere);
    fixture_ready(&f);
    const char *text = said(&f, say_slagelse_model);
    assert_memory_equal(text, model, sizeof model - 1);
    snprintf(words, sizeof words, "%s", text + sizeof model - 1);
    fixture_close(&f);
    return words;
}

static void first_and_next_jobs_are_told_with_how_many_changed_enterprise(void **state)
{
    (void)state;
    assert_string_equal(model_says(26, 6, 4),
                        " Af de nye job i 2024 var 26 borgerens første og 6 et næste job; 4 af dem i en "
                        "anden virksomhed end borgerens job før.");
    assert_string_equal(model_says(26, 3, 3),
                        " Af de nye job i 2024 var 26 borgerens første og 3 et næste job, alle i en anden "
                        "virksomhed end borgerens job før.");
    assert_string_equal(model_says(26, 2, 2),
                        " Af de nye job i 2024 var 26 borgerens første og 2 et næste job, begge i en anden "
                        "virksomhed end borgerens job før.");
    assert_string_equal(model_says(26, 3, 0),
                        " Af de nye job i 2024 var 26 borgerens første og 3 et næste job, alle i samme "
                        "virksomhed som borgerens job før.");
    assert_string_equal(model_says(26, 1, 1),
                        " Af de nye job i 2024 var 26 borgerens første og 1 et næste job, i en anden "
                        "virksomhed end borgerens job før.");
    assert_string_equal(model_says(26, 0, 0),
                        " Af de nye job i 2024 var 26 borgerens første og ingen et næste job.");
    assert_string_equal(model_says(0, 2, 1),
                        " Af de nye job i 2024 var ingen borgerens første og 2 et næste job; 1 af dem i en "
                        "anden virksomhed end borgerens job før.");
}

static void a_single_new_job_or_none_reads_well_in_the_model(void **state)
{
    (void)state;
    assert_string_equal(model_says(1, 0, 0), " Det ene nye job i 2024 var borgerens første.");
    assert_string_equal(
        model_says(0, 1, 0),
        " Det ene nye job i 2024 var et næste job, i samme virksomhed som borgerens job før.");
    assert_string_equal(model_says(0, 0, 0), "");
}

/* ---- Fundraising ---- */

static void put_sent(struct fixture *f, int year, int64_t count, int64_t kroner)
{
    put(f, FIGURE_APPLICATIONS_SENT, year, count);
    put(f, FIGURE_APPLICATIONS_SOUGHT, year, kroner);
}

static const char *applications_say(int64_t before, int64_t now, int64_t kroner)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    if (before >= 0)
        put_sent(&f, LAST_YEAR, before, 0);
    put_sent(&f, THIS_YEAR, now, kroner);
    if (before < 0)
        f.figures.previous = UINT16_MAX;
    fixture_ready(&f);
    snprintf(words, sizeof words, "%s", said(&f, say_applications));
    fixture_close(&f);
    return words;
}

static void applications_are_told_with_what_was_sought_and_the_change(void **state)
{
    (void)state;
    assert_string_equal(applications_say(6, 8, 1200000),
                        "Der blev indsendt 8 ansøgninger på i alt 1,2 mio. kr. i 2024, 2 flere end i 2023.");
    assert_string_equal(
        applications_say(8, 8, 14500),
        "Der blev indsendt 8 ansøgninger på i alt 14.500 kr. i 2024, lige så mange som i 2023.");
    assert_string_equal(applications_say(-1, 8, 14500),
                        "Der blev indsendt 8 ansøgninger på i alt 14.500 kr. i 2024.");
}

static void one_application_or_none_reads_well(void **state)
{
    (void)state;
    assert_string_equal(applications_say(5, 1, 50000),
                        "Der blev indsendt 1 ansøgning på 50.000 kr. i 2024, 4 færre end i 2023.");
    assert_string_equal(applications_say(5, 0, 0),
                        "Der blev ikke indsendt nogen ansøgninger i 2024, 5 færre end i 2023.");
    assert_string_equal(applications_say(0, 0, 0), "Der blev ikke indsendt nogen ansøgninger i 2024.");
}

static void the_best_of_three_years_or_more_is_said(void **state)
{
    (void)state;
    struct fixture f;
    struct period years[] = {period_of(2022, 0), period_of(2023, 0), period_of(2024, 0)};
    fixture_open(&f);
    f.figures.periods = years;
    f.figures.period_count = 3;
    f.figures.report = 2;
    f.figures.previous = 1;
    put(&f, FIGURE_PURCHASES_AMOUNT, 0, 200000);
    put(&f, FIGURE_PURCHASES_AMOUNT, 1, 100000);
    put(&f, FIGURE_PURCHASES_AMOUNT, 2, 300000);
    put(&f, FIGURE_PURCHASES_COUNT, 2, 7);
    put(&f, FIGURE_PURCHASES_ENTERPRISES, 2, 4);
    fixture_ready(&f);
    assert_string_equal(
        said(&f, say_purchases),
        "Kommunen købte lokalt ind for 300.000 kr. i 2024, 200.000 kr. mere end i 2023. Det er "
        "det højeste beløb i årene 2022–2024; det laveste var 100.000 kr. i 2023. De 7 indkøb "
        "blev gjort hos 4 virksomheder og initiativer.");
    fixture_close(&f);
}

/* Grants of this year: `grants` of `decided` applications; last year's amount, or −1 without one. */
static const char *grants_say(int64_t grants, int64_t decided, int64_t kroner, int64_t before)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    put(&f, FIGURE_APPLICATIONS_GRANTED, THIS_YEAR, grants);
    put(&f, FIGURE_APPLICATIONS_AMOUNT, THIS_YEAR, kroner);
    put_share(&f, FIGURE_APPLICATIONS_SUCCESS, THIS_YEAR, grants, decided);
    if (before >= 0)
        put(&f, FIGURE_APPLICATIONS_AMOUNT, LAST_YEAR, before);
    else
        f.figures.previous = UINT16_MAX;
    fixture_ready(&f);
    snprintf(words, sizeof words, "%s", said(&f, say_grants));
    fixture_close(&f);
    return words;
}

static void grants_are_told_with_their_share_and_amount(void **state)
{
    (void)state;
    assert_string_equal(
        grants_say(4, 10, 455000, 860000),
        "Af de ansøgninger, der blev afgjort i 2024, blev 4 (40 %) imødekommet med i alt 455.000 "
        "kr., 405.000 kr. mindre end i 2023.");
    assert_string_equal(
        grants_say(1, 4, 50000, 50000),
        "Af de ansøgninger, der blev afgjort i 2024, blev 1 (25 %) imødekommet med 50.000 kr., "
        "lige så meget som i 2023.");
    assert_string_equal(
        grants_say(1, 4, 50000, 0),
        "Af de ansøgninger, der blev afgjort i 2024, blev 1 (25 %) imødekommet med 50.000 kr.");
    assert_string_equal(grants_say(3, 3, 90000, -1),
                        "Alle 3 ansøgninger, der blev afgjort i 2024, blev imødekommet med i alt 90.000 kr.");
    assert_string_equal(grants_say(1, 1, 90000, -1),
                        "Den ene ansøgning, der blev afgjort i 2024, blev imødekommet med 90.000 kr.");
}

static void a_year_without_grants_or_decisions_says_so(void **state)
{
    (void)state;
    assert_string_equal(grants_say(0, 3, 0, 50000),
                        "Ingen af de ansøgninger, der blev afgjort i 2024, blev imødekommet.");
    assert_string_equal(grants_say(0, 0, 0, 50000), "Ingen ansøgninger blev afgjort i 2024.");
}

static const char *donors_say(int64_t grants, int64_t donors, int64_t again)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    put(&f, FIGURE_APPLICATIONS_GRANTED, THIS_YEAR, grants);
    put(&f, FIGURE_DONORS, THIS_YEAR, donors);
    put(&f, FIGURE_DONORS_AGAIN, THIS_YEAR, again);
    fixture_ready(&f);
    snprintf(words, sizeof words, "%s", said(&f, say_donors));
    fixture_close(&f);
    return words;
}

static void repeat_donors_are_told_as_the_golden_donation(void **state)
{
    (void)state;
    assert_string_equal(
        donors_say(4, 3, 1),
        "Bevillingerne kom fra 3 givere; 1 af dem har også givet tidligere (»Den Gyldne Donation«).");
    assert_string_equal(
        donors_say(4, 3, 3),
        "Bevillingerne kom fra 3 givere, som alle også har givet tidligere (»Den Gyldne Donation«).");
    assert_string_equal(
        donors_say(4, 2, 2),
        "Bevillingerne kom fra 2 givere, som begge også har givet tidligere (»Den Gyldne Donation«).");
    assert_string_equal(
        donors_say(4, 1, 1),
        "Bevillingerne kom fra 1 giver, som også har givet tidligere (»Den Gyldne Donation«).");
    assert_string_equal(donors_say(4, 3, 0),
                        "Bevillingerne kom fra 3 givere; ingen af dem har givet tidligere.");
    assert_string_equal(donors_say(1, 1, 0), "Bevillingen kom fra 1 giver, som ikke har givet tidligere.");
    assert_string_equal(donors_say(0, 0, 0), "");
}

static const char *model_of_fees_says(int64_t part, int64_t all)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    put(&f, FIGURE_APPLICATIONS_SENT, THIS_YEAR, all);
    if (part)
        put_code(&f, FIGURE_APPLICATIONS_SENT, THIS_YEAR, "no_cure_no_pay", part);
    fixture_ready(&f);
    snprintf(words, sizeof words, "%s", said(&f, say_no_cure_no_pay));
    fixture_close(&f);
    return words;
}

static void applications_with_no_cure_no_pay_are_told_as_a_part_of_all(void **state)
{
    (void)state;
    assert_string_equal(model_of_fees_says(5, 12),
                        "Modellen »no cure, no pay« blev brugt i 5 af 12 ansøgninger.");
    assert_string_equal(model_of_fees_says(2, 2),
                        "Modellen »no cure, no pay« blev brugt i begge ansøgninger.");
    assert_string_equal(model_of_fees_says(1, 1),
                        "Modellen »no cure, no pay« blev brugt i den ene ansøgning.");
    assert_string_equal(model_of_fees_says(0, 12), "");
}

/* ---- Trial actions ---- */

static const char *trials_say(void (*write)(struct sentence), int64_t started, int64_t running,
                              int64_t across, int64_t partner)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    put(&f, FIGURE_TRIALS_STARTED, LAST_YEAR, 2);
    put(&f, FIGURE_TRIALS_STARTED, THIS_YEAR, started);
    if (running)
        put_code(&f, FIGURE_TRIALS_STATUS, THIS_YEAR, "i_gang", running);
    put_code(&f, FIGURE_TRIALS_STATUS, LAST_YEAR, "i_gang", 9);
    put(&f, FIGURE_TRIALS_ACROSS_SECTORS, THIS_YEAR, across);
    put(&f, FIGURE_TRIALS_LOCAL_PARTNER, THIS_YEAR, partner);
    fixture_ready(&f);
    snprintf(words, sizeof words, "%s", said(&f, write));
    fixture_close(&f);
    return words;
}

static void trial_actions_are_told_by_how_many_began(void **state)
{
    (void)state;
    assert_string_equal(trials_say(say_trials_started, 3, 3, 0, 0),
                        "Der blev sat 3 prøvehandlinger i gang i 2024, 1 mere end i 2023.");
    assert_string_equal(trials_say(say_trials_started, 1, 3, 0, 0),
                        "Der blev sat 1 prøvehandling i gang i 2024, 1 færre end i 2023.");
    assert_string_equal(trials_say(say_trials_started, 0, 0, 0, 0),
                        "Der blev ikke sat nogen prøvehandlinger i gang i 2024, 2 færre end i 2023.");
}

static void running_trial_actions_are_told_with_what_marks_them(void **state)
{
    (void)state;
    assert_string_equal(trials_say(say_trials_running, 0, 7, 5, 3),
                        "I alt var 7 prøvehandlinger i gang i 2024; 5 går på tværs af sektorer, og 3 har en "
                        "lokal partner.");
    assert_string_equal(trials_say(say_trials_running, 0, 7, 5, 0),
                        "I alt var 7 prøvehandlinger i gang i 2024; 5 går på tværs af sektorer.");
    assert_string_equal(trials_say(say_trials_running, 0, 7, 0, 1),
                        "I alt var 7 prøvehandlinger i gang i 2024; 1 har en lokal partner.");
    assert_string_equal(trials_say(say_trials_running, 0, 7, 0, 0),
                        "I alt var 7 prøvehandlinger i gang i 2024.");
    assert_string_equal(
        trials_say(say_trials_running, 0, 1, 1, 1),
        "I alt var 1 prøvehandling i gang i 2024; den går på tværs af sektorer og har en lokal "
        "partner.");
    assert_string_equal(trials_say(say_trials_running, 0, 1, 0, 1),
                        "I alt var 1 prøvehandling i gang i 2024; den har en lokal partner.");
    assert_string_equal(trials_say(say_trials_running, 0, 0, 0, 0), "");
}

static const char *un_goals_say(int64_t running, const char *const *goals, size_t count)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    if (running)
        put_code(&f, FIGURE_TRIALS_STATUS, THIS_YEAR, "i_gang", running);
    for (size_t i = 0; i < count; i++)
        put_code(&f, FIGURE_TRIALS_UN_GOAL, THIS_YEAR, goals[i], 2);
    fixture_ready(&f);
    snprintf(words, sizeof words, "%s", said(&f, say_un_goals));
    fixture_close(&f);
    return words;
}

static void un_goals_are_told_by_number_and_partnerships_by_name(void **state)
{
    (void)state;
    const char *const goals[] = {"4", "8", "17"};
    assert_string_equal(
        un_goals_say(7, goals, 3),
        "De prøvehandlinger, der var i gang, bidrager til 3 af FN's 17 verdensmål; 2 bidrager til "
        "mål 17, Partnerskaber for handling.");
    assert_string_equal(un_goals_say(7, goals, 1),
                        "De prøvehandlinger, der var i gang, bidrager til 1 af FN's 17 verdensmål.");
    assert_string_equal(un_goals_say(7, goals, 0),
                        "Ingen af de prøvehandlinger, der var i gang, er knyttet til "
                        "et af FN's verdensmål.");
    assert_string_equal(un_goals_say(0, goals, 0), "");
}

/* ---- Local purchasing ---- */

static const char *purchases_say(void (*write)(struct sentence), int64_t kroner, int64_t count,
                                 int64_t enterprises_used, int64_t reserved)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    put(&f, FIGURE_PURCHASES_AMOUNT, LAST_YEAR, 100000);
    put(&f, FIGURE_PURCHASES_AMOUNT, THIS_YEAR, kroner);
    put(&f, FIGURE_PURCHASES_COUNT, THIS_YEAR, count);
    put(&f, FIGURE_PURCHASES_ENTERPRISES, THIS_YEAR, enterprises_used);
    put(&f, FIGURE_PURCHASES_RESERVED, THIS_YEAR, reserved);
    fixture_ready(&f);
    snprintf(words, sizeof words, "%s", said(&f, write));
    fixture_close(&f);
    return words;
}

static void purchases_are_told_with_where_they_were_made(void **state)
{
    (void)state;
    assert_string_equal(purchases_say(say_purchases, 140000, 12, 5, 0),
                        "Kommunen købte lokalt ind for 140.000 kr. i 2024, 40.000 kr. mere end i 2023. De 12 "
                        "indkøb blev gjort hos 5 virksomheder og initiativer.");
    assert_string_equal(
        purchases_say(say_purchases, 100000, 12, 1, 0),
        "Kommunen købte lokalt ind for 100.000 kr. i 2024, lige så meget som i 2023. De 12 indkøb "
        "blev gjort hos samme virksomhed.");
    assert_string_equal(
        purchases_say(say_purchases, 2500, 1, 1, 0),
        "Kommunen købte lokalt ind for 2.500 kr. i 2024, 97.500 kr. mindre end i 2023. Det var et "
        "enkelt indkøb.");
    assert_string_equal(purchases_say(say_purchases, 0, 0, 0, 0),
                        "Der er ikke oplyst nogen lokale indkøb i 2024.");
}

static void reserved_contracts_are_told_as_a_part_of_the_amount(void **state)
{
    (void)state;
    assert_string_equal(purchases_say(say_reserved, 140000, 12, 5, 30000),
                        "Heraf blev 30.000 kr. brugt på reserverede kontrakter.");
    assert_string_equal(purchases_say(say_reserved, 140000, 12, 5, 140000),
                        "Hele beløbet blev brugt på reserverede kontrakter.");
    assert_string_equal(purchases_say(say_reserved, 140000, 12, 5, 0), "");
}

static const char *agreements_say(int64_t inside, int64_t outside)
{
    static char words[512];
    struct fixture f;
    struct paragraph paragraph = {.look = PARAGRAPH_BODY};
    fixture_open(&f);
    if (inside + outside)
        put_code(&f, FIGURE_AGREEMENTS_AT_END, THIS_YEAR, "indkoebsaftale", inside + outside);
    fixture_ready(&f);
    say_purchase_agreements((struct sentence){&f.context, &paragraph}, inside, outside);
    snprintf(words, sizeof words, "%s", plain_blanks(&f, paragraph_text(&f.arena, &paragraph)));
    fixture_close(&f);
    return words;
}

static void purchase_agreements_are_told_by_inside_and_outside_the_municipality(void **state)
{
    (void)state;
    assert_string_equal(
        agreements_say(3, 1),
        "Ved årets udgang var der 4 indkøbsaftaler: 3 med virksomheder i kommunen og 1 med en "
        "virksomhed uden for kommunen.");
    assert_string_equal(agreements_say(3, 0),
                        "Ved årets udgang var der 3 indkøbsaftaler, alle med virksomheder i kommunen.");
    assert_string_equal(
        agreements_say(0, 2),
        "Ved årets udgang var der 2 indkøbsaftaler, begge med virksomheder uden for kommunen.");
    assert_string_equal(agreements_say(1, 0),
                        "Ved årets udgang var der 1 indkøbsaftale med en virksomhed i kommunen.");
    assert_string_equal(agreements_say(0, 0), "Ved årets udgang var der ingen indkøbsaftaler.");
}

/* ---- CSR and in-house solutions ---- */

static void csr_is_told_by_agreements_and_jobs(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_code(&f, FIGURE_AGREEMENTS_AT_END, LAST_YEAR, "csr", 1);
    put_code(&f, FIGURE_AGREEMENTS_AT_END, THIS_YEAR, "csr", 2);
    put(&f, FIGURE_JOBS_CSR, LAST_YEAR, 0);
    put(&f, FIGURE_JOBS_CSR, THIS_YEAR, 1);
    fixture_ready(&f);
    assert_string_equal(
        said(&f, say_csr),
        "Ved årets udgang var der 2 CSR-aftaler, 1 mere end ved udgangen af 2023. Der blev skabt 1 job "
        "efter en CSR-aftale i 2024, 1 mere end i 2023.");
    fixture_close(&f);
    fixture_open(&f);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_csr), "");
    fixture_close(&f);
}

static void in_house_solutions_are_told_by_number_openings_and_jobs(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_code(&f, FIGURE_ENTERPRISES_AT_END, THIS_YEAR, "in_house", 2);
    put_code(&f, FIGURE_ENTERPRISES_NEW, THIS_YEAR, "in_house", 2);
    put(&f, FIGURE_JOBS_IN_HOUSE, THIS_YEAR, 3);
    fixture_ready(&f);
    assert_string_equal(
        said(&f, say_in_house),
        "Ved årets udgang var der 2 in-house løsninger, 2 flere end ved udgangen af 2023. Der kom 2 til i "
        "2024. Der blev skabt 3 job i in-house løsninger i 2024.");
    fixture_close(&f);
    fixture_open(&f);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_in_house), "");
    fixture_close(&f);
}

/* ---- The widened target group ---- */

static const char *groups_say(const int64_t *citizens, size_t count)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    for (uint16_t group = 0; group < count; group++) {
        struct figure_key key = key_in(&f, FIGURE_COURSES_PERSONS, THIS_YEAR);
        key.target_group = group;
        store_add(&f.figures, key, ratio_whole(citizens[group]));
    }
    fixture_ready(&f);
    snprintf(words, sizeof words, "%s", said(&f, say_target_groups));
    fixture_close(&f);
    return words;
}

static void target_groups_are_told_by_number_and_the_largest_by_name(void **state)
{
    (void)state;
    assert_string_equal(
        groups_say((const int64_t[]){4, 23, 0, 7}, 4),
        "Borgerne i forløb i 2024 kom fra 3 målgrupper; flest, 23, fra målgruppen kontanthjælp.");
    assert_string_equal(groups_say((const int64_t[]){7, 4, 0, 7}, 4),
                        "Borgerne i forløb i 2024 kom fra 3 målgrupper.");
    assert_string_equal(groups_say((const int64_t[]){0, 4, 0, 0}, 4),
                        "Borgerne i forløb i 2024 kom alle fra målgruppen kontanthjælp.");
    assert_string_equal(groups_say((const int64_t[]){0}, 1), "");
}

/* ---- Preliminary reports, and paragraphs ---- */

static void a_preliminary_report_compares_with_no_year(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_sent(&f, LAST_YEAR, 8, 100000);
    put_sent(&f, THIS_YEAR, 3, 40000);
    fixture_ready(&f);
    fixture_make_preliminary(&f, 6, 30);
    assert_string_equal(said(&f, say_applications),
                        "Der blev indsendt 3 ansøgninger på i alt 40.000 kr. i 2024 til og med 30. juni.");
    fixture_close(&f);
}

static void sentences_that_say_nothing_leave_no_blanks(void **state)
{
    (void)state;
    static void (*const sentences[])(struct sentence) = {say_donors, say_grants, say_reserved,
                                                         say_applications, say_no_cure_no_pay};
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    add_sentences(&f.context, f.section, sentences, 5);
    add_sentences(&f.context, f.section, sentences, 1);
    assert_int_equal(f.section->block_count, 1);
    assert_string_equal(
        plain_blanks(&f, paragraph_text(&f.arena, &f.section->blocks[0].as.paragraph)),
        "Ingen ansøgninger blev afgjort i 2024. Der blev ikke indsendt nogen ansøgninger i 2024.");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_and_next_jobs_are_told_with_how_many_changed_enterprise),
        cmocka_unit_test(a_single_new_job_or_none_reads_well_in_the_model),
        cmocka_unit_test(applications_are_told_with_what_was_sought_and_the_change),
        cmocka_unit_test(one_application_or_none_reads_well),
        cmocka_unit_test(the_best_of_three_years_or_more_is_said),
        cmocka_unit_test(grants_are_told_with_their_share_and_amount),
        cmocka_unit_test(a_year_without_grants_or_decisions_says_so),
        cmocka_unit_test(repeat_donors_are_told_as_the_golden_donation),
        cmocka_unit_test(applications_with_no_cure_no_pay_are_told_as_a_part_of_all),
        cmocka_unit_test(trial_actions_are_told_by_how_many_began),
        cmocka_unit_test(running_trial_actions_are_told_with_what_marks_them),
        cmocka_unit_test(un_goals_are_told_by_number_and_partnerships_by_name),
        cmocka_unit_test(purchases_are_told_with_where_they_were_made),
        cmocka_unit_test(reserved_contracts_are_told_as_a_part_of_the_amount),
        cmocka_unit_test(purchase_agreements_are_told_by_inside_and_outside_the_municipality),
        cmocka_unit_test(csr_is_told_by_agreements_and_jobs),
        cmocka_unit_test(in_house_solutions_are_told_by_number_openings_and_jobs),
        cmocka_unit_test(target_groups_are_told_by_number_and_the_largest_by_name),
        cmocka_unit_test(a_preliminary_report_compares_with_no_year),
        cmocka_unit_test(sentences_that_say_nothing_leave_no_blanks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

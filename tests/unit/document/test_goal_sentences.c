#include "document_fixture.h"

#include "goal_sentences.h"

/* The sentence about the first goal. */
static const char *goal_said(struct fixture *f)
{
    struct goal_view *views;
    struct paragraph paragraph = {.look = PARAGRAPH_BODY};
    fixture_ready(f);
    assert_int_equal(goal_views(&f->context, &views), 1);
    say_goal_status((struct sentence){&f->context, &paragraph}, &views[0]);
    return plain_blanks(f, paragraph_text(&f->arena, &paragraph));
}

static void put_day(struct fixture *f, int year, int month, int day)
{
    put_of_goal(f, FIGURE_GOAL_DATE, 0, ratio_whole(day_from_date(year, month, day)));
}

/* The norm of 30 jobs: fleksjob and småjob count, løntilskud does not. */
static void put_norm(struct fixture *f, int64_t value, enum goal_status status)
{
    put_goal(f, "Mindst 30 job om året", GOAL_YEARLY, "job.nye", "fleksjob|smaajob");
    put_standing(f, 0, value, 30, status);
}

static void put_jobs_last_year(struct fixture *f, int64_t flex, int64_t small)
{
    put_code(f, FIGURE_JOBS_NEW, LAST_YEAR, "fleksjob", flex);
    put_code(f, FIGURE_JOBS_NEW, LAST_YEAR, "smaajob", small);
    put_code(f, FIGURE_JOBS_NEW, LAST_YEAR, "loentilskud", 4);
}

static void a_norm_that_was_reached_says_when_and_how_many(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_norm(&f, 47, GOAL_REACHED);
    put_day(&f, 2024, 8, 14);
    put_jobs_last_year(&f, 20, 18);
    assert_string_equal(goal_said(&f),
                        "Årsnormen på 30 job blev nået den 14. august; ved årets udgang var der "
                        "skabt 47 job, 9 flere end i 2023.");
    fixture_close(&f);
}

static void a_norm_reached_without_a_known_day_says_no_day(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_norm(&f, 30, GOAL_REACHED);
    put_jobs_last_year(&f, 30, 0);
    assert_string_equal(goal_said(&f),
                        "Årsnormen på 30 job blev nået; ved årets udgang var der skabt 30 job, "
                        "lige så mange som i 2023.");
    fixture_close(&f);
}

static void a_missed_norm_says_how_many_were_missing(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_norm(&f, 29, GOAL_NOT_REACHED);
    put_jobs_last_year(&f, 19, 18);
    assert_string_equal(goal_said(&f), "Årsnormen på 30 job blev ikke nået: Der blev skabt 29 job i 2024, "
                                       "8 færre end i 2023. Der manglede 1 job.");
    fixture_close(&f);
}

static void a_year_without_jobs_reads_well(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_norm(&f, 0, GOAL_NOT_REACHED);
    put_jobs_last_year(&f, 19, 18);
    assert_string_equal(goal_said(&f),
                        "Årsnormen på 30 job blev ikke nået: Der blev ikke skabt nogen job i 2024.");
    fixture_close(&f);
}

static void a_preliminary_norm_is_on_its_way_or_behind_and_is_not_compared(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_make_preliminary(&f, 6, 30);
    put_norm(&f, 18, GOAL_ON_TRACK);
    put_of_goal(&f, FIGURE_GOAL_FORECAST, 0, ratio_whole(36));
    put_jobs_last_year(&f, 19, 18);
    assert_string_equal(
        goal_said(&f),
        "Pr. 30. juni 2024 var der skabt 18 job. Det er på vej mod årsnormen på 30 job: Der mangler 12, og "
        "det kræver 2 om måneden resten af året. I samme takt bliver det til 36 job i hele året.");
    fixture_close(&f);
    fixture_open(&f);
    fixture_make_preliminary(&f, 6, 30);
    put_norm(&f, 0, GOAL_BEHIND);
    assert_string_equal(goal_said(&f),
                        "Pr. 30. juni 2024 var der ikke skabt nogen job. Det er bagud i forhold til "
                        "årsnormen på 30 job: Der mangler 30, og det kræver 5 om måneden resten af året.");
    fixture_close(&f);
}

static void jobs_without_a_target_are_told_with_last_years(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_norm(&f, 1, GOAL_WITHOUT_TARGET);
    put_jobs_last_year(&f, 2, 0);
    assert_string_equal(goal_said(&f),
                        "Der blev skabt 1 job i 2024, 1 færre end i 2023; der er ikke sat et tal som mål.");
    fixture_close(&f);
}

/* 40 enterprises with three bottom lines at the end of 2025. */
static void put_forty(struct fixture *f, int64_t value, enum goal_status status, int64_t last_year)
{
    put_goal(f, "40 virksomheder", GOAL_FINAL, "virksomhed.tre_bundlinjer", "");
    put_standing(f, 0, value, 40, status);
    put(f, FIGURE_ENTERPRISES_THREE_LINES, LAST_YEAR, last_year);
}

static void what_is_reached_before_its_time_is_said_so(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_forty(&f, 41, GOAL_REACHED_EARLY, 36);
    put_day(&f, 2024, 11, 18);
    assert_string_equal(goal_said(&f),
                        "Målet om 40 virksomheder og initiativer med tre bundlinjer ved udgangen af 2025 "
                        "blev nået før tid, den 18. november, 408 dage før fristen; ved årets udgang var der "
                        "41, 5 flere end ved udgangen af 2023.");
    fixture_close(&f);
}

static void a_day_in_an_earlier_year_is_told_with_its_year(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_forty(&f, 41, GOAL_REACHED_EARLY, 41);
    put_day(&f, 2023, 8, 14);
    assert_string_equal(goal_said(&f),
                        "Målet om 40 virksomheder og initiativer med tre bundlinjer ved udgangen af 2025 "
                        "blev nået før tid, den 14. august 2023, 870 dage før fristen; ved årets udgang var "
                        "der 41, lige så mange som ved udgangen af 2023.");
    fixture_close(&f);
}

static void a_final_goal_on_its_way_says_what_is_missing(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_forty(&f, 36, GOAL_ON_TRACK, 31);
    assert_string_equal(goal_said(&f),
                        "Ved årets udgang var der 36 virksomheder og initiativer med tre bundlinjer, 5 flere "
                        "end ved udgangen af 2023. Det er på vej mod målet om 40 ved udgangen af 2025: Der "
                        "mangler 4, og det kræver 0,3 om måneden.");
    fixture_close(&f);
    fixture_open(&f);
    put_forty(&f, 30, GOAL_BEHIND, 31);
    assert_string_equal(
        goal_said(&f),
        "Ved årets udgang var der 30 virksomheder og initiativer med tre bundlinjer, 1 færre "
        "end ved udgangen af 2023. Det er bagud i forhold til en jævn stigning mod målet om 40 "
        "ved udgangen af 2025: Der mangler 10, og det kræver 0,8 om måneden.");
    fixture_close(&f);
}

static void a_final_goal_that_was_missed_says_how_many_were_missing(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_forty(&f, 38, GOAL_NOT_REACHED, 36);
    assert_string_equal(
        goal_said(&f),
        "Målet om 40 virksomheder og initiativer med tre bundlinjer ved udgangen af 2025 blev ikke "
        "nået: Ved årets udgang var der 38, 2 flere end ved udgangen af 2023. Der manglede 2.");
    fixture_close(&f);
}

static void put_prize(struct fixture *f, enum goal_status status)
{
    put_goal(f, "Den socialøkonomiske pris", GOAL_MILESTONE, "", "");
    put_of_goal(f, FIGURE_GOAL_STATUS, 0, ratio_whole(status));
}

static void a_milestone_is_reached_waiting_or_missed(void **state)
{
    (void)state;
    static const struct {
        enum goal_status status;
        const char *expected;
    } cases[] = {
        {GOAL_REACHED_EARLY,
         "Målet »Den socialøkonomiske pris« blev nået før tid, den 20. november, 406 dage før fristen."},
        {GOAL_REACHED, "Målet »Den socialøkonomiske pris« blev nået den 20. november."},
        {GOAL_ON_TRACK, "Målet »Den socialøkonomiske pris« er ikke nået endnu; fristen er udgangen af 2025."},
        {GOAL_NOT_REACHED, "Målet »Den socialøkonomiske pris« blev ikke nået inden udgangen af 2025."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        fixture_open(&f);
        put_prize(&f, cases[i].status);
        put_day(&f, 2024, 11, 20);
        assert_string_equal(goal_said(&f), cases[i].expected);
        fixture_close(&f);
    }
}

static void a_goal_of_another_kind_is_told_by_its_name_and_range(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    struct goal *goal = put_goal(&f, "In-house løsninger", GOAL_YEARLY, "virksomhed.nye", "in_house");
    goal->target_to = 3 * DECIMAL_ONE;
    put_standing(&f, 0, 1, 2, GOAL_NOT_REACHED);
    assert_string_equal(goal_said(&f), "Målet »In-house løsninger« blev ikke nået: Resultatet i 2024 var 1, "
                                       "1 mere end i 2023; målet er 2–3.");
    fixture_close(&f);
}

static void a_goal_of_another_kind_has_a_sentence_for_each_standing(void **state)
{
    (void)state;
    static const struct {
        enum goal_status status;
        const char *expected;
    } cases[] = {
        {GOAL_REACHED, "Målet »Plan« blev nået den 3. september: Resultatet i 2024 var 50 %; målet er 42 %."},
        {GOAL_REACHED_EARLY, "Målet »Plan« blev nået før tid, den 3. september, 119 dage før fristen: "
                             "Resultatet i 2024 var 50 %; målet er 42 %."},
        {GOAL_ON_TRACK, "Målet »Plan« er på vej: Resultatet i 2024 var 50 %; målet er 42 %."},
        {GOAL_BEHIND, "Målet »Plan« er bagud: Resultatet i 2024 var 50 %; målet er 42 %."},
        {GOAL_NOT_REACHED, "Målet »Plan« blev ikke nået: Resultatet i 2024 var 50 %; målet er 42 %."},
        {GOAL_WITHOUT_TARGET, "»Plan«: Resultatet i 2024 var 50 %; der er ikke sat et tal som mål."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        fixture_open(&f);
        put_goal(&f, "Plan", GOAL_YEARLY, "forloeb.plan_andel", "");
        put_of_goal(&f, FIGURE_GOAL_VALUE, 0, ratio_of(1, 2));
        put_of_goal(&f, FIGURE_GOAL_TARGET, 0, ratio_of(42, 100));
        put_of_goal(&f, FIGURE_GOAL_STATUS, 0, ratio_whole(cases[i].status));
        put_day(&f, 2024, 9, 3);
        assert_string_equal(goal_said(&f), cases[i].expected);
        fixture_close(&f);
    }
}

static void enterprises_are_called_what_the_figure_counts(void **state)
{
    (void)state;
    static const struct {
        const char *figure;
        enum goal_status status;
        const char *expected;
    } cases[] = {
        {"virksomhed.registrerede", GOAL_REACHED,
         "Målet om 10 registrerede socialøkonomiske virksomheder ved udgangen af 2025 blev nået; ved årets "
         "udgang "
         "var der 10."},
        {"virksomhed.aktive_ultimo", GOAL_WITHOUT_TARGET,
         "Ved årets udgang var der 10 virksomheder og initiativer; der er ikke sat et tal som mål."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        fixture_open(&f);
        put_goal(&f, "Virksomheder", GOAL_FINAL, cases[i].figure, "");
        put_standing(&f, 0, 10, 10, cases[i].status);
        assert_string_equal(goal_said(&f), cases[i].expected);
        fixture_close(&f);
    }
}

static void progression_without_a_target_is_told_out_of_the_courses_that_ended(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_goal(&f, "Progression", GOAL_YEARLY, "forloeb.progression", "frem");
    put_standing(&f, 0, 47, 0, GOAL_WITHOUT_TARGET);
    put(&f, FIGURE_COURSES_ENDED, THIS_YEAR, 83);
    assert_string_equal(
        goal_said(&f),
        "Ud af 83 forløb, der blev afsluttet i 2024, endte 47 længere fremme i værdikæden, end de begyndte.");
    fixture_close(&f);
    fixture_open(&f);
    put_goal(&f, "Progression", GOAL_YEARLY, "forloeb.progression", "frem");
    put_standing(&f, 0, 0, 0, GOAL_WITHOUT_TARGET);
    put(&f, FIGURE_COURSES_ENDED, THIS_YEAR, 0);
    assert_string_equal(goal_said(&f),
                        "Ingen forløb blev afsluttet i 2024, så der er ingen progression at opgøre.");
    fixture_close(&f);
}

static void every_number_in_a_goals_sentence_has_its_figure(void **state)
{
    (void)state;
    struct fixture f;
    struct goal_view *views;
    struct paragraph paragraph = {.look = PARAGRAPH_BODY};
    fixture_open(&f);
    put_norm(&f, 29, GOAL_REACHED);
    put_jobs_last_year(&f, 20, 0);
    put_day(&f, 2024, 8, 14);
    fixture_ready(&f);
    goal_views(&f.context, &views);
    say_goal_status((struct sentence){&f.context, &paragraph}, &views[0]);
    for (size_t i = 0; i < paragraph.span_count; i++)
        if (paragraph.spans[i].kind == CELL_VALUE && paragraph.spans[i].value.num == 29)
            assert_true(paragraph.spans[i].has_key && paragraph.spans[i].key.figure == FIGURE_GOAL_VALUE);
    fixture_close(&f);
}

static void one_enterprise_stands_in_the_singular_and_none_reads_well(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_goal(&f, "25", GOAL_FINAL, "virksomhed.aktive_ultimo", "");
    put_standing(&f, 0, 1, 25, GOAL_BEHIND);
    assert_string_equal(goal_said(&f),
                        "Ved årets udgang var der 1 virksomhed eller initiativ. Det er bagud i forhold til "
                        "en jævn stigning mod "
                        "målet om 25 ved udgangen af 2025: Der mangler 24, og det kræver 2 om måneden.");
    fixture_close(&f);
    fixture_open(&f);
    put_goal(&f, "25", GOAL_FINAL, "virksomhed.registrerede", "");
    put_standing(&f, 0, 1, 0, GOAL_WITHOUT_TARGET);
    assert_string_equal(goal_said(&f),
                        "Ved årets udgang var der 1 registreret socialøkonomisk virksomhed; der er "
                        "ikke sat et tal som mål.");
    fixture_close(&f);
    fixture_open(&f);
    put_goal(&f, "25", GOAL_FINAL, "virksomhed.tre_bundlinjer", "");
    put_standing(&f, 0, 0, 0, GOAL_WITHOUT_TARGET);
    assert_string_equal(goal_said(&f),
                        "Ved årets udgang var der ingen virksomheder eller initiativer med tre "
                        "bundlinjer; der er ikke sat et tal som mål.");
    fixture_close(&f);
}

static void a_goal_on_a_share_of_nothing_cannot_be_judged(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_goal(&f, "Effekt", GOAL_YEARLY, "forloeb.effekt", "");
    put_of_goal(&f, FIGURE_GOAL_VALUE, 0, ratio_none());
    put_of_goal(&f, FIGURE_GOAL_TARGET, 0, ratio_of(1, 2));
    put_of_goal(&f, FIGURE_GOAL_STATUS, 0, ratio_whole(GOAL_NOT_REACHED));
    assert_string_equal(goal_said(&f),
                        "Målet »Effekt« kan ikke gøres op: Der er intet at regne det ud fra i 2024. "
                        "Målet er 50 %.");
    fixture_close(&f);
}

static void a_target_keeps_its_decimals(void **state)
{
    static const struct {
        struct ratio target;
        const char *words;
    } cases[] = {{{5, 2}, "2,5"}, {{9, 4}, "2,25"}, {{30, 1}, "30"}, {{1200, 1}, "1.200"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        struct goal_view *views;
        fixture_open(&f);
        put_goal(&f, "Job", GOAL_YEARLY, "job.nye", "");
        put_standing(&f, 0, 1, 0, GOAL_NOT_REACHED);
        f.figures.rows[1].value = cases[i].target;
        fixture_ready(&f);
        goal_views(&f.context, &views);
        const struct cell cell = goal_target_cell(&f.context, &views[0]);
        assert_string_equal(cell_words(&f, &cell), cases[i].words);
        fixture_close(&f);
    }
}

static void what_is_missing_to_a_target_with_decimals_has_them_too(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_goal(&f, "Job", GOAL_YEARLY, "job.nye", "");
    put_standing(&f, 0, 1, 0, GOAL_NOT_REACHED);
    f.figures.rows[1].value = ratio_of(5, 2);
    assert_string_equal(goal_said(&f),
                        "Årsnormen på 2,5 job blev ikke nået: Der blev skabt 1 job i 2024. Der "
                        "manglede 1,5 job.");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_norm_that_was_reached_says_when_and_how_many),
        cmocka_unit_test(a_norm_reached_without_a_known_day_says_no_day),
        cmocka_unit_test(a_missed_norm_says_how_many_were_missing),
        cmocka_unit_test(a_year_without_jobs_reads_well),
        cmocka_unit_test(a_preliminary_norm_is_on_its_way_or_behind_and_is_not_compared),
        cmocka_unit_test(jobs_without_a_target_are_told_with_last_years),
        cmocka_unit_test(what_is_reached_before_its_time_is_said_so),
        cmocka_unit_test(a_day_in_an_earlier_year_is_told_with_its_year),
        cmocka_unit_test(a_final_goal_on_its_way_says_what_is_missing),
        cmocka_unit_test(a_final_goal_that_was_missed_says_how_many_were_missing),
        cmocka_unit_test(a_milestone_is_reached_waiting_or_missed),
        cmocka_unit_test(a_goal_of_another_kind_is_told_by_its_name_and_range),
        cmocka_unit_test(a_goal_of_another_kind_has_a_sentence_for_each_standing),
        cmocka_unit_test(enterprises_are_called_what_the_figure_counts),
        cmocka_unit_test(progression_without_a_target_is_told_out_of_the_courses_that_ended),
        cmocka_unit_test(every_number_in_a_goals_sentence_has_its_figure),
        cmocka_unit_test(one_enterprise_stands_in_the_singular_and_none_reads_well),
        cmocka_unit_test(a_goal_on_a_share_of_nothing_cannot_be_judged),
        cmocka_unit_test(a_target_keeps_its_decimals),
        cmocka_unit_test(what_is_missing_to_a_target_with_decimals_has_them_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

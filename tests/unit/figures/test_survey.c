#include "survey_builder.h"

static struct builder b;

static int begin(void **state)
{
    (void)state;
    survey_builder_init(&b);
    return 0;
}

static int end(void **state)
{
    (void)state;
    builder_free(&b);
    return 0;
}

static void add_municipalities(size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_municipality(&b, sv_format(&b.arena, "K%02zu", i).data, "");
}

static const char *name_at(size_t i)
{
    return sv_format(&b.arena, "K%02zu", i).data;
}

/* ---- The order of reading ---- */

static void questions_stand_by_their_order_then_as_the_rows_stand(void **state)
{
    (void)state;
    add_question(&b, "uden", "?", ANSWERED_BY_TEXT);
    add_question(&b, "to", "?", ANSWERED_BY_TEXT)->order = 2;
    add_question(&b, "et", "?", ANSWERED_BY_TEXT)->order = 1;
    add_question(&b, "ogsaa-to", "?", ANSWERED_BY_TEXT)->order = 2;
    add_question(&b, "heller-ikke", "?", ANSWERED_BY_TEXT);
    const struct survey survey = survey_of(&b.data, &b.arena);
    const uint32_t expected[] = {2, 1, 3, 0, 4};
    assert_int_equal(survey.question_count, 5);
    assert_memory_equal(survey.questions, expected, sizeof expected);
}

static void those_who_are_asked_have_no_row_that_says_no(void **state)
{
    (void)state;
    add_municipality(&b, "B", "");
    add_municipality(&b, "A", "Nord")->asked = NO;
    add_municipality(&b, "A", "Syd")->asked = YES;
    add_municipality(&b, "C", "Øst")->asked = YES;
    const struct survey survey = survey_of(&b.data, &b.arena);
    assert_int_equal(survey.all_count, 3);
    assert_int_equal(survey.asked_count, 2);
    assert_int_equal(survey.asked[0], 0);
    assert_int_equal(survey.asked[1], 2);
    assert_int_equal(survey.place_of[1], UINT32_MAX);
    assert_int_equal(survey.cluster_count, 3);
}

static void a_round_is_asked_when_a_row_names_it(void **state)
{
    (void)state;
    add_municipalities(1);
    add_question(&b, "S", "?", ANSWERED_BY_ONE);
    add_question(&b, "T", "?", ANSWERED_BY_ONE);
    add_answer(&b, "K00", "S", "slut", "");
    add_answer(&b, "K00", "S", "midtvejs", "lav");
    const struct survey survey = survey_of(&b.data, &b.arena);
    assert_true(survey_is_asked(&survey, 0, 1) && survey_is_asked(&survey, 0, 2));
    assert_false(survey_is_asked(&survey, 0, 0));
    assert_int_equal(survey_first_round(&survey, 0), 1);
    assert_int_equal(survey_last_round(&survey, 0), 2);
    assert_int_equal(survey_rounds_asked(&survey, 0), 2);
    assert_int_equal(survey_last_round(&survey, 1), ROUND_NONE);
    assert_null(survey_answer(&survey, 0, 2, 0));
    assert_non_null(survey_answer(&survey, 0, 1, 0));
}

/* ---- Counting ---- */

static void answers_are_counted_by_code_and_what_is_missing_too(void **state)
{
    (void)state;
    add_municipalities(3);
    add_municipality(&b, "Ikke spurgt", "")->asked = NO;
    add_question(&b, "S", "?", ANSWERED_BY_ONE);
    add_answer(&b, "K00", "S", "slut", "hoej");
    add_answer(&b, "K01", "S", "slut", "");
    count_survey(&b);
    assert_string_equal(survey_value(&b, "survey.n", "slut", "S"), "1");
    assert_string_equal(survey_value(&b, "survey.antal", "slut", "S:hoej"), "1");
    assert_string_equal(survey_value(&b, "survey.antal", "slut", "S:lav"), "0");
    assert_string_equal(survey_value(&b, "survey.antal", "slut", "S:ikke_besvaret"), "2");
    assert_string_equal(survey_value(&b, "survey.n", "start", "S"), "-");
    assert_string_equal(survey_value(&b, "survey.antal", "start", "S:ikke_besvaret"), "-");
}

static void without_a_round_the_rounds_are_added(void **state)
{
    (void)state;
    add_municipalities(2);
    add_question(&b, "S", "?", ANSWERED_BY_ONE);
    add_answer(&b, "K00", "S", "start", "hoej");
    add_answer(&b, "K00", "S", "slut", "hoej");
    add_answer(&b, "K01", "S", "slut", "lav");
    count_survey(&b);
    assert_string_equal(survey_value(&b, "survey.n", "", "S"), "3");
    assert_string_equal(survey_value(&b, "survey.antal", "", "S:hoej"), "2");
    assert_string_equal(survey_value(&b, "survey.antal", "", "S:ikke_besvaret"), "1");
}

static void several_answers_may_be_more_than_those_who_answered(void **state)
{
    (void)state;
    add_municipalities(1);
    add_question(&b, "F", "?", ANSWERED_BY_SEVERAL);
    add_answer(&b, "K00", "F", "slut", "hoej|lav");
    count_survey(&b);
    assert_string_equal(survey_value(&b, "survey.n", "slut", "F"), "1");
    assert_string_equal(survey_value(&b, "survey.antal", "slut", "F:hoej"), "1");
    assert_string_equal(survey_value(&b, "survey.antal", "slut", "F:lav"), "1");
    assert_string_equal(survey_value(&b, "survey.antal", "slut", "F:nogen"), "0");
}

static void shares_are_of_at_least_twenty_answers_in_the_round(void **state)
{
    (void)state;
    add_municipalities(20);
    add_question(&b, "S", "?", ANSWERED_BY_ONE);
    for (size_t i = 0; i < 20; i++)
        add_answer(&b, name_at(i), "S", "slut", i < 5 ? "lav" : "hoej");
    for (size_t i = 0; i < 19; i++)
        add_answer(&b, name_at(i), "S", "start", "lav");
    count_survey(&b);
    assert_string_equal(survey_value(&b, "survey.andel", "slut", "S:lav"), "0,25");
    assert_string_equal(survey_value(&b, "survey.andel", "slut", "S:nogen"), "0");
    assert_string_equal(survey_value(&b, "survey.andel", "start", "S:lav"), "-");
    assert_string_equal(survey_value(&b, "survey.andel", "", "S:lav"), "-");
}

static void change_is_the_last_round_minus_the_first_in_the_order_of_the_list(void **state)
{
    (void)state;
    add_municipalities(2);
    add_question(&b, "S", "?", ANSWERED_BY_ONE);
    add_question(&b, "En", "?", ANSWERED_BY_ONE);
    add_question(&b, "N", "?", ANSWERED_BY_NUMBER);
    add_answer(&b, "K00", "S", "slut", "hoej"); /* read before the round that comes first */
    add_answer(&b, "K01", "S", "slut", "hoej");
    add_answer(&b, "K00", "S", "midtvejs", "nogen");
    add_answer(&b, "K00", "S", "start", "lav");
    add_answer(&b, "K00", "En", "slut", "lav");
    add_answer(&b, "K00", "N", "start", "1");
    add_answer(&b, "K00", "N", "slut", "2");
    count_survey(&b);
    assert_string_equal(survey_value(&b, "survey.aendring", "", "S:hoej"), "2");
    assert_string_equal(survey_value(&b, "survey.aendring", "", "S:lav"), "-1");
    assert_string_equal(survey_value(&b, "survey.aendring", "", "S:nogen"), "0");
    assert_string_equal(survey_value(&b, "survey.aendring", "", "En:lav"), "-");
    assert_string_equal(survey_value(&b, "survey.aendring", "", "S:ikke_besvaret"), "-");
    assert_string_equal(survey_value(&b, "survey.aendring", "", "N"), "-");
}

static void numbers_have_sum_mean_median_and_ends(void **state)
{
    (void)state;
    add_municipalities(4);
    add_question(&b, "N", "?", ANSWERED_BY_NUMBER);
    add_answer(&b, "K00", "N", "start", "10");
    add_answer(&b, "K01", "N", "start", "-1");
    add_answer(&b, "K02", "N", "start", "2,5");
    add_answer(&b, "K03", "N", "start", "4");
    add_answer(&b, "K00", "N", "slut", "7");
    count_survey(&b);
    assert_string_equal(survey_value(&b, "survey.sum", "start", "N"), "15,5");
    assert_string_equal(survey_value(&b, "survey.middel", "start", "N"), "3,875");
    assert_string_equal(survey_value(&b, "survey.median", "start", "N"), "3,25");
    assert_string_equal(survey_value(&b, "survey.mindst", "start", "N"), "-1");
    assert_string_equal(survey_value(&b, "survey.stoerst", "start", "N"), "10");
    assert_string_equal(survey_value(&b, "survey.median", "slut", "N"), "7");
    assert_string_equal(survey_value(&b, "survey.median", "", "N"), "4"); /* over the answers of all rounds */
    assert_string_equal(survey_value(&b, "survey.sum", "", "N"), "22,5");
}

static void numbers_that_nobody_gave_add_up_to_nothing_and_have_no_mean(void **state)
{
    (void)state;
    add_municipalities(1);
    add_question(&b, "N", "?", ANSWERED_BY_NUMBER);
    add_answer(&b, "K00", "N", "slut", "");
    count_survey(&b);
    assert_string_equal(survey_value(&b, "survey.sum", "slut", "N"), "0");
    assert_string_equal(survey_value(&b, "survey.middel", "slut", "N"), "");
    assert_string_equal(survey_value(&b, "survey.median", "", "N"), "");
    assert_string_equal(survey_value(&b, "survey.stoerst", "slut", "N"), "");
}

static void texts_are_counted_as_answered_or_not_and_nothing_else(void **state)
{
    (void)state;
    add_municipalities(2);
    add_question(&b, "T", "?", ANSWERED_BY_TEXT);
    add_answer(&b, "K00", "T", "slut", "Hemmeligt");
    count_survey(&b);
    assert_string_equal(survey_value(&b, "survey.n", "slut", "T"), "1");
    assert_string_equal(survey_value(&b, "survey.antal", "slut", "T:ikke_besvaret"), "1");
    struct buffer csv = buffer_in(&b.arena);
    figures_write_csv(&csv, &b.figures);
    assert_null(strstr(sv_text(&b.arena, buffer_view(&csv)), "Hemmeligt"));
}

static void a_question_that_was_never_asked_has_no_round(void **state)
{
    (void)state;
    add_municipalities(1);
    add_question(&b, "S", "?", ANSWERED_BY_ONE);
    count_survey(&b);
    assert_string_equal(survey_value(&b, "survey.n", "", "S"), "0");
    assert_string_equal(survey_value(&b, "survey.antal", "", "S:ikke_besvaret"), "0");
    assert_string_equal(survey_value(&b, "survey.n", "slut", "S"), "-");
}

static void measures_are_counted_over_everybody_asked_once_there_is_one(void **state)
{
    (void)state;
    add_municipalities(3);
    add_municipality(&b, "Ikke spurgt", "")->asked = NO;
    count_survey(&b);
    assert_string_equal(survey_value(&b, "tiltag.antal", "", "orlov:ja"), "-");
    add_measure(&b, "K00", "orlov", "ja");
    add_measure(&b, "K01", "orlov", "nej");
    count_survey(&b);
    assert_string_equal(survey_value(&b, "tiltag.antal", "", "orlov:ja"), "1");
    assert_string_equal(survey_value(&b, "tiltag.antal", "", "orlov:delvist"), "0");
    assert_string_equal(survey_value(&b, "tiltag.antal", "", "orlov:ikke_besvaret"), "1");
    assert_string_equal(survey_value(&b, "tiltag.antal", "", "priser:ikke_besvaret"), "3");
}

static void enterprises_are_those_stated_by_anybody_asked_or_not(void **state)
{
    (void)state;
    add_municipality(&b, "A", "")->enterprises = 0;
    struct municipality *other = add_municipality(&b, "B", "");
    other->enterprises = 4;
    other->asked = NO;
    add_municipality(&b, "C", "")->coming = 3;
    count_survey(&b);
    assert_string_equal(survey_value(&b, "kommune.virksomheder", "", "A"), "0");
    assert_string_equal(survey_value(&b, "kommune.virksomheder", "", "C"), "-");
    assert_string_equal(survey_value(&b, "kommune.virksomheder", "", ""), "4");
    assert_string_equal(survey_value(&b, "kommune.registrerede", "", ""), "");
    assert_string_equal(survey_value(&b, "kommune.oplyst", "", "virksomheder"), "2");
    assert_string_equal(survey_value(&b, "kommune.oplyst", "", "registrerede"), "0");
    assert_string_equal(survey_value(&b, "kommune.oplyst", "", "paa_vej"), "1");
}

static void places_are_added_by_cluster_and_over_all(void **state)
{
    (void)state;
    add_municipality(&b, "A", "Nord")->places = 2;
    add_municipality(&b, "A", "Syd")->places = 1;
    add_municipality(&b, "B", "Syd");
    add_municipality(&b, "C", "")->places = 5;
    count_survey(&b);
    assert_string_equal(survey_value(&b, "kommune.pladser", "", "Nord"), "2");
    assert_string_equal(survey_value(&b, "kommune.pladser", "", "Syd"), "1");
    assert_string_equal(survey_value(&b, "kommune.pladser", "", ""), "8");
    assert_string_equal(survey_value(&b, "kommune.antal", "", "Syd"), "2");
    assert_string_equal(survey_value(&b, "kommune.antal", "", ""), "-");
}

/* ---- Names of codes ---- */

static const char *name_of_code(const char *figure, const char *code)
{
    const struct figure_key key =
        figure_key_code(&b.figures, figure_key(&b.figures, figure_named(sv_of(figure))), sv_of(code));
    return sv_text(&b.arena, figure_code_name(&b.arena, &b.figures, key));
}

static void codes_have_danish_names(void **state)
{
    (void)state;
    add_municipalities(1);
    add_question(&b, "S", "?", ANSWERED_BY_ONE);
    count_survey(&b);
    assert_string_equal(name_of_code("survey.n", "S"), "S");
    assert_string_equal(name_of_code("survey.antal", "S:hoej"), "S: I høj grad");
    assert_string_equal(name_of_code("survey.antal", "S:ikke_besvaret"), "S: Ikke besvaret");
    assert_string_equal(name_of_code("tiltag.antal", "orlov:delvist"), "Orlov til iværksættere: Delvist");
    assert_string_equal(name_of_code("kommune.oplyst", "paa_vej"), "På vej");
    assert_string_equal(name_of_code("kommune.virksomheder", "K00"), "K00");
    assert_string_equal(name_of_code("kommune.pladser", "Vest"), "Vest");
}

static void codes_that_no_list_knows_are_their_own_names(void **state)
{
    (void)state;
    add_municipalities(1);
    add_question(&b, "S", "?", ANSWERED_BY_ONE);
    add_question(&b, "T", "?", ANSWERED_BY_TEXT);
    count_survey(&b);
    assert_string_equal(name_of_code("survey.antal", "S:ukendt"), "S: ukendt");
    assert_string_equal(name_of_code("survey.antal", "T:besvaret"), "T: besvaret");
    assert_string_equal(name_of_code("survey.antal", "U:hoej"), "U: hoej");
    assert_string_equal(name_of_code("tiltag.antal", "orlov"), "orlov");
    assert_string_equal(name_of_code("tiltag.antal", "ukendt:delvist"), "ukendt: Delvist");
    assert_string_equal(name_of_code("kommune.oplyst", "ukendt"), "ukendt");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(questions_stand_by_their_order_then_as_the_rows_stand),
        TEST(those_who_are_asked_have_no_row_that_says_no),
        TEST(a_round_is_asked_when_a_row_names_it),
        TEST(answers_are_counted_by_code_and_what_is_missing_too),
        TEST(without_a_round_the_rounds_are_added),
        TEST(several_answers_may_be_more_than_those_who_answered),
        TEST(shares_are_of_at_least_twenty_answers_in_the_round),
        TEST(change_is_the_last_round_minus_the_first_in_the_order_of_the_list),
        TEST(numbers_have_sum_mean_median_and_ends),
        TEST(numbers_that_nobody_gave_add_up_to_nothing_and_have_no_mean),
        TEST(texts_are_counted_as_answered_or_not_and_nothing_else),
        TEST(a_question_that_was_never_asked_has_no_round),
        TEST(measures_are_counted_over_everybody_asked_once_there_is_one),
        TEST(enterprises_are_those_stated_by_anybody_asked_or_not),
        TEST(places_are_added_by_cluster_and_over_all),
        TEST(codes_have_danish_names),
        TEST(codes_that_no_list_knows_are_their_own_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

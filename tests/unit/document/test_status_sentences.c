#include "document_fixture.h"

#include "status_sentences.h"

static void a_year_without_a_strategy_says_so(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_no_strategy), "");
    f.figures.strategy = NULL;
    assert_string_equal(said(&f, say_no_strategy),
                        "Ingen strategi dækker 2024, så året er opgjort uden mål.");
    fixture_close(&f);
}

static void say_when(struct sentence s)
{
    say_during(s);
    say(s, ", ");
    say_at_end(s);
}

static void the_words_for_the_period_follow_the_date_of_the_extract(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_when), "i 2024, ved årets udgang");
    fixture_make_preliminary(&f, 6, 30);
    assert_string_equal(said(&f, say_when), "i 2024 til og med 30. juni, pr. 30. juni 2024");
    f.figures.judged_at = day_from_date(2023, 12, 31);
    assert_string_equal(said(&f, say_when), "i 2024, ved årets begyndelse");
    fixture_close(&f);
}

static void put_effect(struct fixture *f, int year, int64_t positive, int64_t ended)
{
    put(f, FIGURE_COURSES_ENDED, year, ended);
    put(f, FIGURE_COURSES_POSITIVE, year, positive);
    put_share(f, FIGURE_COURSES_EFFECT, year, positive, ended);
}

static void the_effect_is_told_with_its_change_in_percentage_points(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effect(&f, LAST_YEAR, 4, 10);
    put_effect(&f, THIS_YEAR, 5, 10);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_effect),
                        "Effekten af forløbene var 50 %, 10 procentpoint højere end i 2023: 5 "
                        "af 10 forløb endte med et positivt udfald.");
    fixture_close(&f);
}

static void the_effect_of_a_hundred_courses_has_one_decimal(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effect(&f, LAST_YEAR, 51, 100);
    put_effect(&f, THIS_YEAR, 100, 201);
    fixture_ready(&f);
    assert_string_equal(
        said(&f, say_effect),
        "Effekten af forløbene var 49,8 %, 1,2 procentpoint lavere end i 2023: 100 af 201 forløb "
        "endte med et positivt udfald.");
    fixture_close(&f);
}

static void an_unchanged_effect_is_said_to_be_the_same(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effect(&f, LAST_YEAR, 1, 2);
    put_effect(&f, THIS_YEAR, 1, 2);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_effect),
                        "Effekten af forløbene var 50 %, det samme som i 2023: 1 af 2 forløb "
                        "endte med et positivt udfald.");
    fixture_close(&f);
}

static void one_course_or_none_has_no_share(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effect(&f, THIS_YEAR, 1, 1);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_effect),
                        "Ét forløb blev afsluttet i 2024; det endte med et positivt udfald.");
    fixture_close(&f);
    fixture_open(&f);
    put_effect(&f, THIS_YEAR, 0, 1);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_effect),
                        "Ét forløb blev afsluttet i 2024; det endte uden et positivt udfald.");
    fixture_close(&f);
    fixture_open(&f);
    put_effect(&f, THIS_YEAR, 0, 0);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_effect), "Ingen forløb blev afsluttet i 2024.");
    fixture_close(&f);
}

static void enterprises_are_told_with_what_came_and_went(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put(&f, FIGURE_ENTERPRISES_AT_END, LAST_YEAR, 0);
    put(&f, FIGURE_ENTERPRISES_AT_END, THIS_YEAR, 1);
    put(&f, FIGURE_ENTERPRISES_NEW, THIS_YEAR, 1);
    put(&f, FIGURE_ENTERPRISES_CLOSED, THIS_YEAR, 0);
    fixture_ready(&f);
    assert_string_equal(
        said(&f, say_enterprises),
        "Ved årets udgang var der 1 virksomhed eller initiativ, 1 mere end ved udgangen af 2023: 1 "
        "kom til, og ingen lukkede.");
    fixture_close(&f);
}

static void openings_are_told_alone_where_a_goal_has_told_the_number(void **state)
{
    (void)state;
    struct fixture f;
    struct goal_view *views;
    fixture_open(&f);
    put_goal(&f, "25 virksomheder", GOAL_FINAL, "virksomhed.aktive_ultimo", "");
    put_standing(&f, 0, 21, 25, GOAL_ON_TRACK);
    put_effect(&f, THIS_YEAR, 0, 0);
    put(&f, FIGURE_JOBS_NEW, THIS_YEAR, 0);
    put(&f, FIGURE_ENTERPRISES_NEW, THIS_YEAR, 6);
    put(&f, FIGURE_ENTERPRISES_CLOSED, THIS_YEAR, 1);
    fixture_ready(&f);
    const size_t count = goal_views(&f.context, &views);
    add_status_sentences(&f.context, f.section, views, count);
    const struct list *list = &f.section->blocks[0].as.list;
    assert_string_equal(plain_blanks(&f, paragraph_text(&f.arena, &list->items[1])),
                        "Der blev ikke skabt nogen job i 2024.");
    assert_string_equal(plain_blanks(&f, paragraph_text(&f.arena, &list->items[3])),
                        "Der kom 6 virksomheder og initiativer til i 2024, og 1 lukkede.");
    fixture_close(&f);
}

static void nothing_is_said_of_retention_that_cannot_be_known(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_share(&f, FIGURE_COURSES_RETENTION, THIS_YEAR, 0, 0);
    fixture_ready(&f);
    assert_string_equal(said(&f, say_retention), "");
    fixture_close(&f);
}

static void the_list_has_goals_first_and_at_most_six_sentences(void **state)
{
    (void)state;
    struct fixture f;
    struct goal_view *views;
    fixture_open(&f);
    for (uint16_t i = 0; i < 5; i++) {
        put_goal(&f, i == 0 ? "Den første" : sv_text(&f.arena, sv_format(&f.arena, "Nr. %d", i)),
                 GOAL_MILESTONE, "", "");
        put_of_goal(&f, FIGURE_GOAL_STATUS, i, ratio_whole(GOAL_ON_TRACK));
    }
    put(&f, FIGURE_JOBS_NEW, THIS_YEAR, 3);
    put_effect(&f, THIS_YEAR, 1, 2);
    fixture_ready(&f);
    const size_t count = goal_views(&f.context, &views);
    add_status_sentences(&f.context, f.section, views, count);
    const struct list *list = &f.section->blocks[0].as.list;
    assert_int_equal(list->item_count, STATUS_SENTENCES);
    assert_non_null(strstr(plain_blanks(&f, paragraph_text(&f.arena, &list->items[0])), "Den første"));
    assert_string_equal(plain_blanks(&f, paragraph_text(&f.arena, &list->items[5])),
                        "Der blev skabt 3 job i 2024.");
    fixture_close(&f);
}

static void a_year_that_had_not_begun_has_one_sentence(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    fixture_make_preliminary(&f, 6, 30);
    f.figures.judged_at = day_from_date(2023, 12, 31);
    add_status_sentences(&f.context, f.section, NULL, 0);
    const struct list *list = &f.section->blocks[0].as.list;
    assert_int_equal(list->item_count, 1);
    assert_string_equal(plain_blanks(&f, paragraph_text(&f.arena, &list->items[0])),
                        "2024 var ikke begyndt, da data blev trukket, så der er endnu intet at opgøre.");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_without_a_strategy_says_so),
        cmocka_unit_test(the_words_for_the_period_follow_the_date_of_the_extract),
        cmocka_unit_test(the_effect_is_told_with_its_change_in_percentage_points),
        cmocka_unit_test(the_effect_of_a_hundred_courses_has_one_decimal),
        cmocka_unit_test(an_unchanged_effect_is_said_to_be_the_same),
        cmocka_unit_test(one_course_or_none_has_no_share),
        cmocka_unit_test(enterprises_are_told_with_what_came_and_went),
        cmocka_unit_test(openings_are_told_alone_where_a_goal_has_told_the_number),
        cmocka_unit_test(nothing_is_said_of_retention_that_cannot_be_known),
        cmocka_unit_test(the_list_has_goals_first_and_at_most_six_sentences),
        cmocka_unit_test(a_year_that_had_not_begun_has_one_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

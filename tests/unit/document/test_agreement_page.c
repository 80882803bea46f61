#include "document_fixture.h"

/* The agreement's page as its paragraphs, and its table or NULL. */
static const char *paragraph_at(struct fixture *f, size_t wanted)
{
    for (size_t i = 0; i < f->section->block_count; i++)
        if (f->section->blocks[i].kind == BLOCK_PARAGRAPH && wanted-- == 0)
            return plain_blanks(f, paragraph_text(&f->arena, &f->section->blocks[i].as.paragraph));
    return "";
}

static const struct table *outcomes_of(struct fixture *f)
{
    for (size_t i = 0; i < f->section->block_count; i++)
        if (f->section->blocks[i].kind == BLOCK_TABLE)
            return f->section->blocks[i].as.table;
    return NULL;
}

static void put_flow(struct fixture *f, int64_t started, int64_t ended, int64_t at_end)
{
    put_of_agreement(f, FIGURE_COURSES_STARTED, THIS_YEAR, 0, NULL, ratio_whole(started));
    put_of_agreement(f, FIGURE_COURSES_ENDED, THIS_YEAR, 0, NULL, ratio_whole(ended));
    put_of_agreement(f, FIGURE_COURSES_AT_END, THIS_YEAR, 0, NULL, ratio_whole(at_end));
}

static void an_agreement_tells_its_facts(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    struct agreement *agreement = put_agreement(&f, "SA-01", "Afklaring i gartneriet");
    agreement->places = 1;
    agreement->price_per_course = 28500 * DECIMAL_ONE;
    agreement->end = day_from_date(2024, 6, 30);
    put_flow(&f, 0, 0, 0);
    fixture_ready(&f);
    agreement_page(&f.context, f.section, 0);
    assert_string_equal(paragraph_at(&f, 0),
                        "Samarbejdsaftale fra 1. februar 2020 til 30. juni 2024; 1 plads; "
                        "28.500 kr. pr. forløb.");
    fixture_close(&f);
}

static void an_agreement_without_courses_reads_well(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_agreement(&f, "SA-09", "Ny aftale");
    put_flow(&f, 0, 0, 0);
    fixture_ready(&f);
    agreement_page(&f.context, f.section, 0);
    assert_null(outcomes_of(&f));
    assert_string_equal(paragraph_at(&f, 1), "Der var ingen forløb under aftalen i 2024.");
    assert_string_equal(paragraph_at(&f, 2),
                        "Ingen forløb under aftalen blev afsluttet i 2024 eller året før, så "
                        "der er ikke noget udfald at vise.");
    fixture_close(&f);
}

static void the_status_of_the_period_is_told_with_light_learning_and_development(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    struct agreement_status rows[] = {
        {.period = period_number(2023, 0), .light = LIGHT_RED, .text = sv_of("Fra i fjor.")},
        {.period = period_number(2024, 0),
         .light = LIGHT_YELLOW,
         .text = sv_of("Forløbene er i brug.\n\nFor få kommer videre."),
         .learning = sv_of("Planen skal skrives sammen."),
         .development = sv_of("Genforhandlet.")},
    };
    put_rows(&f, TABLE_AGREEMENT_STATUSES, rows, 2);
    put_agreement(&f, "SA-01", "Afklaring i gartneriet");
    put_flow(&f, 0, 0, 0);
    fixture_ready(&f);
    agreement_page(&f.context, f.section, 0);
    assert_string_equal(paragraph_at(&f, 1), "Status: gul. Forløbene er i brug.");
    assert_string_equal(paragraph_at(&f, 2), "For få kommer videre.");
    assert_string_equal(paragraph_at(&f, 3), "Læring: Planen skal skrives sammen.");
    assert_string_equal(paragraph_at(&f, 4), "Udvikling af aftalen: Genforhandlet.");
    fixture_close(&f);
}

static void a_year_without_a_status_takes_that_of_its_second_half(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    struct agreement_status rows[] = {
        {.period = period_number(2024, 1), .light = CODE_NONE, .text = sv_of("Midt på året.")},
        {.period = period_number(2024, 2), .light = CODE_NONE, .text = sv_of("Ved årets udgang.")},
    };
    put_rows(&f, TABLE_AGREEMENT_STATUSES, rows, 2);
    put_agreement(&f, "SA-01", "Afklaring i gartneriet");
    put_flow(&f, 0, 0, 0);
    fixture_ready(&f);
    agreement_page(&f.context, f.section, 0);
    assert_string_equal(paragraph_at(&f, 1), "Status: Ved årets udgang.");
    fixture_close(&f);
}

static void an_agreement_with_one_course_reads_well(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_agreement(&f, "SA-01", "Bageriet");
    put_flow(&f, 1, 1, 0);
    put_of_agreement(&f, FIGURE_COURSES_POSITIVE, THIS_YEAR, 0, NULL, ratio_whole(0));
    put_of_agreement(&f, FIGURE_COURSES_OUTCOME, THIS_YEAR, 0, "stoppet", ratio_whole(1));
    put_of_agreement(&f, FIGURE_COURSES_OUTCOME_SHARE, THIS_YEAR, 0, "stoppet", ratio_whole(1));
    put_of_agreement(&f, FIGURE_COURSES_STOPPED, THIS_YEAR, 0, "helbred", ratio_whole(1));
    put_of_agreement(&f, FIGURE_COURSES_HOURS_CHANGE, THIS_YEAR, 0, NULL, ratio_of(-5, 2));
    fixture_ready(&f);
    agreement_page(&f.context, f.section, 0);
    assert_string_equal(
        paragraph_at(&f, 1),
        "Der begyndte 1 forløb i 2024, og 1 blev afsluttet; ved årets udgang var ingen i gang. Det "
        "ene forløb endte ikke med et positivt udfald. Antallet af lønnede timer om ugen faldt i "
        "gennemsnit med 2,5. Undervejs stoppede 1; årsag: helbred.");
    fixture_close(&f);
}

static void put_effect(struct fixture *f, int year, int64_t positive, int64_t ended)
{
    put_of_agreement(f, FIGURE_COURSES_POSITIVE, year, 0, NULL, ratio_whole(positive));
    put_of_agreement(f, FIGURE_COURSES_EFFECT, year, 0, NULL, ratio_of(positive, ended));
    put_of_agreement(f, FIGURE_COURSES_ENDED, year, 0, NULL, ratio_whole(ended));
}

static void the_effect_is_told_beside_last_years_numbers(void **state)
{
    (void)state;
    static const struct {
        int64_t positive;
        int64_t ended;
        const char *expected;
    } cases[] = {
        {2, 5, "Effekten var 40 %: 2 af 5 forløb endte med et positivt udfald; i 2023 var det 2 af 3."},
        {0, 3, "Effekten var 0 %: ingen af 3 forløb endte med et positivt udfald; i 2023 var det 2 af 3."},
        {7, 7, "Effekten var 100 %: alle 7 forløb endte med et positivt udfald; i 2023 var det 2 af 3."},
        {2, 2, "Effekten var 100 %: begge forløb endte med et positivt udfald; i 2023 var det 2 af 3."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        fixture_open(&f);
        put_agreement(&f, "SA-01", "Bageriet");
        put_effect(&f, LAST_YEAR, 2, 3);
        put_effect(&f, THIS_YEAR, cases[i].positive, cases[i].ended);
        fixture_ready(&f);
        agreement_page(&f.context, f.section, 0);
        assert_non_null(strstr(paragraph_at(&f, 1), cases[i].expected));
        fixture_close(&f);
    }
}

static void stops_name_their_causes_with_numbers(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_agreement(&f, "SA-01", "Bageriet");
    put_flow(&f, 0, 6, 0);
    put_of_agreement(&f, FIGURE_COURSES_POSITIVE, THIS_YEAR, 0, NULL, ratio_whole(0));
    put_of_agreement(&f, FIGURE_COURSES_EFFECT, THIS_YEAR, 0, NULL, ratio_whole(0));
    put_of_agreement(&f, FIGURE_COURSES_OUTCOME, THIS_YEAR, 0, "stoppet", ratio_whole(6));
    put_of_agreement(&f, FIGURE_COURSES_STOPPED, THIS_YEAR, 0, "alkohol", ratio_whole(2));
    put_of_agreement(&f, FIGURE_COURSES_STOPPED, THIS_YEAR, 0, "misbrug", ratio_whole(3));
    put_of_agreement(&f, FIGURE_COURSES_STOPPED, THIS_YEAR, 0, "privatliv", ratio_whole(1));
    fixture_ready(&f);
    agreement_page(&f.context, f.section, 0);
    assert_non_null(
        strstr(paragraph_at(&f, 1), "Undervejs stoppede 6; årsag: alkohol 2, misbrug 3 og privatliv 1."));
    fixture_close(&f);
}

static void outcomes_stand_with_shares_and_the_agreements_own_positive_ones(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    struct agreement *agreement = put_agreement(&f, "SA-01", "Gartneriet");
    const uint16_t flex = code_of(&f.data.codes, CODES_OUTCOME, "fleksjob");
    agreement->positive_outcomes = UINT64_C(1) << flex;
    put_flow(&f, 0, 4, 0);
    put_of_agreement(&f, FIGURE_COURSES_OUTCOME, THIS_YEAR, 0, "fleksjob", ratio_whole(1));
    put_of_agreement(&f, FIGURE_COURSES_OUTCOME_SHARE, THIS_YEAR, 0, "fleksjob", ratio_of(1, 4));
    put_of_agreement(&f, FIGURE_COURSES_OUTCOME, THIS_YEAR, 0, "uddannelse", ratio_whole(3));
    put_of_agreement(&f, FIGURE_COURSES_OUTCOME_SHARE, THIS_YEAR, 0, "uddannelse", ratio_of(3, 4));
    put_of_agreement(&f, FIGURE_COURSES_STATUS_AFTER, THIS_YEAR, 0, "praktik", ratio_whole(2));
    fixture_ready(&f);
    agreement_page(&f.context, f.section, 0);
    const struct table *table = outcomes_of(&f);
    assert_non_null(table);
    assert_int_equal(table->row_count, 4);
    static const char *const expected[][6] = {
        {"Uddannelse", "nej", "3", "75 %", "0", "0"},
        {"Fleksjob", "ja", "1", "25 %", "0", "0"},
        {"Praktik", "nej", "0", "0 %", "0", "2"},
        {"I alt", "", "4", "100 %", "–", "2"},
    };
    for (size_t row = 0; row < 4; row++)
        for (size_t column = 0; column < 6; column++)
            assert_string_equal(cell_words(&f, &table->rows[row].cells[column]), expected[row][column]);
    assert_true(sv_is(table->notes[0], "Positivt udfald efter aftalens egen definition: fleksjob."));
    fixture_close(&f);
}

static void an_agreement_that_has_not_begun_or_is_long_over_is_not_shown(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_agreement(&f, "SA-01", "Senere")->start = day_from_date(2025, 1, 1);
    put_agreement(&f, "SA-02", "Forbi")->end = day_from_date(2022, 5, 1);
    put_agreement(&f, "SA-03", "I kraft");
    put_agreement(&f, "SA-04", "Forbi, men med borgere")->end = day_from_date(2023, 12, 31);
    put_of_agreement(&f, FIGURE_COURSES_ACTIVE, THIS_YEAR, 3, NULL, ratio_whole(2));
    fixture_ready(&f);
    assert_false(agreement_is_shown(&f.context, 0));
    assert_false(agreement_is_shown(&f.context, 1));
    assert_true(agreement_is_shown(&f.context, 2));
    assert_true(agreement_is_shown(&f.context, 3));
    fixture_close(&f);
}

static void without_follow_ups_it_is_not_known_where_citizens_are(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    f.data.tables[TABLE_FOLLOW_UPS].present = false;
    put_agreement(&f, "SA-01", "Bageriet");
    put_flow(&f, 1, 1, 0);
    put_of_agreement(&f, FIGURE_COURSES_OUTCOME, THIS_YEAR, 0, "fleksjob", ratio_whole(1));
    put_of_agreement(&f, FIGURE_COURSES_OUTCOME_SHARE, THIS_YEAR, 0, "fleksjob", ratio_whole(1));
    fixture_ready(&f);
    agreement_page(&f.context, f.section, 0);
    const struct table *table = outcomes_of(&f);
    const uint16_t after = (uint16_t)(table->column_count - 1);
    for (size_t i = 0; i < table->row_count; i++)
        assert_string_equal(cell_words(&f, &table->rows[i].cells[after]), "–");
    assert_true(
        sv_is(table->notes[table->columns[after].note - 1],
              "Der er ingen opfølgninger i datamappen, så det vides ikke, hvor borgerne er bagefter."));
    fixture_close(&f);
}

static void shares_that_do_not_give_a_hundred_say_that_they_are_rounded(void **state)
{
    (void)state;
    static const char *const outcomes[] = {"fleksjob", "stoppet", "andet"};
    struct fixture f;
    fixture_open(&f);
    put_agreement(&f, "SA-01", "Bageriet");
    put_flow(&f, 3, 3, 0);
    for (size_t i = 0; i < 3; i++) {
        put_of_agreement(&f, FIGURE_COURSES_OUTCOME, THIS_YEAR, 0, outcomes[i], ratio_whole(1));
        put_of_agreement(&f, FIGURE_COURSES_OUTCOME_SHARE, THIS_YEAR, 0, outcomes[i], ratio_of(1, 3));
    }
    fixture_ready(&f);
    agreement_page(&f.context, f.section, 0);
    const struct table *table = outcomes_of(&f);
    assert_true(sv_is(table->notes[table->note_count - 1], "Tallene er afrundet."));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_agreement_tells_its_facts),
        cmocka_unit_test(an_agreement_without_courses_reads_well),
        cmocka_unit_test(the_status_of_the_period_is_told_with_light_learning_and_development),
        cmocka_unit_test(a_year_without_a_status_takes_that_of_its_second_half),
        cmocka_unit_test(an_agreement_with_one_course_reads_well),
        cmocka_unit_test(the_effect_is_told_beside_last_years_numbers),
        cmocka_unit_test(stops_name_their_causes_with_numbers),
        cmocka_unit_test(outcomes_stand_with_shares_and_the_agreements_own_positive_ones),
        cmocka_unit_test(an_agreement_that_has_not_begun_or_is_long_over_is_not_shown),
        cmocka_unit_test(without_follow_ups_it_is_not_known_where_citizens_are),
        cmocka_unit_test(shares_that_do_not_give_a_hundred_say_that_they_are_rounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

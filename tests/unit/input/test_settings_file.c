#include "read_fixture.h"
#include "settings_file.h"

static struct fixture f;

static int begin(void **state)
{
    (void)state;
    fixture_init(&f);
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_free(&f);
    return 0;
}

static const char COMPLETE[] = "[kommune]\nnavn = Slagelse\nkode = 0330\nafdeling = Enheden\n"
                               "[udvalg]\nnavn = Udvalget\nmoededato = 11-03-2025\n"
                               "[strategi]\nnavn = Strategi\nfra = 2022\ntil = 2025\n"
                               "[rapport]\ntitel = Årsrapport\nforfatter = Enheden\nkontakt = a@b.example\n";

static const char *parse(const char *more)
{
    settings_parse(&f.data, &f.diag, sv_of("rapport.ini"), sv_format(&f.arena, "%s%s", COMPLETE, more));
    return codes_found(&f);
}

static void what_must_be_there_is_enough(void **state)
{
    const struct settings *settings = &f.data.settings;
    (void)state;
    assert_string_equal(parse(""), "");
    assert_true(f.data.has_settings);
    assert_string_equal(sv_text(&f.arena, settings->municipality), "Slagelse");
    assert_int_equal(settings->committee_count, 1);
    assert_int_equal(settings->committees[0].meeting, day_from_date(2025, 3, 11));
    assert_int_equal(settings->committees[0].period.size, 0);
    assert_int_equal(settings->strategies[0].from_year, 2022);
    assert_int_equal(settings->strategies[0].to_year, 2025);
    assert_int_equal(settings->strategies[0].second_generation_from, day_from_date(2022, 1, 1));
    assert_int_equal(settings->inhabitants, WHOLE_NONE);
    assert_int_equal(settings->public_limit, 5);
}

static void every_key_is_kept_as_it_stands_with_its_line(void **state)
{
    const struct settings *settings = &f.data.settings;
    (void)state;
    assert_string_equal(parse("[udvalg.2]\nnavn = Andet\nMødedato = 1-4-2025\n"), "");
    assert_int_equal(settings->stated_count, 13);
    assert_string_equal(sv_text(&f.arena, settings->stated[6].name), "strategi.fra");
    assert_string_equal(sv_text(&f.arena, settings->stated[6].value), "2022");
    assert_int_equal(settings->stated[6].line, 10);
    assert_string_equal(sv_text(&f.arena, settings->stated[12].name), "udvalg.2.moededato");
    assert_string_equal(sv_text(&f.arena, settings->stated[12].value), "1-4-2025");
    assert_int_equal(settings->stated[12].line, 18);
}

static void what_may_be_there_is_read(void **state)
{
    const struct settings *settings = &f.data.settings;
    (void)state;
    assert_string_equal(parse("farve = #1F4e79\nlogo = logo.png\n[data]\nudtraeksdato = 2025-01-31\n"
                              "[cpr]\nundtag = P-nummer, , Sagsnr.\n[effekt]\nOpgørelsesdato = 1/2/2025\n"
                              "[offentlig]\ngraense = 10\n"),
                        "");
    assert_string_equal(sv_text(&f.arena, settings->colour), "#1F4e79");
    assert_int_equal(settings->extract_date, day_from_date(2025, 1, 31));
    assert_int_equal(settings->effect_date, day_from_date(2025, 2, 1));
    assert_int_equal(settings->public_limit, 10);
    assert_int_equal(settings->cpr_exempt_count, 2);
    assert_string_equal(sv_text(&f.arena, settings->cpr_exempt[0].column), "p_nummer");
    assert_string_equal(sv_text(&f.arena, settings->cpr_exempt[1].column), "sagsnr_");
}

static void committees_and_strategies_may_stand_again_with_a_number(void **state)
{
    const struct settings *settings = &f.data.settings;
    (void)state;
    assert_string_equal(
        parse("[udvalg.2]\nnavn = Andet\nmoededato = 1-4-2025\nperiode = 2024-1\n"
              "[strategi.2]\nnavn = Ny\nfra = 2026\ntil = 2029\ngeneration_2_fra = 1-1-2026\n"),
        "");
    assert_int_equal(settings->committee_count, 2);
    assert_string_equal(sv_text(&f.arena, settings->committees[1].period), "2024-1");
    assert_int_equal(settings->strategy_count, 2);
    assert_int_equal(settings->strategies[1].second_generation_from, day_from_date(2026, 1, 1));
}

static void sections_that_do_not_repeat_have_no_number(void **state)
{
    (void)state;
    assert_string_equal(parse("[kommune.2]\nnavn = Korsør\n[udvalg.1]\nnavn = x\n[udvalg.x]\nnavn = x\n"
                              "[udvalg.]\nnavn = x\n"),
                        "E401:17 E401:19 E401:21 E401:23");
}

static void every_wrong_line_is_found_with_its_number(void **state)
{
    (void)state;
    assert_string_equal(
        parse("; bemærkning\n# bemærkning\n\nen linje\ntitel = igen\nskrift = Arial\n[rapport\n"),
        "E405:19 E402:20 E401:21 E405:22");
}

static void an_indented_line_continues_nothing(void **state)
{
    (void)state;
    assert_string_equal(parse("   farve = #000000\n   # bemærkning\n"), "");
    assert_string_equal(sv_text(&f.arena, f.data.settings.colour), "#000000");
}

static void a_value_of_the_wrong_form_is_told_with_what_to_write(void **state)
{
    (void)state;
    assert_string_equal(parse("farve = blå\n"), "E403:16");
    assert_string_equal(sv_text(&f.arena, finding_action(&f.arena, &f.diag.findings[0])),
                        "Skriv farven som #RRGGBB, for eksempel #1F4E79.");
}

static void an_empty_value_is_as_good_as_none(void **state)
{
    (void)state;
    settings_parse(&f.data, &f.diag, sv_of("rapport.ini"),
                   sv_of("[kommune]\nnavn =\nkode = 330\nindbyggere =\n"));
    const char *lines = findings(&f);
    assert_non_null(strstr(lines, "»kommune.navn« mangler"));
    assert_non_null(strstr(lines, "»kommune.afdeling« mangler"));
    assert_non_null(strstr(lines, "»udvalg.navn« mangler"));
    assert_null(strstr(lines, "indbyggere"));
}

static void civil_registration_numbers_and_long_lines_are_not_read(void **state)
{
    struct buffer more = buffer_in(&f.arena);
    (void)state;
    buffer_add_text(&more, "# 311257-5005\nlogo = 0101701234\n[data]\nx = ");
    for (int i = 0; i < 300; i++)
        buffer_add_byte(&more, 'y');
    assert_string_equal(parse(sv_text(&f.arena, buffer_view(&more))), "E121:16 W122:17 E406:19");
    assert_string_equal(sv_text(&f.arena, f.data.settings.logo), "******-****");
}

static void a_name_that_is_cut_shows_no_civil_registration_number(void **state)
{
    (void)state;
    assert_string_equal(parse("[en.sektion.med.et.meget.langt.navn.xxxx01017012345]\nx = 1\n"), "E401:17");
    assert_null(strstr(findings(&f), "0101701234"));
}

static void a_year_has_one_strategy(void **state)
{
    (void)state;
    assert_string_equal(parse("[strategi.2]\nnavn = Ny\nfra = 2025\ntil = 2028\n"
                              "[strategi.3]\nnavn = Gammel\nfra = 2018\ntil = 2021\n"),
                        "E403:18");
    assert_string_equal(sv_text(&f.arena, finding_action(&f.arena, &f.diag.findings[0])),
                        "Strategien »Strategi« dækker 2022-2025. Et år kan kun have én strategi.");
}

static void a_comment_may_be_long(void **state)
{
    enum { LENGTH = 1000 };
    (void)state;
    assert_string_equal(parse(sv_text(&f.arena, sv_format(&f.arena, ";%0*d\n#%0*d\n", LENGTH, 0, LENGTH, 0))),
                        "");
    assert_string_equal(parse(sv_text(&f.arena, sv_format(&f.arena, "; %0*d 311257-5005\n", LENGTH, 0))),
                        "E121:16");
}

static void dates_of_other_ages_are_impossible(void **state)
{
    (void)state;
    assert_string_equal(parse("[data]\nudtraeksdato = 31-01-0025\n"), "E403:17");
    assert_int_equal(f.data.settings.extract_date, DAY_NONE);
}

static void the_names_of_sections_may_have_capitals(void **state)
{
    (void)state;
    assert_string_equal(parse("[Offentlig]\nGraense = 7\n[DATA]\nUdtræksdato = 31-12-2024\n"), "");
    assert_int_equal(f.data.settings.public_limit, 7);
    assert_int_equal(f.data.settings.extract_date, day_from_date(2024, 12, 31));
}

static void a_municipality_has_a_code_of_three_digits(void **state)
{
    static const char *const wrong[] = {"33", "3300", "3-0", "33x", "00330"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        fixture_free(&f);
        fixture_init(&f);
        settings_parse(
            &f.data, &f.diag, sv_of("rapport.ini"),
            sv_format(&f.arena, "[kommune]\nnavn = Slagelse\nkode = %s\nafdeling = Enheden\n", wrong[i]));
        assert_non_null(strstr(codes_found(&f), "E403:3"));
        assert_int_equal(f.data.settings.municipality_code.size, 0);
    }
}

static void characters_that_no_text_may_hold_are_told_with_their_line(void **state)
{
    (void)state;
    assert_string_equal(parse("logo = l\x01ogo.png\n[data]\n; \xEF\xBF\xBE\n"), "W123:16 W124:18");
    assert_string_equal(sv_text(&f.arena, f.data.settings.logo), "logo.png");
}

static void a_line_that_masks_make_too_long_is_told(void **state)
{
    struct buffer more = buffer_in(&f.arena);
    (void)state;
    buffer_add_text(&more, "[cpr]\nundtag =");
    for (int i = 0; i < 16; i++)
        buffer_add_text(&more, " 0101701234");
    assert_string_equal(parse(sv_text(&f.arena, buffer_view(&more))), "E406:17 W122:17");
}

static void strategies_without_their_years_overlap_nothing(void **state)
{
    (void)state;
    assert_string_equal(parse("[strategi.2]\nnavn = Ny\n[strategi.3]\nnavn = Nyere\nfra = 2023\n"
                              "[strategi.4]\nnavn = Nyest\ntil = 2023\n"),
                        "E404:0 E404:0 E404:0 E404:0");
    assert_int_equal(f.data.settings.strategy_count, 4);
}

static void a_strategy_ends_not_before_it_begins(void **state)
{
    (void)state;
    assert_string_equal(parse("[strategi.2]\nnavn = Ny\nfra = 2030\ntil = 2029\n"), "E403:19");
    assert_string_equal(sv_text(&f.arena, finding_action(&f.arena, &f.diag.findings[0])),
                        "Strategiens sidste år må ikke ligge før dens første.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_must_be_there_is_enough, begin, end),
        cmocka_unit_test_setup_teardown(every_key_is_kept_as_it_stands_with_its_line, begin, end),
        cmocka_unit_test_setup_teardown(what_may_be_there_is_read, begin, end),
        cmocka_unit_test_setup_teardown(committees_and_strategies_may_stand_again_with_a_number, begin, end),
        cmocka_unit_test_setup_teardown(sections_that_do_not_repeat_have_no_number, begin, end),
        cmocka_unit_test_setup_teardown(every_wrong_line_is_found_with_its_number, begin, end),
        cmocka_unit_test_setup_teardown(an_indented_line_continues_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_value_of_the_wrong_form_is_told_with_what_to_write, begin, end),
        cmocka_unit_test_setup_teardown(an_empty_value_is_as_good_as_none, begin, end),
        cmocka_unit_test_setup_teardown(civil_registration_numbers_and_long_lines_are_not_read, begin, end),
        cmocka_unit_test_setup_teardown(a_name_that_is_cut_shows_no_civil_registration_number, begin, end),
        cmocka_unit_test_setup_teardown(a_year_has_one_strategy, begin, end),
        cmocka_unit_test_setup_teardown(a_comment_may_be_long, begin, end),
        cmocka_unit_test_setup_teardown(dates_of_other_ages_are_impossible, begin, end),
        cmocka_unit_test_setup_teardown(the_names_of_sections_may_have_capitals, begin, end),
        cmocka_unit_test_setup_teardown(a_municipality_has_a_code_of_three_digits, begin, end),
        cmocka_unit_test_setup_teardown(characters_that_no_text_may_hold_are_told_with_their_line, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_line_that_masks_make_too_long_is_told, begin, end),
        cmocka_unit_test_setup_teardown(strategies_without_their_years_overlap_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_strategy_ends_not_before_it_begins, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "document_fixture.h"

#include "placeholder.h"

static struct fixture f;
static struct placeholder result;

static int begin(void **state)
{
    (void)state;
    fixture_open(&f);
    put_agreement(&f, "SA-01", "Første");
    put_agreement(&f, "SA-02", "Anden");
    put_goal(&f, "norm", GOAL_YEARLY, "job.nye", "");
    put_goal(&f, "for.alle", GOAL_YEARLY, "forloeb.effekt", "");
    put_goal(&f, "pris", GOAL_MILESTONE, "", "");
    f.data.departments.arena = &f.arena;
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_close(&f);
    return 0;
}

/* What is found in a placeholder: the lines without their places; "" when it names a figure. */
static const char *faults(const char *text)
{
    const struct place place = {.file = sv_of("t.md"), .line = 7};
    struct buffer lines = buffer_in(&f.arena);
    diag_init(&f.diag, &f.arena);
    const bool good = placeholder_parse(&f.data, sv_of(text), place, &f.diag, &f.arena, &result);
    assert_int_equal(good, f.diag.count == 0);
    assert_int_equal(placeholder_parse(&f.data, sv_of(text), place, NULL, &f.arena, &result), good);
    for (size_t i = 0; i < f.diag.count; i++) {
        assert_int_equal(f.diag.findings[i].place.line, 7);
        buffer_format(&lines, "%s%s %.*s", i ? "; " : "", diag_kind(f.diag.findings[i].code)->code,
                      SV_ARG(f.diag.findings[i].value));
    }
    return sv_text(&f.arena, buffer_view(&lines));
}

static void assert_read(const char *text)
{
    assert_string_equal(faults(text), "");
}

static uint16_t target_group(const char *code)
{
    return code_of(&f.data.codes, CODES_TARGET_GROUP, code);
}

static void a_figure_alone_is_of_the_reports_period_for_all(void **state)
{
    (void)state;
    assert_read("job.nye");
    assert_int_equal(result.figure, FIGURE_JOBS_NEW);
    assert_int_equal(result.when, PERIOD_OF_REPORT);
    assert_int_equal(result.agreement, ALL_AGREEMENTS);
    assert_int_equal(result.target_group, ALL_TARGET_GROUPS);
    assert_int_equal(result.goal, NO_GOAL);
    assert_int_equal(result.code.size, 0);
    assert_int_equal(result.form, FORM_OF_TABLES);
}

static void the_period_is_a_year_a_half_year_or_the_one_before(void **state)
{
    (void)state;
    assert_read("job.nye 2023");
    assert_int_equal(result.when, PERIOD_NAMED);
    assert_int_equal(result.period.year, 2023);
    assert_read("job.nye 2023-2");
    assert_int_equal(result.period.half, 2);
    assert_read("job.nye forrige");
    assert_int_equal(result.when, PERIOD_BEFORE);
    assert_read("job.nye periode=2022");
    assert_int_equal(result.period.year, 2022);
}

static void dimensions_stand_in_any_order_with_blanks_as_one_likes(void **state)
{
    (void)state;
    assert_read("forloeb.udfald maalgruppe=unge 2023 aftale=SA-02 kode=stoppet");
    assert_int_equal(result.agreement, 1);
    assert_int_equal(result.target_group, target_group("unge"));
    assert_string_equal(sv_text(&f.arena, result.code), "stoppet");
    assert_int_equal(result.period.year, 2023);
    assert_read("  forloeb.udfald   kode = stoppet  Målgruppe =unge 2023  ");
    assert_int_equal(result.target_group, target_group("unge"));
    assert_int_equal(result.period.year, 2023);
}

static void a_code_may_be_given_by_its_name_which_may_have_blanks(void **state)
{
    (void)state;
    const struct code_list *types = code_list(&f.data.codes, CODES_JOB_TYPE);
    for (uint16_t i = 0; i < types->count; i++) {
        const struct sv name = types->codes[i].name;
        assert_read(sv_text(&f.arena, sv_format(&f.arena, "job.nye kode=%.*s forrige", SV_ARG(name))));
        assert_string_equal(sv_text(&f.arena, result.code), sv_text(&f.arena, types->codes[i].code));
        assert_int_equal(result.when, PERIOD_BEFORE);
    }
}

static void transitions_and_fixed_codes_are_codes_too(void **state)
{
    (void)state;
    assert_read("forloeb.vaerdikaede kode=motivation>praktik");
    assert_string_equal(sv_text(&f.arena, result.code), "motivation>praktik");
    assert_read("job.timebaand kode=10-20");
    assert_read("forloeb.progression kode=frem");
    assert_read("job.akkumuleret kode=03");
}

static void a_figure_of_a_goal_names_the_goal_also_with_dots_in_it(void **state)
{
    (void)state;
    assert_read("maal.norm.vaerdi");
    assert_int_equal(result.figure, FIGURE_GOAL_VALUE);
    assert_int_equal(result.goal, 0);
    assert_int_equal(result.unit, UNIT_COUNT);
    assert_read("maal.for.alle.prognose | procent");
    assert_int_equal(result.figure, FIGURE_GOAL_FORECAST);
    assert_int_equal(result.goal, 1);
    assert_int_equal(result.unit, UNIT_SHARE);
    assert_read("maal.pris.dato | dato");
    assert_read("maal.norm.status 2024");
}

static void a_figure_or_goal_that_is_unknown_is_named_with_the_nearest(void **state)
{
    (void)state;
    assert_string_equal(faults("job.ny"), "E432 job.ny");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].details[0]), "job.nye");
    assert_string_equal(faults(""), "E432 ");
    assert_string_equal(faults("vaerdi"), "E432 vaerdi");
    assert_string_equal(faults("maal.norm.resultat"), "E432 maal.norm.resultat");
    assert_string_equal(faults("maal.vaerdi"), "E432 maal.vaerdi");
    assert_string_equal(faults("maal.norn.vaerdi"), "E433 norn");
    assert_string_equal(faults("maal."), "E432 maal.");
}

static void each_part_that_is_unknown_is_said(void **state)
{
    (void)state;
    assert_string_equal(faults("job.nye 2024-3 kode=x | y"), "E434 2024-3; E435 x; E440 y");
    assert_string_equal(faults("forloeb.startede aftale=A1 maalgruppe=ung"), "E437 A1; E438 ung");
    assert_string_equal(faults("job.nye periode=i_fjor"), "E434 i_fjor");
    assert_string_equal(faults("job.csr kode=fleksjob"), "E435 fleksjob");
    assert_string_equal(faults("job.nye type=fleksjob i alt"), "E442 type=fleksjob");
    assert_string_equal(faults("job.nye i alt"), "E442 i; E442 alt");
}

static void a_part_stands_once_and_with_a_value(void **state)
{
    (void)state;
    assert_string_equal(faults("job.nye 2023 2024"), "E442 2024");
    assert_string_equal(faults("job.nye kode=fleksjob kode=fleksjob"), "E442 kode=fleksjob");
    assert_string_equal(faults("job.nye kode="), "E442 kode=");
    assert_string_equal(faults("job.nye =fleksjob"), "E442 =fleksjob");
}

static void a_figure_that_is_always_divided_needs_its_code(void **state)
{
    (void)state;
    assert_string_equal(faults("forloeb.udfald"), "E436 ");
    assert_int_equal(f.diag.findings[0].details[1].size > 0, true);
    assert_string_equal(faults("forloeb.udfald kode=x"), "E435 x");
    assert_read("job.nye");
}

static void goals_have_no_dimensions(void **state)
{
    (void)state;
    assert_string_equal(faults("maal.norm.vaerdi aftale=SA-01"), "E442 aftale=SA-01");
    assert_string_equal(faults("maal.norm.vaerdi kode=fleksjob"), "E442 kode=fleksjob");
}

static void a_figure_is_asked_for_only_as_it_is_counted(void **state)
{
    (void)state;
    assert_read("forloeb.effekt aftale=SA-01 maalgruppe=unge");
    assert_read("job.nye aftale=SA-01");
    assert_read("job.nye maalgruppe=unge");
    assert_read("job.timebaand kode=0-5 aftale=SA-01");
    assert_read("forloeb.pladser_udnyttelse aftale=SA-01");
    assert_read("forloeb.afbrud_ialt kode=andet aftale=SA-01");
    assert_read("evaluering.antal kode=plan aftale=SA-01");
    assert_string_equal(faults("forloeb.afbrud_ialt kode=andet"), "E439 ");
    assert_string_equal(faults("forloeb.pladser_udnyttelse"), "E439 ");
    assert_string_equal(faults("job.nye aftale=SA-01 maalgruppe=unge"), "E439 ");
    assert_string_equal(faults("job.nye aftale=SA-01 kode=fleksjob"), "E439 ");
    assert_string_equal(faults("job.foerste maalgruppe=unge"), "E439 ");
    assert_string_equal(faults("virksomhed.ansatte aftale=SA-01"), "E439 ");
}

static void a_number_is_written_in_the_ways_that_suit_its_unit(void **state)
{
    static const struct {
        const char *figure;
        const char *ways; /* of procent, heltal, decimal, mio, dato and ændring: those that suit */
    } cases[] = {
        {"job.nye", "hdæ"},          {"job.timer", "hdæ"},       {"forloeb.varighed", "hdæ"},
        {"forloeb.effekt", "pæ"},    {"indkoeb.beloeb", "hdmæ"}, {"maal.norm.dato", "t"},
        {"maal.norm.status", ""},    {"maal.norm.vaerdi", "hd"}, {"maal.norm.opfyldelse", "p"},
        {"maal.for.alle.maal", "p"},
    };
    static const char *const ways[] = {"p procent", "h heltal", "d decimal", "m mio", "t dato", "æ ændring"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
            const char *way = strchr(ways[w], ' ') + 1;
            const struct sv letter = {ways[w], (size_t)(way - 1 - ways[w])};
            const bool suits = strstr(cases[i].ways, sv_text(&f.arena, letter)) != NULL;
            const struct sv text = sv_format(&f.arena, "%s | %s", cases[i].figure, way);
            const struct sv fault = sv_format(&f.arena, "E441 %s", way);
            assert_string_equal(faults(sv_text(&f.arena, text)), suits ? "" : sv_text(&f.arena, fault));
        }
}

static void the_way_is_folded_and_must_be_known(void **state)
{
    (void)state;
    assert_read("job.nye|Heltal");
    assert_int_equal(result.form, FORM_WHOLE);
    assert_read("job.nye | aendring");
    assert_int_equal(result.form, FORM_CHANGE);
    assert_string_equal(faults("job.nye | "), "E440 ");
    assert_string_equal(faults("job.nye | heltal | decimal"), "E440 heltal | decimal");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_figure_alone_is_of_the_reports_period_for_all, begin, end),
        cmocka_unit_test_setup_teardown(the_period_is_a_year_a_half_year_or_the_one_before, begin, end),
        cmocka_unit_test_setup_teardown(dimensions_stand_in_any_order_with_blanks_as_one_likes, begin, end),
        cmocka_unit_test_setup_teardown(a_code_may_be_given_by_its_name_which_may_have_blanks, begin, end),
        cmocka_unit_test_setup_teardown(transitions_and_fixed_codes_are_codes_too, begin, end),
        cmocka_unit_test_setup_teardown(a_figure_of_a_goal_names_the_goal_also_with_dots_in_it, begin, end),
        cmocka_unit_test_setup_teardown(a_figure_or_goal_that_is_unknown_is_named_with_the_nearest, begin,
                                        end),
        cmocka_unit_test_setup_teardown(each_part_that_is_unknown_is_said, begin, end),
        cmocka_unit_test_setup_teardown(a_part_stands_once_and_with_a_value, begin, end),
        cmocka_unit_test_setup_teardown(a_figure_that_is_always_divided_needs_its_code, begin, end),
        cmocka_unit_test_setup_teardown(goals_have_no_dimensions, begin, end),
        cmocka_unit_test_setup_teardown(a_figure_is_asked_for_only_as_it_is_counted, begin, end),
        cmocka_unit_test_setup_teardown(a_number_is_written_in_the_ways_that_suit_its_unit, begin, end),
        cmocka_unit_test_setup_teardown(the_way_is_folded_and_must_be_known, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

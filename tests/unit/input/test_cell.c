#include "read_fixture.h"
#include "result_words.h"

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

/* Reads a cell into a field of any type; gives the code of the finding, or "". */
static const char *read_as(const struct column *column, const char *text, void *field)
{
    const struct cell_reader reader = {&f.data, &f.diag, TABLE_COURSES};
    const struct place place = {.file = sv_of("x.csv"), .line = 2};
    const size_t before = f.diag.count;
    const bool good = cell_read(&reader, column, sv_of(text), &place, field);
    if (f.diag.count == before) {
        assert_true(good);
        return "";
    }
    const struct diag_kind *kind = diag_kind(f.diag.findings[before].code);
    assert_int_equal(good, kind->level != DIAG_ERROR);
    return kind->code;
}

struct number_case {
    const char *text;
    const char *finding;
    decimal value;
};

static void check_numbers(enum value_type type, const struct number_case *cases, size_t count)
{
    const struct column column = {.type = type};
    for (size_t i = 0; i < count; i++) {
        decimal value;
        cell_clear(&column, &value);
        const char *finding = read_as(&column, cases[i].text, &value);
        if (strcmp(finding, cases[i].finding) != 0 || value != cases[i].value)
            fail_msg("»%s«: %s", cases[i].text, finding);
    }
}

#define CHECK_NUMBERS(type, cases) check_numbers((type), (cases), sizeof(cases) / sizeof *(cases))

static void amounts_may_carry_their_currency(void **state)
{
    static const struct number_case cases[] = {
        {"28.500", "", 28500 * DECIMAL_ONE},
        {"28.500 kr.", "", 28500 * DECIMAL_ONE},
        {"28.500,00 KR", "", 28500 * DECIMAL_ONE},
        {"kr. 28.500", "", 28500 * DECIMAL_ONE},
        {"DKK 12,50", "", 12500000},
        {"12,50dkk", "", 12500000},
        {"12.5 kr", "W206", 12500000},
        {"-5 kr.", "E227", DECIMAL_NONE},
        {"kr.", "E204", DECIMAL_NONE},
        {"12 euro", "E204", DECIMAL_NONE},
        {"12 %", "E204", DECIMAL_NONE},
        {"99999999999", "E205", DECIMAL_NONE},
    };
    (void)state;
    CHECK_NUMBERS(VALUE_AMOUNT, cases);
}

static void hours_lie_between_0_and_60(void **state)
{
    static const struct number_case cases[] = {
        {"0", "", 0},
        {"60", "", 60 * DECIMAL_ONE},
        {"7,5", "", 7500000},
        {"7.5", "W206", 7500000},
        {"7,12345678", "W207", 7123457},
        {"60,01", "E225", DECIMAL_NONE},
        {"-1", "E225", DECIMAL_NONE},
        {"syv", "E203", DECIMAL_NONE},
    };
    (void)state;
    CHECK_NUMBERS(VALUE_HOURS, cases);
}

static void shares_may_be_written_in_percent(void **state)
{
    static const struct number_case cases[] = {
        {"42 %", "", 420000},       {"42,5%", "", 425000},
        {"0,42", "", 420000},       {"-3", "E227", DECIMAL_NONE},
        {"0,00001 %", "W207", 0},   {"%", "E203", DECIMAL_NONE},
        {"12.5 %", "W206", 125000}, {"99999999999 %", "E205", DECIMAL_NONE},
    };
    (void)state;
    CHECK_NUMBERS(VALUE_NUMBER, cases);
}

static void whole_numbers_have_no_decimals(void **state)
{
    static const struct {
        const char *text;
        const char *finding;
        int32_t value;
    } cases[] = {
        {"1234", "", 1234},
        {"1.234", "", 1234},
        {"0", "", 0},
        {"12,0", "E202", WHOLE_NONE},
        {"12.5", "E202", WHOLE_NONE},
        {"to", "E202", WHOLE_NONE},
        {"-1", "E227", WHOLE_NONE},
        {"-3000000000", "E227", WHOLE_NONE},
        {"3000000000", "E205", WHOLE_NONE},
        {"99999999999", "E205", WHOLE_NONE},
    };
    const struct column column = {.type = VALUE_WHOLE};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t value;
        cell_clear(&column, &value);
        assert_string_equal(read_as(&column, cases[i].text, &value), cases[i].finding);
        assert_int_equal(value, cases[i].value);
    }
}

static void years_have_four_digits(void **state)
{
    const struct column column = {.type = VALUE_YEAR};
    int32_t year;
    (void)state;
    cell_clear(&column, &year);
    assert_string_equal(read_as(&column, "24", &year), "E228");
    assert_string_equal(read_as(&column, "1899", &year), "E228");
    assert_string_equal(read_as(&column, "2200", &year), "E228");
    assert_string_equal(read_as(&column, "2O24", &year), "E228");
    assert_string_equal(read_as(&column, "2-24", &year), "E228");
    assert_int_equal(year, WHOLE_NONE);
    assert_string_equal(read_as(&column, "2024", &year), "");
    assert_int_equal(year, 2024);
}

static void a_period_is_a_year_or_half_of_one(void **state)
{
    static const char *const wrong[] = {"24",     "2024-3",  "2024-0",     "2024-",  "2024/1", "1. halvår",
                                        "jan-24", "2024-12", "01-01-2024", "1899-1", "2200",   "2024 -1"};
    const struct column column = {.type = VALUE_PERIOD};
    int32_t period;
    (void)state;
    cell_clear(&column, &period);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_string_equal(read_as(&column, wrong[i], &period), "E229");
    assert_int_equal(period, WHOLE_NONE);
    assert_string_equal(read_as(&column, "2024", &period), "");
    assert_int_equal(period, 20240);
    assert_string_equal(read_as(&column, "2024-1", &period), "");
    assert_int_equal(period, 20241);
    assert_string_equal(read_as(&column, "2199-2", &period), "");
    assert_int_equal(period, 21992);
}

static void a_rating_is_a_whole_number_from_1_to_5(void **state)
{
    static const char *const wrong[] = {"0", "6", "-1", "4,5", "4.5", "fire", "1.000", "99999999999", "%"};
    const struct column column = {.type = VALUE_RATING};
    uint8_t rating = 9;
    (void)state;
    cell_clear(&column, &rating);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_string_equal(read_as(&column, wrong[i], &rating), "E230");
    assert_int_equal(rating, 0);
    assert_string_equal(read_as(&column, "1", &rating), "");
    assert_int_equal(rating, 1);
    assert_string_equal(read_as(&column, "5", &rating), "");
    assert_int_equal(rating, 5);
}

static void yes_and_no_have_many_spellings(void **state)
{
    static const char *const yes[] = {"ja", "JA", "j", "x", "X", "true", "TRUE", "sand", "Sand", "1"};
    static const char *const no[] = {"nej", "Nej", "n", "false", "FALSK", "0"};
    const struct column column = {.type = VALUE_YES_NO};
    uint8_t value;
    (void)state;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        assert_string_equal(read_as(&column, yes[i], &value), "");
        assert_int_equal(value, YES);
    }
    for (size_t i = 0; i < sizeof no / sizeof *no; i++) {
        assert_string_equal(read_as(&column, no[i], &value), "");
        assert_int_equal(value, NO);
    }
    cell_clear(&column, &value);
    assert_string_equal(read_as(&column, "måske", &value), "E221");
    assert_int_equal(value, UNSTATED);
}

static void a_cvr_number_passes_its_check_digit(void **state)
{
    static const char *const valid[] = {"13748136",       "24256790",       "13585628", "DK13748136",
                                        "dk 13 74 81 36", "13748136\u00A0", "99900016"};
    static const char *const invalid[] = {"13748137", "1374813",  "137481360", "00000000",
                                          "DK",       "1374813x", "9990013",   "SE13748136"};
    uint32_t cvr;
    (void)state;
    for (size_t i = 0; i < sizeof valid / sizeof *valid; i++)
        if (!cvr_parse(sv_trim(sv_of(valid[i])), &cvr))
            fail_msg("%s", valid[i]);
    for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++)
        if (cvr_parse(sv_of(invalid[i]), &cvr))
            fail_msg("%s", invalid[i]);
    const struct column column = {.type = VALUE_CVR};
    assert_string_equal(read_as(&column, "13748137", &cvr), "E226");
}

static void an_unknown_code_is_told_with_the_nearest(void **state)
{
    const struct column outcome = {.type = VALUE_CODE, .list = CODES_OUTCOME};
    const struct column step = {.type = VALUE_CODE, .list = CODES_STEP};
    const struct column goal = {.type = VALUE_CODE, .list = CODES_GOAL_TYPE};
    uint16_t code = CODE_NONE;
    (void)state;
    assert_string_equal(read_as(&outcome, "flexjob", &code), "E222");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].details[1]), "fleksjob");
    assert_string_equal(read_as(&step, "praktikk", &code), "E224");
    assert_string_equal(read_as(&goal, "hver år", &code), "E425");
    assert_int_equal(code, CODE_NONE);
    assert_string_equal(read_as(&outcome, "Fleksjob", &code), "");
    assert_int_equal(code, code_of(&f.data.codes, CODES_OUTCOME, "fleksjob"));
}

static void a_code_that_a_list_of_the_program_lacks_is_not_for_koder_csv(void **state)
{
    const struct column light = {.type = VALUE_CODE, .list = CODES_LIGHT};
    const struct column goals = {.type = VALUE_CODE_SET, .list = CODES_UN_GOAL};
    uint16_t code = CODE_NONE;
    uint64_t set = 0;
    (void)state;
    assert_string_equal(read_as(&light, "gron", &code), "E231");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].details[1]), "groen");
    assert_string_equal(read_as(&light, "Grøn", &code), "");
    assert_int_equal(code, LIGHT_GREEN);
    assert_string_equal(read_as(&goals, "8|18", &set), "E231");
    assert_int_equal(set, 0);
}

static void un_goals_are_read_as_a_set_of_numbers_and_names(void **state)
{
    const struct column column = {.type = VALUE_CODE_SET, .list = CODES_UN_GOAL};
    uint64_t set = 0;
    (void)state;
    assert_string_equal(
        read_as(&column, "17 | kvalitet i uddannelse|Ansvarlige jobs og økonomisk vækst", &set), "");
    assert_int_equal(set, 1u << 16 | 1u << 3 | 1u << 7);
    assert_string_equal(read_as(&column, "Industri, innovation og infrastruktur", &set), "");
    assert_int_equal(set, 1u << 8);
}

static void a_set_of_codes_is_read_part_by_part(void **state)
{
    const struct column column = {.type = VALUE_CODE_SET, .list = CODES_OUTCOME};
    uint64_t set = 0;
    (void)state;
    assert_string_equal(read_as(&column, " uddannelse | Fleksjob||", &set), "");
    assert_int_equal(set, 1u << code_of(&f.data.codes, CODES_OUTCOME, "uddannelse") |
                              1u << code_of(&f.data.codes, CODES_OUTCOME, "fleksjob"));
    set = 0;
    assert_string_equal(read_as(&column, "uddannelse|job|arbejde", &set), "E222");
    assert_int_equal(f.diag.count, 2);
    assert_int_equal(set, 0);
}

static void dates_are_told_apart_by_what_is_wrong(void **state)
{
    const struct column column = {.type = VALUE_DATE};
    day_number day;
    (void)state;
    cell_clear(&column, &day);
    assert_string_equal(read_as(&column, "i går", &day), "E211");
    assert_string_equal(read_as(&column, "1-1-24", &day), "E212");
    assert_string_equal(read_as(&column, "29-02-2023", &day), "E213");
    assert_int_equal(day, DAY_NONE);
    assert_string_equal(read_as(&column, "29-02-2024", &day), "");
    assert_int_equal(day, day_from_date(2024, 2, 29));
}

static void years_before_1900_and_after_2199_are_slips(void **state)
{
    const struct column column = {.type = VALUE_DATE};
    day_number day;
    (void)state;
    cell_clear(&column, &day);
    assert_string_equal(read_as(&column, "01-02-0024", &day), "E214");
    assert_string_equal(read_as(&column, "31-12-1899", &day), "E214");
    assert_string_equal(read_as(&column, "2200-01-01", &day), "E214");
    assert_string_equal(read_as(&column, "31-12-9999", &day), "E214");
    assert_int_equal(day, DAY_NONE);
    assert_string_equal(read_as(&column, "01-01-1900", &day), "");
    assert_string_equal(read_as(&column, "31-12-2199", &day), "");
}

static void the_last_day_there_is_means_an_end_that_is_open(void **state)
{
    const struct column column = {.type = VALUE_DATE, .may_be_open = true};
    day_number day;
    (void)state;
    cell_clear(&column, &day);
    assert_string_equal(read_as(&column, "9999-12-31 00:00:00", &day), "W215");
    assert_int_equal(day, DAY_NONE);
    assert_string_equal(read_as(&column, "30-12-9999", &day), "E214");
}

static void a_set_of_codes_is_not_only_separators(void **state)
{
    const struct column column = {.type = VALUE_CODE_SET, .list = CODES_OUTCOME};
    uint64_t set = 0;
    (void)state;
    assert_string_equal(read_as(&column, "|", &set), "E222");
    assert_string_equal(read_as(&column, " | | ", &set), "E222");
    assert_int_equal(set, 0);
}

static void money_has_two_decimals_at_most(void **state)
{
    static const struct number_case cases[] = {
        {"12.000", "", 12000 * DECIMAL_ONE},
        {"0,05 kr.", "", DECIMAL_ONE / 20},
        {"1.234,50", "", 1234 * DECIMAL_ONE + DECIMAL_ONE / 2},
        {"12,500", "", 12 * DECIMAL_ONE + DECIMAL_ONE / 2},
        {"12.5", "W206", 12 * DECIMAL_ONE + DECIMAL_ONE / 2},
        {"12,505", "E241", DECIMAL_NONE},
        {"12,5000001", "E241", DECIMAL_NONE},
        {"-1", "E227", DECIMAL_NONE},
        {"ti", "E204", DECIMAL_NONE},
        {"9000000001", "E205", DECIMAL_NONE},
    };
    (void)state;
    CHECK_NUMBERS(VALUE_MONEY, cases);
}

static void percentages_are_0_to_100_with_the_sign_or_without(void **state)
{
    static const struct number_case cases[] = {
        {"20", "", 20 * DECIMAL_ONE},
        {"20 %", "", 20 * DECIMAL_ONE},
        {"20%", "", 20 * DECIMAL_ONE},
        {"1,5", "", DECIMAL_ONE * 3 / 2},
        {"0", "", 0},
        {"100", "", 100 * DECIMAL_ONE},
        {"0,333333", "", 333333},
        {"0,3333333", "W207", 333333},
        {"100,000001", "E243", DECIMAL_NONE},
        {"-0,1", "E243", DECIMAL_NONE},
        {"%", "E242", DECIMAL_NONE},
        {"halvdelen", "E242", DECIMAL_NONE},
    };
    (void)state;
    CHECK_NUMBERS(VALUE_PERCENT, cases);
}

static void results_are_words_or_an_outcome_by_code_or_name(void **state)
{
    static const struct column column = {.type = VALUE_RESULT};
    static const struct {
        const char *text;
        const char *read; /* as figures have it; "": refused */
    } cases[] = {
        {"traening_gennemfoert", "traening_gennemfoert"},
        {"Træning gennemført", "traening_gennemfoert"},
        {"praktik", "praktik"},
        {"Fastholdt-6", "fastholdt_6"},
        {"fastholdt_12", "fastholdt_12"},
        {"virksomhed_ansat", "virksomhed_ansat"},
        {"virksomhed_vaekst", "virksomhed_vaekst"},
        {"udfald:fleksjob", "udfald:fleksjob"},
        {"Udfald: Ordinært job", "udfald:ordinaert_job"},
        {"udfald:", ""},
        {"udfald", ""},
        {"udfald:chef", ""},
        {"fastholdt_9", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t result = RESULT_NONE;
        const char *finding = read_as(&column, cases[i].text, &result);
        assert_string_equal(finding, *cases[i].read ? "" : "E244");
        if (*cases[i].read)
            assert_true(sv_is(result_text(&f.arena, &f.data.codes, result), cases[i].read));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(money_has_two_decimals_at_most, begin, end),
        cmocka_unit_test_setup_teardown(percentages_are_0_to_100_with_the_sign_or_without, begin, end),
        cmocka_unit_test_setup_teardown(results_are_words_or_an_outcome_by_code_or_name, begin, end),
        cmocka_unit_test_setup_teardown(amounts_may_carry_their_currency, begin, end),
        cmocka_unit_test_setup_teardown(hours_lie_between_0_and_60, begin, end),
        cmocka_unit_test_setup_teardown(shares_may_be_written_in_percent, begin, end),
        cmocka_unit_test_setup_teardown(whole_numbers_have_no_decimals, begin, end),
        cmocka_unit_test_setup_teardown(years_have_four_digits, begin, end),
        cmocka_unit_test_setup_teardown(a_period_is_a_year_or_half_of_one, begin, end),
        cmocka_unit_test_setup_teardown(a_rating_is_a_whole_number_from_1_to_5, begin, end),
        cmocka_unit_test_setup_teardown(yes_and_no_have_many_spellings, begin, end),
        cmocka_unit_test_setup_teardown(a_cvr_number_passes_its_check_digit, begin, end),
        cmocka_unit_test_setup_teardown(an_unknown_code_is_told_with_the_nearest, begin, end),
        cmocka_unit_test_setup_teardown(a_code_that_a_list_of_the_program_lacks_is_not_for_koder_csv, begin,
                                        end),
        cmocka_unit_test_setup_teardown(un_goals_are_read_as_a_set_of_numbers_and_names, begin, end),
        cmocka_unit_test_setup_teardown(a_set_of_codes_is_read_part_by_part, begin, end),
        cmocka_unit_test_setup_teardown(dates_are_told_apart_by_what_is_wrong, begin, end),
        cmocka_unit_test_setup_teardown(years_before_1900_and_after_2199_are_slips, begin, end),
        cmocka_unit_test_setup_teardown(the_last_day_there_is_means_an_end_that_is_open, begin, end),
        cmocka_unit_test_setup_teardown(a_set_of_codes_is_not_only_separators, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

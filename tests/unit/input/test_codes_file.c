#include "codes_file.h"
#include "read_fixture.h"

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

static const char *read_codes(const char *rows)
{
    struct table_reader reader;
    const struct table_request request = {.data = &f.data,
                                          .diag = &f.diag,
                                          .schema = codes_file_schema(),
                                          .table = TABLES,
                                          .name = sv_of("koder.csv")};
    const struct sv text =
        sv_format(&f.arena, "liste;kode;navn;raekkefoelge;positiv;gruppe;gyldig_fra;gyldig_til\n%s", rows);
    assert_true(table_reader_of(&reader, &request, text));
    assert_true(codes_file_read(&reader));
    const struct input_file *file = &f.data.files[0];
    assert_int_equal(file->rows, file->counted + file->left_out + file->empty);
    return codes_found(&f);
}

static void a_list_is_replaced_as_a_whole_and_the_others_stay(void **state)
{
    (void)state;
    assert_string_equal(read_codes("Målgruppe;Ny ydelse;Ny ydelse i 2026;;;Ydelse;01-07-2025;\n"
                                   "maalgruppe;gammel;Gammel;;;Ydelse;;30-06-2025\n"),
                        "");
    const struct code_list *list = code_list(&f.data.codes, CODES_TARGET_GROUP);
    assert_int_equal(list->count, 2);
    assert_string_equal(sv_text(&f.arena, list->codes[0].code), "ny_ydelse");
    assert_string_equal(sv_text(&f.arena, list->codes[0].name), "Ny ydelse i 2026");
    assert_string_equal(sv_text(&f.arena, list->codes[1].group), "Ydelse");
    assert_int_equal(list->codes[0].valid_from, day_from_date(2025, 7, 1));
    assert_int_equal(list->codes[1].valid_to, day_from_date(2025, 6, 30));
    assert_int_equal(list->codes[1].line, 3);
    assert_int_equal(code_list(&f.data.codes, CODES_STEP)->count, 5);
    assert_int_equal(code_list(&f.data.codes, CODES_STEP)->codes[0].line, 0);
}

static void codes_stand_in_their_order_and_else_as_their_rows(void **state)
{
    static const char *const expected[] = {"c", "a", "b", "d"};
    (void)state;
    assert_string_equal(read_codes("trin;a;A;;;;;\ntrin;b;B;2;;;;\ntrin;c;C;0;;;;\ntrin;d;D;;;;;\n"), "");
    const struct code_list *list = code_list(&f.data.codes, CODES_STEP);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_string_equal(sv_text(&f.arena, list->codes[i].code), expected[i]);
}

static void a_list_that_is_not_built_in_is_added(void **state)
{
    (void)state;
    assert_string_equal(read_codes("forvaltning;teknik;Teknik;;;;;\nforvaltning;social;Social;;;;;\n"), "");
    assert_int_equal(f.data.codes.count, CODES_BUILT_IN + 1);
    assert_int_equal(code_list_named(&f.data.codes, sv_of("Forvaltning"))->count, 2);
}

static void codes_that_the_program_uses_must_stay(void **state)
{
    (void)state;
    assert_string_equal(read_codes("udfald;uddannelse;Uddannelse;;ja;;;\naarsag;helbred;Helbred;;;;;\n"),
                        "E411:2 E411:2 E411:3");
}

static void outcomes_without_a_positive_one_give_a_warning(void **state)
{
    (void)state;
    assert_string_equal(read_codes("udfald;stoppet;Stoppet;;nej;;;\nudfald;uoplyst;Uoplyst;;;;;\n"),
                        "W414:2");
}

static void the_types_of_goals_are_the_programs_own(void **state)
{
    (void)state;
    assert_string_equal(read_codes("maaltype;x;X;;;;;\n"), "E412:2");
    assert_int_equal(code_list(&f.data.codes, CODES_GOAL_TYPE)->count, 3);
}

static void keys_and_validity_are_checked(void **state)
{
    (void)state;
    assert_string_equal(
        read_codes("trin;a;A;;;;;\nTRIN;A;Igen;;;;;\ntrin;b;B;;;;02-01-2024;01-01-2024\n;c;C;;;;;\n"),
        "E301:3 E304:4 E201:5");
    assert_int_equal(code_list(&f.data.codes, CODES_STEP)->count, 1);
}

static void a_list_has_at_most_64_codes(void **state)
{
    enum { TOO_MANY = 70, LINE = 2 };
    const struct column column = {.type = VALUE_CODE_SET, .list = CODES_SECTOR};
    const struct cell_reader reader = {&f.data, &f.diag, TABLE_TRIALS};
    const struct place place = {.file = sv_of("proevehandlinger.csv"), .line = LINE};
    struct buffer rows = buffer_in(&f.arena);
    uint64_t set = 0;
    (void)state;
    for (int i = 0; i < TOO_MANY; i++)
        buffer_format(&rows, "sektor;s%d;Sektor %d;;;;;\n", i, i);
    const char *codes = read_codes(sv_text(&f.arena, buffer_view(&rows)));
    assert_string_equal(codes, "E413:2");
    assert_true(cell_read(&reader, &column, sv_of("s1|s64"), &place, &set));
    assert_int_equal(set, 1u << 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_list_is_replaced_as_a_whole_and_the_others_stay, begin, end),
        cmocka_unit_test_setup_teardown(codes_stand_in_their_order_and_else_as_their_rows, begin, end),
        cmocka_unit_test_setup_teardown(a_list_that_is_not_built_in_is_added, begin, end),
        cmocka_unit_test_setup_teardown(codes_that_the_program_uses_must_stay, begin, end),
        cmocka_unit_test_setup_teardown(outcomes_without_a_positive_one_give_a_warning, begin, end),
        cmocka_unit_test_setup_teardown(the_types_of_goals_are_the_programs_own, begin, end),
        cmocka_unit_test_setup_teardown(keys_and_validity_are_checked, begin, end),
        cmocka_unit_test_setup_teardown(a_list_has_at_most_64_codes, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

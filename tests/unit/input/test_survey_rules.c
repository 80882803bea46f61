#include "codes_file.h"
#include "read_fixture.h"

static struct fixture f;

static const char MUNICIPALITIES[] = "kommune;klynge;pladser;virksomheder;registrerede;nye;paa_vej;spurgt\n";
static const char QUESTIONS[] = "spoergsmaal_id;tekst;type;skala\n";
static const char ANSWERS[] = "kommune;spoergsmaal_id;runde;svar\n";
static const char MEASURES[] = "kommune;tiltag;status\n";

static void read_rows(enum table_id table, const char *header, const char *rows)
{
    read_bytes(&f, table, sv_format(&f.arena, "%s%s", header, rows));
}

static void read_codes(const char *rows)
{
    struct table_reader reader;
    const struct table_request request = {.data = &f.data,
                                          .diag = &f.diag,
                                          .schema = codes_file_schema(),
                                          .table = TABLES,
                                          .name = sv_of("koder.csv")};
    assert_true(table_reader_of(&reader, &request, sv_format(&f.arena, "liste;kode;navn\n%s", rows)));
    assert_true(codes_file_read(&reader));
}

static int begin(void **state)
{
    (void)state;
    fixture_init(&f);
    read_codes("grad;lav;I lav grad\ngrad;hoej;I høj grad\n");
    read_rows(TABLE_MUNICIPALITIES, MUNICIPALITIES, "A;;;3;1;;;\nB;;;;;;;\nC;;;;;;;nej\n");
    read_rows(TABLE_QUESTIONS, QUESTIONS,
              "S;Skala?;skala;Grad\nF;Flere?;flervalg;grad\nN;Tal?;tal;\nT;Tekst?;tekst;\n");
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_free(&f);
    return 0;
}

static const char *apply(bool leave_out)
{
    rules_apply(&f.data, &f.diag, leave_out);
    for (size_t i = 0; i < f.data.file_count; i++) {
        const struct input_file *file = &f.data.files[i];
        assert_int_equal(file->rows, file->counted + file->left_out + file->empty);
    }
    return codes_found(&f);
}

static void answers_are_read_as_their_question_asks(void **state)
{
    (void)state;
    read_rows(TABLE_ANSWERS, ANSWERS,
              "A;S;start;I høj grad\nA;F;start;hoej | I LAV GRAD\nA;N;start;1.234,5\nA;T;start;lav|lav\n"
              "A;S;slut;\n");
    assert_string_equal(apply(false), "");
    const struct answer *rows = answers(&f.data);
    assert_int_equal(rows[0].codes, 2);
    assert_int_equal(rows[1].codes, 3);
    assert_int_equal(rows[2].number, 1234500000);
    assert_true(sv_is(rows[3].text, "lav|lav"));
    assert_int_equal(rows[3].codes, 0);
    assert_int_equal(rows[4].codes, 0);
    assert_int_equal(rows[4].number, DECIMAL_NONE);
}

static void a_question_knows_the_list_it_is_answered_by(void **state)
{
    (void)state;
    assert_string_equal(apply(false), "");
    assert_true(sv_is(f.data.codes.lists[questions(&f.data)[0].scale].name, "grad"));
    assert_int_equal(questions(&f.data)[2].scale, LIST_NONE);
}

static void a_scale_takes_one_answer_alone(void **state)
{
    (void)state;
    read_rows(TABLE_ANSWERS, ANSWERS, "A;S;slut;lav|hoej\nB;S;slut;middel\n");
    assert_string_equal(apply(false), "E222:2 E222:3");
}

static void a_code_stands_once_in_an_answer(void **state)
{
    (void)state;
    read_rows(TABLE_ANSWERS, ANSWERS, "A;F;slut;lav|hoej|I lav grad\nB;F;slut;lav||hoej\n");
    assert_string_equal(apply(false), "E325:2");
}

static void a_municipality_that_is_not_there_has_no_answers(void **state)
{
    (void)state;
    read_rows(TABLE_ANSWERS, ANSWERS, "Å;S;slut;lav\n");
    read_rows(TABLE_MEASURES, MEASURES, "Å;orlov;ja\n");
    assert_string_equal(apply(false), "E302:2 E302:2");
}

static void a_questions_number_has_no_colon(void **state)
{
    (void)state;
    read_rows(TABLE_QUESTIONS, QUESTIONS, "T:5;Hvad?;tekst;\n");
    assert_string_equal(apply(false), "E317:2");
}

static void a_number_is_a_number(void **state)
{
    (void)state;
    read_rows(TABLE_ANSWERS, ANSWERS,
              "A;N;start;-5\nB;N;start;12.5\nA;N;slut;fem\nB;N;slut;0,0000001\nA;N;midtvejs;20 %\n");
    assert_string_equal(apply(false), "W206:3 E203:4 W207:5 E203:6");
    assert_int_equal(answers(&f.data)[0].number, -5 * DECIMAL_ONE);
}

static void questions_and_municipalities_are_found_whatever_their_spelling(void **state)
{
    (void)state;
    read_rows(TABLE_ANSWERS, ANSWERS, "a;S;Slut;lav\nb ;S;SLUT;lav\n");
    assert_string_equal(apply(false), "");
    assert_int_equal(answers(&f.data)[0].municipality, municipalities(&f.data)[0].name);
}

static void keys_are_told_apart_by_their_parts(void **state)
{
    (void)state;
    read_rows(TABLE_MUNICIPALITIES, MUNICIPALITIES, "D;x, y;;;;;;\nD, x;y;;;;;;\n");
    assert_string_equal(apply(false), "");
}

static void a_municipality_without_a_cluster_stands_once(void **state)
{
    (void)state;
    read_rows(TABLE_MUNICIPALITIES, MUNICIPALITIES, "D;;;;;;;\nD;Nord;;;;;;\nd;;;;;;;\nD;NORD;;;;;;\n");
    assert_string_equal(apply(false), "E301:4 E301:5");
    assert_non_null(strstr(findings(&f), "»D, –« står også"));
}

static void enterprises_stand_on_one_row_of_a_municipality(void **state)
{
    (void)state;
    read_rows(TABLE_MUNICIPALITIES, MUNICIPALITIES, "D;Nord;1;4;;;;\nD;Syd;1;;;;;\nD;Øst;1;;;;2;\n");
    assert_string_equal(apply(true), "E327:4");
    assert_int_equal(row_count(&f.data, TABLE_MUNICIPALITIES), 5); /* the first row stands */
}

static void registered_enterprises_are_some_of_all(void **state)
{
    (void)state;
    read_rows(TABLE_MUNICIPALITIES, MUNICIPALITIES, "D;;;2;2;;;\nE;;;2;3;;;\nF;;;;3;;;\n");
    assert_string_equal(apply(false), "E328:3");
}

static void one_no_is_enough_not_to_be_asked(void **state)
{
    (void)state;
    read_rows(TABLE_MUNICIPALITIES, MUNICIPALITIES, "A;Nord;;;;;;nej\nA;Syd;;;;;;ja\n");
    read_rows(TABLE_ANSWERS, ANSWERS, "A;S;slut;lav\nB;S;slut;lav\nC;S;slut;\n");
    read_rows(TABLE_MEASURES, MEASURES, "A;orlov;ja\nB;orlov;ja\n");
    assert_string_equal(apply(false), "E326:2 E326:4 E326:2");
}

static void what_is_left_out_takes_its_answers_with_it_but_not_with_another_row_left(void **state)
{
    (void)state;
    read_rows(TABLE_MUNICIPALITIES, MUNICIPALITIES, "D;;;2;3;;;\nE;Nord;;2;3;;;\nE;Syd;;;;;;\n");
    read_rows(TABLE_ANSWERS, ANSWERS, "D;S;slut;lav\nE;S;slut;lav\n");
    read_rows(TABLE_MEASURES, MEASURES, "D;orlov;ja\n");
    assert_string_equal(apply(true), "E328:2 E328:3 E303:2 E303:2");
    assert_int_equal(row_count(&f.data, TABLE_ANSWERS), 1);
    assert_int_equal(row_count(&f.data, TABLE_MEASURES), 0);
}

static void answers_to_a_question_that_is_left_out_go_with_it(void **state)
{
    (void)state;
    read_rows(TABLE_QUESTIONS, QUESTIONS, "X;Uden skala?;skala;\n");
    read_rows(TABLE_ANSWERS, ANSWERS, "A;X;slut;hvad som helst\n");
    assert_string_equal(apply(true), "E318:2 E303:2");
}

static void the_reserved_code_is_nobodys(void **state)
{
    (void)state;
    read_codes("egen;ikke_besvaret;Ved ikke\ntiltagsstatus;ja;Ja\ntiltagsstatus;Ikke besvaret;Nej\n");
    read_rows(TABLE_QUESTIONS, QUESTIONS, "X;Egen?;skala;egen\n");
    read_rows(TABLE_MEASURES, MEASURES, "");
    assert_string_equal(apply(false), "E329:0 E320:2");
}

static void without_municipalities_nobody_can_be_missing_from_them(void **state)
{
    (void)state;
    fixture_free(&f);
    fixture_init(&f);
    read_rows(TABLE_MEASURES, MEASURES, "A;orlov;ja\n");
    assert_string_equal(apply(false), "N322:0");
    assert_int_equal(row_count(&f.data, TABLE_MEASURES), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(answers_are_read_as_their_question_asks),
        TEST(a_question_knows_the_list_it_is_answered_by),
        TEST(a_scale_takes_one_answer_alone),
        TEST(a_code_stands_once_in_an_answer),
        TEST(a_municipality_that_is_not_there_has_no_answers),
        TEST(a_questions_number_has_no_colon),
        TEST(a_number_is_a_number),
        TEST(questions_and_municipalities_are_found_whatever_their_spelling),
        TEST(keys_are_told_apart_by_their_parts),
        TEST(a_municipality_without_a_cluster_stands_once),
        TEST(enterprises_stand_on_one_row_of_a_municipality),
        TEST(registered_enterprises_are_some_of_all),
        TEST(one_no_is_enough_not_to_be_asked),
        TEST(what_is_left_out_takes_its_answers_with_it_but_not_with_another_row_left),
        TEST(answers_to_a_question_that_is_left_out_go_with_it),
        TEST(the_reserved_code_is_nobodys),
        TEST(without_municipalities_nobody_can_be_missing_from_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

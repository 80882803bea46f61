#include "document_fixture.h"

#include "side_by_side.h"

enum { ROWS = 3 };

/* What one municipality printed: new jobs, positive and ended courses, enterprises. */
static const struct printed_figures *printed(struct fixture *f, const char *jobs, const char *positive,
                                             const char *ended)
{
    struct printed_figures *figures = arena_alloc(&f->arena, sizeof *figures);
    const struct printed_figure rows[ROWS] = {
        {.name = SV("forloeb.afsluttede"), .period = SV("2024"), .value = sv_of(ended)},
        {.name = SV("forloeb.positive"), .period = SV("2024"), .value = sv_of(positive)},
        {.name = SV("job.nye"), .period = SV("2024"), .value = sv_of(jobs)},
    };
    figures->rows = arena_array(&f->arena, ROWS, sizeof *figures->rows);
    memcpy(figures->rows, rows, sizeof rows);
    figures->count = ROWS;
    return figures;
}

static const struct document *compose(struct fixture *f, const struct municipality_result *results,
                                      size_t count)
{
    static const struct report_request report = {.kind = REPORT_YEAR, .date = 20000, .version = 1};
    const struct side_by_side request = {
        .report = &report,
        .report_name = "årsrapporten",
        .period = period_of(2024, 0),
        .codes = &f->data.codes,
        .results = results,
        .count = count,
    };
    return side_by_side_compose(&request, &f->arena);
}

static const char *in_table(struct fixture *f, const struct document *document, const char *table, size_t row,
                            uint16_t column)
{
    return cell_words(f, &document_table(document, sv_of(table))->rows[row].cells[column]);
}

static bool is_said(struct fixture *f, const struct document *document, const char *words)
{
    const struct section *section = &document->sections[0];
    for (size_t i = 0; i < section->block_count; i++)
        if (section->blocks[i].kind == BLOCK_PARAGRAPH &&
            strstr(plain_blanks(f, paragraph_text(&f->arena, &section->blocks[i].as.paragraph)), words))
            return true;
    return false;
}

static void those_without_a_number_come_last_and_have_no_place(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const struct municipality_result results[] = {
        {.folder = SV("a"),
         .name = SV("Allerød"),
         .inhabitants = WHOLE_NONE,
         .figures = printed(&f, "90", "", "")},
        {.folder = SV("b"),
         .name = SV("Ballerup"),
         .inhabitants = 40000,
         .figures = printed(&f, "10", "", "")},
        {.folder = SV("c"), .name = SV("Køge"), .inhabitants = 20000, .figures = printed(&f, "8", "", "")},
    };
    const struct document *document = compose(&f, results, 3);
    assert_string_equal(in_table(&f, document, "job", 0, 0), "Køge Kommune");
    assert_string_equal(in_table(&f, document, "job", 0, 4), "4,0");
    assert_string_equal(in_table(&f, document, "job", 1, 1), "2");
    assert_string_equal(in_table(&f, document, "job", 2, 0), "Allerød Kommune");
    assert_string_equal(in_table(&f, document, "job", 2, 1), "–");
    fixture_close(&f);
}

static void equal_numbers_share_a_place_and_are_named_together(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const struct municipality_result results[] = {
        {.folder = SV("a"), .name = SV("Allerød"), .inhabitants = 20000, .figures = printed(&f, "4", "", "")},
        {.folder = SV("b"),
         .name = SV("Ballerup"),
         .inhabitants = 40000,
         .figures = printed(&f, "8", "", "")},
        {.folder = SV("c"), .name = SV("Køge"), .inhabitants = 20000, .figures = printed(&f, "2", "", "")},
    };
    const struct document *document = compose(&f, results, 3);
    assert_string_equal(in_table(&f, document, "job", 1, 1), "1");
    assert_string_equal(in_table(&f, document, "job", 2, 1), "3");
    assert_true(is_said(&f, document, "har Allerød Kommune og Ballerup Kommune: 2,0."));
    fixture_close(&f);
}

static void an_effect_of_few_courses_is_marked_and_never_told_of_as_the_highest(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const struct municipality_result results[] = {
        {.folder = SV("a"), .name = SV("Allerød"), .inhabitants = 1, .figures = printed(&f, "", "19", "19")},
        {.folder = SV("b"), .name = SV("Ballerup"), .inhabitants = 1, .figures = printed(&f, "", "10", "20")},
        {.folder = SV("c"), .name = SV("Køge"), .inhabitants = 1, .figures = printed(&f, "", "8", "40")},
    };
    const struct document *document = compose(&f, results, 3);
    const struct table *effect = document_table(document, sv_of("effekt"));
    assert_string_equal(in_table(&f, document, "effekt", 0, 0), "Allerød Kommune");
    assert_int_equal(effect->rows[0].note, 1);
    assert_int_equal(effect->rows[1].note, 0);
    assert_true(
        is_said(&f, document,
                "Blandt kommuner med mindst 20 afsluttede forløb er effekten størst i Ballerup Kommune"));
    fixture_close(&f);
}

static void a_sum_of_some_is_not_shown_as_the_sum_of_all(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const struct municipality_result results[] = {
        {.folder = SV("a"),
         .name = SV("Allerød"),
         .inhabitants = WHOLE_NONE,
         .figures = printed(&f, "9", "5", "30")},
        {.folder = SV("b"),
         .name = SV("Ballerup"),
         .inhabitants = 40000,
         .figures = printed(&f, "10", "5", "20")},
    };
    const struct document *document = compose(&f, results, 2);
    assert_string_equal(in_table(&f, document, "job", 2, 2), "19");
    assert_string_equal(in_table(&f, document, "job", 2, 3), "–");
    assert_string_equal(in_table(&f, document, "job", 2, 4), "–");
    assert_string_equal(in_table(&f, document, "effekt", 2, 4), "20 %");
    fixture_close(&f);
}

static void one_without_a_report_is_listed_with_the_reason(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const struct municipality_result results[] = {
        {.folder = SV("a"), .name = SV("Køge"), .inhabitants = 1, .figures = printed(&f, "1", "", "")},
        {.folder = SV("b/c"), .name = SV("Køge"), .missing = SV("2 fejl i data")},
        {.folder = SV("d"), .missing = SV("Kunne ikke læses eller skrives")},
    };
    const struct document *document = compose(&f, results, 3);
    assert_string_equal(in_table(&f, document, "overblik", 0, 0), "Køge Kommune (a)");
    assert_string_equal(in_table(&f, document, "mangler", 0, 0), "Køge Kommune (b/c)");
    assert_string_equal(in_table(&f, document, "mangler", 0, 2), "2 fejl i data");
    assert_string_equal(in_table(&f, document, "mangler", 1, 0), "d");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(those_without_a_number_come_last_and_have_no_place),
        cmocka_unit_test(equal_numbers_share_a_place_and_are_named_together),
        cmocka_unit_test(an_effect_of_few_courses_is_marked_and_never_told_of_as_the_highest),
        cmocka_unit_test(a_sum_of_some_is_not_shown_as_the_sum_of_all),
        cmocka_unit_test(one_without_a_report_is_listed_with_the_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

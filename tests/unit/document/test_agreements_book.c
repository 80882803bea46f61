#include "../figures/data_builder.h"

#include "cell_text.h"
#include "compose.h"

enum { FIRST, SECOND };

static const struct report_request yearly = {.kind = REPORT_YEAR, .date = 20100, .program_version = "1"};
static const struct report_request half_yearly = {
    .kind = REPORT_HALF_YEAR, .date = 19900, .program_version = "1"};
static const struct report_request spring = {
    .kind = REPORT_EVALUATION, .date = 19800, .program_version = "1"};

/* Two agreements with everything that can be told of them; the second one's words all hold "Anden". */
static void build(struct builder *b)
{
    builder_init(b);
    b->data.settings.municipality = sv_of("Prøveby");
    add_enterprise(b, "V1", "virksomhed", "2019-01-01", "")->name = sv_of("Kløvergården");
    add_enterprise(b, "V2", "virksomhed", "2019-01-01", "")->name = sv_of("Andengården");
    struct agreement *first = add_agreement(b, "SA-01", "2020-01-01", "");
    first->enterprise = 0;
    first->name = sv_of("Forløb: på gården?");
    first->places = 4;
    struct agreement *second = add_agreement(b, "SA-02", "2020-01-01", "");
    second->enterprise = 1;
    second->name = sv_of("Andenaftalen");
    for (int i = 0; i < 3; i++)
        add_ended(b, "a", "SA-01", "2024-01-01", "2024-05-31", i ? "fleksjob" : "stoppet")->dropout_reason =
            i ? CODE_NONE : code_in(b, CODES_DROPOUT_REASON, "helbred");
    add_ended(b, "b", "SA-01", "2023-01-01", "2023-05-31", "fleksjob");
    add_ended(b, "c", "SA-02", "2024-01-01", "2024-05-31", "andet");
    add_evaluation(b, "SA-01", 2024, "plan", 4);
    struct evaluation *other = add_evaluation(b, "SA-02", 2024, "plan", 2);
    other->remark = sv_of("Anden bemærkning");
    other->answered_by = sv_of("Anden sagsbehandler");
}

static const struct table *table_starting(const struct section *section, const char *id)
{
    for (size_t i = 0; i < section->block_count; i++)
        if (section->blocks[i].kind == BLOCK_TABLE &&
            sv_starts_with(section->blocks[i].as.table->id, sv_of(id)))
            return section->blocks[i].as.table;
    fail_msg("no table %s", id);
    return NULL;
}

static const struct table_row *row_of(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (sv_is(table->rows[i].cells[0].text, name))
            return &table->rows[i];
    fail_msg("no row %s", name);
    return NULL;
}

static void assert_cell(const struct document *document, const struct cell *cell, const char *words)
{
    struct buffer buffer = buffer_in(document->arena);
    cell_text(&buffer, cell);
    assert_string_equal(sv_text(document->arena, buffer_view(&buffer)), words);
}

static void the_book_has_an_overview_and_a_sheet_for_each_agreement(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    count(&b, "2024");
    const struct document *book =
        agreements_book_compose(&yearly, &b.figures, &b.diag, &b.arena, ALL_AGREEMENTS);
    assert_int_equal(book->use, DOCUMENT_WORKING);
    assert_int_equal(book->section_count, 3);
    const struct table *overview = table_starting(&book->sections[0], "overblik");
    assert_int_equal(overview->row_count, 3);
    assert_true(sv_is(overview->rows[0].cells[0].text, "SA-01"));
    assert_true(sv_is(overview->rows[0].cells[0].link, "#aftale1"));
    assert_int_equal(table_starting(&book->sections[0], "aftaleparter")->row_count, 2);
    assert_true(sv_is(book->sections[1].id, "aftale1"));
    assert_true(sv_is(book->sections[1].sheet, "SA-01 Forløb på gården"));
    assert_true(sv_is(book->sections[1].title, "SA-01 Forløb: på gården?, 2024"));
    builder_free(&b);
}

static void an_agreement_that_was_not_in_force_has_a_note_and_no_zeros(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    add_agreement(&b, "SA-09", "2025-01-01", "")->enterprise = ROW_NONE;
    count(&b, "2024");
    const uint32_t last = (uint32_t)row_count(&b.data, TABLE_AGREEMENTS) - 1;
    assert_false(agreements_book_tells_of(&yearly, &b.figures, last));
    assert_true(agreements_book_tells_of(&yearly, &b.figures, FIRST));
    const struct document *book = agreements_book_compose(&yearly, &b.figures, &b.diag, &b.arena, last);
    const struct section *sheet = &book->sections[0];
    for (size_t i = 0; i < sheet->block_count; i++)
        assert_int_not_equal(sheet->blocks[i].kind, BLOCK_TABLE);
    const struct sv words = paragraph_text(&b.arena, &sheet->blocks[1].as.paragraph);
    assert_non_null(strstr(sv_text(&b.arena, words), "Aftalen var ikke i kraft fra 1."));
    builder_free(&b);
}

static void results_stand_beside_last_years_with_their_change(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    count(&b, "2024");
    const struct document *book = agreements_book_compose(&yearly, &b.figures, &b.diag, &b.arena, FIRST);
    const struct table *results = table_starting(&book->sections[0], "resultater");
    const struct table_row *ended = row_of(results, "Afsluttede forløb");
    assert_cell(book, &ended->cells[1], "1");
    assert_cell(book, &ended->cells[2], "3");
    assert_cell(book, &ended->cells[3], "+2");
    const struct table_row *effect = row_of(results, "Effekt");
    assert_cell(book, &effect->cells[2], "67\u00A0%");
    assert_cell(book, &effect->cells[3], "−33\u00A0procentpoint");
    assert_int_equal(effect->cells[2].derivation.kind, DERIVED_QUOTIENT_ROWS);
    builder_free(&b);
}

static void a_half_year_is_compared_with_the_same_half_a_year_before(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    count(&b, "2024-1");
    const struct document *book = agreements_book_compose(&half_yearly, &b.figures, &b.diag, &b.arena, FIRST);
    const struct table *results = table_starting(&book->sections[0], "resultater");
    assert_true(sv_is(results->columns[1].heading, "1. halvår 2023"));
    assert_true(sv_is(results->columns[2].heading, "1. halvår 2024"));
    assert_true(sv_is(book->title, "SA-01 Forløb: på gården?, 1. halvår 2024"));
    builder_free(&b);
}

static void an_evaluations_book_has_the_year_and_all_of_the_agreements_time(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    count_evaluation(&b, 2024, "2024-06-30");
    const struct document *book = agreements_book_compose(&spring, &b.figures, &b.diag, &b.arena, FIRST);
    const struct table *results = table_starting(&book->sections[0], "resultater");
    assert_int_equal(results->column_count, 3);
    assert_true(sv_is(results->columns[2].heading, "I alt til 30-06-2024"));
    const struct table_row *ended = row_of(results, "Afsluttede forløb");
    assert_cell(book, &ended->cells[1], "1");
    assert_cell(book, &ended->cells[2], "4");
    assert_int_equal(row_of(results, "Startede forløb")->cells[2].kind, CELL_EMPTY);
    builder_free(&b);
}

static void stops_have_a_total(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    count(&b, "2024");
    const struct document *book = agreements_book_compose(&yearly, &b.figures, &b.diag, &b.arena, FIRST);
    const struct table *stops = table_starting(&book->sections[0], "stop");
    assert_int_equal(stops->row_count, 2);
    assert_cell(book, &row_of(stops, "Helbred")->cells[2], "1");
    assert_cell(book, &row_of(stops, "I alt")->cells[2], "1");
    builder_free(&b);
}

/* ---- For a partner alone ---- */

static void assert_not_of_another(const struct document *document, struct sv text)
{
    const char *words = sv_text(document->arena, text);
    if (strstr(words, "Anden") || strstr(words, "SA-02") || strstr(words, ".csv"))
        fail_msg("»%s« tells of another agreement, or names a file", words);
}

static void assert_table_not_of_another(const struct document *document, const struct table *table)
{
    assert_not_of_another(document, table->title);
    assert_not_of_another(document, table->source);
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t column = 0; column < table->column_count; column++) {
            const struct cell *cell = &table->rows[row].cells[column];
            assert_not_of_another(document, cell->text);
            if (cell->has_key)
                assert_int_equal(cell->key.agreement, FIRST);
        }
    for (size_t i = 0; i < table->note_count; i++)
        assert_not_of_another(document, table->notes[i]);
}

static void assert_section_not_of_another(const struct document *document, const struct section *section)
{
    for (size_t i = 0; i < section->block_count; i++) {
        const struct block *block = &section->blocks[i];
        assert_int_not_equal(block->kind, BLOCK_CHART);
        if (block->kind == BLOCK_HEADING)
            assert_not_of_another(document, block->as.heading.text);
        if (block->kind == BLOCK_PARAGRAPH)
            assert_not_of_another(document, paragraph_text(document->arena, &block->as.paragraph));
        if (block->kind == BLOCK_TABLE)
            assert_table_not_of_another(document, block->as.table);
    }
}

static void a_partners_book_holds_nothing_of_the_others_in_any_report(void **state)
{
    (void)state;
    static const struct report_request *const requests[] = {&yearly, &half_yearly, &spring};
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        struct builder b;
        build(&b);
        if (requests[i] == &spring)
            count_evaluation(&b, 2024, "");
        else
            count(&b, requests[i] == &yearly ? "2024" : "2024-1");
        const struct document *book =
            agreements_book_compose(requests[i], &b.figures, &b.diag, &b.arena, FIRST);
        assert_int_equal(book->section_count, 1);
        assert_not_of_another(book, book->title);
        assert_not_of_another(book, book->subject);
        assert_not_of_another(book, book->sections[0].title);
        assert_not_of_another(book, book->sections[0].sheet);
        assert_section_not_of_another(book, &book->sections[0]);
        builder_free(&b);
    }
}

static void an_agreement_without_courses_has_a_sheet_that_says_so(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    add_agreement(&b, "SA-03", "2024-12-01", "")->enterprise = ROW_NONE;
    count(&b, "2024");
    const struct document *book = agreements_book_compose(&yearly, &b.figures, &b.diag, &b.arena, 2);
    const struct table *results = table_starting(&book->sections[0], "resultater");
    assert_cell(book, &row_of(results, "Startede forløb")->cells[2], "0");
    for (size_t i = 0; i < results->row_count; i++)
        assert_false(sv_is(results->rows[i].cells[0].text, "Effekt"));
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_book_has_an_overview_and_a_sheet_for_each_agreement),
        cmocka_unit_test(an_agreement_that_was_not_in_force_has_a_note_and_no_zeros),
        cmocka_unit_test(results_stand_beside_last_years_with_their_change),
        cmocka_unit_test(a_half_year_is_compared_with_the_same_half_a_year_before),
        cmocka_unit_test(an_evaluations_book_has_the_year_and_all_of_the_agreements_time),
        cmocka_unit_test(stops_have_a_total),
        cmocka_unit_test(a_partners_book_holds_nothing_of_the_others_in_any_report),
        cmocka_unit_test(an_agreement_without_courses_has_a_sheet_that_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

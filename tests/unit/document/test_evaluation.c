#include "../figures/data_builder.h"

#include "cell_text.h"
#include "compose.h"
#include "evaluation_sentences.h"
#include "sections.h"

static const struct report_request spring = {
    .kind = REPORT_EVALUATION, .date = 19800, .program_version = "1"};

static struct document *compose_spring(struct builder *b)
{
    count_evaluation(b, 2024, "");
    return document_compose(&spring, &b->figures, &b->diag, &b->arena);
}

static void add_plain(struct buffer *buffer, struct sv text)
{
    for (size_t i = 0; i < text.size; i++) {
        const bool no_break = text.data[i] == '\xC2' && i + 1 < text.size && text.data[i + 1] == '\xA0';
        buffer_add_byte(buffer, no_break ? ' ' : text.data[i]);
        i += no_break;
    }
}

/* Every heading and paragraph of a section, a line each, with ordinary blanks. */
static const char *words_of(const struct document *document, const char *id)
{
    struct buffer buffer = buffer_in(document->arena);
    for (size_t s = 0; s < document->section_count; s++)
        for (size_t i = 0; sv_is(document->sections[s].id, id) && i < document->sections[s].block_count;
             i++) {
            const struct block *block = &document->sections[s].blocks[i];
            if (block->kind == BLOCK_HEADING)
                add_plain(&buffer, block->as.heading.text);
            if (block->kind == BLOCK_PARAGRAPH)
                add_plain(&buffer, paragraph_text(document->arena, &block->as.paragraph));
            buffer_add_byte(&buffer, '\n');
        }
    return sv_text(document->arena, buffer_view(&buffer));
}

static const struct table *table_of(const struct document *document, const char *id)
{
    for (size_t s = 0; s < document->section_count; s++)
        for (size_t i = 0; i < document->sections[s].block_count; i++) {
            const struct block *block = &document->sections[s].blocks[i];
            if (block->kind == BLOCK_TABLE && sv_is(block->as.table->id, id))
                return block->as.table;
        }
    fail_msg("no table %s", id);
    return NULL;
}

/* A row's cells as they are printed: "a|b|c". */
static const char *row_words(const struct document *document, const struct table *table, size_t row)
{
    struct buffer line = buffer_in(document->arena);
    struct buffer plain = buffer_in(document->arena);
    for (size_t i = 0; i < table->column_count; i++) {
        if (i)
            buffer_add_byte(&line, '|');
        cell_text(&line, &table->rows[row].cells[i]);
    }
    add_plain(&plain, buffer_view(&line));
    return sv_text(document->arena, buffer_view(&plain));
}

static void assert_says(const char *text, const char *words)
{
    if (!strstr(text, words))
        fail_msg("»%s« is not in\n%s", words, text);
}

static void answer(struct builder *b, const char *agreement, int year, const char *question, int first,
                   int second)
{
    add_evaluation(b, agreement, year, question, first);
    if (second)
        add_evaluation(b, agreement, year, question, second);
}

/* Two agreements, of which nobody has answered on the second. */
static void build(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "SA-01", "2020-01-01", "")->enterprise = ROW_NONE;
    struct agreement *second = add_agreement(b, "SA-02", "2020-01-01", "");
    second->enterprise = ROW_NONE;
    second->places = 2;
    add_ended(b, "a", "SA-01", "2022-01-01", "2022-06-30", "fleksjob");
    add_ended(b, "b", "SA-01", "2023-01-01", "2023-06-30", "stoppet")->dropout_reason =
        code_in(b, CODES_DROPOUT_REASON, "helbred");
    add_ended(b, "c", "SA-01", "2023-10-01", "2024-02-29", "fleksjob");
    add_ended(b, "d", "SA-01", "2023-10-01", "2024-03-01", "fleksjob");
}

static void an_agreement_is_told_with_answers_effect_and_stops(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    answer(&b, "SA-01", 2023, "plan", 3, 4);
    answer(&b, "SA-01", 2023, "ejerskab", 4, 4);
    answer(&b, "SA-01", 2024, "i_brug", 5, 4);
    answer(&b, "SA-01", 2024, "plan", 4, 4);
    answer(&b, "SA-01", 2024, "ejerskab", 2, 3);
    const struct document *document = compose_spring(&b);
    const char *text = words_of(document, "aftaler");
    assert_says(text,
                "Der er 2 svar på hvert af 3 spørgsmål ud af 8. Det er den anden evaluering af aftalen. "
                "Højest ligger »Er forløbene i brug?« med 4,5, og lavest ligger »Har deltageren ejerskab "
                "til planen?« med 2,5. Siden 2023 er »Har deltageren en plan?« steget mest, med 0,5 til "
                "4,0, mens »Har deltageren ejerskab til planen?« er faldet mest, med 1,5 til 2,5.\n");
    assert_says(text,
                "Til og med 29. februar 2024 er der afsluttet 3 forløb under aftalen. Effekten var 67 %: "
                "2 af 3 forløb endte med et positivt udfald. Undervejs stoppede 1; årsag: helbred.\n");
    assert_says(text,
                "Der begyndte 3 forløb i 2023, og 1 blev afsluttet; ved årets udgang var 2 i gang. Det ene "
                "forløb endte ikke med et positivt udfald.");
    builder_free(&b);
}

static void an_agreement_without_answers_and_courses_reads_well(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    answer(&b, "SA-01", 2024, "plan", 4, 0);
    const struct document *document = compose_spring(&b);
    const char *text = words_of(document, "aftaler");
    assert_says(text, "Ingen har svaret på spørgsmålene om aftalen.\n");
    assert_says(text, "Til og med 29. februar 2024 er der ikke afsluttet nogen forløb under aftalen.\n");
    assert_says(text, "Der var ingen forløb under aftalen i 2023.\n");
    assert_says(
        words_of(document, "evaluering"),
        "Evalueringen omfatter 2 aftaler. Der er 1 svar på de 8 spørgsmål. Om 1 aftale er der ingen svar.\n");
    builder_free(&b);
}

static void one_answer_is_told_as_one(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    answer(&b, "SA-01", 2024, "samarbejde", 4, 0);
    assert_says(
        words_of(compose_spring(&b), "aftaler"),
        "Der er ét svar på et enkelt af de 8 spørgsmål. »Samarbejdet med virksomhederne?« ligger på 4,0.\n");
    builder_free(&b);
}

static void a_tie_is_told_as_one(void **state)
{
    (void)state;
    static const char *const questions[] = {"i_brug", "plan", "ejerskab", "opfoelgning", "effekt"};
    struct builder b;
    build(&b);
    for (size_t i = 0; i < 5; i++) {
        answer(&b, "SA-01", 2023, questions[i], 3, 0);
        answer(&b, "SA-01", 2024, questions[i], i < 3 ? 5 : 2, 0);
    }
    assert_says(
        words_of(compose_spring(&b), "aftaler"),
        "Højest ligger tre af spørgsmålene med 5,0, og lavest ligger »Sker opfølgningen, og foretages "
        "opfølgningsmøderne?« og »Hvad opnår deltagerne i forløbene – effekter i den praktiske hverdag "
        "(adfærd/holdning)?« med 2,0. Siden 2023 er tre af spørgsmålene steget mest, med 2,0, mens »Sker "
        "opfølgningen, og foretages opfølgningsmøderne?« og »Hvad opnår deltagerne i forløbene – effekter i "
        "den praktiske hverdag (adfærd/holdning)?« er faldet mest, med 1,0.\n");
    builder_free(&b);
}

static void answers_that_are_all_alike_have_no_highest(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    answer(&b, "SA-01", 2023, "plan", 4, 0);
    answer(&b, "SA-01", 2024, "plan", 4, 0);
    answer(&b, "SA-01", 2024, "i_brug", 4, 0);
    const char *text = words_of(compose_spring(&b), "aftaler");
    assert_says(text, "De spørgsmål, der er svaret på, ligger alle på 4,0. Gennemsnittene er som i 2023.\n");
    builder_free(&b);
}

static void the_table_of_questions_has_distribution_mean_and_change(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    answer(&b, "SA-01", 2023, "plan", 3, 0);
    answer(&b, "SA-01", 2024, "plan", 5, 4);
    add_evaluation(&b, "SA-01", 2024, "i_brug", 0)->remark = sv_of("Kun ord.");
    const struct document *document = compose_spring(&b);
    const struct table *table = table_of(document, "spoergsmaal1");
    assert_int_equal(table->row_count, 1);
    assert_string_equal(row_words(document, table, 0), "2. Har deltageren en plan?|0|0|0|1|1|2|4,5|3,0|+1,5");
    assert_true(sv_is(table->notes[0],
                      "Kolonnerne 1–5 er antallet af hvert svar: 1 betyder »slet ikke«, og 5 "
                      "betyder »i høj grad«."));
    const struct table *all = table_of(document, "spoergsmaal");
    assert_int_equal(all->row_count, 8);
    assert_string_equal(row_words(document, all, 0), "1. Er forløbene i brug?|0|–|–|–");
    const struct table *spread = table_of(document, "fordeling");
    assert_int_equal(spread->row_count, 16);
    assert_string_equal(row_words(document, spread, 2), "2. Har deltageren en plan?|2024|0|0|0|1|1|2");
    assert_string_equal(row_words(document, spread, 3), "2. Har deltageren en plan?|2023|0|0|1|0|0|1");
    builder_free(&b);
}

static void a_change_that_its_means_do_not_give_is_explained(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    for (int i = 0; i < 3; i++) /* 3,33 and 3,67: +0,3, printed 3,3 and 3,7 */
        add_evaluation(&b, "SA-01", 2023, "plan", i ? 3 : 4);
    for (int i = 0; i < 3; i++)
        add_evaluation(&b, "SA-01", 2024, "plan", i ? 4 : 3);
    const struct document *document = compose_spring(&b);
    const struct table *table = table_of(document, "spoergsmaal1");
    assert_string_equal(row_words(document, table, 0), "2. Har deltageren en plan?|0|0|1|2|0|3|3,7|3,3|+0,3");
    assert_true(sv_is(table->notes[1], "Ændringen er regnet ud, før tallene er afrundet."));
    builder_free(&b);
}

/* 3,33 to 3,67 and 4,0 to 4,3: both are +0,3, though the printed means of the first differ by 0,4. */
static void the_largest_change_is_the_one_of_the_table(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    for (int i = 0; i < 3; i++) {
        answer(&b, "SA-01", 2023, "plan", i ? 3 : 4, 0);
        answer(&b, "SA-01", 2024, "plan", i ? 4 : 3, 0);
        answer(&b, "SA-01", 2023, "i_brug", 4, 0);
        answer(&b, "SA-01", 2024, "i_brug", i ? 4 : 5, 0);
    }
    assert_says(words_of(compose_spring(&b), "aftaler"),
                "Siden 2023 er »Er forløbene i brug?« og »Har deltageren en plan?« steget mest, med 0,3.\n");
    builder_free(&b);
}

static void the_agreements_stand_side_by_side_with_a_row_for_all(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    add_agreement(&b, "SA-03", "2024-05-01", ""); /* begins after the cut-off day */
    answer(&b, "SA-01", 2024, "plan", 5, 4);
    answer(&b, "SA-02", 2024, "plan", 3, 0);
    const struct document *document = compose_spring(&b);
    const struct table *means = table_of(document, "svar1");
    assert_int_equal(means->row_count, 3);
    assert_string_equal(row_words(document, means, 0), "SA-01 SA-01|–|4,5|–|–|–|–|–|–|2");
    assert_string_equal(row_words(document, means, 2), "Alle aftaler|–|4,0|–|–|–|–|–|–|3");
    const struct table *effect = table_of(document, "effekt");
    assert_string_equal(row_words(document, effect, 0), "SA-01 SA-01|3|2|67 %|1|1|0 %|–|–");
    assert_string_equal(row_words(document, effect, 1), "SA-02 SA-02|0|0|–|0|0|–|–|0 %");
    assert_string_equal(row_words(document, effect, 2), "Alle aftaler|3|2|67 %|1|1|0 %|–|");
    builder_free(&b);
}

static void remarks_are_quoted_with_who_and_when(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    struct evaluation *remark = add_evaluation(&b, "SA-01", 2024, "plan", 0);
    remark->remark = sv_of("Planen hjælper.\n\nDen skal være kortere.");
    remark->answered_by = sv_of("Sagsbehandler");
    remark->date = day("2024-03-14");
    add_evaluation(&b, "SA-01", 2023, "plan", 0)->remark = sv_of("Fra i fjor.");
    const char *text = words_of(compose_spring(&b), "aftaler");
    assert_says(text, "Bemærkninger\nHar deltageren en plan?\n»Planen hjælper.\nDen skal være kortere.« – "
                      "sagsbehandler, 14. marts 2024\n");
    assert_null(strstr(text, "Fra i fjor."));
    builder_free(&b);
}

static void an_evaluation_without_agreements_says_so(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    const struct document *document = compose_spring(&b);
    assert_string_equal(
        words_of(document, "evaluering"),
        "Evalueringen omfatter ingen aftaler, for ingen var i kraft fra 1. januar 2023 til 29. "
        "februar 2024.\nHvert spørgsmål besvares fra 1, slet ikke, til 5, i høj "
        "grad.\nSpørgsmålene\n\n");
    assert_string_equal(words_of(document, "aftaler"), "");
    assert_string_equal(words_of(document, "sideomside"), "");
    builder_free(&b);
}

static void an_only_agreement_is_not_told_as_many(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_agreement(&b, "SA-01", "2020-01-01", "")->enterprise = ROW_NONE;
    answer(&b, "SA-01", 2024, "plan", 5, 4);
    const struct document *document = compose_spring(&b);
    assert_string_equal(
        words_of(document, "evaluering"),
        "Evalueringen omfatter 1 aftale. Der er 2 svar på de 8 spørgsmål.\n"
        "Hvert spørgsmål besvares fra 1, slet ikke, til 5, i høj grad. Hvor der er få svar, kan et enkelt "
        "flytte gennemsnittet meget.\n"
        "Effekten er andelen af de afsluttede forløb, der endte med et udfald, som aftalen selv regner for "
        "positivt. Den er opgjort to gange: for alle aftalens forløb til og med 29. februar 2024, og for "
        "forløb afsluttet i 2023.\nSpørgsmålene\n\n");
    assert_string_equal(words_of(document, "sideomside"), "");
    builder_free(&b);
}

/* Its courses of the year count in the row of all agreements, so they need a row of their own. */
static void an_agreement_that_has_ended_is_covered_while_its_courses_go_on(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    add_agreement(&b, "SA-03", "2020-01-01", "2022-12-31")->enterprise = ROW_NONE;
    add_agreement(&b, "SA-04", "2020-01-01", "2022-12-31")->enterprise = ROW_NONE;
    add_ended(&b, "e", "SA-03", "2022-10-01", "2023-02-01", "fleksjob");
    add_ended(&b, "f", "SA-04", "2022-10-01", "2022-12-31", "fleksjob");
    const struct document *document = compose_spring(&b);
    const struct table *effect = table_of(document, "effekt");
    assert_int_equal(effect->row_count, 4);
    assert_string_equal(row_words(document, effect, 2), "SA-03 SA-03|1|1|100 %|0|1|100 %|–|–");
    assert_string_equal(row_words(document, effect, 3), "Alle aftaler|4|3|75 %|1|2|50 %|–|");
    builder_free(&b);
}

static void more_than_eight_questions_take_a_table_for_each_eight(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    struct code *codes = arena_array(&b.arena, 9, sizeof *codes);
    for (size_t i = 0; i < 9; i++)
        codes[i] = (struct code){.code = sv_format(&b.arena, "spm%zu", i + 1),
                                 .folded_code = sv_format(&b.arena, "spm%zu", i + 1),
                                 .name = sv_format(&b.arena, "Spørgsmål %zu?", i + 1),
                                 .valid_from = DAY_NONE,
                                 .valid_to = DAY_NONE};
    struct code_list *list = &b.data.codes.lists[CODES_EVALUATION_QUESTION];
    list->codes = codes;
    list->count = 9;
    add_agreement(&b, "SA-01", "2020-01-01", "")->enterprise = ROW_NONE;
    add_agreement(&b, "SA-02", "2020-01-01", "")->enterprise = ROW_NONE;
    add_evaluation(&b, "SA-01", 2024, "spm9", 5);
    const struct document *document = compose_spring(&b);
    assert_int_equal(table_of(document, "svar1")->column_count, 10);
    const struct table *second = table_of(document, "svar2");
    assert_true(sv_is(second->columns[1].heading, "Nr. 9"));
    assert_string_equal(row_words(document, second, 0), "SA-01 SA-01|5,0|1");
    builder_free(&b);
}

/* The chapter of the report on the first half of 2024. */
static struct document *compose_summary(struct builder *b)
{
    static const struct report_request half = {
        .kind = REPORT_HALF_YEAR, .date = 19900, .program_version = "1"};
    count(b, "2024-1");
    const struct section_context context = {.document = document_create(&b->arena, &b->figures),
                                            .figures = &b->figures,
                                            .data = &b->data,
                                            .diag = &b->diag,
                                            .request = &half};
    section_evaluation_summary(&context,
                               document_add_section(context.document, "opsamling", sv_of("Opsamling")));
    return context.document;
}

static void the_summary_of_another_report_tells_of_its_years_answers(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    answer(&b, "SA-01", 2023, "plan", 3, 0);
    answer(&b, "SA-01", 2024, "plan", 5, 4);
    const struct document *document = compose_summary(&b);
    assert_says(
        words_of(document, "opsamling"),
        "Samarbejdsaftalerne er evalueret i foråret efter samme model som tidligere år. Der er 2 svar på et "
        "enkelt af de 8 spørgsmål. »Har deltageren en plan?« ligger på 4,5. Siden 2023 er »Har deltageren en "
        "plan?« steget med 1,5 til 4,5. Aftalerne side om side står i evalueringen 2024.\n");
    builder_free(&b);
}

static void the_first_summary_names_no_earlier_years(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    answer(&b, "SA-01", 2024, "plan", 5, 0);
    assert_says(
        words_of(compose_summary(&b), "opsamling"),
        "Samarbejdsaftalerne er evalueret i foråret, alle efter samme model. Der er ét svar på et enkelt af "
        "de 8 spørgsmål. »Har deltageren en plan?« ligger på 5,0. Aftalerne side om side står i evalueringen "
        "2024.\n");
    builder_free(&b);
}

static void the_summary_of_an_only_agreement_speaks_of_one(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_agreement(&b, "SA-01", "2020-01-01", "")->enterprise = ROW_NONE;
    answer(&b, "SA-01", 2024, "plan", 5, 0);
    assert_says(
        words_of(compose_summary(&b), "opsamling"),
        "Samarbejdsaftalen er evalueret i foråret. Der er ét svar på et enkelt af de 8 spørgsmål. »Har "
        "deltageren en plan?« ligger på 5,0. Mere om aftalen står i evalueringen 2024.\n");
    builder_free(&b);
}

static void a_summary_without_answers_adds_nothing(void **state)
{
    (void)state;
    struct builder b;
    build(&b);
    assert_string_equal(words_of(compose_summary(&b), "opsamling"), "");
    builder_free(&b);
}

static void evaluations_are_numbered_in_words(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    assert_true(sv_is(ordinal_da(&arena, 1), "første"));
    assert_true(sv_is(ordinal_da(&arena, 10), "tiende"));
    assert_true(sv_is(ordinal_da(&arena, 11), "11."));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_agreement_is_told_with_answers_effect_and_stops),
        cmocka_unit_test(an_agreement_without_answers_and_courses_reads_well),
        cmocka_unit_test(one_answer_is_told_as_one),
        cmocka_unit_test(a_tie_is_told_as_one),
        cmocka_unit_test(answers_that_are_all_alike_have_no_highest),
        cmocka_unit_test(the_table_of_questions_has_distribution_mean_and_change),
        cmocka_unit_test(a_change_that_its_means_do_not_give_is_explained),
        cmocka_unit_test(the_largest_change_is_the_one_of_the_table),
        cmocka_unit_test(the_agreements_stand_side_by_side_with_a_row_for_all),
        cmocka_unit_test(remarks_are_quoted_with_who_and_when),
        cmocka_unit_test(an_evaluation_without_agreements_says_so),
        cmocka_unit_test(an_only_agreement_is_not_told_as_many),
        cmocka_unit_test(an_agreement_that_has_ended_is_covered_while_its_courses_go_on),
        cmocka_unit_test(more_than_eight_questions_take_a_table_for_each_eight),
        cmocka_unit_test(the_summary_of_another_report_tells_of_its_years_answers),
        cmocka_unit_test(the_first_summary_names_no_earlier_years),
        cmocka_unit_test(the_summary_of_an_only_agreement_speaks_of_one),
        cmocka_unit_test(a_summary_without_answers_adds_nothing),
        cmocka_unit_test(evaluations_are_numbered_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

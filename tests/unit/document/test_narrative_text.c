#include "document_fixture.h"

#include "link_text.h"
#include "narrative_check.h"
#include "narrative_text.h"

enum { TEXTS = 4, BLOCKS = 8, SPANS = 4 };

static struct fixture f;
static struct narrative texts[TEXTS];

static int begin(void **state)
{
    (void)state;
    fixture_open(&f);
    put_agreement(&f, "SA-01", "Første");
    put_goal(&f, "norm", GOAL_YEARLY, "job.nye", "");
    put_goal(&f, "gammel", GOAL_YEARLY, "job.nye", "");
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_close(&f);
    return 0;
}

static struct narrative *put_text(const char *chapter, const char *period)
{
    struct narrative *text = &texts[f.data.narrative_count++];
    *text = (struct narrative){.chapter = sv_of(chapter), .period = sv_of(period), .file = sv_of("t.md")};
    text->blocks = arena_array(&f.arena, BLOCKS, sizeof *text->blocks);
    f.data.narratives = texts;
    return text;
}

static struct narrative_block *put_block(struct narrative *text, enum narrative_kind kind)
{
    struct narrative_block *block = &text->blocks[text->block_count++];
    *block = (struct narrative_block){.kind = kind, .line = (uint32_t)text->block_count};
    block->spans = arena_array(&f.arena, SPANS, sizeof *block->spans);
    return block;
}

static struct narrative_span *put_span(struct narrative_block *block, const char *words)
{
    struct narrative_span *span = &block->spans[block->span_count++];
    *span = (struct narrative_span){.text = sv_of(words), .line = block->line};
    return span;
}

static struct narrative_block *put_words(struct narrative *text, enum narrative_kind kind, const char *words)
{
    struct narrative_block *block = put_block(text, kind);
    put_span(block, words);
    return block;
}

/* What a placeholder says in a text of the report; findings are kept. */
static const char *placed(const char *placeholder)
{
    f.data.narrative_count = 0;
    f.section->block_count = 0;
    diag_init(&f.diag, &f.arena);
    struct narrative *text = put_text("indledning", "");
    put_span(put_block(text, NARRATIVE_PARAGRAPH), placeholder)->placeholder = true;
    assert_true(add_narrative(&f.context, f.section, "indledning"));
    return plain_blanks(&f, paragraph_text(&f.arena, &f.section->blocks[0].as.paragraph));
}

static const char *found(void)
{
    struct buffer lines = buffer_in(&f.arena);
    for (size_t i = 0; i < f.diag.count; i++)
        buffer_format(&lines, "%s%s", i ? " " : "", diag_kind(f.diag.findings[i].code)->code);
    return sv_text(&f.arena, buffer_view(&lines));
}

static void assert_placed(const char *placeholder, const char *words, const char *findings)
{
    assert_string_equal(placed(placeholder), words);
    assert_string_equal(found(), findings);
}

static void a_text_of_the_period_comes_before_the_one_for_all(void **state)
{
    (void)state;
    put_words(put_text("metode", ""), NARRATIVE_PARAGRAPH, "For alle.");
    put_words(put_text("metode", "2023"), NARRATIVE_PARAGRAPH, "For 2023.");
    put_words(put_text("metode", "2024"), NARRATIVE_PARAGRAPH, "For 2024.");
    fixture_ready(&f);
    assert_true(has_narrative(&f.context, "metode"));
    assert_true(add_narrative(&f.context, f.section, "metode"));
    assert_int_equal(f.section->block_count, 1);
    assert_true(f.section->narrated);
    assert_string_equal(plain_blanks(&f, paragraph_text(&f.arena, &f.section->blocks[0].as.paragraph)),
                        "For 2024.");
}

static void a_chapter_without_a_text_is_noted_when_it_is_expected(void **state)
{
    (void)state;
    fixture_ready(&f);
    assert_false(has_narrative(&f.context, "laeringer"));
    assert_false(add_narrative(&f.context, f.section, "laeringer"));
    assert_string_equal(found(), "N451");
    assert_string_equal(
        sv_text(&f.arena, finding_text(&f.arena, &f.diag.findings[0])),
        "Der er ingen tekst til kapitlet »Erfaringer og læring«: filen tekster/laeringer.md mangler.");
    assert_false(add_narrative(&f.context, f.section, "metode"));
    assert_string_equal(found(), "N451");
    assert_int_equal(f.section->block_count, 0);
}

static void a_text_with_nothing_in_it_is_noted_as_empty(void **state)
{
    (void)state;
    put_text("laeringer", "2024");
    fixture_ready(&f);
    assert_false(add_narrative(&f.context, f.section, "laeringer"));
    assert_string_equal(found(), "N451");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].details[2]), "er tom");
}

static void headings_lie_below_the_sections_own_and_do_not_repeat_it(void **state)
{
    static const int levels[] = {1, 2, 3, 2, 1};
    static const char *const words[] = {"PRØVE", "A", "B", "C", "D"};
    (void)state;
    struct narrative *text = put_text("metode", "");
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        put_words(text, NARRATIVE_HEADING, words[i])->level = levels[i];
    fixture_ready(&f);
    assert_true(add_narrative(&f.context, f.section, "metode"));
    assert_int_equal(f.section->block_count, 4);
    for (size_t i = 0; i < f.section->block_count; i++)
        assert_int_equal(f.section->blocks[i].as.heading.level, i == 1 ? 3 : 2);
}

static void words_keep_their_look_and_their_links(void **state)
{
    (void)state;
    struct narrative_block *block = put_block(put_text("metode", ""), NARRATIVE_QUOTE);
    put_span(block, "a")->strong = true;
    put_span(block, "b")->emphasis = true;
    put_span(block, "c")->link = sv_of("https://eksempel.dk");
    fixture_ready(&f);
    add_narrative(&f.context, f.section, "metode");
    const struct paragraph *paragraph = &f.section->blocks[0].as.paragraph;
    assert_int_equal(paragraph->look, PARAGRAPH_QUOTE);
    assert_true(paragraph->spans[0].strong && !paragraph->spans[0].emphasis);
    assert_true(paragraph->spans[1].emphasis && !paragraph->spans[1].strong);
    assert_string_equal(sv_text(&f.arena, paragraph->spans[2].link), "https://eksempel.dk");
}

static void lists_begin_anew_and_go_one_level_down_at_a_time(void **state)
{
    static const struct {
        bool begins;
        uint8_t depth;
        uint8_t shown;
    } items[] = {{true, 2, 0}, {false, 2, 1}, {false, 0, 0}, {true, 0, 0}};
    (void)state;
    struct narrative *text = put_text("metode", "");
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct narrative_block *block = put_words(text, NARRATIVE_ITEM, "punkt");
        block->begins_list = items[i].begins;
        block->depth = items[i].depth;
        block->mark = NARRATIVE_NUMBER;
        block->number = (int)i + 3;
    }
    fixture_ready(&f);
    add_narrative(&f.context, f.section, "metode");
    assert_int_equal(f.section->block_count, 2);
    const struct list *first = &f.section->blocks[0].as.list;
    assert_int_equal(first->item_count, 3);
    for (size_t i = 0; i < first->item_count; i++) {
        assert_int_equal(first->items[i].depth, items[i].shown);
        assert_int_equal(first->items[i].number, i + 3);
        assert_int_equal(first->items[i].mark, ITEM_NUMBER);
    }
}

static void a_placeholder_is_a_figure_with_its_key(void **state)
{
    (void)state;
    put(&f, FIGURE_JOBS_NEW, THIS_YEAR, 1234);
    fixture_ready(&f);
    assert_placed("job.nye", "1.234", "");
    const struct cell *cell = &f.section->blocks[0].as.paragraph.spans[0];
    assert_true(cell->has_key);
    assert_int_equal(cell->key.figure, FIGURE_JOBS_NEW);
    assert_int_equal(cell->key.period, THIS_YEAR);
}

static void figures_of_other_periods_and_parts_are_found(void **state)
{
    (void)state;
    put(&f, FIGURE_JOBS_NEW, LAST_YEAR, 41);
    put(&f, FIGURE_JOBS_NEW, THIS_YEAR, 29);
    put_code(&f, FIGURE_JOBS_NEW, THIS_YEAR, "fleksjob", 17);
    put_of_agreement(&f, FIGURE_JOBS_NEW, THIS_YEAR, 0, NULL, ratio_whole(3));
    fixture_ready(&f);
    assert_placed("job.nye 2023", "41", "");
    assert_placed("job.nye forrige", "41", "");
    assert_placed("job.nye 2024", "29", "");
    assert_placed("job.nye kode=fleksjob", "17", "");
    assert_placed("job.nye kode=deltidsjob", "0", "");
    assert_placed("job.nye aftale=SA-01", "3", "");
    assert_placed("job.nye | ændring", "−12", "");
}

static void numbers_are_written_as_asked_for(void **state)
{
    (void)state;
    put(&f, FIGURE_JOBS_NEW, LAST_YEAR, 41);
    put(&f, FIGURE_JOBS_NEW, THIS_YEAR, 29);
    put(&f, FIGURE_JOBS_HOURS, THIS_YEAR, 343);
    put(&f, FIGURE_JOBS_HOURS, LAST_YEAR, 340);
    put(&f, FIGURE_PURCHASES_AMOUNT, THIS_YEAR, 455000);
    put(&f, FIGURE_PURCHASES_AMOUNT, LAST_YEAR, 1250000);
    put(&f, FIGURE_APPLICATIONS_AMOUNT, THIS_YEAR, 2000000);
    put(&f, FIGURE_APPLICATIONS_AMOUNT, LAST_YEAR, 0);
    fixture_ready(&f);
    assert_placed("job.timer", "343,0", "");
    assert_placed("job.timer | heltal", "343", "");
    assert_placed("job.timer | ændring", "+3,0", "");
    assert_placed("indkoeb.beloeb", "455.000 kr.", "");
    assert_placed("indkoeb.beloeb | heltal", "455.000", "");
    assert_placed("indkoeb.beloeb | mio", "0,5 mio. kr.", "");
    assert_placed("indkoeb.beloeb 2023", "1,3 mio. kr.", "");
    assert_placed("indkoeb.beloeb | ændring", "−795.000 kr.", "");
    assert_placed("fundraising.bevilget | ændring", "+2,0 mio. kr.", "");
}

static void shares_have_the_decimals_of_the_tables(void **state)
{
    (void)state;
    put(&f, FIGURE_COURSES_ENDED, LAST_YEAR, 80);
    put(&f, FIGURE_COURSES_ENDED, THIS_YEAR, 120);
    put_share(&f, FIGURE_COURSES_EFFECT, LAST_YEAR, 1, 3);
    put_share(&f, FIGURE_COURSES_EFFECT, THIS_YEAR, 5, 12);
    put_share(&f, FIGURE_COURSES_RETENTION, THIS_YEAR, 5, 12);
    fixture_ready(&f);
    assert_placed("forloeb.effekt", "41,7 %", "");
    assert_placed("forloeb.effekt 2023 | procent", "33 %", "");
    assert_placed("forloeb.effekt | ændring", "+8,3 procentpoint", "");
    assert_placed("forloeb.fastholdelse", "42 %", "");
}

static void a_goals_figures_are_those_of_the_reports_period(void **state)
{
    (void)state;
    put_standing(&f, 0, 47, 30, GOAL_REACHED);
    put_of_goal(&f, FIGURE_GOAL_DATE, 0, ratio_whole(day_from_date(2024, 8, 14)));
    fixture_ready(&f);
    assert_placed("maal.norm.vaerdi", "47", "");
    assert_placed("maal.norm.maal", "30", "");
    assert_placed("maal.norm.status", "nået", "");
    assert_placed("maal.norm.dato", "14. august 2024", "");
    assert_placed("maal.norm.prognose", "–", "W445");
    assert_placed("maal.norm.vaerdi forrige", "", "E443");
    assert_placed("maal.gammel.vaerdi", "", "E443");
}

static void a_period_that_is_not_counted_is_an_error(void **state)
{
    (void)state;
    put(&f, FIGURE_JOBS_NEW, THIS_YEAR, 29);
    fixture_ready(&f);
    assert_placed("job.nye 2015", "", "E434");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].details[0]), "Rapporten tæller 2023, 2024.");
    assert_placed("job.nye 2024-1", "", "E434");
    f.figures.previous = UINT16_MAX;
    assert_placed("job.nye forrige", "", "E434");
}

static void a_figure_without_a_value_is_a_warning(void **state)
{
    (void)state;
    put(&f, FIGURE_COURSES_ENDED, THIS_YEAR, 0);
    put_share(&f, FIGURE_COURSES_EFFECT, THIS_YEAR, 0, 0);
    put(&f, FIGURE_JOBS_NEW, THIS_YEAR, 29);
    fixture_ready(&f);
    assert_placed("forloeb.effekt", "–", "W445");
    assert_placed("forloeb.effekt | ændring", "–", "W445");
    assert_placed("job.nye | ændring", "–", "W445");
    const struct code_list *questions = code_list(&f.data.codes, CODES_EVALUATION_QUESTION);
    const struct sv mean = sv_format(&f.arena, "evaluering.svar kode=%.*s", SV_ARG(code_text(questions, 0)));
    assert_placed(sv_text(&f.arena, mean), "–", "W445");
}

static void what_the_report_does_not_count_is_an_error_and_not_zero(void **state)
{
    (void)state;
    put(&f, FIGURE_COURSES_ENDED, LAST_YEAR, 12);
    fixture_ready(&f);
    assert_placed("forloeb.afbrud 2023 kode=andet", "0", "");
    assert_placed("forloeb.afbrud kode=andet", "", "E452");
    assert_placed("job.nye kode=fleksjob", "", "E452");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].details[0]), "job.nye");
    assert_placed("forloeb.afbrud_ialt kode=andet aftale=SA-01", "", "E452");
    assert_placed("indsats.status kode=csr", "", "E452");
}

static void part_of_a_year_is_not_compared_with_a_whole_one(void **state)
{
    (void)state;
    put(&f, FIGURE_JOBS_NEW, LAST_YEAR, 41);
    put(&f, FIGURE_JOBS_NEW, THIS_YEAR, 29);
    fixture_make_preliminary(&f, 6, 30);
    fixture_ready(&f);
    assert_placed("job.nye | ændring", "–", "W445");
    assert_placed("job.nye", "29", "");
}

static void what_names_no_figure_is_said_by_the_check_alone(void **state)
{
    (void)state;
    put(&f, FIGURE_JOBS_NEW, THIS_YEAR, 29);
    fixture_ready(&f);
    assert_placed("job.nyt", "", "");
    narratives_check(&f.data, &f.diag);
    assert_string_equal(found(), "E432");
}

static void texts_that_no_report_uses_are_noted(void **state)
{
    (void)state;
    put_words(put_text("laerdom", ""), NARRATIVE_PARAGRAPH, "Ord.");
    put_words(put_text("metode", "2024-3"), NARRATIVE_PARAGRAPH, "Ord.");
    put_words(put_text("metode", "2024-2"), NARRATIVE_PARAGRAPH, "Ord.");
    narratives_check(&f.data, &f.diag);
    assert_string_equal(found(), "N449 N450");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].details[0]), "laeringer");
}

static void a_reference_to_a_table_is_checked_once(void **state)
{
    static const struct table_column columns[] = {{.heading = SV("Type")}};
    (void)state;
    const struct sv there = sv_of("#job_pr_aar");
    const struct sv not_there = sv_of("#job_pr_ar");
    struct narrative_block *block = put_block(put_text("metode", ""), NARRATIVE_PARAGRAPH);
    put_span(block, "a")->link = there;
    put_span(block, "b")->link = not_there;
    put_span(block, "c")->link = not_there;
    fixture_ready(&f);
    add_narrative(&f.context, f.section, "metode");
    section_add_table(f.context.document, f.section, "job_pr_aar", "Job", sv_of("Nye job"), columns, 1);
    narrative_check_links(f.context.document, &f.diag);
    assert_string_equal(found(), "E444");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].value), "job_pr_ar");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].details[0]), "job_pr_aar");
    assert_int_equal(f.diag.findings[0].place.line, 1);
}

static struct sv in_table(const void *of, struct sv id)
{
    return sv_format((struct arena *)of, "tabel %.*s", SV_ARG(id));
}

static void what_links_lead_to_stands_after_their_words_unless_they_say_it(void **state)
{
    static const struct {
        const char *words;
        const char *link;
    } spans[] = {
        {"Se ", ""},
        {"siden ", "https://a.dk"},
        {"her", "https://a.dk"},
        {" og ", ""},
        {"b@c.dk", "mailto:b@c.dk"},
        {", ", ""},
        {"https://d.dk", "https://d.dk"},
        {" i ", ""},
        {"tallene", "#t"},
    };
    (void)state;
    fixture_ready(&f);
    struct paragraph *paragraph = section_add_paragraph(f.context.document, f.section, PARAGRAPH_BODY);
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        struct cell cell = cell_of_text(sv_of(spans[i].words));
        cell.link = sv_of(spans[i].link);
        paragraph_add(f.context.document, paragraph, cell);
    }
    const struct sv text = paragraph_text_with_links(&f.arena, paragraph, in_table, &f.arena);
    assert_string_equal(sv_text(&f.arena, text),
                        "Se siden her (https://a.dk) og b@c.dk, https://d.dk i tallene (tabel t)");
    assert_int_equal(paragraph_link(paragraph).size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_of_the_period_comes_before_the_one_for_all, begin, end),
        cmocka_unit_test_setup_teardown(a_chapter_without_a_text_is_noted_when_it_is_expected, begin, end),
        cmocka_unit_test_setup_teardown(a_text_with_nothing_in_it_is_noted_as_empty, begin, end),
        cmocka_unit_test_setup_teardown(headings_lie_below_the_sections_own_and_do_not_repeat_it, begin, end),
        cmocka_unit_test_setup_teardown(words_keep_their_look_and_their_links, begin, end),
        cmocka_unit_test_setup_teardown(lists_begin_anew_and_go_one_level_down_at_a_time, begin, end),
        cmocka_unit_test_setup_teardown(a_placeholder_is_a_figure_with_its_key, begin, end),
        cmocka_unit_test_setup_teardown(figures_of_other_periods_and_parts_are_found, begin, end),
        cmocka_unit_test_setup_teardown(numbers_are_written_as_asked_for, begin, end),
        cmocka_unit_test_setup_teardown(shares_have_the_decimals_of_the_tables, begin, end),
        cmocka_unit_test_setup_teardown(a_goals_figures_are_those_of_the_reports_period, begin, end),
        cmocka_unit_test_setup_teardown(a_period_that_is_not_counted_is_an_error, begin, end),
        cmocka_unit_test_setup_teardown(a_figure_without_a_value_is_a_warning, begin, end),
        cmocka_unit_test_setup_teardown(what_the_report_does_not_count_is_an_error_and_not_zero, begin, end),
        cmocka_unit_test_setup_teardown(part_of_a_year_is_not_compared_with_a_whole_one, begin, end),
        cmocka_unit_test_setup_teardown(what_names_no_figure_is_said_by_the_check_alone, begin, end),
        cmocka_unit_test_setup_teardown(texts_that_no_report_uses_are_noted, begin, end),
        cmocka_unit_test_setup_teardown(a_reference_to_a_table_is_checked_once, begin, end),
        cmocka_unit_test_setup_teardown(what_links_lead_to_stands_after_their_words_unless_they_say_it, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

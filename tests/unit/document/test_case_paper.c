#include "../figures/data_builder.h"

#include "cell_text.h"
#include "compose.h"

#include <stdlib.h>

static const struct document *paper(struct builder *b, enum report_kind kind, const char *period)
{
    const struct report_request request = {.kind = kind, .date = 20000, .program_version = "1"};
    if (kind == REPORT_EVALUATION)
        count_evaluation(b, (int)strtol(period, NULL, 10), "");
    else
        count(b, period);
    return case_paper_compose(&request, &b->figures, &b->diag, &b->arena);
}

static struct committee *set_committees(struct builder *b, size_t count)
{
    struct settings *settings = &b->data.settings;
    settings->committees = arena_array(&b->arena, count, sizeof *settings->committees);
    settings->committee_count = count;
    return settings->committees;
}

static void add_recommended(struct builder *b, int year, int number, const char *status, const char *text)
{
    struct recommendation *row = add_recommendation(b, year, status);
    row->number = number;
    row->text = sv_of(text);
}

/* The text with ordinary blanks for no-break ones. */
static void add_plain(struct buffer *buffer, struct sv text)
{
    for (size_t i = 0; i < text.size; i++) {
        const bool no_break = text.data[i] == '\xC2' && i + 1 < text.size && text.data[i + 1] == '\xA0';
        buffer_add_byte(buffer, no_break ? ' ' : text.data[i]);
        i += no_break;
    }
}

static void add_words(struct buffer *text, const struct paragraph *paragraph)
{
    add_plain(text, paragraph_text(text->arena, paragraph));
    buffer_add_byte(text, '\n');
}

/* The words of a section, a line a paragraph or item. */
static const char *words_of(struct builder *b, const struct document *document, const char *title)
{
    struct buffer text = buffer_in(&b->arena);
    for (size_t i = 0; i < document->section_count; i++) {
        const struct section *section = &document->sections[i];
        for (size_t k = 0; sv_is(section->title, title) && k < section->block_count; k++) {
            const struct block *block = &section->blocks[k];
            if (block->kind == BLOCK_PARAGRAPH)
                add_words(&text, &block->as.paragraph);
            for (size_t item = 0; block->kind == BLOCK_LIST && item < block->as.list.item_count; item++)
                add_words(&text, &block->as.list.items[item]);
        }
    }
    return sv_text(&b->arena, buffer_view(&text));
}

static void assert_says(const char *words, const char *expected)
{
    if (!strstr(words, expected))
        fail_msg("not found:\n%s\nin:\n%s", expected, words);
}

static void assert_silent(const char *words, const char *unexpected)
{
    if (strstr(words, unexpected))
        fail_msg("found:\n%s\nin:\n%s", unexpected, words);
}

static void assert_title(struct builder *b, const struct document *document, const char *end)
{
    struct buffer title = buffer_in(&b->arena);
    add_plain(&title, document->title);
    assert_says(sv_text(&b->arena, buffer_view(&title)), end);
    assert_true(sv_equal(document->title, document->cover.title));
}

/* ---- Headings ---- */

static void a_paper_has_the_headings_of_the_committees_in_their_order(void **state)
{
    (void)state;
    static const char *const headings[] = {"Kompetence",
                                           "Beslutningstema",
                                           "Baggrund",
                                           "Retligt grundlag",
                                           "Handlemuligheder",
                                           "Vurdering",
                                           "Økonomiske og personalemæssige konsekvenser",
                                           "Konsekvenser for andre udvalg",
                                           "Indstilling"};
    struct builder b;
    builder_init(&b);
    const struct document *document = paper(&b, REPORT_YEAR, "2024");
    assert_int_equal(document->section_count, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < document->section_count; i++) {
        assert_true(sv_is(document->sections[i].title, headings[i]));
        assert_true(document->sections[i].block_count > 0);
    }
    builder_free(&b);
}

static void a_paper_has_neither_tables_nor_charts(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_goal(&b, "norm", GOAL_YEARLY, "job.nye", "fleksjob", 30);
    add_agreement(&b, "SA-01", "2020-01-01", "");
    add_evaluation(&b, "SA-01", 2024, "plan", 4);
    for (int kind = 0; kind < REPORT_KINDS; kind++) {
        const struct document *document =
            paper(&b, (enum report_kind)kind, kind == REPORT_HALF_YEAR ? "2024-1" : "2024");
        for (size_t i = 0; i < document->section_count; i++)
            for (size_t k = 0; k < document->sections[i].block_count; k++) {
                assert_int_not_equal(document->sections[i].blocks[k].kind, BLOCK_TABLE);
                assert_int_not_equal(document->sections[i].blocks[k].kind, BLOCK_CHART);
            }
    }
    builder_free(&b);
}

/* ---- For decision or for information ---- */

static void a_year_with_recommendations_to_decide_is_for_decision(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_recommended(&b, 2024, 1, "stillet", "At årsnormen fastholdes.");
    const struct document *document = paper(&b, REPORT_YEAR, "2024");
    assert_title(&b, document, "2024 (B)");
    assert_string_equal(words_of(&b, document, "Beslutningstema"),
                        "Udvalget skal tage stilling til anbefalingen i årsrapporten for 2024.\n");
    assert_says(words_of(&b, document, "Handlemuligheder"),
                "Udvalget kan følge anbefalingen, ændre den eller afvise den.");
    builder_free(&b);
}

static void a_year_whose_recommendations_are_decided_is_for_information(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_recommended(&b, 2024, 1, "vedtaget", "At årsnormen fastholdes.");
    add_recommended(&b, 2023, 1, "stillet", "At årsnormen hæves.");
    const struct document *document = paper(&b, REPORT_YEAR, "2024");
    assert_title(&b, document, "2024 (O)");
    assert_string_equal(words_of(&b, document, "Beslutningstema"),
                        "Udvalget orienteres om årsrapporten for 2024.\n");
    assert_says(words_of(&b, document, "Indstilling"), "orienteringen tages til efterretning.");
    assert_silent(words_of(&b, document, "Indstilling"), "årsnormen");
    builder_free(&b);
}

static void only_the_half_year_that_ends_a_year_brings_recommendations(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_recommended(&b, 2024, 1, "stillet", "At årsnormen fastholdes.");
    assert_title(&b, paper(&b, REPORT_HALF_YEAR, "2024-1"), "1. halvår 2024 (O)");
    assert_title(&b, paper(&b, REPORT_HALF_YEAR, "2024-2"), "2. halvår 2024 (B)");
    builder_free(&b);
}

static void an_evaluation_is_for_information(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_recommended(&b, 2024, 1, "stillet", "At årsnormen fastholdes.");
    const struct document *document = paper(&b, REPORT_EVALUATION, "2024");
    assert_title(&b, document, "2024 (O)");
    assert_string_equal(words_of(&b, document, "Beslutningstema"),
                        "Udvalget orienteres om forårets evaluering af samarbejdsaftalerne i 2024.\n");
    builder_free(&b);
}

/* ---- The motion ---- */

static void recommendations_are_moved_by_number_as_the_end_of_a_sentence(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_recommended(&b, 2024, 3, "stillet", "Fasthold målet.");
    add_recommended(&b, 2024, 1, "stillet", "At årsnormen fastholdes.");
    add_recommended(&b, 2024, 2, "afvist", "At målet sænkes.");
    const struct document *document = paper(&b, REPORT_YEAR, "2024");
    assert_string_equal(words_of(&b, document, "Indstilling"),
                        "[Skrives af sagsbehandler: hvilken direktør] indstiller, at\n"
                        "årsnormen fastholdes.\n"
                        "denne anbefaling følges: »Fasthold målet.«\n"
                        "årsrapporten for 2024 tages til efterretning.\n");
    const struct section *motion = &document->sections[document->section_count - 1];
    assert_true(motion->blocks[motion->block_count - 1].as.list.ordered);
    assert_int_equal(motion->blocks[motion->block_count - 1].as.list.first, 1);
    builder_free(&b);
}

/* ---- Committees ---- */

static void one_paper_names_all_committees_with_their_meetings(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    struct committee *committees = set_committees(&b, 3);
    committees[0] = (struct committee){sv_of("Socialudvalget"), day("2025-03-03"), sv_of("2024")};
    committees[1] = (struct committee){sv_of("Teknikudvalget"), day("2025-03-10"), {0}};
    committees[2] = (struct committee){sv_of("Kulturudvalget"), day("2024-03-10"), sv_of("2023")};
    add_recommended(&b, 2024, 1, "stillet", "At årsnormen fastholdes.");
    const struct document *document = paper(&b, REPORT_YEAR, "2024");
    assert_says(words_of(&b, document, "Kompetence"),
                "Sagen behandles i Socialudvalget den 3. marts 2025 og i "
                "Teknikudvalget den 10. marts 2025.\n");
    assert_says(words_of(&b, document, "Beslutningstema"), "Udvalgene skal tage stilling");
    assert_says(words_of(&b, document, "Konsekvenser for andre udvalg"),
                "Sagen angår både Socialudvalget og Teknikudvalget og behandles i hvert udvalg.");
    builder_free(&b);
}

static void without_a_committee_the_paper_asks_which_one_it_is(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    const struct document *document = paper(&b, REPORT_YEAR, "2024");
    assert_string_equal(words_of(&b, document, "Kompetence"),
                        "[Skrives af sagsbehandler: hvilket udvalg der behandler sagen, og hvornår.]\n");
    assert_says(words_of(&b, document, "Konsekvenser for andre udvalg"),
                "[Skrives af sagsbehandler: om sagen");
    builder_free(&b);
}

static void a_meeting_without_a_date_is_named_without_one(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    set_committees(&b, 1)[0] = (struct committee){sv_of("Socialudvalget"), DAY_NONE, {0}};
    assert_says(words_of(&b, paper(&b, REPORT_YEAR, "2024"), "Kompetence"),
                "Sagen behandles i Socialudvalget.\n");
    builder_free(&b);
}

/* ---- Background, judgement, economy ---- */

static void without_a_text_of_its_own_the_background_asks_for_one(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    const char *words = words_of(&b, paper(&b, REPORT_YEAR, "2024"), "Baggrund");
    assert_says(words, "[Skrives af sagsbehandler: sagens forhistorie.");
    assert_says(words, "tekster/sagsfremstilling.md");
    builder_free(&b);
}

static void the_background_tells_when_a_preliminary_reports_data_were_drawn(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    b.data.settings.extract_date = day("2024-09-30");
    const struct document *document = paper(&b, REPORT_YEAR, "2024");
    assert_true(document->cover.preliminary);
    assert_says(words_of(&b, document, "Baggrund"),
                "Tallene er foreløbige: Data er trukket den 30. september 2024, før perioden var omme.\n");
    builder_free(&b);
}

static void the_judgement_tells_of_goals_and_efforts(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "");
    add_job(&b, "a", "V1", "fleksjob", "2024-02-01", "");
    add_goal(&b, "norm", GOAL_YEARLY, "job.nye", "fleksjob", 30);
    struct effort_status *effort = add_effort(&b, "2024", "fundraising", LIGHT_RED);
    effort->not_as_expected = sv_of("To ansøgninger fik afslag.");
    add_recommended(&b, 2023, 1, "gennemfoert", "At årsnormen fastholdes.");
    const char *words = words_of(&b, paper(&b, REPORT_YEAR, "2024"), "Vurdering");
    assert_says(words, "Årsnormen på 30 job blev ikke nået");
    assert_says(words, "Indsatser, der ikke er grønne: fundraising (rød).");
    assert_says(words, "Fundraising: To ansøgninger fik afslag.");
    assert_says(words, "anbefaling fra 2023");
    assert_says(words, "[Skrives af sagsbehandler: forvaltningens samlede vurdering.]");
    builder_free(&b);
}

static void an_evaluation_is_judged_agreement_by_agreement(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_agreement(&b, "SA-01", "2020-01-01", "")->name = sv_of("Gartneriet");
    add_agreement(&b, "SA-02", "2023-01-01", "")->name = sv_of("Bageriet");
    add_ended(&b, "a", "SA-01", "2023-01-01", "2023-06-30", "fleksjob");
    add_ended(&b, "b", "SA-01", "2023-01-01", "2023-06-30", "stoppet");
    add_evaluation(&b, "SA-01", 2024, "plan", 4);
    const char *words = words_of(&b, paper(&b, REPORT_EVALUATION, "2024"), "Vurdering");
    assert_says(words, "afsluttet til og med 29. februar 2024");
    assert_says(words, "SA-01 Gartneriet: 50 %, 1 af 2 forløb.\n");
    assert_says(words, "SA-02 Bageriet: Ingen forløb er afsluttet endnu.\n");
    builder_free(&b);
}

static void grants_and_purchases_stand_under_economy_where_there_are_any(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    const char *none =
        words_of(&b, paper(&b, REPORT_YEAR, "2024"), "Økonomiske og personalemæssige konsekvenser");
    assert_string_equal(none,
                        "[Skrives af sagsbehandler: om sagen har følger for økonomi eller personale.]\n");
    builder_free(&b);
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "");
    add_purchase(&b, "2024-05-01", "V1", "Teknik", 5000);
    const char *some =
        words_of(&b, paper(&b, REPORT_YEAR, "2024"), "Økonomiske og personalemæssige konsekvenser");
    assert_says(some, "5.000 kr.");
    assert_silent(some, "ansøgning");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paper_has_the_headings_of_the_committees_in_their_order),
        cmocka_unit_test(a_paper_has_neither_tables_nor_charts),
        cmocka_unit_test(a_year_with_recommendations_to_decide_is_for_decision),
        cmocka_unit_test(a_year_whose_recommendations_are_decided_is_for_information),
        cmocka_unit_test(only_the_half_year_that_ends_a_year_brings_recommendations),
        cmocka_unit_test(an_evaluation_is_for_information),
        cmocka_unit_test(recommendations_are_moved_by_number_as_the_end_of_a_sentence),
        cmocka_unit_test(one_paper_names_all_committees_with_their_meetings),
        cmocka_unit_test(without_a_committee_the_paper_asks_which_one_it_is),
        cmocka_unit_test(a_meeting_without_a_date_is_named_without_one),
        cmocka_unit_test(without_a_text_of_its_own_the_background_asks_for_one),
        cmocka_unit_test(the_background_tells_when_a_preliminary_reports_data_were_drawn),
        cmocka_unit_test(the_judgement_tells_of_goals_and_efforts),
        cmocka_unit_test(an_evaluation_is_judged_agreement_by_agreement),
        cmocka_unit_test(grants_and_purchases_stand_under_economy_where_there_are_any),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "../figures/data_builder.h"

#include "cell_text.h"
#include "compose.h"

/* ---- Reading the report ---- */

static const struct document *report_on(struct builder *b, const char *period)
{
    const struct report_request request = {.kind = REPORT_HALF_YEAR, .date = 20000, .program_version = "1"};
    count(b, period);
    return document_compose(&request, &b->figures, &b->diag, &b->arena);
}

static const struct section *section_named(const struct document *document, const char *id)
{
    for (size_t i = 0; i < document->section_count; i++)
        if (sv_is(document->sections[i].id, id))
            return &document->sections[i];
    return NULL;
}

static const struct table *table_named(const struct document *document, const char *id)
{
    for (size_t i = 0; i < document->section_count; i++)
        for (size_t k = 0; k < document->sections[i].block_count; k++) {
            const struct block *block = &document->sections[i].blocks[k];
            if (block->kind == BLOCK_TABLE && sv_is(block->as.table->id, id))
                return block->as.table;
        }
    return NULL;
}

static void add_plain(struct buffer *buffer, struct sv text)
{
    for (size_t i = 0; i < text.size; i++) {
        const bool no_break = text.data[i] == '\xC2' && i + 1 < text.size && text.data[i + 1] == '\xA0';
        buffer_add_byte(buffer, no_break ? ' ' : text.data[i]);
        i += no_break;
    }
}

/* The section's paragraphs and items, a line each, with ordinary blanks. */
static const char *words_of(struct builder *b, const struct document *document, const char *id)
{
    const struct section *section = section_named(document, id);
    struct buffer words = buffer_in(&b->arena);
    for (size_t i = 0; section && i < section->block_count; i++) {
        const struct block *block = &section->blocks[i];
        if (block->kind == BLOCK_PARAGRAPH) {
            add_plain(&words, paragraph_text(&b->arena, &block->as.paragraph));
            buffer_add_byte(&words, '\n');
        }
        for (size_t item = 0; block->kind == BLOCK_LIST && item < block->as.list.item_count; item++) {
            add_plain(&words, paragraph_text(&b->arena, &block->as.list.items[item]));
            buffer_add_byte(&words, '\n');
        }
    }
    return sv_text(&b->arena, buffer_view(&words));
}

static const char *cell_of(struct builder *b, const struct table *table, size_t row, size_t column)
{
    struct buffer text = buffer_in(&b->arena);
    struct buffer plain = buffer_in(&b->arena);
    cell_text(&text, &table->rows[row].cells[column]);
    add_plain(&plain, buffer_view(&text));
    return sv_text(&b->arena, buffer_view(&plain));
}

static const struct list *list_of_first_page(const struct document *document)
{
    const struct section *page = &document->sections[0];
    for (size_t i = 0; i < page->block_count; i++)
        if (page->blocks[i].kind == BLOCK_LIST)
            return &page->blocks[i].as.list;
    return NULL;
}

/* ---- Data ---- */

static void add_jobs(struct builder *b, const char *start, int number)
{
    for (int i = 0; i < number; i++)
        add_job(b, "B1", "V1", "fleksjob", start, "");
}

/* An enterprise, an agreement and the norm of 30 jobs, with 13 by the end of June 2024. */
static void begin(struct builder *b)
{
    builder_init(b);
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_agreement(b, "SA-01", "2022-01-01", "");
    add_goal(b, "Mindst 30 job", GOAL_YEARLY, "job.nye", "fleksjob", 30);
    add_jobs(b, "2023-03-01", 18);
    add_jobs(b, "2023-09-01", 12);
    add_jobs(b, "2024-03-01", 13);
}

static struct agreement_status *add_agreement_light(struct builder *b, int year, int half, enum light light)
{
    uint32_t symbol;
    struct agreement_status *row = add_row(b, TABLE_AGREEMENT_STATUSES, sizeof *row, NULL, &symbol);
    row->period = period_number(year, half);
    row->light = (uint16_t)light;
    row->text = sv_of("Få kommer videre.\nParterne mødes.");
    return row;
}

/* ---- The first page ---- */

static void the_goals_have_pace_need_and_forecast_while_the_year_runs(void **state)
{
    static const char *const expected[] = {"Mindst 30 job", "13", "30", "bagud", "2,2", "2,8", "26"};
    struct builder b;
    (void)state;
    begin(&b);
    const struct table *goals = table_named(report_on(&b, "2024-1"), "maal");
    assert_int_equal(goals->column_count, 7);
    for (size_t i = 0; i < goals->column_count; i++)
        assert_string_equal(cell_of(&b, goals, 0, i), expected[i]);
    builder_free(&b);
}

static void a_month_that_is_not_over_counts_by_its_days(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    b.data.settings.extract_date = day("2024-04-15");
    const struct table *goals = table_named(report_on(&b, "2024-1"), "maal");
    assert_string_equal(cell_of(&b, goals, 0, 4), "3,7"); /* 13 in 3,5 months */
    assert_string_equal(cell_of(&b, goals, 0, 5), "2,0"); /* 17 in 8,5 months */
    builder_free(&b);
}

static void a_final_goal_grows_from_what_there_was_before_its_first_year(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_goal(&b, "Ti virksomheder", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 10);
    for (int i = 0; i < 6; i++)
        add_enterprise(&b, sv_text(&b.arena, sv_format(&b.arena, "V%d", i)), "virksomhed",
                       i < 3 ? "2020-01-01" : "2024-02-01", "");
    const struct table *goals = table_named(report_on(&b, "2024-1"), "maal");
    assert_string_equal(cell_of(&b, goals, 0, 4), "0,1"); /* 3 in 30 months */
    assert_string_equal(cell_of(&b, goals, 0, 5), "0,2"); /* 4 in 18 months */
    assert_string_equal(cell_of(&b, goals, 0, 6), "–");
    builder_free(&b);
}

static void the_goals_of_the_second_half_are_the_years(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "2024-10-01", 17);
    const struct document *document = report_on(&b, "2024-2");
    const struct table *goals = table_named(document, "maal");
    assert_string_equal(cell_of(&b, goals, 0, 1), "30");
    assert_string_equal(cell_of(&b, goals, 0, 4), "nået");
    assert_non_null(strstr(words_of(&b, document, "halvaaret"), "lige så mange som i 2023."));
    builder_free(&b);
}

static void goals_reached_in_an_earlier_year_are_passed_over_in_words(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_goal(&b, "Prisen", GOAL_MILESTONE, "", "", 0)->reached = day("2023-11-20");
    const struct document *document = report_on(&b, "2024-1");
    assert_int_equal(table_named(document, "maal")->row_count, 2);
    assert_null(strstr(words_of(&b, document, "halvaaret"), "Prisen"));
    assert_int_equal(list_of_first_page(document)->item_count, 3);
    builder_free(&b);
}

static void every_goal_has_its_sentence_also_when_there_are_many(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    for (int i = 0; i < 4; i++)
        add_goal(&b, sv_text(&b.arena, sv_format(&b.arena, "M%d", i)), GOAL_MILESTONE, "", "", 0);
    assert_int_equal(list_of_first_page(report_on(&b, "2024-1"))->item_count, 5);
    builder_free(&b);
}

static void key_figures_stand_beside_the_same_half_of_the_year_before(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    const struct table *cards = table_named(report_on(&b, "2024-1"), "noegletal");
    assert_int_equal(cards->row_count, 6);
    assert_true(sv_is(cards->columns[2].heading, "1. halvår 2023"));
    assert_string_equal(cell_of(&b, cards, 0, 1), "13");
    assert_string_equal(cell_of(&b, cards, 0, 2), "18");
    assert_string_equal(cell_of(&b, cards, 0, 3), "−5");
    builder_free(&b);
}

/* ---- What calls for attention ---- */

static void what_is_behind_is_named_on_the_first_page_and_explained_under_risks(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_effort(&b, "2024-1", "csr", LIGHT_GREEN);
    struct effort_status *effort = add_effort(&b, "2024-1", "fundraising", LIGHT_YELLOW);
    effort->text = sv_of("Der er søgt én fond.");
    effort->not_as_expected = sv_of("Svaret trækker ud.\nFristen er flyttet.");
    add_agreement_light(&b, 2024, 1, LIGHT_RED);
    const struct document *document = report_on(&b, "2024-1");
    assert_non_null(
        strstr(words_of(&b, document, "halvaaret"),
               "Bagud er målet »Mindst 30 job«. Indsatser, der ikke er grønne: fundraising (gul). "
               "Aftaler, der ikke er grønne: SA-01 (rød). Mere om det står under »Risici«."));
    assert_string_equal(
        words_of(&b, document, "risici"),
        "»Mindst 30 job« er bagud: Der mangler 17, og det kræver 2,8 om måneden resten af året.\n"
        "Indsatsen »Fundraising« er meldt gul.\n"
        "Hvordan det går, står under »Indsatser«.\n"
        "Aftalen »SA-01 SA-01« er meldt rød. Få kommer videre.\n"
        "Parterne mødes.\n");
    assert_string_equal(words_of(&b, document, "indsatser"),
                        "Fundraising. Det gik ikke som forventet: Svaret trækker ud.\n"
                        "Fristen er flyttet.\n");
    builder_free(&b);
}

/* The first line of the status stands in the table. */
static void an_efforts_words_are_told_once_and_in_full(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    struct effort_status *effort = add_effort(&b, "2024-1", "csr", LIGHT_RED);
    effort->text = sv_of("Aftalen er stoppet.\n\nEn ny er på vej.\nDen begynder i maj.");
    effort->succeeded = sv_of("To job.");
    effort->not_as_expected = sv_of("Et ophør.");
    effort->odd = sv_of("En hat.");
    effort->unexpected = sv_of("En gave.");
    effort->lesson = sv_of("Spørg først.\nOg igen.");
    effort->correction = sv_of("Møde hver uge.");
    add_effort(&b, "2024-1", "trends", LIGHT_GREEN)->text = sv_of("Et oplæg.");
    const struct document *document = report_on(&b, "2024-1");
    assert_string_equal(cell_of(&b, table_named(document, "indsatser"), 0, 2), "Aftalen er stoppet.");
    assert_string_equal(words_of(&b, document, "indsatser"),
                        "CSR. En ny er på vej.\nDen begynder i maj.\n"
                        "Det lykkedes: To job.\nDet gik ikke som forventet: Et ophør.\n"
                        "Det skæve: En hat.\nDet uventede: En gave.\n"
                        "Det lærte vi: Spørg først.\nOg igen.\nDet retter vi: Møde hver uge.\n");
    assert_string_equal(words_of(&b, document, "risici"), "Indsatsen »CSR« er meldt rød.\n"
                                                          "Hvordan det går, står under »Indsatser«.\n");
    builder_free(&b);
}

static void the_years_status_is_used_where_the_second_half_has_none(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_effort(&b, "2024", "csr", LIGHT_RED)->text = sv_of("Aftalen er stoppet.");
    add_agreement_light(&b, 2024, 0, LIGHT_YELLOW);
    assert_null(table_named(report_on(&b, "2024-1"), "indsatser"));
    const struct document *second = report_on(&b, "2024-2");
    const struct table *efforts = table_named(second, "indsatser");
    assert_string_equal(cell_of(&b, efforts, 0, 1), "rød");
    assert_true(efforts->rows[0].cells[1].has_key);
    assert_string_equal(
        sv_text(&b.arena, figure_key_name(&b.arena, &b.figures, efforts->rows[0].cells[1].key)),
        "indsats.status");
    assert_true(
        sv_is(efforts->notes[efforts->rows[0].note - 1], "Status for hele 2024; for halvåret er der ingen."));
    assert_null(table_named(second, "indsatser_aar"));
    assert_non_null(strstr(words_of(&b, second, "risici"), "Indsatsen »CSR« er meldt rød."));
    assert_non_null(strstr(words_of(&b, second, "risici"), "Aftalen »SA-01 SA-01« er meldt gul."));
    builder_free(&b);
}

static void the_years_status_stands_under_the_year_where_the_half_has_its_own(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_effort(&b, "2024", "csr", LIGHT_RED)->text = sv_of("Året gik skævt.\nMere i årsrapporten.");
    add_effort(&b, "2024-2", "csr", LIGHT_GREEN)->text = sv_of("Efteråret gik godt.");
    add_agreement_light(&b, 2024, 0, LIGHT_RED);
    add_agreement_light(&b, 2024, 2, LIGHT_YELLOW);
    const struct document *second = report_on(&b, "2024-2");
    assert_string_equal(cell_of(&b, table_named(second, "indsatser"), 0, 2), "Efteråret gik godt.");
    const struct table *year = table_named(second, "indsatser_aar");
    assert_string_equal(cell_of(&b, year, 0, 1), "rød");
    assert_string_equal(cell_of(&b, year, 0, 2), "Året gik skævt.");
    assert_true(year->rows[0].cells[1].has_key);
    assert_non_null(strstr(words_of(&b, second, "hele_aaret"), "Aftaler, der ikke er grønne: SA-01 (rød)."));
    builder_free(&b);
}

static void next_years_plan_may_be_told_by_either_row_of_the_year(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_effort(&b, "2024", "csr", LIGHT_GREEN);
    add_effort(&b, "2024-2", "csr", LIGHT_GREEN)->recommendation = sv_of("Færre møder.");
    assert_non_null(strstr(words_of(&b, report_on(&b, "2024-2"), "anbefalinger"), "CSR: Færre møder."));
    builder_free(&b);
}

static const char *title_of(struct builder *b, const struct table *table)
{
    struct buffer plain = buffer_in(&b->arena);
    add_plain(&plain, table->title);
    return sv_text(&b->arena, buffer_view(&plain));
}

static void the_way_through_the_year_is_titled_by_the_year_once_it_is_over(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    assert_string_equal(title_of(&b, table_named(report_on(&b, "2024-1"), "job_gennem_aaret")),
                        "Nye job lagt sammen måned for måned, Slagelse Kommune, 1. halvår 2024");
    assert_string_equal(title_of(&b, table_named(report_on(&b, "2024-2"), "job_gennem_aaret")),
                        "Nye job lagt sammen måned for måned, Slagelse Kommune 2024");
    builder_free(&b);
}

static void a_goal_that_was_missed_is_told_with_its_result(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    const struct document *document = report_on(&b, "2024-2");
    assert_non_null(strstr(words_of(&b, document, "halvaaret"), "Ikke nået er målet »Mindst 30 job«."));
    assert_string_equal(
        words_of(&b, document, "risici"),
        "»Mindst 30 job« blev ikke nået: Resultatet i 2024 var 13, 17 færre end i 2023; målet "
        "er 30.\n");
    builder_free(&b);
}

static void risks_say_what_is_known_when_nothing_is_behind(void **state)
{
    static const struct {
        bool goal;
        bool effort;
        const char *words;
    } cases[] = {
        {true, true, "Ingen mål er bagud, og ingen indsatser er meldt gule eller røde.\n"},
        {true, false, "Ingen mål er bagud.\n"},
        {false, true, "Ingen indsatser er meldt gule eller røde.\n"},
        {false, false, "Der er ingen mål for året, og der er ikke meldt status for indsatserne.\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct builder b;
        builder_init(&b);
        if (cases[i].goal)
            add_goal(&b, "Prisen", GOAL_MILESTONE, "", "", 0);
        if (cases[i].effort)
            add_effort(&b, "2024-1", "csr", LIGHT_GREEN);
        assert_string_equal(words_of(&b, report_on(&b, "2024-1"), "risici"), cases[i].words);
        builder_free(&b);
    }
}

/* ---- The chapters ---- */

static void jobs_are_held_against_the_norms_share_of_the_year(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    assert_non_null(
        strstr(words_of(&b, report_on(&b, "2024-1"), "job"),
               "Fordelt jævnt over året svarer årsnormen på 30 job til 14,9 ved halvårets udgang; "
               "der er skabt 13, der tæller med."));
    assert_non_null(strstr(words_of(&b, report_on(&b, "2024-2"), "job"),
                           "I hele 2024 blev der skabt 13, der tæller med i årsnormen på 30 job."));
    builder_free(&b);
}

static void tables_over_time_have_at_most_six_columns(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    for (int half = 1; half <= 2; half++)
        assert_true(table_named(report_on(&b, half == 1 ? "2024-1" : "2024-2"), "job_type")->column_count <=
                    6);
    builder_free(&b);
}

static void agreements_have_a_light_when_any_was_reported(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "SA-01", "2023-10-01", "2024-02-01", "fleksjob");
    add_ended(&b, "B2", "SA-01", "2023-10-01", "2024-02-01", "stoppet");
    const struct table *without = table_named(report_on(&b, "2024-1"), "aftaler");
    assert_int_equal(without->column_count, 6);
    assert_string_equal(cell_of(&b, without, 0, 5), "50 %");
    add_agreement_light(&b, 2024, 1, LIGHT_GREEN);
    const struct table *with = table_named(report_on(&b, "2024-1"), "aftaler");
    assert_int_equal(with->column_count, 7);
    assert_string_equal(cell_of(&b, with, 0, 1), "grøn");
    assert_string_equal(cell_of(&b, with, 1, 3), "2"); /* ended, all agreements */
    assert_string_equal(cell_of(&b, with, 1, 6), "50 %");
    builder_free(&b);
}

static void only_the_half_that_ends_a_year_tells_of_the_whole_year(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_recommendation(&b, 2024, "stillet")->text = sv_of("At normen fastholdes.");
    const struct document *first = report_on(&b, "2024-1");
    assert_null(section_named(first, "hele_aaret"));
    assert_null(section_named(first, "anbefalinger"));
    const struct document *second = report_on(&b, "2024-2");
    assert_non_null(section_named(second, "anbefalinger"));
    const struct table *cards = table_named(second, "noegletal_aar");
    assert_true(sv_is(cards->columns[1].heading, "2024"));
    assert_true(sv_is(cards->columns[2].heading, "2023"));
    assert_string_equal(cell_of(&b, cards, 0, 1), "13");
    assert_string_equal(cell_of(&b, cards, 0, 2), "30");
    assert_non_null(strstr(words_of(&b, second, "hele_aaret"), "Der blev skabt 13 job i 2024, 17 færre end "
                                                               "i 2023."));
    builder_free(&b);
}

static void the_recommendations_that_end_a_year_are_the_years(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_recommendation(&b, 2024, "stillet")->text = sv_of("At normen fastholdes.");
    add_effort(&b, "2024", "csr", LIGHT_GREEN)->recommendation = sv_of("At CSR får en aftale mere.");
    add_effort(&b, "2024-1", "csr", LIGHT_GREEN)->recommendation = sv_of("At der holdes et møde.");
    assert_string_equal(words_of(&b, report_on(&b, "2024-1"), "anbefalinger"),
                        "CSR: At der holdes et møde.\n");
    const struct document *second = report_on(&b, "2024-2");
    assert_string_equal(words_of(&b, second, "anbefalinger"), "CSR: At CSR får en aftale mere.\n");
    assert_true(sv_is(table_named(second, "anbefalinger")->title,
                      "Anbefalinger til udvalget, Slagelse Kommune 2024"));
    builder_free(&b);
}

static void the_store_is_as_before_when_the_whole_year_is_told(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    report_on(&b, "2024-2");
    assert_true(sv_is(period_name(&b.figures.periods[b.figures.report]), "2024-2"));
    assert_true(sv_is(period_name(&b.figures.periods[b.figures.previous]), "2023-2"));
    builder_free(&b);
}

static void the_whole_year_is_not_told_before_the_half_has_begun(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    b.data.settings.extract_date = day("2024-05-31");
    assert_null(section_named(report_on(&b, "2024-2"), "hele_aaret"));
    builder_free(&b);
}

static void the_first_page_stands_alone_with_and_without_an_introduction(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    const struct document *document = report_on(&b, "2024-1");
    assert_true(document->sections[0].starts_page);
    assert_true(sv_is(document->sections[1].id, "job"));
    assert_true(document->sections[1].starts_page);
    builder_free(&b);
}

static void a_half_year_without_a_strategy_has_no_goals_and_says_so(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    const struct document *document = report_on(&b, "2021-1");
    assert_null(table_named(document, "maal"));
    assert_non_null(strstr(words_of(&b, document, "halvaaret"),
                           "Ingen strategi dækker 2021, så halvåret er opgjort uden mål."));
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_goals_have_pace_need_and_forecast_while_the_year_runs),
        cmocka_unit_test(a_month_that_is_not_over_counts_by_its_days),
        cmocka_unit_test(a_final_goal_grows_from_what_there_was_before_its_first_year),
        cmocka_unit_test(the_goals_of_the_second_half_are_the_years),
        cmocka_unit_test(goals_reached_in_an_earlier_year_are_passed_over_in_words),
        cmocka_unit_test(every_goal_has_its_sentence_also_when_there_are_many),
        cmocka_unit_test(key_figures_stand_beside_the_same_half_of_the_year_before),
        cmocka_unit_test(what_is_behind_is_named_on_the_first_page_and_explained_under_risks),
        cmocka_unit_test(an_efforts_words_are_told_once_and_in_full),
        cmocka_unit_test(the_years_status_is_used_where_the_second_half_has_none),
        cmocka_unit_test(the_years_status_stands_under_the_year_where_the_half_has_its_own),
        cmocka_unit_test(next_years_plan_may_be_told_by_either_row_of_the_year),
        cmocka_unit_test(the_way_through_the_year_is_titled_by_the_year_once_it_is_over),
        cmocka_unit_test(a_goal_that_was_missed_is_told_with_its_result),
        cmocka_unit_test(risks_say_what_is_known_when_nothing_is_behind),
        cmocka_unit_test(jobs_are_held_against_the_norms_share_of_the_year),
        cmocka_unit_test(tables_over_time_have_at_most_six_columns),
        cmocka_unit_test(agreements_have_a_light_when_any_was_reported),
        cmocka_unit_test(only_the_half_that_ends_a_year_tells_of_the_whole_year),
        cmocka_unit_test(the_recommendations_that_end_a_year_are_the_years),
        cmocka_unit_test(the_store_is_as_before_when_the_whole_year_is_told),
        cmocka_unit_test(the_whole_year_is_not_told_before_the_half_has_begun),
        cmocka_unit_test(the_first_page_stands_alone_with_and_without_an_introduction),
        cmocka_unit_test(a_half_year_without_a_strategy_has_no_goals_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

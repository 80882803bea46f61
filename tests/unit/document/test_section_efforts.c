#include "document_fixture.h"

#include "effort_texts.h"

static struct effort_status efforts[FIXTURE_ROWS];
static struct application grants[FIXTURE_ROWS];

static uint16_t effort_of(struct fixture *f, const char *code)
{
    return code_of(&f->data.codes, CODES_EFFORT, code);
}

/* A row of indsatser.csv, and its figure when it is of the report's period. */
static struct effort_status *put_effort(struct fixture *f, int year, const char *code, enum light light,
                                        const char *text)
{
    const size_t at = f->data.tables[TABLE_EFFORT_STATUSES].count;
    efforts[at] = (struct effort_status){.period = period_number(year, 0),
                                         .effort = effort_of(f, code),
                                         .light = (uint16_t)light,
                                         .text = sv_of(text)};
    put_rows(f, TABLE_EFFORT_STATUSES, efforts, at + 1);
    if (year == 2024)
        put_code(f, FIGURE_EFFORT_STATUS, THIS_YEAR, code, light);
    return &efforts[at];
}

static const struct table *first_table(const struct section *section)
{
    for (size_t i = 0; i < section->block_count; i++)
        if (section->blocks[i].kind == BLOCK_TABLE)
            return section->blocks[i].as.table;
    return NULL;
}

/* The texts of all paragraphs and headings, a line each. */
static const char *words_of(struct fixture *f)
{
    struct buffer buffer = buffer_in(&f->arena);
    for (size_t i = 0; i < f->section->block_count; i++) {
        const struct block *block = &f->section->blocks[i];
        if (block->kind == BLOCK_HEADING)
            buffer_format(&buffer, "# %.*s\n", SV_ARG(block->as.heading.text));
        if (block->kind == BLOCK_PARAGRAPH)
            buffer_format(&buffer, "%s\n", plain_blanks(f, paragraph_text(&f->arena, &block->as.paragraph)));
        for (size_t n = 0; block->kind == BLOCK_LIST && n < block->as.list.item_count; n++)
            buffer_format(&buffer, "- %s\n",
                          plain_blanks(f, paragraph_text(&f->arena, &block->as.list.items[n])));
    }
    return sv_text(&f->arena, buffer_view(&buffer));
}

static void the_overview_has_a_light_and_the_first_line_of_each_effort(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effort(&f, 2024, "fundraising", LIGHT_YELLOW, "Færre bevillinger.\nTo store afslag.");
    put_effort(&f, 2024, "csr", LIGHT_GREEN, "En ny aftale.");
    fixture_ready(&f);
    add_effort_statuses(&f.context, f.section, "indsatser", "Indsatser");
    const struct table *table = first_table(f.section);
    assert_non_null(table);
    assert_int_equal(table->row_count, 2);
    assert_string_equal(cell_words(&f, &table->rows[0].cells[0]), "CSR");
    assert_string_equal(cell_words(&f, &table->rows[0].cells[1]), "grøn");
    assert_true(table->rows[0].cells[1].has_key);
    assert_string_equal(cell_words(&f, &table->rows[1].cells[0]), "Fundraising");
    assert_string_equal(cell_words(&f, &table->rows[1].cells[1]), "gul");
    assert_string_equal(cell_words(&f, &table->rows[1].cells[2]), "Færre bevillinger.");
    fixture_close(&f);
}

/* The store of a yearly report has no figure of its second half's statuses. */
static void the_second_halfs_status_is_used_where_the_year_has_none(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effort(&f, 2022, "csr", LIGHT_YELLOW, "Få nye aftaler.\nFlere er på vej.")->period =
        period_number(2024, 2);
    fixture_ready(&f);
    section_efforts(&f.context, f.section);
    const struct table *table = first_table(f.section);
    assert_string_equal(cell_words(&f, &table->rows[0].cells[1]), "gul");
    assert_false(table->rows[0].cells[1].has_key);
    assert_true(sv_is(table->notes[table->rows[0].note - 1],
                      "Status for andet halvår 2024; for hele året er der ingen."));
    assert_non_null(strstr(words_of(&f), "Status: gul.\nFå nye aftaler.\nFlere er på vej.\n"));
    fixture_close(&f);
}

static void an_effort_that_had_a_status_earlier_in_the_strategy_is_missed(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effort(&f, 2023, "trends", LIGHT_GREEN, "Et oplæg.");
    put_effort(&f, 2020, "boligomraader", LIGHT_GREEN, "I en anden strategi.");
    put_effort(&f, 2024, "csr", LIGHT_GREEN, "En ny aftale.");
    fixture_ready(&f);
    add_effort_statuses(&f.context, f.section, "indsatser", "Indsatser");
    const struct table *table = first_table(f.section);
    assert_int_equal(table->row_count, 2);
    assert_string_equal(cell_words(&f, &table->rows[1].cells[0]), "Trends");
    assert_string_equal(cell_words(&f, &table->rows[1].cells[1]), "uden status");
    fixture_close(&f);
}

static void a_period_without_statuses_has_no_overview_and_no_chapter(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effort(&f, 2023, "trends", LIGHT_GREEN, "Et oplæg.");
    fixture_ready(&f);
    add_effort_statuses(&f.context, f.section, "indsatser", "Indsatser");
    section_efforts(&f.context, f.section);
    assert_int_equal(f.section->block_count, 0);
    fixture_close(&f);
}

static void each_effort_has_its_heading_status_and_paragraphs(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effort(&f, 2024, "trends", LIGHT_RED, "Første afsnit.\n\nAndet afsnit.");
    fixture_ready(&f);
    section_efforts(&f.context, f.section);
    assert_string_equal(words_of(&f), "# Trends\nStatus: rød.\nFørste afsnit.\nAndet afsnit.\n");
    fixture_close(&f);
}

static void an_effort_with_figures_stands_without_a_status(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    grants[0] = (struct application){.donor = sv_of("Fonden"),
                                     .project = sv_of("Værksted"),
                                     .submitted = day_from_date(2024, 3, 1),
                                     .decided = DAY_NONE,
                                     .sought = 50000 * DECIMAL_ONE,
                                     .granted = DECIMAL_NONE,
                                     .model = 0};
    put_rows(&f, TABLE_APPLICATIONS, grants, 1);
    put(&f, FIGURE_APPLICATIONS_SENT, THIS_YEAR, 1);
    put(&f, FIGURE_APPLICATIONS_SOUGHT, THIS_YEAR, 50000);
    fixture_ready(&f);
    section_efforts(&f.context, f.section);
    assert_string_equal(words_of(&f),
                        "# Fundraising\nDer blev indsendt 1 ansøgning på 50.000 kr. i 2024. Ingen "
                        "ansøgninger blev afgjort i 2024.\n");
    const struct block *last = &f.section->blocks[f.section->block_count - 1];
    assert_int_equal(last->kind, BLOCK_TABLE);
    assert_string_equal(cell_words(&f, &last->as.table->rows[0].cells[5]), "ikke afgjort");
    fixture_close(&f);
}

static void nothing_is_said_of_a_period_that_had_not_begun(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    grants[0] = (struct application){.submitted = day_from_date(2022, 3, 1), .decided = DAY_NONE};
    put_rows(&f, TABLE_APPLICATIONS, grants, 1);
    fixture_ready(&f);
    fixture_make_preliminary(&f, 6, 30);
    f.figures.judged_at = day_from_date(2023, 12, 31);
    section_efforts(&f.context, f.section);
    section_value_creation(&f.context, f.section);
    assert_int_equal(f.section->block_count, 0);
    fixture_close(&f);
}

static void applications_are_listed_by_day_with_what_was_known_at_the_end_of_the_period(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const day_number days[][2] = {{day_from_date(2024, 9, 1), day_from_date(2025, 1, 9)},
                                  {day_from_date(2024, 3, 1), day_from_date(2024, 5, 1)},
                                  {day_from_date(2023, 9, 1), day_from_date(2024, 2, 1)},
                                  {day_from_date(2023, 1, 1), day_from_date(2023, 2, 1)}};
    for (size_t i = 0; i < 4; i++)
        grants[i] = (struct application){.donor = sv_of("Fonden"),
                                         .project = sv_of("Værksted"),
                                         .submitted = days[i][0],
                                         .decided = days[i][1],
                                         .sought = 50000 * DECIMAL_ONE,
                                         .granted = i == 1 ? 0 : 20000 * DECIMAL_ONE};
    put_rows(&f, TABLE_APPLICATIONS, grants, 4);
    fixture_ready(&f);
    section_efforts(&f.context, f.section);
    const struct table *table = f.section->blocks[f.section->block_count - 1].as.table;
    assert_int_equal(table->row_count, 3);
    assert_string_equal(cell_words(&f, &table->rows[0].cells[2]), "01-09-2023");
    assert_string_equal(cell_words(&f, &table->rows[0].cells[5]), "bevilget");
    assert_string_equal(cell_words(&f, &table->rows[1].cells[5]), "afslag");
    assert_string_equal(cell_words(&f, &table->rows[1].cells[4]), "0");
    assert_string_equal(cell_words(&f, &table->rows[2].cells[5]), "ikke afgjort");
    assert_string_equal(cell_words(&f, &table->rows[2].cells[4]), "–");
    fixture_close(&f);
}

/* ---- What was learnt ---- */

static void texts_of_efforts_stand_under_their_topic_with_the_efforts_name(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_effort(&f, 2024, "csr", LIGHT_GREEN, "En ny aftale.")->succeeded =
        sv_of("Aftalen kom i brug.\nHurtigt.");
    put_effort(&f, 2024, "trends", LIGHT_GREEN, "Et oplæg.")->odd = sv_of("Fire deler én bogholder.");
    put_effort(&f, 2023, "trends", LIGHT_GREEN, "Et oplæg.")->odd = sv_of("Fra året før.");
    fixture_ready(&f);
    section_learning(&f.context, f.section);
    assert_string_equal(words_of(&f),
                        "# Det lykkedes\nCSR: Aftalen kom i brug.\nHurtigt.\n# Det skæve\nTrends: Fire "
                        "deler én bogholder.\n");
    fixture_close(&f);
}

static void a_goal_that_was_not_reached_is_told_even_without_texts(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_goal(&f, "Prisen", GOAL_MILESTONE, "", "");
    put_of_goal(&f, FIGURE_GOAL_STATUS, 0, ratio_whole(GOAL_NOT_REACHED));
    put_goal(&f, "Netværket", GOAL_MILESTONE, "", "");
    put_of_goal(&f, FIGURE_GOAL_STATUS, 1, ratio_whole(GOAL_ON_TRACK));
    fixture_ready(&f);
    section_learning(&f.context, f.section);
    const char *words = words_of(&f);
    assert_non_null(strstr(words, "# Det gik ikke som forventet\n- "));
    assert_non_null(strstr(words, "Prisen"));
    assert_null(strstr(words, "Netværket"));
    assert_null(strstr(words, "Det lykkedes"));
    fixture_close(&f);
}

static void a_goal_that_was_reached_in_an_earlier_year_is_no_news(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_goal(&f, "Prisen", GOAL_MILESTONE, "", "")->reached = day_from_date(2023, 11, 20);
    put_of_goal(&f, FIGURE_GOAL_STATUS, 0, ratio_whole(GOAL_REACHED_EARLY));
    put_of_goal(&f, FIGURE_GOAL_DATE, 0, ratio_whole(day_from_date(2023, 11, 20)));
    put_goal(&f, "Netværket", GOAL_MILESTONE, "", "")->reached = day_from_date(2024, 1, 1);
    put_of_goal(&f, FIGURE_GOAL_STATUS, 1, ratio_whole(GOAL_REACHED_EARLY));
    put_of_goal(&f, FIGURE_GOAL_DATE, 1, ratio_whole(day_from_date(2024, 1, 1)));
    fixture_ready(&f);
    section_learning(&f.context, f.section);
    const char *words = words_of(&f);
    assert_non_null(strstr(words, "# Det lykkedes\n- Målet »Netværket«"));
    assert_null(strstr(words, "Prisen"));
    fixture_close(&f);
}

static void a_year_without_goals_and_texts_has_no_chapter_on_learning(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    section_learning(&f.context, f.section);
    assert_int_equal(f.section->block_count, 0);
    fixture_close(&f);
}

/* ---- Recommendations ---- */

static void recommendations_of_the_year_stand_before_those_of_the_year_before(void **state)
{
    (void)state;
    struct fixture f;
    struct recommendation rows[] = {
        {.year = 2024, .number = 2, .text = sv_of("At B."), .effort = CODE_NONE},
        {.year = 2023, .number = 1, .text = sv_of("At C."), .effort = CODE_NONE, .follow_up = sv_of("Sket.")},
        {.year = 2024, .number = 1, .text = sv_of("At A."), .effort = 0},
    };
    fixture_open(&f);
    put_rows(&f, TABLE_RECOMMENDATIONS, rows, 3);
    put_code(&f, FIGURE_RECOMMENDATIONS_BEFORE, THIS_YEAR, "stillet", 1);
    put_effort(&f, 2024, "csr", LIGHT_GREEN, "x")->recommendation = sv_of("Flere aftaler i 2025.");
    fixture_ready(&f);
    section_recommendations(&f.context, f.section);
    assert_string_equal(words_of(&f),
                        "# Anbefalingerne\n# Tilretning af næste års plan\nCSR: Flere aftaler i 2025.\n# "
                        "Hvad blev der af anbefalingerne fra 2023?\nDen ene anbefaling fra 2023 er "
                        "stillet.\n");
    const struct table *table = first_table(f.section);
    assert_string_equal(cell_words(&f, &table->rows[0].cells[1]), "At A.");
    assert_string_equal(cell_words(&f, &table->rows[0].cells[2]), "CSR");
    assert_string_equal(cell_words(&f, &table->rows[1].cells[1]), "At B.");
    assert_string_equal(cell_words(&f, &table->rows[1].cells[2]), "tværgående");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_overview_has_a_light_and_the_first_line_of_each_effort),
        cmocka_unit_test(the_second_halfs_status_is_used_where_the_year_has_none),
        cmocka_unit_test(an_effort_that_had_a_status_earlier_in_the_strategy_is_missed),
        cmocka_unit_test(a_period_without_statuses_has_no_overview_and_no_chapter),
        cmocka_unit_test(each_effort_has_its_heading_status_and_paragraphs),
        cmocka_unit_test(an_effort_with_figures_stands_without_a_status),
        cmocka_unit_test(nothing_is_said_of_a_period_that_had_not_begun),
        cmocka_unit_test(applications_are_listed_by_day_with_what_was_known_at_the_end_of_the_period),
        cmocka_unit_test(texts_of_efforts_stand_under_their_topic_with_the_efforts_name),
        cmocka_unit_test(a_goal_that_was_not_reached_is_told_even_without_texts),
        cmocka_unit_test(a_goal_that_was_reached_in_an_earlier_year_is_no_news),
        cmocka_unit_test(a_year_without_goals_and_texts_has_no_chapter_on_learning),
        cmocka_unit_test(recommendations_of_the_year_stand_before_those_of_the_year_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

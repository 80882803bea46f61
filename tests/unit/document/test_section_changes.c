#include "changes_fixture.h"
#include "corrections_book.h"

static void the_first_version_has_no_such_section(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    compare(&f);
    f.request.correction = NULL;
    section_changes(&f.context, f.section);
    assert_int_equal(f.section->block_count, 0);
    fixture_close(&f);
}

static void the_lead_names_the_version_before_and_the_reason(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.request.reason = sv_of("Et job manglede.");
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "Dette er version 2, der træder i stedet for version 1 fra 12. januar 2025. "
                      "Begrundelse: Et job manglede.\n");
    assert_says(text, "Ingen rækker i data er ændret. Ingen nøgletal har flyttet sig; alle ");
    fixture_close(&f);
}

static void rows_are_counted_by_file(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    add_ended(&f.after, "B4", "A1", "2024-02-01", "2024-06-30", "andet");
    ((struct job *)f.after.data.tables[TABLE_JOBS].data)[0].hours = 12 * DECIMAL_ONE;
    compare(&f);
    assert_says(told(&f),
                "I data er 3 rækker ændret: i forloeb.csv er 1 tilføjet; i job.csv er 1 tilføjet og 1 "
                "rettet. ");
    fixture_close(&f);
}

static void more_files_than_a_sentence_can_hold_are_counted(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    add_ended(&f.after, "B4", "A1", "2024-02-01", "2024-06-30", "andet");
    add_follow_up(&f.after, 0, "2024-03-01", true, "");
    add_agreement(&f.after, "A2", "2024-01-01", "");
    add_enterprise(&f.after, "V2", "virksomhed", "2024-01-01", "");
    add_goal(&f.after, "ny", GOAL_YEARLY, "job.nye", "", 1);
    add_effort(&f.after, "2024", "boligomraader", LIGHT_GREEN);
    add_recommendation(&f.after, 2024, "stillet");
    add_application(&f.after, "Fonden", "2024-01-01", "", 100, -1);
    add_trial(&f.after, "2024-01-01", "", "i_gang");
    compare(&f);
    assert_says(told(&f), "; og flere i 2 filer. ");
    fixture_close(&f);
}

static void a_goal_that_turned_is_told_with_its_result(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    assert_says(told(&f),
                "Målet »Mindst 3 job om året« er vendt fra ikke nået til nået: resultatet gik fra 2 "
                "til 3, og måltallet er 3.\n");
    fixture_close(&f);
}

static void a_goal_turns_by_its_target_too(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    ((struct goal *)f.after.data.tables[TABLE_GOALS].data)[0].target = 2 * DECIMAL_ONE;
    compare(&f);
    assert_says(told(&f), "til nået: måltallet gik fra 3 til 2.\n");
    fixture_close(&f);
}

static void goals_come_and_go(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_goal(&f.after, "ny", GOAL_YEARLY, "job.nye", "", 1)->name = sv_of("Ét job");
    add_goal(&f.before, "gammel", GOAL_YEARLY, "job.nye", "", 1)->name = sv_of("Et gammelt mål");
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "Målet »Ét job« er kommet til: nået.\n");
    assert_says(text, "Målet »Et gammelt mål« er faldet bort.\n");
    fixture_close(&f);
}

static const struct table *table_named(struct fixture *f, const char *id)
{
    const struct table *table = document_table(f->context.document, sv_of(id));
    assert_non_null(table);
    return table;
}

static void goals_stand_first_then_the_figures_of_page_one(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    assert_says(told(&f), "Målet »Mindst 3 job om året« | 2 | 3 | +1 | 50 % | række 1\n"
                          "Nye job | 2 | 3 | +1 | 50 % | række 1\n");
    assert_says(text_of(&f, f.section), "Årsværk i nye job | 0,5 | 0,8 | +0,3 | 50 % | række 1\n");
    fixture_close(&f);
}

static void divisions_stand_where_no_figure_for_all_has_moved(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    ((struct job *)f.after.data.tables[TABLE_JOBS].data)[1].target_group =
        code_in(&f.after, CODES_TARGET_GROUP, "stu");
    f.after.data.settings.public_limit = 1;
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "Nye job (Unge) | 2 | 1 | −1 | −50 % | række 1\n");
    fixture_close(&f);
}

static void a_division_that_few_citizens_have_moved_stands_in_the_workbook_alone(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    struct course *ended = &((struct course *)f.after.data.tables[TABLE_COURSES].data)[0];
    struct course *ended_before = &((struct course *)f.before.data.tables[TABLE_COURSES].data)[0];
    ended->outcome = ended_before->outcome = code_in(&f.after, CODES_OUTCOME, "stoppet");
    ended_before->dropout_reason = code_in(&f.before, CODES_DROPOUT_REASON, "helbred");
    ended->dropout_reason = code_in(&f.after, CODES_DROPOUT_REASON, "misbrug");
    compare(&f);
    const char *text = told(&f);
    assert_not_said(text, "Misbrug");
    assert_says(text,
                "De tal, der har flyttet sig, er fordelinger, som få rækker om borgere har flyttet. De vises "
                "ikke i rapporten; se rettelser-2024.xlsx.");
    assert_not_said(text, "Tabellen viser de vigtigste");
    struct document *book =
        corrections_book_compose(&f.request, &f.after.figures, &f.after.diag, &f.after.arena);
    assert_says(text_of(&f, &book->sections[0]),
                "Stoppet, efter årsag (Misbrug) | 0 | 1 | +1 |  | række 1\n");
    fixture_close(&f);
}

static void only_what_stands_now_has_a_key(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    told(&f);
    const struct table *table = table_named(&f, "flyttede");
    assert_false(table->rows[1].cells[1].has_key);
    assert_true(table->rows[1].cells[2].has_key);
    assert_int_equal(table->rows[1].cells[2].key.figure, FIGURE_JOBS_NEW);
    assert_int_equal(table->rows[1].cells[3].derivation.kind, DERIVED_DIFFERENCE);
    fixture_close(&f);
}

static void a_row_that_is_added_does_not_show_whom_it_is_about(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "1 | job.csv | 4 | tilføjet | hele rækken |  | se rettelser | 24 tal\n"
                      "Oplysninger om den enkelte borger og fritekst vises ikke i rapporten; se "
                      "rettelser-2024.xlsx.\n");
    assert_not_said(text, "B3");
    assert_not_said(text, "16-12-2024");
    assert_not_said(text, "Småjob");
    fixture_close(&f);
}

static void a_cell_about_a_person_says_only_that_it_was_changed(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    ((struct job *)f.after.data.tables[TABLE_JOBS].data)[1].participant = participant(&f.after, "B77");
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "| borger_id | se rettelser | se rettelser | intet\n"
                      "Oplysninger om den enkelte borger og fritekst vises ikke i rapporten; se "
                      "rettelser-2024.xlsx.\n");
    assert_not_said(text, "B77");
    fixture_close(&f);
}

static void a_course_is_told_by_its_line_and_the_columns_that_changed(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_ended(&f.after, "B8", "A1", "2024-04-11", "2024-08-12", "stoppet");
    ((struct course *)f.after.data.tables[TABLE_COURSES].data)[0].end = day("2024-07-31");
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "1 | forloeb.csv | 2 | rettet | slut | se rettelser | se rettelser | ");
    assert_says(text, "2 | forloeb.csv | 3 | tilføjet | hele rækken |  | se rettelser | ");
    assert_not_said(text, "Stoppet");
    assert_not_said(text, "31-07-2024");
    assert_not_said(text, "11-04-2024");
    fixture_close(&f);
}

static void days_and_hours_of_a_changed_job_are_shown_but_not_its_target_group(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    struct job *job = &((struct job *)f.after.data.tables[TABLE_JOBS].data)[1];
    job->hours = 7 * DECIMAL_ONE;
    job->target_group++;
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "| timer | ");
    assert_says(text, " | 7,0 | 64 tal\n");
    assert_says(text, "| maalgruppe | se rettelser | se rettelser | 64 tal\n");
    fixture_close(&f);
}

static void many_rows_are_told_by_their_number(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    for (int i = 0; i < 40; i++)
        add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "Nye job | 2 | 42 | +40 | 2.000 % | række 1, 2, 3, 4 og 36 til\n");
    assert_says(text, "Og 25 rækker til; se rettelser-2024.xlsx.\n");
    assert_int_equal(table_named(&f, "rettederaekker")->row_count, 15);
    fixture_close(&f);
}

static void a_goal_that_turned_in_both_periods_of_a_half_year_is_told_once(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.period = "2024-2";
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    f.request.kind = REPORT_HALF_YEAR;
    const char *first = strstr(told(&f), "er vendt fra");
    assert_non_null(first);
    assert_not_said(first + 1, "er vendt fra");
    fixture_close(&f);
}

static void a_difference_that_the_printed_values_do_not_come_to_has_a_note(void **state)
{
    static const char note[] = "Ændringerne er regnet på de tal, der endnu ikke er afrundet.\n";
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    assert_says(told(&f), note); /* 0,3 of 0,5 is not 50 % */
    fixture_close(&f);
    fixture_open(&f);
    add_ended(&f.after, "B8", "A1", "2024-04-11", "2024-08-12", "stoppet");
    compare(&f);
    assert_says(told(&f), "Afsluttede forløb | 1 | 2 | +1 | 100 % | række 1\n");
    assert_not_said(text_of(&f, f.section), "Ændringerne er regnet");
    fixture_close(&f);
}

static void rows_behind_a_goal_are_shown_before_others(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    for (int i = 0; i < 20; i++)
        add_job(&f.after, "B9", "V1", "smaajob", "2019-12-16", "2019-12-17");
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    assert_says(told(&f), "15 | job.csv | 24 | tilføjet");
    fixture_close(&f);
}

static void sentences_of_page_one_that_changed_are_set_side_by_side(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    assert_says(told(&f), "Årsnormen på 3 job blev ikke nået: Der blev skabt 2 job i 2024");
    const struct table *table = table_named(&f, "rettedesaetninger");
    assert_int_equal(table->row_count, 1);
    assert_true(
        sv_starts_with(table->rows[0].cells[1].text, sv_of("Årsnormen på 3\u00A0job blev nået den 16.")));
    fixture_close(&f);
}

static void a_changed_method_is_marked_and_shows_what_was_printed(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    count_both(&f);
    struct printed_figures *printed = print_before(&f);
    printed_row(printed, "job.nye")->value = sv_of("5");
    f.asked.before = (struct counted_run){&f.before.data, &f.before.figures};
    f.asked.printed = printed;
    f.correction.after.program = sv_of("1.1");
    find_changes(&f);
    const char *text = told(&f);
    assert_says(text, "Nye job | 5 | 2 | −3 | −60 % | programmet\nBeregningen er ændret: ");
    assert_says(text,
                "Programmet tæller 1 nøgletal anderledes end før, selv om data er de samme (version 1.0 "
                "før, 1.1 nu).");
    fixture_close(&f);
}

static void without_the_earlier_rows_what_was_printed_is_compared_and_it_is_said(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    count_both(&f);
    f.asked.printed = print_before(&f);
    f.correction.rows_lost = "Dens data er ikke gemt i mappen .tilstand";
    find_changes(&f);
    const char *text = told(&f);
    assert_says(text, "Rækkerne bag version 1 kan ikke vises: Dens data er ikke gemt i mappen .tilstand. "
                      "Tallene kan derfor sammenlignes, men ikke føres "
                      "tilbage til rækker. ");
    assert_says(text, "er vendt fra ikke nået til nået: resultatet gik fra 2 til 3");
    assert_says(text, "Nye job | 2 | 3 | +1 | 50 %\n");
    fixture_close(&f);
}

/* What stands for words, and days, are read back from the file too. */
static void printed_lights_days_and_means_are_read_back(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_effort(&f.after, "2024", "boligomraader", LIGHT_RED);
    add_effort(&f.before, "2024", "boligomraader", LIGHT_GREEN);
    add_job(&f.before, "B3", "V1", "smaajob", "2024-12-16", "");
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-18", "");
    count_both(&f);
    f.asked.printed = print_before(&f);
    find_changes(&f);
    for (size_t i = 0; i < f.correction.changes->figure_count; i++) {
        const struct told_change change =
            told_change(&f.correction, &f.correction.changes->figures[i], &f.after.arena);
        if (change.key.figure == FIGURE_EFFORT_STATUS)
            assert_int_equal(change.before.value.num, LIGHT_GREEN);
        if (change.key.figure == FIGURE_GOAL_DATE)
            assert_int_equal(change.before.value.num, day("2024-12-16"));
    }
    assert_int_equal(value_of_printed(sv_of("blå"), FORMAT_LIGHT).den, 0);
    assert_int_equal(value_of_printed(sv_of("blå"), FORMAT_STATUS).den, 0);
    assert_int_equal(value_of_printed(sv_of("31-02-2024"), FORMAT_DATE).den, 0);
    assert_int_equal(value_of_printed(sv_of("en"), FORMAT_COUNT).den, 0);
    assert_int_equal(value_of_printed(sv_of("9999999999999"), FORMAT_COUNT).den, 0);
    fixture_close(&f);
}

static void figures_of_the_year_before_are_named_with_it(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2023-12-16", "2023-12-17");
    compare(&f);
    assert_says(told(&f), "Nye job, 2023 | 0 | 1 | +1 |  | række 1\n");
    fixture_close(&f);
}

static void an_evaluation_is_about_the_courses_of_the_year_before(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.request.kind = REPORT_EVALUATION;
    add_ended(&f.after, "B4", "A1", "2023-02-01", "2023-06-30", "andet");
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "Startede forløb, 2023 | 0 | 1 | +1 |  | række 1\n");
    assert_null(document_table(f.context.document, sv_of("rettedesaetninger")));
    fixture_close(&f);
}

static void a_figure_that_is_gone_has_its_old_name(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    count_both(&f);
    struct printed_figures *printed = print_before(&f);
    printed->rows = arena_grow(&f.before.arena, printed->rows, printed->count, &(size_t){printed->count},
                               sizeof *printed->rows);
    printed->rows[printed->count++] =
        (struct printed_figure){.name = SV("zzz.gammel"), .period = SV("2024"), .value = SV("7")};
    f.asked.printed = printed;
    find_changes(&f);
    assert_int_equal(f.correction.changes->figure_count, 1);
    const struct told_change change =
        told_change(&f.correction, &f.correction.changes->figures[0], &f.after.arena);
    assert_null(change.figures);
    assert_true(sv_is(change.name, "zzz.gammel"));
    assert_says(told(&f), "De tal, der har flyttet sig, er ikke blandt dem, rapporten viser");
    fixture_close(&f);
}

static void without_anything_earlier_nothing_is_compared(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    compare(&f);
    f.correction.changes = NULL;
    f.correction.rows_lost = "Dens data er ikke gemt i mappen .tilstand";
    assert_says(told(&f), "Tallene i version 1 er der ikke mere eller kan ikke læses, så det kan ikke vises, "
                          "hvad der er ændret. Dens data er ikke gemt i mappen .tilstand.");
    fixture_close(&f);
}

static void options_and_settings_that_changed_are_told_in_words(void **state)
{
    static const struct told_option before[] = {{SV("udelad-fejl"), SV("nej")}, {SV("skaering"), SV("")}};
    static const struct told_option after[] = {{SV("udelad-fejl"), SV("ja")}, {SV("skaering"), SV("")}};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.correction.before.options = before;
    f.correction.after.options = after;
    f.correction.before.option_count = f.correction.after.option_count = 2;
    f.before.data.settings.extract_date = day("2025-01-12");
    f.after.data.settings.extract_date = day("2025-02-16");
    f.asked.options_differ = true;
    compare(&f);
    assert_says(told(&f),
                "Rapporten er dannet med andre valg: udelad-fejl var nej og er nu ja. Desuden er "
                "filen rapport.ini ændret: Data er trukket den 16. februar 2025; før var det den 12. "
                "januar 2025.");
    fixture_close(&f);
}

static void a_figure_that_no_row_moves_may_come_from_lists_and_settings(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    struct changes changes = *f.correction.changes;
    for (size_t i = 0; i < changes.figure_count; i++) {
        changes.figures[i].row_count = 0;
        changes.figures[i].causes = CAUSE_CODES | CAUSE_SETTINGS;
    }
    f.correction.changes = &changes;
    assert_says(told(&f), "Nye job | 2 | 3 | +1 | 50 % | kan skyldes kodelisterne, rapport.ini\n");
    fixture_close(&f);
}

static struct stated_setting setting(const char *name, const char *value, uint32_t line)
{
    return (struct stated_setting){sv_of(name), sv_of(value), line};
}

/* Settings that differ, as the two files state them. */
static void state_settings(struct fixture *f, struct stated_setting *before, size_t before_count,
                           struct stated_setting *after, size_t after_count)
{
    f->before.data.settings.stated = before;
    f->before.data.settings.stated_count = before_count;
    f->after.data.settings.stated = after;
    f->after.data.settings.stated_count = after_count;
}

static void settings_that_changed_are_told_with_their_lines(void **state)
{
    struct stated_setting before[] = {setting("strategi.fra", "2022", 9),
                                      setting("effekt.opgoerelsesdato", "x", 20),
                                      setting("rapport.titel", "T", 12)};
    struct stated_setting after[] = {setting("strategi.fra", "2021", 9), setting("udvalg.periode", "2024", 5),
                                     setting("rapport.titel", "U", 13)};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    state_settings(&f, before, 3, after, 3);
    compare(&f);
    assert_says(
        told(&f),
        "Indstillingerne i rapport.ini er ændret: strategi.fra var 2022 og er nu 2021 (linje 9); "
        "udvalg.periode er kommet til: 2024 (linje 5); rapport.titel var T og er nu U (linje 12, nu 13); "
        "effekt.opgoerelsesdato var x og er faldet bort (før linje 20).");
    fixture_close(&f);
}

static void another_extract_is_told_in_words_and_other_settings_after_it(void **state)
{
    struct stated_setting before[] = {setting("data.udtraeksdato", "12-01-2025", 30)};
    struct stated_setting after[] = {setting("data.udtraeksdato", "16-02-2025", 30),
                                     setting("strategi.fra", "2021", 9)};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.before.data.settings.extract_date = day("2025-01-12");
    f.after.data.settings.extract_date = day("2025-02-16");
    state_settings(&f, before, 1, after, 2);
    compare(&f);
    assert_says(told(&f),
                "før var det den 12. januar 2025. Også andre indstillinger i rapport.ini er ændret: "
                "strategi.fra er kommet til: 2021 (linje 9).");
    fixture_close(&f);
}

/* The present list of outcomes; codes differ where a test makes them. */
static struct code_list *outcomes(struct fixture *f)
{
    return code_list_named(&f->after.data.codes, sv_of("udfald"));
}

static void many_settings_that_changed_are_counted(void **state)
{
    struct stated_setting after[9];
    struct fixture f;
    (void)state;
    fixture_open(&f);
    for (size_t i = 0; i < 9; i++)
        after[i] = setting(sv_text(&f.after.arena, sv_format(&f.after.arena, "udvalg.%zu.navn", i)), "U", 3);
    state_settings(&f, NULL, 0, after, 9);
    outcomes(&f)->codes[0].name = sv_of("Nyt");
    compare(&f);
    assert_says(told(&f), "Kodelisterne i koder.csv er ændret 1 sted; se rettelser-2024.xlsx. Desuden er "
                          "indstillingerne i rapport.ini ændret 9 steder; se rettelser-2024.xlsx.");
    fixture_close(&f);
}

static void a_code_that_changed_is_told_and_named_as_what_may_have_moved_a_figure(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    struct code *code = &outcomes(&f)->codes[code_of(&f.after.data.codes, CODES_OUTCOME, "fleksjob")];
    code->positive = false;
    code->line = 18;
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "Kodelisterne i koder.csv er ændret: for koden fleksjob i udfald var positiv ja og "
                      "er nu nej (linje 18).");
    assert_says(text, "Afsluttet med positivt udfald | 1 | 0 | −1 | −100 % | kan skyldes koden fleksjob\n");
    fixture_close(&f);
}

static void codes_that_came_and_went_are_told(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    code_list_named(&f.before.data.codes, sv_of("trin"))->codes[0].line = 4;
    struct code *step = &code_list_named(&f.after.data.codes, sv_of("trin"))->codes[0];
    step->code = sv_of("nyt");
    step->line = 4;
    code_list_named(&f.after.data.codes, sv_of("aarsag"))->codes[0].group = sv_of("Samlet");
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "koden nyt i trin er kommet til (linje 4); koden ");
    assert_says(text, " i trin er faldet bort (før linje 4); for koden ");
    assert_says(text, " i aarsag var gruppe tom og er nu Samlet.");
    fixture_close(&f);
}

static void years_that_only_one_version_counts_are_not_among_what_moved_most(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    struct settings *settings = &f.after.data.settings;
    struct strategy *strategy = arena_alloc(&f.after.arena, sizeof *strategy);
    *strategy = *settings_strategy(settings, 2024);
    strategy->from_year--;
    settings->strategies = strategy;
    settings->strategy_count = 1;
    compare(&f);
    assert_true(f.correction.changes->figure_count > 0);
    const char *text = told(&f);
    assert_says(text, "De tal, der har flyttet sig, hører til 2020, som kun den ene version har talt med; se "
                      "rettelser-2024.xlsx.");
    fixture_close(&f);
}

static void what_counts_nothing_otherwise_is_told_too(void **state)
{
    static const struct told_option before = {SV("--dato"), SV("")};
    static const struct told_option after = {SV("--dato"), SV("01-03-2025")};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.correction.before.options = &before;
    f.correction.after.options = &after;
    f.correction.before.option_count = f.correction.after.option_count = 1;
    f.correction.after.program = sv_of("1.1");
    compare(&f);
    struct changes changes = *f.correction.changes;
    changes.unexplained = 1;
    f.correction.changes = &changes;
    assert_says(
        told(&f),
        "Programmet er version 1.1; før var det version 1.0. Det tæller data som før. Rapporten er "
        "dannet med andre valg: --dato var ikke givet og er nu 01-03-2025. 1 nøgletal har flyttet sig, "
        "uden at det kan føres tilbage");
    fixture_close(&f);
}

static void files_without_rows_that_changed_are_named(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    count_both(&f);
    data_set_add_file(&f.before.data, sv_of("rapport.ini"))->sha256[0] = 1;
    data_set_add_file(&f.after.data, sv_of("rapport.ini"))->sha256[0] = 2;
    data_set_add_file(&f.before.data, sv_of("logo.png"));
    data_set_add_file(&f.after.data, sv_of("logo.png"));
    data_set_add_file(&f.before.data, sv_of("koder.csv"))->sha256[0] = 3;
    data_set_add_file(&f.after.data, sv_of("koder.csv"))->sha256[0] = 4;
    data_set_add_file(&f.after.data, sv_of("tekster/indledning.md"))->sha256[0] = 5;
    data_set_add_file(&f.before.data, sv_of("tekster/metode.md"))->sha256[0] = 6;
    data_set_add_file(&f.before.data, sv_of("svar.csv"))->sha256[0] = 7;
    data_set_add_file(&f.after.data, sv_of("svar-2024.csv"))->sha256[0] = 7;
    f.asked.before = (struct counted_run){&f.before.data, &f.before.figures};
    find_changes(&f);
    assert_says(
        told(&f),
        "Disse filer er ændret: rapport.ini og koder.csv. Filen tekster/indledning.md er kommet til. Filen "
        "tekster/metode.md er der ikke mere. Filen svar.csv hedder nu svar-2024.csv.");
    fixture_close(&f);
}

/* Files of the earlier data and the present, which are not the same bytes. */
static void make_files_differ(struct fixture *f, const char *name)
{
    struct builder *const both[] = {&f->before, &f->after};
    for (size_t i = 0; i < 2; i++)
        for (size_t file = 0; file < both[i]->data.file_count; file++)
            if (sv_is(both[i]->data.files[file].name, name))
                both[i]->data.files[file].sha256[0] = (unsigned char)(i + 1);
}

static void the_same_rows_in_another_order_are_told_as_that(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    struct job *jobs_after = f.after.data.tables[TABLE_JOBS].data;
    const struct job first = jobs_after[0];
    jobs_after[0] = jobs_after[1];
    jobs_after[1] = first;
    count_both(&f);
    make_files_differ(&f, "job.csv");
    f.asked.before = (struct counted_run){&f.before.data, &f.before.figures};
    find_changes(&f);
    const char *text = told(&f);
    assert_says(text, "Ingen rækker i data er ændret. Ingen nøgletal har flyttet sig");
    assert_says(text, "I filen job.csv står de samme rækker i en anden rækkefølge.");
    assert_not_said(text, "skrevet på en anden måde");
    fixture_close(&f);
}

static void a_file_that_is_written_otherwise_has_the_same_rows(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    count_both(&f);
    make_files_differ(&f, "job.csv");
    make_files_differ(&f, "maal.csv");
    f.asked.before = (struct counted_run){&f.before.data, &f.before.figures};
    find_changes(&f);
    assert_says(told(&f), "Disse filer er skrevet på en anden måde, men de rækker, der tæller, er de samme: "
                          "job.csv og maal.csv.");
    fixture_close(&f);
}

static struct input_file *file_named(struct data_set *data, const char *name)
{
    for (size_t i = 0; i < data->file_count; i++)
        if (sv_is(data->files[i].name, name))
            return &data->files[i];
    fail_msg("no file %s", name);
    return NULL;
}

/* Which columns of a table a file has: all but two. */
static struct file_column *columns_without(struct fixture *f, enum table_id table, size_t one, size_t other)
{
    const size_t count = table_schema(table)->column_count;
    struct file_column *columns = arena_array(&f->after.arena, count, sizeof *columns);
    for (size_t i = 0; i < count; i++)
        columns[i].position = i == one || i == other ? 0 : (uint16_t)(i + 1);
    return columns;
}

static void a_column_that_is_gone_is_told_of_its_file(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    count_both(&f);
    struct input_file *before = file_named(&f.before.data, "job.csv");
    struct input_file *after = file_named(&f.after.data, "job.csv");
    before->columns = columns_without(&f, TABLE_JOBS, 3, 3);
    after->columns = columns_without(&f, TABLE_JOBS, 4, 5);
    f.asked.before = (struct counted_run){&f.before.data, &f.before.figures};
    find_changes(&f);
    const struct column *columns = table_schema(TABLE_JOBS)->columns;
    assert_says(told(&f),
                sv_text(&f.after.arena,
                        sv_format(&f.after.arena,
                                  "Kolonnerne %s og %s er faldet bort i job.csv. Kolonnen %s er kommet til i "
                                  "job.csv. Ingen nøgletal",
                                  columns[4].name, columns[5].name, columns[3].name)));
    fixture_close(&f);
}

static void another_encoding_and_another_separator_are_told(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    count_both(&f);
    make_files_differ(&f, "job.csv");
    for (size_t i = 0; i < f.after.data.file_count; i++) {
        f.after.data.files[i].encoding = ENCODING_WINDOWS_1252;
        f.after.data.files[i].separator = ',';
    }
    f.asked.before = (struct counted_run){&f.before.data, &f.before.figures};
    find_changes(&f);
    assert_says(told(&f),
                "Filen job.csv er skrevet på en anden måde, men de rækker, der tæller, er de samme. Den har "
                "et andet tegnsæt. Den har et andet skilletegn.");
    fixture_close(&f);
}

static void a_file_with_changed_rows_is_told_by_its_rows_alone(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "fleksjob", "2024-12-16", "");
    count_both(&f);
    make_files_differ(&f, "job.csv");
    f.asked.before = (struct counted_run){&f.before.data, &f.before.figures};
    find_changes(&f);
    const char *text = told(&f);
    assert_says(text, "i job.csv er 1 tilføjet");
    assert_not_said(text, "Filen job.csv");
    fixture_close(&f);
}

/* The present job of job.csv goes to line 2 of a new file, and the two runs are compared. */
static void compare_after_moving(struct fixture *f, struct job *job)
{
    job->source.file = (uint16_t)f->after.data.file_count;
    job->source.line = 2;
    struct input_file *more = data_set_add_file(&f->after.data, sv_of("job-2.csv"));
    more->is_table = true;
    more->sha256[0] = 9;
    make_files_differ(f, "job.csv");
    f->asked.before = (struct counted_run){&f->before.data, &f->before.figures};
    find_changes(f);
}

static void rows_that_went_to_another_file_are_told_as_that(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    count_both(&f);
    compare_after_moving(&f, &((struct job *)f.after.data.tables[TABLE_JOBS].data)[1]);
    assert_says(told(&f), "Filen job-2.csv er kommet til. Rækker er flyttet mellem job.csv og andre filer.");
    fixture_close(&f);
}

static void a_changed_row_that_went_to_another_file_stands_at_both_places(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    count_both(&f);
    struct job *moved = &((struct job *)f.after.data.tables[TABLE_JOBS].data)[1];
    moved->hours = 12 * DECIMAL_ONE;
    compare_after_moving(&f, moved);
    const char *text = told(&f);
    assert_says(text, "| job.csv, nu job-2.csv | 3, nu 2 | rettet | timer | ");
    assert_says(text, "Filen job-2.csv er kommet til. Rækker er flyttet mellem job.csv og andre filer.");
    fixture_close(&f);
}

static void changed_numbers_stand_as_the_files_have_them(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    ((struct job *)f.before.data.tables[TABLE_JOBS].data)[0].hours = 10 * DECIMAL_ONE;
    ((struct job *)f.after.data.tables[TABLE_JOBS].data)[0].hours = 10 * DECIMAL_ONE + DECIMAL_ONE / 25;
    ((struct goal *)f.after.data.tables[TABLE_GOALS].data)[0].target = 30 * DECIMAL_ONE;
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "| timer | 10,0 | 10,04 | ");
    assert_says(text, " | 3 | 30 | ");
    fixture_close(&f);
}

static void codes_that_are_called_the_same_are_told_apart(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_agreement(&f.before, "A2", "2020-01-01", "");
    add_agreement(&f.after, "A2", "2020-01-01", "");
    struct agreement *agreement = &((struct agreement *)f.after.data.tables[TABLE_AGREEMENTS].data)[1];
    const struct code_list *types = code_list(&f.after.data.codes, CODES_AGREEMENT_TYPE);
    agreement->type = agreement->type ? 0 : 1;
    types->codes[0].name = types->codes[1].name = sv_of("Ens");
    ((struct code *)code_list(&f.before.data.codes, CODES_AGREEMENT_TYPE)->codes)[!agreement->type].name =
        sv_of("Ens");
    compare(&f);
    const struct cell_change *cell = &f.correction.changes->rows[0].cells[0];
    assert_says(told(&f), sv_text(&f.after.arena, sv_format(&f.after.arena, " | %.*s | %.*s | ",
                                                            SV_ARG(cell->before), SV_ARG(cell->after))));
    fixture_close(&f);
}

static void a_new_version_of_the_same_says_why(void **state)
{
    static const struct touched_file touched[] = {{SV("noegletal-2024.csv"), "mangler"},
                                                  {SV("aarsrapport-2024.pdf"), "er ændret"}};
    static const struct {
        enum made_again why;
        const char *said;
        const char *reason;
    } cases[] = {
        {AGAIN_FOR_FILES,
         "Version 2 er lavet, fordi version 1 ikke er, som den blev skrevet: noegletal-2024.csv "
         "mangler og aarsrapport-2024.pdf er ændret.",
         ""},
        {AGAIN_FOR_LOST, "Versionen imellem kan ikke læses; derfor er rapporten lavet igen.", ""},
        {AGAIN_FOR_REASON, "Rapporten er lavet igen for begrundelsens skyld.", "Udvalget bad om det."},
        {AGAIN_FOR_REASON, "Version 1 havde en begrundelse; det har denne ikke.", ""},
        {AGAIN_UNKNOWN, "Det vides ikke, hvorfor der er kommet en ny version; se listen over fund.", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        fixture_open(&f);
        f.correction.before.date = f.correction.after.date;
        f.correction.made_again = cases[i].why;
        f.request.reason = sv_of(cases[i].reason);
        f.correction.touched = touched;
        f.correction.touched_count = 2;
        compare(&f);
        const char *text = told(&f);
        assert_says(text, "Data, valg og program er de samme som i version 1. ");
        assert_says(text, cases[i].said);
        assert_not_said(text, "dateret");
        fixture_close(&f);
    }
}

static void another_date_alone_is_told(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    compare(&f);
    assert_says(told(&f), "Rapporten er dateret den 16. februar 2025; før var det den 12. januar 2025.");
    fixture_close(&f);
}

static void a_figure_that_cannot_be_explained_is_admitted(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    compare(&f);
    struct changes changes = *f.correction.changes;
    changes.unexplained = 1;
    f.correction.changes = &changes;
    assert_says(told(&f), "1 nøgletal har flyttet sig, uden at det kan føres tilbage");
    fixture_close(&f);
}

static void the_half_yearly_report_has_the_short_form(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    f.request.kind = REPORT_HALF_YEAR;
    const char *text = told(&f);
    assert_says(text, "Nye job | 2 | 3 | +1 | 50 % | 1 række\n");
    assert_null(document_table(f.context.document, sv_of("rettederaekker")));
    assert_null(document_table(f.context.document, sv_of("rettedesaetninger")));
    fixture_close(&f);
}

static void a_small_difference_of_shares_is_shown_with_a_decimal(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    for (int i = 0; i < 1000; i++) {
        add_follow_up(&f.before, 0, "2024-03-01", i < 500, "");
        add_follow_up(&f.after, 0, "2024-03-01", i < 501, "");
    }
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "Andel opfølgningsmøder holdt | 50,0 % | 50,1 % | +0,1 procentpoint |");
    assert_says(text, "Holdte opfølgningsmøder | 500 | 501 | +1 | 0,2 % |");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_version_has_no_such_section),
        cmocka_unit_test(the_lead_names_the_version_before_and_the_reason),
        cmocka_unit_test(rows_are_counted_by_file),
        cmocka_unit_test(more_files_than_a_sentence_can_hold_are_counted),
        cmocka_unit_test(a_goal_that_turned_is_told_with_its_result),
        cmocka_unit_test(a_goal_turns_by_its_target_too),
        cmocka_unit_test(goals_come_and_go),
        cmocka_unit_test(goals_stand_first_then_the_figures_of_page_one),
        cmocka_unit_test(divisions_stand_where_no_figure_for_all_has_moved),
        cmocka_unit_test(a_division_that_few_citizens_have_moved_stands_in_the_workbook_alone),
        cmocka_unit_test(only_what_stands_now_has_a_key),
        cmocka_unit_test(a_row_that_is_added_does_not_show_whom_it_is_about),
        cmocka_unit_test(a_cell_about_a_person_says_only_that_it_was_changed),
        cmocka_unit_test(a_course_is_told_by_its_line_and_the_columns_that_changed),
        cmocka_unit_test(days_and_hours_of_a_changed_job_are_shown_but_not_its_target_group),
        cmocka_unit_test(many_rows_are_told_by_their_number),
        cmocka_unit_test(a_goal_that_turned_in_both_periods_of_a_half_year_is_told_once),
        cmocka_unit_test(a_difference_that_the_printed_values_do_not_come_to_has_a_note),
        cmocka_unit_test(rows_behind_a_goal_are_shown_before_others),
        cmocka_unit_test(sentences_of_page_one_that_changed_are_set_side_by_side),
        cmocka_unit_test(a_changed_method_is_marked_and_shows_what_was_printed),
        cmocka_unit_test(without_the_earlier_rows_what_was_printed_is_compared_and_it_is_said),
        cmocka_unit_test(printed_lights_days_and_means_are_read_back),
        cmocka_unit_test(figures_of_the_year_before_are_named_with_it),
        cmocka_unit_test(an_evaluation_is_about_the_courses_of_the_year_before),
        cmocka_unit_test(a_figure_that_is_gone_has_its_old_name),
        cmocka_unit_test(without_anything_earlier_nothing_is_compared),
        cmocka_unit_test(options_and_settings_that_changed_are_told_in_words),
        cmocka_unit_test(a_figure_that_no_row_moves_may_come_from_lists_and_settings),
        cmocka_unit_test(settings_that_changed_are_told_with_their_lines),
        cmocka_unit_test(another_extract_is_told_in_words_and_other_settings_after_it),
        cmocka_unit_test(many_settings_that_changed_are_counted),
        cmocka_unit_test(a_code_that_changed_is_told_and_named_as_what_may_have_moved_a_figure),
        cmocka_unit_test(codes_that_came_and_went_are_told),
        cmocka_unit_test(years_that_only_one_version_counts_are_not_among_what_moved_most),
        cmocka_unit_test(what_counts_nothing_otherwise_is_told_too),
        cmocka_unit_test(files_without_rows_that_changed_are_named),
        cmocka_unit_test(the_same_rows_in_another_order_are_told_as_that),
        cmocka_unit_test(a_file_that_is_written_otherwise_has_the_same_rows),
        cmocka_unit_test(a_column_that_is_gone_is_told_of_its_file),
        cmocka_unit_test(another_encoding_and_another_separator_are_told),
        cmocka_unit_test(a_file_with_changed_rows_is_told_by_its_rows_alone),
        cmocka_unit_test(rows_that_went_to_another_file_are_told_as_that),
        cmocka_unit_test(a_changed_row_that_went_to_another_file_stands_at_both_places),
        cmocka_unit_test(changed_numbers_stand_as_the_files_have_them),
        cmocka_unit_test(codes_that_are_called_the_same_are_told_apart),
        cmocka_unit_test(a_new_version_of_the_same_says_why),
        cmocka_unit_test(another_date_alone_is_told),
        cmocka_unit_test(a_figure_that_cannot_be_explained_is_admitted),
        cmocka_unit_test(the_half_yearly_report_has_the_short_form),
        cmocka_unit_test(a_small_difference_of_shares_is_shown_with_a_decimal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

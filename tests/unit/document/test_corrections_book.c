#include "changes_fixture.h"

#include "comparison_document.h"
#include "corrections_book.h"

static struct document *book_of(struct fixture *f)
{
    return corrections_book_compose(&f->request, &f->after.figures, &f->after.diag, &f->after.arena);
}

static const struct section *section_named(const struct document *document, const char *id)
{
    for (size_t i = 0; i < document->section_count; i++)
        if (sv_is(document->sections[i].id, id))
            return &document->sections[i];
    return NULL;
}

static const char *sheet(struct fixture *f, const struct document *book, const char *id)
{
    const struct section *section = section_named(book, id);
    assert_non_null(section);
    return text_of(f, section);
}

static void add_the_missing_job(struct fixture *f)
{
    add_job(&f->after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(f);
}

static void every_sheet_is_there_in_its_order(void **state)
{
    static const char *const ids[] = {"aendringer", "noegletal",  "raekker",  "raekkerprnoegletal",
                                      "maal",       "saetninger", "uaendret", "koersel"};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    const struct document *book = book_of(&f);
    assert_int_equal(book->use, DOCUMENT_WORKING);
    assert_int_equal(book->section_count, sizeof ids / sizeof *ids);
    for (size_t i = 0; i < book->section_count; i++)
        assert_true(sv_is(book->sections[i].id, ids[i]));
    fixture_close(&f);
}

static void every_division_that_moved_has_a_line(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    const struct document *book = book_of(&f);
    assert_int_equal(document_table(book, sv_of("noegletal"))->row_count, f.correction.changes->figure_count);
    assert_says(sheet(&f, book, "noegletal"),
                "job.nye | Nye job | 2024 |  |  | Småjob | 1 | 2 | +1 | 100 % | antal |  | 1 | \n");
    fixture_close(&f);
}

/* The line of a table whose first cell's link leads to it. */
static const struct table_row *led_to(const struct document *book, struct sv link)
{
    struct sv rest = sv_slice(link, 1, link.size);
    struct sv id;
    assert_true(sv_split(&rest, ':', &id));
    const struct table *table = document_table(book, id);
    const long line = strtol(rest.data, NULL, 10);
    assert_non_null(table);
    assert_true(line >= 1 && (size_t)line <= table->row_count);
    return &table->rows[line - 1];
}

static void figures_and_rows_lead_to_each_other(void **state)
{
    enum { FIGURE_ROWS = 12, LINK_FIGURE = 0, LINK_ROW = 5, ROW_FIGURES = 10 };
    struct fixture f;
    (void)state;
    fixture_open(&f);
    ((struct job *)f.after.data.tables[TABLE_JOBS].data)[0].hours = 12 * DECIMAL_ONE;
    add_the_missing_job(&f);
    const struct document *book = book_of(&f);
    const struct table *figures = document_table(book, sv_of("noegletal"));
    for (size_t i = 0; i < figures->row_count; i++) {
        const struct table_row *figure = &figures->rows[i];
        const struct table_row *link = led_to(book, figure->cells[FIGURE_ROWS].link);
        assert_ptr_equal(led_to(book, link->cells[LINK_FIGURE].link), figure);
        const struct table_row *row = led_to(book, link->cells[LINK_ROW].link);
        assert_int_equal(row->cells[0].value.num, strtol(link->cells[LINK_ROW].text.data, NULL, 10));
        led_to(book, row->cells[ROW_FIGURES].link);
    }
    fixture_close(&f);
}

static void a_row_says_what_it_adds_in_each_version(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    ((struct job *)f.after.data.tables[TABLE_JOBS].data)[0].hours = 12500000;
    compare(&f);
    assert_says(sheet(&f, book_of(&f), "raekkerprnoegletal"),
                "Timer pr. uge i nye job | 2024 |  |  |  | 1 | job.csv | 2 | job.csv | 2 | 10,0 | 12,5\n");
    fixture_close(&f);
}

static void what_contributions_do_not_add_up_to_is_said(void **state)
{
    static const char both_empty[] = "Er begge bidrag tomme, er nøgletallet regnet ud af rækkerne tilsammen";
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    const char *text = sheet(&f, book_of(&f), "raekkerprnoegletal");
    assert_says(text, "Lagt sammen giver bidragene ikke altid ændringen: ");
    assert_not_said(text, both_empty);
    fixture_close(&f);
    fixture_open(&f);
    ((struct goal *)f.after.data.tables[TABLE_GOALS].data)[0].target = 2 * DECIMAL_ONE;
    compare(&f);
    assert_says(sheet(&f, book_of(&f), "raekkerprnoegletal"), both_empty);
    fixture_close(&f);
}

static void rows_name_persons_for_the_units_own_use(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    assert_says(sheet(&f, book_of(&f), "raekker"),
                "1 |  |  | job.csv | 4 | tilføjet | J2 | hele rækken |  | J2; B3; V1; Småjob; ");
    fixture_close(&f);
}

static void more_rows_than_there_is_room_for_have_links_for_every_figure(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    for (int i = 0; i < 3000; i++)
        add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    compare(&f);
    const struct document *book = book_of(&f);
    const struct table *links = document_table(book, sv_of("raekkerprnoegletal"));
    assert_in_range(links->row_count, f.correction.changes->figure_count, 20000);
    assert_says(sheet(&f, book, "raekkerprnoegletal"), "Der er kun plads til de første ");
    const struct table *figures = document_table(book, sv_of("noegletal"));
    for (size_t i = 0; i < figures->row_count; i++)
        led_to(book, figures->rows[i].cells[12].link);
    fixture_close(&f);
}

static void goals_stand_as_they_were_and_as_they_are(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    assert_says(sheet(&f, book_of(&f), "maal"),
                "Mindst 3 job om året | ikke nået | nået | ja | 2 | 3 | 3 | 3\n");
    fixture_close(&f);
}

static void what_is_unchanged_adds_up(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    const struct table *table = document_table(book_of(&f), sv_of("uaendret"));
    const struct table_row *total = &table->rows[table->row_count - 1];
    assert_int_equal(total->kind, ROW_TOTAL);
    assert_int_equal(total->cells[1].value.num + total->cells[2].value.num, f.after.figures.count);
    assert_int_equal(total->cells[1].value.num, f.correction.changes->unchanged);
    fixture_close(&f);
}

static void figures_that_fell_away_are_among_those_that_moved(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_goal(&f.before, "gone", GOAL_YEARLY, "job.timer", "", 3)->name = sv_of("Mindst 3 timer");
    compare(&f);
    const struct table *table = document_table(book_of(&f), sv_of("uaendret"));
    const struct table_row *total = &table->rows[table->row_count - 1];
    assert_true(f.correction.changes->figure_count > 0);
    assert_int_equal(total->cells[1].value.num, f.correction.changes->unchanged);
    assert_int_equal(total->cells[2].value.num, f.correction.changes->figure_count);
    fixture_close(&f);
}

static void without_the_earlier_rows_nothing_is_denied(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    count_both(&f);
    f.asked.printed = print_before(&f);
    find_changes(&f);
    const struct document *book = book_of(&f);
    assert_says(sheet(&f, book, "saetninger"), "kan ikke læses, så sætningerne kan ikke sammenlignes.");
    assert_says(sheet(&f, book, "raekkerprnoegletal"),
                "kan ikke læses, så nøgletal kan ikke føres tilbage til rækker.");
    fixture_close(&f);
}

static void the_inputs_have_their_checksums_before_and_after(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.after, "B3", "V1", "smaajob", "2024-12-16", "");
    count_both(&f);
    f.after.data.files[0].sha256[0] = 0xAB;
    data_set_add_file(&f.after.data, sv_of("logo.png"));
    data_set_add_file(&f.before.data, sv_of("koder.csv"));
    f.asked.before = (struct counted_run){&f.before.data, &f.before.figures};
    find_changes(&f);
    const char *text = sheet(&f, book_of(&f), "koersel");
    assert_says(text, "forloeb.csv | 0 | 0 | ja | 0000");
    assert_says(text, " | ab00");
    assert_says(text, "job.csv | 0 | 0 | nej | ");
    assert_says(text, "logo.png |  |  | kommet til | ");
    assert_says(text, "koder.csv |  |  | faldet bort | ");
    assert_says(text, "Programmets version | 1.0 | 1.0 | nej\n");
    fixture_close(&f);
}

/* ---- Revisions ---- */

/* Older versions that said that there were so many new jobs. */
static void put_older(struct fixture *f, const char *const *jobs, size_t count)
{
    struct older_version *older = arena_array(&f->after.arena, count, sizeof *older);
    for (size_t i = 0; i < count; i++) {
        struct printed_figures *printed = print_before(f);
        printed_row(printed, "job.nye")->value = sv_of(jobs[i]);
        older[i] = (struct older_version){.number = (unsigned)i + 1, .figures = *printed};
    }
    f->correction.older = older;
    f->correction.older_count = count;
    f->request.version = (unsigned)count + 1;
}

static void settings_and_codes_that_differ_have_a_line_each(void **state)
{
    struct stated_setting before = {SV("strategi.fra"), SV("2022"), 9};
    struct stated_setting after = {SV("strategi.fra"), SV("2021"), 10};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.before.data.settings.stated = &before;
    f.after.data.settings.stated = &after;
    f.before.data.settings.stated_count = f.after.data.settings.stated_count = 1;
    struct code_list *list = code_list_named(&f.after.data.codes, sv_of("udfald"));
    list->codes[code_of(&f.after.data.codes, CODES_OUTCOME, "fleksjob")].positive = false;
    list->codes[list->count - 1].code = sv_of("nyt");
    compare(&f);
    const char *text = sheet(&f, book_of(&f), "koersel");
    assert_says(text, "rapport.ini | 9 | 10 | rettet |  | strategi.fra |  | 2022 | 2021\n");
    assert_says(text, "koder.csv |  |  | rettet | udfald | fleksjob | positiv | ja | nej\n");
    assert_says(text, "koder.csv |  |  | tilføjet | udfald | nyt | hele rækken |  | navn ");
    fixture_close(&f);
}

static void a_revision_is_the_later_version_less_the_earlier(void **state)
{
    static const char *const jobs[] = {"2", "7", "4"};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    put_older(&f, jobs, 3);
    const struct document *book = book_of(&f);
    const struct table *table = document_table(book, sv_of("revisioner"));
    assert_non_null(table);
    assert_true(sv_is(table->columns[1].heading, "Version 1"));
    assert_true(sv_is(table->columns[4].heading, "Version 4"));
    /* +5, −3 and −1: their mean is a third, the mean of their sizes three. */
    assert_says(sheet(&f, book, "revisioner"), "Nye job | 2 | 7 | 4 | 3 | +0,3 | 3,0\n");
    assert_says(sheet(&f, book, "revisioner"), "Afsluttede forløb | 1 | 1 | 1 | 1 | 0,0 | 0,0\n");
    fixture_close(&f);
}

static void sizes_of_revisions_have_no_sign(void **state)
{
    static const char *const jobs[] = {"2", "7"};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_ended(&f.after, "B8", "A1", "2024-04-11", "2024-08-12", "stoppet");
    compare(&f);
    put_older(&f, jobs, 2);
    assert_says(sheet(&f, book_of(&f), "revisioner"),
                "Effekt | 100 % | 100 % | 50 % | −25,0 procentpoint | 25,0\n");
    fixture_close(&f);
}

static void a_version_that_lacks_the_figure_is_passed_over(void **state)
{
    static const char *const jobs[] = {"1", "", "2"};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    put_older(&f, jobs, 3);
    assert_says(sheet(&f, book_of(&f), "revisioner"), "Nye job | 1 | – | 2 | 3 | +1,0 | 1,0\n");
    fixture_close(&f);
}

static void the_section_shows_revisions_of_several_versions_when_there_is_room(void **state)
{
    static const char *const jobs[] = {"2", "7"};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    put_older(&f, jobs, 2);
    const char *text = told(&f);
    assert_says(text, "Nye job | 2 | 7 | 3 | +0,5 | 4,5\n");
    assert_not_said(text, "Afsluttede forløb | 1");
    fixture_close(&f);
}

static void with_one_older_version_the_change_itself_is_enough(void **state)
{
    static const char *const jobs[] = {"2"};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    put_older(&f, jobs, 1);
    told(&f);
    assert_null(document_table(f.context.document, sv_of("revisioner")));
    assert_non_null(document_table(book_of(&f), sv_of("revisioner")));
    fixture_close(&f);
}

static void a_version_that_cannot_be_used_is_named_under_the_table(void **state)
{
    static const char *const jobs[] = {"2"};
    static const struct version_left_out left_out[] = {
        {2, SV("Filen noegletal-2024.csv mangler i dens mappe")},
        {1, SV("Dens koersel.json kan ikke læses")},
    };
    const char *note =
        "Version 1 er ikke med: Dens koersel.json kan ikke læses. Version 2 er ikke med: Filen "
        "noegletal-2024.csv mangler i dens mappe.";
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    f.correction.left_out = left_out;
    f.correction.left_out_count = 2;
    put_older(&f, jobs, 1);
    assert_says(told(&f), note);
    assert_says(sheet(&f, book_of(&f), "revisioner"), note);
    fixture_close(&f);
}

static void without_room_for_the_table_the_section_says_it_in_words(void **state)
{
    static const struct version_left_out left_out[] = {{1, SV("Dens koersel.json kan ikke læses")}};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    f.correction.left_out = left_out;
    f.correction.left_out_count = 1;
    f.request.kind = REPORT_HALF_YEAR;
    assert_says(told(&f),
                "Tallene version for version står i rettelser-2024.xlsx. Version 1 er ikke med: Dens");
    fixture_close(&f);
}

static void without_any_older_version_the_sheet_still_says_why(void **state)
{
    static const struct version_left_out left_out[] = {
        {1, SV("Filen noegletal-2024.csv mangler i dens mappe")}};
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_the_missing_job(&f);
    assert_null(document_table(book_of(&f), sv_of("revisioner")));
    f.correction.left_out = left_out;
    f.correction.left_out_count = 1;
    const struct document *book = book_of(&f);
    assert_int_equal(document_table(book, sv_of("revisioner"))->column_count, 4);
    assert_says(sheet(&f, book, "revisioner"), "Version 1 er ikke med: Filen noegletal");
    fixture_close(&f);
}

/* ---- On the terminal ---- */

static void two_folders_are_compared_with_everything_in_sight(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.correction.before = (struct told_version){.name = SV("januar"), .date = DAY_NONE};
    f.correction.after = (struct told_version){.name = SV("februar"), .date = DAY_NONE};
    f.request.version = 0;
    add_the_missing_job(&f);
    const struct document *document =
        comparison_compose(&f.request, &f.after.figures, sv_of("s.xlsx"), &f.after.diag, &f.after.arena);
    const char *text = text_of(&f, &document->sections[0]);
    assert_says(text, "Mappen »januar« er holdt op mod mappen »februar«.\n");
    assert_says(text, "J2; B3; V1; Småjob; ");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sheet_is_there_in_its_order),
        cmocka_unit_test(every_division_that_moved_has_a_line),
        cmocka_unit_test(figures_and_rows_lead_to_each_other),
        cmocka_unit_test(a_row_says_what_it_adds_in_each_version),
        cmocka_unit_test(what_contributions_do_not_add_up_to_is_said),
        cmocka_unit_test(rows_name_persons_for_the_units_own_use),
        cmocka_unit_test(more_rows_than_there_is_room_for_have_links_for_every_figure),
        cmocka_unit_test(goals_stand_as_they_were_and_as_they_are),
        cmocka_unit_test(what_is_unchanged_adds_up),
        cmocka_unit_test(figures_that_fell_away_are_among_those_that_moved),
        cmocka_unit_test(without_the_earlier_rows_nothing_is_denied),
        cmocka_unit_test(sizes_of_revisions_have_no_sign),
        cmocka_unit_test(the_inputs_have_their_checksums_before_and_after),
        cmocka_unit_test(settings_and_codes_that_differ_have_a_line_each),
        cmocka_unit_test(a_revision_is_the_later_version_less_the_earlier),
        cmocka_unit_test(a_version_that_lacks_the_figure_is_passed_over),
        cmocka_unit_test(the_section_shows_revisions_of_several_versions_when_there_is_room),
        cmocka_unit_test(with_one_older_version_the_change_itself_is_enough),
        cmocka_unit_test(a_version_that_cannot_be_used_is_named_under_the_table),
        cmocka_unit_test(without_room_for_the_table_the_section_says_it_in_words),
        cmocka_unit_test(without_any_older_version_the_sheet_still_says_why),
        cmocka_unit_test(two_folders_are_compared_with_everything_in_sight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "../figures/data_builder.h"

#include "build.h"
#include "period_words.h"
#include "sections.h"
#include "series.h"

/* A report on nothing: only its period and the extract's day matter. */
struct report {
    struct builder b;
    struct section_context context;
};

static void open_report(struct report *r, const char *period, const char *extract)
{
    builder_init(&r->b);
    r->b.data.settings.extract_date = day(extract);
    count(&r->b, period);
    r->context = (struct section_context){
        .document = document_create(&r->b.arena, &r->b.figures),
        .figures = &r->b.figures,
        .data = &r->b.data,
        .diag = &r->b.diag,
    };
    r->context.document->cover.municipality = sv_of("Slagelse Kommune");
}

static void close_report(struct report *r)
{
    builder_free(&r->b);
}

static void assert_words(struct sv words, const char *expected)
{
    char plain[160];
    size_t size = 0;
    for (size_t i = 0; i < words.size && size + 1 < sizeof plain; i++) {
        const bool no_break = words.data[i] == '\xC2' && words.data[i + 1] == '\xA0';
        plain[size++] = no_break ? ' ' : words.data[i];
        i += no_break;
    }
    plain[size] = 0;
    assert_string_equal(plain, expected);
}

static void each_period_has_its_words(void **state)
{
    static const struct {
        const char *period;
        const char *extract;
        const char *span;
        const char *during;
        const char *at_end;
    } cases[] = {
        {"2024", "", "2024", "i 2024", "ved årets udgang"},
        {"2024-1", "", "1. halvår 2024", "i første halvår 2024", "ved halvårets udgang"},
        {"2024-2", "", "2. halvår 2024", "i andet halvår 2024", "ved årets udgang"},
        {"2024-1", "2024-06-30", "1. halvår 2024", "i første halvår 2024", "ved halvårets udgang"},
        {"2024", "2024-06-30", "1. januar til 30. juni 2024", "i 2024 til og med 30. juni",
         "pr. 30. juni 2024"},
        {"2024-1", "2024-03-31", "1. januar til 31. marts 2024", "i første halvår 2024 til og med 31. marts",
         "pr. 31. marts 2024"},
        {"2024-2", "2024-09-30", "1. juli til 30. september 2024",
         "i andet halvår 2024 til og med 30. september", "pr. 30. september 2024"},
        {"2024", "2023-11-30", "2024", "i 2024", "ved årets begyndelse"},
        {"2024-2", "2024-05-31", "2. halvår 2024", "i andet halvår 2024", "ved halvårets begyndelse"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report r;
        open_report(&r, cases[i].period, cases[i].extract);
        const uint16_t report = r.b.figures.report;
        assert_words(period_span(&r.context, report), cases[i].span);
        assert_words(period_during(&r.context, report), cases[i].during);
        assert_words(period_at_end(&r.context, report), cases[i].at_end);
        close_report(&r);
    }
}

static void a_whole_year_before_the_extract_is_not_cut(void **state)
{
    struct report r;
    (void)state;
    open_report(&r, "2024-2", "2024-09-30");
    const uint16_t before = period_index(&r.b.figures, 2023, 0);
    const uint16_t year = period_index(&r.b.figures, 2024, 0);
    assert_false(period_is_cut(&r.b.figures, before));
    assert_true(period_is_cut(&r.b.figures, year));
    assert_words(period_during(&r.context, before), "i 2023");
    assert_words(period_during(&r.context, year), "i 2024 til og med 30. september");
    assert_int_equal(period_index(&r.b.figures, 2030, 0), UINT16_MAX);
    close_report(&r);
}

static void what_is_compared_with_is_named_by_its_end(void **state)
{
    static const struct {
        int half;
        enum said_when when;
        const char *words;
    } cases[] = {
        {0, SAID_DURING, "i 2023"},
        {0, SAID_AT_END, "ved udgangen af 2023"},
        {1, SAID_DURING, "i første halvår 2023"},
        {1, SAID_AT_END, "ved udgangen af første halvår 2023"},
        {2, SAID_DURING, "i andet halvår 2023"},
        {2, SAID_AT_END, "ved udgangen af 2023"},
    };
    struct arena arena;
    (void)state;
    arena_init(&arena, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct period period = period_of(2023, cases[i].half);
        assert_words(period_compared(&arena, &period, cases[i].when), cases[i].words);
    }
    arena_free(&arena);
}

static void a_title_sets_off_all_but_years_with_a_comma(void **state)
{
    static const struct {
        const char *period;
        const char *extract;
        const char *title;
        const char *over_years;
    } cases[] = {
        {"2024", "", "Job, Slagelse Kommune 2024", "Job, Slagelse Kommune 2021–2024"},
        {"2024-1", "", "Job, Slagelse Kommune, 1. halvår 2024",
         "Job, Slagelse Kommune, 2021 til 1. halvår 2024"},
        {"2024", "2024-06-30", "Job, Slagelse Kommune, 1. januar til 30. juni 2024",
         "Job, Slagelse Kommune 2021–2024"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report r;
        open_report(&r, cases[i].period, cases[i].extract);
        assert_words(table_title(&r.context, "Job"), cases[i].title);
        assert_words(table_title_over_years(&r.context, "Job"), cases[i].over_years);
        close_report(&r);
    }
}

static void a_table_over_time_has_the_halves_beside_each_other_at_its_end(void **state)
{
    static const char *const first_half[] = {"2021", "2022", "2023", "1. halvår 2023", "1. halvår 2024"};
    static const char *const second_half[] = {"2022", "2023", "2024", "2. halvår 2023", "2. halvår 2024"};
    (void)state;
    for (int half = 1; half <= 2; half++) {
        struct report r;
        open_report(&r, half == 1 ? "2024-1" : "2024-2", "");
        const struct years series = report_series(&r.b.figures);
        assert_int_equal(series.count, 5);
        for (size_t i = 0; i < series.count; i++)
            assert_words(period_label(&r.b.figures, series.periods[i]),
                         (half == 1 ? first_half : second_half)[i]);
        close_report(&r);
    }
}

static void the_column_of_a_period_that_is_cut_short_says_so(void **state)
{
    struct report r;
    (void)state;
    open_report(&r, "2024-1", "2024-03-31");
    assert_words(period_label(&r.b.figures, r.b.figures.report), "1. halvår 2024 (foreløbig)");
    assert_words(period_label(&r.b.figures, r.b.figures.previous), "1. halvår 2023");
    assert_words(preliminary_note(&r.context), "1. halvår 2024 er talt til og med 31. marts 2024.");
    close_report(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_period_has_its_words),
        cmocka_unit_test(a_whole_year_before_the_extract_is_not_cut),
        cmocka_unit_test(what_is_compared_with_is_named_by_its_end),
        cmocka_unit_test(a_title_sets_off_all_but_years_with_a_comma),
        cmocka_unit_test(a_table_over_time_has_the_halves_beside_each_other_at_its_end),
        cmocka_unit_test(the_column_of_a_period_that_is_cut_short_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

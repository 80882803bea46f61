#include "changes_fixture.h"
#include "printed_comparison.h"

static struct printed_figure was[] = {
    {.name = SV("forloeb.effekt"), .period = SV("2024"), .value = SV("0,5"), .unit = SV("andel")},
    {.name = SV("job.aarsvaerk"), .period = SV("2024"), .value = SV("2"), .unit = SV("antal")},
    {.name = SV("job.nye"), .period = SV("2023"), .value = SV("4"), .unit = SV("antal")},
    {.name = SV("job.nye"), .period = SV("2024"), .value = SV("29"), .unit = SV("antal")},
    {.name = SV("maal.norm.dato"), .period = SV("2024"), .value = SV(""), .unit = SV("dato")},
    {.name = SV("maal.norm.status"), .period = SV("2024"), .value = SV("ikke_naaet"), .unit = SV("status")},
    {.name = SV("maal.norm.vaerdi"), .period = SV("2024"), .value = SV("29"), .unit = SV("antal")},
};
static struct printed_figure is[] = {
    {.name = SV("forloeb.effekt"), .period = SV("2024"), .value = SV("0,5"), .unit = SV("andel")},
    {.name = SV("job.aarsvaerk"), .period = SV("2024"), .value = SV("2,5"), .unit = SV("antal")},
    {.name = SV("job.nye"), .period = SV("2023"), .value = SV("5"), .unit = SV("antal")},
    {.name = SV("job.nye"), .period = SV("2024"), .value = SV("30"), .unit = SV("antal")},
    {.name = SV("maal.norm.dato"), .period = SV("2024"), .value = SV("2024-12-16"), .unit = SV("dato")},
    {.name = SV("maal.norm.status"), .period = SV("2024"), .value = SV("naaet"), .unit = SV("status")},
    {.name = SV("maal.norm.vaerdi"), .period = SV("2024"), .value = SV("30"), .unit = SV("antal")},
    {.name = SV("ukendt.tal"),
     .period = SV("2024"),
     .agreement = SV("A1"),
     .value = SV("7"),
     .unit = SV("kr")},
};
static const struct printed_figures old = {was, sizeof was / sizeof *was};
static const struct printed_figures new = {is, sizeof is / sizeof *is};

static struct printed_comparison both(void)
{
    static const struct told_input inputs[] = {{SV("job.csv"), "ændret"}};
    return (struct printed_comparison){
        .report = SV("aarsrapport-2024"),
        .period = SV("2024"),
        .missing = SV("Rækkerne er ikke gemt."),
        .before = {.number = 1, .date = DAY_NONE, .program = SV("1.0")},
        .after = {.number = 2, .date = DAY_NONE, .program = SV("1.1")},
        .was = &old,
        .is = &new,
        .inputs = inputs,
        .input_count = 1,
    };
}

static const char *shown(struct fixture *f, const struct printed_comparison *comparison, size_t most)
{
    struct arena *arena = &f->after.arena;
    const struct figures none = {.arena = arena};
    const struct document *document =
        printed_comparison_compose(comparison, most, sv_of("sammenligning.xlsx"), &none, arena);
    struct buffer text = buffer_in(arena);
    for (size_t i = 0; i < document->section_count; i++)
        buffer_add_text(&text, text_of(f, &document->sections[i]));
    return sv_text(arena, buffer_view(&text));
}

static void figures_are_named_and_the_reports_own_come_first(void **state)
{
    const struct printed_comparison comparison = both();
    struct fixture f;
    (void)state;
    fixture_open(&f);
    assert_int_equal(printed_differences(&old, &new), 7);
    assert_int_equal(printed_differences(&old, &old), 0);
    const char *text = shown(&f, &comparison, SIZE_MAX);
    assert_says(text, "Version 1 er holdt op mod version 2. 7 tal er forskellige.\n");
    assert_says(text, "Målet »norm« er vendt fra ikke nået til nået.\n");
    assert_says(text, "Rækkerne er ikke gemt.\n");
    assert_says(text, "Programmets version | 1.0 | 1.1 | ja\n");
    assert_says(text, "job.csv | ændret\n");
    assert_says(text, "Årsværk i nye job | 2024 |  |  |  | 2,0 | 2,5 | +0,5\n"
                      "Nye job | 2024 |  |  |  | 29 | 30 | +1\n"
                      "Målet »norm«: nået den | 2024 |  |  |  | – | 16-12-2024 | \n"
                      "Målet »norm«: status | 2024 |  |  |  | ikke nået | nået | \n"
                      "Målet »norm«: resultat | 2024 |  |  |  | 29 | 30 | +1\n"
                      "Nye job | 2023 |  |  |  | 4 | 5 | +1\n"
                      "ukendt.tal | 2024 | A1 |  |  | findes ikke | 7 | \n");
    fixture_close(&f);
}

static void what_there_is_no_room_for_is_counted(void **state)
{
    const struct printed_comparison comparison = both();
    struct fixture f;
    (void)state;
    fixture_open(&f);
    const char *text = shown(&f, &comparison, 2);
    assert_says(text, "Nye job | 2024");
    assert_not_said(text, "resultat");
    assert_says(text, "Og 5 tal til; se sammenligning.xlsx.");
    fixture_close(&f);
}

static void equal_figures_have_no_table(void **state)
{
    struct printed_comparison comparison = both();
    struct fixture f;
    (void)state;
    fixture_open(&f);
    comparison.is = &old;
    comparison.input_count = 0;
    const char *text = shown(&f, &comparison, 10);
    assert_says(text, "Tallene er de samme.");
    assert_says(text, "De to kørsler er lavet af de samme filer.");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_named_and_the_reports_own_come_first),
        cmocka_unit_test(what_there_is_no_room_for_is_counted),
        cmocka_unit_test(equal_figures_have_no_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "../figures/data_builder.h"

#include "cell_text.h"
#include "compose.h"

static struct document *compose(struct builder *b, const char *year)
{
    static const struct report_request request = {.date = 20000, .program_version = "1"};
    count(b, year);
    return document_compose(&request, &b->figures, &b->diag, &b->arena);
}

/* Two agreements, three enterprises, jobs of three types, courses with and without outcomes. */
static void build_a_small_municipality(struct builder *b)
{
    builder_init(b);
    add_enterprise(b, "V1", "virksomhed", "2020-01-01", "")->registered = day("2021-05-01");
    add_enterprise(b, "V2", "initiativ", "2024-03-01", "");
    add_enterprise(b, "V3", "forening", "2019-01-01", "2024-09-30")->closing_reason =
        sv_of("Frivillige manglede");
    for (uint32_t i = 0; i < 3; i++)
        add_agreement(b, i == 0 ? "SA-01" : i == 1 ? "SA-02" : "SA-03", "2020-01-01", "")->enterprise = i;
    add_job(b, "a", "V1", "fleksjob", "2023-02-01", "");
    add_job(b, "b", "V1", "fleksjob", "2024-02-01", "");
    add_job(b, "c", "V2", "smaajob", "2024-04-01", "");
    add_job(b, "a", "V2", "loentilskud", "2024-05-01", "");
    add_goal(b, "norm", GOAL_YEARLY, "job.nye", "fleksjob|smaajob", 30);
    add_goal(b, "fyrre", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 40);
    add_ended(b, "a", "SA-01", "2023-01-01", "2023-06-30", "fleksjob");
    add_ended(b, "b", "SA-01", "2023-08-01", "2024-01-31", "stoppet")->dropout_reason =
        code_in(b, CODES_DROPOUT_REASON, "helbred");
    struct course *course = add_ended(b, "c", "SA-02", "2024-01-01", "2024-03-31", "smaajob");
    course->step_start = code_in(b, CODES_STEP, "praktik");
    course->step_end = code_in(b, CODES_STEP, "lille_job");
    course->hours_start = 0;
    course->hours_end = 4 * DECIMAL_ONE;
    add_course(b, "d", "SA-02", "unge", "2024-10-01", "");
    add_follow_up(b, 0, "2024-02-01", true, "fleksjob");
}

typedef void table_check(const struct document *document, const struct table *table);

static void for_each_table(const struct document *document, table_check *check)
{
    for (size_t s = 0; s < document->section_count; s++)
        for (size_t i = 0; i < document->sections[s].block_count; i++)
            if (document->sections[s].blocks[i].kind == BLOCK_TABLE)
                check(document, document->sections[s].blocks[i].as.table);
}

static const struct table *table_named(const struct document *document, const char *id)
{
    for (size_t s = 0; s < document->section_count; s++)
        for (size_t i = 0; i < document->sections[s].block_count; i++) {
            const struct block *block = &document->sections[s].blocks[i];
            if (block->kind == BLOCK_TABLE && sv_is(block->as.table->id, id))
                return block->as.table;
        }
    return NULL;
}

static const char *words(const struct document *document, const struct cell *cell)
{
    struct buffer buffer = buffer_in(document->arena);
    cell_text(&buffer, cell);
    return sv_text(document->arena, buffer_view(&buffer));
}

/* What the workbook's formula gives. */
static struct ratio derived(const struct table *table, size_t row, uint16_t column)
{
    const struct cell *cells = table->rows[row].cells;
    const struct derivation *by = &cells[column].derivation;
    struct ratio sum = ratio_whole(0);
    switch (by->kind) {
    case DERIVED_NOT:
        return cells[column].value;
    case DERIVED_SUM_ABOVE:
        for (size_t i = 0; i < row; i++)
            if (table->rows[i].kind == ROW_BODY)
                sum = ratio_add(sum, table->rows[i].cells[column].value);
        return sum;
    case DERIVED_SUM_COLUMNS:
        for (uint16_t i = by->a; i <= by->b; i++)
            sum = ratio_add(sum, cells[i].value);
        return sum;
    case DERIVED_QUOTIENT:
        return ratio_divide(cells[by->a].value, cells[by->b].value);
    case DERIVED_PER_10000:
        return ratio_divide(ratio_of(10000 * cells[by->a].value.num, cells[by->a].value.den),
                            cells[by->b].value);
    case DERIVED_DIFFERENCE:
        return ratio_subtract(cells[by->a].value, cells[by->b].value);
    case DERIVED_LESS_COLUMNS:
        for (uint16_t i = by->b; i < by->a; i++)
            sum = ratio_add(sum, cells[i].value);
        return ratio_subtract(cells[by->a].value, sum);
    case DERIVED_LESS_ROWS:
        for (uint16_t i = by->b; i < by->a; i++)
            sum = ratio_add(sum, table->rows[i].cells[column].value);
        return ratio_subtract(table->rows[by->a].cells[column].value, sum);
    case DERIVED_RUNNING_SUM:
        for (size_t i = 0; i <= row; i++)
            if (table->rows[i].kind == ROW_BODY)
                sum = ratio_add(sum, table->rows[i].cells[by->a].value);
        return sum;
    case DERIVED_PART_OF_TOTAL:
        while (table->rows[row].kind != ROW_TOTAL)
            row++;
        return ratio_divide(cells[by->a].value, table->rows[row].cells[by->a].value);
    case DERIVED_QUOTIENT_ROWS:
        return ratio_divide(table->rows[by->a].cells[column].value, table->rows[by->b].cells[column].value);
    }
    return ratio_none();
}

static void check_derivations(const struct document *document, const struct table *table)
{
    (void)document;
    for (size_t row = 0; row < table->row_count; row++)
        for (uint16_t column = 0; column < table->column_count; column++) {
            const struct cell *cell = &table->rows[row].cells[column];
            if (cell->derivation.kind == DERIVED_NOT)
                continue;
            assert_int_equal(cell->kind, CELL_VALUE);
            const struct ratio expected = derived(table, row, column);
            assert_true(ratio_has_value(expected) && ratio_has_value(cell->value));
            assert_int_equal(ratio_compare(expected, cell->value), 0);
        }
}

static void check_keys(const struct document *document, const struct table *table)
{
    for (size_t row = 0; row < table->row_count; row++)
        for (uint16_t column = 0; column < table->column_count; column++) {
            const struct cell *cell = &table->rows[row].cells[column];
            if (cell->kind != CELL_VALUE || !cell->has_key)
                continue;
            const struct ratio stored = figures_value(document->figures, cell->key);
            if (ratio_has_value(stored))
                assert_int_equal(ratio_compare(stored, cell->value), 0);
        }
}

static size_t tables_with(const struct document *document, struct sv id, struct sv sheet)
{
    size_t count = 0;
    for (size_t s = 0; s < document->section_count; s++)
        for (size_t i = 0; i < document->sections[s].block_count; i++) {
            const struct block *block = &document->sections[s].blocks[i];
            if (block->kind == BLOCK_TABLE)
                count += sv_equal(block->as.table->id, id) || sv_equal(block->as.table->sheet, sheet);
        }
    return count;
}

static bool note_is_marked(const struct table *table, uint8_t note)
{
    bool marked = table->title_note == note;
    for (uint16_t i = 0; i < table->column_count; i++)
        marked = marked || table->columns[i].note == note;
    for (size_t i = 0; i < table->row_count; i++)
        marked = marked || table->rows[i].note == note;
    return marked;
}

static void check_notes(const struct document *document, const struct table *table)
{
    (void)document;
    for (uint8_t note = 1; note <= table->note_count; note++)
        assert_true(note_is_marked(table, note));
}

static void check_names(const struct document *document, const struct table *table)
{
    assert_int_equal(tables_with(document, table->id, table->sheet), 1);
    assert_true(table->title.size > 0 && table->source.size > 0);
    assert_true(table->row_count > 0 || table->empty.size > 0);
    for (uint16_t i = 0; i < table->column_count; i++)
        for (uint16_t j = 0; j < i; j++)
            assert_false(sv_equal(table->columns[i].heading, table->columns[j].heading));
}

static void every_formula_gives_the_value_that_stands_in_its_cell(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    for_each_table(compose(&b, "2024"), check_derivations);
    builder_free(&b);
}

static void every_cell_with_a_key_shows_the_stores_value(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    for_each_table(compose(&b, "2024"), check_keys);
    builder_free(&b);
}

static void tables_have_titles_sources_and_names_of_their_own(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    for_each_table(compose(&b, "2024"), check_names);
    builder_free(&b);
}

static void every_note_has_its_mark(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    for_each_table(compose(&b, "2024"), check_notes);
    builder_free(&b);
}

static void an_empty_data_folder_still_makes_a_whole_report(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    const struct document *document = compose(&b, "2024");
    assert_int_equal(document->section_count, 5);
    for_each_table(document, check_names);
    for_each_table(document, check_notes);
    for_each_table(document, check_derivations);
    assert_null(table_named(document, "maal"));
    assert_null(table_named(document, "vaerdikaede"));
    assert_int_equal(table_named(document, "aftaler")->row_count, 0);
    builder_free(&b);
}

static void a_year_that_no_strategy_covers_has_no_goals_and_no_norm(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    const struct document *document = compose(&b, "2021");
    assert_null(table_named(document, "maal"));
    assert_int_equal(table_named(document, "job_gennem_aaret")->column_count, 2);
    assert_true(sv_is(document->cover.subtitle, "Året er opgjort uden mål, for ingen strategi dækker det"));
    for_each_table(document, check_derivations);
    builder_free(&b);
}

static void job_types_outside_the_norm_stand_apart(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    const struct document *document = compose(&b, "2024");
    const struct table *table = table_named(document, "job_pr_aar");
    static const char *const headings[] = {
        "År", "Fleksjob", "Småjob", "Job i årsnormen", "Årsnorm", "Tæller ikke med i årsnormen"};
    static const char *const last_row[] = {"2024", "1", "1", "2", "30", "1"};
    assert_int_equal(table->column_count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_true(sv_is(table->columns[i].heading, headings[i]));
        assert_string_equal(words(document, &table->rows[table->row_count - 1].cells[i]), last_row[i]);
    }
    builder_free(&b);
}

static void a_group_with_types_inside_and_outside_the_norm_is_split(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    struct code_list *types = code_list_named(&b.data.codes, sv_of("jobtype"));
    types->codes[code_find(types, sv_of("smaajob"))].group = sv_of("Støttet");
    types->codes[code_find(types, sv_of("loentilskud"))].group = sv_of("Støttet");
    const struct document *document = compose(&b, "2024");
    const struct table *table = table_named(document, "job_pr_aar");
    static const char *const last_row[] = {"2024", "1", "1", "2", "30", "1"};
    assert_true(sv_is(table->columns[2].heading, "Støttet"));
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(words(document, &table->rows[table->row_count - 1].cells[i]), last_row[i]);
    builder_free(&b);
}

static void many_job_types_get_a_table_apart(void **state)
{
    (void)state;
    static struct code codes[7];
    static const char *const names[] = {"en", "to", "tre", "fire", "fem", "seks", "syv"};
    struct builder b;
    build_a_small_municipality(&b);
    struct code_list *types = code_list_named(&b.data.codes, sv_of("jobtype"));
    for (size_t i = 0; i < 7; i++)
        codes[i] = (struct code){.code = sv_of(names[i]),
                                 .name = sv_of(names[i]),
                                 .folded_code = sv_of(names[i]),
                                 .folded_name = sv_of(names[i]),
                                 .valid_from = DAY_NONE,
                                 .valid_to = DAY_NONE};
    types->codes = codes;
    types->count = 7;
    b.data.tables[TABLE_JOBS].count = 0;
    for (size_t i = 0; i < 7; i++)
        add_job(&b, names[i], "V1", names[i], "2024-02-01", "");
    b.data.tables[TABLE_GOALS].count = 0;
    const struct document *document = compose(&b, "2024");
    const struct table *years = table_named(document, "job_pr_aar");
    assert_int_equal(years->column_count, 2);
    assert_string_equal(words(document, &years->rows[years->row_count - 1].cells[1]), "7");
    assert_int_equal(table_named(document, "job_type")->row_count, 8);
    for_each_table(document, check_derivations);
    builder_free(&b);
}

static void the_running_count_ends_at_the_goals_result(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    const struct document *document = compose(&b, "2024");
    const struct table *table = table_named(document, "job_gennem_aaret");
    assert_int_equal(table->row_count, 12);
    assert_string_equal(words(document, &table->rows[1].cells[1]), "1");
    assert_string_equal(words(document, &table->rows[11].cells[1]), "2");
    assert_string_equal(words(document, &table->rows[11].cells[3]), "3");
    builder_free(&b);
}

static void months_after_the_extract_have_no_value(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    b.data.settings.extract_date = day("2024-06-30");
    const struct document *document = compose(&b, "2024");
    const struct table *table = table_named(document, "job_gennem_aaret");
    assert_true(document->cover.preliminary);
    assert_string_equal(words(document, &table->rows[5].cells[1]), "2");
    assert_string_equal(words(document, &table->rows[6].cells[1]), "–");
    assert_true(sv_is(table_named(document, "noegletal")->columns[1].heading, "2024 (foreløbig)"));
    assert_true(sv_is(table_named(document, "noegletal")->title,
                      "Seks nøgletal, Slagelse Kommune, 1.\u00A0januar til 30.\u00A0juni 2024"));
    builder_free(&b);
}

static void the_key_figures_reach_back_to_the_year_before_the_strategy(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    const struct table *table = table_named(compose(&b, "2024"), "noegletal");
    assert_int_equal(table->column_count, 6);
    assert_true(sv_is(table->columns[4].heading, "2022"));
    assert_true(sv_is(table->columns[5].heading, "2021"));
    assert_int_equal(b.data.settings.strategies[0].from_year, 2022);
    builder_free(&b);
}

static void part_of_a_year_is_not_set_beside_whole_ones(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    b.data.settings.extract_date = day("2024-06-30");
    assert_int_equal(table_named(compose(&b, "2024"), "noegletal")->column_count, 4);
    builder_free(&b);
}

static void codes_of_one_group_share_a_row(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    struct code_list *groups = code_list_named(&b.data.codes, sv_of("maalgruppe"));
    groups->codes[code_find(groups, sv_of("unge"))].group = sv_of("Unge og STU");
    groups->codes[code_find(groups, sv_of("stu"))].group = sv_of("Unge og STU");
    ((struct job *)b.data.tables[TABLE_JOBS].data)[1].target_group = code_find(groups, sv_of("stu"));
    const struct document *document = compose(&b, "2024");
    const struct table *table = table_named(document, "job_maalgruppe");
    assert_int_equal(table->row_count, 2);
    assert_true(sv_is(table->rows[0].cells[0].text, "Unge og STU"));
    assert_string_equal(words(document, &table->rows[0].cells[table->column_count - 1]), "3");
    assert_false(table->rows[0].cells[table->column_count - 1].has_key);
    builder_free(&b);
}

static void the_cover_names_the_committees_of_the_period_and_the_rows_left_out(void **state)
{
    (void)state;
    struct committee committees[] = {
        {.name = sv_of("Beskæftigelsesudvalget"), .meeting = day("2025-03-03"), .period = sv_of("2024")},
        {.name = sv_of("Et andet år"), .meeting = DAY_NONE, .period = sv_of("2023")},
        {.name = sv_of("Byrådet"), .meeting = DAY_NONE},
    };
    struct input_file file = {
        .name = sv_of("job.csv"), .is_table = true, .rows = 5, .counted = 4, .left_out = 1};
    struct builder b;
    build_a_small_municipality(&b);
    b.data.settings.committees = committees;
    b.data.settings.committee_count = 3;
    b.data.files = &file;
    b.data.file_count = 1;
    const struct document *document = compose(&b, "2024");
    assert_true(sv_is(document->cover.municipality, "Slagelse Kommune"));
    assert_true(sv_is(document->cover.title, "Årsrapport for socialøkonomi 2024"));
    assert_int_equal(document->cover.line_count, 3);
    assert_true(sv_is(document->cover.lines[0], "Beskæftigelsesudvalget, mødet den 3.\u00A0marts 2025"));
    assert_true(sv_is(document->cover.lines[1], "Byrådet"));
    assert_true(sv_is(document->cover.lines[2], "1 række med fejl er udeladt"));
    builder_free(&b);
}

static void charts_have_an_alternative_text_and_point_at_a_table_of_the_document(void **state)
{
    (void)state;
    struct builder b;
    size_t charts = 0;
    build_a_small_municipality(&b);
    const struct document *document = compose(&b, "2024");
    for (size_t s = 0; s < document->section_count; s++)
        for (size_t i = 0; i < document->sections[s].block_count; i++) {
            const struct block *block = &document->sections[s].blocks[i];
            if (block->kind != BLOCK_CHART)
                continue;
            const struct chart *chart = block->as.chart;
            const char *id = sv_text(document->arena, chart->table->id);
            charts++;
            assert_true(chart->alt.size > 0 && chart->axis.size > 0 && chart->series_count > 0);
            assert_ptr_equal(table_named(document, id), chart->table);
        }
    assert_int_equal(charts, 4);
    builder_free(&b);
}

static const char *first_words(const struct document *document, const char *section)
{
    for (size_t s = 0; s < document->section_count; s++)
        if (sv_is(document->sections[s].id, section))
            return sv_text(document->arena,
                           paragraph_text(document->arena, &document->sections[s].blocks[0].as.paragraph));
    return "";
}

static void a_single_job_is_told_in_the_singular(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "");
    add_job(&b, "a", "V1", "fleksjob", "2024-02-01", "")->hours = DECIMAL_ONE;
    assert_string_equal(
        first_words(compose(&b, "2024"), "beskaeftigelse"),
        "1\u00A0borger fik 1\u00A0job i 2024 i 1\u00A0virksomhed eller initiativ. Jobbet er på "
        "1\u00A0time om ugen.");
    builder_free(&b);
}

static void the_cover_says_kommune_once(void **state)
{
    static const char *const names[][2] = {
        {"Slagelse", "Slagelse Kommune"},
        {"Slagelse Kommune", "Slagelse Kommune"},
        {"Bornholms Regionskommune", "Bornholms Regionskommune"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct builder b;
        builder_init(&b);
        b.data.settings.municipality = sv_of(names[i][0]);
        assert_true(sv_is(compose(&b, "2024")->cover.municipality, names[i][1]));
        builder_free(&b);
    }
}

static void long_names_are_cut_between_words_in_the_overview(void **state)
{
    (void)state;
    struct builder b;
    builder_init(&b);
    struct agreement *agreement = add_agreement(&b, "SA-01", "2020-01-01", "");
    agreement->enterprise = ROW_NONE;
    agreement->name = sv_of("Afklaring, praktik og vejen videre for unge på kanten af arbejdsmarkedet");
    agreement = add_agreement(&b, "SA-02", "2020-01-01", "");
    agreement->enterprise = ROW_NONE;
    agreement->name = sv_of("Socialøkonomiskvirksomhedssamarbejdsaftaleåøæåøæåøæ");
    const struct document *document = compose(&b, "2024");
    assert_string_equal(words(document, &table_named(document, "aftaler")->rows[0].cells[0]),
                        "SA-01 Afklaring, praktik og vejen videre for unge …");
    assert_string_equal(words(document, &table_named(document, "aftaler")->rows[1].cells[0]),
                        "SA-02 Socialøkonomiskvirksomhedssamarbejdsaftale…");
    builder_free(&b);
}

static void sources_name_the_goals_only_where_one_is_shown(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    struct input_file files[] = {
        {.name = SV("virksomheder.csv"), .is_table = true, .table = TABLE_ENTERPRISES},
        {.name = SV("maal.csv"), .is_table = true, .table = TABLE_GOALS}};
    b.data.files = files;
    b.data.file_count = 2;
    assert_true(
        sv_is(table_named(compose(&b, "2024"), "virksomheder_aar")->source, "virksomheder.csv, maal.csv"));
    assert_true(sv_is(table_named(compose(&b, "2021"), "virksomheder_aar")->source, "virksomheder.csv"));
    builder_free(&b);
}

static void a_preliminary_report_says_how_far_its_year_is_counted(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    b.data.settings.extract_date = day("2024-03-31");
    const struct document *document = compose(&b, "2024");
    const struct table *table = table_named(document, "job_tal");
    assert_true(sv_is(table->notes[table->columns[table->column_count - 1].note - 1],
                      "2024 er talt til og med 31.\u00A0marts 2024."));
    for_each_table(document, check_notes);
    for_each_table(document, check_derivations);
    builder_free(&b);
}

static void a_year_that_the_extract_cuts_short_is_marked_too(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    b.data.settings.extract_date = day("2023-11-01");
    const struct table *table = table_named(compose(&b, "2024"), "job_tal");
    assert_true(sv_is(table->columns[2].heading, "2022"));
    assert_true(sv_is(table->columns[3].heading, "2023 (foreløbig)"));
    assert_true(sv_is(table->columns[4].heading, "2024 (foreløbig)"));
    builder_free(&b);
}

static void a_report_on_a_year_that_had_not_begun_tells_of_no_end_of_it(void **state)
{
    (void)state;
    struct builder b;
    build_a_small_municipality(&b);
    b.data.settings.extract_date = day("2023-12-31");
    const struct document *document = compose(&b, "2024");
    assert_string_equal(first_words(document, "progression"),
                        "2024 var ikke begyndt, da data blev trukket, så der er endnu intet at opgøre.");
    assert_true(sv_is(table_named(document, "virksomheder")->title,
                      "Virksomheder og initiativer, der var åbne ved årets begyndelse"));
    for_each_table(document, check_notes);
    for_each_table(document, check_derivations);
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_formula_gives_the_value_that_stands_in_its_cell),
        cmocka_unit_test(every_cell_with_a_key_shows_the_stores_value),
        cmocka_unit_test(tables_have_titles_sources_and_names_of_their_own),
        cmocka_unit_test(every_note_has_its_mark),
        cmocka_unit_test(an_empty_data_folder_still_makes_a_whole_report),
        cmocka_unit_test(a_year_that_no_strategy_covers_has_no_goals_and_no_norm),
        cmocka_unit_test(job_types_outside_the_norm_stand_apart),
        cmocka_unit_test(a_group_with_types_inside_and_outside_the_norm_is_split),
        cmocka_unit_test(many_job_types_get_a_table_apart),
        cmocka_unit_test(the_running_count_ends_at_the_goals_result),
        cmocka_unit_test(months_after_the_extract_have_no_value),
        cmocka_unit_test(the_key_figures_reach_back_to_the_year_before_the_strategy),
        cmocka_unit_test(part_of_a_year_is_not_set_beside_whole_ones),
        cmocka_unit_test(codes_of_one_group_share_a_row),
        cmocka_unit_test(the_cover_names_the_committees_of_the_period_and_the_rows_left_out),
        cmocka_unit_test(charts_have_an_alternative_text_and_point_at_a_table_of_the_document),
        cmocka_unit_test(a_single_job_is_told_in_the_singular),
        cmocka_unit_test(the_cover_says_kommune_once),
        cmocka_unit_test(long_names_are_cut_between_words_in_the_overview),
        cmocka_unit_test(sources_name_the_goals_only_where_one_is_shown),
        cmocka_unit_test(a_preliminary_report_says_how_far_its_year_is_counted),
        cmocka_unit_test(a_year_that_the_extract_cuts_short_is_marked_too),
        cmocka_unit_test(a_report_on_a_year_that_had_not_begun_tells_of_no_end_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

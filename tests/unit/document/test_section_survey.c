/* The survey as a document: its tables, their order, its charts and what it says in words. */
#include "../figures/survey_builder.h"

#include "cell_text.h"
#include "report_plan.h"

static struct builder b;
static struct document *report;

static int begin(void **state)
{
    (void)state;
    survey_builder_init(&b);
    return 0;
}

static int end(void **state)
{
    (void)state;
    builder_free(&b);
    return 0;
}

static void compose(void)
{
    const struct report_request request = {.kind = REPORT_SURVEY, .date = day("2015-12-01"), .version = 1};
    count_survey(&b);
    report = document_compose(&request, &b.figures, &b.diag, &b.arena);
}

static const char *plain(struct sv text)
{
    struct buffer buffer = buffer_in(&b.arena);
    for (size_t i = 0; i < text.size; i++) {
        const bool no_break = text.data[i] == '\xC2' && i + 1 < text.size && text.data[i + 1] == '\xA0';
        buffer_add_byte(&buffer, no_break ? ' ' : text.data[i]);
        i += no_break;
    }
    return sv_text(&b.arena, buffer_view(&buffer));
}

static const struct table *table_titled(const char *title)
{
    for (size_t i = 0; i < report->section_count; i++)
        for (size_t j = 0; j < report->sections[i].block_count; j++) {
            const struct block *block = &report->sections[i].blocks[j];
            if (block->kind == BLOCK_TABLE && sv_is(block->as.table->title, title))
                return block->as.table;
        }
    return NULL;
}

/* "Slut|1|0|2": the row with its cells. */
static const char *row_text(const struct table *table, size_t row)
{
    struct buffer buffer = buffer_in(&b.arena);
    assert_non_null(table);
    assert_true(row < table->row_count);
    for (size_t i = 0; i < table->column_count; i++) {
        if (i)
            buffer_add_byte(&buffer, '|');
        cell_text(&buffer, &table->rows[row].cells[i]);
    }
    return plain(buffer_view(&buffer));
}

static const char *headings(const struct table *table)
{
    struct buffer buffer = buffer_in(&b.arena);
    assert_non_null(table);
    for (size_t i = 0; i < table->column_count; i++) {
        if (i)
            buffer_add_byte(&buffer, '|');
        buffer_add(&buffer, table->columns[i].heading);
    }
    return plain(buffer_view(&buffer));
}

static void add_paragraph(struct buffer *buffer, const struct paragraph *paragraph)
{
    buffer_add(buffer, paragraph_text(&b.arena, paragraph));
    buffer_add_byte(buffer, '\n');
}

/* Paragraphs and items of a section, a line each. */
static const char *words_of(const char *id)
{
    struct buffer buffer = buffer_in(&b.arena);
    for (size_t i = 0; i < report->section_count; i++)
        for (size_t j = 0; sv_is(report->sections[i].id, id) && j < report->sections[i].block_count; j++) {
            const struct block *block = &report->sections[i].blocks[j];
            if (block->kind == BLOCK_PARAGRAPH)
                add_paragraph(&buffer, &block->as.paragraph);
            for (size_t k = 0; block->kind == BLOCK_LIST && k < block->as.list.item_count; k++)
                add_paragraph(&buffer, &block->as.list.items[k]);
        }
    return plain(buffer_view(&buffer));
}

static size_t count_charts(void)
{
    size_t count = 0;
    for (size_t i = 0; i < report->section_count; i++)
        for (size_t j = 0; j < report->sections[i].block_count; j++)
            count += report->sections[i].blocks[j].kind == BLOCK_CHART;
    return count;
}

static const struct chart *first_chart(void)
{
    for (size_t i = 0; i < report->section_count; i++)
        for (size_t j = 0; j < report->sections[i].block_count; j++)
            if (report->sections[i].blocks[j].kind == BLOCK_CHART)
                return report->sections[i].blocks[j].as.chart;
    return NULL;
}

static void a_question_is_a_row_a_round_with_all_rounds_and_the_change(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_municipality(&b, "B", "");
    add_question(&b, "S", "Hvor godt?", ANSWERED_BY_ONE);
    add_answer(&b, "A", "S", "start", "lav");
    add_answer(&b, "A", "S", "slut", "hoej");
    add_answer(&b, "B", "S", "slut", "hoej");
    compose();
    const struct table *table = table_titled("Hvor godt?");
    assert_string_equal(headings(table),
                        "Runde|I lav grad|I nogen grad|I høj grad|Har svaret (n)|Ikke besvaret");
    assert_int_equal(table->row_count, 4);
    assert_string_equal(row_text(table, 0), "Start|1|0|0|1|1");
    assert_string_equal(row_text(table, 1), "Slut|0|0|2|2|0");
    assert_string_equal(row_text(table, 2), "I alt|1|0|2|3|1");
    assert_string_equal(row_text(table, 3), "Ændring|−1|0|+2||");
    assert_true(table->rows[1].cells[3].has_key);
    assert_int_equal(table->rows[2].cells[3].derivation.kind, DERIVED_SUM_ABOVE);
}

static void the_questions_of_a_group_are_rows_of_one_table(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_question(&b, "G1", "Det ene?", ANSWERED_BY_ONE)->group = sv_of("Fælles");
    add_question(&b, "X", "Imellem?", ANSWERED_BY_TEXT);
    add_question(&b, "G2", "Det andet?", ANSWERED_BY_ONE)->group = sv_of("Fælles");
    add_question(&b, "A1", "Alene?", ANSWERED_BY_ONE);
    add_question(&b, "A2", "Også alene?", ANSWERED_BY_ONE);
    add_answer(&b, "A", "A1", "slut", "lav");
    add_answer(&b, "A", "A2", "slut", "lav");
    add_answer(&b, "A", "G1", "slut", "lav");
    add_answer(&b, "A", "G2", "start", "nogen");
    add_answer(&b, "A", "G2", "slut", "hoej");
    add_answer(&b, "A", "X", "slut", "Ord");
    compose();
    assert_non_null(table_titled("Alene?"));
    assert_non_null(table_titled("Også alene?"));
    const struct table *table = table_titled("Fælles");
    assert_int_equal(table->row_count, 5);
    assert_string_equal(row_text(table, 0), "Det ene?|Slut|1|0|0|1|0");
    assert_string_equal(row_text(table, 1), "Det andet?|Start|0|1|0|1|0");
    assert_string_equal(row_text(table, 3), "Det andet?|I alt|0|1|1|2|0");
    assert_string_equal(row_text(table, 4), "Det andet?|Ændring|0|−1|+1||");
}

static void numbers_have_their_own_columns(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_municipality(&b, "B", "");
    add_question(&b, "N", "Hvor mange?", ANSWERED_BY_NUMBER);
    add_answer(&b, "A", "N", "slut", "2");
    add_answer(&b, "B", "N", "slut", "5");
    compose();
    const struct table *table = table_titled("Hvor mange?");
    assert_string_equal(headings(table), "Runde|Gennemsnit|Median|Mindste svar|Største svar|Sum af "
                                         "svarene|Har svaret (n)|Ikke besvaret");
    assert_string_equal(row_text(table, 0), "Slut|3,5|3,5|2|5|7|2|0");
    assert_int_equal(table->row_count, 1);
}

static void words_stand_by_municipality_in_their_order(void **state)
{
    (void)state;
    add_municipality(&b, "B", "");
    add_municipality(&b, "A", "");
    add_municipality(&b, "C", "")->asked = NO;
    add_question(&b, "T", "Hvorfor?", ANSWERED_BY_TEXT);
    add_answer(&b, "A", "T", "slut", "Derfor");
    compose();
    const struct table *table = table_titled("Hvorfor?");
    assert_int_equal(table->row_count, 2);
    assert_string_equal(row_text(table, 0), "B|Ikke besvaret");
    assert_string_equal(row_text(table, 1), "A|Derfor");
    assert_string_equal(plain(table->notes[0]), "Slut: 1 har svaret (n), 1 har ikke.");
}

static void a_question_that_was_never_asked_is_told_and_has_no_table(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_question(&b, "S", "Aldrig?", ANSWERED_BY_ONE);
    compose();
    assert_null(table_titled("Aldrig?"));
    assert_string_equal(words_of("spoergsmaal"), "»Aldrig?«: ikke stillet.\n");
    assert_int_equal(count_charts(), 0);
}

/* Three questions on one list: two as high as each other, one without an answer. */
static void a_shared_scale_is_sorted_by_the_last_round(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_question(&b, "Ingen", "Ingen svar?", ANSWERED_BY_ONE);
    add_question(&b, "Lav", "Lavest?", ANSWERED_BY_ONE);
    add_question(&b, "Et", "Først?", ANSWERED_BY_ONE);
    add_question(&b, "To", "Lige så højt?", ANSWERED_BY_ONE);
    add_answer(&b, "A", "Ingen", "slut", "");
    add_answer(&b, "A", "Lav", "start", "hoej"); /* only the last round counts */
    add_answer(&b, "A", "Lav", "slut", "lav");
    add_answer(&b, "A", "Et", "slut", "hoej");
    add_answer(&b, "A", "To", "slut", "hoej");
    compose();
    const struct table *table =
        table_titled("Kommunernes svar på 4 spørgsmål, fra »I lav grad« til »I høj grad«");
    assert_int_equal(table->row_count, 5);
    assert_string_equal(row_text(table, 0), "Først?|Slut|0|0|1|1|0");
    assert_string_equal(row_text(table, 1), "Lige så højt?|Slut|0|0|1|1|0");
    assert_string_equal(row_text(table, 2), "Lavest?|Start|0|0|1|1|0");
    assert_string_equal(row_text(table, 3), "Lavest?|Slut|1|0|0|1|0");
    assert_string_equal(row_text(table, 4), "Ingen svar?|Slut|0|0|0|0|1");
}

static void a_chart_draws_the_steps_of_a_scale_and_says_how_many_answered(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_question(&b, "S", "Hvor godt?", ANSWERED_BY_ONE);
    add_question(&b, "F", "Hvilke?", ANSWERED_BY_SEVERAL);
    add_answer(&b, "A", "S", "start", "lav");
    add_answer(&b, "A", "S", "slut", "nogen");
    add_answer(&b, "A", "F", "slut", "lav|hoej");
    compose();
    const struct chart *chart = first_chart();
    assert_int_equal(count_charts(), 1); /* several answers do not divide a whole */
    assert_int_equal(chart->kind, CHART_STACKED_SHARES);
    assert_int_equal(chart->series_count, 3);
    assert_int_equal(chart->series[0].column, 1);
    assert_int_equal(chart->label_column, 0);
    assert_int_equal(chart->total_column, 4);
    assert_true(chart->ordered);
    assert_true(sv_is(chart->table->title, "Hvor godt?"));
}

static void questions_that_share_a_list_share_a_chart(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_question(&b, "S", "Hvor godt?", ANSWERED_BY_ONE);
    add_question(&b, "R", "Hvor tit?", ANSWERED_BY_ONE);
    add_answer(&b, "A", "S", "start", "lav");
    add_answer(&b, "A", "S", "slut", "nogen");
    add_answer(&b, "A", "R", "slut", "nogen");
    compose();
    assert_int_equal(count_charts(), 1);
    assert_int_equal(first_chart()->group_column, 0);
    assert_int_equal(first_chart()->label_column, 1);
    assert_int_equal(first_chart()->total_column, 5);
}

static void enterprises_that_nobody_states_are_not_none(void **state)
{
    (void)state;
    add_municipality(&b, "A", "")->enterprises = 0;
    add_municipality(&b, "B", "")->enterprises = 7;
    add_municipality(&b, "C", "");
    compose();
    const struct table *table = table_titled("Socialøkonomiske virksomheder i kommunerne");
    assert_string_equal(row_text(table, 0), "A|0|–|–|–");
    assert_string_equal(row_text(table, 2), "C|–|–|–|–");
    assert_string_equal(row_text(table, 3), "I alt|7|–|–|–");
    assert_string_equal(row_text(table, 4), "Oplyst|2 af 3 oplyst|0 af 3 oplyst|0 af 3 oplyst|0 af 3 oplyst");
    assert_non_null(strstr(words_of("overblik"), "2 af 3 kommuner oplyser, hvor mange socialøkonomiske "
                                                 "virksomheder de har: i alt 7."));
}

static void clusters_tell_their_municipalities_and_places(void **state)
{
    (void)state;
    add_municipality(&b, "A", "Syd")->places = 1;
    add_municipality(&b, "B", "Nord");
    add_municipality(&b, "A", "Nord")->places = 2;
    compose();
    const struct table *table = table_titled("Pladser i klyngerne");
    assert_string_equal(row_text(table, 0), "Nord|B, A (2)|2|2");
    assert_string_equal(row_text(table, 1), "Syd|A (1)|1|1");
    assert_string_equal(row_text(table, 2), "I alt|||3");
}

static void places_outside_the_clusters_are_told_apart(void **state)
{
    (void)state;
    add_municipality(&b, "A", "Nord")->places = 2;
    add_municipality(&b, "B", "")->places = 5;
    compose();
    assert_non_null(strstr(words_of("overblik"), " Kommunerne oplyser 7 pladser, heraf 2 i klynger."));
}

static void places_that_are_all_in_clusters_are_told_in_one(void **state)
{
    (void)state;
    add_municipality(&b, "A", "Nord")->places = 2;
    add_municipality(&b, "B", "");
    compose();
    assert_non_null(strstr(words_of("overblik"), " I klyngerne er der 2 pladser."));
}

static void the_measures_of_most_and_fewest_are_all_named_and_the_unanswered_left_out(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_municipality(&b, "B", "");
    add_measure(&b, "A", "en_indgang", "ja");
    add_measure(&b, "A", "indkoeb", "ja");
    add_measure(&b, "B", "indkoeb", "delvist");
    add_measure(&b, "B", "sparring", "nej");
    compose();
    assert_non_null(
        strstr(words_of("overblik"), "Flest kommuner har »Én indgang til kommunen« (1 af 1) og »"));
    assert_non_null(strstr(words_of("overblik"), "« (1 af 2), færrest har »"));
    assert_non_null(strstr(words_of("overblik"), "« (0 af 1). I parentes står"));
}

/* A replaced list: in another order, and with a status that it lacked. */
static void the_status_of_a_measure_is_its_code_and_not_its_place_in_the_list(void **state)
{
    static const struct code statuses[] = {
        {.code = SV("nej"), .name = SV("Nej"), .folded_code = SV("nej"), .folded_name = SV("nej")},
        {.code = SV("ved_ikke"), .name = SV("Ved ikke"), .folded_code = SV("ved_ikke")},
        {.code = SV("ja"), .name = SV("Ja"), .folded_code = SV("ja"), .folded_name = SV("ja")},
    };
    struct code_list *list = &b.data.codes.lists[CODES_MEASURE_STATUS];
    (void)state;
    list->count = 0;
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        list->codes[list->count++] = statuses[i];
    add_municipality(&b, "A", "");
    add_measure(&b, "A", "en_indgang", "ja");
    add_measure(&b, "A", "indkoeb", "nej");
    add_measure(&b, "A", "sparring", "ved_ikke");
    compose();
    const char *row = row_text(table_titled("Tiltagene i hver kommune"), 0);
    assert_non_null(strstr(row, "A|● Ja|○ Nej|Ved ikke|"));
    assert_non_null(strstr(words_of("overblik"), "Flest kommuner har »Én indgang til kommunen« (1 af 1), "));
}

static void measures_are_a_matrix_with_symbol_and_word(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_municipality(&b, "B", "");
    add_measure(&b, "A", "en_indgang", "ja");
    add_measure(&b, "A", "indkoeb", "delvist");
    add_measure(&b, "A", "sparring", "nej");
    compose();
    const struct table *matrix = table_titled("Tiltagene i hver kommune");
    assert_int_equal(matrix->column_count, 11);
    assert_non_null(strstr(row_text(matrix, 0), "A|● Ja|◊ Delvist|○ Nej|– Ikke besvaret|"));
    assert_non_null(strstr(row_text(matrix, 1), "B|– Ikke besvaret|"));
    assert_string_equal(row_text(table_titled("Kommuner efter, hvor langt de er med tiltagene"), 0),
                        "Én indgang til kommunen|1|0|0|1");
}

static void what_has_moved_is_said_in_plain_words(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_municipality(&b, "B", "");
    add_question(&b, "S", "Hvor godt?", ANSWERED_BY_ONE);
    add_question(&b, "U", "Som før?", ANSWERED_BY_ONE);
    add_question(&b, "N", "Hvor mange?", ANSWERED_BY_NUMBER);
    add_answer(&b, "A", "S", "start", "lav");
    add_answer(&b, "B", "S", "start", "lav");
    add_answer(&b, "A", "S", "slut", "hoej");
    add_answer(&b, "A", "U", "start", "lav");
    add_answer(&b, "A", "U", "slut", "lav");
    add_answer(&b, "A", "N", "start", "1");
    add_answer(&b, "A", "N", "slut", "2,5");
    compose();
    const char *words = words_of("overblik");
    assert_non_null(strstr(
        words, "2 kommuner er spurgt. De er stillet 3 spørgsmål i runden »Start« og 3 i runden »Slut«.\n"));
    assert_non_null(strstr(words, "1 af 2 kommuner har ikke svaret på »Hvor godt?« i runden »Slut«.\n"));
    assert_non_null(strstr(words,
                           "»Hvor godt?« I runden »Slut«: 1 af 1 kommune svarer »I høj grad«, 1 mere; ingen "
                           "af 1 kommune svarer »I lav grad«, 2 færre end i runden »Start«, hvor 2 kommuner "
                           "svarede.\n"));
    assert_non_null(strstr(words,
                           "»Som før?« Hvert svar er givet af lige så mange kommuner i runden »Slut« som "
                           "i runden »Start«.\n"));
    assert_non_null(strstr(words,
                           "»Hvor mange?« Gennemsnittet af svarene var 1 i runden »Start« (1 kommune) og 2,5 "
                           "i runden »Slut« (1 kommune).\n"));
}

/* Five questions of which the last has moved most, and two before it have moved as much as each other. */
static void what_has_moved_most_is_told_first_and_what_has_moved_least_is_left_to_the_tables(void **state)
{
    static const char *const ids[] = {"Q1", "Q2", "Q3", "Q4", "Q5"};
    static const char *const texts[] = {"Et?", "To?", "Tre?", "Fire?", "Fem?"};
    (void)state;
    add_municipality(&b, "A", "");
    add_municipality(&b, "B", "");
    for (size_t i = 0; i < 5; i++) {
        add_question(&b, ids[i], texts[i], ANSWERED_BY_ONE);
        add_answer(&b, "A", ids[i], "start", "lav");
        add_answer(&b, "B", ids[i], "start", "lav");
        add_answer(&b, "A", ids[i], "slut", i ? "hoej" : "lav");
        add_answer(&b, "B", ids[i], "slut", i == 4 ? "hoej" : "lav");
    }
    compose();
    const char *words = words_of("overblik");
    const char *largest = strstr(words, "»Fem?« I runden");
    const char *next = strstr(words, "»To?« I runden");
    assert_non_null(largest);
    assert_non_null(next);
    assert_true(largest < next);
    assert_true(next < strstr(words, "»Tre?« I runden"));
    assert_null(strstr(words, "»Et?« Hvert svar"));
    assert_non_null(strstr(words, "Det er de spørgsmål, hvor svarene har flyttet sig mest."));
}

static void the_largest_gap_is_told_first(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_municipality(&b, "B", "");
    add_question(&b, "S", "Den ene?", ANSWERED_BY_ONE);
    add_question(&b, "T", "Ingen?", ANSWERED_BY_ONE);
    add_answer(&b, "A", "S", "slut", "lav");
    add_answer(&b, "A", "T", "slut", "");
    compose();
    assert_non_null(strstr(words_of("overblik"),
                           "2 af 2 kommuner har ikke svaret på »Ingen?« i runden »Slut«.\n"
                           "1 af 2 kommuner har ikke svaret på »Den ene?«"));
}

static void all_that_lie_highest_are_named_with_how_many_answered(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_municipality(&b, "B", "");
    add_question(&b, "Et", "Først?", ANSWERED_BY_ONE);
    add_question(&b, "Lav", "Lavest?", ANSWERED_BY_ONE);
    add_question(&b, "To", "Lige så højt?", ANSWERED_BY_ONE);
    add_answer(&b, "A", "Et", "slut", "hoej");
    add_answer(&b, "A", "Lav", "slut", "lav");
    add_answer(&b, "B", "Lav", "slut", "nogen");
    add_answer(&b, "A", "To", "slut", "hoej");
    compose();
    assert_non_null(strstr(words_of("overblik"),
                           "(3 spørgsmål): højest ved »Først?« (1 kommune har svaret) og "
                           "»Lige så højt?« (1 kommune har svaret), lavest ved »Lavest?« "
                           "(2 kommuner har svaret)."));
}

static void numbers_keep_their_decimals(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_question(&b, "N", "Hvor mange?", ANSWERED_BY_NUMBER);
    add_answer(&b, "A", "N", "slut", "6,96");
    compose();
    assert_string_equal(row_text(table_titled("Hvor mange?"), 0), "Slut|7,0|6,96|6,96|6,96|6,96|1|0");
}

/* The list "grad" with as many steps as are asked for, s0 the lowest. */
static void lengthen_scale(size_t steps)
{
    struct code_list *scale = &b.data.codes.lists[b.data.codes.count - 1];
    scale->codes = arena_array(&b.arena, steps, sizeof *scale->codes);
    for (scale->count = 0; scale->count < steps; scale->count++) {
        const struct sv code = sv_format(&b.arena, "s%zu", scale->count);
        scale->codes[scale->count] = (struct code){.code = code,
                                                   .name = sv_format(&b.arena, "Trin %zu", scale->count),
                                                   .folded_code = code,
                                                   .folded_name = code};
    }
}

static void answer_by_twenty(const char *question, const char *round, const char *answer)
{
    for (size_t i = 0; i < 20; i++)
        add_answer(&b, sv_text(&b.arena, sv_format(&b.arena, "K%zu", i)), question, round, answer);
}

static void add_twenty_municipalities(void)
{
    for (size_t i = 0; i < 20; i++)
        add_municipality(&b, sv_text(&b.arena, sv_format(&b.arena, "K%zu", i)), "");
}

static void a_scale_of_twelve_steps_still_has_its_chart(void **state)
{
    (void)state;
    lengthen_scale(12);
    add_municipality(&b, "A", "");
    add_question(&b, "S", "Hvor godt?", ANSWERED_BY_ONE);
    add_answer(&b, "A", "S", "slut", "s11");
    compose();
    assert_int_equal(count_charts(), 1);
    assert_int_equal(first_chart()->series_count, 12);
}

static void a_list_too_long_for_columns_tells_shares_and_that_answers_can_be_several(void **state)
{
    (void)state;
    lengthen_scale(13);
    add_twenty_municipalities();
    add_question(&b, "F", "Hvilke?", ANSWERED_BY_SEVERAL);
    add_answer(&b, "K0", "F", "start", "s1");
    answer_by_twenty("F", "slut", "s1|s2");
    compose();
    const struct table *table = table_titled("Hvilke?");
    assert_string_equal(headings(table), "Svar|Start|Slut|I alt|Ændring|Slut, andel");
    assert_string_equal(row_text(table, 1), "Trin 1|1|20|21|+19|100 %");
    assert_int_equal(table->rows[13].note, 1);
    assert_non_null(strstr(plain(table->notes[0]), "En kommune kan give flere svar"));
}

static void a_part_of_a_bar_has_its_share_where_twenty_have_answered(void **state)
{
    (void)state;
    add_twenty_municipalities();
    add_question(&b, "S", "Hvor godt?", ANSWERED_BY_ONE);
    add_answer(&b, "K0", "S", "start", "lav");
    answer_by_twenty("S", "slut", "nogen");
    compose();
    const struct sv *labels = first_chart()->labels;
    assert_int_equal(labels[0].size, 0);
    assert_string_equal(plain(labels[CHART_SERIES]), "0 (0 %)");
    assert_string_equal(plain(labels[CHART_SERIES + 1]), "20 (100 %)");
}

static void words_of_every_round_stand_in_the_table(void **state)
{
    struct code_list *rounds = &b.data.codes.lists[CODES_ROUND];
    (void)state;
    rounds->codes = arena_array(&b.arena, 12, sizeof *rounds->codes);
    for (rounds->count = 0; rounds->count < 12; rounds->count++) {
        const struct sv code = sv_format(&b.arena, "r%zu", rounds->count);
        rounds->codes[rounds->count] =
            (struct code){.code = code, .name = code, .folded_code = code, .folded_name = code};
    }
    add_municipality(&b, "A", "");
    add_question(&b, "T", "Hvorfor?", ANSWERED_BY_TEXT);
    for (size_t i = 0; i < rounds->count; i++)
        add_answer(&b, "A", "T", sv_text(&b.arena, rounds->codes[i].code), "Derfor");
    compose();
    assert_int_equal(table_titled("Hvorfor?")->column_count, 13);
}

static void a_survey_of_one_round_says_that_nothing_can_have_moved(void **state)
{
    (void)state;
    add_municipality(&b, "A", "");
    add_question(&b, "S", "Hvor godt?", ANSWERED_BY_ONE);
    add_answer(&b, "A", "S", "slut", "lav");
    compose();
    assert_non_null(
        strstr(words_of("overblik"), "1 kommune er spurgt. Den er stillet 1 spørgsmål i runden »Slut«.\n"));
    assert_non_null(strstr(words_of("overblik"), "Alle spurgte kommuner har svaret på alle spørgsmål"));
    assert_non_null(strstr(words_of("overblik"), "Intet spørgsmål er stillet i mere end én runde"));
}

static void a_folder_without_rows_gives_a_report_all_the_same(void **state)
{
    (void)state;
    compose();
    assert_non_null(strstr(words_of("overblik"), "Ingen kommune er spurgt."));
    assert_int_equal(count_charts(), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_question_is_a_row_a_round_with_all_rounds_and_the_change),
        TEST(the_questions_of_a_group_are_rows_of_one_table),
        TEST(numbers_have_their_own_columns),
        TEST(words_stand_by_municipality_in_their_order),
        TEST(a_question_that_was_never_asked_is_told_and_has_no_table),
        TEST(a_shared_scale_is_sorted_by_the_last_round),
        TEST(a_chart_draws_the_steps_of_a_scale_and_says_how_many_answered),
        TEST(questions_that_share_a_list_share_a_chart),
        TEST(enterprises_that_nobody_states_are_not_none),
        TEST(clusters_tell_their_municipalities_and_places),
        TEST(places_outside_the_clusters_are_told_apart),
        TEST(places_that_are_all_in_clusters_are_told_in_one),
        TEST(measures_are_a_matrix_with_symbol_and_word),
        TEST(the_measures_of_most_and_fewest_are_all_named_and_the_unanswered_left_out),
        TEST(the_status_of_a_measure_is_its_code_and_not_its_place_in_the_list),
        TEST(what_has_moved_is_said_in_plain_words),
        TEST(what_has_moved_most_is_told_first_and_what_has_moved_least_is_left_to_the_tables),
        TEST(the_largest_gap_is_told_first),
        TEST(all_that_lie_highest_are_named_with_how_many_answered),
        TEST(numbers_keep_their_decimals),
        TEST(a_scale_of_twelve_steps_still_has_its_chart),
        TEST(a_list_too_long_for_columns_tells_shares_and_that_answers_can_be_several),
        TEST(a_part_of_a_bar_has_its_share_where_twenty_have_answered),
        TEST(words_of_every_round_stand_in_the_table),
        TEST(a_survey_of_one_round_says_that_nothing_can_have_moved),
        TEST(a_folder_without_rows_gives_a_report_all_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "course_facts.h"
#include "random_data.h"

/*
 * The program counts all keys in one walk; here each is counted on its own, row by row, as the definitions
 * read. Made-up data, many of them with rows on the edges of the periods.
 */
enum { ROUNDS = 20 };

static bool belongs(const struct course *course, struct figure_key key)
{
    return (key.agreement == ALL_AGREEMENTS || course->agreement == key.agreement) &&
           (key.target_group == ALL_TARGET_GROUPS || course->target_group == key.target_group);
}

static bool is_active(const struct course *course, const struct period *period)
{
    return course->start <= period->last && (course->end == DAY_NONE || course->end >= period->first);
}

/* Whether the figure counts the course, in the words of its definition. */
static bool counts(const struct data_set *data, enum figure_id figure, const struct course *course,
                   const struct period *period)
{
    const bool ended = course->end != DAY_NONE && course->end >= period->first && course->end <= period->last;
    const uint16_t unknown = code_of(&data->codes, CODES_OUTCOME, "uoplyst");
    if (figure == FIGURE_COURSES_AT_START)
        return course->start < period->first && (course->end == DAY_NONE || course->end >= period->first);
    if (figure == FIGURE_COURSES_STARTED)
        return course->start >= period->first && course->start <= period->last;
    if (figure == FIGURE_COURSES_ENDED)
        return ended;
    if (figure == FIGURE_COURSES_AT_END)
        return course->start <= period->last && (course->end == DAY_NONE || course->end > period->last);
    if (figure == FIGURE_COURSES_ACTIVE)
        return is_active(course, period);
    if (figure == FIGURE_COURSES_POSITIVE)
        return ended && outcome_is_positive(data, course->agreement, course_outcome(course, unknown));
    return figure == FIGURE_COURSES_PAID_HOURS && ended && course_came_to_paid_hours(course);
}

static int64_t counted_slowly(const struct data_set *data, struct figure_key key, const struct period *period)
{
    int64_t rows = 0;
    for (size_t i = 0; i < row_count(data, TABLE_COURSES); i++)
        rows += belongs(&courses(data)[i], key) && counts(data, key.figure, &courses(data)[i], period);
    return rows;
}

static int64_t persons_slowly(const struct data_set *data, struct figure_key key, const struct period *period)
{
    int64_t persons = 0;
    for (uint32_t who = 0; who < data->participants.count; who++) {
        bool seen = false;
        for (size_t i = 0; i < row_count(data, TABLE_COURSES); i++)
            seen |= courses(data)[i].participant == who && belongs(&courses(data)[i], key) &&
                    is_active(&courses(data)[i], period);
        persons += seen;
    }
    return persons;
}

/* The value that as many of the ended courses lie below as above: found by asking for each rank. */
static struct ratio median_slowly(const struct data_set *data, struct figure_key key,
                                  const struct period *period)
{
    int64_t lengths[MOST_COURSES];
    size_t count = 0;
    for (size_t i = 0; i < row_count(data, TABLE_COURSES); i++)
        if (belongs(&courses(data)[i], key) && counts(data, FIGURE_COURSES_ENDED, &courses(data)[i], period))
            lengths[count++] = courses(data)[i].end - courses(data)[i].start + 1;
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && lengths[j] < lengths[j - 1]; j--) {
            const int64_t swap = lengths[j];
            lengths[j] = lengths[j - 1];
            lengths[j - 1] = swap;
        }
    return count ? ratio_of(lengths[(count - 1) / 2] + lengths[count / 2], 2) : ratio_none();
}

static void assert_same(struct ratio a, struct ratio b)
{
    assert_int_equal(ratio_has_value(a), ratio_has_value(b));
    if (ratio_has_value(a))
        assert_int_equal(ratio_compare(a, b), 0);
}

static void compare_row(const struct figures *figures, const struct figure *row)
{
    static const enum figure_id additive[] = {
        FIGURE_COURSES_AT_START, FIGURE_COURSES_STARTED,  FIGURE_COURSES_ENDED,      FIGURE_COURSES_AT_END,
        FIGURE_COURSES_ACTIVE,   FIGURE_COURSES_POSITIVE, FIGURE_COURSES_PAID_HOURS,
    };
    const struct period *period = &figures->periods[row->key.period];
    for (size_t i = 0; i < sizeof additive / sizeof *additive; i++)
        if (row->key.figure == additive[i])
            assert_same(row->value, ratio_whole(counted_slowly(figures->data, row->key, period)));
    if (row->key.figure == FIGURE_COURSES_PERSONS)
        assert_same(row->value, ratio_whole(persons_slowly(figures->data, row->key, period)));
    if (row->key.figure == FIGURE_COURSES_DURATION)
        assert_same(row->value, median_slowly(figures->data, row->key, period));
}

static void every_key_is_what_counting_it_alone_gives(void **state)
{
    static const char *const reports[] = {"2024", "2021", "2023-1", "2022-2"};
    uint64_t seed = 20240229;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct builder b;
        add_random_data(&b, &seed);
        count(&b, reports[round % 4]);
        for (size_t i = 0; i < b.figures.count; i++)
            compare_row(&b.figures, &b.figures.rows[i]);
        builder_free(&b);
    }
}

/* Judged on that day the goal is reached, and on the day before it is not. */
static void assert_reached_first_on(struct builder *b, const char *date)
{
    char year[] = "2022";
    memcpy(year, date, strlen(year));
    b->data.settings.extract_date = day(date);
    count(b, year);
    assert_string_equal(value_of(b, sv_text(&b->arena, sv_format(&b->arena, "maal.m.dato;%s;;;", year))),
                        date);
    b->data.settings.extract_date--;
    count(b, year);
    const char *status = sv_text(&b->arena, sv_format(&b->arena, "maal.m.status;%s;;;", year));
    assert_int_not_equal(strncmp(value_of(b, status), "naaet", 5), 0);
}

static const struct dated_goal {
    enum goal_type type;
    const char *figure;
    const char *codes;
} DATED_GOALS[] = {
    {GOAL_FINAL, "forloeb.igang_ultimo", ""},
    {GOAL_FINAL, "forloeb.startede", ""},
    {GOAL_FINAL, "forloeb.afsluttede", ""},
    {GOAL_FINAL, "forloeb.aktive", ""},
    {GOAL_FINAL, "forloeb.personer", ""},
    {GOAL_FINAL, "forloeb.positive", ""},
    {GOAL_FINAL, "forloeb.udfald", "stoppet|andet|uoplyst"},
    {GOAL_FINAL, "forloeb.afbrud", "andet|misbrug|helbred"},
    {GOAL_FINAL, "forloeb.progression", "frem"},
    {GOAL_FINAL, "forloeb.vaerdikaede", "motivation>praktik|praktik>lille_job|afklaring>praktik"},
    {GOAL_FINAL, "forloeb.loennede_timer", ""},
    {GOAL_FINAL, "forloeb.opfoelgningsmoeder", ""},
    {GOAL_FINAL, "job.nye", "smaajob"},
    {GOAL_FINAL, "job.personer", ""},
    {GOAL_FINAL, "job.personer", "fleksjob|smaajob"},
    {GOAL_FINAL, "job.virksomheder", ""},
    {GOAL_FINAL, "job.aktive_ultimo", ""},
    {GOAL_FINAL, "job.aarsvaerk", ""},
    {GOAL_FINAL, "job.timebaand", "0-5|30+|10-20"},
    {GOAL_FINAL, "job.in_house", ""},
    {GOAL_FINAL, "job.csr", ""},
    {GOAL_FINAL, "job.virksomhedstype", "fond"},
    {GOAL_FINAL, "job.foerste", ""},
    {GOAL_FINAL, "job.naeste", ""},
    {GOAL_FINAL, "job.naeste_anden", ""},
    {GOAL_FINAL, "virksomhed.aktive_ultimo", "fond"},
    {GOAL_FINAL, "virksomhed.nye", ""},
    {GOAL_FINAL, "virksomhed.lukkede", ""},
    {GOAL_FINAL, "virksomhed.registrerede", ""},
    {GOAL_FINAL, "virksomhed.tre_bundlinjer", ""},
    {GOAL_FINAL, "virksomhed.generation", "2"},
    {GOAL_FINAL, "virksomhed.ansatte", ""},
    {GOAL_FINAL, "virksomhed.ansatte_kant", ""},
    {GOAL_FINAL, "virksomhed.kant_30", ""},
    {GOAL_FINAL, "virksomhed.udenfor", ""},
    {GOAL_FINAL, "aftale.aktive_ultimo", ""},
    {GOAL_FINAL, "aftale.ophoerte", ""},
    {GOAL_FINAL, "fundraising.ansoegninger", "egen|kommune"},
    {GOAL_FINAL, "fundraising.ansoegt", ""},
    {GOAL_FINAL, "fundraising.bevillinger", "egen|no_cure_no_pay"},
    {GOAL_FINAL, "fundraising.bevilget", ""},
    {GOAL_FINAL, "fundraising.givere", ""},
    {GOAL_FINAL, "fundraising.gengangere", ""},
    {GOAL_FINAL, "proevehandling.igangsatte", ""},
    {GOAL_FINAL, "proevehandling.status", "ide"},
    {GOAL_FINAL, "proevehandling.tvaersektorielle", ""},
    {GOAL_FINAL, "proevehandling.lokal_partner", ""},
    {GOAL_FINAL, "proevehandling.verdensmaal", "1|2|17"},
    {GOAL_FINAL, "indkoeb.beloeb", "Teknik|Ældre"},
    {GOAL_FINAL, "indkoeb.antal", ""},
    {GOAL_FINAL, "indkoeb.virksomheder", ""},
    {GOAL_FINAL, "indkoeb.reserveret", ""},
    {GOAL_YEARLY, "fundraising.ansoegninger", ""},
    {GOAL_YEARLY, "proevehandling.igangsatte", ""},
    {GOAL_YEARLY, "forloeb.startede", ""},
    {GOAL_YEARLY, "job.nye", "fleksjob"},
    {GOAL_YEARLY, "job.timebaand", "20-30|30+"},
    {GOAL_YEARLY, "job.foerste", ""},
    {GOAL_YEARLY, "job.naeste_anden", ""},
    {GOAL_YEARLY, "virksomhed.nye", ""},
};

static bool is_reached(struct builder *b, const char *year)
{
    const char *row = sv_text(&b->arena, sv_format(&b->arena, "maal.m.status;%s;;;", year));
    return strncmp(value_of(b, row), "naaet", 5) == 0;
}

/* Whether the goal was reached with a day in the strategy's years, which then could be compared. */
static bool compare_date(uint64_t *seed, const struct dated_goal *goal)
{
    static const char *const years[] = {"2022", "2023", "2024", "2025"};
    const char *year = years[random_below(seed, 4)];
    struct builder b;
    add_random_data(&b, seed);
    add_random_rest(&b, seed);
    add_goal(&b, "m", goal->type, goal->figure, goal->codes, 1 + (int)random_below(seed, 4));
    count(&b, year);
    const char *date = value_of(&b, sv_text(&b.arena, sv_format(&b.arena, "maal.m.dato;%s;;;", year)));
    const bool compared = strcmp(date, "2022") > 0;
    assert_int_equal(is_reached(&b, year), *date != '\0');
    if (compared)
        assert_reached_first_on(&b, date);
    builder_free(&b);
    return compared;
}

static void a_goals_date_is_the_first_day_from_which_its_value_holds(void **state)
{
    uint64_t seed = 14082019;
    (void)state;
    for (size_t goal = 0; goal < sizeof DATED_GOALS / sizeof *DATED_GOALS; goal++) {
        int compared = 0;
        for (int round = 0; round < ROUNDS; round++)
            compared += compare_date(&seed, &DATED_GOALS[goal]);
        if (!compared)
            fail_msg("no date of %s was compared", DATED_GOALS[goal].figure);
    }
}

/* ---- Sums ---- */

static struct ratio value_in(struct builder *b, enum figure_id figure, const char *period)
{
    for (uint16_t i = 0; i < b->figures.period_count; i++)
        if (sv_is(period_name(&b->figures.periods[i]), period))
            return figures_value(&b->figures, figure_key_in(&b->figures, figure, i));
    fail_msg("no period %s", period);
    return ratio_none();
}

/* What begins or is dated within a half-year does so in one of the two. */
static void the_two_half_years_of_a_flow_make_the_year(void **state)
{
    static const enum figure_id flows[] = {
        FIGURE_COURSES_STARTED,
        FIGURE_COURSES_ENDED,
        FIGURE_COURSES_POSITIVE,
        FIGURE_COURSES_MEETINGS,
        FIGURE_JOBS_NEW,
        FIGURE_JOBS_HOURS,
        FIGURE_ENTERPRISES_NEW,
        FIGURE_ENTERPRISES_CLOSED,
        FIGURE_AGREEMENTS_NEW,
        FIGURE_APPLICATIONS_SENT,
        FIGURE_APPLICATIONS_SOUGHT,
        FIGURE_APPLICATIONS_GRANTED,
        FIGURE_APPLICATIONS_AMOUNT,
        FIGURE_TRIALS_STARTED,
        FIGURE_PURCHASES_AMOUNT,
        FIGURE_PURCHASES_COUNT,
        FIGURE_PURCHASES_RESERVED,
    };
    enum { FLOWS = sizeof flows / sizeof *flows };
    uint64_t seed = 1706;
    int64_t all = 0;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct builder b;
        struct ratio first[FLOWS];
        add_random_data(&b, &seed);
        add_random_rest(&b, &seed);
        count(&b, "2024-1");
        for (size_t i = 0; i < FLOWS; i++)
            first[i] = value_in(&b, flows[i], "2024-1");
        count(&b, "2024-2");
        for (size_t i = 0; i < FLOWS; i++) {
            const struct ratio both = ratio_add(first[i], value_in(&b, flows[i], "2024-2"));
            assert_int_equal(ratio_compare(both, value_in(&b, flows[i], "2024")), 0);
            all += first[i].num;
        }
        builder_free(&b);
    }
    assert_true(all > 0);
}

static void add_random_answers(struct builder *b, uint64_t *seed)
{
    static const char *const questions[] = {"plan", "effekt", "samarbejde"};
    for (uint32_t left = random_below(seed, 40); left > 0; left--) {
        char agreement[16];
        snprintf(agreement, sizeof agreement, "A%u", random_below(seed, AGREEMENTS));
        add_evaluation(b, agreement, 2023 + (int)random_below(seed, 2), questions[random_below(seed, 3)],
                       (int)random_below(seed, 6));
    }
}

/* The answers to a question and what they come to in all, of one agreement. */
static struct ratio sum_of_answers(struct builder *b, uint16_t question, uint32_t agreement)
{
    struct figure_key key = figure_key(&b->figures, FIGURE_EVALUATION_COUNT);
    key = figure_key_code(&b->figures, key,
                          code_text(code_list(&b->data.codes, CODES_EVALUATION_QUESTION), question));
    key.agreement = agreement;
    const struct ratio answers = figures_value(&b->figures, key);
    key.figure = FIGURE_EVALUATION_ANSWER;
    const struct ratio mean = figures_value(&b->figures, key);
    return answers.num ? ratio_divide(mean, ratio_divide(ratio_whole(1), answers)) : ratio_whole(0);
}

static void the_agreements_answers_make_those_for_all(void **state)
{
    uint64_t seed = 2902;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct builder b;
        add_random_data(&b, &seed);
        add_random_answers(&b, &seed);
        count_evaluation(&b, 2024, "");
        for (uint16_t question = 0; question < 8; question++) {
            struct ratio sum = ratio_whole(0);
            for (uint32_t agreement = 0; agreement < AGREEMENTS; agreement++)
                sum = ratio_add(sum, sum_of_answers(&b, question, agreement));
            assert_int_equal(ratio_compare(sum, sum_of_answers(&b, question, ALL_AGREEMENTS)), 0);
        }
        builder_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_what_counting_it_alone_gives),
        cmocka_unit_test(a_goals_date_is_the_first_day_from_which_its_value_holds),
        cmocka_unit_test(the_two_half_years_of_a_flow_make_the_year),
        cmocka_unit_test(the_agreements_answers_make_those_for_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

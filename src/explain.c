#include "explain.h"

#include "categories.h"
#include "explanation.h"
#include "text_da.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char GOAL_PREFIX[] = "maal.";

__attribute__((format(printf, 1, 2))) static bool refuse(const char *format, ...)
{
    va_list arguments;
    fputs("aarsrapport: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputs("\nHjælp: aarsrapport forklar --help\n", stderr);
    return false;
}

/* ---- Nearest names ---- */

/* The name that is nearest to what was asked for. */
struct nearest {
    struct sv asked;
    struct sv name;
    size_t distance;
};

static struct nearest nearest_to(const char *asked)
{
    return (struct nearest){.asked = sv_of(asked), .distance = SIZE_MAX};
}

static void consider(struct nearest *nearest, struct sv name)
{
    const size_t distance = edit_distance(nearest->asked, name);
    if (distance < nearest->distance) {
        nearest->distance = distance;
        nearest->name = name;
    }
}

static bool refuse_name(const struct nearest *nearest, const char *what)
{
    if (!nearest->name.size)
        return refuse("»%.*s« er ikke %s.", SV_ARG(nearest->asked), what);
    return refuse("»%.*s« er ikke %s. Mente du »%.*s«?", SV_ARG(nearest->asked), what, SV_ARG(nearest->name));
}

/* ---- The figure ---- */

static bool is_of_a_goal(const struct options *options)
{
    return strncmp(options->argument, GOAL_PREFIX, sizeof GOAL_PREFIX - 1) == 0;
}

static bool is_so_far(enum figure_id figure)
{
    return sv_ends_with(sv_of(figure_kind(figure)->key), sv_of("_ialt"));
}

static bool is_of_the_evaluation(enum figure_id figure)
{
    return is_so_far(figure) || sv_starts_with(sv_of(figure_kind(figure)->key), sv_of("evaluering."));
}

static bool refuse_figure(const struct options *options)
{
    struct nearest nearest = nearest_to(options->argument);
    for (enum figure_id figure = 0; figure < FIGURE_GOAL_VALUE; figure++)
        if (!figure_is_timeless(figure))
            consider(&nearest, sv_of(figure_kind(figure)->key));
    return refuse_name(&nearest, "nøglen til et tal");
}

const struct report_type *explained_in(const struct options *options)
{
    const struct period *period = &options->period;
    const struct report_type *type = report_type_of(period->half ? COMMAND_HALF_YEAR : COMMAND_YEAR);
    if (is_of_a_goal(options))
        return type;
    const enum figure_id figure = figure_named(sv_of(options->argument));
    if (figure == FIGURES) {
        refuse_figure(options);
        return NULL;
    }
    if (is_so_far(figure) && period->half) {
        refuse("%s tælles kun i evalueringen: skriv et år, for eksempel %d.", options->argument,
               period->year);
        return NULL;
    }
    return is_of_the_evaluation(figure) && !period->half ? report_type_of(COMMAND_EVALUATION) : type;
}

/* The key of "maal.<id>.vaerdi"; figures of goals come once a goal. */
static bool find_goal(const struct run *run, struct figure_key *key)
{
    struct nearest nearest = nearest_to(run->options->argument);
    for (uint16_t goal = 0; goal < row_count(&run->data, TABLE_GOALS); goal++)
        for (enum figure_id figure = FIGURE_GOAL_VALUE; figure < FIGURES; figure++) {
            const struct figure_key of = {.figure = (uint16_t)figure, .goal = goal};
            const struct sv name = figure_key_name(run->arena, &run->figures, of);
            consider(&nearest, name);
            if (!sv_equal(name, nearest.asked))
                continue;
            key->figure = (uint16_t)figure;
            key->goal = goal;
            return true;
        }
    return refuse_name(&nearest, "nøglen til et mål");
}

static bool find_figure(const struct run *run, struct figure_key *key)
{
    if (is_of_a_goal(run->options))
        return find_goal(run, key);
    key->figure = (uint16_t)figure_named(sv_of(run->options->argument));
    return true;
}

/* ---- What it is for ---- */

static bool find_agreement(const struct run *run, struct figure_key *key)
{
    struct nearest nearest = nearest_to(run->options->agreement);
    for (uint32_t row = 0; row < row_count(&run->data, TABLE_AGREEMENTS); row++) {
        consider(&nearest, agreement_id(&run->data, row));
        if (sv_equal(agreement_id(&run->data, row), nearest.asked)) {
            key->agreement = row;
            return true;
        }
    }
    return refuse_name(&nearest, "en aftale i aftaler.csv");
}

static bool find_target_group(const struct run *run, struct figure_key *key)
{
    const struct code_list *list = code_list(&run->data.codes, CODES_TARGET_GROUP);
    struct nearest nearest = nearest_to(run->options->target_group);
    key->target_group = code_find(list, nearest.asked);
    if (key->target_group != CODE_NONE)
        return true;
    consider(&nearest, code_text(list, code_nearest(list, nearest.asked)));
    return refuse_name(&nearest, "en målgruppe");
}

static bool find_code(struct run *run, struct figure_key *key)
{
    const enum figure_id figure = (enum figure_id)key->figure;
    struct nearest nearest = nearest_to(run->options->code);
    const size_t count = category_count(&run->data, figure);
    if (!count)
        return refuse("%s er ikke delt efter kode.", run->options->argument);
    const size_t found = category_find(&run->data, figure, nearest.asked);
    for (size_t category = 0; category < count && found == CATEGORY_NONE; category++)
        consider(&nearest, category_code(run->arena, &run->data, figure, category));
    if (found == CATEGORY_NONE)
        return refuse_name(&nearest, sv_format(run->arena, "en kode af %s", run->options->argument).data);
    *key = figure_key_code(&run->figures, *key, category_code(run->arena, &run->data, figure, found));
    return true;
}

static bool find_key(struct run *run, struct figure_key *key)
{
    const struct options *options = run->options;
    *key = figure_key(&run->figures, FIGURE_COURSES_ACTIVE);
    return find_figure(run, key) && (!options->agreement || find_agreement(run, key)) &&
           (!options->target_group || find_target_group(run, key)) && (!options->code || find_code(run, key));
}

/* ---- Whether it is counted so ---- */

enum division { BY_AGREEMENT = 1, BY_TARGET_GROUP = 2, BY_CODE = 4, DIVISIONS = 8 };

static unsigned division_of(struct figure_key key)
{
    return (key.agreement == ALL_AGREEMENTS ? 0u : BY_AGREEMENT) |
           (key.target_group == ALL_TARGET_GROUPS ? 0u : BY_TARGET_GROUP) |
           (key.code == WITHOUT_CODE ? 0u : BY_CODE);
}

static unsigned divisions_counted(const struct figures *figures, struct figure_key key)
{
    unsigned counted = 0;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure_key of = figures->rows[i].key;
        if (of.figure == key.figure && of.goal == key.goal && of.period == key.period)
            counted |= 1u << division_of(of);
    }
    return counted;
}

/* A count by code that is zero has no row, but is a number all the same. */
static bool is_counted(const struct figures *figures, struct figure_key key)
{
    const unsigned counted = divisions_counted(figures, key);
    return counted >> division_of(key) & 1 || (!counted && division_of(key) == BY_CODE);
}

static bool refuse_division(const struct run *run, struct figure_key key)
{
    static const char *const forms[DIVISIONS] = {
        "alene",     "med aftale=",          "med maalgruppe=",          "med aftale= og maalgruppe=",
        "med kode=", "med aftale= og kode=", "med maalgruppe= og kode=", "med aftale=, maalgruppe= og kode=",
    };
    const unsigned counted = divisions_counted(&run->figures, key);
    struct buffer said = buffer_in(run->arena);
    for (unsigned division = 0; division < DIVISIONS; division++)
        if (counted >> division & 1)
            buffer_format(&said, "%s%s", said.size ? "; " : "", forms[division]);
    if (!counted)
        return refuse("Der er intet tal for %s i %.*s.", run->options->argument,
                      SV_ARG(period_name(&run->options->period)));
    return refuse("%s tælles ikke sådan. Skriv nøglen %.*s.", run->options->argument,
                  SV_ARG(buffer_view(&said)));
}

bool explain_print(struct run *run)
{
    struct figure_key key;
    struct buffer text = buffer_in(run->arena);
    const size_t most = run->options->given[OPTION_VERBOSE] ? EVERY_ROW : EXPLANATION_ROWS;
    if (!find_key(run, &key))
        return false;
    if (!is_counted(&run->figures, key))
        return refuse_division(run, key);
    const struct document *document = explanation_compose(&run->figures, key, most, run->arena);
    render_text(&text, document_release(document, EDITION_INTERNAL, run->arena));
    fwrite(text.data, 1, text.size, stdout);
    return true;
}

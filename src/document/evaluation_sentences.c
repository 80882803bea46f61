#include "evaluation_sentences.h"

#include "sections.h"

struct sv ordinal_da(struct arena *arena, unsigned number)
{
    static const char *const words[] = {NULL,     "første",  "anden",   "tredje", "fjerde", "femte",
                                        "sjette", "syvende", "ottende", "niende", "tiende"};
    if (number > 0 && number < sizeof words / sizeof *words)
        return sv_of(words[number]);
    return sv_format(arena, "%u.", number);
}

void say_no_agreements(struct sentence s, const struct evaluation_view *view)
{
    const struct section_context *context = view->context;
    say(s, "Evalueringen omfatter ingen aftaler, for ingen var i kraft fra ");
    say_value(s, ratio_whole(context->figures->periods[courses_period(context)].first), FORMAT_DATE);
    say(s, " til ");
    say_value(s, ratio_whole(cut_off_day(context)), FORMAT_DATE);
    say(s, ".");
}

/* ---- How many answered ---- */

struct answer_counts {
    int64_t fewest; /* of the questions that were answered */
    int64_t most;
    size_t answered; /* questions */
};

static struct answer_counts count_answers(const struct evaluation_view *view, uint32_t agreement)
{
    struct answer_counts counts = {0};
    for (size_t i = 0; i < view->questions->count; i++) {
        const int64_t answers = evaluation_answers(view, view->now, agreement, i);
        if (!answers)
            continue;
        counts.fewest = counts.answered++ && counts.fewest < answers ? counts.fewest : answers;
        counts.most = answers > counts.most ? answers : counts.most;
    }
    return counts;
}

static void say_how_many(struct sentence s, int64_t number)
{
    if (number == 1)
        say(s, "ét svar");
    else
        say_sv(s, sv_format(s.context->document->arena, "%lld svar", (long long)number));
}

void say_answer_counts(struct sentence s, const struct evaluation_view *view, uint32_t agreement)
{
    const struct answer_counts counts = count_answers(view, agreement);
    const size_t questions = view->questions->count;
    if (!counts.answered) {
        say(s, agreement == ALL_AGREEMENTS && evaluation_size(view) > 1
                   ? "Ingen har svaret på spørgsmålene om aftalerne."
                   : "Ingen har svaret på spørgsmålene om aftalen.");
        return;
    }
    say(s, "Der er ");
    if (counts.fewest == counts.most)
        say_how_many(s, counts.most);
    else
        say_sv(s, sv_format(s.context->document->arena, "%lld–%lld svar", (long long)counts.fewest,
                            (long long)counts.most));
    if (counts.answered == questions)
        say(s, " på hvert spørgsmål.");
    else if (counts.answered == 1)
        say_sv(s, sv_format(s.context->document->arena, " på et enkelt af de %zu spørgsmål.", questions));
    else
        say_sv(s, sv_format(s.context->document->arena, " på hvert af %zu spørgsmål ud af %zu.",
                            counts.answered, questions));
}

/* ---- Highest and lowest ---- */

static int64_t printed(struct ratio value)
{
    return ratio_round(value, 1);
}

struct extreme {
    int64_t value; /* tenths, as printed */
    size_t first;  /* the questions that have it */
    size_t second;
    size_t count;
};

static void meet(struct extreme *extreme, int64_t value, size_t question, bool better)
{
    if (!extreme->count || better)
        *extreme = (struct extreme){.value = value, .first = question, .count = 1};
    else if (value == extreme->value && extreme->count++ == 1)
        extreme->second = question;
}

static void find_extremes(const struct evaluation_view *view, uint32_t agreement, struct extreme *high,
                          struct extreme *low)
{
    for (size_t i = 0; i < view->questions->count; i++) {
        const struct ratio mean = evaluation_mean(view, view->now, agreement, i);
        if (!ratio_has_value(mean))
            continue;
        const int64_t value = printed(mean);
        meet(high, value, i, value > high->value);
        meet(low, value, i, value < low->value);
    }
}

static void say_question(struct sentence s, const struct evaluation_view *view, size_t question)
{
    say(s, "»");
    say_sv(s, view->questions->codes[question].name);
    say(s, "«");
}

static void say_mean(struct sentence s, const struct evaluation_view *view, uint16_t period,
                     uint32_t agreement, size_t question)
{
    say_figure(s, evaluation_key(view, FIGURE_EVALUATION_ANSWER, period, agreement, question),
               FORMAT_DECIMAL);
}

/* "»…«", "»…« og »…«", "tre af spørgsmålene" */
static void say_questions(struct sentence s, const struct evaluation_view *view,
                          const struct extreme *extreme)
{
    static const char *const numbers[] = {"", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte"};
    if (extreme->count > 2) {
        if (extreme->count < sizeof numbers / sizeof *numbers)
            say(s, numbers[extreme->count]);
        else
            say_sv(s, sv_format(s.context->document->arena, "%zu", extreme->count));
        say(s, " af spørgsmålene");
        return;
    }
    say_question(s, view, extreme->first);
    if (extreme->count == 2) {
        say(s, " og ");
        say_question(s, view, extreme->second);
    }
}

static void say_extreme(struct sentence s, const struct evaluation_view *view, uint32_t agreement,
                        const struct extreme *extreme)
{
    say_questions(s, view, extreme);
    say(s, " med ");
    say_mean(s, view, view->now, agreement, extreme->first);
}

void say_highest_and_lowest(struct sentence s, const struct evaluation_view *view, uint32_t agreement)
{
    struct extreme high = {0};
    struct extreme low = {0};
    find_extremes(view, agreement, &high, &low);
    const size_t answered = count_answers(view, agreement).answered;
    if (answered == 0)
        return;
    if (answered == 1) {
        say(s, " ");
        say_question(s, view, high.first);
        say(s, " ligger på ");
        say_mean(s, view, view->now, agreement, high.first);
        say(s, ".");
        return;
    }
    if (high.value == low.value) {
        say(s, answered == view->questions->count ? " Alle spørgsmålene ligger på "
                                                  : " De spørgsmål, der er svaret på, ligger alle på ");
        say_mean(s, view, view->now, agreement, high.first);
        say(s, ".");
        return;
    }
    say(s, " Højest ligger ");
    say_extreme(s, view, agreement, &high);
    say(s, ", og lavest ligger ");
    say_extreme(s, view, agreement, &low);
    say(s, ".");
}

/* ---- Changes ---- */

struct changes {
    struct extreme rise;
    struct extreme fall;
    size_t compared;
};

static struct changes find_changes(const struct evaluation_view *view, uint32_t agreement)
{
    struct changes found = {.compared = 0};
    for (size_t i = 0; i < view->questions->count; i++) {
        const struct ratio moved = evaluation_change(view, agreement, i);
        if (!ratio_has_value(moved))
            continue;
        const int64_t change = printed(moved);
        found.compared++;
        if (change > 0)
            meet(&found.rise, change, i, change > found.rise.value);
        if (change < 0)
            meet(&found.fall, change, i, change < found.fall.value);
    }
    return found;
}

/* "»…« steget mest, med 0,8 til 3,9"; "»…« og »…« steget mest, med 1,0". The change is the table's. */
static void say_moved(struct sentence s, const struct evaluation_view *view, uint32_t agreement,
                      const struct extreme *moved, const char *how)
{
    struct ratio change = evaluation_change(view, agreement, moved->first);
    if (change.num < 0)
        change = ratio_subtract(ratio_whole(0), change);
    say_questions(s, view, moved);
    say(s, how);
    say_value(s, change, FORMAT_DECIMAL);
    if (moved->count > 1)
        return;
    say(s, " til ");
    say_mean(s, view, view->now, agreement, moved->first);
}

void say_largest_changes(struct sentence s, const struct evaluation_view *view, uint32_t agreement)
{
    const struct changes found = find_changes(view, agreement);
    const bool most = found.compared > 1;
    const int year = report_year(view->context) - 1;
    if (!found.compared)
        return;
    if (!found.rise.count && !found.fall.count) {
        say_year_text(s, " Gennemsnittene er som i ", year, ".");
        return;
    }
    say_year_text(s, " Siden ", year, " er ");
    if (found.rise.count)
        say_moved(s, view, agreement, &found.rise, most ? " steget mest, med " : " steget med ");
    if (found.rise.count && found.fall.count)
        say(s, ", mens ");
    if (found.fall.count)
        say_moved(s, view, agreement, &found.fall,
                  found.rise.count ? " er faldet mest, med "
                  : most           ? " faldet mest, med "
                                   : " faldet med ");
    say(s, ".");
}

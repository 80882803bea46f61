#include "survey_ranking.h"

struct ranking survey_ranking(const struct survey_view *view)
{
    const size_t most = view->survey.question_count * view->survey.rounds;
    struct ranking ranking = {.count = 0};
    ranking.items = arena_array(view->context->document->arena, most, sizeof *ranking.items);
    return ranking;
}

void ranking_add(struct ranking *ranking, struct ranked item)
{
    size_t at = ranking->count++;
    for (; at && ratio_compare(item.weight, ranking->items[at - 1].weight) > 0; at--)
        ranking->items[at] = ranking->items[at - 1];
    ranking->items[at] = item;
}

size_t ranking_ties(const struct ranking *ranking, size_t at)
{
    size_t count = 0;
    for (size_t i = 0; i < ranking->count; i++)
        count += ratio_compare(ranking->items[i].weight, ranking->items[at].weight) == 0;
    return count;
}

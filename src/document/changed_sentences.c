#include "changed_sentences.h"

#include "cell_text.h"

struct said {
    struct status_sentence sentences[STATUS_SENTENCES];
    size_t count;
};

static struct said said_of(const struct section_context *context)
{
    struct said said;
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    said.count = status_sentences(context, goals, count, said.sentences);
    return said;
}

/* The earlier version as it would be composed now. */
static struct said said_before(const struct section_context *context)
{
    const struct counted_run *before = &context->request->correction->changes->before;
    const struct section_context earlier = {
        .document = document_create(context->document->arena, before->figures),
        .figures = before->figures,
        .data = before->data,
        .diag = context->diag,
        .request = context->request,
    };
    return said_of(&earlier);
}

static struct sv text_about(const struct said *said, struct sv about, struct arena *arena)
{
    for (size_t i = 0; i < said->count; i++)
        if (sv_equal(said->sentences[i].about, about))
            return paragraph_text(arena, &said->sentences[i].text);
    return (struct sv){0};
}

/* Other reports have another page one. */
static bool has_status_sentences(enum report_kind kind)
{
    return kind == REPORT_YEAR || kind == REPORT_HALF_YEAR;
}

size_t changed_sentences(const struct section_context *context,
                         struct changed_sentence changed[CHANGED_SENTENCES])
{
    struct arena *arena = context->document->arena;
    size_t count = 0;
    if (!has_status_sentences(context->request->kind) || !correction_has_rows(context->request->correction))
        return 0;
    const struct said now = said_of(context);
    const struct said before = said_before(context);
    for (size_t i = 0; i < now.count; i++) {
        const struct sv after = paragraph_text(arena, &now.sentences[i].text);
        const struct sv earlier = text_about(&before, now.sentences[i].about, arena);
        if (!sv_equal(earlier, after))
            changed[count++] = (struct changed_sentence){earlier, after};
    }
    for (size_t i = 0; i < before.count; i++)
        if (!text_about(&now, before.sentences[i].about, arena).size)
            changed[count++] =
                (struct changed_sentence){paragraph_text(arena, &before.sentences[i].text), {0}};
    return count;
}

#include "narrative_check.h"

#include "placeholder.h"
#include "pseudonym.h"

static void check_words(const struct data_set *data, struct diag *diag, struct place place, struct sv words)
{
    const struct sv named = pseudonym_in(data, words);
    if (named.size)
        diag_value(diag, DIAG_PARTICIPANT_NAMED, place, named);
}

static void check_block(const struct data_set *data, struct diag *diag, struct sv file,
                        const struct narrative_block *block)
{
    struct placeholder unused;
    for (size_t i = 0; i < block->span_count; i++) {
        const struct narrative_span *span = &block->spans[i];
        const struct place place = {.file = file, .line = span->line};
        if (span->placeholder)
            placeholder_parse(data, span->text, place, diag, diag->arena, &unused);
        else
            check_words(data, diag, place, span->text);
    }
}

/* A text for no chapter, or in a folder of no period, is in no report. */
static void check_use(struct diag *diag, const struct narrative *narrative)
{
    const struct place place = {.file = narrative->file};
    struct period unused;
    if (!chapter_named(narrative->chapter))
        diag_detail(diag, DIAG_TEXT_NOT_USED, place, narrative->chapter,
                    sv_of(chapter_nearest(narrative->chapter)->name));
    else if (narrative->period.size && !period_parse(narrative->period, &unused))
        diag_value(diag, DIAG_TEXT_FOLDER_UNKNOWN, place, narrative->period);
}

void narratives_check(const struct data_set *data, struct diag *diag)
{
    for (size_t i = 0; i < data->narrative_count; i++) {
        const struct narrative *narrative = &data->narratives[i];
        check_use(diag, narrative);
        for (size_t b = 0; b < narrative->block_count; b++)
            check_block(data, diag, narrative->file, &narrative->blocks[b]);
    }
}

/*
 * Any bytes as a text of tekster/. The first byte chooses a chapter and a period. What must hold: no crash;
 * no civil registration number in any finding or text; every block has words, without control characters, and
 * a line of the file; addresses are of the kinds that are let through.
 */
#include "cpr_guard.h"
#include "narrative_check.h"
#include "narrative_markdown.h"
#include "narrative_read.h"
#include "text_decoder.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static struct sv decode(struct arena *arena, const uint8_t *bytes, size_t size)
{
    struct text_decoder decoder;
    struct decoder_marks marks;
    char *text = arena_alloc(arena, text_decoder_room(size));
    text_decoder_init(&decoder);
    return (struct sv){text, text_decode(&decoder, bytes, size, true, text, &marks)};
}

static uint32_t count_lines(struct sv text)
{
    uint32_t lines = 1;
    for (size_t i = 0; i < text.size; i++)
        lines += text.data[i] == '\n';
    return lines;
}

static void check_link(struct sv link)
{
    for (size_t i = 0; i < link.size; i++)
        require(link.data[i] > ' ' && link.data[i] < 0x7F);
    if (link.size)
        require(link.data[0] == '#' || sv_find(link, ':') != SIZE_MAX);
}

static void check_span(const struct narrative_span *span, uint32_t lines)
{
    require(span->line >= 1 && span->line <= lines);
    require(span->placeholder || span->text.size);
    for (size_t i = 0; i < span->text.size; i++)
        require((unsigned char)span->text.data[i] >= ' ' || span->text.data[i] == '\n');
    check_link(span->link);
}

static void check_block(struct arena *arena, const struct narrative_block *block, uint32_t lines)
{
    require(block->span_count);
    require(block->line >= 1 && block->line <= lines);
    require(block->kind != NARRATIVE_HEADING || (block->level >= 1 && block->level <= 6));
    require(block->depth < 8);
    require(cpr_find(narrative_block_text(arena, block)) == CPR_NONE);
    for (size_t i = 0; i < block->span_count; i++)
        check_span(&block->spans[i], lines);
}

static void check_findings(const struct diag *diag, struct arena *arena)
{
    for (size_t i = 0; i < diag->count; i++) {
        const struct finding *finding = &diag->findings[i];
        require(cpr_find(finding->value) == CPR_NONE);
        for (size_t d = 0; d < DIAG_DETAILS; d++)
            require(cpr_find(finding->details[d]) == CPR_NONE);
        require(finding_line(arena, finding).size > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const files[] = {"tekster/indledning.md", "tekster/2024/metode.md",
                                        "tekster/2024-3/x.md"};
    struct arena arena;
    struct data_set data;
    struct diag diag;
    if (!size)
        return 0;
    arena_init(&arena, NULL);
    data_set_init(&data, &arena);
    diag_init(&diag, &arena);
    const struct sv text = decode(&arena, bytes + 1, size - 1);
    narrative_add(&data, &diag, sv_of(files[bytes[0] % (sizeof files / sizeof *files)]), text);
    for (size_t i = 0; i < data.narratives[0].block_count; i++)
        check_block(&arena, &data.narratives[0].blocks[i], count_lines(text));
    narratives_check(&data, &diag);
    check_findings(&diag, &arena);
    arena_free(&arena);
    return 0;
}

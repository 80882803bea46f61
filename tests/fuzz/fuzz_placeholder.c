/*
 * Any bytes between the braces of a placeholder, masked as all texts are when they are read. What must hold:
 * no crash; one that is refused is a finding, one that is taken is none; what it names is within bounds; and
 * no civil registration number in any finding.
 */
#include "cpr_guard.h"
#include "placeholder.h"
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

static void check(const struct data_set *data, const struct placeholder *placeholder)
{
    require(placeholder->goal == NO_GOAL || placeholder->goal < row_count(data, TABLE_GOALS));
    require(placeholder->agreement == ALL_AGREEMENTS ||
            placeholder->agreement < row_count(data, TABLE_AGREEMENTS));
    require(placeholder->when != PERIOD_NAMED || placeholder->period.first <= placeholder->period.last);
    require(placeholder->form <= FORM_CHANGE);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena;
    struct data_set data;
    struct diag diag;
    struct placeholder placeholder;
    arena_init(&arena, NULL);
    data_set_init(&data, &arena);
    diag_init(&diag, &arena);
    const struct place place = {.file = sv_of("tekster/indledning.md"), .line = 1};
    if (placeholder_parse(&data, cpr_mask(&arena, decode(&arena, bytes, size)), place, &diag, &arena,
                          &placeholder)) {
        require(diag.count == 0);
        check(&data, &placeholder);
    } else {
        require(diag.count > 0);
    }
    for (size_t i = 0; i < diag.count; i++) {
        require(cpr_find(diag.findings[i].value) == CPR_NONE);
        require(finding_line(&arena, &diag.findings[i]).size > 0);
    }
    arena_free(&arena);
    return 0;
}

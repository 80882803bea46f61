/*
 * Any text as rapport.ini. What must hold: no crash, and no civil registration number in any finding or
 * setting.
 */
#include "cpr_guard.h"
#include "settings_file.h"
#include "text_decoder.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct sv decode(struct arena *arena, const uint8_t *bytes, size_t size)
{
    struct text_decoder decoder;
    struct decoder_marks marks;
    char *text = arena_alloc(arena, text_decoder_room(size));
    text_decoder_init(&decoder);
    return (struct sv){text, text_decode(&decoder, bytes, size, true, text, &marks)};
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena;
    struct data_set data;
    struct diag diag;
    arena_init(&arena, NULL);
    data_set_init(&data, &arena);
    diag_init(&diag, &arena);
    settings_parse(&data, &diag, sv_of("rapport.ini"), decode(&arena, bytes, size));
    for (size_t i = 0; i < diag.count; i++)
        if (cpr_find(diag.findings[i].value) != CPR_NONE)
            abort();
    if (cpr_find(data.settings.title) != CPR_NONE)
        abort();
    arena_free(&arena);
    return 0;
}

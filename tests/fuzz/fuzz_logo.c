/*
 * Any bytes as the logo. What must hold: no crash, a picture or a finding, and a picture that is no larger
 * than the cover prints it and can be read again.
 */
#include "logo.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(struct arena *arena, const struct picture *picture)
{
    struct diag diag;
    diag_init(&diag, arena);
    if (picture->width < 1 || picture->width > 900 || picture->height < 1 || picture->height > 400)
        abort();
    if (!logo_decode(arena, &diag, sv_of("logo.png"), picture->png))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena;
    struct diag diag;
    arena_init(&arena, NULL);
    diag_init(&diag, &arena);
    const struct picture *picture =
        logo_decode(&arena, &diag, sv_of("logo.png"), (struct sv){(const char *)bytes, size});
    if (picture)
        check(&arena, picture);
    else if (diag.count != 1)
        abort();
    arena_free(&arena);
    return 0;
}

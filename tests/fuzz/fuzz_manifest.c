/*
 * Any bytes as koersel.json of an earlier run. What must hold: no crash, and what is believed is within its
 * bounds: a version that can be counted on from, and outputs that name files of the folder itself.
 */
#include "manifest_read.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_output(struct sv name)
{
    if (!name.size || memchr(name.data, '/', name.size) || memchr(name.data, '\0', name.size) ||
        name.data[0] == '.')
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena;
    struct past_run run;
    arena_init(&arena, NULL);
    const struct sv text = {(const char *)bytes, size};
    if (manifest_parse(&run, text, &arena)) {
        if (run.version < 1 || run.version > HIGHEST_VERSION || !run.basis.size || !run.output_count ||
            !sv_equal(run.basis, manifest_basis(text, &arena)))
            abort();
        for (size_t i = 0; i < run.output_count; i++)
            check_output(run.outputs[i].name);
    }
    arena_free(&arena);
    return 0;
}

/*
 * Any bytes as noegletal-<period>.csv of an earlier run. What must hold: no crash, and what is believed is in
 * order, is found by its key, and says the file's own bytes when it is written again.
 */
#include "csv_write.h"
#include "printed_figures_read.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void write_row(struct buffer *buffer, const struct printed_figure *row)
{
    const struct sv fields[] = {row->name, row->period, row->agreement, row->target_group,
                                row->code, row->value,  row->unit};
    const size_t count = sizeof fields / sizeof *fields;
    for (size_t i = 0; i < count; i++) {
        csv_add_field(buffer, fields[i]);
        buffer_add_text(buffer, i + 1 < count ? ";" : "\r\n");
    }
}

static void check(const struct printed_figures *figures, struct sv text, struct arena *arena)
{
    struct buffer again = buffer_in(arena);
    buffer_add_text(&again, PRINTED_FIGURES_HEAD);
    for (size_t i = 0; i < figures->count; i++) {
        const struct printed_figure *row = &figures->rows[i];
        if (printed_figures_find(figures, row) != row)
            abort();
        write_row(&again, row);
    }
    if (!sv_equal(buffer_view(&again), text))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const struct sv text = {(const char *)bytes, size};
    struct printed_figures figures;
    struct arena arena;
    arena_init(&arena, NULL);
    if (printed_figures_parse(&figures, text, &arena))
        check(&figures, text, &arena);
    arena_free(&arena);
    return 0;
}

/*
 * Any bytes as the noegletal file of an earlier run. What must hold: no crash; what is believed has sorted
 * rows with different keys, each of which is found, and gives the same bytes when it is written again.
 */
#include "csv_write.h"
#include "printed_figures_read.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void write_row(struct buffer *text, const struct printed_figure *row)
{
    const struct sv fields[] = {row->name, row->period, row->agreement, row->target_group,
                                row->code, row->value,  row->unit};
    const size_t count = sizeof fields / sizeof *fields;
    for (size_t i = 0; i < count; i++) {
        csv_add_field(text, fields[i]);
        buffer_add_text(text, i + 1 < count ? ";" : "\r\n");
    }
}

static void check(const struct printed_figures *figures, struct sv read, struct arena *arena)
{
    struct buffer written = buffer_in(arena);
    buffer_add_text(&written, PRINTED_FIGURES_HEAD);
    for (size_t i = 0; i < figures->count; i++) {
        const struct printed_figure *row = &figures->rows[i];
        require(printed_figures_find(figures, row) == row);
        require(!i || printed_figure_order(row - 1, row) < 0);
        write_row(&written, row);
    }
    require(sv_equal(buffer_view(&written), read));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena;
    struct printed_figures figures;
    arena_init(&arena, NULL);
    const struct sv text = {(const char *)bytes, size};
    if (printed_figures_parse(&figures, text, &arena))
        check(&figures, text, &arena);
    arena_free(&arena);
    return 0;
}

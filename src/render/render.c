#include "render.h"

static const struct renderer list[] = {
    {".pdf", render_pdf},
    {".xlsx", render_xlsx},
};

const struct renderer *renderers(size_t *count)
{
    *count = sizeof list / sizeof *list;
    return list;
}

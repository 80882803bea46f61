/*
 * What has changed since the report was made last: which goal turned, which figure moved, and which rows of
 * the data are behind it; on one page, and the rest in the workbook of corrections.
 */
#include "changes_parts.h"
#include "changes_text.h"
#include "sections.h"

void section_changes(const struct section_context *context, struct section *section)
{
    enum { FIGURES_SHOWN = 10, LINES_SHOWN = 15, FOLLOWING_SHOWN = 4, FIGURES_IN_SHORT = 6 };
    const bool in_short = context->request->kind == REPORT_HALF_YEAR;
    if (!context->request->correction)
        return;
    const struct changes_form form = {
        .figures = in_short ? FIGURES_IN_SHORT : FIGURES_SHOWN,
        .rows = {in_short ? 0 : LINES_SHOWN, FOLLOWING_SHOWN},
        .row_table = !in_short,
        .sentences = !in_short,
        .revisions = !in_short,
        .elsewhere = context->request->correction->file,
        .inputs = context->request->correction->file,
    };
    section->one_page = !in_short;
    add_changes(context, section, &form);
    if (!document_table(context->document, sv_of("revisioner")))
        add_versions_left_out(context, section);
}

#include "changes_parts.h"

#include "changes_tables.h"
#include "changes_text.h"
#include "headline_changes.h"
#include "revision_table.h"

/* With one older version the revision is the change itself, unless that is all that is left of more. */
static bool has_room_for_revisions(const struct section_context *context, const struct shown_rows *shown)
{
    enum { LINES_BESIDE = 8, REVISED_MOST = 6, OLDER_FEWEST = 2, OLDER_MOST = 5 };
    const struct correction *correction = context->request->correction;
    const size_t older = correction->older_count;
    return older + correction->left_out_count >= OLDER_FEWEST && older <= OLDER_MOST &&
           shown->lines <= LINES_BESIDE && revised_figures(context) <= REVISED_MOST;
}

void add_changes(const struct section_context *context, struct section *section,
                 const struct changes_form *form)
{
    const struct correction *correction = context->request->correction;
    struct told_change *told;
    add_changes_lead(context, section);
    if (correction_can_be_told(correction))
        add_turned_goals(context, section);
    add_changes_counted(context, section);
    if (!correction_can_be_told(correction))
        return;
    const size_t count = headline_changes(context, form->persons_and_texts, &told);
    const struct shown_rows shown =
        shown_rows(correction->changes, told, count < form->figures ? count : form->figures, form->rows,
                   context->document->arena);
    add_moved_figures(context, section, told, count, &shown, form);
    if (form->row_table)
        add_changed_rows(context, section, &shown, form);
    if (form->sentences)
        add_changed_sentences(context, section);
    if (form->revisions && has_room_for_revisions(context, &shown))
        add_revision_table(context, section, "revisioner", "Revisioner", true);
    add_other_causes(context, section, form);
}

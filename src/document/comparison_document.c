#include "comparison_document.h"

#include "changes_parts.h"
#include "report_plan.h"

/* Of two folders of data, which are no report: "Sammenligning af datamapper 2024". */
static struct sv title_of_folders(const struct section_context *context)
{
    struct arena *arena = context->document->arena;
    const struct figures *figures = context->figures;
    const struct sv period = title_period(arena, &figures->periods[figures->report]);
    return sv_format(arena, "Sammenligning af datamapper %.*s", SV_ARG(period));
}

static void describe(const struct section_context *context)
{
    struct document *document = context->document;
    const struct settings *settings = &context->data->settings;
    struct cover *cover = &document->cover;
    document->use = DOCUMENT_WORKING;
    document->date = context->request->date;
    cover->municipality = municipality_title(document->arena, settings->municipality);
    cover->unit = settings->unit;
    if (context->request->correction->after.number) {
        cover->title = sv_of("Sammenligning");
        cover->subtitle = report_title(context, report_plan_of(context->request->kind));
    } else {
        cover->title = title_of_folders(context);
    }
    document->title = cover->title;
}

struct document *comparison_compose(const struct report_request *request, struct figures *figures,
                                    struct sv workbook, struct diag *diag, struct arena *arena)
{
    enum { FIGURES_SHOWN = 40, LINES_SHOWN = 60, FOLLOWING_SHOWN = 20 };
    const struct section_context context = {
        .document = document_create(arena, figures),
        .figures = figures,
        .data = figures->data,
        .diag = diag,
        .request = request,
    };
    const struct changes_form form = {
        .figures = FIGURES_SHOWN,
        .rows = {LINES_SHOWN, FOLLOWING_SHOWN},
        .row_table = true,
        .sentences = true,
        .persons_and_texts = true,
        .elsewhere = workbook,
        .inputs = workbook,
    };
    describe(&context);
    add_changes(&context, document_add_section(context.document, "forskelle", sv_of("Forskelle")), &form);
    return context.document;
}

#include "remarks.h"

#include "sections.h"
#include "sentence.h"
#include "text_da.h"

static bool is_remark(const struct evaluation_view *view, const struct evaluation *answer, uint32_t agreement,
                      size_t question)
{
    return answer->agreement == agreement && answer->question == question &&
           answer->year == report_year(view->context) && answer->remark.size > 0;
}

static size_t remarks_on(const struct evaluation_view *view, uint32_t agreement, size_t question)
{
    const struct data_set *data = view->context->data;
    size_t count = 0;
    for (uint32_t i = 0; i < row_count(data, TABLE_EVALUATIONS); i++)
        count += is_remark(view, &evaluations(data)[i], agreement, question);
    return count;
}

/* The dash stands on the line of whom it leads up to. */
static const char dash[] = " –\xC2\xA0";

/* " – sagsbehandler, 14. marts 2024" */
static void say_who_and_when(struct sentence s, const struct evaluation *answer)
{
    if (answer->answered_by.size) {
        say(s, dash);
        say_sv(s, text_lowered(s.context->document->arena, answer->answered_by));
    }
    if (answer->date == DAY_NONE)
        return;
    say(s, answer->answered_by.size ? ", " : dash);
    say_value(s, ratio_whole(answer->date), FORMAT_DATE);
}

/* The remark in quotation marks; each of its lines a paragraph, the last with who said it. */
static void add_remark(const struct evaluation_view *view, struct section *section,
                       const struct evaluation *answer)
{
    struct sv rest = sv_trim(answer->remark);
    struct sv line;
    bool first = true;
    while (sv_split(&rest, '\n', &line)) {
        if (!sv_trim(line).size)
            continue;
        const struct sentence s = sentence_in(view->context, section, PARAGRAPH_QUOTE);
        if (first)
            say(s, "»");
        say_sv(s, sv_trim(line));
        first = false;
        if (rest.size)
            continue;
        say(s, "«");
        say_who_and_when(s, answer);
    }
}

static void add_remarks_on(const struct evaluation_view *view, struct section *section, uint32_t agreement,
                           size_t question)
{
    const struct data_set *data = view->context->data;
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_BODY);
    struct cell name = cell_of_text(view->questions->codes[question].name);
    name.strong = true;
    paragraph_add(view->context->document, s.paragraph, name);
    for (uint32_t i = 0; i < row_count(data, TABLE_EVALUATIONS); i++)
        if (is_remark(view, &evaluations(data)[i], agreement, question))
            add_remark(view, section, &evaluations(data)[i]);
}

void add_remarks(const struct evaluation_view *view, struct section *section, uint32_t agreement)
{
    bool begun = false;
    for (size_t i = 0; i < view->questions->count; i++) {
        if (!remarks_on(view, agreement, i))
            continue;
        if (!begun)
            section_add_heading(view->context->document, section, 3, sv_of("Bemærkninger"));
        begun = true;
        add_remarks_on(view, section, agreement, i);
    }
}

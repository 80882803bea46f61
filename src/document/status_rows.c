#include "status_rows.h"

#include "evaluation_view.h"
#include "period_words.h"

enum { WHOLE_YEAR = 0, FIRST_HALF = 1, LAST_HALF = 2 };

static const struct period *period_told(const struct section_context *context)
{
    return &context->figures->periods[courses_period(context)];
}

int32_t status_period(const struct section_context *context)
{
    return period_number(period_told(context)->year, period_told(context)->half);
}

int32_t status_period_instead(const struct section_context *context)
{
    const struct period *period = period_told(context);
    if (period->half == FIRST_HALF)
        return 0;
    return period_number(period->year, period->half == LAST_HALF ? WHOLE_YEAR : LAST_HALF);
}

struct sv status_instead_note(const struct section_context *context)
{
    const struct period *period = period_told(context);
    return sv_format(context->document->arena,
                     period->half ? "Status for hele %d; for halvåret er der ingen."
                                  : "Status for andet halvår %d; for hele året er der ingen.",
                     period->year);
}

struct sv status_first_line(struct sv text)
{
    struct sv line = {0};
    text = sv_trim(text);
    sv_split(&text, '\n', &line);
    return sv_trim(line);
}

struct sv status_other_lines(struct sv text)
{
    struct sv line = {0};
    text = sv_trim(text);
    sv_split(&text, '\n', &line);
    return sv_trim(text);
}

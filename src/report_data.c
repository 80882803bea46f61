#include "report_data.h"

struct read_request report_read_request(const struct run *run, const struct report_type *type)
{
    struct read_request request = {
        .folder = run->options->data,
        .report = type->name,
        .without_texts = type->is_timeless,
        .needs_codes = type->needs_codes,
        .needs_settings = !type->is_timeless,
        .lax_settings = type->is_timeless,
        .leave_out = run->options->given[OPTION_LEAVE_OUT],
    };
    for (size_t table = 0; table < TABLES; table++) {
        const struct table_schema *schema = table_schema((enum table_id)table);
        request.needed[table] = schema->needed & type->need;
        request.unread[table] = !(schema->read & type->need);
    }
    return request;
}

bool report_count(struct run *run, const struct report_type *type)
{
    const struct options *options = run->options;
    if (type->kind == REPORT_EVALUATION)
        return figures_count_evaluation(&run->figures, &run->data, options->period.year, options->cutoff,
                                        run->arena, &run->fault);
    if (type->kind == REPORT_SURVEY) {
        figures_count_survey(&run->figures, &run->data, run->arena);
        return true;
    }
    if (type->kind == REPORT_EFFECT)
        return figures_count_effect(&run->figures, &run->data, run->arena, &run->fault);
    return figures_count(&run->figures, &run->data, &options->period, &run->diag, run->arena, &run->fault);
}

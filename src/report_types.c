#include "report_types.h"

static const struct report_type types[] = {
    [COMMAND_YEAR] = {REPORT_YEAR, "aarsrapport", "årsrapporten", NEEDED_BY_REPORTS},
    [COMMAND_HALF_YEAR] = {REPORT_HALF_YEAR, "halvaarsrapport", "halvårsrapporten", NEEDED_BY_REPORTS},
    [COMMAND_EVALUATION] = {REPORT_EVALUATION, "evaluering", "evalueringen", NEEDED_BY_EVALUATION},
};

const struct report_type *report_type_of(enum command_id command)
{
    return (size_t)command < sizeof types / sizeof *types ? &types[command] : NULL;
}

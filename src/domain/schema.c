#include "schema_tables.h"

static const struct table_schema *const schemas[TABLES] = {
    [TABLE_COURSES] = &courses_schema,
    [TABLE_JOBS] = &jobs_schema,
    [TABLE_FOLLOW_UPS] = &follow_ups_schema,
    [TABLE_AGREEMENTS] = &agreements_schema,
    [TABLE_ENTERPRISES] = &enterprises_schema,
    [TABLE_GOALS] = &goals_schema,
    [TABLE_AGREEMENT_STATUSES] = &agreement_statuses_schema,
    [TABLE_EVALUATIONS] = &evaluations_schema,
    [TABLE_EFFORT_STATUSES] = &effort_statuses_schema,
    [TABLE_RECOMMENDATIONS] = &recommendations_schema,
    [TABLE_APPLICATIONS] = &applications_schema,
    [TABLE_TRIALS] = &trials_schema,
    [TABLE_PURCHASES] = &purchases_schema,
    [TABLE_READINGS] = &readings_schema,
    [TABLE_BENEFIT_RATES] = &benefit_rates_schema,
    [TABLE_REFUND_RATES] = &refund_rates_schema,
    [TABLE_OUTCOME_SAVINGS] = &outcome_savings_schema,
    [TABLE_RESULT_PAYMENTS] = &result_payments_schema,
    [TABLE_INVESTMENTS] = &investments_schema,
    [TABLE_SCENARIOS] = &scenarios_schema,
    [TABLE_ACCELERATOR] = &accelerators_schema,
    [TABLE_MUNICIPALITIES] = &municipalities_schema,
    [TABLE_QUESTIONS] = &questions_schema,
    [TABLE_ANSWERS] = &answers_schema,
    [TABLE_MEASURES] = &measures_schema,
};

const struct table_schema *table_schema(enum table_id id)
{
    return schemas[id];
}

const struct column *table_key_column(enum table_id id)
{
    const struct table_schema *schema = table_schema(id);
    for (size_t i = 0; i < schema->column_count; i++)
        if (schema->columns[i].type == VALUE_KEY)
            return &schema->columns[i];
    return NULL;
}

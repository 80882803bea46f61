#include "schema.h"

#include "records.h"
#include "text_da.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static size_t size_of_value(enum value_type type)
{
    static const size_t sizes[] = {
        [VALUE_KEY] = 4,
        [VALUE_PARTICIPANT] = 4,
        [VALUE_REFERENCE] = 4,
        [VALUE_NAME] = 4,
        [VALUE_TEXT] = sizeof(struct sv),
        [VALUE_CODE] = 2,
        [VALUE_CODE_SET] = 8,
        [VALUE_DATE] = 4,
        [VALUE_HOURS] = 8,
        [VALUE_NUMBER] = 8,
        [VALUE_AMOUNT] = 8,
        [VALUE_MONEY] = 8,
        [VALUE_PERCENT] = 8,
        [VALUE_WHOLE] = 4,
        [VALUE_YEAR] = 4,
        [VALUE_PERIOD] = 4,
        [VALUE_RATING] = 1,
        [VALUE_YES_NO] = 1,
        [VALUE_CVR] = 4,
        [VALUE_RESULT] = 4,
    };
    return sizes[type];
}

static void the_fields_of_a_record_do_not_overlap(void **state)
{
    (void)state;
    for (enum table_id table = 0; table < TABLES; table++) {
        const struct table_schema *schema = table_schema(table);
        char used[512] = {0};
        assert_true(schema->record_size <= sizeof used);
        memset(used, 1, sizeof(struct source));
        for (size_t i = 0; i < schema->column_count; i++) {
            const struct column *column = &schema->columns[i];
            const size_t size = size_of_value(column->type);
            assert_true(column->offset + size <= schema->record_size);
            for (size_t at = column->offset; at < column->offset + size; at++) {
                if (used[at])
                    fail_msg("%s.%s", schema->name, column->name);
                used[at] = 1;
            }
        }
    }
}

static void column_names_are_as_headers_are_folded(void **state)
{
    (void)state;
    for (enum table_id table = 0; table < TABLES; table++) {
        const struct table_schema *schema = table_schema(table);
        for (size_t i = 0; i < schema->column_count; i++) {
            char folded[64];
            const char *name = schema->columns[i].name;
            const size_t size = danish_fold_into(sv_of(name), folded, sizeof folded);
            assert_int_equal(size, strlen(name));
            assert_memory_equal(folded, name, size);
            assert_true(strlen(schema->columns[i].help) > 5 && strlen(schema->columns[i].example) > 0);
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(name, schema->columns[j].name);
        }
    }
}

static void a_required_value_stands_in_a_required_column(void **state)
{
    (void)state;
    for (enum table_id table = 0; table < TABLES; table++)
        for (size_t i = 0; i < table_schema(table)->column_count; i++) {
            const struct column *column = &table_schema(table)->columns[i];
            assert_true(column->column_required || !column->value_required);
        }
}

static void every_reference_goes_to_a_table_with_a_key(void **state)
{
    (void)state;
    for (enum table_id table = 0; table < TABLES; table++)
        for (size_t i = 0; i < table_schema(table)->column_count; i++) {
            const struct column *column = &table_schema(table)->columns[i];
            if (column->type == VALUE_REFERENCE)
                assert_int_equal(table_schema(column->reference)->columns[0].type, VALUE_KEY);
        }
}

static void a_key_of_several_columns_begins_with_one_that_is_always_stated(void **state)
{
    size_t tables = 0;
    (void)state;
    for (enum table_id table = 0; table < TABLES; table++) {
        size_t parts = 0;
        for (size_t i = 0; i < table_schema(table)->column_count; i++) {
            const struct column *column = &table_schema(table)->columns[i];
            if (!column->part_of_key)
                continue;
            assert_true(parts || column->value_required);
            assert_int_not_equal(column->type, VALUE_TEXT);
            parts++;
        }
        tables += parts > 0;
    }
    assert_int_equal(tables, 10);
}

static void a_report_reads_the_tables_that_it_needs(void **state)
{
    (void)state;
    for (enum table_id table = 0; table < TABLES; table++) {
        assert_int_equal(table_schema(table)->needed & ~table_schema(table)->read, 0);
        assert_int_not_equal(table_schema(table)->read, 0);
    }
}

static void the_reports_need_the_tables_that_they_count(void **state)
{
    static const unsigned needed[TABLES] = {
        [TABLE_COURSES] = NEEDED_BY_REPORTS | NEEDED_BY_EVALUATION | NEEDED_BY_EFFECT,
        [TABLE_AGREEMENTS] = NEEDED_BY_REPORTS | NEEDED_BY_EVALUATION | NEEDED_BY_EFFECT,
        [TABLE_BENEFIT_RATES] = NEEDED_BY_EFFECT,
        [TABLE_REFUND_RATES] = NEEDED_BY_EFFECT,
        [TABLE_OUTCOME_SAVINGS] = NEEDED_BY_EFFECT,
        [TABLE_SCENARIOS] = NEEDED_BY_EFFECT,
        [TABLE_JOBS] = NEEDED_BY_REPORTS,
        [TABLE_ENTERPRISES] = NEEDED_BY_REPORTS,
        [TABLE_GOALS] = NEEDED_BY_REPORTS,
        [TABLE_EVALUATIONS] = NEEDED_BY_EVALUATION,
        [TABLE_MUNICIPALITIES] = NEEDED_BY_SURVEY,
        [TABLE_QUESTIONS] = NEEDED_BY_SURVEY,
        [TABLE_ANSWERS] = NEEDED_BY_SURVEY,
    };
    (void)state;
    for (enum table_id table = 0; table < TABLES; table++)
        assert_int_equal(table_schema(table)->needed, needed[table]);
}

static void settings_are_described_once_each(void **state)
{
    size_t count;
    const struct setting_schema *settings = setting_schemas(&count);
    (void)state;
    assert_true(count > 15);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            assert_false(strcmp(settings[i].section, settings[j].section) == 0 &&
                         strcmp(settings[i].key, settings[j].key) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fields_of_a_record_do_not_overlap),
        cmocka_unit_test(column_names_are_as_headers_are_folded),
        cmocka_unit_test(a_required_value_stands_in_a_required_column),
        cmocka_unit_test(every_reference_goes_to_a_table_with_a_key),
        cmocka_unit_test(a_key_of_several_columns_begins_with_one_that_is_always_stated),
        cmocka_unit_test(a_report_reads_the_tables_that_it_needs),
        cmocka_unit_test(the_reports_need_the_tables_that_they_count),
        cmocka_unit_test(settings_are_described_once_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

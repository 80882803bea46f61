#include "manifest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "json.h"

static struct manifest example(void)
{
    static const struct manifest_option options[] = {{"--udelad-fejl", SV("nej")}};
    static const struct manifest_input inputs[] = {{.name = SV("job.csv"),
                                                    .size = 12,
                                                    .sha256 = {0xAB},
                                                    .is_table = true,
                                                    .rows = 5,
                                                    .counted = 3,
                                                    .left_out = 1,
                                                    .empty = 1},
                                                   {.name = SV("rapport.ini"), .size = 7}};
    static const struct manifest_finding findings[] = {{"W206", "advarsel", 2}};
    static const struct manifest_output outputs[] = {{.name = SV("a.pdf"), .size = 99}};
    return (struct manifest){.program_version = "1.0",
                             .report = SV("aarsrapport-2024"),
                             .period = SV("2024"),
                             .edition = SV("intern"),
                             .document_date = SV("31-01-2025"),
                             .options = options,
                             .option_count = 1,
                             .inputs = inputs,
                             .input_count = 2,
                             .findings = findings,
                             .finding_count = 1,
                             .outputs = outputs,
                             .output_count = 1,
                             .time = 0};
}

static struct sv written(struct arena *arena, const struct manifest *manifest)
{
    struct buffer buffer = buffer_in(arena);
    manifest_write(&buffer, manifest);
    buffer_add_byte(&buffer, '\0');
    return buffer_view(&buffer);
}

static void the_manifest_names_inputs_rows_findings_and_outputs(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    const struct manifest manifest = example();
    const char *text = written(&arena, &manifest).data;
    assert_non_null(strstr(text, "\"fil\": \"job.csv\""));
    assert_non_null(
        strstr(text, "\"raekker\": 5,\n      \"talt_med\": 3,\n      \"udeladt\": 1,\n      \"tomme\": 1"));
    assert_non_null(strstr(text, "\"sha256\": \"ab00"));
    assert_non_null(strstr(text, "\"kode\": \"W206\""));
    assert_non_null(strstr(text, "\"--udelad-fejl\": \"nej\""));
    assert_non_null(strstr(text, "\"fil\": \"a.pdf\",\n      \"byte\": 99"));
    arena_free(&arena);
}

static void a_file_that_is_no_table_has_no_row_account(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    struct manifest manifest = example();
    manifest.inputs++;
    manifest.input_count = 1;
    assert_null(strstr(written(&arena, &manifest).data, "raekker"));
    arena_free(&arena);
}

static void two_runs_differ_only_in_their_time(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    struct manifest manifest = example();
    const struct sv first = written(&arena, &manifest);
    manifest.time = 1735689599; /* 2024-12-31T23:59:59Z */
    const struct sv second = written(&arena, &manifest);
    assert_int_equal(first.size, second.size);
    const char *at = strstr(second.data, "\"tidspunkt\": \"2024-12-31T23:59:59Z\"");
    assert_non_null(at);
    assert_memory_equal(first.data, second.data, (size_t)(at - second.data));
    assert_non_null(strstr(first.data, "\"tidspunkt\": \"1970-01-01T00:00:00Z\""));
    arena_free(&arena);
}

static void json_text_is_escaped(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    struct buffer buffer = buffer_in(&arena);
    struct json json = json_to(&buffer);
    json_open(&json, NULL, '[');
    json_text(&json, NULL,
              sv_of("a\"b\\c\nd\x01"
                    "é"));
    json_open(&json, NULL, '{');
    json_close(&json, '}');
    json_close(&json, ']');
    buffer_add_byte(&buffer, '\0');
    assert_string_equal(buffer.data, "[\n  \"a\\\"b\\\\c\\nd\\u0001é\",\n  {}\n]\n");
    arena_free(&arena);
}

static void a_time_that_no_calendar_has_is_left_empty(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    struct manifest manifest = example();
    manifest.time = (time_t)INT64_MAX;
    assert_non_null(strstr(written(&arena, &manifest).data, "\"tidspunkt\": \"\""));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_manifest_names_inputs_rows_findings_and_outputs),
        cmocka_unit_test(a_file_that_is_no_table_has_no_row_account),
        cmocka_unit_test(two_runs_differ_only_in_their_time),
        cmocka_unit_test(json_text_is_escaped),
        cmocka_unit_test(a_time_that_no_calendar_has_is_left_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

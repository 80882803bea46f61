#include "failing_calls.h"
#include "folder_fixture.h"
#include "manifest_read.h"

#include <jansson.h>

static struct sv text_of(struct fixture *fixture, const struct manifest *manifest)
{
    struct buffer text = buffer_in(&fixture->arena);
    manifest_write(&text, manifest);
    return buffer_view(&text);
}

static struct manifest example(void)
{
    static const struct manifest_option options[] = {{"--udelad-fejl", SV("nej")}};
    static const struct manifest_input inputs[] = {{.name = SV("job.csv"), .size = 12, .is_table = true}};
    static struct manifest_output outputs[] = {{.name = SV("a.txt"), .size = 2}};
    sha256_of(sv_of("ny"), outputs[0].sha256);
    return (struct manifest){.program_version = "1.0",
                             .version = 3,
                             .reason = SV("Et job \"manglede\" \\ på ø"),
                             .report = SV("rapport"),
                             .options = options,
                             .option_count = 1,
                             .inputs = inputs,
                             .input_count = 1,
                             .outputs = outputs,
                             .output_count = 1};
}

/* The example with one piece of its text replaced. */
static struct sv changed(struct fixture *fixture, const char *from, const char *to)
{
    const struct manifest manifest = example();
    const char *text = sv_text(&fixture->arena, text_of(fixture, &manifest));
    const char *found = strstr(text, from);
    assert_non_null(found);
    return sv_format(&fixture->arena, "%.*s%s%s", (int)(found - text), text, to, found + strlen(from));
}

static void what_was_written_is_read_again(void **state)
{
    struct fixture *fixture = *state;
    const struct manifest manifest = example();
    struct past_run run;
    assert_true(manifest_parse(&run, text_of(fixture, &manifest), &fixture->arena));
    assert_int_equal(run.version, 3);
    assert_true(sv_equal(run.reason, manifest.reason));
    assert_int_equal(run.output_count, 1);
    assert_true(sv_is(run.outputs[0].name, "a.txt"));
    assert_int_equal(run.outputs[0].size, 2);
    assert_memory_equal(run.outputs[0].sha256, manifest.outputs[0].sha256, SHA256_BYTES);
    assert_true(sv_is(run.program_version, "1.0"));
    assert_true(sv_is(run.report, "rapport"));
    assert_int_equal(run.option_count, 1);
    assert_string_equal(run.options[0].name, "--udelad-fejl");
    assert_true(sv_is(run.options[0].value, "nej"));
    assert_int_equal(run.input_count, 1);
    assert_true(sv_is(run.inputs[0].name, "job.csv"));
    assert_int_equal(run.inputs[0].size, 12);
}

static void version_reason_outputs_and_time_are_no_part_of_the_basis(void **state)
{
    struct fixture *fixture = *state;
    struct manifest manifest = example();
    const struct sv basis = manifest_basis(text_of(fixture, &manifest), &fixture->arena);
    assert_true(basis.size > 0);
    manifest.version = 9;
    manifest.reason = sv_of("");
    manifest.output_count = 0;
    manifest.time = 1;
    assert_true(sv_equal(basis, manifest_basis(text_of(fixture, &manifest), &fixture->arena)));
}

static void what_decides_the_outputs_is_part_of_the_basis(void **state)
{
    static const char *const changes[][2] = {
        {"1.0", "1.1"},        {"\"rapport\": \"rapport\"", "\"rapport\": \"anden\""},
        {"\"nej\"", "\"ja\""}, {"job.csv", "job2.csv"},
        {"000", "00a"},        {"\"dato\": \"\"", "\"dato\": \"x\""},
    };
    struct fixture *fixture = *state;
    const struct manifest manifest = example();
    const struct sv basis = manifest_basis(text_of(fixture, &manifest), &fixture->arena);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        const struct sv other =
            manifest_basis(changed(fixture, changes[i][0], changes[i][1]), &fixture->arena);
        assert_true(other.size > 0);
        assert_false(sv_equal(basis, other));
    }
}

static void a_manifest_that_is_not_as_written_is_unreadable(void **state)
{
    static const char *const changes[][2] = {
        {"\"version\": 3", "\"version\": 0"},
        {"\"version\": 3", "\"version\": -3"},
        {"\"version\": 3", "\"version\": 1000000"},
        {"\"version\": 3", "\"version\": 99999999999999999999999999"},
        {"\"version\": 3", "\"version\": 3.0"},
        {"\"version\": 3", "\"version\": \"3\""},
        {"\"version\": 3", "\"version\": 3, \"version\": 4"},
        {"\"begrundelse\"", "\"grund\""},
        {"\"begrundelse\": ", "\"begrundelse\": 7, \"x\": "},
        {"\"a.txt\"", "7"},
        {"\"input\"", "\"inddata\""},
        {"a.txt", "../a.txt"},
        {"a.txt", "/etc/passwd"},
        {"a.txt", ".."},
        {"a.txt", ""},
        {"a.txt", "koersel.json"},
        {"a.txt", "a\\u0000.txt"},
        {"a.txt", "\xFF"},
        {"\"byte\": 2", "\"byte\": -2"},
        {"\"byte\": 2", "\"byte\": \"2\""},
        {"a.txt", "a/b.txt"},
        {"\"output\": [", "\"output\": [], \"x\": ["},
        {"\"output\": [", "\"output\": {}, \"x\": ["},
        {"\"output\": [", "\"output\": [7,"},
        {"\"valg\": {", "\"valg\": [], \"x\": {"},
        {"\"nej\"", "7"},
        {"\"programversion\": \"1.0\"", "\"programversion\": 1"},
        {"\"input\": [", "\"input\": {}, \"x\": ["},
        {"\"job.csv\"", "\"\""},
        {"\"byte\": 12", "\"byte\": -12"},
        {"{", "[{"},
        {"}\n", "} x\n"},
    };
    struct fixture *fixture = *state;
    struct past_run run;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        const struct sv text = changed(fixture, changes[i][0], changes[i][1]);
        if (manifest_parse(&run, text, &fixture->arena))
            fail_msg("\"%s\" is believed", changes[i][1]);
    }
}

static void every_cut_of_a_manifest_is_unreadable(void **state)
{
    struct fixture *fixture = *state;
    const struct manifest manifest = example();
    const struct sv text = text_of(fixture, &manifest);
    struct past_run run;
    for (size_t size = 0; size + 1 < text.size; size++)
        assert_false(manifest_parse(&run, sv_slice(text, 0, size), &fixture->arena));
}

static void deep_nesting_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct buffer text = buffer_in(&fixture->arena);
    struct past_run run;
    for (int i = 0; i < 100000; i++)
        buffer_add_byte(&text, '[');
    assert_false(manifest_parse(&run, buffer_view(&text), &fixture->arena));
}

static void a_digest_that_is_none_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct manifest manifest = example();
    struct past_run run;
    char hex[SHA256_HEX + 1];
    sha256_hex(manifest.outputs[0].sha256, hex);
    static const char *const others[] = {"", "abc", "G", "A", "0G"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char wrong[SHA256_HEX + 1];
        strcpy(wrong, hex);
        if (i < 2)
            strcpy(wrong, others[i]);
        else
            memcpy(wrong, others[i], strlen(others[i]));
        assert_false(manifest_parse(&run, changed(fixture, hex, wrong), &fixture->arena));
    }
}

static void a_manifest_is_read_from_its_folder(void **state)
{
    struct fixture *fixture = *state;
    const struct manifest manifest = example();
    struct past_run run;
    assert_false(manifest_read(&run, fixture->folder, &fixture->arena));
    put(inside(fixture, MANIFEST_FILE), sv_text(&fixture->arena, text_of(fixture, &manifest)));
    assert_true(manifest_read(&run, fixture->folder, &fixture->arena));
    assert_int_equal(run.version, 3);
}

static void only_a_file_is_read_as_a_manifest(void **state)
{
    struct fixture *fixture = *state;
    const struct manifest manifest = example();
    const char *path = inside(fixture, MANIFEST_FILE);
    struct past_run run;
    put(inside(fixture, "andetsteds"), sv_text(&fixture->arena, text_of(fixture, &manifest)));
    assert_int_equal(symlink(inside(fixture, "andetsteds"), path), 0);
    assert_false(manifest_read(&run, fixture->folder, &fixture->arena));
    unlink(path);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(manifest_read(&run, fixture->folder, &fixture->arena));
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_false(manifest_read(&run, fixture->folder, &fixture->arena));
}

static void outputs_hold_while_nothing_about_them_changes(void **state)
{
    struct fixture *fixture = *state;
    const struct manifest manifest = example();
    const char *path = inside(fixture, "a.txt");
    struct past_run run;
    assert_true(manifest_parse(&run, text_of(fixture, &manifest), &fixture->arena));
    assert_false(manifest_outputs_hold(&run, fixture->folder, &fixture->arena));
    put(path, "ny");
    assert_true(manifest_outputs_hold(&run, fixture->folder, &fixture->arena));
    put(path, "nu");
    assert_false(manifest_outputs_hold(&run, fixture->folder, &fixture->arena));
    put(path, "nye");
    assert_false(manifest_outputs_hold(&run, fixture->folder, &fixture->arena));
    unlink(path);
    put(inside(fixture, "andetsteds"), "ny");
    assert_int_equal(symlink(inside(fixture, "andetsteds"), path), 0);
    assert_false(manifest_outputs_hold(&run, fixture->folder, &fixture->arena));
}

static enum output_state state_in(struct fixture *fixture, const char *folder)
{
    const struct manifest manifest = example();
    struct past_run run;
    assert_true(manifest_parse(&run, text_of(fixture, &manifest), &fixture->arena));
    return manifest_output_state(&run.outputs[0], folder, &fixture->arena, &fixture->fault);
}

static void how_an_output_stands_is_told(void **state)
{
    struct fixture *fixture = *state;
    const char *path = inside(fixture, "a.txt");
    assert_int_equal(state_in(fixture, fixture->folder), OUTPUT_MISSING);
    put(path, "ny");
    assert_int_equal(state_in(fixture, fixture->folder), OUTPUT_HOLDS);
    assert_int_equal(state_in(fixture, path), OUTPUT_UNREADABLE);
    assert_says(fixture->fault, "a.txt");
    put(path, "nu");
    assert_int_equal(state_in(fixture, fixture->folder), OUTPUT_CHANGED);
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(state_in(fixture, fixture->folder), OUTPUT_CHANGED);
}

static void a_manifest_that_lacks_anything_a_rerun_needs_is_unreadable(void **state)
{
    static const char *const members[] = {
        "program", "programversion", "version", "begrundelse",       "rapport", "periode", "udgave", "dato",
        "valg",    "input",          "output",  "fund_ved_laesning", "fil",     "byte",    "sha256"};
    struct fixture *fixture = *state;
    struct past_run run;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const char *name = sv_format(&fixture->arena, "\"%s\":", members[i]).data;
        const char *other = sv_format(&fixture->arena, "\"%s_\":", members[i]).data;
        if (manifest_parse(&run, changed(fixture, name, other), &fixture->arena))
            fail_msg("without \"%s\" it is believed", members[i]);
    }
}

static void an_output_whose_name_no_file_can_have_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct past_run run;
    char name[257];
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_false(manifest_parse(&run, changed(fixture, "a.txt", name), &fixture->arena));
    name[255] = '\0';
    assert_true(manifest_parse(&run, changed(fixture, "a.txt", name), &fixture->arena));
}

static unsigned left;

static void *allocate_until_none_is_left(size_t size)
{
    return left && left-- ? malloc(size) : NULL;
}

/* Whatever the library has no memory for, nothing is half read. */
static void a_manifest_that_memory_fails_is_unreadable(void **state)
{
    struct fixture *fixture = *state;
    const struct manifest manifest = example();
    const struct sv text = text_of(fixture, &manifest);
    struct past_run run;
    unsigned room = 0;
    bool good = false;
    json_set_alloc_funcs(allocate_until_none_is_left, free);
    for (; !good && room < 10000; room++) {
        left = room;
        good = manifest_parse(&run, text, &fixture->arena);
    }
    json_set_alloc_funcs(malloc, free);
    assert_true(good && room > 10);
    assert_true(sv_equal(run.basis, manifest_basis(text, &fixture->arena)));
}

static void an_output_that_cannot_be_read_is_not_called_changed(void **state)
{
    struct fixture *fixture = *state;
    put(inside(fixture, "a.txt"), "ny");
    fail_call(CALL_READ, 1, EIO);
    assert_int_equal(state_in(fixture, fixture->folder), OUTPUT_UNREADABLE);
    assert_int_equal(end_failures(), 1);
    assert_says(fixture->fault, "a.txt«: disken svarer ikke, som den skal.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_written_is_read_again, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(version_reason_outputs_and_time_are_no_part_of_the_basis, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(what_decides_the_outputs_is_part_of_the_basis, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_manifest_that_is_not_as_written_is_unreadable, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(every_cut_of_a_manifest_is_unreadable, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(deep_nesting_is_refused, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_digest_that_is_none_is_refused, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_manifest_is_read_from_its_folder, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(only_a_file_is_read_as_a_manifest, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(how_an_output_stands_is_told, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(outputs_hold_while_nothing_about_them_changes, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_manifest_that_lacks_anything_a_rerun_needs_is_unreadable,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(an_output_whose_name_no_file_can_have_is_refused, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_manifest_that_memory_fails_is_unreadable, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(an_output_that_cannot_be_read_is_not_called_changed, open_folder,
                                        close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

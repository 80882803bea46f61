#include "kept_input.h"

#include "every_call.h"

struct kept_fixture {
    struct manifest_input inputs[2];
    struct kept_input kept;
};

/* A data folder with a table and a text, to be kept as the version of that number. */
static struct kept_input *data_folder(struct fixture *fixture, unsigned version)
{
    struct kept_fixture *kept = arena_alloc(&fixture->arena, sizeof *kept);
    mkdir(inside(fixture, "data"), 0777);
    mkdir(inside(fixture, "data/tekster"), 0777);
    put(inside(fixture, "data/job.csv"), "job");
    put(inside(fixture, "data/tekster/a.md"), "tekst");
    kept->inputs[0] = (struct manifest_input){.name = SV("job.csv"), .size = 3};
    kept->inputs[1] = (struct manifest_input){.name = SV("tekster/a.md"), .size = 5};
    sha256_of(sv_of("job"), kept->inputs[0].sha256);
    sha256_of(sv_of("tekst"), kept->inputs[1].sha256);
    kept->kept = (struct kept_input){.output = fixture->folder,
                                     .name = "rapport",
                                     .version = version,
                                     .previous = version - 1,
                                     .data = inside(fixture, "data"),
                                     .inputs = kept->inputs,
                                     .input_count = 2};
    return &kept->kept;
}

static const char *kept_file(struct fixture *fixture, unsigned version, const char *name)
{
    return sv_format(&fixture->arena, "%s/%s",
                     kept_input_path(fixture->folder, "rapport", version, &fixture->arena), name)
        .data;
}

static nlink_t links_of(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_nlink;
}

/* A folder of the report with a manifest of that version. */
static void stand(struct fixture *fixture, const char *folder, unsigned version)
{
    static struct manifest_output output = {.name = SV("a.txt"), .size = 1};
    const struct manifest manifest = {
        .program_version = "1", .version = version, .outputs = &output, .output_count = 1};
    struct buffer text = buffer_in(&fixture->arena);
    mkdir(inside(fixture, folder), 0777);
    manifest_write(&text, &manifest);
    put(sv_format(&fixture->arena, "%s/koersel.json", inside(fixture, folder)).data,
        sv_text(&fixture->arena, buffer_view(&text)));
}

static void files_are_kept_as_they_were_read(void **state)
{
    struct fixture *fixture = *state;
    struct sv text;
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fixture->fault));
    assert_true(file_read(kept_file(fixture, 1, "tekster/a.md"), 100, &text, &fixture->arena));
    assert_true(sv_is(text, "tekst"));
    assert_false(exists(inside(fixture, ".tilstand/rapport/under-arbejde")));
}

static void only_what_is_not_there_at_all_is_lost(void **state)
{
    struct fixture *fixture = *state;
    assert_true(kept_input_is_lost(fixture->folder, "rapport", 1, &fixture->arena));
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fixture->fault));
    assert_false(kept_input_is_lost(fixture->folder, "rapport", 1, &fixture->arena));
    assert_true(kept_input_is_lost(fixture->folder, "rapport", 2, &fixture->arena));
}

static void a_file_that_is_the_same_is_kept_once(void **state)
{
    struct fixture *fixture = *state;
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fixture->fault));
    put(kept_file(fixture, 1, "tekster/a.md"), "rettet"); /* not what was read: it must not be linked to */
    assert_true(kept_input_write(data_folder(fixture, 2), &fixture->arena, &fixture->fault));
    assert_int_equal(links_of(kept_file(fixture, 2, "job.csv")), 2);
    assert_int_equal(links_of(kept_file(fixture, 2, "tekster/a.md")), 1);
}

static void a_file_that_changed_since_it_was_read_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    const struct kept_input *kept = data_folder(fixture, 1);
    put(inside(fixture, "data/job.csv"), "andet");
    assert_false(kept_input_write(kept, &fixture->arena, &fixture->fault));
    assert_true(sv_is(fixture->fault, "Filen »job.csv« er ændret, mens programmet kørte. Kør igen."));
    assert_false(exists(kept_file(fixture, 1, "")));
    assert_false(exists(inside(fixture, ".tilstand/rapport/under-arbejde")));
}

static void a_file_that_is_gone_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    const struct kept_input *kept = data_folder(fixture, 1);
    unlink(inside(fixture, "data/job.csv"));
    assert_false(kept_input_write(kept, &fixture->arena, &fixture->fault));
    assert_true(sv_starts_with(fixture->fault, sv_of("Kan ikke læse »")));
}

static void what_a_run_that_died_left_is_replaced(void **state)
{
    struct fixture *fixture = *state;
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fixture->fault));
    mkdir(inside(fixture, ".tilstand/rapport/under-arbejde"), 0777);
    put(inside(fixture, ".tilstand/rapport/under-arbejde/job.csv"), "rest");
    put(kept_file(fixture, 1, "rest.csv"), "rest");
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fixture->fault));
    assert_false(exists(kept_file(fixture, 1, "rest.csv")));
}

static void only_what_versions_that_stand_were_made_of_is_left(void **state)
{
    struct fixture *fixture = *state;
    for (unsigned version = 1; version <= 3; version++)
        assert_true(kept_input_write(data_folder(fixture, version), &fixture->arena, &fixture->fault));
    stand(fixture, "rapport", 3);
    stand(fixture, "rapport.version-1", 1);
    assert_true(kept_input_is_stale(fixture->folder, "rapport", &fixture->arena));
    kept_input_clear(fixture->folder, "rapport", &fixture->arena);
    assert_true(exists(kept_file(fixture, 1, "job.csv")));
    assert_false(exists(kept_file(fixture, 2, "job.csv")));
    assert_true(exists(kept_file(fixture, 3, "job.csv")));
    assert_false(kept_input_is_stale(fixture->folder, "rapport", &fixture->arena));
}

static void the_input_of_a_version_on_its_way_aside_is_left(void **state)
{
    struct fixture *fixture = *state;
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fixture->fault));
    stand(fixture, ".rapport.version-1", 1);
    assert_false(kept_input_is_stale(fixture->folder, "rapport", &fixture->arena));
}

static void the_input_of_another_report_is_left_even_when_that_is_gone(void **state)
{
    struct fixture *fixture = *state;
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fixture->fault));
    assert_false(kept_input_is_stale(fixture->folder, "andet", &fixture->arena));
    kept_input_clear(fixture->folder, "andet", &fixture->arena);
    assert_true(exists(kept_file(fixture, 1, "job.csv")));
}

static void the_input_of_a_version_whose_manifest_cannot_be_read_is_left(void **state)
{
    struct fixture *fixture = *state;
    for (unsigned version = 1; version <= 2; version++)
        assert_true(kept_input_write(data_folder(fixture, version), &fixture->arena, &fixture->fault));
    stand(fixture, "rapport", 2);
    mkdir(inside(fixture, "rapport.version-1"), 0777);
    assert_false(kept_input_is_stale(fixture->folder, "rapport", &fixture->arena));
    put(inside(fixture, "rapport/koersel.json"), "{");
    kept_input_clear(fixture->folder, "rapport", &fixture->arena);
    assert_true(exists(kept_file(fixture, 1, "job.csv")));
    assert_true(exists(kept_file(fixture, 2, "job.csv")));
}

/* A folder beside the output with what could be taken for kept input, and a link to it of that name. */
static void link_elsewhere(struct fixture *fixture, const char *name)
{
    mkdir(inside(fixture, "andres"), 0777);
    mkdir(inside(fixture, "andres/rapport"), 0777);
    mkdir(inside(fixture, "andres/rapport/version-1"), 0777);
    mkdir(inside(fixture, "andres/version-1"), 0777);
    mkdir(inside(fixture, "andres/under-arbejde"), 0777);
    put(inside(fixture, "andres/rapport/version-1/fil"), "x");
    put(inside(fixture, "andres/version-1/fil"), "x");
    put(inside(fixture, "andres/under-arbejde/fil"), "x");
    assert_int_equal(symlink(inside(fixture, "andres"), inside(fixture, name)), 0);
}

static void assert_elsewhere_is_whole(struct fixture *fixture)
{
    assert_holds(inside(fixture, "andres/rapport/version-1/fil"), "x");
    assert_holds(inside(fixture, "andres/version-1/fil"), "x");
    assert_holds(inside(fixture, "andres/under-arbejde/fil"), "x");
}

/* Where that name is a link, nothing behind it is cleared, and nothing is kept there. */
static void assert_link_is_left(struct fixture *fixture, const char *name)
{
    const struct kept_input *kept = data_folder(fixture, 1);
    link_elsewhere(fixture, name);
    assert_false(kept_input_is_stale(fixture->folder, "rapport", &fixture->arena));
    kept_input_clear(fixture->folder, "rapport", &fixture->arena);
    assert_elsewhere_is_whole(fixture);
    assert_false(kept_input_write(kept, &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, "er en genvej (symbolsk lænke) og ikke en mappe");
    assert_elsewhere_is_whole(fixture);
    assert_true(exists(inside(fixture, name)));
}

static void nothing_behind_a_link_in_place_of_all_that_is_kept_is_touched(void **state)
{
    assert_link_is_left(*state, ".tilstand");
}

static void nothing_behind_a_link_in_place_of_what_is_kept_of_the_report_is_touched(void **state)
{
    mkdir(inside(*state, ".tilstand"), 0700);
    assert_link_is_left(*state, ".tilstand/rapport");
}

static void nothing_behind_a_link_in_place_of_a_copy_in_the_making_is_touched(void **state)
{
    mkdir(inside(*state, ".tilstand"), 0700);
    mkdir(inside(*state, ".tilstand/rapport"), 0700);
    assert_link_is_left(*state, ".tilstand/rapport/under-arbejde");
}

static void a_link_in_place_of_a_copy_is_neither_cleared_nor_written_through(void **state)
{
    struct fixture *fixture = *state;
    const struct kept_input *kept = data_folder(fixture, 1);
    mkdir(inside(fixture, ".tilstand"), 0700);
    mkdir(inside(fixture, ".tilstand/rapport"), 0700);
    link_elsewhere(fixture, ".tilstand/rapport/version-1");
    assert_false(kept_input_is_stale(fixture->folder, "rapport", &fixture->arena));
    assert_false(kept_input_write(kept, &fixture->arena, &fixture->fault));
    assert_elsewhere_is_whole(fixture);
}

static void what_the_program_has_not_named_is_left(void **state)
{
    static const char *const others[] = {".tilstand/rapport/noter", ".tilstand/rapport/version-01",
                                         ".tilstand/rapport/version-1-gemt", ".tilstand/mine"};
    struct fixture *fixture = *state;
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fixture->fault));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        mkdir(inside(fixture, others[i]), 0777);
    put(inside(fixture, ".tilstand/rapport/version-2"), "en fil");
    kept_input_clear(fixture->folder, "rapport", &fixture->arena);
    assert_false(exists(kept_file(fixture, 1, "job.csv")));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_true(exists(inside(fixture, others[i])));
    assert_holds(inside(fixture, ".tilstand/rapport/version-2"), "en fil");
}

static bool keep(struct fixture *fixture, const struct kept_input *kept)
{
    return kept_input_write(kept, &fixture->arena, &fixture->fault);
}

static void change_job(struct fixture *fixture, struct kept_input *kept, const char *content)
{
    struct manifest_input *inputs = arena_array(&fixture->arena, kept->input_count, sizeof *inputs);
    memcpy(inputs, kept->inputs, kept->input_count * sizeof *inputs);
    put(inside(fixture, "data/job.csv"), content);
    inputs[0].size = strlen(content);
    sha256_of(sv_of(content), inputs[0].sha256);
    kept->inputs = inputs;
}

/* After it: the copy as a whole or none, the one before as it was, and nothing half done once it is tried
 * again. */
static bool keep_with_a_failure(struct fixture *fixture, enum call call, unsigned nth)
{
    assert_true(keep(fixture, data_folder(fixture, 1)));
    struct kept_input *kept = data_folder(fixture, 2);
    change_job(fixture, kept, "nyt");
    fail_call(call, nth, EIO);
    const bool good = keep(fixture, kept);
    const bool came = end_failures() > 0;
    assert_true(good || came);
    if (!good)
        assert_says(fixture->fault, "Kan ikke");
    assert_holds(kept_file(fixture, 1, "job.csv"), "job");
    assert_true(keep(fixture, kept));
    assert_holds(kept_file(fixture, 2, "job.csv"), "nyt");
    assert_holds(kept_file(fixture, 2, "tekster/a.md"), "tekst");
    assert_false(exists(inside(fixture, ".tilstand/rapport/under-arbejde")));
    return came;
}

static void whichever_call_fails_what_is_kept_is_whole_or_not_there(void **state)
{
    (void)state;
    assert_true(fail_each_call_of(keep_with_a_failure) > 50);
}

static void what_is_in_the_way_of_a_copy_is_told_apart(void **state)
{
    static const struct {
        enum call call;
        int error;
        const char *says;
    } ways[] = {
        {CALL_READ, EIO, "Kan ikke læse »"},
        {CALL_WRITE, ENOSPC, "Kan ikke skrive »"},
        {CALL_FSYNC, EIO, "Kan ikke skrive »"},
        {CALL_RENAME, EIO, "Kan ikke skrive »"},
        {CALL_DIGEST_NEW, ENOMEM, "Kan ikke skrive »"},
        {CALL_MKDIR, EROFS, "Kan ikke oprette mappen »"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const struct kept_input *kept = data_folder(fixture, 1);
        fail_call(ways[i].call, 1, ways[i].error);
        assert_false(keep(fixture, kept));
        assert_int_equal(end_failures(), 1);
        assert_says(fixture->fault, ways[i].says);
        assert_false(exists(kept_file(fixture, 1, "")));
    }
}

static void a_folder_that_others_could_look_into_is_closed_to_them(void **state)
{
    struct fixture *fixture = *state;
    struct stat status;
    mkdir(inside(fixture, ".tilstand"), 0700);
    chmod(inside(fixture, ".tilstand"), 0755);
    assert_true(keep(fixture, data_folder(fixture, 1)));
    assert_int_equal(stat(inside(fixture, ".tilstand"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    chmod(inside(fixture, ".tilstand"), 0755);
    fail_call(CALL_CHMOD, 1, EPERM);
    assert_false(keep(fixture, data_folder(fixture, 2)));
    assert_int_equal(end_failures(), 1);
    assert_says(fixture->fault, "Kan ikke oprette mappen");
}

static void a_folder_of_another_user_is_said_to_be_that(void **state)
{
    struct fixture *fixture = *state;
    mkdir(inside(fixture, ".tilstand"), 0700);
    fail_call(CALL_FACCESSAT, 1, EACCES);
    assert_false(keep(fixture, data_folder(fixture, 1)));
    assert_int_equal(end_failures(), 1);
    assert_says(fixture->fault, "Kan ikke oprette mappen"); /* one's own, for a reason unknown */
    fail_call(CALL_FACCESSAT, 1, EACCES);
    fail_call(CALL_GETEUID, 1, 0);
    assert_false(keep(fixture, data_folder(fixture, 1)));
    assert_int_equal(end_failures(), 2);
    assert_says(fixture->fault, "er en anden brugers, og du må ikke skrive i den");
}

static void a_file_in_place_of_the_folder_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    put(inside(fixture, ".tilstand"), "brugerens");
    assert_false(keep(fixture, data_folder(fixture, 1)));
    assert_says(fixture->fault, "Kan ikke oprette mappen");
    assert_holds(inside(fixture, ".tilstand"), "brugerens");
}

/* What was kept before cannot be linked to: it is gone, no file any more, of another size, or unreadable. */
static void a_file_that_cannot_be_linked_to_is_copied(void **state)
{
    struct fixture *fixture = *state;
    for (int way = 0; way < 5; way++) {
        const char *old = kept_file(fixture, 1, "job.csv");
        assert_true(keep(fixture, data_folder(fixture, 1)));
        if (way != 3)
            unlink(old);
        if (way == 1)
            assert_int_equal(symlink(inside(fixture, "data/job.csv"), old), 0);
        if (way == 2)
            put(old, "jobs");
        if (way == 3)
            fail_call(CALL_READ, 1, EIO);
        if (way == 4)
            mkdir(old, 0700);
        assert_true(keep(fixture, data_folder(fixture, 2)));
        assert_int_equal(end_failures(), way == 3 ? 1 : 0);
        assert_holds(kept_file(fixture, 2, "job.csv"), "job");
        assert_int_equal(links_of(kept_file(fixture, 2, "job.csv")), 1);
    }
}

/* Clearing leaves the input of the versions that stand, also of one renamed, whatever cannot be looked at,
 * and the next clears. */
static bool clear_with_a_failure(struct fixture *fixture, enum call call, unsigned nth)
{
    for (unsigned version = 1; version <= 3; version++)
        assert_true(keep(fixture, data_folder(fixture, version)));
    stand(fixture, "rapport", 3);
    stand(fixture, "rapport.version-gammel", 1);
    fail_call(call, nth, EIO);
    kept_input_clear(fixture->folder, "rapport", &fixture->arena);
    const bool came = end_failures() > 0;
    assert_true(exists(kept_file(fixture, 1, "job.csv")));
    assert_true(exists(kept_file(fixture, 3, "job.csv")));
    kept_input_clear(fixture->folder, "rapport", &fixture->arena);
    assert_true(exists(kept_file(fixture, 3, "job.csv")));
    assert_false(exists(kept_file(fixture, 2, "job.csv")));
    return came;
}

static void whichever_call_fails_the_input_of_what_stands_is_left(void **state)
{
    (void)state;
    assert_true(fail_each_call_of(clear_with_a_failure) > 10);
}

static void a_copy_in_the_making_is_cleared_beside_a_report_that_cannot_be_read(void **state)
{
    struct fixture *fixture = *state;
    assert_true(keep(fixture, data_folder(fixture, 1)));
    mkdir(inside(fixture, ".tilstand/rapport/under-arbejde"), 0700);
    mkdir(inside(fixture, "rapport"), 0700);
    kept_input_clear(fixture->folder, "rapport", &fixture->arena);
    assert_false(exists(inside(fixture, ".tilstand/rapport/under-arbejde")));
    assert_true(exists(kept_file(fixture, 1, "job.csv")));
}

static void what_cannot_be_looked_at_is_not_lost(void **state)
{
    struct fixture *fixture = *state;
    fail_call(CALL_LSTAT, 1, EACCES);
    assert_false(kept_input_is_lost(fixture->folder, "rapport", 1, &fixture->arena));
    assert_int_equal(end_failures(), 1);
    put(inside(fixture, ".tilstand"), "en fil");
    assert_true(kept_input_is_lost(fixture->folder, "rapport", 1, &fixture->arena));
}

static void assert_listed(struct fixture *fixture, size_t versions, uint64_t bytes, bool stands)
{
    struct kept_report *reports;
    assert_int_equal(kept_input_list(fixture->folder, &reports, &fixture->arena), 1);
    assert_true(sv_is(reports[0].name, "rapport"));
    assert_int_equal(reports[0].versions, versions);
    assert_int_equal(reports[0].bytes, bytes);
    assert_int_equal(reports[0].stands, stands);
}

static void what_is_kept_is_listed_by_report_and_shared_files_count_once(void **state)
{
    struct fixture *fixture = *state;
    struct kept_report *reports;
    struct sv fault;
    assert_int_equal(kept_input_list(fixture->folder, &reports, &fixture->arena), 0);
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fault));
    assert_true(kept_input_write(data_folder(fixture, 2), &fixture->arena, &fault));
    put(inside(fixture, ".tilstand/en-fil"), "af brugerens");
    mkdir(inside(fixture, ".tilstand/rapport/version-x"), 0777);
    assert_listed(fixture, 2, 6, false); /* 3 and 5 bytes, halved and rounded down, twice */
    mkdir(inside(fixture, "rapport2"), 0777);
    assert_listed(fixture, 2, 6, false); /* 3 and 5 bytes, halved and rounded down, twice */
}

static void a_report_stands_while_any_folder_of_it_does(void **state)
{
    static const char *const folders[] = {"rapport", "rapport.version-1", ".rapport.version-1",
                                          ".rapport.under-arbejde-x"};
    struct fixture *fixture = *state;
    struct sv fault;
    assert_true(kept_input_write(data_folder(fixture, 1), &fixture->arena, &fault));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        assert_listed(fixture, 1, 8, false);
        mkdir(inside(fixture, folders[i]), 0777);
        assert_listed(fixture, 1, 8, true);
        rmdir(inside(fixture, folders[i]));
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_folder, close_folder)
    const struct CMUnitTest tests[] = {
        TEST(files_are_kept_as_they_were_read),
        TEST(only_what_is_not_there_at_all_is_lost),
        TEST(a_file_that_is_the_same_is_kept_once),
        TEST(a_file_that_changed_since_it_was_read_is_a_fault),
        TEST(a_file_that_is_gone_is_a_fault),
        TEST(what_a_run_that_died_left_is_replaced),
        TEST(only_what_versions_that_stand_were_made_of_is_left),
        TEST(the_input_of_a_version_on_its_way_aside_is_left),
        TEST(the_input_of_another_report_is_left_even_when_that_is_gone),
        TEST(the_input_of_a_version_whose_manifest_cannot_be_read_is_left),
        TEST(nothing_behind_a_link_in_place_of_all_that_is_kept_is_touched),
        TEST(nothing_behind_a_link_in_place_of_what_is_kept_of_the_report_is_touched),
        TEST(nothing_behind_a_link_in_place_of_a_copy_in_the_making_is_touched),
        TEST(a_link_in_place_of_a_copy_is_neither_cleared_nor_written_through),
        TEST(what_the_program_has_not_named_is_left),
        TEST(whichever_call_fails_what_is_kept_is_whole_or_not_there),
        TEST(what_is_in_the_way_of_a_copy_is_told_apart),
        TEST(a_folder_that_others_could_look_into_is_closed_to_them),
        TEST(a_folder_of_another_user_is_said_to_be_that),
        TEST(a_file_in_place_of_the_folder_is_a_fault),
        TEST(a_file_that_cannot_be_linked_to_is_copied),
        TEST(whichever_call_fails_the_input_of_what_stands_is_left),
        TEST(a_copy_in_the_making_is_cleared_beside_a_report_that_cannot_be_read),
        TEST(what_cannot_be_looked_at_is_not_lost),
        TEST(what_is_kept_is_listed_by_report_and_shared_files_count_once),
        TEST(a_report_stands_while_any_folder_of_it_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "folder_fixture.h"
#include "versions.h"

#include <dirent.h>

static size_t names_in(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return count;
}

/* A manifest of a run with one output, a.txt, that holds `content`. */
static struct sv manifest_saying(struct fixture *fixture, unsigned version, const char *content)
{
    struct manifest_output output = {.name = SV("a.txt"), .size = strlen(content)};
    struct buffer text = buffer_in(&fixture->arena);
    sha256_of(sv_of(content), output.sha256);
    manifest_write(&text, &(struct manifest){.program_version = "1",
                                             .version = version,
                                             .report = sv_of("rapport"),
                                             .outputs = &output,
                                             .output_count = 1});
    return buffer_view(&text);
}

static void stage(struct fixture *fixture, struct staging *staging, unsigned version, const char *content)
{
    assert_true(staging_open(staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_true(staging_write(staging, sv_of("a.txt"), sv_of(content), &fixture->fault));
    assert_true(staging_write(staging, sv_of(MANIFEST_FILE), manifest_saying(fixture, version, content),
                              &fixture->fault));
}

static struct versions look(struct fixture *fixture)
{
    return versions_look(fixture->folder, "rapport", &fixture->arena);
}

static void publish(struct fixture *fixture, const char *content)
{
    struct staging staging;
    const struct versions versions = look(fixture);
    stage(fixture, &staging, versions.next, content);
    assert_true(versions_publish(&staging, &versions, &fixture->fault));
}

static void recover(struct fixture *fixture)
{
    assert_true(versions_recover(fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_false(look(fixture).unfinished);
}

static void make_folder(struct fixture *fixture, const char *name)
{
    assert_true(folder_make(inside(fixture, name), &fixture->arena, &fixture->fault));
}

/* A folder with a whole version under that name, as a run that died leaves it. */
static void leave_whole(struct fixture *fixture, const char *name, unsigned version, const char *content)
{
    struct staging staging;
    stage(fixture, &staging, version, content);
    assert_true(staging_finish(&staging, &fixture->fault));
    staging_close(&staging);
    assert_int_equal(rename(staging.folder, inside(fixture, name)), 0);
}

static void the_first_version_is_number_one(void **state)
{
    struct fixture *fixture = *state;
    const struct versions before = look(fixture);
    assert_false(before.exists);
    assert_int_equal(before.old_number, 0);
    assert_int_equal(before.next, 1);
    publish(fixture, "ny");
    const struct versions after = look(fixture);
    assert_true(after.known);
    assert_int_equal(after.newest.version, 1);
    assert_int_equal(names_in(fixture->folder), 1);
    assert_int_equal(names_in(inside(fixture, "rapport")), 2);
}

static void the_old_folder_is_kept_with_all_that_is_in_it(void **state)
{
    struct fixture *fixture = *state;
    publish(fixture, "gammel");
    put(inside(fixture, "rapport/brugerens.txt"), "egen");
    make_folder(fixture, "rapport/mappe");
    publish(fixture, "ny");
    assert_holds(inside(fixture, "rapport/a.txt"), "ny");
    assert_false(exists(inside(fixture, "rapport/brugerens.txt")));
    assert_holds(inside(fixture, "rapport.version-1/a.txt"), "gammel");
    assert_holds(inside(fixture, "rapport.version-1/brugerens.txt"), "egen");
    assert_true(exists(inside(fixture, "rapport.version-1/mappe")));
    assert_int_equal(names_in(fixture->folder), 2);
}

static void a_number_is_never_given_twice(void **state)
{
    struct fixture *fixture = *state;
    publish(fixture, "1");
    publish(fixture, "2");
    publish(fixture, "3");
    folder_remove(inside(fixture, "rapport.version-2"), &fixture->arena);
    publish(fixture, "4");
    assert_holds(inside(fixture, "rapport.version-1/a.txt"), "1");
    assert_false(exists(inside(fixture, "rapport.version-2")));
    assert_holds(inside(fixture, "rapport.version-3/a.txt"), "3");
    assert_int_equal(look(fixture).newest.version, 4);
}

static void a_folder_without_a_manifest_gets_the_lowest_number_never_used(void **state)
{
    struct fixture *fixture = *state;
    make_folder(fixture, "rapport");
    put(inside(fixture, "rapport/brugerens.txt"), "egen");
    const struct versions versions = look(fixture);
    assert_false(versions.known);
    assert_int_equal(versions.old_number, 1);
    assert_int_equal(versions.next, 2);
    make_folder(fixture, "rapport.version-4");
    assert_int_equal(look(fixture).old_number, 5);
    assert_int_equal(look(fixture).next, 6);
}

static void a_number_that_another_folder_has_is_not_overwritten(void **state)
{
    struct fixture *fixture = *state;
    publish(fixture, "1");
    make_folder(fixture, "rapport.version-1");
    put(inside(fixture, "rapport.version-1/brugerens.txt"), "egen");
    publish(fixture, "ny");
    assert_holds(inside(fixture, "rapport.version-1/brugerens.txt"), "egen");
    assert_holds(inside(fixture, "rapport.version-2/a.txt"), "1");
    assert_int_equal(look(fixture).newest.version, 3);
}

static void names_that_are_no_versions_do_not_count(void **state)
{
    static const char *const others[] = {"rapport.version-",
                                         "rapport.version-0",
                                         "rapport.version-07",
                                         "rapport.version-3x",
                                         "rapport.version--3",
                                         "rapport2.version-5",
                                         "rapport.version-9999999999999999999999",
                                         "rapport.version-1000000"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        make_folder(fixture, others[i]);
    assert_int_equal(look(fixture).next, 1);
    make_folder(fixture, "rapport.version-999");
    assert_int_equal(look(fixture).next, 1000);
}

static void a_file_in_the_reports_place_is_a_fault_and_stays(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    put(inside(fixture, "rapport"), "en fil");
    const struct versions versions = look(fixture);
    stage(fixture, &staging, versions.next, "ny");
    assert_false(versions_publish(&staging, &versions, &fixture->fault));
    assert_says(fixture->fault, "lægge rapporten på plads");
    assert_holds(inside(fixture, "rapport"), "en fil");
    assert_int_equal(names_in(fixture->folder), 1);
}

static void a_version_that_appears_meanwhile_is_not_overwritten(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    publish(fixture, "1");
    const struct versions versions = look(fixture);
    stage(fixture, &staging, versions.next, "2");
    make_folder(fixture, "rapport.version-1");
    put(inside(fixture, "rapport.version-1/brugerens.txt"), "egen");
    assert_false(versions_publish(&staging, &versions, &fixture->fault));
    assert_says(fixture->fault, "rapport.version-1");
    recover(fixture);
    assert_holds(inside(fixture, "rapport/a.txt"), "2");
    assert_holds(inside(fixture, "rapport.version-1/brugerens.txt"), "egen");
    assert_holds(inside(fixture, "rapport.version-3/a.txt"), "1");
}

static void an_old_version_that_was_put_aside_gets_its_name(void **state)
{
    struct fixture *fixture = *state;
    leave_whole(fixture, "rapport", 2, "ny");
    leave_whole(fixture, ".rapport.version-1", 1, "gammel");
    assert_true(look(fixture).unfinished);
    recover(fixture);
    assert_holds(inside(fixture, "rapport/a.txt"), "ny");
    assert_holds(inside(fixture, "rapport.version-1/a.txt"), "gammel");
    assert_int_equal(names_in(fixture->folder), 2);
}

static void an_old_version_that_is_not_as_it_was_written_gets_its_name_too(void **state)
{
    struct fixture *fixture = *state;
    leave_whole(fixture, "rapport", 2, "ny");
    make_folder(fixture, ".rapport.version-1");
    put(inside(fixture, ".rapport.version-1/brugerens.txt"), "egen");
    recover(fixture);
    assert_holds(inside(fixture, "rapport.version-1/brugerens.txt"), "egen");
}

static void a_new_version_that_was_not_exchanged_is_kept_as_a_version(void **state)
{
    struct fixture *fixture = *state;
    leave_whole(fixture, "rapport", 1, "gammel");
    leave_whole(fixture, ".rapport.version-1", 2, "ny");
    recover(fixture);
    assert_holds(inside(fixture, "rapport/a.txt"), "gammel");
    assert_holds(inside(fixture, "rapport.version-2/a.txt"), "ny");
    assert_int_equal(look(fixture).next, 3);
}

static void a_new_version_takes_the_reports_place_when_it_is_free(void **state)
{
    struct fixture *fixture = *state;
    leave_whole(fixture, "rapport.version-1", 1, "gammel");
    leave_whole(fixture, ".rapport.version-1", 2, "ny");
    recover(fixture);
    assert_holds(inside(fixture, "rapport/a.txt"), "ny");
    assert_holds(inside(fixture, "rapport.version-1/a.txt"), "gammel");
}

static void a_staged_folder_that_is_whole_is_kept(void **state)
{
    struct fixture *fixture = *state;
    leave_whole(fixture, "rapport", 1, "gammel");
    leave_whole(fixture, ".rapport.under-arbejde-abc123", 2, "ny");
    recover(fixture);
    assert_holds(inside(fixture, "rapport.version-2/a.txt"), "ny");
    assert_int_equal(names_in(fixture->folder), 2);
}

static void two_whole_folders_of_the_same_number_are_both_kept(void **state)
{
    struct fixture *fixture = *state;
    leave_whole(fixture, "rapport", 1, "1");
    leave_whole(fixture, "a", 2, "2a");
    leave_whole(fixture, "b", 2, "2b");
    assert_int_equal(rename(inside(fixture, "a"), inside(fixture, ".rapport.under-arbejde-aaaaaa")), 0);
    assert_int_equal(rename(inside(fixture, "b"), inside(fixture, ".rapport.under-arbejde-bbbbbb")), 0);
    recover(fixture);
    assert_holds(inside(fixture, "rapport.version-2/a.txt"), "2a");
    assert_holds(inside(fixture, "rapport.version-3/a.txt"), "2b");
}

static void a_staged_folder_that_is_not_whole_is_removed(void **state)
{
    struct fixture *fixture = *state;
    leave_whole(fixture, ".rapport.under-arbejde-aaaaaa", 2, "ny");
    put(inside(fixture, ".rapport.under-arbejde-aaaaaa/a.txt"), "cut");
    leave_whole(fixture, "b", 2, "ny");
    make_folder(fixture, "b/.midlertidig");
    assert_int_equal(rename(inside(fixture, "b"), inside(fixture, ".rapport.under-arbejde-bbbbbb")), 0);
    make_folder(fixture, ".rapport.under-arbejde-cccccc");
    recover(fixture);
    assert_int_equal(names_in(fixture->folder), 0);
}

static void a_workbook_that_is_open_elsewhere_is_seen(void **state)
{
    struct fixture *fixture = *state;
    make_folder(fixture, "rapport");
    put(inside(fixture, "rapport/a.xlsx"), "");
    put(inside(fixture, "rapport/~$b.docx"), "");
    assert_null(look(fixture).open_workbook);
    put(inside(fixture, "rapport/~$a.xlsx"), "");
    assert_string_equal(look(fixture).open_workbook, "a.xlsx");
    unlink(inside(fixture, "rapport/~$a.xlsx"));
    put(inside(fixture, "rapport/.~lock.b.xlsx#"), "");
    assert_string_equal(look(fixture).open_workbook, "b.xlsx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_version_is_number_one, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(the_old_folder_is_kept_with_all_that_is_in_it, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_number_is_never_given_twice, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_folder_without_a_manifest_gets_the_lowest_number_never_used,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_number_that_another_folder_has_is_not_overwritten, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(names_that_are_no_versions_do_not_count, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_in_the_reports_place_is_a_fault_and_stays, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_version_that_appears_meanwhile_is_not_overwritten, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(an_old_version_that_was_put_aside_gets_its_name, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(an_old_version_that_is_not_as_it_was_written_gets_its_name_too,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_new_version_that_was_not_exchanged_is_kept_as_a_version,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_new_version_takes_the_reports_place_when_it_is_free, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_staged_folder_that_is_whole_is_kept, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(two_whole_folders_of_the_same_number_are_both_kept, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_staged_folder_that_is_not_whole_is_removed, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_workbook_that_is_open_elsewhere_is_seen, open_folder, close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

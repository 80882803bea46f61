#include "folder_fixture.h"
#include "staging.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>

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

static void publish(struct fixture *fixture, const char *content)
{
    struct staging staging;
    assert_true(staging_open(&staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_true(staging_write(&staging, sv_of("a.txt"), sv_of(content), &fixture->fault));
    assert_true(staging_publish(&staging, &fixture->fault));
}

static void nothing_is_visible_before_it_is_published(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    assert_true(staging_open(&staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_true(staging_write(&staging, sv_of("a.txt"), sv_of("ny"), &fixture->fault));
    assert_false(exists(inside(fixture, "rapport")));
    assert_true(staging_publish(&staging, &fixture->fault));
    assert_holds(inside(fixture, "rapport/a.txt"), "ny");
}

static void the_old_folder_is_replaced_and_leaves_no_litter(void **state)
{
    struct fixture *fixture = *state;
    publish(fixture, "gammel");
    put(inside(fixture, "rapport/kun-i-den-gamle"), "");
    publish(fixture, "ny");
    assert_holds(inside(fixture, "rapport/a.txt"), "ny");
    assert_false(exists(inside(fixture, "rapport/kun-i-den-gamle")));
    assert_int_equal(names_in(fixture->folder), 1);
}

static void temporary_files_are_not_published(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    assert_true(staging_open(&staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    put(sv_format(&fixture->arena, "%s/x", staging.temporary).data, "midlertidig");
    assert_true(staging_publish(&staging, &fixture->fault));
    assert_int_equal(names_in(inside(fixture, "rapport")), 0);
}

static void a_discarded_folder_leaves_the_old_report_alone(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    publish(fixture, "gammel");
    assert_true(staging_open(&staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_true(staging_write(&staging, sv_of("a.txt"), sv_of("ny"), &fixture->fault));
    staging_discard(&staging);
    assert_holds(inside(fixture, "rapport/a.txt"), "gammel");
    assert_int_equal(names_in(fixture->folder), 1);
}

static void what_a_dead_run_left_is_removed_by_the_next(void **state)
{
    struct fixture *fixture = *state;
    assert_true(
        folder_make(inside(fixture, ".rapport.under-arbejde-abc123"), &fixture->arena, &fixture->fault));
    put(inside(fixture, ".rapport.under-arbejde-abc123/a.txt"), "halv");
    publish(fixture, "ny");
    assert_int_equal(names_in(fixture->folder), 1);
}

static void the_folder_of_a_run_at_work_is_left_alone(void **state)
{
    struct fixture *fixture = *state;
    const char *busy = inside(fixture, ".rapport.under-arbejde-abc123");
    assert_true(folder_make(busy, &fixture->arena, &fixture->fault));
    const int lock = open(busy, O_RDONLY | O_DIRECTORY);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    publish(fixture, "ny");
    assert_true(exists(busy));
    close(lock);
}

static void a_file_in_the_reports_place_is_a_fault_and_stays(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    put(inside(fixture, "rapport"), "en fil");
    assert_true(staging_open(&staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_false(staging_publish(&staging, &fixture->fault));
    assert_says(fixture->fault, "lægge rapporten på plads");
    assert_holds(inside(fixture, "rapport"), "en fil");
    assert_int_equal(names_in(fixture->folder), 1);
}

static void a_handed_over_file_never_replaces_another(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    bool kept;
    put(inside(fixture, "a.txt"), "brugerens");
    assert_true(staging_open(&staging, fixture->folder, "skabeloner", &fixture->arena, &fixture->fault));
    assert_true(staging_write(&staging, sv_of("a.txt"), sv_of("ny"), &fixture->fault));
    assert_true(staging_write(&staging, sv_of("b.txt"), sv_of("ny"), &fixture->fault));
    assert_true(staging_hand_over(&staging, sv_of("a.txt"), &kept, &fixture->fault));
    assert_true(kept);
    assert_true(staging_hand_over(&staging, sv_of("b.txt"), &kept, &fixture->fault));
    assert_false(kept);
    staging_discard(&staging);
    assert_holds(inside(fixture, "a.txt"), "brugerens");
    assert_holds(inside(fixture, "b.txt"), "ny");
    assert_int_equal(names_in(fixture->folder), 2);
}

static void an_output_folder_that_cannot_be_made_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    put(inside(fixture, "fil"), "");
    assert_false(
        staging_open(&staging, inside(fixture, "fil/output"), "rapport", &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, "fil");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_is_visible_before_it_is_published, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(the_old_folder_is_replaced_and_leaves_no_litter, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(temporary_files_are_not_published, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_discarded_folder_leaves_the_old_report_alone, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(what_a_dead_run_left_is_removed_by_the_next, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(the_folder_of_a_run_at_work_is_left_alone, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_in_the_reports_place_is_a_fault_and_stays, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_handed_over_file_never_replaces_another, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(an_output_folder_that_cannot_be_made_is_a_fault, open_folder,
                                        close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

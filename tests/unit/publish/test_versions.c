#include "every_call.h"
#include "versions.h"

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

static void a_link_in_the_reports_place_is_called_one_and_stays(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    make_folder(fixture, "andet");
    assert_int_equal(symlink("andet", inside(fixture, "rapport")), 0);
    const struct versions versions = look(fixture);
    stage(fixture, &staging, versions.next, "ny");
    assert_false(versions_publish(&staging, &versions, &fixture->fault));
    assert_says(fixture->fault, "der er en genvej (et link) med det navn");
    assert_int_equal(names_in(fixture->folder), 2);
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

static void a_new_version_that_was_not_exchanged_is_now(void **state)
{
    struct fixture *fixture = *state;
    leave_whole(fixture, "rapport", 1, "gammel");
    leave_whole(fixture, ".rapport.version-1", 2, "ny");
    recover(fixture);
    assert_holds(inside(fixture, "rapport/a.txt"), "ny");
    assert_holds(inside(fixture, "rapport.version-1/a.txt"), "gammel");
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

static void a_staged_folder_that_is_whole_is_put_in_place(void **state)
{
    struct fixture *fixture = *state;
    leave_whole(fixture, "rapport", 1, "gammel");
    leave_whole(fixture, ".rapport.under-arbejde-abc123", 2, "ny");
    recover(fixture);
    assert_holds(inside(fixture, "rapport/a.txt"), "ny");
    assert_holds(inside(fixture, "rapport.version-1/a.txt"), "gammel");
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
    assert_holds(inside(fixture, "rapport.version-1/a.txt"), "1");
    assert_holds(inside(fixture, "rapport/a.txt"), "2a");
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

/* Whether one of the folders that the user sees holds a whole version with that content. */
static bool is_shown(struct fixture *fixture, const char *content)
{
    struct sv *names;
    bool found = false;
    const size_t count = folder_names(fixture->folder, sv_of("rapport"), &names, &fixture->arena);
    for (size_t i = 0; i < count; i++) {
        struct past_run run;
        struct sv text;
        const char *folder = inside(fixture, sv_text(&fixture->arena, names[i]));
        found = found || (manifest_read(&run, folder, &fixture->arena) &&
                          manifest_outputs_hold(&run, folder, &fixture->arena) &&
                          file_read(sv_format(&fixture->arena, "%s/a.txt", folder).data, 100, &text,
                                    &fixture->arena) &&
                          sv_is(text, content));
    }
    return found;
}

static bool stage_and_publish(struct fixture *fixture, const struct versions *versions)
{
    struct staging staging;
    const bool good = staging_open(&staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault) &&
                      staging_write(&staging, sv_of("a.txt"), sv_of("ny"), &fixture->fault) &&
                      staging_write(&staging, sv_of(MANIFEST_FILE),
                                    manifest_saying(fixture, versions->next, "ny"), &fixture->fault);
    if (good)
        return versions_publish(&staging, versions, &fixture->fault);
    staging_discard(&staging);
    return false;
}

/* The old version and, if the run said that it went well, the new one; and the next run leaves no litter. */
static void judge(struct fixture *fixture, bool good, bool came)
{
    assert_true(good || came);
    if (!good)
        assert_says(fixture->fault, "Kan ikke");
    recover(fixture);
    assert_true(is_shown(fixture, "gammel"));
    assert_true(exists(inside(fixture, "rapport/a.txt")));
    if (good)
        assert_holds(inside(fixture, "rapport/a.txt"), "ny");
    for (struct sv *names; folder_names(fixture->folder, sv_of("."), &names, &fixture->arena);)
        fail_msg("%s is left", names[0].data);
}

static bool publish_with_a_failure(struct fixture *fixture, enum call call, unsigned nth)
{
    publish(fixture, "gammel");
    const struct versions versions = look(fixture);
    fail_call(call, nth, EIO);
    const bool good = stage_and_publish(fixture, &versions);
    const bool came = end_failures() > 0;
    judge(fixture, good, came);
    return came;
}

static void whichever_call_fails_the_old_version_stands_or_the_new(void **state)
{
    (void)state;
    assert_true(fail_each_call_of(publish_with_a_failure) > 50);
}

static bool publish_in_two_steps_with_a_failure(struct fixture *fixture, enum call call, unsigned nth)
{
    publish(fixture, "gammel");
    const struct versions versions = look(fixture);
    if (call != CALL_RENAMEAT2)
        fail_call(call, nth, EIO);
    fail_every_call(CALL_RENAMEAT2, nth % 2 ? ENOSYS : EINVAL);
    const bool good = stage_and_publish(fixture, &versions);
    const bool came = end_failures() > 0;
    judge(fixture, good, came);
    return came;
}

static void so_it_is_where_the_file_system_cannot_exchange_two_folders(void **state)
{
    (void)state;
    assert_true(fail_each_call_of(publish_in_two_steps_with_a_failure) > 50);
}

static bool recover_with_a_failure(struct fixture *fixture, enum call call, unsigned nth)
{
    leave_whole(fixture, "rapport", 1, "gammel");
    leave_whole(fixture, "rapport.version-3", 3, "anden");
    leave_whole(fixture, ".rapport.version-1", 2, "ny");
    leave_whole(fixture, ".rapport.version-3", 3, "tredje");
    leave_whole(fixture, "b", 4, "fjerde");
    assert_int_equal(rename(inside(fixture, "b"), inside(fixture, ".rapport.under-arbejde-bbbbbb")), 0);
    make_folder(fixture, ".rapport.under-arbejde-aaaaaa");
    fail_call(call, nth, EIO);
    const bool good = versions_recover(fixture->folder, "rapport", &fixture->arena, &fixture->fault);
    const bool came = end_failures() > 0;
    assert_true(good || came);
    recover(fixture);
    assert_true(is_shown(fixture, "gammel"));
    assert_true(is_shown(fixture, "ny"));
    assert_true(is_shown(fixture, "anden"));
    assert_true(is_shown(fixture, "tredje"));
    assert_true(is_shown(fixture, "fjerde"));
    return came;
}

static void whichever_call_fails_recovery_loses_no_version(void **state)
{
    (void)state;
    assert_true(fail_each_call_of(recover_with_a_failure) > 50);
}

static void what_cannot_get_its_name_stops_the_recovery(void **state)
{
    static const char *const left[][2] = {
        {".rapport.version-1", ".rapport.version-2"},
        {".rapport.under-arbejde-aaaaaa", ".rapport.under-arbejde-bbbbbb"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < 2; i++) {
        leave_whole(fixture, "a", 1, "gammel");
        leave_whole(fixture, "b", 2, "ny");
        assert_int_equal(rename(inside(fixture, "a"), inside(fixture, left[i][0])), 0);
        assert_int_equal(rename(inside(fixture, "b"), inside(fixture, left[i][1])), 0);
        fail_call(CALL_RENAMEAT2, 1, EACCES);
        assert_false(versions_recover(fixture->folder, "rapport", &fixture->arena, &fixture->fault));
        assert_int_equal(end_failures(), 1);
        assert_says(fixture->fault, "Kan ikke lægge rapporten på plads som");
        assert_int_equal(names_in(fixture->folder), 2);
        recover(fixture);
        assert_true(is_shown(fixture, "gammel"));
        assert_true(is_shown(fixture, "ny"));
        folder_remove(inside(fixture, "rapport"), &fixture->arena);
        folder_remove(inside(fixture, "rapport.version-1"), &fixture->arena);
        folder_remove(inside(fixture, "rapport.version-2"), &fixture->arena);
    }
}

static void a_hidden_folder_without_a_number_is_not_touched(void **state)
{
    struct fixture *fixture = *state;
    make_folder(fixture, ".rapport.version-gemt");
    assert_true(versions_recover(fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_true(exists(inside(fixture, ".rapport.version-gemt")));
}

static void a_new_version_never_takes_the_place_of_what_has_its_hidden_name(void **state)
{
    struct fixture *fixture = *state;
    publish(fixture, "gammel");
    const struct versions versions = look(fixture);
    put(inside(fixture, ".rapport.version-1"), "brugerens");
    assert_false(stage_and_publish(fixture, &versions));
    assert_says(fixture->fault, ".rapport.version-1«: der ligger allerede noget med det navn");
    assert_holds(inside(fixture, ".rapport.version-1"), "brugerens");
    assert_holds(inside(fixture, "rapport/a.txt"), "gammel");
    fail_every_call(CALL_RENAMEAT2, ENOSYS);
    assert_false(stage_and_publish(fixture, &versions));
    end_failures();
    assert_holds(inside(fixture, ".rapport.version-1"), "brugerens");
}

static void the_version_before_is_the_highest_below_whatever_its_folder_is_called(void **state)
{
    struct fixture *fixture = *state;
    const char *const output = fixture->folder;
    assert_null(version_before(output, "rapport", 9, &fixture->arena).folder);
    leave_whole(fixture, "rapport", 5, "5");
    leave_whole(fixture, "rapport.version-9", 2, "2");
    leave_whole(fixture, "rapport.version-1", 3, "3");
    make_folder(fixture, "rapport.version-4");
    assert_int_equal(version_before(output, "rapport", 9, &fixture->arena).run.version, 5);
    const struct standing_version found = version_before(output, "rapport", 5, &fixture->arena);
    assert_int_equal(found.run.version, 3);
    assert_string_equal(found.folder, inside(fixture, "rapport.version-1"));
    assert_null(version_before(output, "rapport", 2, &fixture->arena).folder);
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
        cmocka_unit_test_setup_teardown(a_link_in_the_reports_place_is_called_one_and_stays, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_file_in_the_reports_place_is_a_fault_and_stays, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_version_that_appears_meanwhile_is_not_overwritten, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(an_old_version_that_was_put_aside_gets_its_name, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(an_old_version_that_is_not_as_it_was_written_gets_its_name_too,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_new_version_that_was_not_exchanged_is_now, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_new_version_takes_the_reports_place_when_it_is_free, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_staged_folder_that_is_whole_is_put_in_place, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(two_whole_folders_of_the_same_number_are_both_kept, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_staged_folder_that_is_not_whole_is_removed, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_workbook_that_is_open_elsewhere_is_seen, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(whichever_call_fails_the_old_version_stands_or_the_new, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(so_it_is_where_the_file_system_cannot_exchange_two_folders,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(whichever_call_fails_recovery_loses_no_version, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(what_cannot_get_its_name_stops_the_recovery, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_hidden_folder_without_a_number_is_not_touched, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_new_version_never_takes_the_place_of_what_has_its_hidden_name,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(the_version_before_is_the_highest_below_whatever_its_folder_is_called,
                                        open_folder, close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

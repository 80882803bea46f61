#include "data_read.h"

#include "byte_source.h"
#include "codes_file.h"
#include "file_names.h"
#include "narrative_read.h"
#include "rules.h"
#include "settings_file.h"
#include "text_clean.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static const struct sv nothing = {0};

/* The folder being read. */
struct reading {
    struct data_set *data;
    struct diag *diag;
    const struct read_request *request;
    int folder;
    struct folder_names names;
    struct sv failure;
};

static void report_missing(const struct reading *reading, struct sv file)
{
    diag_add(reading->diag, DIAG_MISSING_FILE, (struct place){.file = file}, nothing,
             sv_of(reading->request->report), file, nothing);
}

static bool read_settings(struct reading *reading)
{
    const struct sv name = sv_of("rapport.ini");
    if (folder_has(&reading->names, name))
        return settings_file_read(reading->data, reading->diag, reading->folder,
                                  !reading->request->lax_settings, &reading->failure);
    if (reading->request->needs_settings)
        report_missing(reading, name);
    return true;
}

static bool read_codes(struct reading *reading)
{
    const struct sv name = sv_of("koder.csv");
    struct table_reader reader;
    if (!folder_has(&reading->names, name)) {
        if (reading->request->needs_codes)
            report_missing(reading, name);
        return true;
    }
    const struct table_request request = {.data = reading->data,
                                          .diag = reading->diag,
                                          .schema = codes_file_schema(),
                                          .table = TABLES,
                                          .name = name};
    const bool good = table_reader_open(&reader, &request, reading->folder) && codes_file_read(&reader);
    reading->failure = reader.failure;
    return good;
}

static bool read_tables(struct reading *reading)
{
    bool any = false;
    for (enum table_id table = 0; table < TABLES; table++) {
        if (reading->request->unread[table])
            continue;
        if (!extract_read(reading->data, reading->diag, table, reading->folder, &reading->names,
                          reading->request->progress, &reading->failure))
            return false;
        const bool present = reading->data->tables[table].present;
        any |= present;
        if (!present && reading->request->needed[table])
            report_missing(reading, sv_format(reading->data->arena, "%s.csv", table_schema(table)->name));
    }
    if (!any && !reading->request->report)
        diag_value(reading->diag, DIAG_NO_TABLES, (struct place){0}, nothing);
    return true;
}

static bool read_texts(struct reading *reading)
{
    return reading->request->without_texts || !folder_has(&reading->names, sv_of("tekster")) ||
           narratives_read(reading->data, reading->diag, reading->folder, &reading->failure);
}

/* Every row that was read is counted, left out with a reason, or empty. */
static bool accounts_hold(struct reading *reading)
{
    const struct data_set *data = reading->data;
    for (size_t i = 0; i < data->file_count; i++) {
        const struct input_file *file = &data->files[i];
        if (file->rows == file->counted + file->left_out + file->empty)
            continue;
        reading->failure = sv_format(
            data->arena,
            "Regnskabet for %.*s går ikke op: %llu rækker er ikke %llu talte, %llu udeladte og %llu tomme.",
            SV_ARG(file->name), (unsigned long long)file->rows, (unsigned long long)file->counted,
            (unsigned long long)file->left_out, (unsigned long long)file->empty);
        return false;
    }
    return true;
}

static bool open_folder(struct reading *reading)
{
    const char *folder = reading->request->folder;
    reading->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (reading->folder >= 0)
        return true;
    const char *why = errno == ENOTDIR ? "den er ikke en mappe" : read_error_da(errno);
    reading->failure = sv_format(reading->data->arena, "Datamappen %s kan ikke læses: %s.", folder, why);
    return false;
}

static bool reads_all_tables(const struct read_request *request)
{
    for (enum table_id table = 0; table < TABLES; table++)
        if (request->unread[table])
            return false;
    return true;
}

/* Columns that [cpr] undtag names and no file has: the numbers it was to let pass are elsewhere. */
static void note_exemptions(const struct reading *reading)
{
    const struct settings *settings = &reading->data->settings;
    const struct place place = {.file = sv_of("rapport.ini"), .line = settings->cpr_exempt_line};
    for (size_t i = 0; i < settings->cpr_exempt_count; i++)
        if (!settings->cpr_exempt[i].found)
            diag_detail(reading->diag, DIAG_EXEMPT_COLUMN_UNKNOWN, place, nothing,
                        text_for_finding(reading->data->arena, settings->cpr_exempt[i].column));
}

static bool read_folder(struct reading *reading)
{
    if (!folder_list(reading->data->arena, reading->folder, &reading->names, &reading->failure))
        return false;
    file_names_guard(reading->data, reading->diag, "", &reading->names);
    if (!read_settings(reading) || !read_codes(reading) || !read_tables(reading) || !read_texts(reading))
        return false;
    file_names_note_unread(reading->diag, &reading->names);
    if (reads_all_tables(reading->request))
        note_exemptions(reading);
    rules_apply(reading->data, reading->diag, reading->request->leave_out);
    return accounts_hold(reading);
}

enum read_result data_read(struct data_set *data, const struct read_request *request, struct diag *diag,
                           struct sv *failure)
{
    struct reading reading = {.data = data, .diag = diag, .request = request};
    bool good = open_folder(&reading);
    if (good) {
        good = read_folder(&reading);
        close(reading.folder);
    }
    *failure = reading.failure;
    return good ? READ_DONE : READ_FAILED;
}

/* The tables that the results hang on as a whole: a row less would change them all without a word. They may
 * be in several files: refusion.csv, refusion-2.csv. */
static bool is_of_whole_table(struct sv file)
{
    static const bool whole[TABLES + 1] = {[TABLE_GOALS] = true,
                                           [TABLE_REFUND_RATES] = true,
                                           [TABLE_BENEFIT_RATES] = true,
                                           [TABLE_SCENARIOS] = true,
                                           [TABLE_OUTCOME_SAVINGS] = true};
    return whole[table_of_file(file)];
}

/* Rows can be left out, but not those of rapport.ini, koder.csv, tekster/ and the tables that are needed
 * whole. */
static bool rows_can_be_left_out(struct sv file)
{
    return !sv_is(file, "koder.csv") && !sv_is(file, "rapport.ini") && !is_of_whole_table(file) &&
           !sv_starts_with(file, sv_of("tekster/"));
}

bool data_has_stopping_errors(const struct diag *diag, bool leave_out)
{
    for (size_t i = 0; i < diag->count; i++) {
        const struct finding *finding = &diag->findings[i];
        const struct diag_kind *kind = diag_kind(finding->code);
        if (kind->level != DIAG_ERROR)
            continue;
        if (!leave_out || kind->scope != DIAG_ROW || !rows_can_be_left_out(finding->place.file))
            return true;
    }
    return false;
}

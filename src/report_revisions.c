#include "report_revisions.h"

#include "files.h"
#include "printed_figures_read.h"
#include "revision_table.h"

static const struct manifest_output *past_output(const struct past_run *past, struct sv name)
{
    for (size_t i = 0; i < past->output_count; i++)
        if (sv_equal(past->outputs[i].name, name))
            return &past->outputs[i];
    return NULL;
}

struct printed_figures *version_figures_now(const char *folder, struct sv file, struct arena *arena)
{
    enum { MOST_BYTES = 256 * 1024 * 1024 };
    struct sv text;
    struct printed_figures *figures = arena_alloc(arena, sizeof *figures);
    if (!file_read(sv_format(arena, "%s/%.*s", folder, SV_ARG(file)).data, MOST_BYTES, &text, arena) ||
        !printed_figures_parse(figures, text, arena))
        return NULL;
    return figures;
}

/* Why the file is not as it was written, a Danish clause; empty: it is. */
static struct sv file_not_as_written(const struct past_run *past, const char *folder, struct sv file,
                                     struct arena *arena)
{
    struct sv fault;
    const struct manifest_output *output = past_output(past, file);
    if (!output)
        return sv_format(arena, "Dens %s nævner ikke filen %.*s", MANIFEST_FILE, SV_ARG(file));
    const char *what = output_fault(manifest_output_state(output, folder, arena, &fault));
    return what ? sv_format(arena, "Filen %.*s %s", SV_ARG(file), what) : (struct sv){0};
}

struct printed_figures *version_figures(const struct past_run *past, const char *folder, struct sv file,
                                        struct arena *arena, struct sv *why)
{
    *why = file_not_as_written(past, folder, file, arena);
    if (why->size)
        return NULL;
    struct printed_figures *figures = version_figures_now(folder, file, arena);
    if (!figures)
        *why = sv_format(arena, "Filen %.*s kan ikke læses af denne udgave af programmet", SV_ARG(file));
    return figures;
}

/* ---- The versions before ---- */

/* What is being filled in. */
struct gathering {
    struct run *run;
    const struct report_version *version;
    struct sv file;
    struct older_version older[REVISION_VERSIONS]; /* newest first */
    struct version_left_out left_out[REVISION_VERSIONS];
    size_t older_count, left_out_count;
};

static void leave_out(struct gathering *gathering, unsigned number, struct sv why)
{
    struct run *run = gathering->run;
    if (gathering->left_out_count == REVISION_VERSIONS)
        return;
    gathering->left_out[gathering->left_out_count++] = (struct version_left_out){number, why};
    diag_add(&run->diag, DIAG_VERSION_LEFT_OUT, (struct place){0}, (struct sv){0},
             sv_format(run->arena, "%u", number), why, (struct sv){0});
}

/* In its own place, or still in that of the newest, where no manifest says of which version it is. */
static bool stands_unread(const struct report_version *version, unsigned number, struct arena *arena)
{
    struct past_run run;
    const char *path = version_path(version->previous.beside, version->name, number, arena).data;
    if (folder_is_there(path))
        return !manifest_read(&run, path, arena);
    return version->versions.exists && !version->versions.known && number == version->versions.old_number;
}

/* The versions between two that can be read: a user may delete one, but one that stands is missed. */
static void leave_out_unreadable(struct gathering *gathering, unsigned above, unsigned number)
{
    struct arena *arena = gathering->run->arena;
    for (unsigned steps = 0; above < number && steps < REVISION_VERSIONS; number--, steps++)
        if (stands_unread(gathering->version, number, arena))
            leave_out(gathering, number, sv_format(arena, "Dens %s kan ikke læses", MANIFEST_FILE));
}

static void gather_version(struct gathering *gathering, const struct standing_version *standing)
{
    struct sv why;
    const struct printed_figures *figures =
        version_figures(&standing->run, standing->folder, gathering->file, gathering->run->arena, &why);
    if (figures)
        gathering->older[gathering->older_count++] = (struct older_version){standing->run.version, *figures};
    else
        leave_out(gathering, standing->run.version, why);
}

static void gather_versions(struct gathering *gathering)
{
    const struct report_version *version = gathering->version;
    unsigned number = version->number;
    for (size_t looked = 0; looked < REVISION_VERSIONS; looked++) {
        const struct standing_version before =
            version_before(version->previous.beside, version->name, number, gathering->run->arena);
        leave_out_unreadable(gathering, before.folder ? before.run.version : 0, number - 1);
        if (!before.folder)
            return;
        number = before.run.version;
        gather_version(gathering, &before);
    }
}

static void put_oldest_first(struct older_version *older, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const struct older_version other = older[i];
        older[i] = older[count - 1 - i];
        older[count - 1 - i] = other;
    }
}

void older_versions_find(struct correction *correction, struct run *run, const struct report_version *version,
                         struct sv file)
{
    struct gathering *gathering = arena_alloc(run->arena, sizeof *gathering);
    *gathering = (struct gathering){.run = run, .version = version, .file = file};
    gather_versions(gathering);
    put_oldest_first(gathering->older, gathering->older_count);
    correction->older = gathering->older;
    correction->older_count = gathering->older_count;
    correction->left_out = gathering->left_out;
    correction->left_out_count = gathering->left_out_count;
}

static bool has_older(const struct correction *correction, unsigned number)
{
    for (size_t i = 0; correction && i < correction->older_count; i++)
        if (correction->older[i].number == number)
            return true;
    return false;
}

static struct sv lost_version(const struct run *run, const struct report_version *version, unsigned number)
{
    const struct sv folder = version_path(version->previous.beside, version->name, number, run->arena);
    return sv_format(run->arena,
                     path_is_there(folder.data) ? "version %u er ikke, som den blev skrevet"
                                                : "version %u mangler",
                     number);
}

static struct sv lost_input(const struct run *run, const struct previous_version *previous)
{
    return sv_format(run->arena,
                     path_is_there(previous->input) ? "version %u er der, men dens data i .tilstand er ændret"
                                                    : "version %u er der, men dens data i .tilstand mangler",
                     previous->run->version);
}

struct sv versions_lost(const struct run *run, const struct report_version *version,
                        const struct correction *correction)
{
    for (unsigned back = 1; back < version->number && back <= REVISION_VERSIONS; back++)
        if (!has_older(correction, version->number - back))
            return lost_version(run, version, version->number - back);
    if (correction && !(correction->changes && correction->changes->before.data))
        return lost_input(run, &version->previous);
    return (struct sv){0};
}

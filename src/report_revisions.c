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

struct printed_figures *version_figures(const struct past_run *past, const char *folder, struct sv file,
                                        struct arena *arena)
{
    struct sv fault;
    const struct manifest_output *output = past_output(past, file);
    if (!output || manifest_output_state(output, folder, arena, &fault) != OUTPUT_HOLDS)
        return NULL;
    return version_figures_now(folder, file, arena);
}

static void put_oldest_first(struct older_version *older, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const struct older_version other = older[i];
        older[i] = older[count - 1 - i];
        older[count - 1 - i] = other;
    }
}

struct older_version *older_versions(const struct run *run, const struct report_version *version,
                                     struct sv file, size_t *count)
{
    struct older_version *older = arena_array(run->arena, REVISION_VERSIONS, sizeof *older);
    unsigned number = version->number;
    *count = 0;
    while (*count < REVISION_VERSIONS) {
        const struct standing_version before =
            version_before(version->previous.beside, version->name, number, run->arena);
        if (!before.folder)
            break;
        number = before.run.version;
        const struct printed_figures *figures = version_figures(&before.run, before.folder, file, run->arena);
        if (figures)
            older[(*count)++] = (struct older_version){number, *figures};
    }
    put_oldest_first(older, *count);
    return older;
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

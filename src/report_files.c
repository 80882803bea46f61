#include "report_files.h"

#include "buffer.h"

#include <ctype.h>

/* The identifier with every byte that no file name should hold, and `_` itself, as `_` and its two
 * hexadecimal digits, so that no two agreements share a folder: "A/1" is "A_2F1". */
static struct sv agreement_in_name(const struct run *run, uint32_t agreement)
{
    const struct sv id = agreement_id(&run->data, agreement);
    struct buffer name = buffer_in(run->arena);
    for (size_t i = 0; i < id.size; i++) {
        const unsigned char byte = (unsigned char)id.data[i];
        if (isalnum(byte) || byte == '-')
            buffer_add_byte(&name, id.data[i]);
        else
            buffer_format(&name, "_%02X", byte);
    }
    return buffer_view(&name);
}

/* "aarsrapport-2024", "erfaring"; "aarsrapport-2024-aftale-SA-01" for the one agreement. */
static struct sv folder_name(const struct run *run, const struct report_type *type, uint32_t agreement)
{
    const struct sv period = period_name(&run->options->period);
    const struct sv name = type->is_timeless ? sv_of(type->folder)
                                             : sv_format(run->arena, "%s-%.*s", type->folder, SV_ARG(period));
    if (agreement == ALL_AGREEMENTS)
        return name;
    return sv_format(run->arena, "%.*s-aftale-%.*s", SV_ARG(name), SV_ARG(agreement_in_name(run, agreement)));
}

/* The files that go with the report, after its formats. */
static const struct {
    const char *before, *after; /* the period, or the report's name */
} beside[REPORT_FILE_KINDS] = {
    [FILE_AGREEMENTS] = {"aftaler-", ".xlsx"},     [FILE_CASE_PAPER] = {"sagsfremstilling-", ".txt"},
    [FILE_DATA_BOOK] = {"datagrundlag-", ".xlsx"}, [FILE_FIGURES] = {"noegletal-", ".csv"},
    [FILE_CORRECTIONS] = {"rettelser-", ".xlsx"},
};

static void add_files_beside(struct report_files *files, const struct run *run,
                             const struct report_type *type, bool corrected)
{
    const struct sv period = type->is_timeless ? files->folder : period_name(&run->options->period);
    for (size_t i = 0; i < REPORT_FILE_KINDS; i++) {
        if (!type->files[i])
            continue;
        files->beside[i] =
            sv_format(run->arena, "%s%.*s%s", beside[i].before, SV_ARG(period), beside[i].after);
        if (i != FILE_CORRECTIONS || corrected)
            files->names[files->count++] = files->beside[i];
    }
}

struct report_files report_files(const struct run *run, const struct report_type *type, uint32_t agreement,
                                 bool corrected)
{
    struct report_files files = {.folder = folder_name(run, type, agreement)};
    size_t formats;
    const struct renderer *format = renderers(&formats);
    if (agreement != ALL_AGREEMENTS) {
        files.names[files.count++] = sv_format(run->arena, "%.*s.xlsx", SV_ARG(files.folder));
        return files;
    }
    const struct sv name = type->file ? sv_of(type->file) : files.folder;
    for (size_t i = 0; i < formats; i++)
        files.names[files.count++] = sv_format(run->arena, "%.*s%s", SV_ARG(name), format[i].suffix);
    add_files_beside(&files, run, type, corrected);
    return files;
}

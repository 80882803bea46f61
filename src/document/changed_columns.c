#include "changed_columns.h"

/* Whether the file has rows of a table, and which columns it has is known. */
static bool has_columns(const struct input_file *file)
{
    return file && file->is_table && file->table < TABLES && file->columns;
}

/* The columns that the one has and the other lacks. */
static size_t columns_lacking(const struct input_file *has, const struct input_file *lacks, struct sv *names)
{
    const struct table_schema *schema = table_schema(has->table);
    size_t count = 0;
    for (size_t i = 0; i < schema->column_count; i++)
        if (has->columns[i].position && !lacks->columns[i].position)
            names[count++] = sv_of(schema->columns[i].name);
    return count;
}

static void say_columns(struct sentence s, const struct input_file *has, const struct input_file *lacks,
                        const char *what)
{
    struct arena *arena = s.context->document->arena;
    struct sv *names = arena_array(arena, table_schema(has->table)->column_count, sizeof *names);
    const size_t count = columns_lacking(has, lacks, names);
    if (!count)
        return;
    say(s, count == 1 ? "Kolonnen " : "Kolonnerne ");
    say_sv(s, text_joined(arena, names, count));
    say_sv(s, sv_format(arena, " er %s %.*s. ", what, SV_ARG(has->name)));
}

void say_changed_columns(struct sentence s, const struct changes *changes)
{
    for (size_t i = 0; i < changes->after.data->file_count; i++) {
        const struct input_file *after = &changes->after.data->files[i];
        const struct input_file *before = data_set_file(changes->before.data, after->name);
        if (!has_columns(after) || !has_columns(before) || before->table != after->table)
            continue;
        say_columns(s, before, after, "faldet bort i");
        say_columns(s, after, before, "kommet til i");
    }
}

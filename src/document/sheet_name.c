#include "sheet_name.h"

#include "text_da.h"

enum { LONGEST_NAME = 31, ROOM_FOR_NUMBER = 8 };

/* The first letters, and "…" when there are more; a spreadsheet counts letters, not bytes. */
static struct sv first_letters(struct arena *arena, struct sv text, size_t longest)
{
    size_t letters = 0;
    size_t kept = 0;
    for (size_t i = 0; i < text.size; i++) {
        const bool begins = ((unsigned char)text.data[i] & 0xC0) != 0x80;
        if (begins && letters + 1 == longest)
            kept = i;
        letters += begins;
    }
    if (letters <= longest)
        return text;
    return sv_format(arena, "%.*s…", (int)kept, text.data);
}

/* Characters that a sheet's name may not have become "_". */
static void replace_forbidden(char *name, size_t size)
{
    static const char forbidden[] = "[]:*?/\\'";
    for (size_t i = 0; i < size; i++)
        for (const char *c = forbidden; *c; c++)
            if (name[i] == *c)
                name[i] = '_';
}

static bool section_has_sheet(const struct section *section, struct sv folded, struct arena *arena)
{
    for (size_t i = 0; i < section->block_count; i++) {
        const struct block *block = &section->blocks[i];
        if (block->kind == BLOCK_TABLE && sv_equal(danish_fold(arena, block->as.table->sheet), folded))
            return true;
    }
    return false;
}

static bool is_taken(const struct document *document, struct sv name)
{
    const struct sv folded = danish_fold(document->arena, name);
    for (size_t i = 0; i < document->section_count; i++)
        if (section_has_sheet(&document->sections[i], folded, document->arena))
            return true;
    return false;
}

const char *sheet_name(const struct document *document, struct sv wanted)
{
    struct arena *arena = document->arena;
    char *cleaned = arena_copy(arena, wanted.data, wanted.size);
    replace_forbidden(cleaned, wanted.size);
    const struct sv whole = {cleaned, wanted.size};
    struct sv name = first_letters(arena, whole, LONGEST_NAME);
    for (unsigned i = 2; is_taken(document, name); i++)
        name = sv_format(arena, "%.*s (%u)",
                         SV_ARG(first_letters(arena, whole, LONGEST_NAME - ROOM_FOR_NUMBER)), i);
    return sv_text(arena, name);
}

#include "narrative_read.h"

#include "buffer.h"
#include "byte_source.h"
#include "cpr_guard.h"
#include "file_names.h"
#include "narrative_markdown.h"
#include "text_clean.h"
#include "text_da.h"
#include "text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static const char TEXTS[] = "tekster";
static const char ENDING[] = ".md";

/* One pass over the texts. */
struct texts {
    struct data_set *data;
    struct diag *diag;
    int folder; /* the data folder */
    struct sv failure;
};

/* ---- One text ---- */

/* Reports the verdict on a text, if there is one; then the text is to be masked. */
static bool is_guarded(struct data_set *data, struct diag *diag, struct place place, struct sv text)
{
    const enum cpr_verdict verdict = cpr_find_in_prose(text);
    if (verdict != CPR_NONE)
        diag_value(diag, verdict == CPR_NUMBER ? DIAG_CPR_NUMBER : DIAG_CPR_LIKE, place,
                   text_for_finding(data->arena, text));
    return verdict != CPR_NONE;
}

/* A masked line, with the masks' stars as plain letters to Markdown. */
static void add_masked(struct buffer *buffer, struct sv line)
{
    const struct sv mask = sv_of("******-****");
    while (line.size) {
        const bool masked = sv_starts_with(line, mask);
        const size_t size = masked ? mask.size : 1;
        if (masked)
            buffer_add_text(buffer, "\\*\\*\\*\\*\\*\\*-\\*\\*\\*\\*");
        else
            buffer_add_byte(buffer, line.data[0]);
        line = sv_slice(line, size, line.size);
    }
}

/* The text with every number masked, and what is like one. */
static struct sv guard_lines(struct data_set *data, struct diag *diag, struct sv file, struct sv text)
{
    struct buffer masked = buffer_in(data->arena);
    struct sv rest = text;
    struct sv line;
    bool found = false;
    for (uint32_t number = 1; sv_split(&rest, '\n', &line); number++) {
        const bool guarded = is_guarded(data, diag, (struct place){.file = file, .line = number}, line);
        found = found || guarded;
        add_masked(&masked, guarded ? cpr_mask_in_prose(data->arena, line) : line);
        buffer_add_byte(&masked, '\n');
    }
    return found ? buffer_view(&masked) : text;
}

/* The words of a block, and after them the addresses that they lead to. */
static struct sv all_words(struct arena *arena, const struct narrative_block *block)
{
    struct buffer words = buffer_in(arena);
    buffer_add(&words, narrative_block_text(arena, block));
    for (size_t i = 0; i < block->span_count; i++)
        if (block->spans[i].link.size)
            buffer_format(&words, "\n%.*s", SV_ARG(block->spans[i].link));
    return buffer_view(&words);
}

/* A number that Markdown puts together, from two lines or round emphasis, is masked as plain words. */
static void guard_blocks(struct data_set *data, struct diag *diag, struct narrative *narrative)
{
    for (size_t i = 0; i < narrative->block_count; i++) {
        struct narrative_block *block = &narrative->blocks[i];
        const struct place place = {.file = narrative->file, .line = block->line};
        if (!is_guarded(data, diag, place, all_words(data->arena, block)))
            continue;
        const struct sv words = cpr_mask_in_prose(data->arena, narrative_block_text(data->arena, block));
        block->spans[0] = (struct narrative_span){.text = words, .line = block->line};
        block->span_count = 1;
    }
}

/* "tekster/2024-1/Indledning.md" is the chapter indledning of 2024-1. */
static struct narrative name_text(struct arena *arena, struct sv file)
{
    const size_t before = sizeof TEXTS;
    struct sv name = sv_slice(file, before, file.size - before - (sizeof ENDING - 1));
    struct narrative narrative = {.file = file};
    const size_t slash = sv_find(name, '/');
    if (slash != SIZE_MAX) {
        narrative.period = sv_slice(name, 0, slash);
        name = sv_slice(name, slash + 1, name.size);
    }
    narrative.chapter = danish_fold(arena, name);
    return narrative;
}

void narrative_add(struct data_set *data, struct diag *diag, struct sv file, struct sv text)
{
    struct narrative narrative = name_text(data->arena, file);
    narrative_parse(&narrative, data->arena, diag, guard_lines(data, diag, file, text));
    guard_blocks(data, diag, &narrative);
    data->narratives = arena_grow(data->arena, data->narratives, data->narrative_count,
                                  &data->narrative_capacity, sizeof *data->narratives);
    data->narratives[data->narrative_count++] = narrative;
}

/* ---- The folders ---- */

static bool read_file(struct texts *texts, struct sv file)
{
    struct sv text;
    if (!text_file_read(texts->data, texts->diag, texts->folder, file, &text, &texts->failure))
        return false;
    narrative_add(texts->data, texts->diag, file, text);
    return true;
}

/* Names of what is in a folder below the data folder; links are refused. */
static bool list_folder(struct texts *texts, struct sv path, struct folder_names *names)
{
    struct arena *arena = texts->data->arena;
    const int folder =
        openat(texts->folder, sv_text(arena, path), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) {
        const char *why = errno == ENOTDIR ? "den er ikke en mappe" : read_error_da(errno);
        texts->failure = sv_format(arena, "Mappen %.*s kan ikke læses: %s.", SV_ARG(path), why);
        return false;
    }
    const bool good = folder_list(arena, folder, names, &texts->failure);
    close(folder);
    return good;
}

static bool read_folder(struct texts *texts, struct sv path)
{
    struct folder_names names;
    if (!list_folder(texts, path, &names))
        return false;
    const struct sv before = sv_format(texts->data->arena, "%.*s/", SV_ARG(path));
    file_names_guard(texts->data, texts->diag, sv_text(texts->data->arena, before), &names);
    for (size_t i = 0; i < names.count; i++) {
        const struct sv file =
            sv_format(texts->data->arena, "%.*s/%.*s", SV_ARG(path), SV_ARG(names.names[i]));
        if (sv_ends_with(file, sv_of(ENDING)) && !read_file(texts, file))
            return false;
    }
    return true;
}

/* `2024` and `2024-1` are period folders. */
static bool may_be_period(struct sv name)
{
    return name.data[0] >= '0' && name.data[0] <= '9' && !sv_ends_with(name, sv_of(ENDING));
}

static bool read_all(struct texts *texts)
{
    struct folder_names names;
    const struct sv top = sv_of(TEXTS);
    if (!list_folder(texts, top, &names) || !read_folder(texts, top))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        const struct sv path = sv_format(texts->data->arena, "%s/%.*s", TEXTS, SV_ARG(names.names[i]));
        const bool refused = cpr_find(names.names[i]) != CPR_NONE;
        if (!refused && may_be_period(names.names[i]) && !read_folder(texts, path))
            return false;
    }
    return true;
}

bool narratives_read(struct data_set *data, struct diag *diag, int folder, struct sv *failure)
{
    struct texts texts = {.data = data, .diag = diag, .folder = folder};
    const bool good = read_all(&texts);
    *failure = texts.failure;
    return good;
}

#include "pdf_file.h"

#include "error_da.h"
#include "pdf_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BOOKMARK_DEPTH = 6 };

void pdf_file_fail(struct pdf_file *file, const char *format, ...)
{
    if (file->failed)
        return;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(file->error.text, sizeof file->error.text, format, arguments);
    va_end(arguments);
    file->failed = true;
}

struct buffer *pdf_file_scratch(struct pdf_file *file)
{
    file->scratch.size = 0;
    return &file->scratch;
}

void pdf_object_set_text(struct pdf_file *file, struct pdf_object *object, const struct buffer *body)
{
    pdf_object_set_body(object, file->arena, body);
}

/* libharu's errors are kept by libharu itself and asked for at the end. */
static void ignore_error(HPDF_STATUS error, HPDF_STATUS detail, void *file)
{
    (void)error;
    (void)detail;
    (void)file;
}

struct pdf_file *pdf_file_open(struct arena *arena, const struct pdf_info *info)
{
    struct pdf_file *file = arena_alloc(arena, sizeof *file);
    file->arena = arena;
    file->info = *info;
    file->scratch = buffer_in(arena);
    file->doc = pdf_made(arena, HPDF_New(ignore_error, file));
    HPDF_SetCompressionMode(file->doc, HPDF_COMP_ALL);
    HPDF_SetPagesConfiguration(file->doc, 256);
    file->structure = pdf_object_add(file->doc, arena);
    file->font_names = pdf_object_add(file->doc, arena);
    return file;
}

void pdf_file_close(struct pdf_file *file)
{
    HPDF_Free(file->doc);
    file->doc = NULL;
}

void pdf_file_add_bookmark(struct pdf_file *file, int level, struct sv title, const struct pdf_anchor *target,
                           struct pdf_tag *heading)
{
    file->bookmarks = arena_grow(file->arena, file->bookmarks, file->bookmark_count, &file->bookmark_capacity,
                                 sizeof *file->bookmarks);
    file->bookmarks[file->bookmark_count++] =
        (struct pdf_bookmark){.level = level, .title = title, .target = target, .heading = heading};
}

static HPDF_Array make_destination(struct pdf_file *file, const struct pdf_anchor *target)
{
    HPDF_Array destination = pdf_made(file->arena, HPDF_Array_New(file->doc->mmgr));
    HPDF_Array_Add(destination, target->page->handle);
    HPDF_Array_AddName(destination, "XYZ");
    HPDF_Array_AddReal(destination, 0);
    HPDF_Array_AddReal(destination, (HPDF_REAL)(target->page->height - target->y));
    HPDF_Array_Add(destination, HPDF_Null_New(file->doc->mmgr));
    return destination;
}

/* A text string as an object of libharu: bytes in UTF-16 with a byte order mark. */
static HPDF_Binary make_text(struct pdf_file *file, struct sv text)
{
    struct buffer *out = pdf_file_scratch(file);
    buffer_add_text(out, "\xFE\xFF");
    while (text.size > 0 && out->size < 4000) {
        uint32_t code_point = utf8_take(&text);
        unsigned units[2] = {code_point, 0};
        if (code_point > 0xFFFF) {
            units[0] = 0xD800 + (unsigned)((code_point - 0x10000) >> 10);
            units[1] = 0xDC00 + (unsigned)((code_point - 0x10000) & 0x3FF);
        }
        for (int i = 0; i < (code_point > 0xFFFF ? 2 : 1); i++) {
            buffer_add_byte(out, (char)(uint8_t)(units[i] >> 8));
            buffer_add_byte(out, (char)(uint8_t)units[i]);
        }
    }
    return HPDF_Binary_New(file->doc->mmgr, (HPDF_BYTE *)out->data, (HPDF_UINT)out->size);
}

void pdf_bookmarks_write(struct pdf_file *file)
{
    HPDF_Outline latest[BOOKMARK_DEPTH + 1] = {NULL};
    int depth = 0;
    for (size_t i = 0; i < file->bookmark_count; i++) {
        const struct pdf_bookmark *bookmark = &file->bookmarks[i];
        if (bookmark->level < 1 || bookmark->level > depth + 1 || bookmark->level > BOOKMARK_DEPTH ||
            !bookmark->target->page) {
            pdf_file_fail(file, "Bogmærket »%.*s« i PDF-filen har forkert niveau eller mål.",
                          SV_ARG(sv_slice(bookmark->title, 0, 100)));
            return;
        }
        depth = bookmark->level;
        HPDF_Outline outline =
            pdf_made(file->arena, HPDF_CreateOutline(file->doc, latest[depth - 1], "-", NULL));
        latest[depth] = outline;
        HPDF_Outline_SetOpened(outline, depth == 1 ? HPDF_FALSE : HPDF_TRUE);
        HPDF_Dict_Add(outline, "Title", make_text(file, bookmark->title));
        HPDF_Dict_Add(outline, "Dest", make_destination(file, bookmark->target));
        if (bookmark->heading && !file->info.untagged)
            HPDF_Dict_Add(outline, "SE", bookmark->heading->object->dict);
    }
}

static void check_library(struct pdf_file *file)
{
    HPDF_STATUS status = HPDF_GetError(file->doc);
    if (status != HPDF_OK)
        pdf_file_fail(file,
                      status == HPDF_FAILD_TO_ALLOC_MEM
                          ? "PDF-filen kan ikke dannes: der er ikke hukommelse nok (libharu, fejl %04lX)."
                          : "PDF-filen kan ikke dannes (libharu, fejl %04lX).",
                      status);
}

struct sv pdf_file_finish(struct pdf_file *file, struct pdf_error *error)
{
    struct sv bytes = sv_of("");
    if (file->page_count == 0)
        pdf_file_fail(file, "PDF-filen har ingen sider.");
    if (!file->failed) {
        pdf_pages_write(file);
        pdf_fonts_embed(file);
        pdf_bookmarks_write(file);
        if (!file->info.untagged)
            pdf_tags_write(file);
        pdf_metadata_write(file);
        check_library(file);
    }
    if (!file->failed) {
        bytes = pdf_file_write(file);
        check_library(file);
    }
    if (file->failed)
        bytes = sv_of("");
    *error = file->error;
    return bytes;
}

static bool write_all(int descriptor, struct sv bytes)
{
    while (bytes.size > 0) {
        ssize_t written = write(descriptor, bytes.data, bytes.size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = sv_slice(bytes, (size_t)written, bytes.size - (size_t)written);
    }
    return true;
}

bool pdf_file_save(struct pdf_file *file, const char *path, struct pdf_error *error)
{
    struct sv bytes = pdf_file_finish(file, error);
    if (error->text[0] != '\0')
        return false;
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool written = descriptor >= 0 && write_all(descriptor, bytes);
    int reason = errno;
    if (descriptor >= 0 && close(descriptor) != 0 && written) {
        reason = errno;
        written = false;
    }
    if (!written) {
        snprintf(error->text, sizeof error->text, "PDF-filen »%s« kan ikke skrives: %s. %s", path_name(path),
                 error_da(reason), error_da_action(reason));
    }
    return written;
}

size_t pdf_file_missing_count(const struct pdf_file *file)
{
    return file->missing_count;
}

uint32_t pdf_file_missing(const struct pdf_file *file, size_t index)
{
    return file->missing[index];
}

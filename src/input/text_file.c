#include "text_file.h"

#include "buffer.h"
#include "byte_source.h"
#include "text_decoder.h"

#include <string.h>

/* Lines of the file's faults; 0: none. */
struct fault_lines {
    uint32_t first_bad;
    uint32_t undefined;
    uint32_t nul;
};

static uint32_t line_at(struct sv text, size_t at)
{
    uint32_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += text.data[i] == '\n';
    return line;
}

static void note_marks(const struct buffer *text, const struct decoder_marks *marks,
                       struct fault_lines *lines, size_t from)
{
    const struct sv view = buffer_view(text);
    if (marks->first_bad != SIZE_MAX)
        lines->first_bad = line_at(view, from + marks->first_bad);
    if (marks->undefined != SIZE_MAX)
        lines->undefined = line_at(view, from + marks->undefined);
    if (marks->nul != SIZE_MAX)
        lines->nul = line_at(view, from + marks->nul);
}

static void report(struct diag *diag, enum diag_code code, struct sv file, uint32_t line)
{
    if (line)
        diag_value(diag, code, (struct place){.file = file, .line = line}, (struct sv){0});
}

static void report_faults(struct diag *diag, const struct text_decoder *decoder, struct sv file,
                          const struct fault_lines *lines, struct sv text)
{
    const bool mixed = text_decoder_is_mixed(decoder);
    report(diag, DIAG_ENCODING_MIXED, file, mixed ? lines->first_bad : 0);
    report(diag, DIAG_ENCODING_UNKNOWN, file, mixed ? 0 : lines->undefined);
    report(diag, DIAG_NUL_BYTE, file, lines->nul);
    report(diag, DIAG_UTF16_BROKEN, file, decoder->broken_utf16 ? line_at(text, text.size) : 0);
}

static bool decode_all(struct byte_source *source, struct text_decoder *decoder, struct buffer *text,
                       struct fault_lines *lines, struct sv *failure)
{
    const size_t room = byte_source_piece(source);
    unsigned char *piece = arena_alloc(source->arena, room);
    char *out = arena_alloc(source->arena, text_decoder_room(room));
    size_t size;
    do {
        if (!byte_source_read(source, piece, room, &size)) {
            *failure = byte_source_failure(source);
            return false;
        }
        byte_source_hash(source, (struct sv){(const char *)piece, size});
        struct decoder_marks marks;
        const size_t written = text_decode(decoder, piece, size, !size, out, &marks);
        const size_t from = text->size;
        buffer_add(text, (struct sv){out, written});
        note_marks(text, &marks, lines, from);
    } while (size);
    return true;
}

bool text_file_read(struct data_set *data, struct diag *diag, int folder, struct sv name, struct sv *text,
                    struct sv *failure)
{
    struct byte_source source;
    struct text_decoder decoder;
    struct fault_lines lines = {0};
    struct buffer decoded = buffer_in(data->arena);
    struct sv reading = {0};
    struct input_file *file = data_set_add_file(data, name);
    if (!byte_source_open(&source, data->arena, folder, name, failure))
        return false;
    text_decoder_init(&decoder);
    const bool good = decode_all(&source, &decoder, &decoded, &lines, failure);
    if (!byte_source_close(&source, file, good ? failure : &reading) || !good)
        return false;
    *text = buffer_view(&decoded);
    file->encoding = decoder.encoding;
    report_faults(diag, &decoder, name, &lines, *text);
    return true;
}

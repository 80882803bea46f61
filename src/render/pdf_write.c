/*
 * The finished document as the bytes of a file: libharu's objects, packed.
 *
 * A tagged report is thousands of small objects. libharu would write each as text of its own, with a line of
 * the cross-reference table; here those that are no streams are packed, many in one compressed object stream,
 * and the table is compressed too (ISO 32000-1, 7.5.7 and 7.5.8; PDF/A-2 allows both).
 */
#include "pdf_parts.h"

#include <string.h>
#include <zlib.h>

enum {
    PACKED_TOGETHER = 256,   /* a reader that wants one object unpacks them all */
    ENTRY = 7,               /* bytes of an entry: kind, offset or object stream, place in that */
    STREAM_PIECE = 64 * 1024 /* of memory that libharu asks for at a time */
};

enum entry_kind { ENTRY_FREE, ENTRY_AT_OFFSET, ENTRY_PACKED };

/* Where an object is. */
struct entry {
    enum entry_kind kind;
    size_t where; /* offset in the file, or number of the object stream */
    size_t index; /* in the object stream */
};

struct writer {
    struct pdf_file *file;
    struct arena *arena;
    HPDF_Stream out;
    struct entry *entries; /* by object number */
    size_t known;          /* libharu's objects have the numbers below */
    size_t next;           /* number of the next object of ours */
    /* the object stream being filled */
    HPDF_Stream packed;
    struct buffer index;
    size_t count;
};

static void write_bytes(HPDF_Stream out, struct sv bytes)
{
    HPDF_Stream_Write(out, (const HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.size);
}

static struct sv bytes_of(struct arena *arena, HPDF_Stream stream)
{
    char *bytes = arena_alloc(arena, stream->size);
    size_t size = 0;
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        HPDF_UINT length = 0;
        const HPDF_BYTE *block = HPDF_MemStream_GetBufPtr(stream, i, &length);
        if (block && length <= stream->size - size) {
            memcpy(bytes + size, block, length);
            size += length;
        }
    }
    return (struct sv){bytes, size};
}

static struct sv deflated(struct writer *writer, struct sv bytes)
{
    uLongf size = compressBound(bytes.size);
    char *packed = arena_alloc(writer->arena, size);
    if (compress((Bytef *)packed, &size, (const Bytef *)bytes.data, bytes.size) != Z_OK)
        pdf_file_fail(writer->file, "PDF-filen kan ikke dannes (zlib).");
    return (struct sv){packed, size};
}

static void begin_object(struct writer *writer, size_t number)
{
    writer->entries[number] = (struct entry){ENTRY_AT_OFFSET, writer->out->size, 0};
    write_bytes(writer->out, sv_format(writer->arena, "%zu 0 obj\n", number));
}

/* A stream of ours; `entries` stand in its dictionary beside Length and Filter. */
static void write_stream(struct writer *writer, struct sv entries, struct sv bytes)
{
    const struct sv content = deflated(writer, bytes);
    write_bytes(writer->out, sv_format(writer->arena, "<<%.*s/Filter/FlateDecode/Length %zu>>\nstream\r\n",
                                       SV_ARG(entries), content.size));
    write_bytes(writer->out, content);
    write_bytes(writer->out, sv_of("\nendstream\nendobj\n"));
}

static bool is_stream(const void *object)
{
    const HPDF_Obj_Header *header = object;
    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && ((HPDF_Dict)object)->stream;
}

static void *object_at(const struct writer *writer, size_t number)
{
    return HPDF_Xref_GetEntry(writer->file->doc->xref, (HPDF_UINT)number)->obj;
}

/* Before the others, for libharu learns the length of a stream, which is one of those, by writing it. */
static void write_streams(struct writer *writer)
{
    for (size_t number = 1; number < writer->known; number++) {
        void *object = object_at(writer, number);
        if (!is_stream(object))
            continue;
        begin_object(writer, number);
        HPDF_Obj_WriteValue(object, writer->out, NULL);
        write_bytes(writer->out, sv_of("\nendobj\n"));
    }
}

static void write_packed(struct writer *writer)
{
    if (!writer->count)
        return;
    struct buffer bytes = buffer_in(writer->arena);
    buffer_add(&bytes, buffer_view(&writer->index));
    buffer_add(&bytes, bytes_of(writer->arena, writer->packed));
    begin_object(writer, writer->next++);
    write_stream(writer,
                 sv_format(writer->arena, "/Type/ObjStm/N %zu/First %zu", writer->count, writer->index.size),
                 buffer_view(&bytes));
    HPDF_MemStream_FreeData(writer->packed);
    writer->index.size = 0;
    writer->count = 0;
}

static void pack_object(struct writer *writer, size_t number)
{
    writer->entries[number] = (struct entry){ENTRY_PACKED, writer->next, writer->count++};
    buffer_format(&writer->index, "%zu %u ", number, (unsigned)writer->packed->size);
    HPDF_Obj_WriteValue(object_at(writer, number), writer->packed, NULL);
    write_bytes(writer->packed, sv_of("\n"));
    if (writer->count == PACKED_TOGETHER)
        write_packed(writer);
}

static void pack_objects(struct writer *writer)
{
    writer->packed = pdf_made(writer->arena, HPDF_MemStream_New(writer->file->doc->mmgr, STREAM_PIECE));
    writer->index = buffer_in(writer->arena);
    for (size_t number = 1; number < writer->known; number++)
        if (!is_stream(object_at(writer, number)))
            pack_object(writer, number);
    write_packed(writer);
    HPDF_Stream_Free(writer->packed);
}

static void encode(const struct entry *entry, unsigned char *bytes)
{
    bytes[0] = (unsigned char)entry->kind;
    for (size_t i = 0; i < 4; i++)
        bytes[1 + i] = (unsigned char)(entry->where >> (24 - 8 * i));
    bytes[5] = (unsigned char)(entry->index >> 8);
    bytes[6] = (unsigned char)entry->index;
}

/* The entries as rows of differences to the row before (PNG's Up), which compresses to a third. */
static struct sv table_of(struct writer *writer)
{
    unsigned char last[ENTRY] = {0};
    unsigned char row[ENTRY];
    struct buffer table = buffer_in(writer->arena);
    for (size_t number = 0; number < writer->next; number++) {
        encode(&writer->entries[number], row);
        buffer_add_byte(&table, 2);
        for (size_t i = 0; i < ENTRY; i++)
            buffer_add_byte(&table, (char)(unsigned char)(row[i] - last[i]));
        memcpy(last, row, sizeof last);
    }
    return buffer_view(&table);
}

/* What the trailer says, without its brackets. */
static struct sv trailer_of(struct writer *writer)
{
    const struct pdf_file *file = writer->file;
    struct buffer out = buffer_in(writer->arena);
    buffer_add_text(&out, "/Root ");
    buffer_add_reference(&out, file->doc->catalog);
    buffer_add_text(&out, "/Info ");
    buffer_add_reference(&out, file->doc->info);
    buffer_add_text(&out, "/ID[");
    for (int copy = 0; copy < 2; copy++) {
        buffer_add_byte(&out, '<');
        for (size_t i = 0; i < sizeof file->identity; i++)
            buffer_format(&out, "%02X", file->identity[i]);
        buffer_add_byte(&out, '>');
    }
    buffer_add_byte(&out, ']');
    return buffer_view(&out);
}

static void write_table(struct writer *writer)
{
    const size_t start = writer->out->size;
    begin_object(writer, writer->next++);
    const struct sv trailer = trailer_of(writer);
    const struct sv entries =
        sv_format(writer->arena, "/Type/XRef/Size %zu/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>%.*s",
                  writer->next, ENTRY, SV_ARG(trailer));
    write_stream(writer, entries, table_of(writer));
    write_bytes(writer->out, sv_format(writer->arena, "startxref\n%zu\n%%%%EOF\n", start));
}

struct sv pdf_file_write(struct pdf_file *file)
{
    struct writer writer = {.file = file, .arena = file->arena};
    writer.known = file->doc->xref->entries->count;
    writer.next = writer.known;
    writer.entries =
        arena_array(file->arena, writer.known + writer.known / PACKED_TOGETHER + 2, sizeof *writer.entries);
    writer.entries[0].index = UINT16_MAX;
    writer.out = pdf_made(file->arena, HPDF_MemStream_New(file->doc->mmgr, STREAM_PIECE));
    write_bytes(writer.out, sv_of("%PDF-1.7\n%\xB7\xBE\xAD\xAA\n"));
    write_streams(&writer);
    pack_objects(&writer);
    write_table(&writer);
    const struct sv bytes = bytes_of(file->arena, writer.out);
    HPDF_Stream_Free(writer.out);
    return bytes;
}

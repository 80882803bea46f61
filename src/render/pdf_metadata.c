/*
 * What the file says of itself: document information, XMP, colour space, identity, and the catalogue entries
 * that PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) ask for.
 */
#include "pdf_parts.h"

#include <stdio.h>
#include <time.h>

static const char producer[] = "libharu 2.3.0";

/* Control characters are not allowed in XML; Info and XMP must be equal, so both get the cleaned text. */
static struct sv clean_text(struct arena *arena, struct sv text)
{
    struct buffer out = buffer_in(arena);
    while (text.size > 0) {
        uint32_t code_point = utf8_take(&text);
        bool bad = code_point < 0x20 || code_point == 0xFFFE || code_point == 0xFFFF;
        buffer_add_code_point(&out, bad ? ' ' : code_point);
    }
    return buffer_view(&out);
}

static void add_escaped(struct buffer *out, struct sv text)
{
    for (size_t i = 0; i < text.size; i++) {
        switch (text.data[i]) {
        case '&':
            buffer_add_text(out, "&amp;");
            break;
        case '<':
            buffer_add_text(out, "&lt;");
            break;
        case '>':
            buffer_add_text(out, "&gt;");
            break;
        case '"':
            buffer_add_text(out, "&quot;");
            break;
        default:
            buffer_add_byte(out, text.data[i]);
        }
    }
}

static void add_element(struct buffer *out, const char *before, struct sv text, const char *after)
{
    if (text.size > 0) {
        buffer_add_text(out, before);
        add_escaped(out, text);
        buffer_add_text(out, after);
    }
}

static struct tm utc(int64_t seconds)
{
    time_t time = (time_t)seconds;
    struct tm parts = {.tm_year = 70, .tm_mday = 1};
    gmtime_r(&time, &parts);
    return parts;
}

/* Declares pdfuaid:part to PDF/A readers (ISO 19005-2, 6.6.2.3.3). */
static const char extension_schema[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

static void add_dublin_core(struct buffer *out, const struct pdf_info *info)
{
    buffer_add_text(out, "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                         "<dc:format>application/pdf</dc:format>\n");
    add_element(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->title,
                "</rdf:li></rdf:Alt></dc:title>\n");
    add_element(out, "<dc:creator><rdf:Seq><rdf:li>", info->author, "</rdf:li></rdf:Seq></dc:creator>\n");
    add_element(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->subject,
                "</rdf:li></rdf:Alt></dc:description>\n");
    add_element(out, "<dc:language><rdf:Bag><rdf:li>", info->language, "</rdf:li></rdf:Bag></dc:language>\n");
    buffer_add_text(out, "</rdf:Description>\n");
}

static void add_tool_and_dates(struct buffer *out, const struct pdf_info *info)
{
    struct tm t = utc(info->created);
    char date[80];
    snprintf(date, sizeof date, "%04d-%02d-%02dT%02d:%02d:%02dZ", t.tm_year + 1900, t.tm_mon + 1, t.tm_mday,
             t.tm_hour, t.tm_min, t.tm_sec);
    buffer_add_text(out, "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                         " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
    add_element(out, "<xmp:CreatorTool>", info->creator, "</xmp:CreatorTool>\n");
    add_element(out, "<xmp:CreateDate>", sv_of(date), "</xmp:CreateDate>\n");
    add_element(out, "<xmp:ModifyDate>", sv_of(date), "</xmp:ModifyDate>\n");
    add_element(out, "<pdf:Producer>", sv_of(producer), "</pdf:Producer>\n");
    add_element(out, "<pdf:Keywords>", info->keywords, "</pdf:Keywords>\n");
    buffer_add_text(out, "</rdf:Description>\n");
}

static struct pdf_object *add_xmp(struct pdf_file *file)
{
    struct buffer *out = pdf_file_scratch(file);
    buffer_add_text(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    buffer_add_text(out, "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                         " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                         "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
                         "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
    add_dublin_core(out, &file->info);
    add_tool_and_dates(out, &file->info);
    buffer_add_text(out, extension_schema);
    buffer_add_text(out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
    return pdf_object_add_stream(file->doc, file->arena, "/Type/Metadata/Subtype/XML", buffer_view(out),
                                 false);
}

static void put_u32(struct buffer *out, uint32_t value)
{
    for (unsigned shift = 32; shift > 0; shift -= 8)
        buffer_add_byte(out, (char)(uint8_t)(value >> (shift - 8)));
}

/* A number with 16 binary decimals, as ICC profiles write them. */
static void put_fixed(struct buffer *out, double value)
{
    put_u32(out, (uint32_t)(int32_t)(value * 65536 + (value < 0 ? -0.5 : 0.5)));
}

struct icc_tag {
    char name[5];
    char type[5];
    unsigned count;    /* numbers, or letters of a text */
    double numbers[9]; /* empty for a text */
    const char *text;
};

/*
 * sRGB (IEC 61966-2-1) adapted to the D50 white of ICC profiles: white, the adaptation matrix, the three
 * primaries, and the tone curve as a parametric curve of kind 3.
 */
static const struct icc_tag icc_tags[] = {
    {"desc", "mluc", 4, {0}, "sRGB"},
    {"cprt", "mluc", 13, {0}, "Public domain"},
    {"wtpt", "XYZ ", 3, {0.96420, 1.0, 0.82491}, NULL},
    {"chad",
     "sf32",
     9,
     {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168},
     NULL},
    {"rXYZ", "XYZ ", 3, {0.43604, 0.22249, 0.01392}, NULL},
    {"gXYZ", "XYZ ", 3, {0.38512, 0.71690, 0.09706}, NULL},
    {"bXYZ", "XYZ ", 3, {0.14305, 0.06061, 0.71393}, NULL},
    {"rTRC", "para", 5, {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}, NULL},
    {"gTRC", "para", 5, {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}, NULL},
    {"bTRC", "para", 5, {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}, NULL},
};

enum { ICC_TAGS = sizeof icc_tags / sizeof icc_tags[0] };

static void put_icc_text(struct buffer *out, const struct icc_tag *tag)
{
    put_u32(out, 1);  /* one language */
    put_u32(out, 12); /* size of its record */
    buffer_add_text(out, "enUS");
    put_u32(out, 2 * tag->count);
    put_u32(out, 28); /* where the text begins */
    for (unsigned i = 0; i < tag->count; i++) {
        buffer_add_byte(out, 0);
        buffer_add_byte(out, tag->text[i]);
    }
}

static void put_icc_tag(struct buffer *out, const struct icc_tag *tag)
{
    buffer_add_text(out, tag->type);
    put_u32(out, 0);
    if (tag->text)
        put_icc_text(out, tag);
    else if (tag->count == 5)
        put_u32(out, 3u << 16);
    for (unsigned i = 0; !tag->text && i < tag->count; i++)
        put_fixed(out, tag->numbers[i]);
    while (out->size % 4 != 0)
        buffer_add_byte(out, 0);
}

/* ICC.1:2010, 7.2: 128 bytes. */
static void put_icc_header(struct buffer *out, size_t size)
{
    put_u32(out, (uint32_t)size);
    put_u32(out, 0);
    put_u32(out, 0x04200000); /* version 4.2 */
    buffer_add_text(out, "mntrRGB XYZ ");
    static const unsigned char created[12] = {0x07, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0}; /* 1 January 2024 */
    buffer_add(out, (struct sv){(const char *)created, sizeof created});
    buffer_add_text(out, "acsp");
    for (int i = 0; i < 7; i++) /* platform, flags, manufacturer, model, attributes, rendering intent */
        put_u32(out, 0);
    put_fixed(out, 0.96420);
    put_fixed(out, 1.0);
    put_fixed(out, 0.82491);
    while (out->size < 128)
        buffer_add_byte(out, 0);
}

static struct sv make_srgb_profile(struct arena *arena)
{
    struct buffer data = buffer_in(arena), table = buffer_in(arena), out = buffer_in(arena);
    size_t data_at = 128 + 4 + 12 * (size_t)ICC_TAGS;
    put_u32(&table, ICC_TAGS);
    for (size_t i = 0; i < ICC_TAGS; i++) {
        size_t start = data.size;
        put_icc_tag(&data, &icc_tags[i]);
        buffer_add_text(&table, icc_tags[i].name);
        put_u32(&table, (uint32_t)(data_at + start));
        put_u32(&table, (uint32_t)(data.size - start));
    }
    put_icc_header(&out, data_at + data.size);
    buffer_add(&out, buffer_view(&table));
    buffer_add(&out, buffer_view(&data));
    return buffer_view(&out);
}

static struct pdf_object *add_output_intent(struct pdf_file *file)
{
    struct pdf_object *profile =
        pdf_object_add_stream(file->doc, file->arena, "/N 3", make_srgb_profile(file->arena), true);
    struct buffer *out = pdf_file_scratch(file);
    buffer_add_text(out,
                    "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
                    "/RegistryName(http://www.color.org)/DestOutputProfile ");
    buffer_add_reference(out, profile->dict);
    struct pdf_object *intent = pdf_object_add(file->doc, file->arena);
    pdf_object_set_text(file, intent, out);
    return intent;
}

/* libharu has filled in only the producer; the whole dictionary is ours instead. */
static void write_info(struct pdf_file *file)
{
    const struct pdf_info *info = &file->info;
    const struct {
        const char *key;
        struct sv value;
    } entries[] = {{"/Title", info->title},     {"/Author", info->author},
                   {"/Subject", info->subject}, {"/Keywords", info->keywords},
                   {"/Creator", info->creator}, {"/Producer", sv_of(producer)}};
    struct tm t = utc(info->created);
    struct buffer *out = pdf_file_scratch(file);
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        if (entries[i].value.size > 0) {
            buffer_add_text(out, entries[i].key);
            buffer_add_pdf_text(out, entries[i].value);
        }
    }
    for (int i = 0; i < 2; i++) {
        buffer_format(out, "/%s(D:%04d%02d%02d%02d%02d%02dZ)", i == 0 ? "CreationDate" : "ModDate",
                      t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec);
    }
    struct pdf_object *object = pdf_object_add(file->doc, file->arena);
    pdf_object_set_text(file, object, out);
    file->doc->info = object->dict;
}

/* FNV-1a, 64 bits: the identity need only differ between different documents (ISO 32000-1, 14.4). */
static uint64_t hash_on(uint64_t hash, struct sv bytes)
{
    for (size_t i = 0; i < bytes.size; i++)
        hash = (hash ^ (uint8_t)bytes.data[i]) * 0x100000001B3u;
    return hash;
}

static uint64_t hash_document(const struct pdf_file *file, uint64_t seed)
{
    uint64_t hash = hash_on(seed, file->info.title);
    hash = hash_on(hash, (struct sv){(const char *)&file->info.created, sizeof file->info.created});
    for (size_t i = 0; i < file->page_count; i++)
        hash = hash_on(hash, buffer_view(&file->pages[i]->ink.content));
    return hash;
}

static void make_identity(struct pdf_file *file)
{
    uint64_t halves[2] = {hash_document(file, 0xCBF29CE484222325u), hash_document(file, 0x84222325CBF29CE4u)};
    for (size_t i = 0; i < sizeof file->identity; i++)
        file->identity[i] = (unsigned char)(halves[i / 8] >> (8 * (i % 8)));
}

static void write_catalogue(struct pdf_file *file)
{
    HPDF_MMgr memory = file->doc->mmgr;
    HPDF_Dict catalogue = file->doc->catalog;
    HPDF_Dict marks = pdf_made(file->arena, HPDF_Dict_New(memory));
    HPDF_Dict preferences = pdf_made(file->arena, HPDF_Dict_New(memory));
    HPDF_Array intents = pdf_made(file->arena, HPDF_Array_New(memory));
    HPDF_Dict_Add(catalogue, "MarkInfo", marks);
    HPDF_Dict_AddBoolean(marks, "Marked", file->info.untagged ? HPDF_FALSE : HPDF_TRUE);
    HPDF_Dict_Add(catalogue, "ViewerPreferences", preferences);
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(catalogue, "Lang",
                  HPDF_String_New(memory, sv_text(file->arena, file->info.language), NULL));
    if (!file->info.untagged)
        HPDF_Dict_Add(catalogue, "StructTreeRoot", file->structure->dict);
    HPDF_Dict_Add(catalogue, "Metadata", add_xmp(file)->dict);
    HPDF_Dict_Add(catalogue, "OutputIntents", intents);
    HPDF_Array_Add(intents, add_output_intent(file)->dict);
}

void pdf_metadata_write(struct pdf_file *file)
{
    struct pdf_info *info = &file->info;
    struct sv *texts[] = {&info->title, &info->author, &info->subject, &info->keywords, &info->creator};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i] = clean_text(file->arena, *texts[i]);
    write_info(file);
    make_identity(file);
    write_catalogue(file);
    HPDF_AddPageLabel(file->doc, 0, HPDF_PAGE_NUM_STYLE_DECIMAL, 1, NULL);
}

#include "pdf_page.h"
#include "pdf_parts.h"

#include <math.h>

static const struct ink_state unknown_state = {NULL, 0, -1, -1, -1, -1};

static void set_size(struct pdf_page *page, double width, double height)
{
    page->width = width;
    page->height = height;
    HPDF_Page_SetWidth(page->handle, (HPDF_REAL)width);
    HPDF_Page_SetHeight(page->handle, (HPDF_REAL)height);
}

struct pdf_page *pdf_file_add_page(struct pdf_file *file, double width, double height)
{
    struct pdf_page *page = arena_alloc(file->arena, sizeof *page);
    file->pages =
        arena_grow(file->arena, file->pages, file->page_count, &file->page_capacity, sizeof *file->pages);
    file->pages[file->page_count++] = page;
    page->file = file;
    page->number = file->page_count;
    page->ink = (struct pdf_ink){.page = page, .content = buffer_in(file->arena), .state = unknown_state};
    page->handle = pdf_made(file->arena, HPDF_AddPage(file->doc));
    set_size(page, width, height);
    return page;
}

bool pdf_page_turn(struct pdf_page *page)
{
    if (page->ink.content.size > 0)
        return false;
    set_size(page, page->height, page->width);
    return true;
}

size_t pdf_file_page_count(const struct pdf_file *file)
{
    return file->page_count;
}

struct pdf_page *pdf_file_page(struct pdf_file *file, size_t index)
{
    return file->pages[index];
}

size_t pdf_page_number(const struct pdf_page *page)
{
    return page->number;
}

double pdf_page_width(const struct pdf_page *page)
{
    return page->width;
}

double pdf_page_height(const struct pdf_page *page)
{
    return page->height;
}

struct pdf_ink *pdf_page_tagged(struct pdf_page *page, struct pdf_tag *tag)
{
    page->ink.tag = tag;
    return &page->ink;
}

struct pdf_ink *pdf_page_artifact(struct pdf_page *page, enum pdf_artifact kind)
{
    page->ink.tag = NULL;
    page->ink.artifact = kind;
    return &page->ink;
}

static void close_content(struct pdf_ink *ink)
{
    if (ink->open) {
        buffer_add_text(&ink->content, "EMC\n");
        ink->open = false;
    }
}

static void open_artifact(struct pdf_ink *ink)
{
    static const char *const properties[] = {
        [PDF_LAYOUT] = "/Artifact <</Type/Layout>> BDC\n",
        [PDF_HEADER] = "/Artifact <</Type/Pagination/Subtype/Header>> BDC\n",
        [PDF_FOOTER] = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n",
        [PDF_REPEATED] = "/Artifact <</Type/Pagination>> BDC\n",
    };
    buffer_add_text(&ink->content, properties[ink->artifact]);
    ink->open_artifact = ink->artifact;
}

static void open_tag(struct pdf_ink *ink)
{
    struct pdf_page *page = ink->page;
    unsigned mcid = (unsigned)page->tag_count;
    page->tags =
        arena_grow(page->file->arena, page->tags, page->tag_count, &page->tag_capacity, sizeof *page->tags);
    page->tags[page->tag_count++] = ink->tag;
    pdf_tag_add_content(ink->tag, page, mcid);
    buffer_format(&ink->content, "/%s <</MCID %u>> BDC\n", pdf_role_name(ink->tag->role), mcid);
}

/* Every drawing function begins here: the marked content that the marks belong to is open afterwards. */
static struct buffer *begin_marks(struct pdf_ink *ink)
{
    if (ink->page->file->info.untagged)
        return &ink->content;
    bool same = ink->open && ink->open_tag == ink->tag && (ink->tag || ink->open_artifact == ink->artifact);
    if (!same) {
        close_content(ink);
        if (ink->tag)
            open_tag(ink);
        else
            open_artifact(ink);
        ink->open = true;
        ink->open_tag = ink->tag;
    }
    return &ink->content;
}

static void add_operator(struct buffer *out, const double *operands, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_number(out, operands[i]);
        buffer_add_byte(out, ' ');
    }
    buffer_add_text(out, name);
    buffer_add_byte(out, '\n');
}

/* Sets the colour that `name` (rg or RG) stands for, unless it is set already. */
static void set_colour(struct buffer *out, long *current, struct rgb colour, const char *name)
{
    long wanted = (long)colour.red << 16 | (long)colour.green << 8 | colour.blue;
    if (*current != wanted) {
        double parts[3] = {colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0};
        add_operator(out, parts, 3, name);
        *current = wanted;
    }
}

static bool nearly(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

static void set_stroke(struct pdf_ink *ink, const struct pdf_stroke *stroke)
{
    struct buffer *out = &ink->content;
    set_colour(out, &ink->state.stroke, stroke->colour, "RG");
    if (!nearly(ink->state.width, stroke->width)) {
        add_operator(out, &stroke->width, 1, "w");
        ink->state.width = stroke->width;
    }
    if (!nearly(ink->state.dash, stroke->dash)) {
        buffer_add_byte(out, '[');
        if (stroke->dash > 0)
            buffer_add_number(out, stroke->dash);
        buffer_add_text(out, "] 0 d\n");
        ink->state.dash = stroke->dash;
    }
}

static void set_font(struct pdf_ink *ink, const struct pdf_type *type)
{
    if (ink->state.font != type->font || !nearly(ink->state.size, type->size)) {
        buffer_format(&ink->content, "/F%d ", type->font->face);
        add_operator(&ink->content, &type->size, 1, "Tf");
        ink->state.font = type->font;
        ink->state.size = type->size;
    }
}

static double turned(const struct pdf_ink *ink, double y)
{
    return ink->page->height - y;
}

static void add_point(struct pdf_ink *ink, struct pdf_point point, const char *name)
{
    double operands[2] = {point.x, turned(ink, point.y)};
    add_operator(&ink->content, operands, 2, name);
}

static void add_code(struct buffer *out, uint32_t code)
{
    static const char digits[] = "0123456789ABCDEF";
    char hex[4] = {digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15],
                   digits[code & 15]};
    buffer_add(out, (struct sv){hex, 4});
}

/* "<0041> 74 <0056>": numbers move the next character left, in thousandths of the type size. */
static void add_characters(struct buffer *out, struct pdf_font *font, struct sv text)
{
    struct shown_character shown = {0};
    buffer_add_text(out, "[<");
    while (pdf_font_next(font, &text, &shown)) {
        if (shown.kerning != 0) {
            buffer_add_text(out, "> ");
            buffer_add_number(out, -1000.0 * shown.kerning / font->truetype.units_per_em);
            buffer_add_text(out, " <");
        }
        pdf_font_mark_drawn(font, shown.code);
        add_code(out, shown.code);
    }
    buffer_add_text(out, ">] TJ ET\n");
}

void pdf_ink_text(struct pdf_ink *ink, struct pdf_point at, const struct pdf_type *type, struct sv text)
{
    if (text.size == 0)
        return;
    struct buffer *out = begin_marks(ink);
    set_colour(out, &ink->state.fill, type->colour, "rg");
    buffer_add_text(out, "BT ");
    set_font(ink, type);
    add_point(ink, at, "Td");
    add_characters(out, type->font, text);
}

void pdf_ink_path(struct pdf_ink *ink, const struct pdf_point *points, size_t count,
                  const struct pdf_stroke *stroke)
{
    if (count < 2)
        return;
    struct buffer *out = begin_marks(ink);
    set_stroke(ink, stroke);
    for (size_t i = 0; i < count; i++)
        add_point(ink, points[i], i == 0 ? "m" : "l");
    buffer_add_text(out, "S\n");
}

void pdf_ink_line(struct pdf_ink *ink, struct pdf_point from, struct pdf_point to,
                  const struct pdf_stroke *stroke)
{
    struct pdf_point points[2] = {from, to};
    pdf_ink_path(ink, points, 2, stroke);
}

void pdf_ink_fill(struct pdf_ink *ink, const struct pdf_point *points, size_t count, struct rgb colour)
{
    if (count < 3)
        return;
    struct buffer *out = begin_marks(ink);
    set_colour(out, &ink->state.fill, colour, "rg");
    for (size_t i = 0; i < count; i++)
        add_point(ink, points[i], i == 0 ? "m" : "l");
    buffer_add_text(out, "f\n");
}

static void add_box(struct pdf_ink *ink, struct pdf_box box)
{
    double operands[4] = {box.x, turned(ink, box.y + box.height), box.width, box.height};
    add_operator(&ink->content, operands, 4, "re");
}

void pdf_ink_fill_box(struct pdf_ink *ink, struct pdf_box box, struct rgb colour)
{
    struct buffer *out = begin_marks(ink);
    set_colour(out, &ink->state.fill, colour, "rg");
    add_box(ink, box);
    buffer_add_text(out, "f\n");
}

void pdf_ink_frame(struct pdf_ink *ink, struct pdf_box box, const struct pdf_stroke *stroke)
{
    struct buffer *out = begin_marks(ink);
    set_stroke(ink, stroke);
    add_box(ink, box);
    buffer_add_text(out, "S\n");
}

static void add_curve(struct pdf_ink *ink, struct pdf_point a, struct pdf_point b, struct pdf_point c)
{
    double operands[6] = {a.x, turned(ink, a.y), b.x, turned(ink, b.y), c.x, turned(ink, c.y)};
    add_operator(&ink->content, operands, 6, "c");
}

/* Four Bézier curves; 0.5523 is the usual distance of their control points. */
static void add_circle(struct pdf_ink *ink, struct pdf_point centre, double radius)
{
    double x = centre.x, y = centre.y, r = radius, k = 0.5523 * radius;
    add_point(ink, (struct pdf_point){x + r, y}, "m");
    add_curve(ink, (struct pdf_point){x + r, y + k}, (struct pdf_point){x + k, y + r},
              (struct pdf_point){x, y + r});
    add_curve(ink, (struct pdf_point){x - k, y + r}, (struct pdf_point){x - r, y + k},
              (struct pdf_point){x - r, y});
    add_curve(ink, (struct pdf_point){x - r, y - k}, (struct pdf_point){x - k, y - r},
              (struct pdf_point){x, y - r});
    add_curve(ink, (struct pdf_point){x + k, y - r}, (struct pdf_point){x + r, y - k},
              (struct pdf_point){x + r, y});
}

void pdf_ink_disc(struct pdf_ink *ink, struct pdf_point centre, double radius, struct rgb colour)
{
    struct buffer *out = begin_marks(ink);
    set_colour(out, &ink->state.fill, colour, "rg");
    add_circle(ink, centre, radius);
    buffer_add_text(out, "f\n");
}

void pdf_ink_ring(struct pdf_ink *ink, struct pdf_point centre, double radius,
                  const struct pdf_stroke *stroke)
{
    struct buffer *out = begin_marks(ink);
    set_stroke(ink, stroke);
    add_circle(ink, centre, radius);
    buffer_add_text(out, "s\n");
}

/* The picture's name among the file's, where it is embedded once. */
static unsigned picture_number(struct pdf_file *file, const struct picture *picture)
{
    for (size_t i = 0; i < file->picture_count; i++)
        if (file->pictures[i].picture == picture)
            return (unsigned)i;
    file->pictures = arena_grow(file->arena, file->pictures, file->picture_count, &file->picture_capacity,
                                sizeof *file->pictures);
    struct pdf_picture *added = &file->pictures[file->picture_count];
    const struct sv entries = sv_format(file->arena,
                                        "/Type/XObject/Subtype/Image/Width %u/Height "
                                        "%u/ColorSpace/DeviceRGB/BitsPerComponent 8/Interpolate false",
                                        (unsigned)picture->width, (unsigned)picture->height);
    const struct sv pixels = {(const char *)picture->pixels, (size_t)picture->width * picture->height * 3};
    added->picture = picture;
    added->object =
        pdf_object_add_stream(file->doc, file->arena, sv_text(file->arena, entries), pixels, true);
    return (unsigned)file->picture_count++;
}

void pdf_ink_picture(struct pdf_ink *ink, struct pdf_box box, const struct picture *picture)
{
    struct buffer *out = begin_marks(ink);
    const double matrix[6] = {box.width, 0, 0, box.height, box.x, turned(ink, box.y + box.height)};
    buffer_add_text(out, "q ");
    add_operator(out, matrix, 6, "cm");
    buffer_format(out, "/I%u Do Q\n", picture_number(ink->page->file, picture));
    ink->page->has_pictures = true;
}

static struct pdf_link *add_link(struct pdf_page *page, struct pdf_tag *tag, struct pdf_box box)
{
    struct pdf_file *file = page->file;
    page->links =
        arena_grow(file->arena, page->links, page->link_count, &page->link_capacity, sizeof *page->links);
    struct pdf_link *link = &page->links[page->link_count++];
    *link = (struct pdf_link){.object = pdf_object_add(file->doc, file->arena), .tag = tag, .box = box};
    if (tag->role != PDF_LINK && !file->info.untagged) {
        pdf_file_fail(file, "PDF-filens opmærkning er forkert: en henvisning kan ikke stå i %s.",
                      pdf_role_name(tag->role));
    }
    file->link_count++;
    pdf_tag_add_link(tag, page, link->object);
    return link;
}

void pdf_page_add_link(struct pdf_page *page, struct pdf_tag *tag, struct pdf_box box,
                       const struct pdf_anchor *target, struct sv description)
{
    struct pdf_link *link = add_link(page, tag, box);
    link->target = target;
    link->description = description;
}

void pdf_page_add_web_link(struct pdf_page *page, struct pdf_tag *tag, struct pdf_box box, struct sv uri,
                           struct sv description)
{
    struct pdf_link *link = add_link(page, tag, box);
    link->uri = uri;
    link->description = description;
}

static void add_rectangle(struct buffer *out, const struct pdf_page *page, struct pdf_box box)
{
    double corners[4] = {box.x, page->height - box.y - box.height, box.x + box.width, page->height - box.y};
    add_operator(out, corners, 4, "]");
}

static void add_target(struct buffer *out, const struct pdf_anchor *target)
{
    buffer_add_text(out, "[");
    buffer_add_reference(out, target->page->handle);
    buffer_add_text(out, " /XYZ 0 ");
    buffer_add_number(out, target->page->height - target->y);
    buffer_add_text(out, " null]");
}

static void write_link(struct pdf_page *page, struct pdf_link *link)
{
    struct buffer *out = pdf_file_scratch(page->file);
    buffer_format(out, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent %u/P ", link->parent_key);
    buffer_add_reference(out, page->handle);
    buffer_add_text(out, "/Contents");
    buffer_add_pdf_text(out, link->description);
    buffer_add_text(out, "/Rect[");
    add_rectangle(out, page, link->box);
    if (link->target && link->target->page) {
        buffer_add_text(out, "/Dest");
        add_target(out, link->target);
    } else if (link->target) {
        pdf_file_fail(page->file, "En henvisning i PDF-filen peger på et sted, der ikke findes.");
    } else {
        buffer_add_text(out, "/A<</S/URI/URI");
        buffer_add_pdf_ascii(out, link->uri);
        buffer_add_text(out, ">>");
    }
    pdf_object_set_text(page->file, link->object, out);
}

static void write_links(struct pdf_page *page)
{
    HPDF_Array annotations = pdf_made(page->file->arena, HPDF_Array_New(page->file->doc->mmgr));
    HPDF_Dict_Add(page->handle, "Annots", annotations);
    for (size_t i = 0; i < page->link_count; i++) {
        write_link(page, &page->links[i]);
        HPDF_Array_Add(annotations, page->links[i].object->dict);
    }
}

static void write_page(struct pdf_page *page, unsigned key)
{
    close_content(&page->ink);
    HPDF_Dict resources = HPDF_Page_GetInheritableItem(page->handle, "Resources", HPDF_OCLASS_DICT);
    HPDF_Dict_Add(resources, "Font", page->file->font_names->dict);
    if (page->has_pictures)
        HPDF_Dict_Add(resources, "XObject", page->file->picture_names->dict);
    if (!page->file->info.untagged) {
        HPDF_Dict_AddNumber(page->handle, "StructParents", (HPDF_INT32)key);
        HPDF_Dict_AddName(page->handle, "Tabs", "S");
    }
    if (page->link_count > 0)
        write_links(page);
    HPDF_PageAttr attributes = page->handle->attr;
    HPDF_Stream_Write(attributes->stream, (const HPDF_BYTE *)page->ink.content.data,
                      (HPDF_UINT)page->ink.content.size);
}

static void number_links(struct pdf_file *file)
{
    unsigned key = (unsigned)file->page_count;
    for (size_t i = 0; i < file->page_count; i++)
        for (size_t j = 0; j < file->pages[i]->link_count; j++)
            file->pages[i]->links[j].parent_key = key++;
}

/* The resources that all pages with pictures share. */
static void name_pictures(struct pdf_file *file)
{
    if (file->picture_count == 0)
        return;
    struct buffer *names = pdf_file_scratch(file);
    for (size_t i = 0; i < file->picture_count; i++) {
        buffer_format(names, "/I%zu ", i);
        buffer_add_reference(names, file->pictures[i].object->dict);
    }
    file->picture_names = pdf_object_add(file->doc, file->arena);
    pdf_object_set_text(file, file->picture_names, names);
}

void pdf_pages_write(struct pdf_file *file)
{
    name_pictures(file);
    number_links(file);
    for (size_t i = 0; i < file->page_count; i++)
        write_page(file->pages[i], (unsigned)i);
}

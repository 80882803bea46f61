/*
 * What a PDF file is made of while it is being written. Shared by the pdf_*.c files of this layer only.
 */
#ifndef AARSRAPPORT_PDF_PARTS_H
#define AARSRAPPORT_PDF_PARTS_H

#include "pdf_object.h"
#include "pdf_page.h"
#include "truetype.h"

struct character {
    uint16_t glyph;
    uint16_t advance; /* font units */
    bool known;       /* looked up before */
    bool drawn;
    bool kerns; /* may move the character after it */
};

/* Two glyphs, the left one above, and how far the font moves them together; 0: none yet, or none. */
struct kerned_pair {
    uint32_t glyphs;
    int kerning; /* font units */
};

enum { PDF_KERNED_PAIRS = 1024 };

struct pdf_font {
    struct pdf_file *file;
    enum pdf_face face;
    bool loaded;
    struct truetype truetype;
    struct character *characters[256];          /* by code point: 256 rows of 256, made when needed */
    struct kerned_pair pairs[PDF_KERNED_PAIRS]; /* looked up before, by a hash of their glyphs */
    struct pdf_object *object;
};

/* What a tag holds: tags, pieces of marked content and areas to click on, in reading order. */
struct pdf_kid {
    enum { PDF_KID_TAG, PDF_KID_CONTENT, PDF_KID_LINK } kind;
    struct pdf_page *page; /* of content and links */
    union {
        struct pdf_tag *tag;
        unsigned mcid;
        struct pdf_object *annotation;
    } as;
};

struct pdf_tag {
    struct pdf_file *file;
    struct pdf_tag *parent;
    enum pdf_role role;
    struct pdf_object *object;
    struct pdf_kid *kids;
    size_t kid_count, kid_capacity;
    struct sv alt;
    unsigned note_number; /* of a Note, from 1 */
    enum pdf_scope scope;
    bool numbered; /* of an L: its labels are numbers */
    bool has_box;
    double box[4]; /* left, bottom, right, top, as PDF counts */
};

/* The drawing state that the content stream is in, so that nothing is said twice. */
struct ink_state {
    struct pdf_font *font;
    double size;
    long fill, stroke;  /* colours as 0xRRGGBB, -1 when not known */
    double width, dash; /* of strokes, -1 when not known */
};

struct pdf_ink {
    struct pdf_page *page;
    struct buffer content;
    struct ink_state state;
    struct pdf_tag *tag; /* what the next marks belong to; NULL for an artifact */
    enum pdf_artifact artifact;
    bool open; /* a marked content is open, for open_tag or open_artifact */
    struct pdf_tag *open_tag;
    enum pdf_artifact open_artifact;
};

struct pdf_link {
    struct pdf_object *object;
    struct pdf_tag *tag;
    unsigned parent_key;
    struct pdf_box box;
    const struct pdf_anchor *target; /* NULL for a web link */
    struct sv uri;
    struct sv description;
};

struct pdf_page {
    struct pdf_file *file;
    HPDF_Page handle;
    size_t number;
    double width, height;
    struct pdf_ink ink;
    struct pdf_tag **tags; /* by marked content id */
    size_t tag_count, tag_capacity;
    struct pdf_link *links;
    size_t link_count, link_capacity;
    bool has_pictures;
};

/* A picture that is embedded. */
struct pdf_picture {
    const struct picture *picture;
    struct pdf_object *object;
};

struct pdf_bookmark {
    int level;
    struct sv title;
    const struct pdf_anchor *target;
    struct pdf_tag *heading;
};

struct pdf_file {
    struct arena *arena;
    HPDF_Doc doc;
    struct pdf_info info;
    bool failed;
    struct pdf_error error;
    struct pdf_font fonts[PDF_FACE_COUNT];
    struct pdf_object *font_names; /* the /Font resources that all pages share */
    struct pdf_object *structure;  /* StructTreeRoot */
    struct pdf_tag *root;
    struct pdf_tag **tags;
    size_t tag_count, tag_capacity;
    struct pdf_tag **notes;
    size_t note_count, note_capacity;
    struct pdf_page **pages;
    size_t page_count, page_capacity;
    struct pdf_picture *pictures;
    size_t picture_count, picture_capacity;
    struct pdf_object *picture_names; /* the /XObject resources; NULL without pictures */
    struct pdf_bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
    uint32_t *missing;
    size_t missing_count, missing_capacity;
    unsigned link_count;        /* parent tree keys: pages have 0 to page_count - 1, links the rest */
    unsigned char identity[16]; /* in the trailer, made of the document */
    struct buffer scratch;
};

/* Keeps the first error. */
__attribute__((format(printf, 2, 3))) void pdf_file_fail(struct pdf_file *file, const char *format, ...);

/* An empty buffer that is used again and again; never hold it across a call that may use it too. */
struct buffer *pdf_file_scratch(struct pdf_file *file);

void pdf_object_set_text(struct pdf_file *file, struct pdf_object *object, const struct buffer *body);

/* The parts that the save writes. */
void pdf_fonts_embed(struct pdf_file *file);
void pdf_tags_write(struct pdf_file *file);
void pdf_pages_write(struct pdf_file *file);
void pdf_bookmarks_write(struct pdf_file *file);
void pdf_metadata_write(struct pdf_file *file);

/* All of them as the bytes of a file, in the arena; libharu keeps what went wrong. */
struct sv pdf_file_write(struct pdf_file *file);

/* One character of a text as the font shows it. Steps over what is not shown. */
struct shown_character {
    uint32_t code;
    unsigned glyph;
    int kerning; /* font units to the glyph before; negative draws nearer */
    unsigned advance;
    bool kerns;
};
bool pdf_font_next(struct pdf_font *font, struct sv *rest, struct shown_character *shown);
void pdf_font_mark_drawn(struct pdf_font *font, uint32_t code);

void pdf_tag_add_content(struct pdf_tag *tag, struct pdf_page *page, unsigned mcid);
void pdf_tag_add_link(struct pdf_tag *tag, struct pdf_page *page, struct pdf_object *annotation);
const char *pdf_role_name(enum pdf_role role);

#endif

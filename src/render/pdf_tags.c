#include "pdf_tags.h"
#include "pdf_parts.h"

#define UNDER(role) (1u << (role))

struct role {
    const char *name;
    unsigned parents; /* roles it may stand directly under */
};

enum {
    BLOCK_PARENTS = UNDER(PDF_DOCUMENT) | UNDER(PDF_SECT) | UNDER(PDF_DIV),
    CELL_PARENTS = UNDER(PDF_TH) | UNDER(PDF_TD) | UNDER(PDF_LBODY) | UNDER(PDF_NOTE) | UNDER(PDF_CAPTION),
    TEXT_PARENTS =
        UNDER(PDF_P) | UNDER(PDF_H1) | UNDER(PDF_H2) | UNDER(PDF_H3) | UNDER(PDF_SPAN) | UNDER(PDF_LBL),
};

static const struct role roles[PDF_ROLE_COUNT] = {
    [PDF_DOCUMENT] = {"Document", 0},
    [PDF_SECT] = {"Sect", BLOCK_PARENTS},
    [PDF_DIV] = {"Div", BLOCK_PARENTS | CELL_PARENTS},
    [PDF_BLOCK_QUOTE] = {"BlockQuote", BLOCK_PARENTS},
    [PDF_H1] = {"H1", BLOCK_PARENTS},
    [PDF_H2] = {"H2", BLOCK_PARENTS},
    [PDF_H3] = {"H3", BLOCK_PARENTS},
    [PDF_P] = {"P", BLOCK_PARENTS | CELL_PARENTS | UNDER(PDF_BLOCK_QUOTE)},
    [PDF_L] = {"L", BLOCK_PARENTS | CELL_PARENTS},
    [PDF_LI] = {"LI", UNDER(PDF_L)},
    [PDF_LBL] = {"Lbl", UNDER(PDF_LI) | UNDER(PDF_NOTE) | UNDER(PDF_TOCI)},
    [PDF_LBODY] = {"LBody", UNDER(PDF_LI)},
    [PDF_TABLE] = {"Table", BLOCK_PARENTS},
    [PDF_CAPTION] = {"Caption", UNDER(PDF_TABLE) | UNDER(PDF_L) | UNDER(PDF_TOC)},
    [PDF_THEAD] = {"THead", UNDER(PDF_TABLE)},
    [PDF_TBODY] = {"TBody", UNDER(PDF_TABLE)},
    [PDF_TR] = {"TR", UNDER(PDF_THEAD) | UNDER(PDF_TBODY)},
    [PDF_TH] = {"TH", UNDER(PDF_TR)},
    [PDF_TD] = {"TD", UNDER(PDF_TR)},
    [PDF_FIGURE] = {"Figure", BLOCK_PARENTS | CELL_PARENTS | TEXT_PARENTS},
    [PDF_TOC] = {"TOC", BLOCK_PARENTS | UNDER(PDF_TOC)},
    [PDF_TOCI] = {"TOCI", UNDER(PDF_TOC)},
    [PDF_REFERENCE] = {"Reference", TEXT_PARENTS | CELL_PARENTS | UNDER(PDF_TOCI)},
    [PDF_LINK] = {"Link", TEXT_PARENTS | CELL_PARENTS | UNDER(PDF_REFERENCE) | UNDER(PDF_TOCI)},
    [PDF_NOTE] = {"Note", BLOCK_PARENTS | CELL_PARENTS | TEXT_PARENTS},
    [PDF_SPAN] = {"Span", TEXT_PARENTS | CELL_PARENTS | UNDER(PDF_LINK) | UNDER(PDF_REFERENCE)},
};

const char *pdf_role_name(enum pdf_role role)
{
    return roles[role].name;
}

static struct pdf_tag *make_tag(struct pdf_file *file, struct pdf_tag *parent, enum pdf_role role)
{
    struct pdf_tag *tag = arena_alloc(file->arena, sizeof *tag);
    *tag = (struct pdf_tag){.file = file, .parent = parent, .role = role};
    tag->object = pdf_object_add(file->doc, file->arena);
    file->tags =
        arena_grow(file->arena, file->tags, file->tag_count, &file->tag_capacity, sizeof *file->tags);
    file->tags[file->tag_count++] = tag;
    return tag;
}

struct pdf_tag *pdf_file_root(struct pdf_file *file)
{
    if (!file->root)
        file->root = make_tag(file, NULL, PDF_DOCUMENT);
    return file->root;
}

static void add_kid(struct pdf_tag *tag, struct pdf_kid kid)
{
    struct arena *arena = tag->file->arena;
    if (tag->file->info.untagged)
        return;
    if (!tag->kids) { /* most tags have one kid */
        tag->kids = arena_alloc(arena, sizeof *tag->kids);
        tag->kid_capacity = 1;
    }
    tag->kids = arena_grow(arena, tag->kids, tag->kid_count, &tag->kid_capacity, sizeof *tag->kids);
    tag->kids[tag->kid_count++] = kid;
}

static void add_note(struct pdf_file *file, struct pdf_tag *note)
{
    file->notes =
        arena_grow(file->arena, file->notes, file->note_count, &file->note_capacity, sizeof *file->notes);
    file->notes[file->note_count++] = note;
    note->note_number = (unsigned)file->note_count;
}

struct pdf_tag *pdf_tag_add(struct pdf_tag *parent, enum pdf_role role)
{
    struct pdf_file *file = parent->file;
    if (file->info.untagged)
        return parent;
    struct pdf_tag *tag = make_tag(file, parent, role);
    if (!(roles[role].parents & UNDER(parent->role))) {
        pdf_file_fail(file, "PDF-filens opmærkning er forkert: %s kan ikke stå i %s.", roles[role].name,
                      roles[parent->role].name);
    }
    add_kid(parent, (struct pdf_kid){.kind = PDF_KID_TAG, .as.tag = tag});
    if (role == PDF_NOTE)
        add_note(file, tag);
    return tag;
}

void pdf_tag_add_content(struct pdf_tag *tag, struct pdf_page *page, unsigned mcid)
{
    add_kid(tag, (struct pdf_kid){.kind = PDF_KID_CONTENT, .page = page, .as.mcid = mcid});
}

void pdf_tag_add_link(struct pdf_tag *tag, struct pdf_page *page, struct pdf_object *annotation)
{
    add_kid(tag, (struct pdf_kid){.kind = PDF_KID_LINK, .page = page, .as.annotation = annotation});
}

void pdf_tag_set_alt(struct pdf_tag *tag, struct sv alt)
{
    tag->alt = alt;
}

void pdf_tag_set_box(struct pdf_tag *tag, const struct pdf_page *page, struct pdf_box box)
{
    tag->has_box = true;
    tag->box[0] = box.x;
    tag->box[1] = page->height - box.y - box.height;
    tag->box[2] = box.x + box.width;
    tag->box[3] = page->height - box.y;
}

void pdf_tag_set_scope(struct pdf_tag *tag, enum pdf_scope scope)
{
    tag->scope = scope;
}

void pdf_tag_set_numbered(struct pdf_tag *tag, bool numbered)
{
    tag->numbered = numbered;
}

static void add_kid_text(struct buffer *out, const struct pdf_kid *kid, const struct pdf_page *own_page)
{
    switch (kid->kind) {
    case PDF_KID_TAG:
        buffer_add_reference(out, kid->as.tag->object->dict);
        break;
    case PDF_KID_CONTENT:
        if (kid->page == own_page) {
            buffer_format(out, "%u", kid->as.mcid);
            break;
        }
        buffer_add_text(out, "<</Type/MCR/Pg ");
        buffer_add_reference(out, kid->page->handle);
        buffer_format(out, "/MCID %u>>", kid->as.mcid);
        break;
    case PDF_KID_LINK:
        buffer_add_text(out, "<</Type/OBJR/Obj ");
        buffer_add_reference(out, kid->as.annotation->dict);
        buffer_add_text(out, "/Pg ");
        buffer_add_reference(out, kid->page->handle);
        buffer_add_text(out, ">>");
        break;
    }
}

static const struct pdf_page *first_page(const struct pdf_tag *tag)
{
    for (size_t i = 0; i < tag->kid_count; i++)
        if (tag->kids[i].kind == PDF_KID_CONTENT)
            return tag->kids[i].page;
    return NULL;
}

static void add_kids_text(struct buffer *out, const struct pdf_tag *tag)
{
    const struct pdf_page *page = first_page(tag);
    if (page) {
        buffer_add_text(out, "/Pg ");
        buffer_add_reference(out, page->handle);
    }
    buffer_add_text(out, "/K[");
    for (size_t i = 0; i < tag->kid_count; i++) {
        add_kid_text(out, &tag->kids[i], page);
        buffer_add_byte(out, i + 1 < tag->kid_count ? ' ' : ']');
    }
    if (tag->kid_count == 0)
        buffer_add_byte(out, ']');
}

static void add_cell_attributes(struct buffer *out, const struct pdf_tag *tag)
{
    static const char *const scopes[] = {
        [PDF_SCOPE_NONE] = "", [PDF_SCOPE_COLUMN] = "/Scope/Column", [PDF_SCOPE_ROW] = "/Scope/Row"};
    if (tag->scope == PDF_SCOPE_NONE)
        return;
    buffer_format(out, "/A<</O/Table%s>>", scopes[tag->scope]);
}

static void add_box_attribute(struct buffer *out, const struct pdf_tag *tag)
{
    buffer_add_text(out, "/A<</O/Layout/BBox[");
    for (size_t i = 0; i < 4; i++) {
        buffer_add_number(out, tag->box[i]);
        buffer_add_byte(out, i < 3 ? ' ' : ']');
    }
    buffer_add_text(out, ">>");
}

/* Whether the items of a list begin with a bullet or a number. */
static bool has_labels(const struct pdf_tag *list)
{
    const struct pdf_tag *item = list->kid_count > 0 ? list->kids[0].as.tag : NULL;
    return item && item->kid_count > 0 && item->kids[0].kind == PDF_KID_TAG &&
           item->kids[0].as.tag->role == PDF_LBL;
}

static void add_attributes(struct buffer *out, const struct pdf_tag *tag)
{
    add_cell_attributes(out, tag);
    if (tag->has_box)
        add_box_attribute(out, tag);
    if (tag->role == PDF_L && has_labels(tag))
        buffer_format(out, "/A<</O/List/ListNumbering/%s>>", tag->numbered ? "Decimal" : "Disc");
    if (tag->note_number > 0)
        buffer_format(out, "/ID(note%06u)", tag->note_number);
    if (tag->alt.size > 0) {
        buffer_add_text(out, "/Alt");
        buffer_add_pdf_text(out, tag->alt);
    }
}

static void write_tag(struct pdf_file *file, struct pdf_tag *tag)
{
    struct buffer *out = pdf_file_scratch(file);
    buffer_format(out, "/S/%s/P ", roles[tag->role].name);
    buffer_add_reference(out, tag->parent ? tag->parent->object->dict : file->structure->dict);
    add_kids_text(out, tag);
    add_attributes(out, tag);
    pdf_object_set_text(file, tag->object, out);
}

/* One leaf of the parent tree: for some pages, which tag each marked content belongs to. */
static struct pdf_object *add_page_leaf(struct pdf_file *file, size_t from, size_t to)
{
    struct buffer *out = pdf_file_scratch(file);
    buffer_format(out, "/Limits[%zu %zu]/Nums[", from, to - 1);
    for (size_t i = from; i < to; i++) {
        const struct pdf_page *page = file->pages[i];
        buffer_format(out, "%zu[", i);
        for (size_t mcid = 0; mcid < page->tag_count; mcid++) {
            buffer_add_reference(out, page->tags[mcid]->object->dict);
            buffer_add_byte(out, ' ');
        }
        buffer_add_text(out, "]\n");
    }
    buffer_add_byte(out, ']');
    struct pdf_object *leaf = pdf_object_add(file->doc, file->arena);
    pdf_object_set_text(file, leaf, out);
    return leaf;
}

/* The leaf for all links of a page: which Link tag each belongs to. */
static struct pdf_object *add_link_leaf(struct pdf_file *file, const struct pdf_page *page)
{
    struct buffer *out = pdf_file_scratch(file);
    buffer_format(out, "/Limits[%u %u]/Nums[", page->links[0].parent_key,
                  page->links[page->link_count - 1].parent_key);
    for (size_t i = 0; i < page->link_count; i++) {
        buffer_format(out, "%u ", page->links[i].parent_key);
        buffer_add_reference(out, page->links[i].tag->object->dict);
        buffer_add_byte(out, '\n');
    }
    buffer_add_byte(out, ']');
    struct pdf_object *leaf = pdf_object_add(file->doc, file->arena);
    pdf_object_set_text(file, leaf, out);
    return leaf;
}

static struct pdf_object *add_parent_tree(struct pdf_file *file)
{
    enum { PAGES_A_LEAF = 16 };
    struct buffer kids = buffer_in(file->arena);
    buffer_add_text(&kids, "/Kids[");
    for (size_t from = 0; from < file->page_count; from += PAGES_A_LEAF) {
        size_t to = from + PAGES_A_LEAF < file->page_count ? from + PAGES_A_LEAF : file->page_count;
        buffer_add_reference(&kids, add_page_leaf(file, from, to)->dict);
        buffer_add_byte(&kids, ' ');
    }
    for (size_t i = 0; i < file->page_count; i++) {
        if (file->pages[i]->link_count > 0) {
            buffer_add_reference(&kids, add_link_leaf(file, file->pages[i])->dict);
            buffer_add_byte(&kids, ' ');
        }
    }
    buffer_add_byte(&kids, ']');
    struct pdf_object *tree = pdf_object_add(file->doc, file->arena);
    pdf_object_set_text(file, tree, &kids);
    return tree;
}

/* Finds notes by their identity (ISO 32000-1, table 322). Numbers of fixed length keep them in order. */
static struct pdf_object *add_id_tree(struct pdf_file *file)
{
    struct buffer *out = pdf_file_scratch(file);
    buffer_add_text(out, "/Names[");
    for (size_t i = 0; i < file->note_count; i++) {
        buffer_format(out, "(note%06zu)", i + 1);
        buffer_add_reference(out, file->notes[i]->object->dict);
        buffer_add_byte(out, '\n');
    }
    buffer_add_byte(out, ']');
    struct pdf_object *tree = pdf_object_add(file->doc, file->arena);
    pdf_object_set_text(file, tree, out);
    return tree;
}

void pdf_tags_write(struct pdf_file *file)
{
    struct pdf_tag *root = pdf_file_root(file);
    for (size_t i = 0; i < file->tag_count; i++)
        write_tag(file, file->tags[i]);
    struct pdf_object *parents = add_parent_tree(file);
    struct pdf_object *ids = file->note_count > 0 ? add_id_tree(file) : NULL;
    struct buffer *out = pdf_file_scratch(file);
    buffer_add_text(out, "/Type/StructTreeRoot/K[");
    buffer_add_reference(out, root->object->dict);
    buffer_add_text(out, "]/ParentTree ");
    buffer_add_reference(out, parents->dict);
    buffer_format(out, "/ParentTreeNextKey %zu", file->page_count + file->link_count);
    if (ids) {
        buffer_add_text(out, "/IDTree ");
        buffer_add_reference(out, ids->dict);
    }
    pdf_object_set_text(file, file->structure, out);
}

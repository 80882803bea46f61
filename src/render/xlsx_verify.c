#include "xlsx_verify.h"

#include "xlsx_plain_cells.h"

#include <expat.h>
#include <minizip/unzip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 1 << 16, MEMBER_NAME = 256 };

struct member {
    char name[MEMBER_NAME];
    size_t cells;   /* <c> elements */
    size_t strings; /* <si> elements */
    long promised;  /* uniqueCount of <sst>, -1 without one */
};

static void XMLCALL start_element(void *user, const XML_Char *name, const XML_Char **attributes)
{
    struct member *member = user;
    if (strcmp(name, "c") == 0)
        member->cells++;
    else if (strcmp(name, "si") == 0)
        member->strings++;
    else if (strcmp(name, "sst") == 0)
        for (; attributes[0]; attributes += 2)
            if (strcmp(attributes[0], "uniqueCount") == 0)
                member->promised = strtol(attributes[1], NULL, 10);
}

/* A piece of a member, and what was left of the one before: bytes that may be the front of a cell. */
struct window {
    char bytes[2 * PIECE];
    size_t kept;
};

/* From the last `<` on, unless that is longer than a piece: then it is no cell. */
static size_t unfinished(const char *bytes, size_t size)
{
    size_t from = size;
    while (from && bytes[from - 1] != '<')
        from--;
    return from && size - (from - 1) < PIECE ? size - (from - 1) : 0;
}

/* Shows the parser the window but for its plain cells, and keeps its unfinished end. */
static bool parse_window(struct window *window, size_t size, bool last, XML_Parser parser,
                         struct member *member)
{
    const size_t kept = last ? 0 : unfinished(window->bytes, size);
    char *shown = XML_GetBuffer(parser, 2 * PIECE);
    if (!shown)
        return false;
    const size_t rest = plain_cells_take(shown, window->bytes, size - kept, &member->cells);
    memmove(window->bytes, window->bytes + size - kept, kept);
    window->kept = kept;
    return XML_ParseBuffer(parser, (int)rest, last) == XML_STATUS_OK;
}

/* The open member through the parser, to its end. */
static bool parse_member(unzFile zip, XML_Parser parser, struct window *window, struct member *member)
{
    window->kept = 0;
    for (;;) {
        const int size = unzReadCurrentFile(zip, window->bytes + window->kept, PIECE);
        if (size < 0 || !parse_window(window, window->kept + (size_t)size, size == 0, parser, member))
            return false;
        if (size == 0)
            return true;
    }
}

static bool is_xml(const char *name)
{
    const struct sv view = sv_of(name);
    return sv_ends_with(view, sv_of(".xml")) || sv_ends_with(view, sv_of(".rels"));
}

static bool read_member(unzFile zip, XML_Parser parser, struct window *window, struct member *member)
{
    *member = (struct member){.promised = -1};
    if (unzGetCurrentFileInfo64(zip, NULL, member->name, MEMBER_NAME, NULL, 0, NULL, 0) != UNZ_OK)
        return false;
    if (!is_xml(member->name))
        return true;
    if (unzOpenCurrentFile(zip) != UNZ_OK || !XML_ParserReset(parser, NULL))
        return false;
    XML_SetUserData(parser, member);
    XML_SetStartElementHandler(parser, start_element);
    const bool parsed = parse_member(zip, parser, window, member);
    return (unzCloseCurrentFile(zip) == UNZ_OK) && parsed;
}

/* 0-based number of a worksheet; -1 for other members. */
static long sheet_number(const char *name)
{
    static const char folder[] = "xl/worksheets/sheet";
    const size_t size = sizeof folder - 1;
    return strncmp(name, folder, size) == 0 ? strtol(name + size, NULL, 10) - 1 : -1;
}

static bool holds_what_was_written(const struct member *member, const size_t *cells, size_t sheet_count)
{
    const long sheet = sheet_number(member->name);
    if (sheet >= 0 && (size_t)sheet < sheet_count && member->cells != cells[sheet])
        return false;
    return member->promised < 0 || (size_t)member->promised == member->strings;
}

/* All members in turn; on a fault `member` is the one that has it. */
static bool read_members(unzFile zip, XML_Parser parser, struct window *window, const size_t *cells,
                         size_t sheet_count, struct member *member)
{
    size_t sheets = 0;
    int state = unzGoToFirstFile(zip);
    for (; state == UNZ_OK; state = unzGoToNextFile(zip)) {
        if (!read_member(zip, parser, window, member) || !holds_what_was_written(member, cells, sheet_count))
            return false;
        sheets += sheet_number(member->name) >= 0;
    }
    return state == UNZ_END_OF_LIST_OF_FILE && sheets == sheet_count;
}

bool xlsx_verify(const char *path, const size_t *cells, size_t sheet_count, struct arena *arena,
                 struct sv *fault)
{
    struct member member = {.name = "?"};
    unzFile zip = unzOpen64(path);
    XML_Parser parser = XML_ParserCreate(NULL);
    struct window *window = arena_alloc(arena, sizeof *window);
    const bool whole = zip && parser && read_members(zip, parser, window, cells, sheet_count, &member);
    if (!whole)
        *fault =
            sv_format(arena,
                      "Arbejdsbogen %s blev ikke skrevet helt (%s). Der er nok ikke plads på disken eller i "
                      "den midlertidige mappe; ryd op, og kør igen.",
                      path, member.name);
    if (parser)
        XML_ParserFree(parser);
    if (zip)
        unzClose(zip);
    return whole;
}

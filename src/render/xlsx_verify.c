#include "xlsx_verify.h"

#include "error_da.h"
#include "xlsx_verify_parts.h"

#include <minizip/unzip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 1 << 16, MEMBER_NAME = 256 };

enum member_kind { MEMBER_OTHER, MEMBER_SHEET, MEMBER_TABLE, MEMBER_STRINGS };

struct member {
    char name[MEMBER_NAME];
    enum member_kind kind;
};

/* What the parser shows its handlers. */
struct reading {
    struct verification *verification;
    struct member member;
    size_t sheets; /* seen */
};

void verification_fail(struct verification *verification, const char *reason)
{
    if (!verification->reason)
        verification->reason = reason;
}

const char *attribute_of(const XML_Char **attributes, const char *name)
{
    for (; attributes[0]; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

static void XMLCALL start_element(void *user, const XML_Char *name, const XML_Char **attributes)
{
    const struct reading *reading = user;
    switch (reading->member.kind) {
    case MEMBER_OTHER:
        break;
    case MEMBER_SHEET:
        sheet_start(reading->verification, name, attributes);
        break;
    case MEMBER_TABLE:
        table_start(reading->verification, name, attributes);
        break;
    case MEMBER_STRINGS:
        strings_start(reading->verification, name, attributes);
        break;
    }
}

static void XMLCALL end_element(void *user, const XML_Char *name)
{
    const struct reading *reading = user;
    if (reading->member.kind == MEMBER_SHEET)
        sheet_end(reading->verification, name);
    else if (reading->member.kind == MEMBER_STRINGS)
        strings_end(reading->verification, name);
}

static void XMLCALL take_characters(void *user, const XML_Char *characters, int size)
{
    const struct reading *reading = user;
    if (reading->verification->in_text)
        buffer_add(&reading->verification->text, (struct sv){characters, (size_t)size});
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
                         struct reading *reading)
{
    const size_t kept = last ? 0 : unfinished(window->bytes, size);
    char *shown = XML_GetBuffer(parser, 2 * PIECE);
    size_t rest = size - kept;
    if (!shown)
        return false;
    if (reading->member.kind == MEMBER_SHEET)
        rest = plain_cells_take(&reading->verification->plain, shown, window->bytes, size - kept);
    else
        memcpy(shown, window->bytes, rest);
    memmove(window->bytes, window->bytes + size - kept, kept);
    window->kept = kept;
    return XML_ParseBuffer(parser, (int)rest, last) == XML_STATUS_OK;
}

/* The open member through the parser, to its end. */
static bool parse_member(unzFile zip, XML_Parser parser, struct window *window, struct reading *reading)
{
    window->kept = 0;
    for (;;) {
        const int size = unzReadCurrentFile(zip, window->bytes + window->kept, PIECE);
        if (size < 0 || !parse_window(window, window->kept + (size_t)size, size == 0, parser, reading))
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

/* 0-based number of a worksheet; -1 for other members. */
static long sheet_number(const char *name)
{
    static const char folder[] = "xl/worksheets/sheet";
    const size_t size = sizeof folder - 1;
    return strncmp(name, folder, size) == 0 ? strtol(name + size, NULL, 10) - 1 : -1;
}

static enum member_kind kind_of(const char *name)
{
    if (sheet_number(name) >= 0)
        return MEMBER_SHEET;
    if (sv_starts_with(sv_of(name), sv_of("xl/tables/")))
        return MEMBER_TABLE;
    return strcmp(name, "xl/sharedStrings.xml") == 0 ? MEMBER_STRINGS : MEMBER_OTHER;
}

/* False for a sheet that was not written. */
static bool begin_member(struct reading *reading)
{
    struct verification *verification = reading->verification;
    const long sheet = sheet_number(reading->member.name);
    reading->member.kind = kind_of(reading->member.name);
    verification->in_text = false;
    if (reading->member.kind != MEMBER_SHEET)
        return true;
    reading->sheets++;
    if ((size_t)sheet >= verification->sheet_count)
        return false;
    verification->sheet = &verification->sheets[sheet];
    sheet_begin(verification);
    return true;
}

static void finish_member(const struct reading *reading)
{
    switch (reading->member.kind) {
    case MEMBER_OTHER:
        break;
    case MEMBER_SHEET:
        sheet_finish(reading->verification);
        break;
    case MEMBER_TABLE:
        table_finish(reading->verification);
        break;
    case MEMBER_STRINGS:
        strings_finish(reading->verification);
        break;
    }
}

static bool read_member(unzFile zip, XML_Parser parser, struct window *window, struct reading *reading)
{
    struct member *member = &reading->member;
    *member = (struct member){.kind = MEMBER_OTHER};
    if (unzGetCurrentFileInfo64(zip, NULL, member->name, MEMBER_NAME, NULL, 0, NULL, 0) != UNZ_OK)
        return false;
    if (!is_xml(member->name))
        return true;
    if (unzOpenCurrentFile(zip) != UNZ_OK || !XML_ParserReset(parser, NULL) || !begin_member(reading))
        return false;
    XML_SetUserData(parser, reading);
    XML_SetElementHandler(parser, start_element, end_element);
    XML_SetCharacterDataHandler(parser, take_characters);
    const bool parsed = parse_member(zip, parser, window, reading);
    if (unzCloseCurrentFile(zip) != UNZ_OK || !parsed)
        return false;
    finish_member(reading);
    return !reading->verification->reason;
}

static size_t table_count(const struct verification *verification)
{
    size_t count = 0;
    for (size_t i = 0; i < verification->sheet_count; i++)
        count += verification->sheets[i].table_count;
    return count;
}

/* What can be told when all has been read. */
static void finish_workbook(const struct reading *reading)
{
    struct verification *verification = reading->verification;
    if (verification->tables != table_count(verification))
        verification_fail(verification, "der mangler en tabel");
    else if (verification->strings_needed > verification->strings)
        verification_fail(verification, "en tekst er der ikke");
    else if (verification->wanted_met != verification->wanted_count)
        verification_fail(verification, "en tabel mangler en overskrift i arket");
}

/* All members in turn; on a fault the reading's member is the one that has it. */
static bool read_members(unzFile zip, XML_Parser parser, struct window *window, struct reading *reading)
{
    int state = unzGoToFirstFile(zip);
    for (; state == UNZ_OK; state = unzGoToNextFile(zip))
        if (!read_member(zip, parser, window, reading))
            return false;
    if (state != UNZ_END_OF_LIST_OF_FILE || reading->sheets != reading->verification->sheet_count)
        return false;
    finish_workbook(reading);
    return !reading->verification->reason;
}

static struct sv fault_of(const struct reading *reading, const char *path)
{
    struct arena *arena = reading->verification->arena;
    if (reading->verification->reason)
        return sv_format(
            arena,
            "Arbejdsbogen »%s« er ikke blevet, som den skulle (%s: %s). Er der plads på disken, er "
            "det en fejl i programmet; meld den, og gem datamappen.",
            path_name(path), reading->member.name, reading->verification->reason);
    return sv_format(arena,
                     "Arbejdsbogen »%s« blev ikke skrevet helt (%s). Der er nok ikke plads på disken eller i "
                     "den midlertidige mappe; ryd op, og kør igen.",
                     path_name(path), reading->member.name);
}

bool xlsx_verify(const char *path, const struct written_sheet *sheets, size_t sheet_count,
                 struct arena *arena, struct sv *fault)
{
    struct verification verification = {
        .arena = arena, .sheets = sheets, .sheet_count = sheet_count, .text = buffer_in(arena)};
    struct reading reading = {.verification = &verification, .member = {.name = "?"}};
    unzFile zip = unzOpen64(path);
    XML_Parser parser = XML_ParserCreate(NULL);
    struct window *window = arena_alloc(arena, sizeof *window);
    const bool whole = zip && parser && read_members(zip, parser, window, &reading);
    if (!whole)
        *fault = fault_of(&reading, path);
    if (parser)
        XML_ParserFree(parser);
    if (zip)
        unzClose(zip);
    return whole;
}

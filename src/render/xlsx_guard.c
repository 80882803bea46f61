#include "xlsx_guard.h"

#include "buffer.h"

#include <math.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD, ELLIPSIS = 0x2026 };

/* How many bytes a UTF-8 sequence that begins with this byte has; 0 for a byte that begins none. */
static size_t sequence_size(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

static bool is_scalar_of_size(uint32_t code, size_t size)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    return code >= smallest[size] && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
}

/* Takes one character off the front; REPLACEMENT for a byte that is not part of one. */
static uint32_t next_character(struct sv *rest)
{
    const unsigned char first = (unsigned char)rest->data[0];
    const size_t size = sequence_size(first);
    uint32_t code = size <= 1 ? first : first & (0x7Fu >> size);
    bool valid = size > 0 && size <= rest->size;
    for (size_t i = 1; valid && i < size; i++) {
        const unsigned char byte = (unsigned char)rest->data[i];
        valid = (byte & 0xC0) == 0x80;
        code = code << 6 | (byte & 0x3F);
    }
    valid = valid && is_scalar_of_size(code, size);
    *rest = sv_slice(*rest, valid ? size : 1, rest->size);
    return valid ? code : REPLACEMENT;
}

/* What Excel shows for a character: control characters vanish, non-characters are replaced. */
static uint32_t shown_character(uint32_t code, bool keep_breaks)
{
    if (code == '\n')
        return keep_breaks ? '\n' : ' ';
    if (code == '\t')
        return ' ';
    if (code < 0x20 || (code >= 0x7F && code < 0xA0))
        return 0;
    return code == 0xFFFE || code == 0xFFFF ? REPLACEMENT : code;
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* `_xHHHH_`: what Excel takes for a character code. */
static bool looks_like_escape(struct sv text)
{
    if (text.size < 7 || text.data[0] != '_' || text.data[1] != 'x' || text.data[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (!is_hex(text.data[i]))
            return false;
    return true;
}

static size_t utf16_units(uint32_t code)
{
    return code >= 0x10000 ? 2 : 1;
}

static char *guarded(struct arena *arena, struct sv text, size_t letters, bool keep_breaks)
{
    static const char escape[] = "_x005F";
    struct buffer buffer = buffer_in(arena);
    size_t units = 0;
    size_t cut = 0; /* where the text ends if it must be cut */
    for (struct sv rest = text; rest.size;) {
        const bool escaped = looks_like_escape(rest);
        const uint32_t code = shown_character(next_character(&rest), keep_breaks);
        if (!code)
            continue;
        units += utf16_units(code) + (escaped ? sizeof escape - 1 : 0);
        if (units > letters) {
            buffer.size = cut;
            buffer_add_code_point(&buffer, ELLIPSIS);
            break;
        }
        if (escaped)
            buffer_add_text(&buffer, escape);
        buffer_add_code_point(&buffer, code);
        if (units < letters)
            cut = buffer.size;
    }
    buffer_add_byte(&buffer, '\0');
    return buffer.data;
}

static bool is_plain_text(struct sv text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < 0x20 || text.data[i] > 0x7E || text.data[i] == '_')
            return false;
    return true;
}

char *guard_text(struct arena *arena, struct sv text, size_t letters)
{
    if (text.size <= letters && is_plain_text(text))
        return arena_copy(arena, sv_bytes(text), text.size);
    return guarded(arena, text, letters, true);
}

char *guard_line(struct arena *arena, struct sv text, size_t letters)
{
    return guarded(arena, text, letters, false);
}

char *guard_description(struct arena *arena, struct sv text)
{
    enum { LONGEST = 2000 }; /* bytes; libxlsxwriter has room for 2079 */
    const char *line = guard_line(arena, text, XLSX_CELL_LETTERS);
    const struct sv cut = sv_cut(arena, sv_of(line), LONGEST);
    return arena_copy(arena, cut.data, cut.size);
}

/* ASCII and Latin letters in lower case; the rest as it is. */
static struct sv fold_case(struct arena *arena, const char *name)
{
    char *folded = arena_copy(arena, name, strlen(name));
    for (char *c = folded; *c; c++) {
        const bool after_c3 = c > folded && (unsigned char)c[-1] == 0xC3;
        if ((*c >= 'A' && *c <= 'Z') || (after_c3 && (unsigned char)*c >= 0x80 && (unsigned char)*c <= 0x9E))
            *c = (char)(*c + 0x20);
    }
    return sv_of(folded);
}

static bool set_has(const struct name_set *names, struct sv folded)
{
    for (size_t i = 0; i < names->count; i++)
        if (sv_equal(names->names[i], folded))
            return true;
    return false;
}

static void set_add(struct name_set *names, struct sv folded)
{
    names->names = arena_grow(names->arena, names->names, names->count, &names->capacity, sizeof folded);
    names->names[names->count++] = folded;
}

/* The name, with a number after it when the set has it already; never more than `letters`. */
static const char *unique_name(struct name_set *names, const char *wanted, const char *form, size_t letters)
{
    const char *name = wanted;
    struct sv folded = fold_case(names->arena, name);
    for (unsigned number = 2; set_has(names, folded); number++) {
        const struct sv end = sv_format(names->arena, form, number);
        const char *start = guard_line(names->arena, sv_of(wanted), letters - end.size);
        name = sv_format(names->arena, "%s%.*s", start, SV_ARG(end)).data;
        folded = fold_case(names->arena, name);
    }
    set_add(names, folded);
    return name;
}

static struct sv without(struct arena *arena, struct sv text, const char *forbidden)
{
    struct buffer buffer = buffer_in(arena);
    for (size_t i = 0; i < text.size; i++)
        buffer_add_byte(&buffer, text.data[i] && strchr(forbidden, text.data[i]) ? ' ' : text.data[i]);
    return sv_trim(buffer_view(&buffer));
}

const char *guard_sheet_name(struct name_set *names, struct sv wanted)
{
    const struct sv allowed = without(names->arena, wanted, "[]:*?/\\'\n");
    const char *name = guard_line(names->arena, allowed, XLSX_SHEET_LETTERS);
    if (!*name)
        name = "Ark";
    if (sv_is(fold_case(names->arena, name), "history"))
        name = "History ark";
    return unique_name(names, name, " (%u)", XLSX_SHEET_LETTERS);
}

const char *guard_table_name(struct name_set *names, struct sv id)
{
    struct buffer buffer = buffer_in(names->arena);
    buffer_add_text(&buffer, "Tabel_");
    for (size_t i = 0; i < id.size && buffer.size < 200; i++) {
        const char c = id.data[i];
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        buffer_add_byte(&buffer, plain ? c : '_');
    }
    buffer_add_byte(&buffer, '\0');
    return unique_name(names, buffer.data, "_%u", XLSX_NAME_LETTERS);
}

const char *guard_heading(struct name_set *names, struct sv heading)
{
    const struct sv trimmed = sv_trim(heading);
    const char *line = guard_line(names->arena, trimmed.size ? trimmed : sv_of("Kolonne"), XLSX_NAME_LETTERS);
    return unique_name(names, line, " (%u)", XLSX_NAME_LETTERS);
}

bool guard_number(struct ratio ratio, double *number)
{
    *number = ratio_has_value(ratio) ? ratio_to_double(ratio) : 0;
    return ratio_has_value(ratio) && isfinite(*number);
}

const char *guard_name(struct arena *arena, struct sv text)
{
    while (text.size && text.data[0] == '=')
        text = sv_slice(text, 1, text.size);
    return guard_line(arena, text, XLSX_NAME_LETTERS);
}

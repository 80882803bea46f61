#include "xlsx_plain_cells.h"

#include <string.h>

/* What is still to be read; `left` is 0 after anything that does not fit. */
struct rest {
    const char *at;
    size_t left;
};

static bool take_text(struct rest *rest, const char *text, size_t size)
{
    if (rest->left < size || memcmp(rest->at, text, size) != 0)
        return false;
    rest->at += size;
    rest->left -= size;
    return true;
}

#define TAKE(rest, text) take_text(rest, text, sizeof(text) - 1)

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "-12.5", "1E+20" */
static bool is_of_number(char c)
{
    return is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'E';
}

/* ASCII that needs no other form in XML, between tags or between quotation marks. */
static bool is_of_plain_text(char c)
{
    return c >= ' ' && c <= '~' && c != '<' && c != '&' && c != '"';
}

static bool is_of_name(char c)
{
    return (c >= 'a' && c <= 'z') || is_capital(c) || c == ':';
}

/* The second byte of a Latin letter as in æ, ø and å, whose first is 0xC3. */
static bool follows_c3(char c)
{
    return (unsigned char)c >= 0x80 && (unsigned char)c <= 0xBF;
}

/* At least one such character. */
static bool take_all(struct rest *rest, bool (*belongs)(char))
{
    const char *from = rest->at;
    while (rest->left && belongs(*rest->at)) {
        rest->at++;
        rest->left--;
    }
    return rest->at > from;
}

static bool take_start(struct rest *rest)
{
    if (!TAKE(rest, "<c r=\"") || !take_all(rest, is_capital) || !take_all(rest, is_digit) ||
        !TAKE(rest, "\""))
        return false;
    return !TAKE(rest, " s=\"") || (take_all(rest, is_digit) && TAKE(rest, "\""));
}

static bool take_words(struct rest *rest)
{
    bool any = false;
    while (take_all(rest, is_of_plain_text) || (rest->left >= 2 && rest->at[0] == '\xC3' &&
                                                follows_c3(rest->at[1]) && take_text(rest, rest->at, 2)))
        any = true;
    return any;
}

static bool take_string(struct rest *rest)
{
    return TAKE(rest, "<is><t>") && take_words(rest) && TAKE(rest, "</t></is></c>");
}

/* A whole number of at least one digit. */
static bool take_count(struct rest *rest, size_t *number)
{
    const char *from = rest->at;
    *number = 0;
    for (; rest->left && is_digit(*rest->at) && *number < SIZE_MAX / 10 - 1; rest->at++, rest->left--)
        *number = *number * 10 + (size_t)(*rest->at - '0');
    return rest->at > from;
}

static struct plain_cell cell_to(const char *xml, const struct rest *rest, size_t strings)
{
    return (struct plain_cell){(size_t)(rest->at - xml), strings};
}

struct plain_cell plain_cell(const char *xml, size_t size)
{
    static const struct plain_cell none;
    struct rest rest = {xml, size};
    size_t number = 0;
    if (!take_start(&rest))
        return none;
    if (TAKE(&rest, "/>"))
        return cell_to(xml, &rest, 0);
    if (TAKE(&rest, " t=\"inlineStr\">"))
        return take_string(&rest) ? cell_to(xml, &rest, 0) : none;
    const bool shared = TAKE(&rest, " t=\"s\"");
    if (!TAKE(&rest, "><v>") || !(shared ? take_count(&rest, &number) : take_all(&rest, is_of_number)) ||
        !TAKE(&rest, "</v></c>"))
        return none;
    return cell_to(xml, &rest, shared ? number + 1 : 0);
}

/* ` name="words"` */
static bool take_attribute(struct rest *rest)
{
    return TAKE(rest, " ") && take_all(rest, is_of_name) && TAKE(rest, "=\"") && take_words(rest) &&
           TAKE(rest, "\"");
}

size_t plain_link_size(const char *xml, size_t size)
{
    struct rest rest = {xml, size};
    if (!TAKE(&rest, "<hyperlink") && !TAKE(&rest, "<Relationship"))
        return 0;
    while (rest.left && *rest.at == ' ')
        if (!take_attribute(&rest))
            return 0;
    return TAKE(&rest, "/>") ? (size_t)(rest.at - xml) : 0;
}

static bool is_watched(const struct plain_cells *taken, size_t row)
{
    for (size_t i = 0; i < taken->watched_count && taken->watched[i] <= row; i++)
        if (taken->watched[i] == row)
            return true;
    return false;
}

/* Where a row begins: whether it is watched. */
static void begin_row(struct plain_cells *taken, const char *xml, size_t size)
{
    struct rest rest = {xml, size};
    size_t row = 0;
    if (!TAKE(&rest, "<row r=\"") || !take_count(&rest, &row))
        return;
    taken->watching = is_watched(taken, row);
}

size_t plain_cells_take(struct plain_cells *taken, char *rest, const char *xml, size_t size)
{
    size_t kept = 0;
    for (size_t at = 0; at < size;) {
        static const struct plain_cell none;
        const struct plain_cell cell = taken->watching ? none : plain_cell(xml + at, size - at);
        if (cell.size) {
            taken->cells++;
            taken->strings = cell.strings > taken->strings ? cell.strings : taken->strings;
            at += cell.size;
            continue;
        }
        const size_t link = plain_link_size(xml + at, size - at);
        if (link) {
            at += link;
            continue;
        }
        begin_row(taken, xml + at, size - at);
        const char *next = memchr(xml + at + 1, '<', size - at - 1);
        const size_t end = next ? (size_t)(next - xml) : size;
        memcpy(rest + kept, xml + at, end - at);
        kept += end - at;
        at = end;
    }
    return kept;
}

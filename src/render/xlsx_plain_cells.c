#include "xlsx_plain_cells.h"

#include <stdbool.h>
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

/* ASCII that needs no other form in XML. */
static bool is_of_plain_text(char c)
{
    return c >= ' ' && c <= '~' && c != '<' && c != '&';
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

size_t plain_cell_size(const char *xml, size_t size)
{
    struct rest rest = {xml, size};
    if (!take_start(&rest))
        return 0;
    if (TAKE(&rest, "/>"))
        return (size_t)(rest.at - xml);
    if (TAKE(&rest, " t=\"inlineStr\">"))
        return take_string(&rest) ? (size_t)(rest.at - xml) : 0;
    (void)TAKE(&rest, " t=\"s\"");
    const bool whole = TAKE(&rest, "><v>") && take_all(&rest, is_of_number) && TAKE(&rest, "</v></c>");
    return whole ? (size_t)(rest.at - xml) : 0;
}

size_t plain_cells_take(char *rest, const char *xml, size_t size, size_t *cells)
{
    size_t kept = 0;
    for (size_t at = 0; at < size;) {
        const size_t cell = plain_cell_size(xml + at, size - at);
        if (cell) {
            ++*cells;
            at += cell;
            continue;
        }
        const char *next = memchr(xml + at + 1, '<', size - at - 1);
        const size_t end = next ? (size_t)(next - xml) : size;
        memcpy(rest + kept, xml + at, end - at);
        kept += end - at;
        at = end;
    }
    return kept;
}

#include "donors.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_no_break_space(struct sv name, size_t at)
{
    return name.data[at] == '\xC2' && at + 1 < name.size && name.data[at + 1] == '\xA0';
}

/* The second byte of À to Þ, É and Å among them, but not of the sign ×: their small letters come 32 later. */
static bool is_capital_after_c3(unsigned char second)
{
    return second >= 0x80 && second <= 0x9E && second != 0x97;
}

static char small_letter(struct sv name, size_t at)
{
    enum { TO_SMALL = 0x20 };
    const char c = name.data[at];
    const bool plain = c >= 'A' && c <= 'Z';
    const bool accented = at > 0 && name.data[at - 1] == '\xC3' && is_capital_after_c3((unsigned char)c);
    return plain || accented ? (char)(c + TO_SMALL) : c;
}

struct sv donor_fold(struct arena *arena, struct sv name)
{
    char *folded = arena_alloc(arena, name.size);
    size_t size = 0;
    for (size_t i = 0; i < name.size; i++) {
        if (is_blank(name.data[i]))
            continue;
        if (is_no_break_space(name, i)) {
            i++;
            continue;
        }
        folded[size++] = small_letter(name, i);
    }
    return (struct sv){folded, size};
}

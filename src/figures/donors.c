#include "donors.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static bool is_no_break_space(struct sv name, size_t at)
{
    return sv_starts_with(sv_slice(name, at, name.size), sv_of("\u00A0"));
}

/* The second byte of À to Þ, É and Å among them, but not of the sign ×: their small letters come 32 later. */
static bool is_capital_after_c3(unsigned char second)
{
    return second <= 0x9E && second != 0x97;
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

static bool is_earlier(day_number day, day_number known)
{
    return known == DAY_NONE || day < known;
}

struct donors donors_of(const struct data_set *data, struct arena *arena)
{
    struct symbols names;
    const struct application *all = applications(data);
    const size_t rows = row_count(data, TABLE_APPLICATIONS);
    struct donors donors = {.of_row = arena_array(arena, rows, sizeof *donors.of_row),
                            .first_grant = arena_array(arena, rows, sizeof *donors.first_grant)};
    symbols_init(&names, arena);
    for (size_t row = 0; row < rows; row++) {
        donors.of_row[row] = symbols_intern(&names, donor_fold(arena, all[row].donor));
        donors.first_grant[row] = DAY_NONE;
    }
    donors.count = names.count;
    for (size_t row = 0; row < rows; row++) {
        day_number *first = &donors.first_grant[donors.of_row[row]];
        if (application_is_granted(&all[row]) && is_earlier(all[row].decided, *first))
            *first = all[row].decided;
    }
    return donors;
}

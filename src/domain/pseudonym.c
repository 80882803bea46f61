#include "pseudonym.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 64 }; /* bytes of a pseudonym that is sought in other spellings than the text's */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Letters, also those beyond ASCII, digits, and what joins them. */
static bool is_in_word(char byte)
{
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80 || byte == '-' || byte == '_';
}

static bool may_be_pseudonym(struct sv word)
{
    enum { DIGITS_FEWEST = 6 };
    size_t digits = 0;
    for (size_t i = 0; i < word.size; i++)
        digits += is_digit(word.data[i]);
    return digits && (digits < word.size || digits >= DIGITS_FEWEST);
}

/* ---- Capital letters and small ---- */

enum letters { LETTERS_AS_THEY_ARE, LETTERS_CAPITAL, LETTERS_SMALL, LETTERS_CAPITAL_FIRST };

static char spelled(char byte, bool first, enum letters letters)
{
    const bool capital = letters == LETTERS_CAPITAL || (letters == LETTERS_CAPITAL_FIRST && first);
    if (letters == LETTERS_AS_THEY_ARE)
        return byte;
    return (char)(capital ? toupper((unsigned char)byte) : tolower((unsigned char)byte));
}

static struct sv find_spelled(const struct data_set *data, struct sv word)
{
    char room[LONGEST];
    uint32_t found = symbols_find(&data->participants, word);
    for (enum letters way = LETTERS_CAPITAL;
         found == SYMBOL_NONE && word.size <= LONGEST && way <= LETTERS_CAPITAL_FIRST; way++) {
        for (size_t i = 0; i < word.size; i++)
            room[i] = spelled(word.data[i], i == 0, way);
        found = symbols_find(&data->participants, (struct sv){room, word.size});
    }
    return symbols_name(&data->participants, found);
}

static struct sv find_word(const struct data_set *data, struct sv text)
{
    size_t end;
    struct sv found = {0};
    for (size_t at = 0; at < text.size && !found.size; at = end + 1) {
        for (end = at; end < text.size && is_in_word(text.data[end]);)
            end++;
        const struct sv word = sv_slice(text, at, end - at);
        if (may_be_pseudonym(word))
            found = find_spelled(data, word);
    }
    return found;
}

/* ---- Letters, something between, and digits ---- */

static const char *const joints[] = {
    "", "-", "_", " ", "\n", "\xC2\xA0", "\xC2\xAD", "\xE2\x80\x91", "\xE2\x80\x93"};
enum { JOINTS = sizeof joints / sizeof *joints, JOINTS_OF_DATA = 4 };

/* Bytes of the letter there: of ASCII, or Danish and the like. 0: it is none. */
static size_t letter_at(struct sv text, size_t at)
{
    if (at >= text.size)
        return 0;
    if (isalpha((unsigned char)text.data[at]))
        return 1;
    return text.data[at] == '\xC3' && at + 1 < text.size ? 2 : 0;
}

static size_t letters_at(struct sv text, size_t at)
{
    size_t size = 0;
    for (size_t letter; (letter = letter_at(text, at + size)) > 0;)
        size += letter;
    return size;
}

static size_t digits_at(struct sv text, size_t at)
{
    size_t size = 0;
    while (at + size < text.size && is_digit(text.data[at + size]))
        size++;
    return size;
}

static size_t joint_at(struct sv text, size_t at)
{
    for (size_t i = 1; i < JOINTS; i++)
        if (sv_starts_with(sv_slice(text, at, text.size), sv_of(joints[i])))
            return strlen(joints[i]);
    return 0;
}

/* B1 does not end in "B12", "B1b" and "B1-2", but in "B1-sagen". */
static bool ends_at(struct sv text, size_t at)
{
    const size_t joint = at < text.size && text.data[at] != ' ' ? joint_at(text, at) : 0;
    return !letter_at(text, at) && (!joint || !digits_at(text, at + joint));
}

static struct sv find_joined(const struct data_set *data, struct sv letters, struct sv digits)
{
    char room[LONGEST];
    struct sv found = {0};
    for (size_t i = 0; i < JOINTS_OF_DATA && !found.size; i++) {
        const size_t joint = strlen(joints[i]);
        if (letters.size + joint + digits.size > LONGEST)
            break;
        memcpy(room, letters.data, letters.size);
        memcpy(room + letters.size, joints[i], joint);
        memcpy(room + letters.size + joint, digits.data, digits.size);
        found = find_spelled(data, (struct sv){room, letters.size + joint + digits.size});
    }
    return found;
}

/* Of letters that begin there, if digits follow. */
static struct sv find_parts(const struct data_set *data, struct sv text, size_t at, size_t letters)
{
    const size_t joint = joint_at(text, at + letters);
    const size_t from = at + letters + joint;
    const size_t digits = digits_at(text, from);
    const struct sv word = sv_slice(text, at, letters);
    if (!digits || !ends_at(text, from + digits) || (joint && sv_is(word, "i")))
        return (struct sv){0};
    return find_joined(data, word, sv_slice(text, from, digits));
}

static struct sv find_in_parts(const struct data_set *data, struct sv text)
{
    struct sv found = {0};
    bool after_digit = false;
    for (size_t at = 0; at < text.size && !found.size;) {
        const size_t letters = letters_at(text, at);
        if (letters && !after_digit)
            found = find_parts(data, text, at, letters);
        after_digit = !letters && is_digit(text.data[at]);
        at += letters ? letters : 1;
    }
    return found;
}

struct sv pseudonym_in(const struct data_set *data, struct sv text)
{
    const struct sv found = find_word(data, text);
    return found.size ? found : find_in_parts(data, text);
}

#include "text_clean.h"

#include "buffer.h"
#include "cpr_guard.h"
#include "diag.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

static const char REPLACEMENT[] = "\xEF\xBF\xBD";

static unsigned char byte_at(struct sv text, size_t i)
{
    return i < text.size ? (unsigned char)text.data[i] : 0;
}

enum character { CHARACTER_FINE, CHARACTER_TAB, CHARACTER_CONTROL, CHARACTER_UNPRINTABLE };

/* After 0xE2: a space of no width, or a mark of a direction, which could make a text read other than it is.
 */
static bool is_invisible(unsigned char second, unsigned char third)
{
    return (second == 0x80 &&
            (third == 0x8B || third == 0x8E || third == 0x8F)) || /* U+200B, U+200E, U+200F */
           (second == 0x80 && third >= 0xAA && third <= 0xAE) ||  /* U+202A–U+202E */
           (second == 0x81 && third >= 0xA6 && third <= 0xA9);    /* U+2066–U+2069 */
}

/* What the character at `i` is, and how many bytes it has when it is not fine. */
static enum character character_at(struct sv text, size_t i, size_t *size)
{
    const unsigned char first = byte_at(text, i);
    const unsigned char second = byte_at(text, i + 1);
    const unsigned char third = byte_at(text, i + 2);
    *size = 1;
    if (first == '\t')
        return CHARACTER_TAB;
    if ((first < 0x20 && first != '\n') || first == 0x7F)
        return CHARACTER_CONTROL;
    if (first == 0xC2 && second >= 0x80 && second < 0xA0) {
        *size = 2;
        return CHARACTER_CONTROL;
    }
    if (first == 0xE2 && is_invisible(second, third)) {
        *size = 3;
        return CHARACTER_CONTROL;
    }
    if (first == 0xEF && second == 0xBF && third >= 0xBD) {
        *size = 3;
        return CHARACTER_UNPRINTABLE;
    }
    return CHARACTER_FINE;
}

static bool is_all_fine(struct sv text)
{
    size_t size;
    for (size_t i = 0; i < text.size; i++)
        if (character_at(text, i, &size) != CHARACTER_FINE)
            return false;
    return true;
}

static struct sv filter(struct arena *arena, struct sv text, struct cleaned_text *cleaned)
{
    struct buffer kept = buffer_in(arena);
    size_t size;
    for (size_t i = 0; i < text.size; i += size) {
        const enum character character = character_at(text, i, &size);
        if (character == CHARACTER_FINE)
            buffer_add_byte(&kept, text.data[i]);
        else if (character == CHARACTER_TAB)
            buffer_add_byte(&kept, ' ');
        else if (character == CHARACTER_UNPRINTABLE)
            buffer_add_text(&kept, REPLACEMENT);
        cleaned->control_removed |= character == CHARACTER_CONTROL;
        cleaned->replaced |= character == CHARACTER_UNPRINTABLE;
    }
    return buffer_view(&kept);
}

/* Letters below U+0300 (lead bytes up to 0xCB) are composed as they stand. */
static bool may_need_composing(struct sv text)
{
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.data[i] >= 0xCC)
            return true;
    return false;
}

static struct sv compose(struct arena *arena, struct sv text)
{
    size_t size = 0;
    uint8_t *composed = u8_normalize(UNINORM_NFC, (const uint8_t *)text.data, text.size, NULL, &size);
    if (!composed)
        return text;
    const struct sv result = {(const char *)composed, size};
    const struct sv kept = sv_equal(result, text) ? text : sv_copy(arena, result);
    free(composed);
    return kept;
}

struct cleaned_text text_clean_piece(struct arena *arena, struct sv text)
{
    struct cleaned_text cleaned = {0};
    if (!is_all_fine(text))
        text = filter(arena, text, &cleaned);
    if (may_need_composing(text))
        text = compose(arena, text);
    cleaned.text = text;
    return cleaned;
}

struct cleaned_text text_clean(struct arena *arena, struct sv text)
{
    struct cleaned_text cleaned = text_clean_piece(arena, text);
    cleaned.text = sv_trim(cleaned.text);
    return cleaned;
}

struct sv text_for_finding(struct arena *arena, struct sv text)
{
    const struct sv masked = cpr_mask_in_prose(arena, text);
    return cpr_mask_in_prose(
        arena, sv_cut(arena, masked, DIAG_VALUE_LONGEST)); /* which may leave ten of more digits */
}

#include "reason.h"

#include "buffer.h"
#include "cpr_guard.h"
#include "pseudonym.h"
#include "text_clean.h"
#include "text_decoder.h"

#include <stdio.h>

/* How many characters the text has; SIZE_MAX: it is not UTF-8. */
static size_t characters(struct sv text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; count++) {
        const size_t length = utf8_length((const unsigned char *)text.data + i, text.size - i);
        if (!length)
            return SIZE_MAX;
        i += length;
    }
    return count;
}

const char *reason_check(struct arena *arena, struct sv text, struct sv *reason)
{
    const size_t count = characters(text);
    *reason = (struct sv){0};
    if (count == SIZE_MAX)
        return "Begrundelsen er ikke skrevet i UTF-8.";
    if (count > LONGEST_REASON)
        return "Begrundelsen må højst være på 300 tegn.";
    if (sv_find(sv_trim(text), '\n') != SIZE_MAX)
        return "Begrundelsen skal stå på én linje.";
    const struct sv clean = text_clean(arena, text).text;
    if (cpr_find_in_prose(clean) != CPR_NONE)
        return "Begrundelsen ser ud til at indeholde et CPR-nummer. Skriv den uden.";
    *reason = clean;
    return NULL;
}

/* A line of the answer, however long; false at the end of input. */
static bool read_line(struct buffer *line)
{
    int byte;
    line->size = 0;
    while ((byte = getchar()) != EOF && byte != '\n')
        if (line->size < 4 * LONGEST_REASON + 4)
            buffer_add_byte(line, (char)byte);
    return byte != EOF || line->size;
}

const char *reason_check_persons(struct arena *arena, struct sv reason, const struct data_set *data)
{
    const struct sv named = pseudonym_in(data, reason);
    return named.size
               ? sv_format(
                     arena,
                     "Begrundelsen nævner en borger, som har pseudonymet »%.*s« i data. Skriv den uden.",
                     SV_ARG(named))
                     .data
               : NULL;
}

struct sv reason_ask(struct arena *arena, const struct data_set *data)
{
    struct buffer line = buffer_in(arena);
    for (;;) {
        struct sv reason = {0};
        fputs("Hvorfor laves rapporten igen? Svaret kommer på forsiden (Enter: ingen begrundelse): ", stderr);
        fflush(stderr);
        if (!read_line(&line))
            return reason;
        const char *wrong = reason_check(arena, buffer_view(&line), &reason);
        if (!wrong)
            wrong = reason_check_persons(arena, reason, data);
        if (!wrong)
            return sv_copy(arena, reason);
        fprintf(stderr, "%s\n", wrong);
    }
}

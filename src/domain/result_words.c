#include "result_words.h"

#include "text_da.h"

static const struct {
    const char *word;
    const char *name;
} words[RESULT_KINDS] = {
    [RESULT_TRAINING] = {"traening_gennemfoert", "Træning gennemført"},
    [RESULT_PLACEMENT] = {"praktik", "Nået til praktik"},
    [RESULT_OUTCOME] = {"udfald:", "Udfald: "},
    [RESULT_KEPT_HALF_YEAR] = {"fastholdt_6", "Fastholdt i 6 måneder"},
    [RESULT_KEPT_YEAR] = {"fastholdt_12", "Fastholdt i 12 måneder"},
    [RESULT_STAFF_HIRED] = {"virksomhed_ansat", "Virksomhed: ansat i mindst 180 dage"},
    [RESULT_ENTERPRISE_GREW] = {"virksomhed_vaekst", "Virksomhed: flere ansatte"},
};

const char *result_word(enum result_kind kind)
{
    return words[kind].word;
}

static uint32_t find_outcome(const struct code_lists *codes, struct sv text)
{
    const uint16_t outcome = code_find(code_list(codes, CODES_OUTCOME), sv_trim(text));
    return outcome == CODE_NONE ? RESULT_NONE : result_of(RESULT_OUTCOME, outcome);
}

uint32_t result_find(struct arena *arena, const struct code_lists *codes, struct sv text)
{
    const struct sv folded = danish_fold(arena, text);
    const struct sv outcome = sv_of(words[RESULT_OUTCOME].word);
    if (sv_starts_with(folded, outcome))
        return find_outcome(codes, sv_slice(text, outcome.size, text.size));
    for (enum result_kind kind = 0; kind < RESULT_KINDS; kind++)
        if (kind != RESULT_OUTCOME && sv_is(folded, words[kind].word))
            return result_of(kind, 0);
    return RESULT_NONE;
}

struct sv result_text(struct arena *arena, const struct code_lists *codes, uint32_t result)
{
    const enum result_kind kind = result_kind(result);
    if (kind != RESULT_OUTCOME)
        return sv_of(words[kind].word);
    const struct sv code = code_text(code_list(codes, CODES_OUTCOME), result_outcome(result));
    return sv_format(arena, "%s%.*s", words[kind].word, SV_ARG(code));
}

struct sv result_name(struct arena *arena, const struct code_lists *codes, uint32_t result)
{
    const enum result_kind kind = result_kind(result);
    if (kind != RESULT_OUTCOME)
        return sv_of(words[kind].name);
    const struct sv name = code_name(code_list(codes, CODES_OUTCOME), result_outcome(result));
    return sv_format(arena, "%s%.*s", words[kind].name, SV_ARG(name));
}

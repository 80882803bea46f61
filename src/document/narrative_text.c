#include "narrative_text.h"

bool has_narrative(const struct section_context *context, const char *chapter)
{
    (void)context;
    (void)chapter;
    return false;
}

bool add_narrative(const struct section_context *context, struct section *section, const char *chapter)
{
    (void)section;
    return has_narrative(context, chapter);
}

void add_long_text(const struct section_context *context, struct section *section, enum paragraph_look look,
                   struct sv text)
{
    struct sv line;
    while (sv_split(&text, '\n', &line)) {
        const struct sv words = sv_trim(line);
        if (words.size)
            paragraph_add_sv(context->document, section_add_paragraph(context->document, section, look),
                             words);
    }
}

#include "narrative.h"

#include "text_da.h"

static const struct chapter chapters[] = {
    {"indledning", "Indledning", true},
    {"vaerdiskabelse", "Værdiskabelse på tre bundlinjer", true},
    {"beskaeftigelse", "Beskæftigelse", false},
    {"progression", "Progression", false},
    {"virksomheder", "Virksomheder og initiativer", false},
    {"indsatser", "Indsatser", false},
    {"laeringer", "Erfaringer og læring", true},
    {"anbefalinger", "Anbefalinger", false},
    {"metode", "Metode og data", false},
    {"halvaar", "Indledning til halvårsrapporten", true},
    {"evaluering", "Indledning til evalueringen", true},
    {"sagsfremstilling", "Baggrund i sagsfremstillingen", true},
};

static size_t chapter_count(void)
{
    return sizeof chapters / sizeof *chapters;
}

const struct chapter *chapter_named(struct sv name)
{
    for (size_t i = 0; i < chapter_count(); i++)
        if (sv_is(name, chapters[i].name))
            return &chapters[i];
    return NULL;
}

const struct chapter *chapter_nearest(struct sv name)
{
    const struct chapter *nearest = chapters;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < chapter_count(); i++) {
        const size_t distance = edit_distance(name, sv_of(chapters[i].name));
        if (distance < least) {
            least = distance;
            nearest = &chapters[i];
        }
    }
    return nearest;
}

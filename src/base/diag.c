#include "diag.h"

#include "buffer.h"

#include <stdlib.h>
#include <string.h>

static const struct diag_kind kinds[DIAG_CODES] = {
#define FINDING(id, code, level, scope, text, action)                                                        \
    [DIAG_##id] = {code, DIAG_##level, DIAG_##scope, text, action},
#include "diag.def"
#undef FINDING
};

void diag_init(struct diag *diag, struct arena *arena)
{
    memset(diag, 0, sizeof *diag);
    diag->arena = arena;
}

const struct diag_kind *diag_kind(enum diag_code code)
{
    return &kinds[code];
}

const char *diag_level_name(enum diag_level level)
{
    static const char *const names[DIAG_LEVELS] = {
        [DIAG_NOTE] = "bemærkning", [DIAG_WARNING] = "advarsel", [DIAG_ERROR] = "fejl"};
    return names[level];
}

static void keep(struct diag *diag, const struct finding *finding)
{
    diag->findings =
        arena_grow(diag->arena, diag->findings, diag->count, &diag->capacity, sizeof *diag->findings);
    diag->findings[diag->count++] = *finding;
    diag->per_level[kinds[finding->code].level]++;
    diag->per_code[finding->code]++;
}

void diag_add(struct diag *diag, enum diag_code code, struct place place, struct sv value, struct sv detail0,
              struct sv detail1, struct sv detail2)
{
    keep(diag, &(struct finding){
                   .code = code,
                   .place = place,
                   .value = sv_copy(diag->arena, sv_cut(diag->arena, value, DIAG_VALUE_LONGEST)),
                   .details = {sv_copy(diag->arena, detail0), sv_copy(diag->arena, detail1),
                               sv_copy(diag->arena, detail2)},
               });
}

void diag_join(struct diag *diag, const struct diag *other)
{
    for (size_t i = 0; i < other->count; i++)
        keep(diag, &other->findings[i]);
}

void diag_value(struct diag *diag, enum diag_code code, struct place place, struct sv value)
{
    const struct sv none = {0};
    diag_add(diag, code, place, value, none, none, none);
}

void diag_detail(struct diag *diag, enum diag_code code, struct place place, struct sv value,
                 struct sv detail)
{
    const struct sv none = {0};
    diag_add(diag, code, place, value, detail, none, none);
}

static int compare_findings(const struct finding *a, const struct finding *b)
{
    const int by_file = sv_compare(a->place.file, b->place.file);
    if (by_file != 0)
        return by_file;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    if (a->place.column != b->place.column)
        return a->place.column < b->place.column ? -1 : 1;
    return strcmp(kinds[a->code].code, kinds[b->code].code);
}

static void merge(const struct finding *from, struct finding *to, size_t left, size_t middle, size_t right)
{
    size_t a = left;
    size_t b = middle;
    for (size_t i = left; i < right; i++) {
        const bool take_left = a < middle && (b >= right || compare_findings(&from[a], &from[b]) <= 0);
        to[i] = take_left ? from[a++] : from[b++];
    }
}

/* Merge sort from the bottom up: stable, so equal places keep the order in which they were found. */
void diag_sort(struct diag *diag)
{
    struct finding *from = diag->findings;
    struct finding *to = arena_array(diag->arena, diag->count, sizeof *to);
    for (size_t width = 1; width < diag->count; width *= 2) {
        for (size_t left = 0; left < diag->count; left += 2 * width) {
            const size_t middle = left + width < diag->count ? left + width : diag->count;
            const size_t right = middle + width < diag->count ? middle + width : diag->count;
            merge(from, to, left, middle, right);
        }
        struct finding *swap = from;
        from = to;
        to = swap;
    }
    diag->findings = from;
    diag->capacity = diag->count;
}

static struct sv fill(struct arena *arena, const char *pattern, const struct finding *finding)
{
    struct buffer text = buffer_in(arena);
    for (const char *p = pattern; *p; p++) {
        if (p[0] == '{' && p[1] && p[2] == '}') {
            const int detail = p[1] - '0';
            buffer_add(&text, p[1] == 'v' ? finding->value : finding->details[detail]);
            p += 2;
        } else {
            buffer_add_byte(&text, *p);
        }
    }
    return buffer_view(&text);
}

struct sv finding_text(struct arena *arena, const struct finding *finding)
{
    return fill(arena, kinds[finding->code].text, finding);
}

struct sv finding_action(struct arena *arena, const struct finding *finding)
{
    return fill(arena, kinds[finding->code].action, finding);
}

/* A finding stays on one line whatever the value holds. */
static void add_on_one_line(struct buffer *line, struct sv text)
{
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.data[i];
        buffer_add_byte(line, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
}

struct sv finding_line(struct arena *arena, const struct finding *finding)
{
    const struct place *place = &finding->place;
    struct buffer line = buffer_in(arena);
    buffer_add_text(&line, kinds[finding->code].code);
    if (place->file.size)
        buffer_format(&line, " %.*s", SV_ARG(place->file));
    if (place->line)
        buffer_format(&line, ":%lu", (unsigned long)place->line);
    if (place->heading.size) {
        buffer_add_byte(&line, ' ');
        add_on_one_line(&line, place->heading);
    }
    buffer_add_text(&line, ": ");
    add_on_one_line(&line, finding_text(arena, finding));
    return buffer_view(&line);
}

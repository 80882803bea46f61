#include "input_changes.h"

#include "text_da.h"

struct listing {
    struct changes *changes;
    size_t capacity;
    struct arena *arena;
};

static void list(struct listing *listing, struct input_change change)
{
    struct changes *changes = listing->changes;
    changes->inputs = arena_grow(listing->arena, changes->inputs, changes->input_count, &listing->capacity,
                                 sizeof *changes->inputs);
    changes->inputs[changes->input_count++] = change;
}

/* ---- Settings ---- */

static const struct stated_setting nothing_stated = {0};

/* A key without a value is not stated. */
static const struct stated_setting *setting_named(const struct settings *settings, struct sv name)
{
    for (size_t i = 0; i < settings->stated_count; i++)
        if (settings->stated[i].value.size && sv_equal(settings->stated[i].name, name))
            return &settings->stated[i];
    return &nothing_stated;
}

static void list_setting(struct listing *listing, struct sv name, const struct stated_setting *before,
                         const struct stated_setting *after)
{
    enum row_change_kind kind = ROW_CHANGED;
    if (sv_equal(before->value, after->value))
        return;
    if (!before->value.size)
        kind = ROW_ADDED;
    if (!after->value.size)
        kind = ROW_REMOVED;
    list(listing, (struct input_change){
                      .cause = CAUSE_SETTINGS,
                      .kind = kind,
                      .name = name,
                      .before = before->value,
                      .after = after->value,
                      .line_before = before->line,
                      .line_after = after->line,
                  });
}

static void list_settings(struct listing *listing, const struct settings *before,
                          const struct settings *after)
{
    for (size_t i = 0; i < after->stated_count; i++)
        if (after->stated[i].value.size)
            list_setting(listing, after->stated[i].name, setting_named(before, after->stated[i].name),
                         &after->stated[i]);
    for (size_t i = 0; i < before->stated_count; i++)
        if (setting_named(after, before->stated[i].name) == &nothing_stated)
            list_setting(listing, before->stated[i].name, &before->stated[i], &nothing_stated);
}

/* ---- Codes ---- */

static struct sv name_text(const struct code *code, struct arena *arena)
{
    (void)arena;
    return code->name;
}

static struct sv positive_text(const struct code *code, struct arena *arena)
{
    (void)arena;
    return sv_of(code->positive ? "ja" : "nej");
}

static struct sv group_text(const struct code *code, struct arena *arena)
{
    (void)arena;
    return code->group;
}

static struct sv valid_from_text(const struct code *code, struct arena *arena)
{
    return danish_short_date_text(code->valid_from, arena);
}

static struct sv valid_to_text(const struct code *code, struct arena *arena)
{
    return danish_short_date_text(code->valid_to, arena);
}

/* The columns of koder.csv besides list, code and place. */
static const struct {
    const char *name;
    struct sv (*text)(const struct code *, struct arena *);
} code_columns[] = {
    {"navn", name_text},           {"positiv", positive_text},
    {"gruppe", group_text},        {"gyldig_fra", valid_from_text},
    {"gyldig_til", valid_to_text},
};

enum { CODE_COLUMNS = sizeof code_columns / sizeof *code_columns };

/* All that the file says of a code: "navn Uddannelse; positiv ja". */
static struct sv whole_code(const struct code *code, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    for (size_t i = 0; i < CODE_COLUMNS; i++) {
        const struct sv value = code_columns[i].text(code, arena);
        if (value.size && !(code_columns[i].text == positive_text && !code->positive))
            buffer_format(&text, "%s%s %.*s", text.size ? "; " : "", code_columns[i].name, SV_ARG(value));
    }
    return buffer_view(&text);
}

static const struct code *code_in(const struct code_list *list, struct sv code)
{
    for (size_t i = 0; list && i < list->count; i++)
        if (sv_equal(list->codes[i].code, code))
            return &list->codes[i];
    return NULL;
}

/* Its place among the codes that the other list has too: another only when they stand in another order. */
static int place_of(const struct code_list *list, const struct code *code, const struct code_list *other)
{
    int place = 1;
    for (const struct code *earlier = list->codes; earlier < code; earlier++)
        place += code_in(other, earlier->code) != NULL;
    return place;
}

static struct input_change change_of_code(const struct code_list *list, enum row_change_kind kind,
                                          const struct code *before, const struct code *after)
{
    return (struct input_change){
        .cause = CAUSE_CODES,
        .kind = kind,
        .list = list->name,
        .name = (after ? after : before)->code,
        .line_before = before ? before->line : 0,
        .line_after = after ? after->line : 0,
    };
}

static void list_cell(struct listing *listing, struct input_change change, const char *column,
                      struct sv before, struct sv after)
{
    if (sv_equal(before, after))
        return;
    change.column = column;
    change.before = before;
    change.after = after;
    list(listing, change);
}

static void list_code(struct listing *listing, const struct code_list *list_before,
                      const struct code_list *list_after, const struct code *before, const struct code *after)
{
    struct arena *arena = listing->arena;
    const struct input_change change = change_of_code(list_after, ROW_CHANGED, before, after);
    for (size_t i = 0; i < CODE_COLUMNS; i++)
        list_cell(listing, change, code_columns[i].name, code_columns[i].text(before, arena),
                  code_columns[i].text(after, arena));
    list_cell(listing, change, "raekkefoelge",
              sv_format(arena, "%d", place_of(list_before, before, list_after)),
              sv_format(arena, "%d", place_of(list_after, after, list_before)));
}

static const struct code_list *list_named(const struct code_lists *lists, struct sv name)
{
    for (size_t i = 0; i < lists->count; i++)
        if (sv_equal(lists->lists[i].name, name))
            return &lists->lists[i];
    return NULL;
}

static void list_present(struct listing *listing, const struct code_list *before,
                         const struct code_list *after)
{
    for (size_t i = 0; i < after->count; i++) {
        const struct code *code = &after->codes[i];
        const struct code *earlier = code_in(before, code->code);
        if (earlier) {
            list_code(listing, before, after, earlier, code);
            continue;
        }
        struct input_change added = change_of_code(after, ROW_ADDED, NULL, code);
        added.after = whole_code(code, listing->arena);
        list(listing, added);
    }
}

static void list_gone(struct listing *listing, const struct code_list *before, const struct code_list *after)
{
    for (size_t i = 0; i < before->count; i++) {
        if (code_in(after, before->codes[i].code))
            continue;
        struct input_change gone = change_of_code(before, ROW_REMOVED, &before->codes[i], NULL);
        gone.before = whole_code(&before->codes[i], listing->arena);
        list(listing, gone);
    }
}

static void list_codes(struct listing *listing, const struct code_lists *before,
                       const struct code_lists *after)
{
    for (size_t i = 0; i < after->count; i++) {
        const struct code_list *earlier = list_named(before, after->lists[i].name);
        list_present(listing, earlier, &after->lists[i]);
        if (earlier)
            list_gone(listing, earlier, &after->lists[i]);
    }
    for (size_t i = 0; i < before->count; i++)
        if (!list_named(after, before->lists[i].name))
            list_gone(listing, &before->lists[i], NULL);
}

void input_changes_find(struct changes *changes, struct arena *arena)
{
    struct listing listing = {.changes = changes, .arena = arena};
    list_settings(&listing, &changes->before.data->settings, &changes->after.data->settings);
    list_codes(&listing, &changes->before.data->codes, &changes->after.data->codes);
}

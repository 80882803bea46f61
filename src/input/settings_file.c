#include "settings_file.h"

#include "cell.h"
#include "colour.h"
#include "cpr_guard.h"
#include "logo.h"
#include "text_clean.h"
#include "text_da.h"
#include "text_file.h"

#include <ini.h>
#include <string.h>

enum { LONGEST_LINE = 190 }; /* libinih reads at most 200 bytes at a time */

static const struct sv nothing = {0};

/* ---- what the keys mean ---- */

enum setting_kind {
    SETTING_TEXT,
    SETTING_CODE, /* of a municipality */
    SETTING_WHOLE,
    SETTING_YEAR,
    SETTING_DATE,
    SETTING_PERIOD,
    SETTING_COLOUR,
    SETTING_COLUMNS /* column names separated by commas */
};

/* What to do when the value is impossible. */
static const char *const advice[] = {
    [SETTING_TEXT] = "Skriv en tekst.",
    [SETTING_CODE] = "Skriv kommunekoden med tre cifre, for eksempel 330.",
    [SETTING_WHOLE] = "Skriv et helt tal over 0.",
    [SETTING_YEAR] = "Skriv årstallet med fire cifre.",
    [SETTING_DATE] = "Skriv datoen som 31-12-2024.",
    [SETTING_PERIOD] = "Skriv perioden som 2024, 2024-1, 2024-2 eller evaluering-2024.",
    [SETTING_COLOUR] = "Skriv farven som #RRGGBB, for eksempel #1F4E79.",
    [SETTING_COLUMNS] = "Skriv kolonnenavne adskilt af komma.",
};

/* Where a value goes: into struct settings, or into the committee or strategy of its section. */
struct setting_target {
    const char *section;
    const char *key;
    enum setting_kind kind;
    size_t offset;
};

static const struct setting_target targets[] = {
    {"kommune", "navn", SETTING_TEXT, offsetof(struct settings, municipality)},
    {"kommune", "kode", SETTING_CODE, offsetof(struct settings, municipality_code)},
    {"kommune", "afdeling", SETTING_TEXT, offsetof(struct settings, unit)},
    {"kommune", "indbyggere", SETTING_WHOLE, offsetof(struct settings, inhabitants)},
    {"udvalg", "navn", SETTING_TEXT, offsetof(struct committee, name)},
    {"udvalg", "moededato", SETTING_DATE, offsetof(struct committee, meeting)},
    {"udvalg", "periode", SETTING_PERIOD, offsetof(struct committee, period)},
    {"strategi", "navn", SETTING_TEXT, offsetof(struct strategy, name)},
    {"strategi", "fra", SETTING_YEAR, offsetof(struct strategy, from_year)},
    {"strategi", "til", SETTING_YEAR, offsetof(struct strategy, to_year)},
    {"strategi", "generation_2_fra", SETTING_DATE, offsetof(struct strategy, second_generation_from)},
    {"rapport", "titel", SETTING_TEXT, offsetof(struct settings, title)},
    {"rapport", "forfatter", SETTING_TEXT, offsetof(struct settings, author)},
    {"rapport", "kontakt", SETTING_TEXT, offsetof(struct settings, contact)},
    {"rapport", "farve", SETTING_COLOUR, offsetof(struct settings, colour)},
    {"rapport", "logo", SETTING_TEXT, offsetof(struct settings, logo)},
    {"data", "udtraeksdato", SETTING_DATE, offsetof(struct settings, extract_date)},
    {"cpr", "undtag", SETTING_COLUMNS, 0},
    {"effekt", "opgoerelsesdato", SETTING_DATE, offsetof(struct settings, effect_date)},
    {"offentlig", "graense", SETTING_WHOLE, offsetof(struct settings, public_limit)},
};

static const struct setting_target *target_of(const struct setting_schema *schema)
{
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        if (strcmp(targets[i].section, schema->section) == 0 && strcmp(targets[i].key, schema->key) == 0)
            return &targets[i];
    return NULL;
}

/* ---- reading the lines ---- */

/* A setting as it stands in the file. */
struct entry {
    const struct setting_schema *schema;
    struct sv section; /* with its number, in lower case: "udvalg.2" */
    struct sv value;
    uint32_t line;
};

/* The state of one reading. */
struct reading {
    struct data_set *data;
    struct diag *diag;
    struct sv file;
    struct sv rest;  /* lines yet to be read */
    uint32_t line;   /* the one that libinih looks at */
    bool wants_pair; /* that line must hold a key and a value */
    bool whole;      /* every required key must be there */
    struct entry *entries;
    size_t count;
    size_t capacity;
};

static struct place place_of(const struct reading *reading, uint32_t line)
{
    return (struct place){.file = reading->file, .line = line};
}

static void report_line(const struct reading *reading, enum diag_code code, struct sv text)
{
    diag_value(reading->diag, code, place_of(reading, reading->line),
               text_for_finding(reading->diag->arena, text));
}

/* Of a line that is not empty. */
static bool is_comment(struct sv line)
{
    return line.data[0] == ';' || line.data[0] == '#';
}

/* Cleaned, guarded and short enough; an empty line stands for one that cannot be read. */
static struct sv prepare_line(const struct reading *reading, struct sv line)
{
    struct arena *arena = reading->diag->arena;
    const struct cleaned_text cleaned = text_clean(arena, line);
    if (cleaned.control_removed)
        report_line(reading, DIAG_CONTROL_REMOVED, cleaned.text);
    if (cleaned.replaced)
        report_line(reading, DIAG_CHARACTER_REPLACED, cleaned.text);
    const enum cpr_verdict verdict = cpr_find(cleaned.text);
    if (verdict == CPR_NUMBER) {
        report_line(reading, DIAG_CPR_NUMBER, cleaned.text);
        return nothing;
    }
    if (verdict == CPR_LIKE)
        report_line(reading, DIAG_CPR_LIKE, cleaned.text);
    const struct sv masked = cpr_mask(arena, cleaned.text); /* which may be longer */
    if (masked.size <= LONGEST_LINE)
        return masked;
    if (!is_comment(masked))
        report_line(reading, DIAG_SETTING_LINE_LONG, nothing);
    return nothing;
}

static void check_pair(struct reading *reading)
{
    if (reading->wants_pair)
        report_line(reading, DIAG_SETTING_FORM, nothing);
    reading->wants_pair = false;
}

static bool should_be_pair(struct sv line)
{
    if (!line.size || is_comment(line))
        return false;
    return line.data[0] != '[' || sv_find(line, ']') == SIZE_MAX;
}

/*
 * libinih's fgets: the next line, for which its 200 bytes are room enough. Blanks in front are gone, so no
 * line continues the one before.
 */
static char *next_line(char *out, int room, void *stream)
{
    (void)room;
    struct reading *reading = stream;
    struct sv raw;
    check_pair(reading);
    if (!sv_split(&reading->rest, '\n', &raw))
        return NULL;
    reading->line++;
    const struct sv line = prepare_line(reading, raw);
    if (line.size)
        memcpy(out, line.data, line.size);
    out[line.size] = '\n';
    out[line.size + 1] = '\0';
    reading->wants_pair = should_be_pair(line);
    return out;
}

/* "udvalg" of "udvalg.2"; the whole name when no number from 2 up follows. */
static struct sv section_base(struct sv section)
{
    const size_t dot = sv_find(section, '.');
    if (dot == SIZE_MAX || dot + 1 == section.size)
        return section;
    int32_t number;
    const struct sv digits = sv_slice(section, dot + 1, section.size);
    return whole_parse(digits, &number) && number >= 2 ? sv_slice(section, 0, dot) : section;
}

static const struct setting_schema *find_schema(struct sv section, struct sv key)
{
    size_t count;
    const struct setting_schema *schemas = setting_schemas(&count);
    const struct sv base = section_base(section);
    for (size_t i = 0; i < count; i++)
        if (sv_is(schemas[i].repeats ? base : section, schemas[i].section) && sv_is(key, schemas[i].key))
            return &schemas[i];
    return NULL;
}

static bool is_repeated(const struct reading *reading, const struct entry *entry)
{
    for (size_t i = 0; i < reading->count; i++)
        if (reading->entries[i].schema == entry->schema &&
            sv_equal(reading->entries[i].section, entry->section))
            return true;
    return false;
}

static struct sv lower_case(struct arena *arena, const char *text)
{
    char *lower = arena_copy(arena, text, strlen(text));
    for (char *c = lower; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    return sv_of(lower);
}

/* libinih's handler. */
static int take_pair(void *stream, const char *section, const char *name, const char *value)
{
    struct reading *reading = stream;
    struct arena *arena = reading->data->arena;
    reading->wants_pair = false;
    const struct sv key = danish_fold(arena, sv_of(name));
    /* libinih cuts long names, which may leave ten of more digits. */
    const struct sv shown = text_for_finding(arena, sv_format(arena, "%s.%s", section, name));
    struct entry entry = {
        .section = lower_case(arena, section), .value = sv_copy(arena, sv_of(value)), .line = reading->line};
    entry.schema = find_schema(entry.section, key);
    const struct place place = place_of(reading, reading->line);
    if (!entry.schema) {
        diag_detail(reading->diag, DIAG_SETTING_UNKNOWN, place, shown, shown);
    } else if (is_repeated(reading, &entry)) {
        diag_detail(reading->diag, DIAG_SETTING_TWICE, place, shown, shown);
    } else {
        reading->entries =
            arena_grow(arena, reading->entries, reading->count, &reading->capacity, sizeof *reading->entries);
        reading->entries[reading->count++] = entry;
    }
    return 1;
}

/* ---- values ---- */

/* `330` or `0330`. */
static bool is_municipality_code(struct sv text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.size == 3 || (text.size == 4 && text.data[0] == '0');
}

static bool is_colour(struct sv text)
{
    struct rgb colour;
    return colour_parse(text, &colour);
}

static bool put_text(bool good, struct sv text, void *field)
{
    if (good)
        memcpy(field, &text, sizeof text);
    return good;
}

static bool put_whole(struct sv text, void *field)
{
    int32_t whole;
    const bool good = whole_parse(text, &whole) && whole > 0;
    if (good)
        memcpy(field, &whole, sizeof whole);
    return good;
}

static bool put_year(struct sv text, void *field)
{
    int32_t year;
    const bool good = year_parse(text, &year);
    const int stored = good ? year : 0;
    if (good)
        memcpy(field, &stored, sizeof stored);
    return good;
}

static bool put_date(struct sv text, void *field)
{
    day_number day;
    const bool good = day_parse(text, &day) == DAY_OK && day_is_in_range(day);
    if (good)
        memcpy(field, &day, sizeof day);
    return good;
}

static bool put_columns(struct data_set *data, struct sv text)
{
    struct settings *settings = &data->settings;
    size_t capacity = 0;
    struct sv name;
    settings->cpr_exempt = NULL;
    while (sv_split(&text, ',', &name)) {
        name = sv_trim(name);
        if (!name.size)
            continue;
        settings->cpr_exempt = arena_grow(data->arena, settings->cpr_exempt, settings->cpr_exempt_count,
                                          &capacity, sizeof *settings->cpr_exempt);
        settings->cpr_exempt[settings->cpr_exempt_count++] =
            (struct cpr_exemption){.column = danish_fold(data->arena, name)};
    }
    return true;
}

static bool put_value(struct data_set *data, enum setting_kind kind, struct sv text, void *field)
{
    switch (kind) {
    case SETTING_TEXT:
        return put_text(true, text, field);
    case SETTING_CODE:
        return put_text(is_municipality_code(text), text, field);
    case SETTING_WHOLE:
        return put_whole(text, field);
    case SETTING_YEAR:
        return put_year(text, field);
    case SETTING_DATE:
        return put_date(text, field);
    case SETTING_PERIOD:
        return put_text(committee_period_is_valid(text), text, field);
    case SETTING_COLOUR:
        return put_text(is_colour(text), text, field);
    case SETTING_COLUMNS:
        return put_columns(data, text);
    }
    return false;
}

static void put_entry(const struct reading *reading, const struct entry *entry, void *owner)
{
    const struct setting_target *target = target_of(entry->schema);
    if (!entry->value.size || !target)
        return;
    if (put_value(reading->data, target->kind, entry->value, (char *)owner + target->offset))
        return;
    struct arena *arena = reading->diag->arena;
    diag_add(reading->diag, DIAG_SETTING_INVALID, place_of(reading, entry->line),
             text_for_finding(arena, entry->value),
             sv_format(arena, "%.*s.%s", SV_ARG(entry->section), entry->schema->key),
             sv_of(advice[target->kind]), nothing);
}

/* ---- sections ---- */

static bool is_of(const struct entry *entry, const char *section)
{
    return strcmp(entry->schema->section, section) == 0;
}

static bool has_value(const struct reading *reading, struct sv section, const struct setting_schema *schema)
{
    for (size_t i = 0; i < reading->count; i++)
        if (reading->entries[i].schema == schema && sv_equal(reading->entries[i].section, section) &&
            reading->entries[i].value.size)
            return true;
    return false;
}

/* The keys that a section must have. */
static void check_required(const struct reading *reading, struct sv section, const char *base)
{
    size_t count;
    const struct setting_schema *schemas = setting_schemas(&count);
    for (size_t i = 0; i < count; i++)
        if (reading->whole && schemas[i].required && strcmp(schemas[i].section, base) == 0 &&
            !has_value(reading, section, &schemas[i]))
            diag_detail(reading->diag, DIAG_SETTING_MISSING, place_of(reading, 0), nothing,
                        sv_format(reading->diag->arena, "%.*s.%s", SV_ARG(section), schemas[i].key));
}

/* Whether the entry is the first of its section. */
static bool opens_section(const struct reading *reading, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (sv_equal(reading->entries[i].section, reading->entries[index].section))
            return false;
    return true;
}

static void put_section(const struct reading *reading, struct sv section, void *owner)
{
    for (size_t i = 0; i < reading->count; i++)
        if (sv_equal(reading->entries[i].section, section))
            put_entry(reading, &reading->entries[i], owner);
}

static void put_committees(const struct reading *reading)
{
    struct settings *settings = &reading->data->settings;
    settings->committees = arena_array(reading->data->arena, reading->count, sizeof *settings->committees);
    for (size_t i = 0; i < reading->count; i++) {
        const struct entry *entry = &reading->entries[i];
        if (!is_of(entry, "udvalg") || !opens_section(reading, i))
            continue;
        struct committee *committee = &settings->committees[settings->committee_count++];
        *committee = (struct committee){.meeting = DAY_NONE};
        put_section(reading, entry->section, committee);
        check_required(reading, entry->section, "udvalg");
    }
    if (!settings->committee_count)
        check_required(reading, sv_of("udvalg"), "udvalg");
}

/* The line of a key in a section; 0: it is not there. */
static uint32_t line_of(const struct reading *reading, struct sv section, const char *key)
{
    for (size_t i = 0; i < reading->count; i++)
        if (sv_equal(reading->entries[i].section, section) &&
            strcmp(reading->entries[i].schema->key, key) == 0)
            return reading->entries[i].line;
    return 0;
}

static void check_strategy_years(const struct reading *reading, const struct strategy *strategy,
                                 const struct entry *entry)
{
    if (!strategy->from_year || !strategy->to_year || strategy->from_year <= strategy->to_year)
        return;
    struct arena *arena = reading->diag->arena;
    const struct place place = place_of(reading, line_of(reading, entry->section, "til"));
    diag_add(reading->diag, DIAG_SETTING_INVALID, place, sv_format(arena, "%d", strategy->to_year),
             sv_format(arena, "%.*s.til", SV_ARG(entry->section)),
             sv_of("Strategiens sidste år må ikke ligge før dens første."), nothing);
}

/* A year has one strategy. `strategy` is the newest. */
static void check_overlap(const struct reading *reading, const struct strategy *strategy,
                          const struct entry *entry)
{
    const struct settings *settings = &reading->data->settings;
    struct arena *arena = reading->diag->arena;
    for (const struct strategy *other = settings->strategies; other < strategy; other++) {
        if (!other->from_year || !other->to_year || !strategy->from_year || !strategy->to_year ||
            other->to_year < strategy->from_year || strategy->to_year < other->from_year)
            continue;
        diag_add(
            reading->diag, DIAG_SETTING_INVALID, place_of(reading, line_of(reading, entry->section, "fra")),
            sv_format(arena, "%d", strategy->from_year), sv_format(arena, "%.*s.fra", SV_ARG(entry->section)),
            sv_format(arena, "Strategien »%.*s« dækker %d-%d. Et år kan kun have én strategi.",
                      SV_ARG(other->name), other->from_year, other->to_year),
            nothing);
        return;
    }
}

static void put_strategies(const struct reading *reading)
{
    struct settings *settings = &reading->data->settings;
    settings->strategies = arena_array(reading->data->arena, reading->count, sizeof *settings->strategies);
    for (size_t i = 0; i < reading->count; i++) {
        const struct entry *entry = &reading->entries[i];
        if (!is_of(entry, "strategi") || !opens_section(reading, i))
            continue;
        struct strategy *strategy = &settings->strategies[settings->strategy_count++];
        strategy->second_generation_from = day_from_date(2022, 1, 1);
        put_section(reading, entry->section, strategy);
        check_required(reading, entry->section, "strategi");
        check_strategy_years(reading, strategy, entry);
        check_overlap(reading, strategy, entry);
    }
    if (!settings->strategy_count)
        check_required(reading, sv_of("strategi"), "strategi");
}

static void put_single_sections(const struct reading *reading)
{
    static const char *const sections[] = {"kommune", "rapport", "data", "cpr", "effekt", "offentlig"};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        put_section(reading, sv_of(sections[i]), &reading->data->settings);
        check_required(reading, sv_of(sections[i]), sections[i]);
    }
}

/* A colour that white text cannot be read on gives way to a darker shade of it. */
static void check_colour(const struct reading *reading)
{
    struct settings *settings = &reading->data->settings;
    struct arena *arena = reading->data->arena;
    struct rgb colour;
    if (!colour_parse(settings->colour, &colour) || colour_reads_on_white(colour))
        return;
    const struct rgb shade = colour_darkened(colour);
    const struct sv wanted = settings->colour;
    const int tenths = (int)(10 * colour_contrast(colour, (struct rgb){255, 255, 255}));
    settings->colour = sv_format(arena, "#%02X%02X%02X", shade.red, shade.green, shade.blue);
    diag_add(reading->diag, DIAG_COLOUR_TOO_LIGHT,
             place_of(reading, line_of(reading, sv_of("rapport"), "farve")), wanted, settings->colour,
             sv_format(arena, "%d,%d", tenths / 10, tenths % 10), nothing);
}

static void keep_stated(const struct reading *reading)
{
    struct settings *settings = &reading->data->settings;
    struct arena *arena = reading->data->arena;
    settings->stated = arena_array(arena, reading->count, sizeof *settings->stated);
    settings->stated_count = reading->count;
    for (size_t i = 0; i < reading->count; i++) {
        const struct entry *entry = &reading->entries[i];
        settings->stated[i] = (struct stated_setting){
            .name = sv_format(arena, "%.*s.%s", SV_ARG(entry->section), entry->schema->key),
            .value = entry->value,
            .line = entry->line,
        };
    }
}

/* Returns where the logo is named. */
static struct place parse(struct data_set *data, struct diag *diag, struct sv name, struct sv text,
                          bool whole)
{
    struct reading reading = {.data = data, .diag = diag, .file = name, .rest = text, .whole = whole};
    ini_parse_stream(next_line, &reading, take_pair, &reading);
    put_single_sections(&reading);
    check_colour(&reading);
    put_committees(&reading);
    put_strategies(&reading);
    keep_stated(&reading);
    data->settings.cpr_exempt_line = line_of(&reading, sv_of("cpr"), "undtag");
    data->has_settings = true;
    return place_of(&reading, line_of(&reading, sv_of("rapport"), "logo"));
}

void settings_parse(struct data_set *data, struct diag *diag, struct sv name, struct sv text)
{
    parse(data, diag, name, text, true);
}

bool settings_file_read(struct data_set *data, struct diag *diag, int folder, bool whole, struct sv *failure)
{
    const struct sv name = sv_of("rapport.ini");
    struct sv text;
    if (!text_file_read(data, diag, folder, name, &text, failure))
        return false;
    const struct place logo = parse(data, diag, name, text, whole);
    return logo_read(data, diag, folder, logo, failure);
}

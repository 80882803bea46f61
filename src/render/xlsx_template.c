/*
 * The input templates as a workbook. Each table's sheet is a straight header row and cells to fill in, so
 * that it can be saved as CSV as it stands; help and checks are data validations.
 */
#include "render.h"
#include "xlsx_book.h"
#include "xlsx_formula.h"
#include "xlsx_width.h"

#include <stdlib.h>
#include <string.h>

enum {
    LAST_ROW = 5000,
    HEADINGS_MOST = 8,
    NARROWEST = 14,
    WIDEST = 44,
    PROSE_WIDTH = 60,
    EXPLAINED_WIDTH = 44
};

static const char CODE_SHEET[] = "Kodelister";
enum { CODE_HEADER_ROW = 1, CODE_COLUMN = 1 };

struct kind_help {
    const char *form;   /* what a cell looks like */
    const char *number; /* number format of the column's cells */
};

static const struct kind_help kinds[] = {
    [VALUE_KEY] = {"en tekst, som kun står i én række", "@"},
    [VALUE_PARTICIPANT] = {"tekst", "@"},
    [VALUE_REFERENCE] = {"samme tekst som i den tabel, der henvises til", "@"},
    [VALUE_NAME] = {"et navn, skrevet ens i alle tabeller", "@"},
    [VALUE_TEXT] = {"tekst", "General"},
    [VALUE_CODE] = {"en kode fra listen", "@"},
    [VALUE_CODE_SET] = {"koder fra listen", "@"},
    [VALUE_DATE] = {"en dato, dd-mm-åååå", "dd-mm-yyyy"},
    [VALUE_HOURS] = {"et tal fra 0 til 60", "General"},
    [VALUE_NUMBER] = {"et tal", "General"},
    [VALUE_AMOUNT] = {"et beløb i kroner", "#,##0.00"},
    [VALUE_WHOLE] = {"et helt tal, 0 eller mere", "0"},
    [VALUE_YEAR] = {"et årstal", "0"},
    [VALUE_PERIOD] = {"en periode: 2024, 2024-1 eller 2024-2", "@"},
    [VALUE_RATING] = {"et helt tal fra 1 til 5", "0"},
    [VALUE_YES_NO] = {"ja eller nej", "@"},
    [VALUE_CVR] = {"otte cifre", "@"},
    [VALUE_MONEY] = {"et beløb i kroner med højst to decimaler", "#,##0.00"},
    [VALUE_PERCENT] = {"en procent fra 0 til 100", "@"},
    [VALUE_RESULT] = {"traening_gennemfoert, praktik, udfald:<kode>, fastholdt_6, fastholdt_12, "
                      "virksomhed_ansat eller virksomhed_vaekst",
                      "@"},
};

struct template_book {
    struct xlsx_book *book;
    struct arena *arena;
    const struct code_lists *codes;
};

static struct sv text(const char *words)
{
    return sv_of(words ? words : "");
}

static bool uses_list(const struct column *column)
{
    return column->type == VALUE_CODE || column->type == VALUE_CODE_SET;
}

static const char *yes_or_no(bool yes)
{
    return yes ? "ja" : "nej";
}

/* "en kode fra listen maalgruppe", "koder fra listen sektor, adskilt af |", "samme tekst som i aftaler" */
static struct sv form_of(const struct template_book *templates, const struct column *column)
{
    const char *form = kinds[column->type].form;
    if (uses_list(column))
        return sv_format(templates->arena, "%s %.*s%s", form,
                         SV_ARG(code_list(templates->codes, column->list)->name),
                         column->type == VALUE_CODE_SET ? ", adskilt af |" : "");
    if (column->type == VALUE_REFERENCE)
        return sv_format(templates->arena, "samme tekst som i %s", table_schema(column->reference)->name);
    return sv_of(form);
}

static struct sv allowed_codes(const struct template_book *templates, const struct column *column)
{
    struct buffer codes = buffer_in(templates->arena);
    const struct code_list *list = code_list(templates->codes, column->list);
    for (size_t i = 0; uses_list(column) && i < list->count; i++) {
        if (i)
            buffer_add_text(&codes, ", ");
        buffer_add(&codes, list->codes[i].code);
    }
    if (column->type == VALUE_YES_NO)
        buffer_add_text(&codes, "ja, nej");
    return buffer_view(&codes);
}

/* A named table with these headings; the caller writes the body. */
static void add_table(const struct template_book *templates, struct xlsx_sheet *sheet, const char *id,
                      const char *const *headings, const double *widths, uint16_t columns,
                      uint32_t header_row, size_t rows)
{
    static const bool numeric[HEADINGS_MOST] = {false};
    const struct xlsx_table_place place = {
        .name = guard_table_name(&templates->book->table_names, sv_of(id)),
        .header_row = header_row,
        .last_row = header_row + (uint32_t)rows,
        .headings = headings,
        .numeric = numeric,
        .column_count = columns,
        .filter = true,
    };
    if (!sheet->handle)
        return;
    xlsx_add_table(sheet, &place);
    for (uint16_t i = 0; i < columns; i++)
        xlsx_check(sheet->book, worksheet_set_column(sheet->handle, i, i, widths[i], NULL));
    worksheet_freeze_panes(sheet->handle, header_row + 1, 0);
}

/* A row of texts, as high as the longest of them. */
static void add_row(struct xlsx_sheet *sheet, uint32_t row, const struct sv *cells, const double *widths,
                    uint16_t columns)
{
    size_t lines = 1;
    for (uint16_t i = 0; i < columns; i++) {
        const size_t wrapped = xlsx_wrapped_lines(cells[i], widths[i]);
        lines = wrapped > lines ? wrapped : lines;
        xlsx_write_text(sheet, row, i, cells[i], XLSX_TEXT, XLSX_NORMAL);
    }
    xlsx_set_lines(sheet, row, lines, XLSX_BODY_POINTS);
}

static uint32_t add_lines(struct xlsx_sheet *sheet, const char *title, const char *const *lines, size_t count)
{
    xlsx_write_text(sheet, 0, 0, sv_of(title), XLSX_TITLE, XLSX_NORMAL);
    xlsx_set_lines(sheet, 0, 1, XLSX_TITLE_POINTS);
    for (size_t i = 0; i < count; i++)
        xlsx_write_text(sheet, (uint32_t)i + 1, 0, sv_of(lines[i]), XLSX_LINE, XLSX_NORMAL);
    return (uint32_t)count + 1;
}

/* "årsrapport, halvårsrapport og evaluering", "ingen" */
static struct sv needed_by(struct arena *arena, unsigned needed)
{
    static const struct {
        unsigned reports;
        const char *name;
    } reports[] = {{NEEDED_BY_REPORTS, "årsrapport"},
                   {NEEDED_BY_REPORTS, "halvårsrapport"},
                   {NEEDED_BY_EVALUATION, "evaluering"},
                   {NEEDED_BY_SURVEY, "erfaring"},
                   {NEEDED_BY_EFFECT, "effekt"}};
    enum { REPORTS = sizeof reports / sizeof *reports };
    struct buffer text = buffer_in(arena);
    size_t last = REPORTS;
    for (size_t i = 0; i < REPORTS; i++)
        last = needed & reports[i].reports ? i : last;
    for (size_t i = 0; i < REPORTS; i++) {
        if (!(needed & reports[i].reports))
            continue;
        if (text.size)
            buffer_add_text(&text, i == last ? " og " : ", ");
        buffer_add_text(&text, reports[i].name);
    }
    return text.size ? buffer_view(&text) : sv_of("ingen");
}

/* What the data folder may hold besides the tables. */
static const struct {
    const char *file;
    const char *row;
    unsigned needed;
} other_files[] = {
    {"rapport.ini", "én indstilling: hvem rapporten er til", NEEDED_BY_REPORTS | NEEDED_BY_EVALUATION},
    {"koder.csv", "én kode i en kodeliste, der skal være anderledes", 0},
    {"tekster/*.md", "et kapitels tekst, skrevet i Markdown", 0},
};
enum { OTHER_FILES = sizeof other_files / sizeof *other_files };

static void write_guide(const struct template_book *templates, struct xlsx_sheet *sheet)
{
    static const char *const lines[] = {
        "Hver tabel har et ark. Udfyld det, og gem arket som CSV under tabellens navn, for eksempel "
        "forloeb.csv.",
        "En tabel kan deles i flere filer, for eksempel job-nord.csv og job-syd.csv; de læses som én.",
        "En fil, som rapporten ikke kræver, kan undværes; så udelades det kapitel, som den er til.",
        "Stå på en celle, så vises en hjælp. Arket Kolonner forklarer dem alle; arket Kodelister viser "
        "koderne.",
        "Skriv aldrig CPR-numre, heller ikke i tekst. Borgere har et pseudonym, som er det samme i alle "
        "tabeller.",
    };
    static const char *const headings[] = {"Fil", "En række er", "Kræves af"};
    static const double widths[] = {24, 48, EXPLAINED_WIDTH};
    uint32_t row = add_lines(sheet, "Skabeloner til data", lines, sizeof lines / sizeof *lines);
    add_table(templates, sheet, "filer", headings, widths, 3, row++, TABLES + OTHER_FILES);
    for (size_t id = 0; id < TABLES; id++) {
        const struct table_schema *schema = table_schema((enum table_id)id);
        const struct sv cells[] = {sv_format(templates->arena, "%s.csv", schema->name), text(schema->title),
                                   needed_by(templates->arena, schema->needed)};
        add_row(sheet, row++, cells, widths, 3);
    }
    for (size_t i = 0; i < OTHER_FILES; i++) {
        const struct sv cells[] = {sv_of(other_files[i].file), sv_of(other_files[i].row),
                                   needed_by(templates->arena, other_files[i].needed)};
        add_row(sheet, row++, cells, widths, 3);
    }
}

static size_t all_columns(void)
{
    size_t count = 0;
    for (size_t id = 0; id < TABLES; id++)
        count += table_schema((enum table_id)id)->column_count;
    return count;
}

static void write_columns(const struct template_book *templates, struct xlsx_sheet *sheet)
{
    static const char *const headings[] = {"Ark",   "Kolonne", "Skal udfyldes", "Indhold",
                                           "Hjælp", "Koder",   "Eksempel"};
    static const double widths[] = {18, 24, 16, 38, PROSE_WIDTH, EXPLAINED_WIDTH, 30};
    enum { COLUMNS = sizeof widths / sizeof *widths };
    uint32_t row = add_lines(sheet, "Tabellernes kolonner", NULL, 0);
    add_table(templates, sheet, "kolonner", headings, widths, COLUMNS, row++, all_columns());
    for (size_t id = 0; id < TABLES; id++) {
        const struct table_schema *schema = table_schema((enum table_id)id);
        for (size_t i = 0; i < schema->column_count; i++) {
            const struct column *column = &schema->columns[i];
            const struct sv cells[COLUMNS] = {
                text(schema->name),         text(column->name), text(yes_or_no(column->value_required)),
                form_of(templates, column), text(column->help), allowed_codes(templates, column),
                text(column->example)};
            add_row(sheet, row++, cells, widths, COLUMNS);
        }
    }
}

static void write_settings(const struct template_book *templates, struct xlsx_sheet *sheet)
{
    static const char *const headings[] = {"Afsnit", "Nøgle", "Skal udfyldes", "Betydning", "Eksempel"};
    static const double widths[] = {16, 24, 16, PROSE_WIDTH, EXPLAINED_WIDTH};
    static const char *const lines[] = {
        "Filen rapport.ini er en tekstfil, som rettes i Notesblok. Afsnit skrives i kantede parenteser.",
    };
    enum { COLUMNS = sizeof widths / sizeof *widths };
    size_t count;
    const struct setting_schema *settings = setting_schemas(&count);
    uint32_t row = add_lines(sheet, "Indstillingerne i rapport.ini", lines, 1);
    add_table(templates, sheet, "indstillinger", headings, widths, COLUMNS, row++, count);
    for (size_t i = 0; i < count; i++) {
        const struct sv cells[COLUMNS] = {sv_format(templates->arena, "[%s]", settings[i].section),
                                          text(settings[i].key), text(yes_or_no(settings[i].required)),
                                          text(settings[i].help), text(settings[i].example)};
        add_row(sheet, row++, cells, widths, COLUMNS);
    }
}

/* The first row of the list's codes; that of the list after the last ends the sheet. */
static uint32_t first_code_row(const struct code_lists *codes, size_t list)
{
    size_t row = CODE_HEADER_ROW + 1;
    for (size_t i = 0; i < list; i++)
        row += code_list(codes, (enum code_list_id)i)->count;
    return (uint32_t)row;
}

static void write_code_lists(const struct template_book *templates, struct xlsx_sheet *sheet)
{
    static const char *const headings[] = {"Liste", "Kode", "Navn"};
    static const double widths[] = {26, 24, PROSE_WIDTH};
    const size_t codes =
        first_code_row(templates->codes, CODES_BUILT_IN) - first_code_row(templates->codes, 0);
    uint32_t row = add_lines(sheet, CODE_SHEET, NULL, 0);
    add_table(templates, sheet, "koder", headings, widths, 3, row++, codes);
    for (size_t i = 0; i < CODES_BUILT_IN; i++) {
        const struct code_list *list = code_list(templates->codes, (enum code_list_id)i);
        for (size_t j = 0; j < list->count; j++) {
            const struct sv cells[] = {list->name, list->codes[j].code, list->codes[j].name};
            add_row(sheet, row++, cells, widths, 3);
        }
    }
}

/* `Kodelister!$B$3:$B$13` in memory that libxlsxwriter frees; NULL when there is none. */
static char *list_reference(const struct template_book *templates, enum code_list_id id)
{
    char first[LXW_MAX_CELL_NAME_LENGTH];
    char last[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(first, first_code_row(templates->codes, id), CODE_COLUMN, true, true);
    lxw_rowcol_to_cell_abs(last, first_code_row(templates->codes, (size_t)id + 1) - 1, CODE_COLUMN, true,
                           true);
    return strdup(sv_format(templates->arena, "%s!%s:%s", CODE_SHEET, first, last).data);
}

/*
 * Lets the rule that was added last take its list from the sheet of code lists. libxlsxwriter 1.1.4 has a
 * rule type for that, which leaks the reference; so a rule with a list of its own gets the reference instead.
 */
static void refer_to_list(const struct template_book *templates, struct xlsx_sheet *sheet,
                          enum code_list_id id)
{
    lxw_data_val_obj *rule;
    lxw_data_val_obj *last = NULL;
    STAILQ_FOREACH(rule, sheet->handle->data_validations, list_pointers)
    last = rule;
    char *reference = last ? list_reference(templates, id) : NULL;
    if (!reference) {
        xlsx_check(sheet->book, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    free(last->value_formula);
    last->value_formula = reference;
}

/* The library takes the words as char *, so they are copied. */
static void allow_list(struct arena *arena, lxw_data_validation *rule, const char *const *words, size_t count)
{
    char **values = arena_array(arena, count + 1, sizeof *values);
    for (size_t i = 0; i < count; i++)
        values[i] = arena_copy(arena, words[i], strlen(words[i]));
    rule->validate = LXW_VALIDATION_TYPE_LIST;
    rule->value_list = values;
}

static void allow_between(lxw_data_validation *rule, uint8_t type, double smallest, double largest)
{
    rule->validate = type;
    rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule->minimum_number = smallest;
    rule->maximum_number = largest;
}

static void allow_dates(lxw_data_validation *rule)
{
    rule->validate = LXW_VALIDATION_TYPE_DATE;
    rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule->minimum_datetime = (lxw_datetime){.year = 1900, .month = 3, .day = 1};
    rule->maximum_datetime = (lxw_datetime){.year = 2199, .month = 12, .day = 31};
}

static void set_rule(struct arena *arena, lxw_data_validation *rule, const struct column *column)
{
    static const double largest = 9e9; /* what the program reads, see decimal.h */
    static const char *const yes_no[] = {"ja", "nej"};
    static const char *const replaced[] = {"kode"}; /* by refer_to_list */
    switch (column->type) {
    case VALUE_CODE:
        allow_list(arena, rule, replaced, 1);
        rule->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING; /* the code's Danish name is read too */
        break;
    case VALUE_DATE:
        allow_dates(rule);
        break;
    case VALUE_HOURS:
        allow_between(rule, LXW_VALIDATION_TYPE_DECIMAL, 0, 60);
        break;
    case VALUE_NUMBER:
    case VALUE_AMOUNT:
    case VALUE_MONEY:
        allow_between(rule, LXW_VALIDATION_TYPE_DECIMAL, 0, largest);
        break;
    case VALUE_WHOLE:
        allow_between(rule, LXW_VALIDATION_TYPE_INTEGER, 0, INT32_MAX);
        break;
    case VALUE_YEAR:
        allow_between(rule, LXW_VALIDATION_TYPE_INTEGER, 1900, 2199);
        break;
    case VALUE_PERIOD: /* the cell is text, or Excel would make a date of 2024-1 */
        allow_between(rule, LXW_VALIDATION_TYPE_LENGTH, 4, 6);
        break;
    case VALUE_RATING:
        allow_between(rule, LXW_VALIDATION_TYPE_INTEGER, 1, 5);
        break;
    case VALUE_YES_NO:
        allow_list(arena, rule, yes_no, 2);
        break;
    case VALUE_KEY:
    case VALUE_PARTICIPANT:
    case VALUE_REFERENCE:
    case VALUE_NAME:
    case VALUE_TEXT:
    case VALUE_CODE_SET:
    case VALUE_CVR:
    case VALUE_PERCENT: /* the cell is text, or Excel would make 0,2 of 20 % */
    case VALUE_RESULT:
        rule->validate = LXW_VALIDATION_TYPE_ANY;
        break;
    }
}

/* The help beside the cell when it is chosen, and what may stand in it. */
static void validate_column(const struct template_book *templates, struct xlsx_sheet *sheet,
                            const struct column *column, uint16_t position)
{
    struct arena *arena = templates->arena;
    const struct sv form = form_of(templates, column);
    const struct sv help =
        sv_format(arena, "%s %s Skriv %.*s.", column->help ? column->help : "",
                  column->value_required ? "Skal udfyldes." : "Må være tom.", SV_ARG(form));
    const struct sv error = sv_format(arena, "Skriv %.*s.", SV_ARG(form));
    lxw_data_validation rule = {
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_ON,
        .show_error = LXW_VALIDATION_ON,
        .dropdown = LXW_VALIDATION_ON,
        .input_title = guard_line(arena, sv_of(column->name), XLSX_PROMPT_TITLE_LETTERS),
        .input_message = guard_line(arena, help, XLSX_PROMPT_LETTERS),
        .error_title = guard_line(arena, sv_of(column->name), XLSX_PROMPT_TITLE_LETTERS),
        .error_message = guard_line(arena, error, XLSX_PROMPT_LETTERS),
    };
    set_rule(arena, &rule, column);
    xlsx_check(sheet->book,
               worksheet_data_validation_range(sheet->handle, 1, position, LAST_ROW, position, &rule));
    if (column->type == VALUE_CODE)
        refer_to_list(templates, sheet, column->list);
}

/* As wide as the column's name and its example. */
static double column_width(const struct column *column)
{
    const size_t name = strlen(column->name) + 2;
    const size_t example = xlsx_longest_line(text(column->example)) + 2;
    const size_t wider = name > example ? name : example;
    return (double)(wider < NARROWEST ? NARROWEST : wider > WIDEST ? WIDEST : wider);
}

/* Long texts grow downwards; the cells beside them stay at the top. */
static lxw_format *column_format(const struct xlsx_sheet *sheet, const struct column *column)
{
    lxw_format *format = workbook_add_format(sheet->book->handle);
    format_set_num_format(format, kinds[column->type].number);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (column->type == VALUE_TEXT)
        format_set_text_wrap(format);
    return format;
}

static void write_table_sheet(const struct template_book *templates, struct xlsx_sheet *sheet,
                              const struct table_schema *schema)
{
    if (!sheet->handle)
        return;
    for (size_t i = 0; i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        const uint16_t position = (uint16_t)i;
        xlsx_write_text(sheet, 0, position, sv_of(column->name), XLSX_HEAD_TEXT, XLSX_NORMAL);
        xlsx_check(sheet->book, worksheet_set_column(sheet->handle, position, position, column_width(column),
                                                     column_format(sheet, column)));
        validate_column(templates, sheet, column, position);
    }
    worksheet_freeze_panes(sheet->handle, 1, 0);
}

static void write_sheets(const struct template_book *templates)
{
    struct xlsx_book *book = templates->book;
    write_guide(templates, xlsx_book_add_sheet(book, sv_of("Vejledning")));
    write_columns(templates, xlsx_book_add_sheet(book, sv_of("Kolonner")));
    for (size_t id = 0; id < TABLES; id++) {
        const struct table_schema *schema = table_schema((enum table_id)id);
        write_table_sheet(templates, xlsx_book_add_sheet(book, sv_of(schema->name)), schema);
    }
    write_code_lists(templates, xlsx_book_add_sheet(book, sv_of(CODE_SHEET)));
    write_settings(templates, xlsx_book_add_sheet(book, sv_of("rapport.ini")));
}

bool render_templates(const char *path, const char *temporary_folder, const struct code_lists *codes,
                      struct arena *arena, struct sv *fault)
{
    const struct style style = style_of((struct sv){0});
    const struct xlsx_settings settings = {
        .path = path,
        .temporary_folder = temporary_folder,
        .arena = arena,
        .style = &style,
        .title = sv_of("Skabeloner til data om socialøkonomi"),
        .subject = sv_of("Tabeller, som aarsrapport læser"),
        .author = sv_of("aarsrapport"),
        .created = DAY_NONE,
    };
    const struct template_book templates = {
        .book = xlsx_book_open(&settings), .arena = arena, .codes = codes};
    write_sheets(&templates);
    return xlsx_book_close(templates.book, fault);
}

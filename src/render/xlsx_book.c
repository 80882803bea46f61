#include "xlsx_book.h"

#include "error_da.h"
#include "xlsx_library.h"
#include "xlsx_verify.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

enum tone { TONE_TEXT, TONE_MUTED, TONE_ACCENT, TONE_GOOD, TONE_WAITING, TONE_BAD };
enum { PAPER_A4 = 9, SECONDS_A_DAY = 86400, PICTURE_OFFSET = 4 };

static const time_t NO_DATE = 946684800; /* 2000-01-01 */

struct look {
    const char *number; /* Excel's number format */
    uint8_t points;     /* 0: XLSX_BODY_POINTS */
    enum tone tone;
    bool bold;
    bool wrap;
    bool right;
    bool header;
    bool underlined;
};

static const struct look looks[XLSX_FORMATS] = {
    [XLSX_TITLE] = {.points = XLSX_TITLE_POINTS, .tone = TONE_ACCENT, .bold = true},
    [XLSX_LINE] = {.tone = TONE_TEXT},
    [XLSX_MARK] = {.tone = TONE_BAD, .bold = true},
    [XLSX_LINK] = {.tone = TONE_ACCENT, .underlined = true},
    [XLSX_WRAPPED] = {.tone = TONE_TEXT, .wrap = true},
    [XLSX_STRONG] = {.tone = TONE_TEXT, .bold = true, .wrap = true},
    [XLSX_LEAD] = {.points = XLSX_LEAD_POINTS, .tone = TONE_TEXT, .wrap = true},
    [XLSX_HEADING] = {.points = XLSX_LEAD_POINTS, .tone = TONE_ACCENT, .bold = true},
    [XLSX_HEAD_TEXT] = {.bold = true, .wrap = true, .header = true},
    [XLSX_HEAD_NUMBER] = {.bold = true, .wrap = true, .right = true, .header = true},
    [XLSX_TEXT] = {.wrap = true},
    [XLSX_CELL_LINK] = {.tone = TONE_ACCENT, .underlined = true, .wrap = true},
    [XLSX_SYMBOL] = {.tone = TONE_MUTED, .right = true},
    [XLSX_GENERAL] = {.number = "General", .right = true},
    [XLSX_COUNT] = {.number = "#,##0", .right = true},
    [XLSX_DECIMAL] = {.number = "#,##0.0", .right = true},
    [XLSX_MONEY] = {.number = "#,##0.00", .right = true},
    [XLSX_SHARE] = {.number = "0%", .right = true},
    [XLSX_SHARE_FINE] = {.number = "0.0%", .right = true},
    [XLSX_CHANGE] = {.number = "+#,##0;-#,##0;0", .right = true},
    [XLSX_CHANGE_DECIMAL] = {.number = "+#,##0.0;-#,##0.0;0.0", .right = true},
    [XLSX_POINTS] = {.number = "+0\" procentpoint\";-0\" procentpoint\";0\" procentpoint\"", .right = true},
    [XLSX_POINTS_FINE] = {.number = "+0.0\" procentpoint\";-0.0\" procentpoint\";0.0\" procentpoint\"",
                          .right = true},
    [XLSX_DATE] = {.number = "dd-mm-yyyy", .right = true},
    [XLSX_GOOD] = {.tone = TONE_GOOD, .wrap = true},
    [XLSX_WAITING] = {.tone = TONE_WAITING, .wrap = true},
    [XLSX_BAD] = {.tone = TONE_BAD, .wrap = true},
};

lxw_color_t xlsx_colour(struct rgb colour)
{
    return (lxw_color_t)colour.red << 16 | (lxw_color_t)colour.green << 8 | colour.blue;
}

static uint8_t halfway_to_white(uint8_t channel)
{
    return (uint8_t)((channel * 3 + 255) / 4);
}

struct rgb xlsx_readable_fill(const struct style *style, struct rgb colour)
{
    while (colour_contrast(style->text, colour) < 7)
        colour = (struct rgb){halfway_to_white(colour.red), halfway_to_white(colour.green),
                              halfway_to_white(colour.blue)};
    return colour;
}

static struct rgb tone_colour(const struct style *style, enum tone tone)
{
    switch (tone) {
    case TONE_TEXT:
        return style->text;
    case TONE_MUTED:
        return style->muted;
    case TONE_ACCENT:
        return style->accent;
    case TONE_GOOD:
        return style->status_good;
    case TONE_WAITING:
        return style->status_waiting;
    case TONE_BAD:
        return style->status_bad;
    }
    return style->text;
}

static void draw_rules(const struct style *style, lxw_format *made, const struct look *look,
                       enum xlsx_weight weight)
{
    format_set_bottom(made, LXW_BORDER_THIN);
    format_set_bottom_color(made, xlsx_colour(look->header ? style->muted : style->rule));
    if (look->header) {
        format_set_pattern(made, LXW_PATTERN_SOLID);
        format_set_bg_color(made, xlsx_colour(style->shade));
    }
    if (weight == XLSX_TOTAL) {
        format_set_top(made, LXW_BORDER_THIN);
        format_set_top_color(made, xlsx_colour(style->muted));
    }
}

static lxw_format *make_format(struct xlsx_book *book, enum xlsx_format format, enum xlsx_weight weight)
{
    const struct style *style = book->settings.style;
    const struct look *look = &looks[format];
    lxw_format *made = workbook_add_format(book->handle);
    format_set_font_size(made, look->points ? look->points : XLSX_BODY_POINTS);
    format_set_font_color(made, xlsx_colour(tone_colour(style, look->tone)));
    format_set_align(made, look->header ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP);
    if (look->number)
        format_set_num_format(made, look->number);
    if (look->bold || weight == XLSX_TOTAL)
        format_set_bold(made);
    if (look->wrap)
        format_set_text_wrap(made);
    if (look->right) {
        format_set_align(made, LXW_ALIGN_RIGHT);
        format_set_indent(made, 1); /* air before text in the next column */
    }
    if (look->underlined)
        format_set_underline(made, LXW_UNDERLINE_SINGLE);
    if (format >= XLSX_HEAD_TEXT && weight != XLSX_BARE)
        draw_rules(style, made, look, weight);
    return made;
}

/* Formats are made when they are first used: a workbook holds only its own. */
static lxw_format *format_of(struct xlsx_book *book, enum xlsx_format format, enum xlsx_weight weight)
{
    lxw_format **made = &book->formats[format][weight];
    if (!*made)
        *made = make_format(book, format, weight);
    return *made;
}

static void set_properties(struct xlsx_book *book)
{
    const struct xlsx_settings *settings = &book->settings;
    struct arena *arena = book->arena;
    lxw_doc_properties properties = {
        .title = guard_line(arena, settings->title, XLSX_PROPERTY_LETTERS),
        .subject = guard_line(arena, settings->subject, XLSX_PROPERTY_LETTERS),
        .author = guard_line(arena, settings->author, XLSX_PROPERTY_LETTERS),
        .keywords = guard_line(arena, settings->keywords, XLSX_PROPERTY_LETTERS),
        .company = guard_line(arena, settings->company, XLSX_PROPERTY_LETTERS),
        .created = settings->created == DAY_NONE ? NO_DATE : (time_t)settings->created * SECONDS_A_DAY,
    };
    xlsx_check(book, workbook_set_properties(book->handle, &properties));
}

static void fail(struct xlsx_book *book, const char *reason, const char *action)
{
    if (!book->fault.size)
        book->fault = sv_format(book->arena, "Arbejdsbogen »%s« kunne ikke skrives: %s. %s",
                                path_name(book->settings.path), reason, action);
}

static void fail_by_errno(struct xlsx_book *book)
{
    const int number = errno;
    fail(book, error_da(number), error_da_action(number));
}

/* The library replaces a temporary folder that is not there and prints to stderr when a file cannot be made.
 */
static bool can_write(struct xlsx_book *book)
{
    const char *folder = book->settings.temporary_folder;
    if (access(folder, W_OK | X_OK) != 0 ||
        !xlsx_temporary_files_work(arena_copy(book->arena, folder, strlen(folder)))) {
        const int number = errno;
        fail(
            book,
            sv_format(book->arena, "den midlertidige mappe %s kan ikke bruges (%s)", folder, error_da(number))
                .data,
            error_da_action(number));
        return false;
    }
    const int file = open(book->settings.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) {
        fail_by_errno(book);
        return false;
    }
    close(file);
    return true;
}

struct xlsx_book *xlsx_book_open(const struct xlsx_settings *settings)
{
    struct arena *arena = settings->arena;
    struct xlsx_book *book = arena_alloc(arena, sizeof *book);
    *book = (struct xlsx_book){.settings = *settings, .arena = arena};
    book->sheet_names.arena = arena;
    book->table_names.arena = arena;
    if (!can_write(book))
        return book;
    const char *folder = settings->temporary_folder;
    lxw_workbook_options options = {.tmpdir = arena_copy(arena, folder, strlen(folder)),
                                    .constant_memory = settings->streamed};
    book->handle = workbook_new_opt(settings->path, &options);
    if (book->handle)
        set_properties(book);
    else
        fail(book, error_da(ENOMEM), error_da_action(ENOMEM));
    return book;
}

void xlsx_check(struct xlsx_book *book, lxw_error error)
{
    switch ((int)error) {
    case LXW_NO_ERROR:
        break;
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
    case LXW_ERROR_SHARED_STRING_INDEX_NOT_FOUND: /* the text could not be stored */
        fail(book, error_da(ENOMEM), error_da_action(ENOMEM));
        break;
    case LXW_ERROR_CREATING_TMPFILE:
        fail(book, "der kunne ikke laves en midlertidig fil", error_da_action(ENOSPC));
        break;
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE:
        fail(book, "der er nok ikke plads på disken", error_da_action(ENOSPC));
        break;
    default:
        fail(book, sv_format(book->arena, "fejl %d fra biblioteket libxlsxwriter", (int)error).data,
             error_da_action(0));
    }
}

static bool verify(struct xlsx_book *book)
{
    struct written_sheet *sheets = arena_array(book->arena, book->sheet_count, sizeof *sheets);
    for (size_t i = 0; i < book->sheet_count; i++)
        sheets[i] = book->sheets[i]->written;
    return xlsx_verify(book->settings.path, sheets, book->sheet_count, book->arena, &book->fault);
}

bool xlsx_book_close(struct xlsx_book *book, struct sv *fault)
{
    if (book->handle) {
        xlsx_check(book, workbook_close(book->handle));
        book->handle = NULL;
        if (book->fault.size || !verify(book))
            unlink(book->settings.path);
    }
    *fault = book->fault;
    return book->fault.size == 0;
}

/* In Excel's codes for header and footer, & begins a code and && is an ampersand. */
static struct sv print_text(struct arena *arena, struct sv text, size_t letters)
{
    struct buffer buffer = buffer_in(arena);
    for (const char *c = guard_line(arena, text, letters); *c; c++)
        buffer_add_text(&buffer, *c == '&' ? "&&" : (char[]){*c, '\0'});
    return buffer_view(&buffer);
}

static void set_print(struct xlsx_sheet *sheet)
{
    enum { LETTERS = 60 };
    const struct xlsx_settings *settings = &sheet->book->settings;
    struct arena *arena = settings->arena;
    const struct sv title = print_text(arena, settings->title, LETTERS);
    const struct sv mark = print_text(arena, settings->mark, LETTERS);
    const struct sv company = print_text(arena, settings->company, LETTERS);
    const struct sv header = sv_format(arena, "&L%.*s&R&\"-,Bold\"%.*s", SV_ARG(title), SV_ARG(mark));
    const struct sv footer =
        sv_format(arena, "%s%.*s&RSide &P af &N", company.size ? "&L" : "", SV_ARG(company));
    worksheet_set_landscape(sheet->handle);
    worksheet_set_paper(sheet->handle, PAPER_A4);
    worksheet_fit_to_pages(sheet->handle, 1, 0);
    worksheet_gridlines(sheet->handle, LXW_HIDE_ALL_GRIDLINES);
    xlsx_check(sheet->book, worksheet_set_header(sheet->handle, header.data));
    xlsx_check(sheet->book, worksheet_set_footer(sheet->handle, footer.data));
}

struct xlsx_sheet *xlsx_book_add_sheet(struct xlsx_book *book, struct sv name)
{
    struct xlsx_sheet *sheet = arena_alloc(book->arena, sizeof *sheet);
    *sheet = (struct xlsx_sheet){.book = book, .name = guard_sheet_name(&book->sheet_names, name)};
    book->sheets =
        arena_grow(book->arena, book->sheets, book->sheet_count, &book->sheet_capacity, sizeof sheet);
    book->sheets[book->sheet_count++] = sheet;
    if (book->handle)
        sheet->handle = workbook_add_worksheet(book->handle, sheet->name);
    if (sheet->handle)
        set_print(sheet);
    else
        fail(book, "et ark kunne ikke laves", error_da_action(ENOMEM));
    return sheet;
}

void xlsx_write_text(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, struct sv text,
                     enum xlsx_format format, enum xlsx_weight weight)
{
    struct xlsx_book *book = sheet->book;
    const char *guarded = guard_text(book->arena, text, XLSX_CELL_LETTERS);
    if (!*guarded) {
        xlsx_write_blank(sheet, row, column, format, weight);
        return;
    }
    if (!sheet->handle)
        return;
    xlsx_check(book,
               worksheet_write_string(sheet->handle, row, column, guarded, format_of(book, format, weight)));
    sheet->written.cells++;
}

void xlsx_write_blank(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, enum xlsx_format format,
                      enum xlsx_weight weight)
{
    if (!sheet->handle)
        return;
    struct xlsx_book *book = sheet->book;
    xlsx_check(book, worksheet_write_blank(sheet->handle, row, column, format_of(book, format, weight)));
    sheet->written.cells++;
}

void xlsx_write_number(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, double number,
                       enum xlsx_format format, enum xlsx_weight weight)
{
    if (!sheet->handle)
        return;
    struct xlsx_book *book = sheet->book;
    xlsx_check(book,
               worksheet_write_number(sheet->handle, row, column, number, format_of(book, format, weight)));
    sheet->written.cells++;
}

static void remember_formula(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, double value)
{
    struct written_sheet *written = &sheet->written;
    written->formulas = arena_grow(sheet->book->arena, written->formulas, written->formula_count,
                                   &written->formula_capacity, sizeof *written->formulas);
    written->formulas[written->formula_count++] = (struct written_formula){row, column, value};
    written->cells++;
}

void xlsx_write_formula(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, const char *formula,
                        double value, enum xlsx_format format, enum xlsx_weight weight)
{
    if (!sheet->handle)
        return;
    struct xlsx_book *book = sheet->book;
    lxw_format *made = format_of(book, format, weight);
    xlsx_check(book, worksheet_write_formula_num(sheet->handle, row, column, formula, made, value));
    remember_formula(sheet, row, column, value);
}

static void write_link(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, struct sv url,
                       struct sv words, enum xlsx_format format)
{
    struct xlsx_book *book = sheet->book;
    const char *text = guard_line(book->arena, words, XLSX_NAME_LETTERS);
    lxw_format *made = format_of(book, format, XLSX_NORMAL);
    xlsx_check(book, worksheet_write_url_opt(sheet->handle, row, column, url.data, made, text, NULL));
    sheet->written.cells++;
}

void xlsx_write_link(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, const struct xlsx_sheet *target,
                     struct sv words, enum xlsx_format format)
{
    if (sheet->handle)
        write_link(sheet, row, column, sv_format(sheet->book->arena, "internal:'%s'!A1", target->name), words,
                   format);
}

void xlsx_write_row_link(struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                         const struct xlsx_target *target, struct sv words)
{
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    const uint32_t last = target->last_row > target->row ? target->last_row : target->row;
    lxw_rowcol_to_range(range, target->row, target->column, last, target->column);
    if (sheet->handle)
        write_link(sheet, row, column,
                   sv_format(sheet->book->arena, "internal:'%s'!%s", target->sheet->name, range), words,
                   XLSX_CELL_LINK);
}

void xlsx_lead_to_file(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, struct sv file,
                       const char *target_sheet, uint32_t target_row, const char *tip)
{
    struct xlsx_book *book = sheet->book;
    if (!sheet->handle)
        return;
    const struct sv url = sv_format(book->arena, "external:%.*s#'%s'!A%lu", SV_ARG(file), target_sheet,
                                    (unsigned long)target_row + 1);
    xlsx_check(book, worksheet_write_url_opt(sheet->handle, row, column, url.data, NULL, "", tip));
}

void xlsx_write_file_link(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, struct sv file,
                          struct sv words, enum xlsx_format format)
{
    if (sheet->handle)
        write_link(sheet, row, column, sv_format(sheet->book->arena, "external:%.*s", SV_ARG(file)), words,
                   format);
}

void xlsx_write_web_link(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, struct sv address,
                         struct sv words, enum xlsx_format format)
{
    enum { LONGEST_ADDRESS = 2000 }; /* of the 2079 letters that Excel takes */
    struct xlsx_book *book = sheet->book;
    if (!sheet->handle)
        return;
    if (address.size > LONGEST_ADDRESS) {
        xlsx_write_text(sheet, row, column, words, XLSX_WRAPPED, XLSX_NORMAL);
        return;
    }
    const char *text = guard_text(book->arena, words, XLSX_CELL_LETTERS);
    lxw_format *made = format_of(book, format, XLSX_NORMAL);
    xlsx_check(book, worksheet_write_url_opt(sheet->handle, row, column, sv_text(book->arena, address), made,
                                             text, NULL));
    sheet->written.cells++;
}

static lxw_table_column **table_columns(struct xlsx_book *book, const struct xlsx_table_place *place)
{
    lxw_table_column **columns = arena_array(book->arena, place->column_count + 1u, sizeof *columns);
    for (size_t i = 0; i < place->column_count; i++) {
        const enum xlsx_format format = place->numeric[i] ? XLSX_HEAD_NUMBER : XLSX_HEAD_TEXT;
        const char *heading = place->headings[i];
        columns[i] = arena_alloc(book->arena, sizeof **columns);
        columns[i]->header = arena_copy(book->arena, heading, strlen(heading));
        columns[i]->header_format = format_of(book, format, XLSX_NORMAL);
    }
    return columns;
}

static void remember_table(struct xlsx_sheet *sheet, const struct xlsx_table_place *place)
{
    struct written_sheet *written = &sheet->written;
    written->tables = arena_grow(sheet->book->arena, written->tables, written->table_count,
                                 &written->table_capacity, sizeof *written->tables);
    written->tables[written->table_count++] = (struct written_table){
        place->name, place->header_row, place->last_row, place->column_count, place->headings};
    written->cells += place->column_count;
}

static void add_named_table(struct xlsx_sheet *sheet, const struct xlsx_table_place *place,
                            lxw_col_t last_column)
{
    struct xlsx_book *book = sheet->book;
    lxw_table_options options = {
        .name = arena_copy(book->arena, place->name, strlen(place->name)),
        .no_autofilter = !place->filter,
        .no_banded_rows = true,
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
        .columns = table_columns(book, place),
    };
    xlsx_check(book, worksheet_add_table(sheet->handle, place->header_row, 0, place->last_row, last_column,
                                         &options));
    remember_table(sheet, place);
}

/* The library has no named tables in a streamed book. */
static void add_filtered_range(struct xlsx_sheet *sheet, const struct xlsx_table_place *place,
                               lxw_col_t last_column)
{
    for (uint16_t i = 0; i < place->column_count; i++)
        xlsx_write_text(sheet, place->header_row, i, sv_of(place->headings[i]),
                        place->numeric[i] ? XLSX_HEAD_NUMBER : XLSX_HEAD_TEXT, XLSX_NORMAL);
    if (place->filter)
        xlsx_check(sheet->book,
                   worksheet_autofilter(sheet->handle, place->header_row, 0, place->last_row, last_column));
}

void xlsx_add_table(struct xlsx_sheet *sheet, const struct xlsx_table_place *place)
{
    const lxw_col_t last_column = (lxw_col_t)(place->column_count - 1);
    if (!sheet->handle)
        return;
    if (sheet->book->settings.streamed)
        add_filtered_range(sheet, place, last_column);
    else
        add_named_table(sheet, place, last_column);
    if (!place->among_others)
        xlsx_check(sheet->book, worksheet_repeat_rows(sheet->handle, place->header_row, place->header_row));
}

void xlsx_add_picture(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, const struct picture *picture,
                      double width, double height, struct sv alt)
{
    const double points = 72.0 / 96; /* a pixel's, as Excel shows a picture that names no size */
    const double scale = fmin(width / (picture->width * points), height / (picture->height * points));
    lxw_image_options options = {
        .x_offset = PICTURE_OFFSET,
        .y_offset = PICTURE_OFFSET,
        .x_scale = scale,
        .y_scale = scale,
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .description = guard_description(sheet->book->arena, alt),
    };
    if (sheet->handle)
        xlsx_check(sheet->book, worksheet_insert_image_buffer_opt(sheet->handle, row, column,
                                                                  (const unsigned char *)picture->png.data,
                                                                  picture->png.size, &options));
}

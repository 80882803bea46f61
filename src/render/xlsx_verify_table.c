#include "xlsx_verify_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <xlsxwriter.h>

/* ---- Tables ---- */

/* The tables are numbered through the sheets, in the order they were added; NULL: there is none left. */
static const struct written_table *table_number(const struct verification *verification, size_t number)
{
    for (size_t i = 0; i < verification->sheet_count; i++) {
        const struct written_sheet *sheet = &verification->sheets[i];
        if (number < sheet->table_count)
            return &sheet->tables[number];
        number -= sheet->table_count;
    }
    return NULL;
}

/* Letters of ASCII, digits and _, no digit first; not the name of a cell. */
static bool is_table_name(const char *name)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    static const char digits[] = "0123456789";
    enum { LONGEST = 255, CELL_LETTERS = 3 };
    const size_t size = strlen(name), front = strspn(name, letters);
    if (!size || size > LONGEST || strchr(digits, name[0]))
        return false;
    for (const char *c = name; *c; c++)
        if (!strchr(letters, *c) && !strchr(digits, *c) && *c != '_')
            return false;
    return front > CELL_LETTERS || front + strspn(name + front, digits) < size;
}

static bool is_taken(const struct verification *verification, const char *name)
{
    for (size_t i = 0; i < verification->tables; i++)
        if (strcasecmp(table_number(verification, i)->name, name) == 0)
            return true;
    return false;
}

static bool is_attribute(const XML_Char **attributes, const char *name, const char *value)
{
    const char *found = attribute_of(attributes, name);
    return found && strcmp(found, value) == 0;
}

static void check_table(struct verification *verification, const XML_Char **attributes)
{
    enum { PLACE = 2 * LXW_MAX_CELL_NAME_LENGTH };
    char place[PLACE];
    const struct written_table *table = table_number(verification, verification->tables);
    verification->table = table;
    verification->columns = 0;
    if (!table) {
        verification_fail(verification, "der er en tabel for meget");
        return;
    }
    lxw_rowcol_to_range(place, table->header_row, 0, table->last_row, (lxw_col_t)(table->column_count - 1));
    if (!is_attribute(attributes, "name", table->name) ||
        !is_attribute(attributes, "displayName", table->name))
        verification_fail(verification, "en tabel hedder noget andet");
    else if (!is_table_name(table->name))
        verification_fail(verification, "en tabel har et navn, som Excel ikke tager imod");
    else if (is_taken(verification, table->name))
        verification_fail(verification, "to tabeller hedder det samme");
    if (!is_attribute(attributes, "ref", place) || table->last_row <= table->header_row ||
        table->last_row >= LXW_ROW_MAX)
        verification_fail(verification, "en tabel dækker andre celler");
}

static void check_column(struct verification *verification, const XML_Char **attributes)
{
    const struct written_table *table = verification->table;
    const size_t column = verification->columns++;
    if (!table || column >= table->column_count ||
        !is_attribute(attributes, "name", table->headings[column])) {
        verification_fail(verification, "en kolonne i en tabel hedder noget andet");
        return;
    }
    for (size_t i = 0; i < column; i++)
        if (strcasecmp(table->headings[i], table->headings[column]) == 0)
            verification_fail(verification, "to kolonner i en tabel hedder det samme");
}

void table_start(struct verification *verification, const char *name, const XML_Char **attributes)
{
    if (strcmp(name, "table") == 0)
        check_table(verification, attributes);
    else if (strcmp(name, "tableColumn") == 0)
        check_column(verification, attributes);
}

void table_finish(struct verification *verification)
{
    if (verification->table && verification->columns != verification->table->column_count)
        verification_fail(verification, "en tabel mangler en kolonne");
    verification->tables++;
}

/* ---- Shared strings ---- */

static int by_number(const void *a, const void *b)
{
    const struct wanted_string *one = a, *other = b;
    return one->number < other->number ? -1 : one->number > other->number;
}

static bool is_wanted(const struct verification *verification)
{
    return verification->wanted_met < verification->wanted_count &&
           verification->wanted[verification->wanted_met].number == verification->strings;
}

void strings_start(struct verification *verification, const char *name, const XML_Char **attributes)
{
    if (strcmp(name, "sst") == 0) {
        const char *count = attribute_of(attributes, "uniqueCount");
        verification->strings_promised = count ? strtol(count, NULL, 10) : -1;
        if (verification->wanted_count)
            qsort(verification->wanted, verification->wanted_count, sizeof *verification->wanted, by_number);
    } else if (strcmp(name, "si") == 0 && is_wanted(verification)) {
        verification->in_text = true;
        verification->text.size = 0;
    }
}

void strings_end(struct verification *verification, const char *name)
{
    if (strcmp(name, "si") != 0)
        return;
    if (verification->in_text)
        buffer_add_byte(&verification->text, '\0');
    for (; is_wanted(verification); verification->wanted_met++)
        if (strcmp(verification->text.data, verification->wanted[verification->wanted_met].text) != 0)
            verification_fail(verification, "en tabel har en anden overskrift i arket");
    verification->in_text = false;
    verification->strings++;
}

void strings_finish(struct verification *verification)
{
    if (verification->strings_promised >= 0 &&
        (size_t)verification->strings_promised != verification->strings)
        verification_fail(verification, "der mangler tekster");
}

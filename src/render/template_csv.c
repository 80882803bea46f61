#include "template_csv.h"

#include "csv_write.h"
#include "text_da.h"

#include <string.h>

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";
static const char LINE_END[] = "\r\n";

void template_csv(struct buffer *buffer, const struct table_schema *schema)
{
    buffer_add_text(buffer, BYTE_ORDER_MARK);
    for (size_t i = 0; i < schema->column_count; i++) {
        if (i)
            buffer_add_byte(buffer, ';');
        buffer_add_text(buffer, schema->columns[i].name);
    }
    buffer_add_text(buffer, LINE_END);
}

static void add_date(struct buffer *buffer, day_number day)
{
    if (day != DAY_NONE)
        danish_short_date(buffer, day);
}

static void add_code(struct buffer *buffer, const struct code_list *list, const struct code *code,
                     bool is_outcome)
{
    csv_add_field(buffer, list->name);
    buffer_add_byte(buffer, ';');
    csv_add_field(buffer, code->code);
    buffer_add_byte(buffer, ';');
    csv_add_field(buffer, code->name);
    buffer_format(buffer, ";%d;", code->order);
    if (is_outcome)
        buffer_add_text(buffer, code->positive ? "ja" : "nej");
    buffer_add_byte(buffer, ';');
    csv_add_field(buffer, code->group);
    buffer_add_byte(buffer, ';');
    add_date(buffer, code->valid_from);
    buffer_add_byte(buffer, ';');
    add_date(buffer, code->valid_to);
    buffer_add_text(buffer, LINE_END);
}

void template_codes_csv(struct buffer *buffer, const struct code_lists *codes)
{
    buffer_add_text(buffer, BYTE_ORDER_MARK);
    buffer_add_text(buffer, "liste;kode;navn;raekkefoelge;positiv;gruppe;gyldig_fra;gyldig_til");
    buffer_add_text(buffer, LINE_END);
    for (size_t i = 0; i < codes->count; i++) {
        const struct code_list *list = &codes->lists[i];
        for (size_t j = 0; !list->fixed && j < list->count; j++)
            add_code(buffer, list, &list->codes[j], i == CODES_OUTCOME);
    }
}

static void add_setting(struct buffer *buffer, const struct setting_schema *setting)
{
    buffer_format(buffer, "; %s%s%s", setting->help, setting->required ? "" : " (kan udelades)", LINE_END);
    if (setting->required)
        buffer_format(buffer, ";   for eksempel: %s%s%s =%s", setting->example, LINE_END, setting->key,
                      LINE_END);
    else
        buffer_format(buffer, ";%s = %s%s", setting->key, setting->example, LINE_END);
}

void template_settings(struct buffer *buffer)
{
    size_t count;
    const struct setting_schema *settings = setting_schemas(&count);
    const char *section = "";
    buffer_format(buffer, "; rapport.ini: hvem rapporten er til, og hvad den handler om.%s", LINE_END);
    buffer_format(buffer, "; Linjer, der begynder med semikolon, er forklaringer og læses ikke.%s", LINE_END);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(section, settings[i].section) != 0)
            buffer_format(buffer, "%s[%s]%s", LINE_END, settings[i].section, LINE_END);
        section = settings[i].section;
        add_setting(buffer, &settings[i]);
    }
}

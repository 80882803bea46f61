/*
 * Building documents: sections, tables row by row, sentences span by span.
 *
 * Functions that add something return it, to be filled in; it stays where it is until the next thing of the
 * same kind is added to the same owner. (Tables and charts never move.)
 */
#ifndef AARSRAPPORT_BUILD_H
#define AARSRAPPORT_BUILD_H

#include "model.h"

/* "Slagelse Kommune"; a name that has the word, as in "Bornholms Regionskommune" or "Kommune 01", as it is.
 */
struct sv municipality_title(struct arena *arena, struct sv name);

struct document *document_create(struct arena *arena, const struct figures *figures);
struct section *document_add_section(struct document *document, const char *id, struct sv title);

void section_add_heading(struct document *document, struct section *section, int level, struct sv text);
struct paragraph *section_add_paragraph(struct document *document, struct section *section,
                                        enum paragraph_look look);
struct list *section_add_list(struct document *document, struct section *section);
struct paragraph *list_add_item(struct document *document, struct list *list);
struct table *section_add_table(struct document *document, struct section *section, const char *id,
                                const char *sheet, struct sv title, const struct table_column *columns,
                                size_t column_count);
/* Sets the block added last before the one before it: a chart before its table. */
void section_put_last_first(struct section *section);
const struct table *document_table(const struct document *document, struct sv id); /* NULL: none */
struct chart *section_add_chart(struct document *document, struct section *section, const char *id,
                                struct sv title, enum chart_kind kind, const struct table *table);

/* A row of empty cells at the end. */
struct table_row *table_add_row(struct document *document, struct table *table, enum row_kind kind);
uint8_t table_add_note(struct table *table, struct sv note); /* its 1-based index */
/* Not chart_add_series: libxlsxwriter has a function of that name, and two in one program crash. */
void chart_draw_column(struct chart *chart, uint16_t column, enum series_look look);

/* Cells. */
struct cell cell_of_text(struct sv text);
struct cell cell_of_text_or_empty(struct sv text); /* without text an empty cell */
struct cell cell_of_text_or_none(struct sv text);  /* without text one that says that there is no value */
struct cell cell_of_day(day_number day);           /* DAY_NONE: no value */
struct cell cell_of_value(struct ratio value, enum value_format format);
struct cell cell_of_figure(const struct figures *figures, struct figure_key key, enum value_format format);
/* A share whose decimals follow from how many rows `base` counts. */
struct cell cell_of_share(const struct figures *figures, struct figure_key key, struct figure_key base);

/* Sentences. */
void paragraph_add(struct document *document, struct paragraph *paragraph, struct cell span);
void paragraph_add_text(struct document *document, struct paragraph *paragraph, const char *text);
void paragraph_add_sv(struct document *document, struct paragraph *paragraph, struct sv text);

#endif

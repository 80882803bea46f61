/*
 * Which sections a report has, in which order.
 *
 * document_compose writes the cover and calls each section of the report's list; a section is one function in
 * a file of its own (section_*.c) that appends blocks. A section that has nothing to say appends none and is
 * left out of the document.
 */
#ifndef AARSRAPPORT_COMPOSE_H
#define AARSRAPPORT_COMPOSE_H

#include "build.h"
#include "diag.h"

enum report_kind { REPORT_YEAR, REPORT_HALF_YEAR, REPORT_EVALUATION, REPORT_EFFECT, REPORT_SURVEY };
enum { REPORT_KINDS = 5 };

struct correction;

struct report_request {
    enum report_kind kind;
    day_number date;    /* of the document */
    bool rows_left_out; /* --udelad-fejl: say so, with their number */
    const char *program_version;
    unsigned version;                    /* of the report; from 2 on the cover says that it is corrected */
    struct sv reason;                    /* why; empty: not said */
    struct sv data_book;                 /* the file of the data behind the report; empty: none */
    const struct correction *correction; /* correction.h: what the version before was; NULL: none */
};

/* "Version 2, rettet den 12. januar 2025"; empty for the first version. */
struct sv version_line(const struct report_request *request, struct arena *arena);

/* "2024", "1. halvår 2024" with spaces that do not break. */
struct sv title_period(struct arena *arena, const struct period *period);

/* "Begrundelse: Et job manglede."; empty for the first version and where no reason was given. */
struct sv reason_line(const struct report_request *request, struct arena *arena);

/* What a section is written from. */
struct section_context {
    struct document *document;
    struct figures *figures; /* not const: codes in keys are interned on the way */
    const struct data_set *data;
    struct diag *diag; /* placeholders in texts that name no figure are found while composing */
    const struct report_request *request;
};

struct document *document_compose(const struct report_request *request, struct figures *figures,
                                  struct diag *diag, struct arena *arena);

/*
 * The agreements' workbook, a working book: an overview and a section (a sheet) per agreement. With an
 * agreement's row instead of ALL_AGREEMENTS that agreement alone, with nothing of the others in it.
 */
struct document *agreements_book_compose(const struct report_request *request, struct figures *figures,
                                         struct diag *diag, struct arena *arena, uint32_t agreement);

/* Whether there is anything to tell of the agreement: it was in force, or had courses or answers. */
bool agreements_book_tells_of(const struct report_request *request, struct figures *figures,
                              uint32_t agreement);

/* The paper for the committee's agenda (sagsfremstilling): headings, text and lists only. */
struct document *case_paper_compose(const struct report_request *request, struct figures *figures,
                                    struct diag *diag, struct arena *arena);

/* The list of findings as a working book: one section and one table per file. */
struct document *document_of_findings(const struct diag *diag, const struct data_set *data, day_number date,
                                      struct arena *arena);

#endif

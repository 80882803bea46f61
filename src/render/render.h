/*
 * Renderers: a released document in, one file out.
 *
 * Each format is one file (render_pdf.c, render_xlsx.c, render_text.c) and one line in the list. A renderer
 * places what the document says and computes no number. It writes to a path in the run's staging folder,
 * never to a final name, and returns false with a Danish sentence in *fault when anything could not be
 * written.
 */
#ifndef AARSRAPPORT_RENDER_H
#define AARSRAPPORT_RENDER_H

#include "diag.h"
#include "release.h"
#include "schema.h"
#include "style.h"

struct render_job {
    const struct released_document *document;
    const struct style *style;
    const char *path;             /* file to write; must not exist */
    const char *temporary_folder; /* exists, ours: for a library's temporary files */
    struct arena *arena;
    struct diag *diag; /* characters that a font lacks */
    bool untagged;     /* a PDF that nobody should publish, for measuring what its tags cost */
};

struct renderer {
    const char *suffix; /* ".pdf" */
    bool (*write)(const struct render_job *job, struct sv *fault);
};

const struct renderer *renderers(size_t *count);

bool render_pdf(const struct render_job *job, struct sv *fault);
bool render_xlsx(const struct render_job *job, struct sv *fault);

/* The report as plain text, 100 columns wide: what --tekst prints, and the form of the golden tests. */
void render_text(struct buffer *buffer, const struct released_document *document);

/* The case paper as plain text to paste into a case system: a line a paragraph, whatever its length. */
void render_case_text(struct buffer *buffer, const struct released_document *document);

/*
 * The input templates as one workbook: a sheet per table with header, column help, drop-down lists from the
 * code lists, date and number validation, and a first sheet that explains.
 */
bool render_templates(const char *path, const char *temporary_folder, const struct code_lists *codes,
                      struct arena *arena, struct sv *fault);

#endif

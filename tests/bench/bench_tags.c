/*
 * What the tags of a PDF cost: the same report of about 40 pages with its tags and without, in turn.
 * Usage: bench_tags TAGGED.pdf UNTAGGED.pdf [rounds]
 * Prints the median milliseconds of processor time of each, from the released document to the file.
 */
#include "build.h"
#include "render.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { DEFAULT_ROUNDS = 31, MOST_ROUNDS = 1001, CHAPTERS = 13, ROWS = 30, YEARS = 8 };

static const char sentence[] =
    "Årsnormen på 30 job blev nået i august, og ved årets udgang var der skabt 47 job i de virksomheder og "
    "initiativer, der havde en aftale med kommunen. ";

static const struct table_column columns[] = {
    {.heading = SV("Udfald"), .format = FORMAT_TEXT},    {.heading = SV("Antal"), .format = FORMAT_COUNT},
    {.heading = SV("Beløb"), .format = FORMAT_AMOUNT},   {.heading = SV("Andel"), .format = FORMAT_SHARE},
    {.heading = SV("Ændring"), .format = FORMAT_CHANGE},
};

static struct table *add_table(struct document *document, struct section *section, int chapter, int rows)
{
    struct arena *arena = document->arena;
    struct table *table =
        section_add_table(document, section, sv_text(arena, sv_format(arena, "tabel%d_%d", chapter, rows)),
                          sv_text(arena, sv_format(arena, "Tabel %d %d", chapter, rows)),
                          sv_of("Udfald af forløb, antal, beløb og andele"), columns, 5);
    for (int i = 0; i < rows; i++) {
        struct table_row *row = table_add_row(document, table, i + 1 < rows ? ROW_BODY : ROW_TOTAL);
        row->cells[0] = cell_of_text(sv_of("Ordinært job efter endt forløb"));
        row->cells[1] = cell_of_value(ratio_whole(i), FORMAT_COUNT);
        row->cells[2] = cell_of_value(ratio_whole(28500 + 17 * i), FORMAT_AMOUNT);
        row->cells[3] = cell_of_value(ratio_of(i, rows), FORMAT_SHARE);
        row->cells[4] = cell_of_value(ratio_whole(i - rows / 2), FORMAT_CHANGE);
    }
    table->source = sv_of("forloeb.csv");
    return table;
}

static void add_paragraph(struct document *document, struct section *section)
{
    struct paragraph *paragraph = section_add_paragraph(document, section, PARAGRAPH_BODY);
    for (int i = 0; i < 6; i++)
        paragraph_add_text(document, paragraph, sentence);
}

/* About three pages. */
static void add_chapter(struct document *document, int chapter)
{
    struct arena *arena = document->arena;
    const struct sv id = sv_format(arena, "kapitel%d", chapter);
    struct section *section = document_add_section(document, sv_text(arena, id), id);
    section->starts_page = true;
    add_paragraph(document, section);
    struct table *table = add_table(document, section, chapter, YEARS);
    struct chart *chart =
        section_add_chart(document, section, "figur", sv_of("Antal efter udfald"), CHART_COLUMNS, table);
    chart->alt = sv_of("Søjlediagram: antal efter udfald.");
    chart_draw_column(chart, 1, SERIES_PLAIN);
    section_add_heading(document, section, 2, sv_of("Efter endt forløb"));
    add_paragraph(document, section);
    add_table(document, section, chapter, ROWS);
    section_add_heading(document, section, 2, sv_of("Læring"));
    struct list *list = section_add_list(document, section);
    for (int i = 0; i < YEARS; i++)
        paragraph_add_text(document, list_add_item(document, list), sentence);
    add_paragraph(document, section);
}

static struct document *make_report(struct arena *arena)
{
    struct document *document = document_create(arena, NULL);
    document->title = sv_of("Årsrapport 2024");
    document->cover.title = sv_of("Årsrapport 2024");
    document->cover.municipality = sv_of("En kommune");
    for (int chapter = 1; chapter <= CHAPTERS; chapter++)
        add_chapter(document, chapter);
    return document;
}

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double time_of(const char *path, bool untagged)
{
    struct arena arena;
    struct diag diag;
    struct sv fault = sv_of("");
    arena_init(&arena, NULL);
    diag_init(&diag, &arena);
    const struct style style = style_of(sv_of(""));
    const struct render_job job = {.document =
                                       document_release(make_report(&arena), EDITION_INTERNAL, &arena),
                                   .style = &style,
                                   .path = path,
                                   .arena = &arena,
                                   .diag = &diag,
                                   .untagged = untagged};
    unlink(path);
    const double begun = milliseconds();
    if (!render_pdf(&job, &fault)) {
        fprintf(stderr, "%.*s\n", SV_ARG(fault));
        exit(EXIT_FAILURE);
    }
    const double taken = milliseconds() - begun;
    arena_free(&arena);
    return taken;
}

static int by_size(const void *a, const void *b)
{
    const double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

int main(int argc, char **argv)
{
    static double times[2][MOST_ROUNDS];
    const int wanted = argc > 3 ? atoi(argv[3]) : DEFAULT_ROUNDS;
    const int rounds = wanted < 1 ? 1 : wanted > MOST_ROUNDS ? MOST_ROUNDS : wanted;
    if (argc < 3)
        return EXIT_FAILURE;
    for (int i = 0; i < rounds; i++) {
        times[0][i] = time_of(argv[1], false);
        times[1][i] = time_of(argv[2], true);
    }
    for (int kind = 0; kind < 2; kind++) {
        qsort(times[kind], (size_t)rounds, sizeof *times[kind], by_size);
        printf("%.2f\n", times[kind][rounds / 2]);
    }
    return EXIT_SUCCESS;
}

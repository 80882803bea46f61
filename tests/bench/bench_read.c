/*
 * How long reading a data folder takes, from bytes to checked and linked records, and then counting the
 * figures of 2024, against libcsv alone: the same forloeb.csv through libcsv in strict mode with callbacks
 * that do nothing. All are run in turns; the ratios are of the fastest runs. Usage: bench_read FOLDER [RUNS];
 * tools/make_bulk.py makes such a folder.
 */
#include "data_read.h"
#include "figures.h"

#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { DEFAULT_RUNS = 5, PIECE = 256 * 1024, BLOCK = 64 * 1024 };

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void no_cell(void *bytes, size_t size, void *data)
{
    (void)bytes;
    (void)size;
    (void)data;
}

static void no_row(int terminator, void *data)
{
    (void)terminator;
    (void)data;
}

static bool parse_piece(struct csv_parser *parser, const char *piece, size_t size)
{
    for (size_t at = 0; at < size; at += BLOCK) {
        const size_t block = size - at < BLOCK ? size - at : BLOCK;
        if (csv_parse(parser, piece + at, block, no_cell, no_row, NULL) != block)
            return false;
    }
    return true;
}

/* Seconds that libcsv takes for one file; negative when it cannot be read. */
static double time_libcsv(const char *path)
{
    static char piece[PIECE];
    const double start = seconds();
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_EMPTY_IS_NULL);
    csv_set_delim(&parser, ';');
    const int file = open(path, O_RDONLY);
    bool good = file >= 0;
    ssize_t got;
    while (good && (got = read(file, piece, sizeof piece)) > 0)
        good = parse_piece(&parser, piece, (size_t)got);
    csv_fini(&parser, no_cell, no_row, NULL);
    csv_free(&parser);
    if (file >= 0)
        close(file);
    return good ? seconds() - start : -1;
}

/* Seconds; negative when the folder could not be read or counted. */
struct taken {
    double reading;
    double counting;
};

static double time_counting(const struct data_set *data, struct diag *diag, struct arena *arena)
{
    const struct period period = period_of(2024, 0);
    struct figures figures;
    struct sv fault;
    const double start = seconds();
    const bool good = figures_count(&figures, data, &period, diag, arena, &fault);
    return good ? seconds() - start : -1;
}

/* *rows is the number of courses. */
static struct taken time_folder(const char *folder, size_t *rows)
{
    const struct read_request request = {.folder = folder};
    struct arena arena;
    struct data_set data;
    struct diag diag;
    struct sv failure;
    arena_init(&arena, NULL);
    data_set_init(&data, &arena);
    diag_init(&diag, &arena);
    const double start = seconds();
    const enum read_result result = data_read(&data, &request, &diag, &failure);
    struct taken taken = {.reading = seconds() - start};
    *rows = row_count(&data, TABLE_COURSES);
    if (result == READ_FAILED)
        fprintf(stderr, "%.*s\n", SV_ARG(failure));
    taken.counting = result == READ_DONE ? time_counting(&data, &diag, &arena) : -1;
    arena_free(&arena);
    return taken;
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: bench_read FOLDER [RUNS]\n");
        return EXIT_FAILURE;
    }
    char path[4096];
    snprintf(path, sizeof path, "%s/forloeb.csv", argv[1]);
    const int runs = argc > 2 ? (int)strtol(argv[2], NULL, 10) : DEFAULT_RUNS;
    double libcsv = 1e9;
    struct taken fastest = {1e9, 1e9};
    size_t rows = 0;
    for (int i = 0; i < runs; i++) {
        libcsv = least(libcsv, time_libcsv(path));
        const struct taken taken = time_folder(argv[1], &rows);
        fastest.reading = least(fastest.reading, taken.reading);
        fastest.counting = least(fastest.counting, taken.counting);
    }
    if (libcsv < 0 || fastest.counting < 0)
        return EXIT_FAILURE;
    const double both = fastest.reading + fastest.counting;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%zu courses: libcsv alone %.3f s; reading %.3f s, ratio %.2f; reading and counting %.3f s, ratio "
           "%.2f; "
           "at most %ld MiB resident\n",
           rows, libcsv, fastest.reading, fastest.reading / libcsv, both, both / libcsv,
           usage.ru_maxrss / 1024);
    return EXIT_SUCCESS;
}

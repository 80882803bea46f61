/*
 * The least that reading a CSV file with libcsv can cost: strict mode and callbacks that do nothing, as a
 * process of its own, so that it can be timed like the program. Usage: peer_read FILE
 */
#include <csv.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 };

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

static bool read_all(int file, struct csv_parser *parser)
{
    static char piece[PIECE];
    ssize_t got;
    while ((got = read(file, piece, sizeof piece)) > 0)
        if (csv_parse(parser, piece, (size_t)got, no_cell, no_row, NULL) != (size_t)got)
            return false;
    return got == 0 && csv_fini(parser, no_cell, no_row, NULL) == 0;
}

int main(int argc, char *argv[])
{
    struct csv_parser parser;
    const int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    if (file < 0 ||
        csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_EMPTY_IS_NULL) != 0) {
        fputs("usage: peer_read FILE\n", stderr);
        return EXIT_FAILURE;
    }
    csv_set_delim(&parser, ';');
    const bool good = read_all(file, &parser);
    csv_free(&parser);
    close(file);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

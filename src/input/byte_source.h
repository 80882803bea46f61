/*
 * The bytes of one input file, read once from one descriptor, counted and hashed.
 *
 * Open, read pieces until one is empty and hash each of them in order, close. A link, folder or pipe in the
 * file's place, a file that cannot be read and one that changes while it is read are failures: functions
 * return false and *failure is a Danish sentence in the arena that says what and which file.
 */
#ifndef AARSRAPPORT_BYTE_SOURCE_H
#define AARSRAPPORT_BYTE_SOURCE_H

#include "arena.h"
#include "data_set.h"
#include "progress.h"
#include "sha256.h"
#include "sv.h"

#include <stdbool.h>
#include <sys/stat.h>
#include <sys/types.h>

struct byte_source {
    struct arena *arena;
    struct sv name;
    int descriptor; /* -1: bytes in memory */
    struct stat before;
    struct sha256 *digest;
    int error;                /* errno of a read that failed */
    struct sv memory;         /* what is left of it */
    uint64_t size;            /* bytes read so far */
    uint64_t hashed;          /* bytes hashed so far, which is what progress is told of */
    struct progress progress; /* may be set once the source is open; of a file only */
};

/* Opens `name` in an open folder. `name` must live as long as the run. */
bool byte_source_open(struct byte_source *source, struct arena *arena, int folder, struct sv name,
                      struct sv *failure);

/* Bytes that are in memory already, for tests. They must outlive the source. */
bool byte_source_of(struct byte_source *source, struct arena *arena, struct sv bytes, struct sv *failure);

/* How much to read at a time: 256 KiB, or the whole of a smaller file and one byte. */
size_t byte_source_piece(const struct byte_source *source);

/*
 * Reads the next piece into memory of `room` bytes; *size is 0 at the end. Touches neither arena
 * nor digest, so another thread may hash what has been read before. False: see byte_source_failure.
 */
bool byte_source_read(struct byte_source *source, unsigned char *piece, size_t room, size_t *size);
struct sv byte_source_failure(const struct byte_source *source);

/* How many bytes are yet to be read, by the size the file had when it was opened. */
uint64_t byte_source_left(const struct byte_source *source);

void byte_source_hash(struct byte_source *source, struct sv piece);

/* Ends the reading; fills in the file's size and SHA-256. Always gives the descriptor back. */
bool byte_source_close(struct byte_source *source, struct input_file *file, struct sv *failure);

/* Why something could not be read, by its errno, in Danish: "adgang nægtet". */
const char *read_error_da(int error);

#endif

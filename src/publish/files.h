/*
 * Small file operations in which no error goes unseen. Faults are Danish sentences in the arena.
 */
#ifndef AARSRAPPORT_FILES_H
#define AARSRAPPORT_FILES_H

#include "sha256.h"
#include "sv.h"

#include <stdbool.h>

/* Whether there is anything of that name; errno tells why not. */
bool path_is_there(const char *path);

/* Whether there is a folder of that name, not a link to one; errno tells why not: ELOOP for a link, ENOTDIR
 * for a file. */
bool folder_is_there(const char *path);

/* Writes all of it, also in several pieces; errno tells why not. */
bool bytes_write(int descriptor, struct sv bytes);

/* Writes a new file and flushes it to disk. It must not exist. */
bool file_write(const char *path, struct sv content, struct arena *arena, struct sv *fault);

/* Reads a whole file of at most `most` bytes; false also for what is no file, or a link to one, or larger:
 * errno is 0 then, else it tells why not. */
bool file_read(const char *path, size_t most, struct sv *text, struct arena *arena);

/* The SHA-256 of a file and its size in bytes. */
bool file_digest(const char *path, unsigned char digest[SHA256_BYTES], uint64_t *size, struct arena *arena,
                 struct sv *fault);

/* Makes a folder and those above it; one that is there already is fine. */
bool folder_make(const char *path, struct arena *arena, struct sv *fault);

/* Flushes a folder's list of names, or a file, to disk. */
bool path_sync(const char *path, struct arena *arena, struct sv *fault);

/* Flushes every file in a folder (one level) and the folder itself. */
bool folder_sync(const char *path, struct arena *arena, struct sv *fault);

/* The names in a folder that begin with `prefix`, in bytewise order; returns how many, 0 where there is no
 * folder. errno is 0 when these are all, else it tells why the folder cannot be read to its end. */
size_t folder_names(const char *path, struct sv prefix, struct sv **names, struct arena *arena);

/* Removes a folder and all in it; what cannot be removed stays. Never follows links, nor is a link to a
 * folder one. */
void folder_remove(const char *path, struct arena *arena);

/* "Kan ikke skrive »path«: der er ikke mere plads på disken. Frigør plads, og kør igen." for the current
 * errno. */
struct sv file_fault(struct arena *arena, const char *what, const char *path);

#endif

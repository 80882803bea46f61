#include "byte_source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

const char *read_error_da(int error)
{
    switch (error) {
    case ENOENT:
        return "den findes ikke";
    case EACCES:
    case EPERM:
        return "adgang nægtet";
    case ELOOP:
        return "den er en genvej (symbolsk lænke) og ikke selve filen";
    case ENOTDIR:
        return "en del af stien er ikke en mappe";
    case EISDIR:
        return "den er en mappe";
    case EIO:
        return "disken melder fejl";
    case EMFILE:
    case ENFILE:
        return "for mange åbne filer";
    case ENAMETOOLONG:
        return "navnet er for langt";
    case ENOMEM:
        return "der er ikke mere hukommelse";
    default:
        return "systemet melder fejl";
    }
}

static bool fail(const struct byte_source *source, const char *why, struct sv *failure)
{
    *failure = sv_format(source->arena, "Filen %.*s kan ikke læses: %s.", SV_ARG(source->name), why);
    return false;
}

static bool start_digest(struct byte_source *source, struct sv *failure)
{
    source->digest = sha256_begin();
    if (!source->digest)
        return fail(source, "SHA-256 er ikke til rådighed", failure);
    return true;
}

static void release(struct byte_source *source)
{
    if (source->digest)
        sha256_end(source->digest, NULL);
    source->digest = NULL;
    if (source->descriptor >= 0)
        close(source->descriptor);
    source->descriptor = -1;
}

/* O_NONBLOCK so that a pipe in the file's place does not hold the program up. */
static bool open_regular(struct byte_source *source, int folder, struct sv *failure)
{
    const int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    source->descriptor = openat(folder, sv_text(source->arena, source->name), flags);
    if (source->descriptor < 0)
        return fail(source, read_error_da(errno), failure);
    if (fstat(source->descriptor, &source->before) != 0)
        return fail(source, read_error_da(errno), failure);
    if (S_ISDIR(source->before.st_mode))
        return fail(source, read_error_da(EISDIR), failure);
    if (!S_ISREG(source->before.st_mode))
        return fail(source, "den er ikke en almindelig fil", failure);
    return true;
}

bool byte_source_open(struct byte_source *source, struct arena *arena, int folder, struct sv name,
                      struct sv *failure)
{
    *source = (struct byte_source){.arena = arena, .name = name, .descriptor = -1};
    if (!open_regular(source, folder, failure) || !start_digest(source, failure)) {
        release(source);
        return false;
    }
    return true;
}

bool byte_source_of(struct byte_source *source, struct arena *arena, struct sv bytes, struct sv *failure)
{
    *source = (struct byte_source){.arena = arena, .name = sv_of("data"), .descriptor = -1, .memory = bytes};
    return start_digest(source, failure);
}

size_t byte_source_piece(const struct byte_source *source)
{
    enum { PIECE = 256 * 1024 };
    const uint64_t left = byte_source_left(source);
    return left < PIECE ? (size_t)left + 1 : PIECE;
}

static bool read_memory(struct byte_source *source, unsigned char *piece, size_t room, size_t *size)
{
    const struct sv part = sv_slice(source->memory, 0, room);
    source->memory = sv_slice(source->memory, part.size, SIZE_MAX);
    if (part.size)
        memcpy(piece, part.data, part.size);
    *size = part.size;
    return true;
}

static bool read_descriptor(struct byte_source *source, unsigned char *piece, size_t room, size_t *size)
{
    ssize_t got;
    do
        got = read(source->descriptor, piece, room);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        source->error = errno;
    *size = got < 0 ? 0 : (size_t)got;
    return got >= 0;
}

bool byte_source_read(struct byte_source *source, unsigned char *piece, size_t room, size_t *size)
{
    const bool good = source->descriptor < 0 ? read_memory(source, piece, room, size)
                                             : read_descriptor(source, piece, room, size);
    source->size += *size;
    return good;
}

struct sv byte_source_failure(const struct byte_source *source)
{
    struct sv failure;
    fail(source, read_error_da(source->error), &failure);
    return failure;
}

uint64_t byte_source_left(const struct byte_source *source)
{
    if (source->descriptor < 0)
        return source->memory.size;
    const uint64_t size = (uint64_t)source->before.st_size;
    return size > source->size ? size - source->size : 0;
}

void byte_source_hash(struct byte_source *source, struct sv piece)
{
    if (piece.size)
        sha256_add(source->digest, piece.data, piece.size);
    source->hashed += piece.size;
    if (source->progress.tell)
        source->progress.tell(source->progress.context, source->name, source->hashed,
                              (uint64_t)source->before.st_size);
}

static bool is_unchanged(const struct byte_source *source)
{
    struct stat after;
    if (source->descriptor < 0)
        return true;
    return fstat(source->descriptor, &after) == 0 && after.st_size == source->before.st_size &&
           (uint64_t)after.st_size == source->size && after.st_mtim.tv_sec == source->before.st_mtim.tv_sec &&
           after.st_mtim.tv_nsec == source->before.st_mtim.tv_nsec;
}

bool byte_source_close(struct byte_source *source, struct input_file *file, struct sv *failure)
{
    bool good = true;
    sha256_end(source->digest, file->sha256);
    source->digest = NULL;
    if (!is_unchanged(source))
        good = fail(source, "den blev ændret, mens den blev læst; prøv igen", failure);
    file->size = source->size;
    release(source);
    return good;
}

#include "byte_source.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 256 * 1024 };

const char *system_error_da(int error)
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
    source->digest = EVP_MD_CTX_new();
    if (!source->digest || EVP_DigestInit_ex(source->digest, EVP_sha256(), NULL) != 1)
        return fail(source, "SHA-256 er ikke til rådighed", failure);
    return true;
}

static void release(struct byte_source *source)
{
    EVP_MD_CTX_free(source->digest);
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
        return fail(source, system_error_da(errno), failure);
    if (fstat(source->descriptor, &source->before) != 0)
        return fail(source, system_error_da(errno), failure);
    if (S_ISDIR(source->before.st_mode))
        return fail(source, system_error_da(EISDIR), failure);
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
    source->piece = arena_alloc(arena, PIECE);
    return true;
}

bool byte_source_of(struct byte_source *source, struct arena *arena, struct sv bytes, struct sv *failure)
{
    *source = (struct byte_source){.arena = arena, .name = sv_of("data"), .descriptor = -1, .memory = bytes};
    return start_digest(source, failure);
}

static ssize_t read_descriptor(const struct byte_source *source)
{
    ssize_t got;
    do
        got = read(source->descriptor, source->piece, PIECE);
    while (got < 0 && errno == EINTR);
    return got;
}

static bool next_piece(struct byte_source *source, struct sv *piece, struct sv *failure)
{
    if (source->descriptor < 0) {
        *piece = sv_slice(source->memory, 0, PIECE);
        source->memory = sv_slice(source->memory, piece->size, SIZE_MAX);
        return true;
    }
    const ssize_t got = read_descriptor(source);
    if (got < 0)
        return fail(source, system_error_da(errno), failure);
    *piece = (struct sv){(const char *)source->piece, (size_t)got};
    return true;
}

bool byte_source_read(struct byte_source *source, struct sv *piece, struct sv *failure)
{
    if (!next_piece(source, piece, failure))
        return false;
    source->size += piece->size;
    if (piece->size && EVP_DigestUpdate(source->digest, piece->data, piece->size) != 1)
        return fail(source, "SHA-256 kan ikke beregnes", failure);
    return true;
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
    if (EVP_DigestFinal_ex(source->digest, file->sha256, NULL) != 1)
        good = fail(source, "SHA-256 kan ikke beregnes", failure);
    else if (!is_unchanged(source))
        good = fail(source, "den blev ændret, mens den blev læst; prøv igen", failure);
    file->size = source->size;
    release(source);
    return good;
}

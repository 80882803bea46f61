#include "logo.h"

#include "buffer.h"
#include "byte_source.h"
#include "text_clean.h"

#include <fcntl.h>
#include <png.h>
#include <string.h>
#include <sys/stat.h>

enum {
    CHANNELS = 3,
    LARGEST_FILE = 4 * 1024 * 1024,
    LONGEST_SIDE = 4000,
    PRINTED_WIDTH = 900, /* pixels; more than that is not to be seen on the cover */
    PRINTED_HEIGHT = 400
};

static const struct sv nothing = {0};

/* ---- the name ---- */

/* A file of the data folder or of a folder in it, by no link. */
static bool is_file_of(struct arena *arena, int folder, struct sv path)
{
    struct sv rest = path;
    struct sv part;
    bool good = path.size > 0;
    while (good && sv_split(&rest, '/', &part)) {
        const struct sv so_far = sv_slice(path, 0, (size_t)(part.data + part.size - path.data));
        const bool last = so_far.size == path.size;
        struct stat found;
        good = part.size && !sv_is(part, "..") &&
               fstatat(folder, sv_text(arena, so_far), &found, AT_SYMLINK_NOFOLLOW) == 0 &&
               (last ? S_ISREG(found.st_mode) : S_ISDIR(found.st_mode));
    }
    return good;
}

/* ---- the bytes ---- */

static bool read_bytes(struct byte_source *source, struct buffer *bytes, struct sv *failure)
{
    const size_t room = byte_source_piece(source);
    unsigned char *piece = arena_alloc(source->arena, room);
    size_t size;
    do {
        if (!byte_source_read(source, piece, room, &size)) {
            *failure = byte_source_failure(source);
            return false;
        }
        const struct sv view = {(const char *)piece, size};
        byte_source_hash(source, view);
        if (bytes->size <= LARGEST_FILE)
            buffer_add(bytes, view);
    } while (size);
    return true;
}

static bool read_file(struct data_set *data, int folder, struct sv name, struct buffer *bytes,
                      struct sv *failure)
{
    struct byte_source source;
    struct sv closing = nothing;
    struct input_file *file = data_set_add_file(data, name);
    if (!byte_source_open(&source, data->arena, folder, name, failure))
        return false;
    const bool good = read_bytes(&source, bytes, failure);
    return byte_source_close(&source, file, good ? failure : &closing) && good;
}

/* ---- the picture ---- */

static const struct picture *refuse(struct diag *diag, enum diag_code code, struct sv file)
{
    diag_value(diag, code, (struct place){.file = file}, nothing);
    return NULL;
}

/* How many pixels of the file become one, in each direction. */
static uint32_t pixels_in_one(uint32_t width, uint32_t height)
{
    const uint32_t across = (width + PRINTED_WIDTH - 1) / PRINTED_WIDTH;
    const uint32_t down = (height + PRINTED_HEIGHT - 1) / PRINTED_HEIGHT;
    return across > down ? across : down;
}

/* Of one channel over a rectangle. */
static unsigned char mean_of(const unsigned char *first, size_t row_size, size_t width, size_t height)
{
    size_t sum = 0;
    size_t count = 0;
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < width; x++, count++)
            sum += first[y * row_size + x * CHANNELS];
    return (unsigned char)(count ? (sum + count / 2) / count : 0);
}

static size_t at_most(size_t value, size_t limit)
{
    return value < limit ? value : limit;
}

static void shrink(const png_image *image, const unsigned char *pixels, size_t step,
                   const struct picture *picture, unsigned char *out)
{
    const size_t row_size = (size_t)image->width * CHANNELS;
    for (size_t y = 0; y < picture->height; y++)
        for (size_t x = 0; x < picture->width; x++)
            for (size_t channel = 0; channel < CHANNELS; channel++)
                *out++ =
                    mean_of(pixels + y * step * row_size + x * step * CHANNELS + channel, row_size,
                            at_most(step, image->width - x * step), at_most(step, image->height - y * step));
}

/* Room for twice the pixels: deflate makes what it cannot shorten longer by far less. */
static bool pack(struct picture *picture, struct arena *arena)
{
    enum { FRAME = 4096 };
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = picture->width,
                       .height = picture->height,
                       .format = PNG_FORMAT_RGB};
    png_alloc_size_t size = 2 * (size_t)picture->width * picture->height * CHANNELS + FRAME;
    char *png = arena_alloc(arena, size);
    const bool good = png_image_write_to_memory(&image, png, &size, 0, picture->pixels, 0, NULL) != 0;
    picture->png = (struct sv){png, size};
    return good;
}

static struct picture *picture_of(struct arena *arena, const png_image *image, const unsigned char *pixels)
{
    const uint32_t step = pixels_in_one(image->width, image->height);
    struct picture *picture = arena_alloc(arena, sizeof *picture);
    picture->width = (image->width + step - 1) / step;
    picture->height = (image->height + step - 1) / step;
    unsigned char *out = arena_array(arena, (size_t)picture->width * CHANNELS, picture->height);
    shrink(image, pixels, step, picture, out);
    picture->pixels = out;
    return pack(picture, arena) ? picture : NULL;
}

/* The open image, on white; NULL: it is broken. The pixels of the file live only as long as this call. */
static struct picture *unpack(png_image *image, struct arena *arena)
{
    static const png_color white = {255, 255, 255};
    struct arena scratch;
    arena_init(&scratch, arena->exhausted);
    image->format = PNG_FORMAT_RGB;
    unsigned char *pixels = arena_array(&scratch, (size_t)image->width * CHANNELS, image->height);
    struct picture *picture = NULL;
    if (png_image_finish_read(image, &white, pixels, 0, NULL))
        picture = picture_of(arena, image, pixels);
    arena_free(&scratch);
    return picture;
}

const struct picture *logo_decode(struct arena *arena, struct diag *diag, struct sv file, struct sv bytes)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (bytes.size > LARGEST_FILE)
        return refuse(diag, DIAG_LOGO_TOO_LARGE, file);
    if (!bytes.size || !png_image_begin_read_from_memory(&image, bytes.data, bytes.size))
        return refuse(diag, DIAG_LOGO_BROKEN, file);
    const bool too_large = image.width > LONGEST_SIDE || image.height > LONGEST_SIDE;
    const struct picture *picture = too_large ? NULL : unpack(&image, arena);
    png_image_free(&image);
    return picture ? picture : refuse(diag, too_large ? DIAG_LOGO_TOO_LARGE : DIAG_LOGO_BROKEN, file);
}

/* A logo made for a dark ground, which nobody can see on the cover. */
static bool is_white(const struct picture *picture)
{
    enum { NEARLY_WHITE = 240 };
    const size_t size = (size_t)picture->width * picture->height * CHANNELS;
    for (size_t i = 0; i < size; i++)
        if (picture->pixels[i] < NEARLY_WHITE)
            return false;
    return true;
}

bool logo_read(struct data_set *data, struct diag *diag, int folder, struct place place, struct sv *failure)
{
    const struct sv name = data->settings.logo;
    struct buffer bytes = buffer_in(data->arena);
    if (!name.size)
        return true;
    if (!is_file_of(data->arena, folder, name)) {
        diag_add(diag, DIAG_SETTING_INVALID, place, text_for_finding(data->arena, name),
                 sv_of("rapport.logo"), sv_of("Læg billedet i datamappen, og skriv dets navn."), nothing);
        return true;
    }
    if (!read_file(data, folder, name, &bytes, failure))
        return false;
    data->logo = logo_decode(data->arena, diag, name, buffer_view(&bytes));
    if (data->logo && is_white(data->logo))
        refuse(diag, DIAG_LOGO_WHITE, name);
    return true;
}

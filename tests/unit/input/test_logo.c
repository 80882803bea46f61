#include "data_folder_fixture.h"
#include "logo.h"

#include <png.h>

static struct fixture f;

static int begin(void **state)
{
    (void)state;
    fixture_init(&f);
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_free(&f);
    return 0;
}

/* A PNG file of pixels with red, green, blue and alpha. */
static struct sv png_of(uint32_t width, uint32_t height, const unsigned char *pixels)
{
    png_image image = {
        .version = PNG_IMAGE_VERSION, .width = width, .height = height, .format = PNG_FORMAT_RGBA};
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    char *bytes = arena_alloc(&f.arena, size);
    assert_int_equal(png_image_write_to_memory(&image, bytes, &size, 0, pixels, 0, NULL), 1);
    return (struct sv){bytes, size};
}

/* Columns of two pixels: black, white, black, … */
static struct sv stripes(uint32_t width, uint32_t height)
{
    unsigned char *pixels = arena_array(&f.arena, (size_t)width * 4, height);
    for (size_t i = 0; i < (size_t)width * height; i++) {
        memset(pixels + i * 4, i % width % 2 ? 255 : 0, 3);
        pixels[i * 4 + 3] = 255;
    }
    return png_of(width, height, pixels);
}

static const struct picture *decode(struct sv bytes)
{
    return logo_decode(&f.arena, &f.diag, sv_of("logo.png"), bytes);
}

static void what_is_transparent_becomes_white(void **state)
{
    static const unsigned char pixels[] = {200, 10, 30, 255, 0, 0, 0, 0};
    static const unsigned char on_white[] = {200, 10, 30, 255, 255, 255};
    (void)state;
    const struct picture *picture = decode(png_of(2, 1, pixels));
    assert_non_null(picture);
    assert_int_equal(picture->width, 2);
    assert_int_equal(picture->height, 1);
    assert_memory_equal(picture->pixels, on_white, sizeof on_white);
}

static void more_pixels_than_are_printed_become_their_mean(void **state)
{
    (void)state;
    const struct picture *picture = decode(stripes(1801, 4));
    assert_non_null(picture);
    assert_int_equal(picture->width, 601);
    assert_int_equal(picture->height, 2);
    assert_int_equal(picture->pixels[0], 85); /* black, white, black */
    assert_int_equal(picture->pixels[3], 170);
    assert_int_equal(picture->pixels[600 * 3], 0); /* the one column that is left */
}

static void the_packed_picture_is_the_same_picture(void **state)
{
    (void)state;
    const struct picture *picture = decode(stripes(1000, 500));
    assert_non_null(picture);
    const struct picture *again = decode(picture->png);
    assert_non_null(again);
    assert_int_equal(again->width, picture->width);
    assert_int_equal(again->height, picture->height);
    assert_memory_equal(again->pixels, picture->pixels, (size_t)picture->width * picture->height * 3);
}

static void nothing_but_pixels_passes(void **state)
{
    enum { BEFORE_TEXT = 33 }; /* signature and header */
    static const char words[] = "\0\0\0\x0FtEXtComment\0Secrets\0\0\0\0";
    struct buffer bytes = buffer_in(&f.arena);
    (void)state;
    const struct sv plain = stripes(6, 6);
    buffer_add(&bytes, sv_slice(plain, 0, BEFORE_TEXT));
    buffer_add(&bytes, (struct sv){words, sizeof words - 1});
    buffer_add(&bytes, sv_slice(plain, BEFORE_TEXT, plain.size));
    const struct picture *one = decode(plain);
    const struct picture *other = decode(buffer_view(&bytes));
    assert_non_null(one);
    assert_non_null(other);
    assert_true(sv_equal(one->png, other->png));
}

static void a_file_that_is_cut_off_anywhere_is_broken(void **state)
{
    (void)state;
    const struct sv whole = stripes(9, 9);
    const size_t needed = whole.size - 12; /* the end mark may be gone */
    for (size_t size = 0; size < needed; size++)
        assert_null(decode(sv_slice(whole, 0, size)));
    assert_int_equal(f.diag.per_code[DIAG_LOGO_BROKEN], needed);
}

static void what_is_no_png_is_broken(void **state)
{
    (void)state;
    assert_null(decode(sv_of("GIF89a")));
    assert_string_equal(findings(&f), "E408 logo.png: Logoet er ikke et helt PNG-billede.\n");
}

static void a_side_may_have_4000_pixels_and_no_more(void **state)
{
    (void)state;
    assert_non_null(decode(stripes(4000, 1)));
    assert_non_null(decode(stripes(1, 4000)));
    assert_string_equal(codes_found(&f), "");
    assert_null(decode(stripes(4001, 1)));
    assert_null(decode(stripes(1, 4001)));
    assert_string_equal(codes_found(&f), "E409:0 E409:0");
}

static void a_file_may_have_4_mib_and_no_more(void **state)
{
    enum { LIMIT = 4 * 1024 * 1024 };
    (void)state;
    const struct sv small = stripes(3, 3);
    char *bytes = arena_alloc(&f.arena, LIMIT + 1);
    memcpy(bytes, small.data, small.size);
    assert_non_null(decode((struct sv){bytes, LIMIT}));
    assert_null(decode((struct sv){bytes, LIMIT + 1}));
    assert_string_equal(codes_found(&f), "E409:0");
}

static void the_logo_of_the_folder_is_read_and_accounted_for(void **state)
{
    struct folder folder;
    struct sv failure = {0};
    (void)state;
    folder_make(&folder);
    const struct sv png = stripes(5, 5);
    const int file = openat(folder.descriptor, "logo.png", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(write(file, png.data, png.size), (ssize_t)png.size);
    close(file);
    f.data.settings.logo = sv_of("logo.png");
    assert_true(logo_read(&f.data, &f.diag, folder.descriptor, (struct place){0}, &failure));
    assert_non_null(f.data.logo);
    assert_int_equal(f.data.file_count, 1);
    assert_int_equal(f.data.files[0].size, png.size);
    assert_false(f.data.files[0].is_table);
    folder_remove(&folder);
}

static void a_white_logo_is_told_for_it_cannot_be_seen(void **state)
{
    static const unsigned char pixels[] = {255, 255, 255, 255, 250, 250, 255, 255};
    struct folder folder;
    struct sv failure = {0};
    (void)state;
    folder_make(&folder);
    const struct sv png = png_of(2, 1, pixels);
    const int file = openat(folder.descriptor, "logo.png", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(write(file, png.data, png.size), (ssize_t)png.size);
    close(file);
    f.data.settings.logo = sv_of("logo.png");
    assert_true(logo_read(&f.data, &f.diag, folder.descriptor, (struct place){0}, &failure));
    assert_string_equal(codes_found(&f), "W415:0");
    folder_remove(&folder);
}

static void a_logo_in_a_folder_behind_a_link_is_refused(void **state)
{
    struct folder folder;
    struct sv failure = {0};
    (void)state;
    folder_make(&folder);
    assert_int_equal(symlinkat(".", folder.descriptor, "billeder"), 0);
    folder_write(&folder, "logo.png", "x");
    f.data.settings.logo = sv_of("billeder/logo.png");
    assert_true(logo_read(&f.data, &f.diag, folder.descriptor, (struct place){.line = 7}, &failure));
    assert_null(f.data.logo);
    assert_string_equal(codes_found(&f), "E403:7");
    folder_remove(&folder);
}

static void a_file_of_more_than_4_mib_is_read_and_refused(void **state)
{
    enum { SIZE = 5 * 1024 * 1024 };
    struct folder folder;
    struct sv failure = {0};
    (void)state;
    folder_make(&folder);
    folder_write(&folder, "logo.png", "x");
    const int file = openat(folder.descriptor, "logo.png", O_WRONLY);
    assert_int_equal(ftruncate(file, SIZE), 0);
    close(file);
    f.data.settings.logo = sv_of("logo.png");
    assert_true(logo_read(&f.data, &f.diag, folder.descriptor, (struct place){0}, &failure));
    assert_null(f.data.logo);
    assert_string_equal(codes_found(&f), "E409:0");
    assert_int_equal(f.data.files[0].size, SIZE);
    folder_remove(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_transparent_becomes_white, begin, end),
        cmocka_unit_test_setup_teardown(more_pixels_than_are_printed_become_their_mean, begin, end),
        cmocka_unit_test_setup_teardown(the_packed_picture_is_the_same_picture, begin, end),
        cmocka_unit_test_setup_teardown(nothing_but_pixels_passes, begin, end),
        cmocka_unit_test_setup_teardown(a_file_that_is_cut_off_anywhere_is_broken, begin, end),
        cmocka_unit_test_setup_teardown(what_is_no_png_is_broken, begin, end),
        cmocka_unit_test_setup_teardown(a_side_may_have_4000_pixels_and_no_more, begin, end),
        cmocka_unit_test_setup_teardown(a_file_may_have_4_mib_and_no_more, begin, end),
        cmocka_unit_test_setup_teardown(the_logo_of_the_folder_is_read_and_accounted_for, begin, end),
        cmocka_unit_test_setup_teardown(a_white_logo_is_told_for_it_cannot_be_seen, begin, end),
        cmocka_unit_test_setup_teardown(a_logo_in_a_folder_behind_a_link_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_file_of_more_than_4_mib_is_read_and_refused, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base_fixture.h"

#include "failing_calls.h"
#include "sha256.h"

#include <errno.h>

/* The example of FIPS 180-4. */
static const char digest_of_abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

static void a_digest_of_pieces_is_that_of_the_whole(void **state)
{
    unsigned char digest[SHA256_BYTES];
    char hex[SHA256_HEX + 1];
    struct sha256 *digesting = sha256_begin();
    (void)state;
    assert_non_null(digesting);
    sha256_add(digesting, "a", 1);
    sha256_add(digesting, "bc", 2);
    sha256_end(digesting, digest);
    sha256_hex(digest, hex);
    assert_string_equal(hex, digest_of_abc);
    sha256_of(sv_of("abc"), digest);
    sha256_hex(digest, hex);
    assert_string_equal(hex, digest_of_abc);
}

static void a_digest_that_cannot_begin_is_none(void **state)
{
    static const enum call calls[] = {CALL_DIGEST_NEW, CALL_DIGEST_INIT};
    (void)state;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        fail_call(calls[i], 1, ENOMEM);
        assert_null(sha256_begin());
        assert_int_equal(end_failures(), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_digest_of_pieces_is_that_of_the_whole),
        cmocka_unit_test(a_digest_that_cannot_begin_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

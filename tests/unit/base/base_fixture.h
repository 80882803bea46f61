/* What every test of the base needs: cmocka, an arena, and short forms. */
#ifndef AARSRAPPORT_BASE_FIXTURE_H
#define AARSRAPPORT_BASE_FIXTURE_H

#include "arena.h"
#include "buffer.h"
#include "sv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define assert_sv(view, text) assert_string_equal(sv_text(&arena, (view)), (text))

/* Pseudo-random numbers that are the same in every run. */
static inline uint64_t next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *state >> 16;
}

#endif

/*
 * SHA-256 (FIPS 180-4) by libcrypto: of files while they are read, and of what was written.
 */
#ifndef AARSRAPPORT_SHA256_H
#define AARSRAPPORT_SHA256_H

#include "sv.h"

enum { SHA256_BYTES = 32, SHA256_HEX = 64 };

struct sha256; /* opaque; libcrypto's memory */

/* Begins a digest; NULL when libcrypto cannot (out of memory). */
struct sha256 *sha256_begin(void);
void sha256_add(struct sha256 *state, const void *data, size_t size);
/* Ends the digest and releases it. Also used to give up: pass digest NULL. */
void sha256_end(struct sha256 *state, unsigned char digest[SHA256_BYTES]);

void sha256_of(struct sv data, unsigned char digest[SHA256_BYTES]);
void sha256_hex(const unsigned char digest[SHA256_BYTES], char hex[SHA256_HEX + 1]);

#endif

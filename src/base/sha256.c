#include "sha256.h"

#include <openssl/evp.h>

/* The opaque type is libcrypto's context under another name, so that no other file sees its headers. */
static EVP_MD_CTX *context(struct sha256 *state)
{
    return (EVP_MD_CTX *)(void *)state;
}

struct sha256 *sha256_begin(void)
{
    EVP_MD_CTX *created = EVP_MD_CTX_new();
    if (created && EVP_DigestInit_ex(created, EVP_sha256(), NULL) != 1) {
        EVP_MD_CTX_free(created);
        return NULL;
    }
    return (struct sha256 *)(void *)created;
}

void sha256_add(struct sha256 *state, const void *data, size_t size)
{
    EVP_DigestUpdate(context(state), data, size);
}

void sha256_end(struct sha256 *state, unsigned char digest[SHA256_BYTES])
{
    if (digest)
        EVP_DigestFinal_ex(context(state), digest, NULL);
    EVP_MD_CTX_free(context(state));
}

void sha256_of(struct sv data, unsigned char digest[SHA256_BYTES])
{
    EVP_Digest(data.data, data.size, digest, NULL, EVP_sha256(), NULL);
}

void sha256_hex(const unsigned char digest[SHA256_BYTES], char hex[SHA256_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < SHA256_BYTES; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[SHA256_HEX] = '\0';
}

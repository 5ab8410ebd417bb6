// The digest functions that work without a provider, so that they cannot be missing; OpenSSL 3 marks them deprecated.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

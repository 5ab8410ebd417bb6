#include <malloc.h>
#include <xlsxwriter.h>

/* glibc declares it under _GNU_SOURCE only, which modules are not built with. */
extern int memfd_create(const char *name, unsigned int flags);

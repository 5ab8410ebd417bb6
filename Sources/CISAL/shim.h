#include <isa-l.h>

// A sum of products, which does not come through as a constant.
enum { ISAL_DEFLATE_LEVEL_1_BUFFER = ISAL_DEF_LVL1_DEFAULT };

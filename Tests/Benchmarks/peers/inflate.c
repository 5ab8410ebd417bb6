/* Inflates every entry of a workbook with ISA-L and checks its CRC, and does nothing with what comes out: the least that
 * any reader of workbooks takes.
 *
 *     cc -O2 -o inflate inflate.c -lisal
 *     ./inflate table.xlsx
 */
#include <isa-l.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t number(const unsigned char *bytes, int count) {
    uint32_t value = 0;
    while (count-- > 0) value = value << 8 | bytes[count];
    return value;
}

int main(int count, char **arguments) {
    FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
    if (!file || fseek(file, 0, SEEK_END) != 0) return 2;
    long size = ftell(file);
    unsigned char *bytes = size > 22 ? malloc((size_t)size) : NULL;
    rewind(file);
    if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) return 2;
    /* Without a comment the end record is the last 22 bytes. */
    const unsigned char *end = bytes + size - 22, *entry = bytes + number(end + 16, 4);
    static unsigned char part[1 << 18];
    size_t total = 0;
    for (uint32_t left = number(end + 10, 2); left > 0; left--) {
        const unsigned char *local = bytes + number(entry + 42, 4);
        struct inflate_state state;
        isal_inflate_init(&state);
        state.next_in = (unsigned char *)local + 30 + number(local + 26, 2) + number(local + 28, 2);
        state.avail_in = number(entry + 20, 4);
        uint32_t checksum = 0;
        while (number(entry + 10, 2) == 8 && state.block_state != ISAL_BLOCK_FINISH) {
            state.next_out = part;
            state.avail_out = sizeof part;
            if (isal_inflate(&state) != ISAL_DECOMP_OK) return 3;
            checksum = crc32_gzip_refl(checksum, part, sizeof part - state.avail_out);
            total += sizeof part - state.avail_out;
        }
        if (number(entry + 10, 2) == 8 && checksum != number(entry + 16, 4)) return 3;
        entry += 46 + number(entry + 28, 2) + number(entry + 30, 2) + number(entry + 32, 2);
    }
    printf("%zu bytes\n", total);
    fclose(file);
    free(bytes);
    return 0;
}

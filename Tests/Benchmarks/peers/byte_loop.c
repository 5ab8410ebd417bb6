/* Counts the rows and fields of a CSV file byte by byte: what any reader of CSV has to do at least.
 *
 *     cc -O2 -o byte_loop byte_loop.c
 *     ./byte_loop table.csv
 */
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
    FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
    if (!file) return 2;
    static unsigned char part[1 << 18];
    size_t length, rows = 0, fields = 0, bytes = 0;
    int quoted = 0;
    while ((length = fread(part, 1, sizeof part, file)) > 0) {
        for (size_t index = 0; index < length; index++) {
            unsigned char byte = part[index];
            if (byte == '"') quoted = !quoted;
            else if (quoted) bytes++;
            else if (byte == ',') fields++;
            else if (byte == '\n') { fields++; rows++; }
            else bytes++;
        }
    }
    printf("%zu rows, %zu fields, %zu bytes\n", rows, fields, bytes);
    fclose(file);
    return 0;
}

/* Reads a CSV table into memory; for programs that write it with libxlsxwriter. */
#ifndef CSV_TABLE_H
#define CSV_TABLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char **cells; /* row by row */
    size_t rows, columns;
} table;

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size + 2);
    if (bytes && fread(bytes, 1, *size, file) != *size) { free(bytes); bytes = NULL; }
    fclose(file);
    if (bytes) bytes[*size] = 0;
    return bytes;
}

/* Splits RFC 4180 text in place. The columns are those of the first record. */
static table parse(char *text, size_t size) {
    table result = {0};
    char *end = text + size, *from = text, *to;
    size_t count = 0, room = 1 << 12, column = 0;
    result.cells = malloc(room * sizeof(char *));
    if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) from += 3;
    while (from < end) {
        char *cell = to = from;
        int quoted = *from == '"';
        if (quoted) from++;
        for (; from < end; from++) {
            if (quoted && *from == '"') {
                if (from + 1 < end && from[1] == '"') from++;
                else { quoted = 0; continue; }
            } else if (!quoted && (*from == ',' || *from == '\n' || *from == '\r')) break;
            *to++ = *from;
        }
        char separator = from < end ? *from : '\n';
        if (from < end) from++;
        if (separator == '\r' && from < end && *from == '\n') from++;
        *to = 0;
        if (count == room) result.cells = realloc(result.cells, (room *= 2) * sizeof(char *));
        result.cells[count++] = cell;
        column++;
        if (separator == ',') continue;
        if (!result.columns) result.columns = column;
        column = 0;
    }
    result.rows = result.columns ? count / result.columns : 0;
    return result;
}

static inline char *at(table *t, size_t row, size_t column) { return t->cells[row * t->columns + column]; }

#endif

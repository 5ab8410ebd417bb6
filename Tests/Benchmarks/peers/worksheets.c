/* Splits a CSV task table into one workbook per unit with bare libxlsxwriter; see README.md. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <xlsxwriter.h>

enum { COLUMNS = 6, UNITS = 4, FIRST_BODY_ROW = 3, WIDTH = 13, UNIT_LIMIT = 4096 };

typedef struct {
    char *cells[COLUMNS];
} task;

typedef struct {
    const char *name;
    size_t *tasks, count, room;
} unit;

static task *tasks;
static size_t task_count;
static unit units[UNIT_LIMIT];
static size_t unit_count;

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

/* Splits RFC 4180 text in place; the first record is the header. */
static void parse(char *text, size_t size) {
    char *end = text + size, *from = text, *to;
    size_t room = 1 << 12, column = 0, record = 0;
    task current = {{0}};
    tasks = malloc(room * sizeof(task));
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
        if (column < COLUMNS) current.cells[column] = cell;
        column++;
        if (separator == ',') continue;
        if (record++ > 0 && column >= COLUMNS) {
            if (task_count == room) tasks = realloc(tasks, (room *= 2) * sizeof(task));
            tasks[task_count++] = current;
        }
        column = 0;
    }
}

/* Adds a task to a unit; there are few units, so a scan is enough. */
static void assign(const char *name, size_t length, size_t index) {
    size_t at = 0;
    while (at < unit_count && (strncmp(units[at].name, name, length) || units[at].name[length])) at++;
    if (at == UNIT_LIMIT) exit(5);
    unit *owner = &units[at];
    if (at == unit_count) {
        unit_count++;
        owner->name = strndup(name, length);
    }
    if (owner->count && owner->tasks[owner->count - 1] == index) return;
    if (owner->count == owner->room) {
        owner->room = owner->room ? owner->room * 2 : 64;
        owner->tasks = realloc(owner->tasks, owner->room * sizeof(size_t));
    }
    owner->tasks[owner->count++] = index;
}

static void split(void) {
    static const char separator[] = "、";
    for (size_t index = 0; index < task_count; index++) {
        const char *from = tasks[index].cells[UNITS], *to;
        while ((to = strstr(from, separator))) {
            assign(from, (size_t)(to - from), index);
            from = to + sizeof separator - 1;
        }
        assign(from, strlen(from), index);
    }
}

static lxw_format *format(lxw_workbook *book, const char *font, double size, int align, int border) {
    lxw_format *format = workbook_add_format(book);
    format_set_font_name(format, font);
    format_set_font_size(format, size);
    format_set_text_wrap(format);
    format_set_align(format, (uint8_t)align);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (border) format_set_border(format, LXW_BORDER_THIN);
    return format;
}

/* Whether a heading goes on in the next row: the same text, and the same first-level heading. */
static int continues(unit *owner, size_t row, int column) {
    if (row + 1 >= owner->count) return 0;
    char **above = tasks[owner->tasks[row]].cells, **below = tasks[owner->tasks[row + 1]].cells;
    return !strcmp(above[1], below[1]) && !strcmp(above[column], below[column]);
}

static void write_body(lxw_worksheet *sheet, unit *owner, lxw_format **formats) {
    static const int target[COLUMNS] = {0, 1, 2, 3, 5, 6};
    static const double widths[COLUMNS] = {6, 10, 12, 36, 18, 12};
    size_t merged_to[COLUMNS] = {0};
    for (size_t index = 0; index < owner->count; index++) {
        char **cells = tasks[owner->tasks[index]].cells;
        lxw_row_t row = FIRST_BODY_ROW + (lxw_row_t)index;
        size_t lines = 1;
        for (int column = 0; column < COLUMNS; column++) {
            /* Three bytes and two units of width for each character. */
            size_t needed = (size_t)(strlen(cells[column]) / 1.5 / widths[column]) + 1;
            if (needed > lines) lines = needed;
        }
        worksheet_set_row(sheet, row, lines * 15.5 + 5 > 409 ? 409 : lines * 15.5 + 5, NULL);
        for (int column = 0; column < COLUMNS; column++) {
            lxw_col_t to = (lxw_col_t)target[column];
            if (column == 1 || column == 2) {
                if (index < merged_to[column]) continue;
                size_t last = index;
                while (continues(owner, last, column)) last++;
                merged_to[column] = last + 1;
                if (last > index) {
                    worksheet_merge_range(sheet, row, to, FIRST_BODY_ROW + (lxw_row_t)last, to, cells[column], formats[0]);
                    continue;
                }
            }
            worksheet_write_string(sheet, row, to, cells[column], formats[column == 3 || column == 4]);
        }
        worksheet_write_string(sheet, row, 4, "责任", formats[0]);
        for (lxw_col_t column = 7; column < WIDTH; column++) worksheet_write_blank(sheet, row, column, formats[2]);
    }
}

/* Letters that compress no better than a key or a hash; the peer computes none. */
static char *code(char *target, int length) {
    static unsigned state = 1;
    for (int index = 0; index < length; index++) {
        state = state * 1664525 + 1013904223;
        target[index] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[state >> 27];
    }
    target[length] = 0;
    return target;
}

/* The key of each row, in a hidden column; all keys and hashes on a hidden sheet and in the properties. */
static void write_passport(lxw_workbook *book, lxw_worksheet *sheet, unit *owner, lxw_format *format) {
    lxw_worksheet *hidden = workbook_add_worksheet(book, NULL);
    worksheet_hide(hidden);
    char line[256] = "", name[32], key[16], seal[64];
    size_t lines = 0;
    for (size_t index = 0; index < owner->count; index++) {
        lxw_row_t row = (lxw_row_t)index;
        code(key, 10);
        code(seal, 10);
        seal[10] = ' ';
        code(seal + 11, 10);
        for (int column = 0; column < COLUMNS; column++) {
            seal[21 + column * 5] = ' ';
            code(seal + 22 + column * 5, 4);
        }
        worksheet_write_string(sheet, FIRST_BODY_ROW + row, WIDTH, key, format);
        worksheet_write_string(hidden, row, 0, key, NULL);
        worksheet_write_string(hidden, row, 1, tasks[owner->tasks[index]].cells[0], NULL);
        worksheet_write_string(hidden, row, 2, "责任", NULL);
        worksheet_write_string(hidden, row, 3, seal, NULL);
        snprintf(line + strlen(line), sizeof line - strlen(line), "%s %.21s;", key, seal);
        if (strlen(line) + 33 < sizeof line && index + 1 < owner->count) continue;
        snprintf(name, sizeof name, "rows.%zu", ++lines);
        workbook_set_custom_property_string(book, name, line);
        *line = 0;
    }
}

static lxw_error write_workbook(unit *owner, const char *folder, size_t number) {
    static const char *headings[WIDTH] = {"序号", "一级任务", "二级任务", "具体要求", "承担角色", "责任单位", "完成时限",
                                          "落实情况", "完成状态", "完成日期", "存在问题", "下步打算", "备注"};
    static const double widths[WIDTH] = {6, 10, 12, 36, 8, 18, 12, 26, 10, 11, 18, 18, 14};
    char path[4096];
    snprintf(path, sizeof path, "%s/%03zu-%s.xlsx", folder, number, owner->name);
    lxw_workbook_options options = {.tmpdir = "/dev/shm"};
    lxw_workbook *book = workbook_new_opt(path, &options);
    lxw_doc_properties properties = {.title = "任务表", .created = 1577836800};
    workbook_set_properties(book, &properties);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    lxw_format *heading = format(book, "黑体", 10.5, LXW_ALIGN_CENTER, 1);
    format_set_bg_color(heading, 0xDDE6F0);
    lxw_format *formats[3] = {format(book, "宋体", 10.5, LXW_ALIGN_CENTER, 1),
                              format(book, "宋体", 10.5, LXW_ALIGN_LEFT, 1), format(book, "宋体", 10.5, LXW_ALIGN_LEFT, 1)};
    format_set_unlocked(formats[2]);
    format_set_num_format_index(formats[2], 49);
    for (lxw_col_t column = 0; column < WIDTH; column++)
        worksheet_set_column(sheet, column, column, widths[column], NULL);
    worksheet_set_row(sheet, 0, 40, NULL);
    worksheet_merge_range(sheet, 0, 0, 0, WIDTH - 1, owner->name, format(book, "黑体", 18, LXW_ALIGN_CENTER, 0));
    worksheet_set_row(sheet, 1, 22, NULL);
    worksheet_merge_range(sheet, 1, 0, 1, WIDTH - 1, owner->name, format(book, "宋体", 10.5, LXW_ALIGN_LEFT, 0));
    worksheet_set_row(sheet, 2, 36, NULL);
    for (lxw_col_t column = 0; column < WIDTH; column++)
        worksheet_write_string(sheet, 2, column, headings[column], heading);
    write_body(sheet, owner, formats);
    lxw_row_col_options hidden = {.hidden = 1};
    worksheet_set_column_opt(sheet, WIDTH, WIDTH, 12, NULL, &hidden);
    write_passport(book, sheet, owner, formats[1]);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 2, 2);
    worksheet_freeze_panes(sheet, FIRST_BODY_ROW, 0);
    worksheet_protect(sheet, NULL, NULL);
    return workbook_close(book);
}

int main(int argc, char **argv) {
    size_t size = 0;
    char *text = argc > 2 ? read_file(argv[1], &size) : NULL;
    if (!text) { fprintf(stderr, "usage: worksheets IN.csv FOLDER\n"); return 2; }
    if (mkdir(argv[2], 0777) && errno != EEXIST) { perror(argv[2]); return 3; }
    parse(text, size);
    split();
    for (size_t index = 0; index < unit_count; index++) {
        lxw_error error = write_workbook(&units[index], argv[2], index + 1);
        if (error) { fprintf(stderr, "%s\n", lxw_strerror(error)); return 4; }
    }
    return 0;
}

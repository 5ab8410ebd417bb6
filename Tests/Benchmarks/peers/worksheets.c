/* Splits a CSV task table into one workbook per unit with bare libxlsxwriter; see README.md. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <xlsxwriter.h>
#include "csv_table.h"

enum { COLUMNS = 6, UNITS = 4, FIRST_BODY_ROW = 3, VISIBLE = 13, WIDTH = 15, UNIT_LIMIT = 4096 };

typedef struct {
    const char *name;
    size_t *tasks, count, room;
} unit;

static table tasks;
static unit units[UNIT_LIMIT];
static size_t unit_count;

/* The cells of a task; the first record is the header. */
static char **cells_of(size_t task) { return tasks.cells + (task + 1) * tasks.columns; }

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
    for (size_t index = 0; index + 1 < tasks.rows; index++) {
        const char *from = cells_of(index)[UNITS], *to;
        while ((to = strstr(from, separator))) {
            assign(from, (size_t)(to - from), index);
            from = to + sizeof separator - 1;
        }
        assign(from, strlen(from), index);
    }
}

/* What each column is written with; see write_workbook. */
enum { CENTERED, LEFT, FILL_LEFT, FILL_CENTERED, FILL_DATE, DUE_DATE, PLAIN, OPEN, FORMATS };
static const int looks[WIDTH] = {CENTERED, CENTERED, CENTERED, LEFT, CENTERED, LEFT, CENTERED, FILL_LEFT,
                                 FILL_CENTERED, FILL_DATE, FILL_LEFT, FILL_LEFT, FILL_LEFT, DUE_DATE, LEFT};
static const double widths[WIDTH] = {6, 10, 12, 36, 8, 18, 12, 26, 10, 11, 18, 18, 14, 10, 10};

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

static void make_formats(lxw_workbook *book, lxw_format **formats) {
    for (int look = 0; look < FORMATS; look++) {
        int isCentered = look == CENTERED || look == FILL_CENTERED || look == FILL_DATE;
        formats[look] = format(book, "宋体", 10.5, isCentered ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT, look < PLAIN);
    }
    for (int look = FILL_LEFT; look <= FILL_DATE; look++) format_set_unlocked(formats[look]);
    format_set_unlocked(formats[OPEN]);
    format_set_num_format_index(formats[FILL_LEFT], 49);
    format_set_num_format_index(formats[FILL_CENTERED], 49);
    format_set_num_format(formats[FILL_DATE], "yyyy-mm-dd");
    format_set_num_format(formats[DUE_DATE], "yyyy-mm-dd");
}

/* Whether a heading goes on in the next row: the same text, and the same first-level heading. */
static int continues(unit *owner, size_t row, int column) {
    if (row + 1 >= owner->count) return 0;
    char **above = cells_of(owner->tasks[row]), **below = cells_of(owner->tasks[row + 1]);
    return !strcmp(above[1], below[1]) && !strcmp(above[column], below[column]);
}

static void write_body(lxw_worksheet *sheet, unit *owner, lxw_format **formats) {
    static const int target[COLUMNS] = {0, 1, 2, 3, 5, 6};
    size_t merged_to[COLUMNS] = {0};
    for (size_t index = 0; index < owner->count; index++) {
        char **cells = cells_of(owner->tasks[index]);
        lxw_row_t row = FIRST_BODY_ROW + (lxw_row_t)index;
        size_t lines = 1;
        for (int column = 0; column < COLUMNS; column++) {
            /* Three bytes and two units of width for each character. */
            size_t needed = (size_t)(strlen(cells[column]) / 1.5 / widths[target[column]]) + 1;
            if (needed > lines) lines = needed;
        }
        worksheet_set_row(sheet, row, lines * 15.5 + 5 > 409 ? 409 : lines * 15.5 + 5, NULL);
        for (int column = 0; column < COLUMNS; column++) {
            lxw_col_t to = (lxw_col_t)target[column];
            lxw_format *format = formats[looks[to]];
            if (column == 1 || column == 2) {
                if (index < merged_to[column]) continue;
                size_t last = index;
                while (continues(owner, last, column)) last++;
                merged_to[column] = last + 1;
                if (last > index) {
                    worksheet_merge_range(sheet, row, to, FIRST_BODY_ROW + (lxw_row_t)last, to, cells[column], format);
                    continue;
                }
            }
            worksheet_write_string(sheet, row, to, cells[column], format);
        }
        worksheet_write_string(sheet, row, 4, "负责", formats[looks[4]]);
        for (lxw_col_t column = 7; column < VISIBLE; column++)
            worksheet_write_blank(sheet, row, column, formats[looks[column]]);
        /* Any number costs the same as the right one. */
        if (strstr(cells[5], "年"))
            worksheet_write_number(sheet, row, VISIBLE, 44651 + (double)(index % 300), formats[DUE_DATE]);
        else
            worksheet_write_blank(sheet, row, VISIBLE, formats[DUE_DATE]);
    }
}

/* A line below the table, and the places to sign. */
static void write_foot(lxw_worksheet *sheet, lxw_row_t row, lxw_format **formats) {
    static const char *places[] = {"填报人：", "审核人：", "联系电话：", "填报日期："};
    static const lxw_col_t first[] = {0, 4, 7, 10, VISIBLE};
    worksheet_set_row(sheet, row, 22, NULL);
    worksheet_merge_range(sheet, row, 0, row, VISIBLE - 1, "黄色表头的栏目由填报单位填写，其余内容已锁定；可以筛选和调整行高。",
                          formats[PLAIN]);
    worksheet_set_row(sheet, row + 2, 30, NULL);
    for (int place = 0; place < 4; place++)
        worksheet_merge_range(sheet, row + 2, first[place], row + 2, first[place + 1] - 1, places[place], formats[OPEN]);
}

/* Notes at the headings, a list and a date check, and colours by status and date. */
static void write_rules(lxw_workbook *book, lxw_worksheet *sheet, lxw_row_t last) {
    static const char *states[] = {"已完成", "正在推进", "未启动", "长期坚持"};
    static const unsigned tones[] = {0xE2F0D9, 0xFFF2CC, 0xEDEDED, 0xE2F0D9, 0xFFD9D9};
    lxw_comment_options note = {.font_name = "宋体", .font_size = 9, .x_scale = 1.4, .y_scale = 1.2};
    for (lxw_col_t column = 7; column < VISIBLE; column++)
        worksheet_write_comment_opt(sheet, 2, column, "写明做了什么、取得什么结果，有数据的写数据，没有的填“无”。", &note);
    lxw_worksheet *lists = workbook_add_worksheet(book, "下拉选项");
    worksheet_hide(lists);
    for (lxw_row_t row = 0; row < 4; row++) worksheet_write_string(lists, row, 0, states[row], NULL);
    lxw_data_validation list = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA, .value_formula = "='下拉选项'!$A$1:$A$4",
                                .input_title = "请选择", .input_message = "请从下拉列表中选择。",
                                .error_title = "内容不在列表中", .error_message = "只能填写：已完成、正在推进、未启动、长期坚持。"};
    worksheet_data_validation_range(sheet, FIRST_BODY_ROW, 8, last, 8, &list);
    lxw_data_validation date = {.validate = LXW_VALIDATION_TYPE_DATE_NUMBER, .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                                .minimum_number = 36526, .maximum_number = 73050,
                                .input_title = "请填写日期", .input_message = "格式如 2022-09-30。",
                                .error_title = "日期不正确", .error_message = "请填写 2000-01-01 至 2099-12-31 之间的日期。"};
    worksheet_data_validation_range(sheet, FIRST_BODY_ROW, 9, last, 9, &date);
    lxw_format *colours[5];
    for (int tone = 0; tone < 5; tone++) {
        colours[tone] = workbook_add_format(book);
        format_set_bg_color(colours[tone], tones[tone]);
        format_set_font_color(colours[tone], 0x333333);
    }
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA, .stop_if_true = 1, .format = colours[4],
                                   .value_string = "=AND(ISNUMBER($N4),$N4<TODAY(),$I4<>\"已完成\",$I4<>\"长期坚持\")"};
    worksheet_conditional_format_range(sheet, FIRST_BODY_ROW, 0, last, 0, &rule);
    worksheet_conditional_format_range(sheet, FIRST_BODY_ROW, 3, last, WIDTH - 1, &rule);
    for (int state = 0; state < 4; state++) {
        char formula[64];
        snprintf(formula, sizeof formula, "=$I4=\"%s\"", states[state]);
        rule.value_string = formula;
        rule.format = colours[state];
        worksheet_conditional_format_range(sheet, FIRST_BODY_ROW, 8, last, 8, &rule);
    }
}

static void set_page(lxw_worksheet *sheet, lxw_row_t last) {
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
    worksheet_center_horizontally(sheet);
    worksheet_set_footer(sheet, "&C&\"宋体,Regular\"&9第 &P 页 共 &N 页");
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 2, 2);
    worksheet_print_area(sheet, 0, 0, last + 3, VISIBLE - 1);
    worksheet_freeze_panes(sheet, FIRST_BODY_ROW, 0);
    worksheet_autofilter(sheet, 2, 0, last, WIDTH - 1);
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:O1048576");
    lxw_protection allowed = {.format_columns = 1, .format_rows = 1, .sort = 1, .autofilter = 1};
    worksheet_protect(sheet, NULL, &allowed);
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
    static const char *facts[] = {"passport", "issue", "title", "unit", "basis", "form", "form-version", "fields"};
    lxw_worksheet *hidden = workbook_add_worksheet(book, "_passport");
    worksheet_hide(hidden);
    char line[256] = "", name[32], key[16], seal[64];
    size_t lines = 0;
    for (lxw_row_t row = 0; row < 8; row++) {
        worksheet_write_string(hidden, row, 0, facts[row], NULL);
        worksheet_write_string(hidden, row, 1, owner->name, NULL);
        workbook_set_custom_property_string(book, facts[row], owner->name);
    }
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
        worksheet_write_string(sheet, FIRST_BODY_ROW + row, WIDTH - 1, key, format);
        worksheet_write_string(hidden, 11 + row, 0, key, NULL);
        worksheet_write_string(hidden, 11 + row, 1, cells_of(owner->tasks[index])[0], NULL);
        worksheet_write_string(hidden, 11 + row, 2, "负责", NULL);
        worksheet_write_string(hidden, 11 + row, 3, seal, NULL);
        snprintf(line + strlen(line), sizeof line - strlen(line), "%s %.21s;", key, seal);
        if (strlen(line) + 33 < sizeof line && index + 1 < owner->count) continue;
        snprintf(name, sizeof name, "rows.%zu", ++lines);
        workbook_set_custom_property_string(book, name, line);
        *line = 0;
    }
}

static lxw_error write_workbook(unit *owner, const char *folder, size_t number) {
    static const char *headings[WIDTH] = {"序号", "一级任务", "二级任务", "具体要求", "承担角色", "责任单位", "完成时限", "落实情况",
                                          "完成状态", "完成日期", "存在问题", "下步打算", "备注", "系统日期", "系统识别码"};
    char path[4096];
    snprintf(path, sizeof path, "%s/%03zu-%s.xlsx", folder, number, owner->name);
    lxw_workbook_options options = {.tmpdir = "/dev/shm"};
    lxw_workbook *book = workbook_new_opt(path, &options);
    lxw_doc_properties properties = {.title = "任务表", .subject = "季报", .created = 1577836800};
    workbook_set_properties(book, &properties);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    lxw_row_t last = FIRST_BODY_ROW + (lxw_row_t)owner->count - 1;
    lxw_format *formats[FORMATS], *heading = format(book, "黑体", 10.5, LXW_ALIGN_CENTER, 1);
    lxw_format *fill_heading = format(book, "黑体", 10.5, LXW_ALIGN_CENTER, 1);
    format_set_bg_color(heading, 0xDDE6F0);
    format_set_bg_color(fill_heading, 0xFFF2CC);
    make_formats(book, formats);
    lxw_row_col_options hidden = {.hidden = 1};
    for (lxw_col_t column = 0; column < WIDTH; column++)
        worksheet_set_column_opt(sheet, column, column, widths[column], NULL, column < VISIBLE ? NULL : &hidden);
    worksheet_set_row(sheet, 0, 40, NULL);
    worksheet_merge_range(sheet, 0, 0, 0, VISIBLE - 1, owner->name, format(book, "黑体", 18, LXW_ALIGN_CENTER, 0));
    worksheet_set_row(sheet, 1, 22, NULL);
    worksheet_merge_range(sheet, 1, 0, 1, VISIBLE - 1, owner->name, formats[PLAIN]);
    worksheet_set_row(sheet, 2, 36, NULL);
    for (lxw_col_t column = 0; column < WIDTH; column++)
        worksheet_write_string(sheet, 2, column, headings[column], column < 7 || column >= VISIBLE ? heading : fill_heading);
    write_body(sheet, owner, formats);
    write_foot(sheet, last + 1, formats);
    write_passport(book, sheet, owner, formats[LEFT]);
    write_rules(book, sheet, last);
    set_page(sheet, last);
    return workbook_close(book);
}

/* The list of all workbooks, as CSV and as a workbook. */
static lxw_error write_index(const char *folder) {
    char path[4096], name[512];
    snprintf(path, sizeof path, "%s/index.csv", folder);
    FILE *list = fopen(path, "wb");
    snprintf(path, sizeof path, "%s/index.xlsx", folder);
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    lxw_format *look = format(book, "宋体", 10.5, LXW_ALIGN_LEFT, 1);
    for (size_t index = 0; index < unit_count; index++) {
        snprintf(name, sizeof name, "%03zu-%s.xlsx", index + 1, units[index].name);
        fprintf(list, "%zu,%s,%s,0,%zu,0\r\n", index + 1, units[index].name, name, units[index].count);
        worksheet_write_number(sheet, (lxw_row_t)index, 0, (double)index + 1, look);
        worksheet_write_string(sheet, (lxw_row_t)index, 1, units[index].name, look);
        worksheet_write_url_opt(sheet, (lxw_row_t)index, 2, name, look, name, NULL);
        worksheet_write_number(sheet, (lxw_row_t)index, 3, (double)units[index].count, look);
    }
    fclose(list);
    return workbook_close(book);
}

int main(int argc, char **argv) {
    size_t size = 0;
    char *text = argc > 2 ? read_file(argv[1], &size) : NULL;
    if (!text) { fprintf(stderr, "usage: worksheets IN.csv FOLDER\n"); return 2; }
    if (mkdir(argv[2], 0777) && errno != EEXIST) { perror(argv[2]); return 3; }
    tasks = parse(text, size);
    if (tasks.columns < COLUMNS) { fprintf(stderr, "%s: too few columns\n", argv[1]); return 3; }
    split();
    for (size_t index = 0; index < unit_count; index++) {
        lxw_error error = write_workbook(&units[index], argv[2], index + 1);
        if (error) { fprintf(stderr, "%s\n", lxw_strerror(error)); return 4; }
    }
    return write_index(argv[2]) ? 4 : 0;
}

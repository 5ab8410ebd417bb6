/* Writes a CSV table as a print-ready workbook with bare libxlsxwriter; see README.md. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <malloc.h>
#include <xlsxwriter.h>
#include "csv_table.h"

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

/* Whether a cell continues the span of the one above: the same text within the same first-level heading. */
static int continues(table *t, size_t row, size_t column) {
    return row > 1 && !strcmp(at(t, row, column), at(t, row - 1, column)) && !strcmp(at(t, row, 1), at(t, row - 1, 1));
}

static void write_body(lxw_worksheet *sheet, table *t, lxw_format **formats, const double *widths) {
    for (size_t row = 1; row < t->rows; row++) {
        size_t lines = 1;
        for (size_t column = 0; column < t->columns; column++) {
            /* Three bytes and two units of width for each character. */
            size_t needed = (size_t)(strlen(at(t, row, column)) / 1.5 / widths[column < 6 ? column : 5]) + 1;
            if (needed > lines) lines = needed;
        }
        worksheet_set_row(sheet, (lxw_row_t)row + 1, lines * 15.5 + 5 > 409 ? 409 : lines * 15.5 + 5, NULL);
        for (size_t column = 0; column < t->columns; column++) {
            int spans = column == 1 || column == 2 || column == 4;
            size_t last = row;
            if (spans && *at(t, row, column)) {
                if (continues(t, row, column)) continue;
                while (last + 1 < t->rows && continues(t, last + 1, column)) last++;
            }
            if (last > row)
                worksheet_merge_range(sheet, (lxw_row_t)row + 1, (lxw_col_t)column, (lxw_row_t)last + 1,
                                      (lxw_col_t)column, at(t, row, column), formats[column % 8]);
            else if (*at(t, row, column))
                worksheet_write_string(sheet, (lxw_row_t)row + 1, (lxw_col_t)column, at(t, row, column),
                                       formats[column % 8]);
            else
                worksheet_write_blank(sheet, (lxw_row_t)row + 1, (lxw_col_t)column, formats[column % 8]);
        }
    }
}

static int convert(const char *input, const char *output, const char *folder) {
    static const double widths[] = {6, 14, 16, 58, 28, 16};
    static const int centered[] = {1, 1, 1, 0, 0, 1};
    size_t size = 0;
    char *text = read_file(input, &size);
    if (!text) return 3;
    table t = parse(text, size);
    if (t.rows < 1) return 3;
    lxw_workbook_options options = {.tmpdir = (char *)folder};
    lxw_workbook *book = workbook_new_opt(output, &options);
    lxw_doc_properties properties = {.title = "任务分解表", .created = 1577836800};
    workbook_set_properties(book, &properties);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "任务分解表");
    lxw_format *formats[8], *heading = format(book, "黑体", 10.5, LXW_ALIGN_CENTER, 1);
    format_set_bg_color(heading, 0xDDE6F0);
    for (int column = 0; column < 8; column++)
        formats[column] = format(book, "宋体", 10.5, column < 6 && centered[column] ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT, 1);
    for (size_t column = 0; column < t.columns; column++)
        worksheet_set_column(sheet, (lxw_col_t)column, (lxw_col_t)column, column < 6 ? widths[column] : 16, NULL);
    worksheet_set_row(sheet, 0, 40, NULL);
    worksheet_merge_range(sheet, 0, 0, 0, (lxw_col_t)t.columns - 1, "任务分解表",
                          format(book, "黑体", 18, LXW_ALIGN_CENTER, 0));
    worksheet_set_row(sheet, 1, 28, NULL);
    for (size_t column = 0; column < t.columns; column++)
        worksheet_write_string(sheet, 1, (lxw_col_t)column, at(&t, 0, column), heading);
    write_body(sheet, &t, formats, widths);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_center_horizontally(sheet);
    worksheet_set_footer(sheet, "&C第 &P 页 共 &N 页");
    worksheet_repeat_rows(sheet, 1, 1);
    worksheet_print_area(sheet, 0, 0, (lxw_row_t)t.rows, (lxw_col_t)t.columns - 1);
    worksheet_freeze_panes(sheet, 2, 0);
    worksheet_autofilter(sheet, 1, 0, (lxw_row_t)t.rows, (lxw_col_t)t.columns - 1);
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    lxw_error error = workbook_close(book);
    if (error) fprintf(stderr, "%s\n", lxw_strerror(error));
    free(t.cells);
    free(text);
    return error ? 4 : 0;
}

/* One table; or, with --all, each of the tables in turn, into a folder. */
int main(int argc, char **argv) {
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TOP_PAD, 4 << 20);
    if (argc > 3 && !strcmp(argv[1], "--all")) {
        for (int index = 3; index < argc; index++) {
            char output[4096];
            const char *name = strrchr(argv[index], '/');
            snprintf(output, sizeof output, "%s/%s.xlsx", argv[2], name ? name + 1 : argv[index]);
            int status = convert(argv[index], output, "/dev/shm");
            if (status) return status;
        }
        return 0;
    }
    if (argc < 3) { fprintf(stderr, "usage: xlsxwriter_table IN.csv OUT.xlsx [TMPDIR] | --all FOLDER IN.csv…\n"); return 2; }
    return convert(argv[1], argv[2], argc > 3 ? argv[3] : "/dev/shm");
}

/*
 * Any bytes as koder.csv. What must hold: no crash; the row account adds up; no civil registration number in
 * any finding or list; and each code of a list is found in it, unless it is longer than any cell's code
 * is taken for one.
 */
#include "codes_file.h"
#include "cpr_guard.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { LONGEST_CODE = 254 };

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void read_codes(struct data_set *data, struct diag *diag, struct sv bytes)
{
    struct table_reader reader;
    const struct table_request request = {.data = data,
                                          .diag = diag,
                                          .schema = codes_file_schema(),
                                          .table = TABLES,
                                          .name = sv_of("koder.csv")};
    require(table_reader_of(&reader, &request, bytes));
    require(codes_file_read(&reader));
}

/* The nearest code takes long to find: once is enough. */
static void check_list(const struct code_list *list)
{
    require(!list->count || code_nearest(list, list->codes[list->count - 1].code) != CODE_NONE);
    for (size_t i = 0; i < list->count; i++) {
        require(list->codes[i].code.size > LONGEST_CODE || code_find(list, list->codes[i].code) != CODE_NONE);
        require(cpr_find(list->codes[i].code) == CPR_NONE);
        require(cpr_find(list->codes[i].name) == CPR_NONE);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena;
    struct data_set data;
    struct diag diag;
    arena_init(&arena, NULL);
    data_set_init(&data, &arena);
    diag_init(&diag, &arena);
    read_codes(&data, &diag, (struct sv){(const char *)bytes, size});
    for (size_t i = 0; i < data.file_count; i++)
        require(data.files[i].rows == data.files[i].counted + data.files[i].left_out + data.files[i].empty);
    for (size_t id = 0; id < data.codes.count; id++)
        check_list(&data.codes.lists[id]);
    for (size_t i = 0; i < diag.count; i++) {
        require(cpr_find(diag.findings[i].value) == CPR_NONE);
        require(finding_line(&arena, &diag.findings[i]).size > 0);
    }
    arena_free(&arena);
    return 0;
}

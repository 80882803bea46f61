/*
 * A report on a store that is filled by hand: the years 2023 and 2024, no rows of data but what a test adds.
 * Open, add what the test needs, call fixture_ready, read sentences or sections, close.
 */
#ifndef AARSRAPPORT_DOCUMENT_FIXTURE_H
#define AARSRAPPORT_DOCUMENT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "cell_text.h"
#include "goal_view.h"
#include "sections.h"
#include "sentence.h"
#include "store.h"

#include <string.h>

enum { FIXTURE_ROWS = 8 };
enum { LAST_YEAR, THIS_YEAR, FIXTURE_YEARS };

struct fixture {
    struct arena arena;
    struct data_set data;
    struct figures figures;
    struct period years[FIXTURE_YEARS];
    struct goal goals[FIXTURE_ROWS];
    struct agreement agreements[FIXTURE_ROWS];
    struct enterprise enterprises[FIXTURE_ROWS];
    struct strategy strategy;
    struct diag diag;
    struct report_request request;
    struct section_context context;
    struct section *section;
};

static inline void fixture_open(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    arena_init(&f->arena, NULL);
    data_set_init(&f->data, &f->arena);
    diag_init(&f->diag, &f->arena);
    f->data.tables[TABLE_FOLLOW_UPS].present = true;
    f->years[LAST_YEAR] = period_of(2023, 0);
    f->years[THIS_YEAR] = period_of(2024, 0);
    f->strategy = (struct strategy){.name = sv_of("Strategi for socialøkonomi 2022-2025"),
                                    .from_year = 2022,
                                    .to_year = 2025,
                                    .second_generation_from = day_from_date(2022, 1, 1)};
    f->figures = (struct figures){.arena = &f->arena,
                                  .data = &f->data,
                                  .periods = f->years,
                                  .period_count = FIXTURE_YEARS,
                                  .report = THIS_YEAR,
                                  .previous = LAST_YEAR,
                                  .strategy = &f->strategy,
                                  .judged_at = f->years[THIS_YEAR].last};
    symbols_init(&f->figures.codes, &f->arena);
    f->request = (struct report_request){.date = day_from_date(2025, 2, 1), .program_version = "1"};
}

static inline void fixture_close(struct fixture *f)
{
    arena_free(&f->arena);
}

/* Judges everything at a day within the year. */
static inline void fixture_make_preliminary(struct fixture *f, int month, int day)
{
    f->figures.preliminary = true;
    f->figures.judged_at = day_from_date(2024, month, day);
    f->data.settings.extract_date = f->figures.judged_at;
}

static inline void put_rows(struct fixture *f, enum table_id table, void *rows, size_t count)
{
    f->data.tables[table].data = rows;
    f->data.tables[table].count = count;
}

static inline struct goal *put_goal(struct fixture *f, const char *name, enum goal_type type,
                                    const char *figure, const char *codes)
{
    const size_t at = f->data.tables[TABLE_GOALS].count;
    f->goals[at] = (struct goal){.name = sv_of(name),
                                 .type = (uint16_t)type,
                                 .figure = sv_of(figure),
                                 .categories = sv_of(codes),
                                 .target = DECIMAL_NONE,
                                 .target_to = DECIMAL_NONE,
                                 .from_year = 2022,
                                 .to_year = 2025,
                                 .reached = DAY_NONE,
                                 .id = symbols_intern(&f->data.tables[TABLE_GOALS].keys, sv_of(name))};
    put_rows(f, TABLE_GOALS, f->goals, at + 1);
    return &f->goals[at];
}

static inline struct agreement *put_agreement(struct fixture *f, const char *id, const char *name)
{
    const size_t at = f->data.tables[TABLE_AGREEMENTS].count;
    f->agreements[at] =
        (struct agreement){.id = symbols_intern(&f->data.tables[TABLE_AGREEMENTS].keys, sv_of(id)),
                           .name = sv_of(name),
                           .enterprise = ROW_NONE,
                           .target_group = CODE_NONE,
                           .start = day_from_date(2020, 2, 1),
                           .end = DAY_NONE,
                           .places = WHOLE_NONE,
                           .price_per_course = DECIMAL_NONE};
    put_rows(f, TABLE_AGREEMENTS, f->agreements, at + 1);
    return &f->agreements[at];
}

/* The key of a figure for all in one of the fixture's years. */
static inline struct figure_key key_in(struct fixture *f, enum figure_id id, int year)
{
    return figure_key_in(&f->figures, id, (uint16_t)year);
}

static inline void put(struct fixture *f, enum figure_id id, int year, int64_t value)
{
    store_add(&f->figures, key_in(f, id, year), ratio_whole(value));
}

static inline void put_share(struct fixture *f, enum figure_id id, int year, int64_t num, int64_t den)
{
    store_add(&f->figures, key_in(f, id, year), ratio_of(num, den));
}

static inline void put_code(struct fixture *f, enum figure_id id, int year, const char *code, int64_t value)
{
    store_add(&f->figures, figure_key_code(&f->figures, key_in(f, id, year), sv_of(code)),
              ratio_whole(value));
}

static inline void put_of_agreement(struct fixture *f, enum figure_id id, int year, uint32_t agreement,
                                    const char *code, struct ratio value)
{
    struct figure_key key = key_in(f, id, year);
    key.agreement = agreement;
    store_add(&f->figures, code ? figure_key_code(&f->figures, key, sv_of(code)) : key, value);
}

static inline void put_of_goal(struct fixture *f, enum figure_id id, uint16_t goal, struct ratio value)
{
    struct figure_key key = key_in(f, id, THIS_YEAR);
    key.goal = goal;
    store_add(&f->figures, key, value);
}

/* A goal's result, target and status. */
static inline void put_standing(struct fixture *f, uint16_t goal, int64_t value, int64_t target,
                                enum goal_status status)
{
    put_of_goal(f, FIGURE_GOAL_VALUE, goal, ratio_whole(value));
    put_of_goal(f, FIGURE_GOAL_TARGET, goal,
                status == GOAL_WITHOUT_TARGET ? ratio_none() : ratio_whole(target));
    put_of_goal(f, FIGURE_GOAL_STATUS, goal, ratio_whole(status));
}

static inline void fixture_ready(struct fixture *f)
{
    if (f->figures.count)
        store_sort(&f->figures);
    f->context = (struct section_context){.document = document_create(&f->arena, &f->figures),
                                          .figures = &f->figures,
                                          .data = &f->data,
                                          .diag = &f->diag,
                                          .request = &f->request};
    f->section = document_add_section(f->context.document, "proeve", sv_of("Prøve"));
}

/* What a function that writes a sentence has to say, with ordinary blanks for no-break ones. */
static inline const char *plain_blanks(struct fixture *f, struct sv text)
{
    struct buffer buffer = buffer_in(&f->arena);
    for (size_t i = 0; i < text.size; i++) {
        const bool no_break = text.data[i] == '\xC2' && i + 1 < text.size && text.data[i + 1] == '\xA0';
        buffer_add_byte(&buffer, no_break ? ' ' : text.data[i]);
        i += no_break;
    }
    return sv_text(&f->arena, buffer_view(&buffer));
}

static inline const char *said(struct fixture *f, void (*write)(struct sentence))
{
    struct paragraph paragraph = {.look = PARAGRAPH_BODY};
    write((struct sentence){&f->context, &paragraph});
    return plain_blanks(f, paragraph_text(&f->arena, &paragraph));
}

static inline const char *cell_words(struct fixture *f, const struct cell *cell)
{
    struct buffer buffer = buffer_in(&f->arena);
    cell_text(&buffer, cell);
    return plain_blanks(f, buffer_view(&buffer));
}

#endif

/*
 * The sections of the reports: each appends its blocks to a section that compose.c has made, and to nothing
 * else. What several of them need stands here too.
 */
#ifndef AARSRAPPORT_SECTIONS_H
#define AARSRAPPORT_SECTIONS_H

#include "compose.h"

typedef void section_writer(const struct section_context *context, struct section *section);

section_writer section_year_page;
section_writer section_employment;
section_writer section_progression;
section_writer section_enterprises;
section_writer section_introduction;
section_writer section_value_creation;
section_writer section_efforts;
section_writer section_learning;
section_writer section_recommendations;
section_writer section_changes;
section_writer section_method;
section_writer section_half_year_page;
section_writer section_half_year_introduction;
section_writer section_half_year_jobs;
section_writer section_half_year_courses;
section_writer section_half_year_efforts;
section_writer section_half_year_risks;
section_writer section_half_year_recommendations;
section_writer section_half_year_whole_year;
section_writer section_half_year_method;
section_writer section_evaluation_introduction;
section_writer section_evaluation_agreements;
section_writer section_evaluation_side_by_side;

section_writer section_effect_answer;
section_writer section_effect_flow;
section_writer section_effect_groups;
section_writer section_effect_results;
section_writer section_effect_enterprises;
section_writer section_effect_sensitivity;
section_writer section_effect_assumptions;

section_writer section_survey_page;
section_writer section_survey_side_by_side;
section_writer section_survey_questions;
section_writer section_survey_enterprises;
section_writer section_survey_measures;
section_writer section_survey_method;

/* The answers of the spring evaluation, a chapter of other reports when evalueringer.csv has that year's. */
section_writer section_evaluation_summary;

/* One agreement's facts and results, under a heading of its own: part of section_progression. */
void agreement_page(const struct section_context *context, struct section *section, uint32_t agreement);

/*
 * How the courses ended and where the citizens are afterwards, of an agreement or of ALL_AGREEMENTS; only
 * when there is something to show.
 */
bool has_outcomes(const struct section_context *context, uint32_t agreement);
bool has_follow_ups(const struct section_context *context); /* whether there is such a table in the data */
void add_outcome_table(const struct section_context *context, struct section *section, uint32_t agreement);

/* The effect of the agreements year by year, side by side: part of section_progression; nothing when courses
 * ended in one year alone. */
void add_effect_by_year(const struct section_context *context, struct section *section);

/* Readings of progression, this period's and last year's, under a heading; nothing when there are none. */
void add_readings(const struct section_context *context, struct section *section);

/*
 * How each effort stands in the report's period: its light and the first line of its text. Adds nothing when
 * no effort has a status in the period.
 */
void add_effort_statuses(const struct section_context *context, struct section *section, const char *id,
                         const char *sheet);

/* Whether the agreement ran in the period or had courses or follow-ups that the report counts. */
bool agreement_is_shown(const struct section_context *context, uint32_t agreement);

/*
 * A table's source: the files it was counted from, and the date of the extract. `tables` is a set of bits
 * 1 << enum table_id.
 */
struct sv source_of(const struct section_context *context, unsigned tables);

/* Jobs by type and year against the norm, with its chart: part of section_employment. */
void add_jobs_by_type(const struct section_context *context, struct section *section);

/* New jobs added up month by month against the norm, with its chart: part of section_employment. */
void add_running_count(const struct section_context *context, struct section *section);

/* The date of the data, and rows left out: part of section_method. */
void add_data_account(const struct section_context *context, struct section *section);
void add_rows_left_out(const struct section_context *context, struct section *section);

/* Tables of the files that were read and of what was found in them: part of section_method. */
void add_files_and_findings(const struct section_context *context, struct section *section);

/* A table of how each figure of the report is counted: part of section_method. */
void add_counting_of_figures(const struct section_context *context, struct section *section);

/* The enterprises' income by sector, with its chart: part of section_enterprises. Nothing without incomes. */
void add_income_mix(const struct section_context *context, struct section *section);

/* Which enterprises opened, closed and are on the way, and the list of them: part of section_enterprises. */
void add_enterprise_list(const struct section_context *context, struct section *section);

/* Says that the report is preliminary and what that means; adds nothing to one that is not. */
void add_reservation(const struct section_context *context, struct section *section);

/* Whether a column has a number other than 0: else a chart of it would show nothing. */
bool column_has_numbers(const struct table *table, uint16_t column);

/* The acts that the effort rests on, and the strategy: part of section_method. */
void add_law(const struct section_context *context, struct section *section);

/* The report's year, 2024. */
int report_year(const struct section_context *context);

/* Whether the report's own period is a half-year. */
bool is_half_yearly(const struct section_context *context);

/* "2024", "1. halvår 2024"; "1. januar til 30. juni 2024" while the report is preliminary: for titles. */
struct sv report_period_text(const struct section_context *context);

/* "ved årets udgang", "pr. 30. juni 2024" while the report is preliminary: see period_at_end. */
struct sv at_end_text(const struct section_context *context);

/* "2024 er talt til og med 30. juni 2024.": a note to the report's period in tables; empty in a report that
 * is not preliminary. */
struct sv preliminary_note(const struct section_context *context);

/*
 * What, where, when: "Seks nøgletal, Slagelse Kommune 2024" for a table about the report's period,
 * "…, Slagelse Kommune 2021–2024" for one about all years of the store, "…, Slagelse Kommune, 1. halvår 2024"
 * for one about a half-year, table_title_in for one about another period. A chart's title leaves out the
 * place: it stands beside its table.
 */
struct sv table_title(const struct section_context *context, const char *what);
struct sv table_title_in(const struct section_context *context, const char *what, uint16_t period);
struct sv table_title_over_years(const struct section_context *context, const char *what);
struct sv chart_title(const struct section_context *context, const char *what);
struct sv chart_title_in(const struct section_context *context, const char *what, uint16_t period);
struct sv chart_title_over_years(const struct section_context *context, const char *what);

#endif

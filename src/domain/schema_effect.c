/*
 * The tables of the calculation of payment by results: rates, assumptions and payments, and the enterprises
 * in the accelerator.
 */
#include "schema_tables.h"

static const struct column benefit_rate_columns[] = {
    {.name = "maalgruppe",
     .type = VALUE_CODE,
     REQUIRED,
     .part_of_key = true,
     .list = CODES_TARGET_GROUP,
     .offset = offsetof(struct benefit_rate, target_group),
     .help = "Målgruppen, satsen gælder for.",
     .example = "kontanthjaelp"},
    {.name = "gyldig_fra",
     .type = VALUE_DATE,
     REQUIRED,
     .part_of_key = true,
     .offset = offsetof(struct benefit_rate, valid_from),
     .help = "Første dag, satsen gælder. Den gælder, til en senere række for målgruppen tager over.",
     .example = "01-01-2024"},
    {.name = "ydelse",
     .type = VALUE_MONEY,
     REQUIRED,
     .offset = offsetof(struct benefit_rate, amount),
     .help = "Ydelsen pr. borger i kroner om måneden.",
     .example = "12.000"},
};

static const struct column refund_rate_columns[] = {
    {.name = "uge_fra",
     .type = VALUE_WHOLE,
     REQUIRED,
     .offset = offsetof(struct refund_rate, week_from),
     .help = "Første uge, talt fra forløbets start. Rækkerne skal dække alle uger fra 1.",
     .example = "53"},
    {.name = "uge_til",
     .type = VALUE_WHOLE,
     MAY_BE_EMPTY,
     .offset = offsetof(struct refund_rate, week_to),
     .help = "Sidste uge. Tom i den sidste række, som gælder alle uger derefter.",
     .example = "52"},
    {.name = "statens_andel",
     .type = VALUE_PERCENT,
     REQUIRED,
     .offset = offsetof(struct refund_rate, state_share),
     .help = "Den del af ydelsen, som staten betaler.",
     .example = "20 %"},
};

static const struct column outcome_saving_columns[] = {
    {.name = "udfald",
     .type = VALUE_CODE,
     REQUIRED,
     .part_of_key = true,
     .list = CODES_OUTCOME,
     .offset = offsetof(struct outcome_saving, outcome),
     .help = "Et positivt udfald.",
     .example = "ordinaert_job"},
    {.name = "besparelse",
     .type = VALUE_PERCENT,
     REQUIRED,
     .offset = offsetof(struct outcome_saving, share),
     .help = "Hvor meget af ydelsen der falder bort ved udfaldet.",
     .example = "100 %"},
    {.name = "skat",
     .type = VALUE_MONEY,
     .offset = offsetof(struct outcome_saving, tax),
     .help = "Ekstra kommuneskat i kroner om måneden. Tom: ingen.",
     .example = "1.500"},
};

static const struct column result_payment_columns[] = {
    {.name = "resultat",
     .type = VALUE_RESULT,
     REQUIRED,
     .part_of_key = true,
     .offset = offsetof(struct result_payment, result),
     .help = "Det resultat, kommunen betaler for.",
     .example = "udfald:ordinaert_job"},
    {.name = "beloeb",
     .type = VALUE_MONEY,
     REQUIRED,
     .offset = offsetof(struct result_payment, amount),
     .help = "Betalingen for ét resultat i kroner.",
     .example = "24.000"},
};

static const struct column investment_columns[] = {
    {.name = "post",
     .type = VALUE_TEXT,
     REQUIRED,
     .offset = offsetof(struct investment, post),
     .help = "Hvad pengene går til, som det skal stå i rapporten.",
     .example = "Mentor"},
    {.name = "beloeb",
     .type = VALUE_MONEY,
     REQUIRED,
     .offset = offsetof(struct investment, amount),
     .help = "Beløbet i kroner.",
     .example = "20.000"},
    {.name = "pr",
     .type = VALUE_CODE,
     REQUIRED,
     .list = CODES_INVESTMENT_BASIS,
     .offset = offsetof(struct investment, basis),
     .help = "forloeb: beløbet for hvert forløb. program: beløbet én gang for hele programmet.",
     .example = "forloeb"},
    {.name = "dato",
     .type = VALUE_DATE,
     .offset = offsetof(struct investment, date),
     .help = "Dagen, et beløb for programmet falder. Tom: ved programmets start.",
     .example = "01-11-2024"},
};

static const struct column scenario_columns[] = {
    {.name = "scenarie",
     .type = VALUE_KEY,
     REQUIRED,
     .offset = offsetof(struct scenario, id),
     .help = "Scenariets navn, uden kolon. Det øverste er hovedscenariet.",
     .example = "Forventet"},
    {.name = "frafald",
     .type = VALUE_PERCENT,
     REQUIRED,
     .offset = offsetof(struct scenario, lapse),
     .help = "Den del af de positive udfald, der falder bort hver måned.",
     .example = "1,5 %"},
    {.name = "horisont",
     .type = VALUE_WHOLE,
     REQUIRED,
     .offset = offsetof(struct scenario, horizon),
     .help = "Hvor mange måneder der regnes frem fra forløbets start, 1–600.",
     .example = "36"},
    {.name = "diskontering",
     .type = VALUE_PERCENT,
     .offset = offsetof(struct scenario, discount),
     .help = "Rente om året, som fremtidige beløb tilbageføres med. Tom: 0.",
     .example = "3,5 %"},
};

static const struct column accelerator_columns[] = {
    {.name = "virksomhed_id",
     .type = VALUE_REFERENCE,
     REQUIRED,
     .part_of_key = true,
     .reference = TABLE_ENTERPRISES,
     .offset = offsetof(struct accelerator, enterprise),
     .help = "Virksomheden i acceleratoren (se virksomheder).",
     .example = "V-012"},
    {.name = "start",
     .type = VALUE_DATE,
     REQUIRED,
     .offset = offsetof(struct accelerator, start),
     .help = "Acceleratorforløbets første dag.",
     .example = "01-01-2023"},
    {.name = "slut",
     .type = VALUE_DATE,
     REQUIRED,
     .offset = offsetof(struct accelerator, end),
     .help = "Acceleratorforløbets sidste dag.",
     .example = "31-12-2023"},
    {.name = "ansatte_start",
     .type = VALUE_WHOLE,
     REQUIRED,
     .offset = offsetof(struct accelerator, staff_start),
     .help = "Antal ansatte ved start.",
     .example = "8"},
    {.name = "ansatte_slut",
     .type = VALUE_WHOLE,
     REQUIRED,
     .offset = offsetof(struct accelerator, staff_end),
     .help = "Antal ansatte ved slut.",
     .example = "11"},
    {.name = "omsaetning_start",
     .type = VALUE_MONEY,
     .offset = offsetof(struct accelerator, turnover_start),
     .help = "Årlig omsætning i kroner ved start.",
     .example = "2.400.000"},
    {.name = "omsaetning_slut",
     .type = VALUE_MONEY,
     .offset = offsetof(struct accelerator, turnover_end),
     .help = "Årlig omsætning i kroner ved slut.",
     .example = "3.100.000"},
};

const struct table_schema benefit_rates_schema =
    TABLE("satser", "én sats for en målgruppes ydelse", NEEDED_BY_EFFECT, NEEDED_BY_EFFECT, benefit_rate,
          benefit_rate_columns);

const struct table_schema refund_rates_schema =
    TABLE("refusion", "statens andel i en række uger", NEEDED_BY_EFFECT, NEEDED_BY_EFFECT, refund_rate,
          refund_rate_columns);

const struct table_schema outcome_savings_schema =
    TABLE("virkning", "hvad ét positivt udfald sparer", NEEDED_BY_EFFECT, NEEDED_BY_EFFECT, outcome_saving,
          outcome_saving_columns);

const struct table_schema result_payments_schema = TABLE(
    "betalinger", "betalingen for ét resultat", 0, NEEDED_BY_EFFECT, result_payment, result_payment_columns);

const struct table_schema investments_schema =
    TABLE("investering", "én post i investeringen", 0, NEEDED_BY_EFFECT, investment, investment_columns);

const struct table_schema scenarios_schema = TABLE("scenarier", "ét sæt forudsætninger", NEEDED_BY_EFFECT,
                                                   NEEDED_BY_EFFECT, scenario, scenario_columns);

const struct table_schema accelerators_schema = TABLE("accelerator", "én virksomhed i acceleratoren", 0,
                                                      NEEDED_BY_EFFECT, accelerator, accelerator_columns);

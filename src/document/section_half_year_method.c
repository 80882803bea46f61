/*
 * Method in short: what the half-yearly report is counted from and how pace and forecast come about. How each
 * figure is counted stands in the yearly report.
 */
#include "period_words.h"
#include "sections.h"
#include "sentence.h"
#include "text_da.h"

static void add_counting(const struct section_context *context, struct section *section)
{
    const struct period *report = &context->figures->periods[context->figures->report];
    const struct period whole = period_of(report->year, report->half);
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Halvåret går fra ");
    say_value(s, ratio_whole(whole.first), FORMAT_DATE);
    say(s, " til ");
    say_value(s, ratio_whole(whole.last), FORMAT_DATE);
    say(s,
        ", begge dage medregnet. Det sammenlignes med det samme halvår året før. Mål, der gælder hvert år, "
        "er talt fra 1.\u00A0januar. ");
    say(s, "Takten er det, der er kommet til, delt med de måneder, der er gået af året eller siden målets "
           "første år begyndte. Kravet er det, der mangler, delt med de måneder, der er tilbage til "
           "fristen. Prognosen er resultatet gange årets dage delt med de dage, der er gået. ");
    say(s,
        "Hvordan hvert nøgletal er talt, står i årsrapporten under »Metode og data«; nøgletallene selv står "
        "i filen ");
    say_sv(s, sv_format(context->document->arena, "noegletal-%.*s.csv.", SV_ARG(period_name(report))));
}

/* "Der er læst 14 filer med i alt 5.911 rækker": the list of them is long, and the run's record has it. */
static void add_files_in_short(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    int64_t files = 0;
    int64_t rows = 0;
    for (size_t i = 0; i < context->data->file_count; i++)
        if (context->data->files[i].is_table) {
            files++;
            rows += (int64_t)context->data->files[i].rows;
        }
    if (!files)
        return;
    say(s, "Der er læst ");
    say_number(s, ratio_whole(files), NOUN_FILE);
    if (!rows) {
        say(s, " uden rækker.");
        return;
    }
    say(s, " med i alt ");
    say_number(s, ratio_whole(rows), NOUN_ROW);
    say(s, "; fil for fil står de i koersel.json.");
}

void section_half_year_method(const struct section_context *context, struct section *section)
{
    add_counting(context, section);
    add_data_account(context, section);
    add_files_in_short(context, section);
}

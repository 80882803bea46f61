/*
 * Method of the survey: who counts as asked, what a missing answer is, and how the answers are added up.
 */
#include "sections.h"
#include "sentence.h"

static void add_who(const struct section_context *context, struct section *section)
{
    say(sentence_in(context, section, PARAGRAPH_BODY),
        "Spurgt er de kommuner, der står i kommuner.csv, undtagen dem, hvor der står nej i kolonnen spurgt. "
        "Et "
        "spørgsmål er stillet i en runde, når svar.csv har mindst én række med det spørgsmål og den runde, "
        "også "
        "en tom. I den runde er enhver spurgt kommune uden svar talt som »ikke besvaret«. »Ikke besvaret«, "
        "et "
        "svar som »nej« eller »ingen« og tallet 0 er tre forskellige ting.");
}

static void add_how(const struct section_context *context, struct section *section)
{
    say(sentence_in(context, section, PARAGRAPH_BODY),
        "Alle antal er antal kommuner, ikke personer. »I alt« er summen af runderne og tæller derfor en "
        "kommune "
        "én gang for hver runde, den har svaret i. »Ændring« er antallet i den sidste runde minus antallet i "
        "den første. Andele vises kun, hvor mindst 20 kommuner har svaret i runden, for ellers flytter en "
        "enkelt "
        "kommune dem for meget. Svarene på en skala står med det laveste først.");
    say(sentence_in(context, section, PARAGRAPH_BODY),
        "Virksomheder er lagt sammen for de kommuner, der oplyser tallet, spurgt eller ej; en kommune, der "
        "ikke "
        "oplyser det, tæller ikke som 0.");
}

static void add_extract(const struct section_context *context, struct section *section)
{
    const day_number extract = context->data->settings.extract_date;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    if (extract == DAY_NONE) {
        say(s, "Det er ikke oplyst, hvornår svarene er samlet ind.");
        return;
    }
    say(s, "Svarene er samlet ind senest ");
    say_value(s, ratio_whole(extract), FORMAT_DATE);
    say(s, ".");
}

void section_survey_method(const struct section_context *context, struct section *section)
{
    section_add_heading(context->document, section, 2, sv_of("Hvem der er spurgt"));
    add_who(context, section);
    section_add_heading(context->document, section, 2, sv_of("Sådan er svarene talt"));
    add_how(context, section);
    add_counting_of_figures(context, section);
    section_add_heading(context->document, section, 2, sv_of("Data"));
    add_extract(context, section);
    add_rows_left_out(context, section);
    add_files_and_findings(context, section);
}

#include "changes_text.h"

#include "changed_columns.h"
#include "changed_inputs.h"
#include "changed_rows.h"
#include "goal_view.h"
#include "sentence.h"

#include <string.h>

/* ---- What the correction is ---- */

static void say_version_before(struct sentence s, const struct told_version *before)
{
    say_sv(s, told_version_name(before, s.context->document->arena));
    if (before->date == DAY_NONE)
        return;
    say(s, " fra ");
    say_value(s, ratio_whole(before->date), FORMAT_DATE);
}

static bool ends_a_sentence(struct sv text)
{
    return text.size && strchr(".!?", text.data[text.size - 1]);
}

/* "Begrundelse for version 2: Et job manglede." */
static void say_reason_of(struct sentence s, const struct told_version *version)
{
    if (!version->reason.size)
        return;
    say(s, " Begrundelse for ");
    say_sv(s, told_version_name(version, s.context->document->arena));
    say(s, ": ");
    say_sv(s, version->reason);
    if (!ends_a_sentence(version->reason))
        say(s, ".");
}

/* "Version 1 er holdt op mod version 3." */
static void say_side_by_side(struct sentence s, const struct correction *correction)
{
    struct arena *arena = s.context->document->arena;
    say_sv(s, text_raised(arena, told_version_name(&correction->before, arena)));
    say(s, " er holdt op mod ");
    say_sv(s, told_version_name(&correction->after, arena));
    say(s, ".");
    say_reason_of(s, &correction->before);
    say_reason_of(s, &correction->after);
}

/* "Dette er version 2, der træder i stedet for version 1 fra 12. januar 2026. Begrundelse: …" */
static void say_versions(struct sentence s, const struct correction *correction)
{
    struct arena *arena = s.context->document->arena;
    const struct sv reason = reason_line(s.context->request, arena);
    if (correction->side_by_side || !correction->after.number) {
        say_side_by_side(s, correction);
        return;
    }
    say_sv(s, sv_format(arena, "Dette er version %u, der træder i stedet for ", correction->after.number));
    say_version_before(s, &correction->before);
    say(s, ".");
    if (!reason.size)
        return;
    say(s, " ");
    say_sv(s, reason);
    if (!ends_a_sentence(reason))
        say(s, ".");
}

/* How many rows of a file were changed in each way. */
struct file_changes {
    struct sv name;
    int64_t rows[ROW_CHANGE_KINDS];
};

static struct file_changes *count_by_file(const struct changes *changes, size_t *count, struct arena *arena)
{
    size_t capacity = 0;
    struct file_changes *files = NULL;
    *count = 0;
    for (size_t i = 0; i < changes->row_count; i++) {
        const struct sv name = row_change_file(changes, &changes->rows[i]);
        size_t at = 0;
        while (at < *count && !sv_equal(files[at].name, name))
            at++;
        if (at == *count) {
            files = arena_grow(arena, files, *count, &capacity, sizeof *files);
            files[(*count)++] = (struct file_changes){.name = name};
        }
        files[at].rows[changes->rows[i].kind]++;
    }
    return files;
}

/* In a sentence, where there is room for more than in a table. */
static const char *kind_in_words(enum row_change_kind kind)
{
    if (kind == ROW_NOW_COUNTED)
        return "ikke længere udeladt for en fejl";
    return kind == ROW_NOW_LEFT_OUT ? "nu udeladt for en fejl" : row_change_word(kind);
}

/* "1 tilføjet, 2 fjernet og 3 rettet" */
static void say_kinds(struct sentence s, const int64_t rows[ROW_CHANGE_KINDS])
{
    static const enum row_change_kind order[] = {ROW_ADDED, ROW_REMOVED, ROW_CHANGED, ROW_NOW_COUNTED,
                                                 ROW_NOW_LEFT_OUT};
    size_t left = 0;
    const char *between = "";
    for (size_t i = 0; i < ROW_CHANGE_KINDS; i++)
        left += rows[order[i]] != 0;
    for (size_t i = 0; i < ROW_CHANGE_KINDS; i++) {
        if (!rows[order[i]])
            continue;
        say(s, between);
        say_value(s, ratio_whole(rows[order[i]]), FORMAT_COUNT);
        say(s, " ");
        say(s, kind_in_words(order[i]));
        between = --left == 1 ? " og " : ", ";
    }
}

static void say_files(struct sentence s, const struct file_changes *files, size_t count)
{
    enum { FILES_NAMED = 8 };
    for (size_t i = 0; i < count && i < FILES_NAMED; i++) {
        say(s, i ? "; i " : "i ");
        say_sv(s, files[i].name);
        say(s, " er ");
        say_kinds(s, files[i].rows);
    }
    if (count > FILES_NAMED) {
        say(s, "; og flere i ");
        say_number(s, ratio_whole((int64_t)(count - FILES_NAMED)), NOUN_FILE);
    }
}

/* "Heraf er 1.355 rækker udeladt af den ene version, alene fordi de henviser til en udeladt række. " */
static void say_following(struct sentence s, const struct changes *changes)
{
    int64_t following = 0;
    for (size_t i = 0; i < changes->row_count; i++)
        following += row_follows(&changes->rows[i]);
    if (!following)
        return;
    say(s, "Heraf er ");
    say_number(s, ratio_whole(following), NOUN_ROW);
    say(s, " udeladt af den ene version, alene fordi ");
    say(s, following == 1 ? "den" : "de");
    say(s, " henviser til en udeladt række. ");
}

/* "Fire rækker i data er ændret: i job.csv er 1 tilføjet …" */
static void say_rows(struct sentence s, const struct changes *changes)
{
    size_t count;
    const struct file_changes *files = count_by_file(changes, &count, s.context->document->arena);
    if (!changes->row_count) {
        say(s, "Ingen rækker i data er ændret. ");
        return;
    }
    say(s, "I data er ");
    say_number(s, ratio_whole((int64_t)changes->row_count), NOUN_ROW);
    say(s, " ændret: ");
    say_files(s, files, count);
    say(s, ". ");
    say_following(s, changes);
}

static void say_rows_and_columns(struct sentence s, const struct changes *changes)
{
    say_rows(s, changes);
    say_changed_columns(s, changes);
}

static void say_figures(struct sentence s, const struct changes *changes)
{
    if (!changes->figure_count) {
        say(s, "Ingen nøgletal har flyttet sig; alle ");
        say_value(s, ratio_whole((int64_t)changes->unchanged), FORMAT_COUNT);
        say(s, " er, som de var.");
        return;
    }
    say_value(s, ratio_whole((int64_t)changes->figure_count), FORMAT_COUNT);
    say(s, " nøgletal har flyttet sig, og ");
    say_value(s, ratio_whole((int64_t)changes->unchanged), FORMAT_COUNT);
    say(s, " er uændrede, når alle opdelinger tælles med.");
}

static void say_without_rows(struct sentence s, const struct correction *correction)
{
    say(s, "Rækkerne bag ");
    say_sv(s, told_version_name(&correction->before, s.context->document->arena));
    say(s, " kan ikke vises: ");
    say(s, correction->rows_lost);
    say(s, ". Tallene kan derfor sammenlignes, men ikke føres tilbage til rækker. ");
}

void add_changes_lead(const struct section_context *context, struct section *section)
{
    say_versions(sentence_in(context, section, PARAGRAPH_LEAD), context->request->correction);
}

void add_changes_counted(const struct section_context *context, struct section *section)
{
    const struct correction *correction = context->request->correction;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    if (!correction_can_be_told(correction)) {
        say(s, "Tallene i ");
        say_sv(s, told_version_name(&correction->before, context->document->arena));
        say(s, " er der ikke mere eller kan ikke læses, så det kan ikke vises, hvad der er ændret. ");
        say(s, correction->rows_lost);
        say(s, ".");
        return;
    }
    if (correction_has_rows(correction))
        say_rows_and_columns(s, correction->changes);
    else
        say_without_rows(s, correction);
    say_figures(s, correction->changes);
}

/* ---- Goals that turned ---- */

static const struct figure_change *change_of_goal(const struct changes *changes, struct figure_key key,
                                                  enum figure_id id)
{
    key.figure = (uint16_t)id;
    for (size_t i = 0; i < changes->figure_count; i++) {
        const struct figure *after = changes->figures[i].after;
        if (after && after->key.figure == key.figure && after->key.goal == key.goal &&
            after->key.period == key.period)
            return &changes->figures[i];
    }
    return NULL;
}

static void say_moved(struct sentence s, const struct figure_change *change, const char *what)
{
    const struct told_change told =
        told_change(s.context->request->correction, change, s.context->document->arena);
    say(s, what);
    paragraph_add(s.context->document, s.paragraph, told.before);
    say(s, " til ");
    paragraph_add(s.context->document, s.paragraph, told.after);
}

static void say_target_now(struct sentence s, struct figure_key key, enum value_format format)
{
    key.figure = FIGURE_GOAL_TARGET;
    const struct ratio target = figures_value(s.context->figures, key);
    if (!ratio_has_value(target))
        return;
    say(s, ", og måltallet er ");
    paragraph_add(s.context->document, s.paragraph, cell_of_target(target, format));
}

/* ": resultatet gik fra 29 til 30, og måltallet er 30" */
static void say_why_it_turned(struct sentence s, const struct changes *changes, struct figure_key key)
{
    const struct figure_change *value = change_of_goal(changes, key, FIGURE_GOAL_VALUE);
    const struct figure_change *target = change_of_goal(changes, key, FIGURE_GOAL_TARGET);
    key.figure = FIGURE_GOAL_VALUE;
    if (value)
        say_moved(s, value, ": resultatet gik fra ");
    if (target)
        say_moved(s, target, value ? ", og måltallet fra " : ": måltallet gik fra ");
    else if (value)
        say_target_now(s, key, figure_key_format(s.context->figures, key));
}

static void say_status(struct sentence s, const struct cell *cell)
{
    struct cell strong = *cell;
    strong.strong = true;
    paragraph_add(s.context->document, s.paragraph, strong);
}

static void say_turned_goal(struct sentence s, const struct told_change *told)
{
    const struct sv name = goals(told->figures->data)[told->key.goal].name;
    say_sv(s, sv_format(s.context->document->arena, "Målet »%.*s« ", SV_ARG(name)));
    if (!told->change->after) {
        say(s, "er faldet bort.");
        return;
    }
    if (!ratio_has_value(told->before.value)) {
        say(s, "er kommet til: ");
        say_status(s, &told->after);
        say(s, ".");
        return;
    }
    say(s, "er vendt fra ");
    say_status(s, &told->before);
    say(s, " til ");
    say_status(s, &told->after);
    say_why_it_turned(s, s.context->request->correction->changes, told->key);
    say(s, ".");
}

/* The year before, and the year of a half-year, have a status of the same goal. */
static bool is_status_in_report(const struct told_change *told)
{
    return told->key.figure == FIGURE_GOAL_STATUS && told->key.period == told->figures->report;
}

void add_turned_goals(const struct section_context *context, struct section *section)
{
    const struct correction *correction = context->request->correction;
    struct list *list = NULL;
    for (size_t i = 0; i < correction->changes->figure_count; i++) {
        const struct told_change told =
            told_change(correction, &correction->changes->figures[i], context->document->arena);
        if (!told.figures || !is_status_in_report(&told))
            continue;
        if (!list)
            list = section_add_list(context->document, section);
        say_turned_goal((struct sentence){context, list_add_item(context->document, list)}, &told);
    }
}

/* ---- What else changed ---- */

static size_t figures_counted_otherwise(const struct changes *changes)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->figure_count; i++)
        count += changes->figures[i].method;
    return count;
}

static bool has_other_program(const struct correction *correction)
{
    const struct sv before = correction->before.program;
    return before.size && correction->after.program.size && !sv_equal(before, correction->after.program);
}

static void say_program(struct sentence s, const struct correction *correction)
{
    const size_t count = figures_counted_otherwise(correction->changes);
    const struct sv before = correction->before.program;
    const struct sv after = correction->after.program;
    if (!count) {
        say_sv(s, sv_format(s.context->document->arena,
                            "Programmet er version %.*s; før var det version %.*s. Det tæller data som før.",
                            SV_ARG(after), SV_ARG(before)));
        return;
    }
    say(s, "Programmet tæller ");
    say_value(s, ratio_whole((int64_t)count), FORMAT_COUNT);
    say(s, " nøgletal anderledes end før, selv om data er de samme");
    if (has_other_program(correction))
        say_sv(s, sv_format(s.context->document->arena, " (version %.*s før, %.*s nu)", SV_ARG(before),
                            SV_ARG(after)));
    say(s, ".");
}

/* Also those that count nothing otherwise, such as the date. */
static bool has_other_options(const struct correction *correction)
{
    for (size_t i = 0; i < correction->after.option_count; i++) {
        const struct told_option *option = &correction->after.options[i];
        if (!sv_equal(told_option(&correction->before, option->name), option->value))
            return true;
    }
    return false;
}

static struct sv option_value(struct sv value)
{
    return value.size ? value : sv_of("ikke givet");
}

/* "Rapporten er dannet med andre valg: --udelad-fejl var nej og er nu ja." */
static void say_options(struct sentence s, const struct correction *correction)
{
    const struct told_version *after = &correction->after;
    const char *between = ": ";
    say(s, "Rapporten er dannet med andre valg");
    for (size_t i = 0; i < after->option_count; i++) {
        const struct sv before = told_option(&correction->before, after->options[i].name);
        if (sv_equal(before, after->options[i].value))
            continue;
        say(s, between);
        say_sv(s, sv_format(s.context->document->arena, "%.*s var %.*s og er nu %.*s",
                            SV_ARG(after->options[i].name), SV_ARG(option_value(before)),
                            SV_ARG(option_value(after->options[i].value))));
        between = "; ";
    }
    say(s, ".");
}

/* The day of the extract is told in words of its own when it is known of both. */
static bool has_other_extract(const struct changes *changes)
{
    const day_number before = changes->before.data->settings.extract_date;
    const day_number after = changes->after.data->settings.extract_date;
    return before != after && before != DAY_NONE && after != DAY_NONE;
}

/* "Desuden er filen rapport.ini ændret", after changed rows or another cause; else "Filen rapport.ini er
 * ændret". */
static void say_is_changed(struct sentence s, const struct changes *changes, const char *what)
{
    struct arena *arena = s.context->document->arena;
    const bool besides = changes->row_count || s.paragraph->span_count;
    say_sv(s, besides ? sv_format(arena, "Desuden er %s ændret", what)
                      : sv_format(arena, "%.*s er ændret", SV_ARG(text_raised(arena, sv_of(what)))));
}

static void say_extract(struct sentence s, const struct changes *changes)
{
    say_is_changed(s, changes, "filen rapport.ini");
    say(s, ": Data er trukket den ");
    say_value(s, ratio_whole(changes->after.data->settings.extract_date), FORMAT_DATE);
    say(s, "; før var det den ");
    say_value(s, ratio_whole(changes->before.data->settings.extract_date), FORMAT_DATE);
    say(s, ".");
}

static void say_settings(struct sentence s, const struct changes *changes, const struct changes_form *form)
{
    if (!has_other_extract(changes)) {
        say_is_changed(s, changes, "indstillingerne i rapport.ini");
        say_changed_inputs(s, changes, CAUSE_SETTINGS, (struct sv){0}, form->inputs);
        say(s, ".");
        return;
    }
    say_extract(s, changes);
    if (!count_changed_inputs(changes, CAUSE_SETTINGS, sv_of("data.udtraeksdato")))
        return;
    say(s, " Også andre indstillinger i rapport.ini er ændret");
    say_changed_inputs(s, changes, CAUSE_SETTINGS, sv_of("data.udtraeksdato"), form->inputs);
    say(s, ".");
}

static void say_codes(struct sentence s, const struct changes *changes, const struct changes_form *form)
{
    say_is_changed(s, changes, "kodelisterne i koder.csv");
    say_changed_inputs(s, changes, CAUSE_CODES, (struct sv){0}, form->inputs);
    say(s, ".");
}

/* Also what counts nothing otherwise, such as the report's title. */
static bool is_told_of(const struct changes *changes, enum change_cause cause)
{
    return (changes->causes & (unsigned)cause) || count_changed_inputs(changes, cause, (struct sv){0});
}

static void begin_sentence(struct sentence s)
{
    if (s.paragraph->span_count)
        say(s, " ");
}

static void say_cause(struct sentence s, const struct correction *correction, enum change_cause cause,
                      const struct changes_form *form)
{
    begin_sentence(s);
    switch (cause) {
    case CAUSE_PROGRAM:
        say_program(s, correction);
        break;
    case CAUSE_OPTIONS:
        say_options(s, correction);
        break;
    case CAUSE_CODES:
        say_codes(s, correction->changes, form);
        break;
    case CAUSE_SETTINGS:
        say_settings(s, correction->changes, form);
        break;
    }
}

/* What a file says otherwise is told; that it came or went is not. */
static bool is_told_as_input(const struct changes *changes, const struct file_change *file)
{
    return file->difference == FILE_CHANGED &&
           ((sv_is(file->after, "rapport.ini") && is_told_of(changes, CAUSE_SETTINGS)) ||
            (sv_is(file->after, "koder.csv") && is_told_of(changes, CAUSE_CODES)));
}

/* Whether that is told of the file: changed rows are told as such, and what counts as a setting or a code
 * too; that rows went to another file or came from one is told beside what else differs. */
static bool is_told_as_file(const struct changes *changes, const struct file_change *file,
                            enum file_difference difference)
{
    if (difference == FILE_REGROUPED)
        return file->regrouped;
    return file->difference == difference && !(file->is_table && file->difference == FILE_CHANGED) &&
           !is_told_as_input(changes, file);
}

static size_t files_that(const struct changes *changes, enum file_difference difference, struct sv *names)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->file_count; i++) {
        const struct file_change *file = &changes->files[i];
        if (is_told_as_file(changes, file, difference))
            names[count++] = file->after.size ? file->after : file->before;
    }
    return count;
}

/* What is said of one file, and of several. */
struct said_of_files {
    enum file_difference difference;
    const char *one, *after_one, *several;
};

/* "Disse filer er ændret: a.csv, b.csv og 3 filer til." */
static void say_files_that(struct sentence s, const struct changes *changes, const struct said_of_files *said)
{
    enum { FILES_NAMED = 6 };
    struct arena *arena = s.context->document->arena;
    struct sv *names = arena_array(arena, changes->file_count, sizeof *names);
    const size_t count = files_that(changes, said->difference, names);
    if (!count)
        return;
    begin_sentence(s);
    say(s, count == 1 ? said->one : said->several);
    if (count > FILES_NAMED)
        names[FILES_NAMED - 1] = counted_text(count - FILES_NAMED + 1, "fil til", "filer til", arena);
    say_sv(s, text_joined(arena, names, count < FILES_NAMED ? count : FILES_NAMED));
    say(s, count == 1 ? said->after_one : ".");
}

/* The one file that is written otherwise; NULL: there is none, or there are several. */
static const struct file_change *only_rewritten(const struct changes *changes)
{
    const struct file_change *found = NULL;
    for (size_t i = 0; i < changes->file_count; i++) {
        if (changes->files[i].difference != FILE_REWRITTEN)
            continue;
        if (found)
            return NULL;
        found = &changes->files[i];
    }
    return found;
}

/* "Den har et andet tegnsæt." */
static void say_form(struct sentence s, const struct changes *changes)
{
    const struct file_change *file = only_rewritten(changes);
    const struct input_file *before = file ? data_set_file(changes->before.data, file->before) : NULL;
    const struct input_file *after = file ? data_set_file(changes->after.data, file->after) : NULL;
    if (!before || !after)
        return;
    if (before->encoding != after->encoding)
        say(s, " Den har et andet tegnsæt.");
    if (before->separator != after->separator)
        say(s, " Den har et andet skilletegn.");
}

static void say_renamed(struct sentence s, const struct changes *changes)
{
    for (size_t i = 0; i < changes->file_count; i++) {
        const struct file_change *file = &changes->files[i];
        if (file->difference != FILE_RENAMED)
            continue;
        begin_sentence(s);
        say_sv(s, sv_format(s.context->document->arena, "Filen %.*s hedder nu %.*s.", SV_ARG(file->before),
                            SV_ARG(file->after)));
    }
}

static void say_other_files(struct sentence s, const struct changes *changes)
{
    static const struct said_of_files said[] = {
        {FILE_CHANGED, "Filen ", " er ændret.", "Disse filer er ændret: "},
        {FILE_ADDED, "Filen ", " er kommet til.", "Disse filer er kommet til: "},
        {FILE_GONE, "Filen ", " er der ikke mere.", "Disse filer er der ikke mere: "},
        {FILE_REORDERED, "I filen ", " står de samme rækker i en anden rækkefølge.",
         "I disse filer står de samme rækker i en anden rækkefølge: "},
        {FILE_REWRITTEN, "Filen ", " er skrevet på en anden måde, men de rækker, der tæller, er de samme.",
         "Disse filer er skrevet på en anden måde, men de rækker, der tæller, er de samme: "},
        {FILE_REGROUPED, "Rækker er flyttet mellem ", " og andre filer.",
         "Rækker er flyttet mellem disse filer: "},
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        say_files_that(s, changes, &said[i]);
        if (said[i].difference == FILE_REWRITTEN)
            say_form(s, changes);
    }
    say_renamed(s, changes);
}

/* ---- Nothing else changed ---- */

/* "Version 2 er lavet, fordi filer i version 1 ikke er, som de blev skrevet: noegletal-2024.csv mangler." */
static void say_touched(struct sentence s, const struct correction *correction)
{
    enum { FILES_NAMED = 6 };
    struct arena *arena = s.context->document->arena;
    struct sv touched[FILES_NAMED];
    size_t count = 0;
    say_sv(s, sv_format(arena, "Version %u er lavet, fordi version %u ikke er, som den blev skrevet: ",
                        correction->after.number, correction->before.number));
    for (; count < correction->touched_count && count < FILES_NAMED; count++)
        touched[count] = sv_format(arena, "%.*s %s", SV_ARG(correction->touched[count].name),
                                   correction->touched[count].what);
    if (correction->touched_count > FILES_NAMED)
        touched[FILES_NAMED - 1] = counted_text(correction->touched_count - FILES_NAMED + 1,
                                                "fil til er ændret", "filer til er ændret", arena);
    say_sv(s, text_joined(arena, touched, count));
    say(s, ".");
}

static void say_reason_alone(struct sentence s, unsigned before)
{
    if (s.context->request->reason.size)
        say(s, "Rapporten er lavet igen for begrundelsens skyld.");
    else
        say_sv(s, sv_format(s.context->document->arena,
                            "Version %u havde en begrundelse; det har denne ikke.", before));
}

static void say_made_again(struct sentence s, const struct correction *correction)
{
    struct arena *arena = s.context->document->arena;
    const unsigned before = correction->before.number;
    say_sv(s, sv_format(arena, "Data, valg og program er de samme som i version %u. ", before));
    switch (correction->made_again) {
    case AGAIN_FOR_DIFFERENCES:
    case AGAIN_FOR_FILES:
        say_touched(s, correction);
        break;
    case AGAIN_FOR_LOST:
        say(s, "Versionen imellem kan ikke læses; derfor er rapporten lavet igen.");
        break;
    case AGAIN_FOR_REASON:
        say_reason_alone(s, before);
        break;
    case AGAIN_UNKNOWN:
        say(s, "Det vides ikke, hvorfor der er kommet en ny version; se listen over fund.");
        break;
    }
}

/* The document's date follows from an option, the settings, or the data, which then are told. */
static bool has_date_alone(const struct correction *correction, unsigned told)
{
    return correction->before.date != correction->after.date && correction->before.date != DAY_NONE &&
           !correction->changes->row_count && !told && correction->after.number;
}

static void say_dates(struct sentence s, const struct correction *correction)
{
    begin_sentence(s);
    say(s, "Rapporten er dateret den ");
    say_value(s, ratio_whole(correction->after.date), FORMAT_DATE);
    say(s, "; før var det den ");
    say_value(s, ratio_whole(correction->before.date), FORMAT_DATE);
    say(s, ".");
}

static void say_unexplained(struct sentence s, const struct changes *changes)
{
    begin_sentence(s);
    say_value(s, ratio_whole((int64_t)changes->unexplained), FORMAT_COUNT);
    say(s,
        " nøgletal har flyttet sig, uden at det kan føres tilbage til rækker eller til andet, der er ændret. "
        "Det er en fejl i programmet, som listen over fund viser.");
}

static unsigned causes_told(const struct correction *correction)
{
    return correction->changes->causes | (has_other_program(correction) ? CAUSE_PROGRAM : 0u) |
           (has_other_options(correction) ? CAUSE_OPTIONS : 0u) |
           (is_told_of(correction->changes, CAUSE_CODES) ? CAUSE_CODES : 0u) |
           (is_told_of(correction->changes, CAUSE_SETTINGS) ? CAUSE_SETTINGS : 0u);
}

void add_other_causes(const struct section_context *context, struct section *section,
                      const struct changes_form *form)
{
    static const enum change_cause causes[] = {CAUSE_PROGRAM, CAUSE_OPTIONS, CAUSE_CODES, CAUSE_SETTINGS};
    const struct correction *correction = context->request->correction;
    struct paragraph paragraph = {.look = PARAGRAPH_BODY};
    const struct sentence s = {context, &paragraph};
    if (!correction_has_rows(correction))
        return;
    const unsigned told = causes_told(correction);
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (told & causes[i])
            say_cause(s, correction, causes[i], form);
    say_other_files(s, correction->changes);
    if (has_date_alone(correction, told))
        say_dates(s, correction);
    if (correction->made_again != AGAIN_FOR_DIFFERENCES)
        say_made_again(s, correction);
    if (correction->changes->unexplained)
        say_unexplained(s, correction->changes);
    if (paragraph.span_count)
        *section_add_paragraph(context->document, section, PARAGRAPH_BODY) = paragraph;
}

/* ---- Versions ---- */

void add_versions_left_out(const struct section_context *context, struct section *section)
{
    struct arena *arena = context->document->arena;
    const struct correction *correction = context->request->correction;
    const struct sv text = versions_left_out_text(correction, arena);
    if (!text.size)
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say_sv(s, sv_format(arena, "Tallene version for version står i %.*s.", SV_ARG(correction->file)));
    say_sv(s, text);
}

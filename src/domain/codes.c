#include "codes.h"

#include "text_da.h"

#include <string.h>

struct built_in_code {
    const char *code;
    const char *name;
    const char *alias; /* another name, read but not printed; NULL: none */
    bool positive;
};

struct built_in_list {
    const char *name;
    const struct built_in_code *codes;
    size_t count;
    bool fixed;
};

#define LIST(list_name, array)                                                                               \
    {                                                                                                        \
        .name = (list_name), .codes = (array), .count = sizeof(array) / sizeof *(array)                      \
    }

static const struct built_in_code target_groups[] = {
    {.code = "ressourceforloeb", .name = "Ressourceforløb"},
    {.code = "kontanthjaelp", .name = "Kontanthjælp"},
    {.code = "fleksjob", .name = "Fleksjob"},
    {.code = "integration", .name = "Integration"},
    {.code = "unge", .name = "Unge"},
    {.code = "sygedagpenge", .name = "Sygedagpenge"},
    {.code = "jobafklaring", .name = "Jobafklaring"},
    {.code = "ledighedsydelse", .name = "Ledighedsydelse"},
    {.code = "stu", .name = "STU"},
    {.code = "foertidspension", .name = "Førtidspension"},
    {.code = "anden", .name = "Anden målgruppe"},
};

static const struct built_in_code steps[] = {
    {.code = "motivation", .name = "Motivation"},   {.code = "afklaring", .name = "Afklaring"},
    {.code = "praktik", .name = "Praktik"},         {.code = "lille_job", .name = "Lille job"},
    {.code = "flere_timer", .name = "Flere timer"},
};

static const struct built_in_code outcomes[] = {
    {.code = "uddannelse", .name = "Uddannelse", .positive = true},
    {.code = "ordinaert_job", .name = "Ordinært job", .positive = true},
    {.code = "fleksjob", .name = "Fleksjob", .positive = true},
    {.code = "smaajob", .name = "Småjob", .positive = true},
    {.code = "loentilskud", .name = "Løntilskud", .positive = true},
    {.code = "praktik", .name = "Praktik"},
    {.code = "nyt_forloeb", .name = "Nyt forløb"},
    {.code = "stoppet", .name = "Stoppet"},
    {.code = "fraflyttet", .name = "Fraflyttet"},
    {.code = "foertidspension", .name = "Førtidspension"},
    {.code = "andet", .name = "Andet"},
    {.code = "uoplyst", .name = "Uoplyst"},
};

static const struct built_in_code dropout_reasons[] = {
    {.code = "alkohol", .name = "Alkohol"},
    {.code = "misbrug", .name = "Misbrug"},
    {.code = "privatliv", .name = "Privatliv"},
    {.code = "helbred", .name = "Helbred"},
    {.code = "egen_beslutning", .name = "Egen beslutning"},
    {.code = "virksomhed", .name = "Forhold i virksomheden"},
    {.code = "andet", .name = "Andet"},
};

static const struct built_in_code job_types[] = {
    {.code = "fleksjob", .name = "Fleksjob"},      {.code = "deltidsjob", .name = "Deltidsjob"},
    {.code = "smaajob", .name = "Småjob"},         {.code = "ordinaert", .name = "Ordinært job"},
    {.code = "loentilskud", .name = "Løntilskud"},
};

static const struct built_in_code agreement_types[] = {
    {.code = "samarbejdsaftale", .name = "Samarbejdsaftale"},
    {.code = "indkoebsaftale", .name = "Indkøbsaftale"},
    {.code = "partnerskab", .name = "Partnerskab"},
    {.code = "csr", .name = "CSR-aftale"},
    {.code = "in_house", .name = "In-house løsning"},
};

static const struct built_in_code enterprise_types[] = {
    {.code = "virksomhed", .name = "Virksomhed"},     {.code = "initiativ", .name = "Initiativ"},
    {.code = "forening", .name = "Forening"},         {.code = "fond", .name = "Fond"},
    {.code = "in_house", .name = "In-house løsning"},
};

static const struct built_in_code enterprise_statuses[] = {
    {.code = "aktiv", .name = "Aktiv"},
    {.code = "paa_vej", .name = "På vej"},
    {.code = "lukket", .name = "Lukket"},
};

/* The eight questions of the plan 2018–2020, section 2. */
static const struct built_in_code evaluation_questions[] = {
    {.code = "i_brug", .name = "Er forløbene i brug?"},
    {.code = "plan", .name = "Har deltageren en plan?"},
    {.code = "ejerskab", .name = "Har deltageren ejerskab til planen?"},
    {.code = "opfoelgning", .name = "Sker opfølgningen, og foretages opfølgningsmøderne?"},
    {.code = "sagsbehandler", .name = "Får sagsbehandlere, hvad der er aftalt?"},
    {.code = "effekt",
     .name = "Hvad opnår deltagerne i forløbene – effekter i den praktiske hverdag (adfærd/holdning)?"},
    {.code = "overblik", .name = "Overblik, herunder efter endt forløb?"},
    {.code = "samarbejde", .name = "Samarbejdet med virksomhederne?"},
};

static const struct built_in_code efforts[] = {
    {.code = "csr", .name = "CSR"},
    {.code = "fundraising", .name = "Fundraising"},
    {.code = "boligomraader", .name = "Boligområder"},
    {.code = "maalgruppe", .name = "Bredere målgruppe"},
    {.code = "lokale_indkoeb", .name = "Lokale indkøb"},
    {.code = "in_house", .name = "In-house løsninger"},
    {.code = "civilsamfund", .name = "Civilsamfund"},
    {.code = "proevehandlinger", .name = "Prøvehandlinger"},
    {.code = "verdensmaal", .name = "Verdensmål"},
    {.code = "trends", .name = "Trends"},
};

static const struct built_in_code recommendation_statuses[] = {
    {.code = "stillet", .name = "Stillet"},        {.code = "vedtaget", .name = "Vedtaget"},
    {.code = "aendret", .name = "Ændret"},         {.code = "afvist", .name = "Afvist"},
    {.code = "gennemfoert", .name = "Gennemført"},
};

static const struct built_in_code fundraising_models[] = {
    {.code = "no_cure_no_pay", .name = "No cure, no pay"},
    {.code = "egen", .name = "Egen ansøgning"},
    {.code = "kommune", .name = "Kommunens ansøgning"},
};

static const struct built_in_code trial_statuses[] = {
    {.code = "ide", .name = "Idé"},
    {.code = "i_gang", .name = "I gang"},
    {.code = "afsluttet", .name = "Afsluttet"},
    {.code = "skaleret", .name = "Skaleret"},
    {.code = "stoppet", .name = "Stoppet"},
};

static const struct built_in_code sectors[] = {
    {.code = "offentlig", .name = "Offentlig"},
    {.code = "privat", .name = "Privat"},
    {.code = "civilsamfund", .name = "Civilsamfund"},
};

static const struct built_in_code indicators[] = {
    {.code = "livsmestring", .name = "Livsmestring"},
    {.code = "afklaring", .name = "Afklaring"},
    {.code = "robusthed", .name = "Robusthed"},
    {.code = "arbejdsidentitet", .name = "Arbejdsidentitet"},
    {.code = "arbejdsevne", .name = "Arbejdsevne"},
};

static const struct built_in_code rounds[] = {
    {.code = "start", .name = "Start"},
    {.code = "midtvejs", .name = "Midtvejs"},
    {.code = "slut", .name = "Slut"},
};

/* The ten measures by which a municipality can further social enterprises. */
static const struct built_in_code measures[] = {
    {.code = "en_indgang", .name = "Én indgang til kommunen"},
    {.code = "indkoeb", .name = "Indkøbs- og udbudspolitik"},
    {.code = "sparring", .name = "Sparring, råd og vejledning"},
    {.code = "intern_gruppe", .name = "Intern gruppe på tværs"},
    {.code = "priser", .name = "Priser og påskønnelser"},
    {.code = "netvaerk", .name = "Netværk for virksomheder"},
    {.code = "faellesskaber", .name = "Virksomhedsfællesskaber"},
    {.code = "partnerskab", .name = "Partnerskabsaftaler"},
    {.code = "opsoegende", .name = "Opsøgende indsats"},
    {.code = "orlov", .name = "Orlov til iværksættere"},
};

static const struct built_in_code measure_statuses[] = {
    {.code = "ja", .name = "Ja"},
    {.code = "delvist", .name = "Delvist"},
    {.code = "nej", .name = "Nej"},
};

/* In the order of enum question_type. */
static const struct built_in_code question_types[] = {
    {.code = "skala", .name = "Skala"},
    {.code = "flervalg", .name = "Flervalg"},
    {.code = "tal", .name = "Tal"},
    {.code = "tekst", .name = "Tekst"},
};

/* In the order of enum goal_type. */
static const struct built_in_code goal_types[] = {
    {.code = "aarlig", .name = "Årligt mål"},
    {.code = "slut", .name = "Slutmål"},
    {.code = "milepael", .name = "Milepæl"},
};

static const struct built_in_code lights[] = {
    [LIGHT_GREEN] = {.code = "groen", .name = "Grøn"},
    [LIGHT_YELLOW] = {.code = "gul", .name = "Gul"},
    [LIGHT_RED] = {.code = "roed", .name = "Rød"},
};

static const struct built_in_code assessors[] = {
    {.code = "borger", .name = "Borger"},
    {.code = "sagsbehandler", .name = "Sagsbehandler"},
};

static const struct built_in_code un_goals[] = {
    {.code = "1", .name = "Afskaf fattigdom"},
    {.code = "2", .name = "Stop sult"},
    {.code = "3", .name = "Sundhed og trivsel"},
    {.code = "4", .name = "Kvalitetsuddannelse", .alias = "Kvalitet i uddannelse"},
    {.code = "5", .name = "Ligestilling mellem kønnene"},
    {.code = "6", .name = "Rent vand og sanitet"},
    {.code = "7", .name = "Bæredygtig energi"},
    {.code = "8",
     .name = "Anstændige jobs og økonomisk vækst",
     .alias = "Ansvarlige jobs og økonomisk vækst"},
    {.code = "9", .name = "Industri, innovation og infrastruktur"},
    {.code = "10", .name = "Mindre ulighed"},
    {.code = "11", .name = "Bæredygtige byer og lokalsamfund"},
    {.code = "12", .name = "Ansvarligt forbrug og produktion"},
    {.code = "13", .name = "Klimaindsats"},
    {.code = "14", .name = "Livet i havet"},
    {.code = "15", .name = "Livet på land"},
    {.code = "16", .name = "Fred, retfærdighed og stærke institutioner"},
    {.code = "17", .name = "Partnerskaber for handling"},
};

/* In the order of enum investment_basis. */
static const struct built_in_code investment_bases[] = {
    {.code = "forloeb", .name = "Forløb"},
    {.code = "program", .name = "Program"},
};

/* A list that belongs to the program: koder.csv cannot replace it. */
#define FIXED_LIST(list_name, array)                                                                         \
    {                                                                                                        \
        .name = (list_name), .codes = (array), .count = sizeof(array) / sizeof *(array), .fixed = true       \
    }

static const struct built_in_list built_in_lists[CODES_BUILT_IN] = {
    [CODES_TARGET_GROUP] = LIST("maalgruppe", target_groups),
    [CODES_STEP] = LIST("trin", steps),
    [CODES_OUTCOME] = LIST("udfald", outcomes),
    [CODES_DROPOUT_REASON] = LIST("aarsag", dropout_reasons),
    [CODES_JOB_TYPE] = LIST("jobtype", job_types),
    [CODES_AGREEMENT_TYPE] = LIST("aftaletype", agreement_types),
    [CODES_ENTERPRISE_TYPE] = LIST("virksomhedstype", enterprise_types),
    [CODES_ENTERPRISE_STATUS] = LIST("virksomhedsstatus", enterprise_statuses),
    [CODES_EVALUATION_QUESTION] = LIST("evalueringsspoergsmaal", evaluation_questions),
    [CODES_EFFORT] = LIST("indsats", efforts),
    [CODES_RECOMMENDATION_STATUS] = LIST("anbefalingsstatus", recommendation_statuses),
    [CODES_FUNDRAISING_MODEL] = LIST("fundraisingmodel", fundraising_models),
    [CODES_TRIAL_STATUS] = LIST("proevehandlingsstatus", trial_statuses),
    [CODES_SECTOR] = LIST("sektor", sectors),
    [CODES_INDICATOR] = LIST("indikator", indicators),
    [CODES_ROUND] = LIST("runde", rounds),
    [CODES_MEASURE] = LIST("tiltag", measures),
    [CODES_MEASURE_STATUS] = LIST("tiltagsstatus", measure_statuses),
    [CODES_GOAL_TYPE] = FIXED_LIST("maaltype", goal_types),
    [CODES_LIGHT] = FIXED_LIST("statusfarve", lights),
    [CODES_ASSESSOR] = FIXED_LIST("vurderet_af", assessors),
    [CODES_UN_GOAL] = FIXED_LIST("verdensmaal", un_goals),
    [CODES_INVESTMENT_BASIS] = FIXED_LIST("investering_pr", investment_bases),
    [CODES_QUESTION_TYPE] = FIXED_LIST("spoergsmaalstype", question_types),
};

static struct code code_from(struct arena *arena, const struct built_in_code *built_in, size_t order)
{
    return (struct code){
        .code = sv_of(built_in->code),
        .name = sv_of(built_in->name),
        .folded_code = danish_fold(arena, sv_of(built_in->code)),
        .folded_name = danish_fold(arena, sv_of(built_in->name)),
        .folded_alias = built_in->alias ? danish_fold(arena, sv_of(built_in->alias)) : (struct sv){0},
        .positive = built_in->positive,
        .order = (int)order + 1,
        .valid_from = DAY_NONE,
        .valid_to = DAY_NONE,
    };
}

static struct code_list list_from(struct arena *arena, const struct built_in_list *built_in)
{
    struct code_list list = {.name = sv_of(built_in->name),
                             .codes = arena_array(arena, built_in->count, sizeof *list.codes),
                             .count = built_in->count,
                             .fixed = built_in->fixed};
    for (size_t i = 0; i < list.count; i++)
        list.codes[i] = code_from(arena, &built_in->codes[i], i);
    return list;
}

void code_lists_init(struct code_lists *codes, struct arena *arena)
{
    *codes = (struct code_lists){.count = CODES_BUILT_IN, .capacity = CODES_BUILT_IN};
    codes->lists = arena_array(arena, CODES_BUILT_IN, sizeof *codes->lists);
    for (size_t i = 0; i < CODES_BUILT_IN; i++)
        codes->lists[i] = list_from(arena, &built_in_lists[i]);
}

const struct code_list *code_list(const struct code_lists *codes, enum code_list_id id)
{
    return &codes->lists[id];
}

struct code_list *code_list_named(struct code_lists *codes, struct sv name)
{
    char folded[128];
    const size_t size = danish_fold_into(name, folded, sizeof folded);
    if (size == SIZE_MAX)
        return NULL;
    for (size_t i = 0; i < codes->count; i++)
        if (sv_equal(codes->lists[i].name, (struct sv){folded, size}))
            return &codes->lists[i];
    return NULL;
}

uint16_t code_find(const struct code_list *list, struct sv text)
{
    char buffer[256];
    const size_t size = danish_fold_into(text, buffer, sizeof buffer);
    if (size == SIZE_MAX)
        return CODE_NONE;
    const struct sv folded = {buffer, size};
    for (size_t i = 0; i < list->count; i++)
        if (sv_equal(list->codes[i].folded_code, folded))
            return (uint16_t)i;
    for (size_t i = 0; i < list->count; i++)
        if (sv_equal(list->codes[i].folded_name, folded))
            return (uint16_t)i;
    for (size_t i = 0; i < list->count && folded.size; i++)
        if (sv_equal(list->codes[i].folded_alias, folded))
            return (uint16_t)i;
    return CODE_NONE;
}

static size_t distance_to(const struct code *code, struct sv folded)
{
    const size_t to_code = edit_distance(code->folded_code, folded);
    const size_t to_name = edit_distance(code->folded_name, folded);
    return to_code < to_name ? to_code : to_name;
}

uint16_t code_nearest(const struct code_list *list, struct sv text)
{
    char buffer[256];
    text = sv_slice(text, 0, sizeof buffer / 2);
    const struct sv folded = {buffer, danish_fold_into(text, buffer, sizeof buffer)};
    uint16_t nearest = CODE_NONE;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < list->count; i++) {
        const size_t distance = distance_to(&list->codes[i], folded);
        if (distance < least) {
            least = distance;
            nearest = (uint16_t)i;
        }
    }
    return nearest;
}

struct sv code_text(const struct code_list *list, uint16_t code)
{
    return code < list->count ? list->codes[code].code : (struct sv){0};
}

struct sv code_name(const struct code_list *list, uint16_t code)
{
    return code < list->count ? list->codes[code].name : (struct sv){0};
}

bool code_is_valid_within(const struct code *code, day_number first, day_number last)
{
    if (first == DAY_NONE || last == DAY_NONE)
        return true;
    return (code->valid_from == DAY_NONE || code->valid_from <= last) &&
           (code->valid_to == DAY_NONE || first <= code->valid_to);
}

uint16_t code_of(const struct code_lists *codes, enum code_list_id id, const char *code)
{
    const struct code_list *list = code_list(codes, id);
    for (size_t i = 0; i < list->count; i++)
        if (sv_is(list->codes[i].code, code))
            return (uint16_t)i;
    return CODE_NONE;
}

const char *light_code(enum light light)
{
    return lights[light].code;
}

const char *light_name(enum light light)
{
    static const char *const names[] = {[LIGHT_GREEN] = "grøn", [LIGHT_YELLOW] = "gul", [LIGHT_RED] = "rød"};
    return names[light];
}

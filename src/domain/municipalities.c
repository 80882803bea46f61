#include "municipalities.h"

#define CAPITAL "Region Hovedstaden"
#define ZEALAND "Region Sjælland"
#define SOUTHERN "Region Syddanmark"
#define CENTRAL "Region Midtjylland"
#define NORTHERN "Region Nordjylland"

static const struct danish_municipality municipalities[] = {
    {101, "København", CAPITAL},
    {147, "Frederiksberg", CAPITAL},
    {151, "Ballerup", CAPITAL},
    {153, "Brøndby", CAPITAL},
    {155, "Dragør", CAPITAL},
    {157, "Gentofte", CAPITAL},
    {159, "Gladsaxe", CAPITAL},
    {161, "Glostrup", CAPITAL},
    {163, "Herlev", CAPITAL},
    {165, "Albertslund", CAPITAL},
    {167, "Hvidovre", CAPITAL},
    {169, "Høje-Taastrup", CAPITAL},
    {173, "Lyngby-Taarbæk", CAPITAL},
    {175, "Rødovre", CAPITAL},
    {183, "Ishøj", CAPITAL},
    {185, "Tårnby", CAPITAL},
    {187, "Vallensbæk", CAPITAL},
    {190, "Furesø", CAPITAL},
    {201, "Allerød", CAPITAL},
    {210, "Fredensborg", CAPITAL},
    {217, "Helsingør", CAPITAL},
    {219, "Hillerød", CAPITAL},
    {223, "Hørsholm", CAPITAL},
    {230, "Rudersdal", CAPITAL},
    {240, "Egedal", CAPITAL},
    {250, "Frederikssund", CAPITAL},
    {253, "Greve", ZEALAND},
    {259, "Køge", ZEALAND},
    {260, "Halsnæs", CAPITAL},
    {265, "Roskilde", ZEALAND},
    {269, "Solrød", ZEALAND},
    {270, "Gribskov", CAPITAL},
    {306, "Odsherred", ZEALAND},
    {316, "Holbæk", ZEALAND},
    {320, "Faxe", ZEALAND},
    {326, "Kalundborg", ZEALAND},
    {329, "Ringsted", ZEALAND},
    {330, "Slagelse", ZEALAND},
    {336, "Stevns", ZEALAND},
    {340, "Sorø", ZEALAND},
    {350, "Lejre", ZEALAND},
    {360, "Lolland", ZEALAND},
    {370, "Næstved", ZEALAND},
    {376, "Guldborgsund", ZEALAND},
    {390, "Vordingborg", ZEALAND},
    {400, "Bornholm", CAPITAL},
    {410, "Middelfart", SOUTHERN},
    {420, "Assens", SOUTHERN},
    {430, "Faaborg-Midtfyn", SOUTHERN},
    {440, "Kerteminde", SOUTHERN},
    {450, "Nyborg", SOUTHERN},
    {461, "Odense", SOUTHERN},
    {479, "Svendborg", SOUTHERN},
    {480, "Nordfyns", SOUTHERN},
    {482, "Langeland", SOUTHERN},
    {492, "Ærø", SOUTHERN},
    {510, "Haderslev", SOUTHERN},
    {530, "Billund", SOUTHERN},
    {540, "Sønderborg", SOUTHERN},
    {550, "Tønder", SOUTHERN},
    {561, "Esbjerg", SOUTHERN},
    {563, "Fanø", SOUTHERN},
    {573, "Varde", SOUTHERN},
    {575, "Vejen", SOUTHERN},
    {580, "Aabenraa", SOUTHERN},
    {607, "Fredericia", SOUTHERN},
    {615, "Horsens", CENTRAL},
    {621, "Kolding", SOUTHERN},
    {630, "Vejle", SOUTHERN},
    {657, "Herning", CENTRAL},
    {661, "Holstebro", CENTRAL},
    {665, "Lemvig", CENTRAL},
    {671, "Struer", CENTRAL},
    {706, "Syddjurs", CENTRAL},
    {707, "Norddjurs", CENTRAL},
    {710, "Favrskov", CENTRAL},
    {727, "Odder", CENTRAL},
    {730, "Randers", CENTRAL},
    {740, "Silkeborg", CENTRAL},
    {741, "Samsø", CENTRAL},
    {746, "Skanderborg", CENTRAL},
    {751, "Aarhus", CENTRAL},
    {756, "Ikast-Brande", CENTRAL},
    {760, "Ringkøbing-Skjern", CENTRAL},
    {766, "Hedensted", CENTRAL},
    {773, "Morsø", NORTHERN},
    {779, "Skive", CENTRAL},
    {787, "Thisted", NORTHERN},
    {791, "Viborg", CENTRAL},
    {810, "Brønderslev", NORTHERN},
    {813, "Frederikshavn", NORTHERN},
    {820, "Vesthimmerlands", NORTHERN},
    {825, "Læsø", NORTHERN},
    {840, "Rebild", NORTHERN},
    {846, "Mariagerfjord", NORTHERN},
    {849, "Jammerbugt", NORTHERN},
    {851, "Aalborg", NORTHERN},
    {860, "Hjørring", NORTHERN},
};

static const char *const endings[] = {" Kommune", " kommune"};

/* "Slagelse" of "Slagelse Kommune". */
static struct sv without_ending(struct sv name)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (sv_ends_with(name, sv_of(endings[i])))
            return sv_slice(name, 0, name.size - sv_of(endings[i]).size);
    return name;
}

static int code_number(struct sv code)
{
    int number = 0;
    for (size_t i = 0; i < code.size && i < 4; i++) {
        if (code.data[i] < '0' || code.data[i] > '9')
            return 0;
        number = 10 * number + (code.data[i] - '0');
    }
    return number;
}

const struct danish_municipality *municipality_find(struct sv name, struct sv code)
{
    const int number = code_number(code);
    const struct sv short_name = without_ending(name);
    for (size_t i = 0; i < sizeof municipalities / sizeof *municipalities; i++) {
        const struct danish_municipality *municipality = &municipalities[i];
        if (number ? municipality->code == number : sv_is(short_name, municipality->name))
            return municipality;
    }
    return NULL;
}

#include "error_da.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

struct explanation {
    int number;
    const char *reason;
    const char *action;
};

static const struct explanation explanations[] = {
    {ENOSPC, "der er ikke mere plads på disken", "Frigør plads, og kør igen."},
    {EDQUOT, "diskkvoten er brugt op", "Frigør plads, og kør igen."},
    {EFBIG, "filen ville blive større, end systemet tillader", "Hæv grænsen, og kør igen."},
    {EACCES, "adgang nægtet", "Vælg en mappe, du må skrive i, med --output."},
    {EPERM, "adgang nægtet", "Vælg en mappe, du må skrive i, med --output."},
    {EROFS, "mappen er skrivebeskyttet", "Vælg en anden mappe med --output."},
    {ENOENT, "mappen findes ikke", "Se efter, om drevet er tilsluttet, og kør igen."},
    {ENOTDIR, "der ligger en fil, hvor der skulle være en mappe",
     "Flyt filen, eller vælg en anden mappe med --output."},
    {ELOOP, "der er en genvej (et link) med det navn", "Flyt eller slet genvejen, og kør igen."},
    {EISDIR, "der ligger en mappe med det navn", "Flyt den, og kør igen."},
    {EEXIST, "der ligger allerede noget med det navn", "Flyt det, og kør igen."},
    {EIO, "disken svarer ikke, som den skal", "Prøv en anden disk med --output."},
    {ENOMEM, "der er ikke hukommelse nok", "Luk andre programmer, og kør igen."},
    {ETXTBSY, "filen er åben i et andet program", "Luk den, og kør igen."},
    {EBUSY, "filen er åben i et andet program", "Luk den, og kør igen."},
};

static const struct explanation unknown = {0, "fejl fra systemet",
                                           "Prøv igen, eller vælg en anden mappe med --output."};

static const struct explanation *explain(int number)
{
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++)
        if (explanations[i].number == number)
            return &explanations[i];
    return &unknown;
}

const char *error_da(int number)
{
    return explain(number)->reason;
}

const char *error_da_action(int number)
{
    return explain(number)->action;
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

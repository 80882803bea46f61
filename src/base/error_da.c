#include "error_da.h"

#include <errno.h>
#include <stddef.h>

static const struct {
    int number;
    const char *reason;
} reasons[] = {
    {ENOSPC, "der er ikke mere plads på disken"},
    {EDQUOT, "diskkvoten er brugt op"},
    {EFBIG, "filen ville blive større, end systemet tillader"},
    {EACCES, "adgang nægtet"},
    {EPERM, "adgang nægtet"},
    {EROFS, "mappen er skrivebeskyttet"},
    {ENOENT, "mappen findes ikke"},
    {ENOTDIR, "der ligger en fil, hvor der skulle være en mappe"},
    {EISDIR, "der ligger en mappe med det navn"},
    {EEXIST, "der ligger allerede noget med det navn"},
    {EIO, "disken svarer ikke, som den skal"},
    {ENOMEM, "der er ikke hukommelse nok"},
};

const char *error_da(int number)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].number == number)
            return reasons[i].reason;
    return "fejl fra systemet";
}

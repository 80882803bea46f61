/*
 * What the system's error numbers mean, in Danish, for messages about files.
 */
#ifndef AARSRAPPORT_ERROR_DA_H
#define AARSRAPPORT_ERROR_DA_H

/* The reason in lower case without a full stop, "der er ikke mere plads på disken". Never NULL. */
const char *error_da(int number);

/* What to do about it: a whole sentence. Never NULL. */
const char *error_da_action(int number);

/* The last name of a path. What is being made in a hidden folder is called by it, as its reader will know it.
 */
const char *path_name(const char *path);

#endif

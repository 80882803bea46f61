#include "failing_calls.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a test asked for. */
static struct {
    unsigned at; /* so many calls more, and it fails; 0: none */
    bool every;
    int error;
    void (*act)(void *about);
    void *about;
} plans[CALL_KINDS];
static unsigned failures;

void fail_call(enum call call, unsigned nth, int error)
{
    plans[call].at = nth;
    plans[call].error = error;
}

void fail_every_call(enum call call, int error)
{
    plans[call].every = true;
    plans[call].error = error;
}

void before_call(enum call call, void (*act)(void *about), void *about)
{
    plans[call].act = act;
    plans[call].about = about;
}

unsigned end_failures(void)
{
    const unsigned count = failures;
    failures = 0;
    memset(plans, 0, sizeof plans);
    return count;
}

static bool fails(enum call call)
{
    void (*act)(void *about) = plans[call].act;
    plans[call].act = NULL;
    if (act)
        act(plans[call].about);
    const bool is_nth = plans[call].at && --plans[call].at == 0;
    if (!plans[call].every && !is_nth)
        return false;
    errno = plans[call].error;
    failures += is_nth;
    return true;
}

/* The linker calls __wrap_x where the program says x, and x where this says __real_x. */
#define WRAP(call, type, name, failed, parameters, arguments)                                                \
    type __real_##name parameters;                                                                           \
    type __wrap_##name parameters;                                                                           \
    type __wrap_##name parameters                                                                            \
    {                                                                                                        \
        return fails(call) ? (failed) : __real_##name arguments;                                             \
    }

WRAP(CALL_CHMOD, int, chmod, -1, (const char *path, mode_t mode), (path, mode))
WRAP(CALL_FACCESSAT, int, faccessat, -1, (int folder, const char *path, int mode, int flags),
     (folder, path, mode, flags))
WRAP(CALL_FCNTL, int, fcntl, -1, (int descriptor, int command, void *lock), (descriptor, command, lock))
WRAP(CALL_FDOPENDIR, DIR *, fdopendir, NULL, (int descriptor), (descriptor))
WRAP(CALL_FLOCK, int, flock, -1, (int descriptor, int operation), (descriptor, operation))
WRAP(CALL_FORK, pid_t, fork, -1, (void), ())
WRAP(CALL_FSTAT, int, fstat, -1, (int descriptor, struct stat *status), (descriptor, status))
WRAP(CALL_GETEUID, uid_t, geteuid, __real_geteuid() + 1, (void), ())
WRAP(CALL_LINK, int, link, -1, (const char *from, const char *to), (from, to))
WRAP(CALL_LSTAT, int, lstat, -1, (const char *path, struct stat *status), (path, status))
WRAP(CALL_MKDIR, int, mkdir, -1, (const char *path, mode_t mode), (path, mode))
WRAP(CALL_MKDTEMP, char *, mkdtemp, NULL, (char *path), (path))
WRAP(CALL_MMAP, void *, mmap, MAP_FAILED,
     (void *at, size_t size, int access, int kind, int descriptor, off_t offset),
     (at, size, access, kind, descriptor, offset))
WRAP(CALL_MREMAP, void *, mremap, MAP_FAILED, (void *old, size_t old_size, size_t size, int flags),
     (old, old_size, size, flags))
WRAP(CALL_OPENDIR, DIR *, opendir, NULL, (const char *path), (path))
WRAP(CALL_PIPE, int, pipe, -1, (int ends[2]), (ends))
WRAP(CALL_POLL, int, poll, -1, (struct pollfd * polled, nfds_t count, int time), (polled, count, time))
WRAP(CALL_READ, ssize_t, read, -1, (int descriptor, void *bytes, size_t size), (descriptor, bytes, size))
WRAP(CALL_READDIR, struct dirent *, readdir, NULL, (DIR * folder), (folder))
WRAP(CALL_RENAME, int, rename, -1, (const char *from, const char *to), (from, to))
WRAP(CALL_RENAMEAT2, int, renameat2, -1,
     (int from_folder, const char *from, int to_folder, const char *to, unsigned flags),
     (from_folder, from, to_folder, to, flags))
WRAP(CALL_RMDIR, int, rmdir, -1, (const char *path), (path))
WRAP(CALL_STAT, int, stat, -1, (const char *path, struct stat *status), (path, status))
WRAP(CALL_SYSCONF, long, sysconf, -1, (int name), (name))
WRAP(CALL_UNLINK, int, unlink, -1, (const char *path), (path))
WRAP(CALL_WAITPID, pid_t, waitpid, -1, (pid_t process, int *status, int options), (process, status, options))
WRAP(CALL_WRITE, ssize_t, write, -1, (int descriptor, const void *bytes, size_t size),
     (descriptor, bytes, size))
WRAP(CALL_DIGEST_NEW, EVP_MD_CTX *, EVP_MD_CTX_new, NULL, (void), ())
WRAP(CALL_DIGEST_INIT, int, EVP_DigestInit_ex, 0, (EVP_MD_CTX * digest, const EVP_MD *kind, ENGINE *engine),
     (digest, kind, engine))

int __real_close(int descriptor);
int __wrap_close(int descriptor);
int __wrap_close(int descriptor)
{
    const bool failed = fails(CALL_CLOSE);
    const int number = errno;
    const int closed = __real_close(descriptor);
    if (failed)
        errno = number;
    return failed ? -1 : closed;
}

int __wrap_fsync(int descriptor);
int __wrap_fsync(int descriptor)
{
    (void)descriptor;
    return fails(CALL_FSYNC) ? -1 : 0;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return fails(CALL_OPEN) ? -1 : __real_open(path, flags, mode);
}

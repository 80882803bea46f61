/*
 * Faults for the program under test, by LD_PRELOAD: the FAULT_AT-th call of a kind fails, is cut short, or is
 * the last thing the process does.
 *
 *   FAULT_ON     names    calls that change names or flush to disk
 *                files    those and every call that makes, writes or closes a file, also from stdio
 *                reads    calls that look at names and read files
 *                memory   malloc and its kin, anonymous mmap, mremap
 *                threads  pthread_create
 *   FAULT_AT     which call, from 1, of the program and its children together; 0 or not set: none
 *   FAULT_KIND   kill-before, kill-after: the process that calls
 *                kill-all  after the call every process of its group
 *                short    half of a write is done
 *                one      only this call fails
 *                rest     this and every later one fail
 *                vanish   FAULT_FOLDER is moved away to FAULT_FOLDER.borte
 *   FAULT_ERRNO  what a failing call says: ENOSPC, EIO, EROFS, ENOMEM, EAGAIN
 *   FAULT_COUNT  a file that gets the number of calls when the process ends by itself
 *   FAULT_LOG    a file that gets the name of the call at FAULT_AT
 *   NO_RENAMEAT2 set: a file system that has no renameat2
 *   CLOCK_AHEAD  by so many seconds the time of day is ahead of the system's
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum class { NAMES = 1, FILES = 2, MEMORY = 4, THREADS = 8, READS = 16 };
enum kind { KILL_BEFORE, KILL_AFTER, KILL_ALL, SHORT, ONE, REST, VANISH };
enum outcome { GO_ON, FAIL, CUT, GO_ON_AND_DIE };

static struct {
    unsigned on;
    long at;
    enum kind kind;
    int error;
} plan;
static atomic_long calls_of_one;
static atomic_long *calls = &calls_of_one; /* from the constructor on shared with children */
static atomic_bool is_over;

static long number(const char *name)
{
    const char *value = getenv(name);
    return value ? atol(value) : 0;
}

static int choice(const char *name, const char *const *choices, int count)
{
    const char *value = getenv(name);
    for (int i = 0; value && i < count; i++)
        if (strcmp(value, choices[i]) == 0)
            return i;
    return -1;
}

static void share_calls(void)
{
    const long shared =
        syscall(SYS_mmap, NULL, sizeof *calls, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == -1)
        return;
    calls = (atomic_long *)shared;
    *calls = calls_of_one;
}

__attribute__((constructor)) static void read_plan(void)
{
    static const char *const classes[] = {"names", "files", "reads", "memory", "threads"};
    static const unsigned sets[] = {NAMES, NAMES | FILES, READS, MEMORY, THREADS};
    static const char *const kinds[] = {"kill-before", "kill-after", "kill-all", "short",
                                        "one",         "rest",       "vanish"};
    static const char *const errors[] = {"ENOSPC", "EIO", "EROFS", "ENOMEM", "EAGAIN"};
    static const int numbers[] = {ENOSPC, EIO, EROFS, ENOMEM, EAGAIN};
    const int class = choice("FAULT_ON", classes, 5);
    const int kind = choice("FAULT_KIND", kinds, 7);
    const int error = choice("FAULT_ERRNO", errors, 5);
    plan.kind = kind < 0 ? ONE : (enum kind)kind;
    plan.error = error < 0 ? EIO : numbers[error];
    plan.at = number("FAULT_AT");
    plan.on = class < 0 ? 0 : sets[class];
    share_calls();
}

static void tell(const char *variable, const char *text)
{
    const char *path = getenv(variable);
    const long file = path ? syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (file >= 0) {
        syscall(SYS_write, file, text, strlen(text));
        syscall(SYS_close, file);
    }
}

__attribute__((destructor)) static void tell_count(void)
{
    char text[32];
    is_over = true;
    snprintf(text, sizeof text, "%ld\n", (long)*calls);
    tell("FAULT_COUNT", text);
}

static void die(void)
{
    syscall(SYS_kill, plan.kind == KILL_ALL ? 0 : getpid(), SIGKILL);
    for (;;)
        pause();
}

static void move_folder_away(void)
{
    char away[4096];
    const char *folder = getenv("FAULT_FOLDER");
    snprintf(away, sizeof away, "%s.borte", folder ? folder : "");
    syscall(SYS_rename, folder, away);
}

static enum outcome outcome_of(unsigned class, const char *name, bool can_be_cut)
{
    if (!(plan.on & class) || is_over)
        return GO_ON;
    const long call = ++*calls;
    if (!plan.at || call < plan.at || (call > plan.at && plan.kind != REST))
        return GO_ON;
    if (call == plan.at)
        tell("FAULT_LOG", name);
    switch (plan.kind) {
    case KILL_BEFORE:
        die();
        break;
    case KILL_AFTER:
    case KILL_ALL:
        return GO_ON_AND_DIE;
    case SHORT:
        return can_be_cut ? CUT : GO_ON;
    case ONE:
    case REST:
        errno = plan.error;
        return FAIL;
    case VANISH:
        move_folder_away();
        return GO_ON;
    }
    return GO_ON;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* The call, or what the plan makes of it. */
#define AROUND(class, type, name, failed, call)                                                              \
    const enum outcome outcome = outcome_of(class, #name, false);                                            \
    if (outcome == FAIL)                                                                                     \
        return failed;                                                                                       \
    type result = call;                                                                                      \
    if (outcome == GO_ON_AND_DIE)                                                                            \
        die();                                                                                               \
    return result

/* ---- Names ---- */

int rename(const char *from, const char *to)
{
    AROUND(NAMES, int, rename, -1, NEXT(rename)(from, to));
}

int renameat2(int a, const char *from, int b, const char *to, unsigned flags)
{
    if (getenv("NO_RENAMEAT2")) {
        errno = EINVAL;
        return -1;
    }
    AROUND(NAMES, int, renameat2, -1, NEXT(renameat2)(a, from, b, to, flags));
}

int fsync(int file)
{
    AROUND(NAMES, int, fsync, -1, NEXT(fsync)(file));
}

int mkdir(const char *path, mode_t mode)
{
    AROUND(NAMES, int, mkdir, -1, NEXT(mkdir)(path, mode));
}

char *mkdtemp(char *path)
{
    AROUND(NAMES, char *, mkdtemp, NULL, NEXT(mkdtemp)(path));
}

int unlink(const char *path)
{
    AROUND(NAMES, int, unlink, -1, NEXT(unlink)(path));
}

int rmdir(const char *path)
{
    AROUND(NAMES, int, rmdir, -1, NEXT(rmdir)(path));
}

int link(const char *from, const char *to)
{
    AROUND(NAMES, int, link, -1, NEXT(link)(from, to));
}

int chmod(const char *path, mode_t mode)
{
    AROUND(NAMES, int, chmod, -1, NEXT(chmod)(path, mode));
}

/* ---- Files ---- */

static bool makes_a_file(int flags)
{
    return (flags & O_ACCMODE) != O_RDONLY;
}

static mode_t mode_of(int flags, va_list more)
{
    return flags & O_CREAT ? (mode_t)va_arg(more, int) : 0;
}

/* A program built with --coverage writes its counters down when it ends: from there on nothing fails. */
static bool is_of_coverage(const char *path)
{
    const char *end = strrchr(path, '.');
    return end && strcmp(end, ".gcda") == 0;
}

static int open_to_read(int folder, const char *path, int flags)
{
    AROUND(READS, int, openat, -1, NEXT(openat)(folder, path, flags));
}

static int open_as_planned(int folder, const char *path, int flags, mode_t mode)
{
    is_over = is_over || is_of_coverage(path);
    if (!makes_a_file(flags))
        return open_to_read(folder, path, flags);
    AROUND(FILES, int, openat, -1, NEXT(openat)(folder, path, flags, mode));
}

#define OPEN(name)                                                                                           \
    int name(const char *path, int flags, ...)                                                               \
    {                                                                                                        \
        va_list more;                                                                                        \
        va_start(more, flags);                                                                               \
        const mode_t mode = mode_of(flags, more);                                                            \
        va_end(more);                                                                                        \
        return open_as_planned(AT_FDCWD, path, flags, mode);                                                 \
    }
OPEN(open)
OPEN(open64)

int openat(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = mode_of(flags, more);
    va_end(more);
    return open_as_planned(folder, path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    const enum outcome outcome = file > STDERR_FILENO ? outcome_of(FILES, "write", size > 1) : GO_ON;
    if (outcome == FAIL)
        return -1;
    const ssize_t written = NEXT(write)(file, bytes, outcome == CUT ? size / 2 : size);
    if (outcome == GO_ON_AND_DIE)
        die();
    return written;
}

int close(int file)
{
    if (file <= STDERR_FILENO)
        return NEXT(close)(file);
    const enum outcome outcome = outcome_of(FILES, "close", false);
    const int result = NEXT(close)(file);
    if (outcome == GO_ON_AND_DIE)
        die();
    if (outcome != FAIL)
        return result;
    errno = plan.error;
    return -1;
}

/* A stream writes with system calls of its own, which cannot be caught here: it gets a file of ours instead.
 */
static ssize_t read_stream(void *cookie, char *bytes, size_t size)
{
    return read(*(int *)cookie, bytes, size);
}

/* As a stream of the library does, which goes on after a write that was cut short. */
static ssize_t write_stream(void *cookie, const char *bytes, size_t size)
{
    size_t done = 0;
    while (done < size) {
        const ssize_t written = write(*(int *)cookie, bytes + done, size - done);
        if (written <= 0)
            return 0;
        done += (size_t)written;
    }
    return (ssize_t)done;
}

static int seek_stream(void *cookie, off64_t *offset, int whence)
{
    *offset = lseek(*(int *)cookie, *offset, whence);
    return *offset < 0 ? -1 : 0;
}

static int close_stream(void *cookie)
{
    const int file = *(int *)cookie;
    free(cookie);
    return close(file);
}

static FILE *open_stream(const char *path, const char *mode)
{
    const int flags =
        (mode[0] == 'a' ? O_APPEND : O_TRUNC) | O_CREAT | (strchr(mode, '+') ? O_RDWR : O_WRONLY);
    const int file = open_as_planned(AT_FDCWD, path, flags, 0666);
    int *cookie = file >= 0 ? malloc(sizeof *cookie) : NULL;
    if (!cookie)
        return NULL;
    *cookie = file;
    return fopencookie(cookie, mode,
                       (cookie_io_functions_t){read_stream, write_stream, seek_stream, close_stream});
}

#define FOPEN(name)                                                                                          \
    FILE *name(const char *path, const char *mode)                                                           \
    {                                                                                                        \
        return (plan.on & FILES) && mode[0] != 'r' ? open_stream(path, mode) : NEXT(name)(path, mode);       \
    }
FOPEN(fopen)
FOPEN(fopen64)

/* ---- Reading ---- */

ssize_t read(int file, void *bytes, size_t size)
{
    AROUND(READS, ssize_t, read, -1, NEXT(read)(file, bytes, size));
}

int stat(const char *path, struct stat *status)
{
    AROUND(READS, int, stat, -1, NEXT(stat)(path, status));
}

int lstat(const char *path, struct stat *status)
{
    AROUND(READS, int, lstat, -1, NEXT(lstat)(path, status));
}

int fstat(int file, struct stat *status)
{
    AROUND(READS, int, fstat, -1, NEXT(fstat)(file, status));
}

int access(const char *path, int mode)
{
    AROUND(READS, int, access, -1, NEXT(access)(path, mode));
}

DIR *opendir(const char *path)
{
    AROUND(READS, DIR *, opendir, NULL, NEXT(opendir)(path));
}

DIR *fdopendir(int file)
{
    AROUND(READS, DIR *, fdopendir, NULL, NEXT(fdopendir)(file));
}

struct dirent *readdir(DIR *folder)
{
    AROUND(READS, struct dirent *, readdir, NULL, NEXT(readdir)(folder));
}

/* ---- Memory and threads; not under the address sanitizer, whose own these are ---- */

#ifdef WITH_MEMORY

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size)
{
    AROUND(MEMORY, void *, malloc, NULL, __libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    AROUND(MEMORY, void *, calloc, NULL, __libc_calloc(count, size));
}

void *realloc(void *memory, size_t size)
{
    AROUND(MEMORY, void *, realloc, NULL, __libc_realloc(memory, size));
}

void *mmap(void *address, size_t size, int protection, int flags, int file, off_t offset)
{
    AROUND(MEMORY, void *, mmap, MAP_FAILED,
           (void *)syscall(SYS_mmap, address, size, protection, flags, file, offset));
}

void *mremap(void *old, size_t old_size, size_t size, int flags, ...)
{
    AROUND(MEMORY, void *, mremap, MAP_FAILED, (void *)syscall(SYS_mremap, old, old_size, size, flags, NULL));
}

#endif

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *data)
{
    AROUND(THREADS, int, pthread_create, plan.error, NEXT(pthread_create)(thread, attributes, run, data));
}

/* ---- The clock ---- */

int clock_gettime(clockid_t clock, struct timespec *now)
{
    const int result = (int)syscall(SYS_clock_gettime, clock, now);
    if (clock == CLOCK_REALTIME)
        now->tv_sec += number("CLOCK_AHEAD");
    return result;
}

time_t time(time_t *result)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result)
        *result = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    struct timespec exact;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &exact);
    *now = (struct timeval){exact.tv_sec, exact.tv_nsec / 1000};
    return 0;
}

/*
 * System calls that fail when a test asks for it, for the faults that no file system gives at will. The
 * linker leads the calls of a test that links with failing_calls through here; those nobody asked to fail
 * reach the system, but for fsync, which would only take time: no test can cut the power.
 */
#ifndef AARSRAPPORT_FAILING_CALLS_H
#define AARSRAPPORT_FAILING_CALLS_H

enum call {
    CALL_CHMOD,
    CALL_CLOSE, /* it closes all the same, as the system does */
    CALL_FACCESSAT,
    CALL_FCNTL,
    CALL_FDOPENDIR,
    CALL_FLOCK,
    CALL_FORK,
    CALL_FSTAT,
    CALL_FSYNC,
    CALL_GETEUID, /* it gives another user */
    CALL_LINK,
    CALL_LSTAT,
    CALL_MKDIR,
    CALL_MKDTEMP,
    CALL_MMAP,
    CALL_MREMAP,
    CALL_OPEN,
    CALL_OPENDIR,
    CALL_PIPE,
    CALL_POLL,
    CALL_READ,
    CALL_READDIR,
    CALL_RENAME,
    CALL_RENAMEAT2,
    CALL_RMDIR,
    CALL_STAT,
    CALL_SYSCONF,
    CALL_UNLINK,
    CALL_WAITPID,
    CALL_WRITE,
    CALL_DIGEST_NEW,  /* EVP_MD_CTX_new */
    CALL_DIGEST_INIT, /* EVP_DigestInit_ex */
    CALL_KINDS
};

/* The nth call of that kind from now on (1: the next), and no other, fails with that errno. */
void fail_call(enum call call, unsigned nth, int error);

/* All calls of that kind fail from now on. */
void fail_every_call(enum call call, int error);

/* Before the next call of that kind something happens, as if another process did it. */
void before_call(enum call call, void (*act)(void *about), void *about);

/* From now on nothing fails; how many of the calls that fail_call named did. */
unsigned end_failures(void);

#endif

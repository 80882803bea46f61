#include "pipeline.h"

#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* The first thread that comes here speaks; another waits for the end of the process. Nothing more can be done
 * where the message cannot be written. */
static void say_last(const char *message, size_t size)
{
    static atomic_flag is_said = ATOMIC_FLAG_INIT;
    while (atomic_flag_test_and_set(&is_said))
        pause();
    const ssize_t written = write(STDERR_FILENO, message, size);
    (void)written;
}

static void out_of_memory(void)
{
    static const char message[] = "aarsrapport: Der er ikke hukommelse nok. Luk andre programmer, og kør "
                                  "igen; ingen rapport er skrevet "
                                  "halvt.\n";
    say_last(message, sizeof message - 1);
    _exit(EXIT_IO);
}

/* A limit on file size or a closed pipe must come back as a failed write, not as a signal. */
static void ignore_write_signals(void)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGXFSZ, &ignore, NULL);
    sigaction(SIGPIPE, &ignore, NULL);
}

/* Whether the system gives as much memory as a part of a report may ask for. */
static bool has_memory(void)
{
    const size_t size = (size_t)32 * 1024 * 1024;
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return false;
    munmap(memory, size);
    return true;
}

/* With memory left a crash is one: it happens again when the handler is gone. */
static void on_crash(int signal)
{
    static const char message[] =
        "aarsrapport: Programmet er gået ned; det er en fejl i programmet. Ingen rapport er skrevet halvt.\n";
    struct sigaction none = {.sa_handler = SIG_DFL};
    if (!has_memory())
        out_of_memory();
    say_last(message, sizeof message - 1);
    sigemptyset(&none.sa_mask);
    sigaction(signal, &none, NULL);
}

/* Some libraries do not look whether they were given memory. Staging keeps a crash from doing harm, and the
 * user is told what is wrong. Sanitizers have handlers of their own, which stay. */
static void explain_crashes(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT};
    struct sigaction handler = {.sa_handler = on_crash};
    struct sigaction old;
    sigemptyset(&handler.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(signals[i], &handler, NULL);
}

static enum exit_status run(int argc, char *argv[], struct arena *arena)
{
    struct options options;
    struct buffer text = buffer_in(arena);
    switch (options_parse(argc, argv, &options, &text)) {
    case OPTIONS_RUN:
        return pipeline_run(&options, arena);
    case OPTIONS_DONE:
        fwrite(text.data, 1, text.size, stdout);
        return EXIT_DONE;
    case OPTIONS_WRONG:
        fwrite(text.data, 1, text.size, stderr);
        return EXIT_USAGE;
    }
    return EXIT_USAGE;
}

/* `aarsrapport … --tekst | head`: the reader has seen enough, and nothing is wrong. */
static bool reader_has_left(void)
{
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLERR);
}

int main(int argc, char *argv[])
{
    struct arena arena;
    arena_init(&arena, out_of_memory);
    ignore_write_signals();
    explain_crashes();
    enum exit_status status = run(argc, argv, &arena);
    if ((fflush(stdout) != 0 || ferror(stdout)) && !reader_has_left() && status == EXIT_DONE) {
        fputs("aarsrapport: Kan ikke skrive til standard-output.\n", stderr);
        status = EXIT_IO;
    }
    arena_free(&arena);
    return (int)status;
}

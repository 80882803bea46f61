#include "pipeline.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static void out_of_memory(void)
{
    static const char message[] =
        "aarsrapport: Der er ikke hukommelse nok; der er ikke skrevet nogen rapport.\n";
    const ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    (void)written;
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
    enum exit_status status = run(argc, argv, &arena);
    if ((fflush(stdout) != 0 || ferror(stdout)) && !reader_has_left() && status == EXIT_DONE) {
        fputs("aarsrapport: Kan ikke skrive til standard-output.\n", stderr);
        status = EXIT_IO;
    }
    arena_free(&arena);
    return (int)status;
}

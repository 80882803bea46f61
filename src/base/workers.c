#include "workers.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

enum { READ_END, WRITE_END, ENDS };

void workers_open(struct workers *workers, size_t room, struct arena *arena)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    *workers = (struct workers){.arena = arena, .room = room};
    if (!room)
        workers->room = processors > 0 ? (size_t)processors : 1;
    workers->busy = arena_array(arena, workers->room, sizeof *workers->busy);
    workers->polled = arena_array(arena, workers->room * WORKER_STREAMS, sizeof *workers->polled);
}

bool workers_are_full(const struct workers *workers)
{
    return workers->count == workers->room;
}

static void close_pipes(int pipes[WORKER_STREAMS][ENDS], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        close(pipes[i][READ_END]);
        close(pipes[i][WRITE_END]);
    }
}

static bool open_pipes(int pipes[WORKER_STREAMS][ENDS])
{
    for (size_t i = 0; i < WORKER_STREAMS; i++) {
        if (pipe(pipes[i]) != 0) {
            const int number = errno;
            close_pipes(pipes, i);
            errno = number;
            return false;
        }
    }
    return true;
}

/* The child: what it prints goes to the parent, and the others' streams are not its own to hold open. A
 * stream that is not led to the parent is one that the parent sees nothing of: no reason to stop. */
static enum worker_side be_child(const struct workers *workers, int pipes[WORKER_STREAMS][ENDS], int *note)
{
    for (size_t i = 0; i < workers->count; i++)
        for (size_t j = 0; j < WORKER_STREAMS; j++)
            if (workers->busy[i].streams[j] >= 0)
                close(workers->busy[i].streams[j]);
    dup2(pipes[WORKER_OUT][WRITE_END], STDOUT_FILENO);
    dup2(pipes[WORKER_ERR][WRITE_END], STDERR_FILENO);
    close_pipes(pipes, WORKER_NOTE);
    close(pipes[WORKER_NOTE][READ_END]);
    *note = pipes[WORKER_NOTE][WRITE_END];
    return WORKER_CHILD;
}

static void be_parent(struct workers *workers, size_t piece, pid_t process, int pipes[WORKER_STREAMS][ENDS])
{
    struct worker *worker = &workers->busy[workers->count++];
    *worker = (struct worker){.piece = piece, .process = process};
    for (size_t i = 0; i < WORKER_STREAMS; i++) {
        close(pipes[i][WRITE_END]);
        worker->streams[i] = pipes[i][READ_END];
        worker->texts[i] = buffer_in(workers->arena);
    }
}

enum worker_side workers_start(struct workers *workers, size_t piece, int *note)
{
    int pipes[WORKER_STREAMS][ENDS];
    if (!open_pipes(pipes))
        return WORKER_FAILED;
    const pid_t process = fork();
    if (process == 0)
        return be_child(workers, pipes, note);
    if (process < 0) {
        const int number = errno;
        close_pipes(pipes, WORKER_STREAMS);
        errno = number;
        return WORKER_FAILED;
    }
    be_parent(workers, piece, process, pipes);
    return WORKER_PARENT;
}

/* What has come, or the end of it. */
static void read_stream(struct worker *worker, size_t stream)
{
    char piece[4096];
    const ssize_t got = read(worker->streams[stream], piece, sizeof piece);
    if (got > 0) {
        buffer_add(&worker->texts[stream], (struct sv){piece, (size_t)got});
    } else if (got == 0 || errno != EINTR) {
        close(worker->streams[stream]);
        worker->streams[stream] = -1;
    }
}

/* Waits until something has come from any of them. */
static void read_some(struct workers *workers)
{
    struct pollfd *polled = workers->polled;
    const size_t count = workers->count * WORKER_STREAMS;
    for (size_t i = 0; i < count; i++)
        polled[i] = (struct pollfd){
            .fd = workers->busy[i / WORKER_STREAMS].streams[i % WORKER_STREAMS],
            .events = POLLIN,
        };
    const bool failed = poll(polled, (nfds_t)count, -1) < 0;
    if (failed && errno == EINTR)
        return;
    for (size_t i = 0; i < count; i++) /* without poll, each stream is waited for in turn */
        if (polled[i].fd >= 0 && (failed || polled[i].revents))
            read_stream(&workers->busy[i / WORKER_STREAMS], i % WORKER_STREAMS);
}

static bool has_ended(const struct worker *worker)
{
    for (size_t i = 0; i < WORKER_STREAMS; i++)
        if (worker->streams[i] >= 0)
            return false;
    return true;
}

static void take_end(struct workers *workers, size_t index, struct worker_end *end)
{
    const struct worker *worker = &workers->busy[index];
    int status = 0;
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR)
        continue;
    *end = (struct worker_end){
        .piece = worker->piece,
        .exited = WIFEXITED(status),
        .status = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status),
    };
    for (size_t i = 0; i < WORKER_STREAMS; i++)
        end->texts[i] = buffer_view(&worker->texts[i]);
    workers->busy[index] = workers->busy[--workers->count];
}

bool workers_wait(struct workers *workers, struct worker_end *end)
{
    while (workers->count) {
        for (size_t i = 0; i < workers->count; i++) {
            if (has_ended(&workers->busy[i])) {
                take_end(workers, i, end);
                return true;
            }
        }
        read_some(workers);
    }
    return false;
}

#include "report_lock.h"

#include "buffer.h"
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* So often may the file that was locked turn out to be removed; more is a folder that cannot be looked into.
 */
enum { MOST_ATTEMPTS = 100 };

static struct flock whole_file(void)
{
    return (struct flock){.l_type = F_WRLCK, .l_whence = SEEK_SET};
}

/* The file may have been removed by the run that held it before: then the lock is on nothing. What has the
 * name now is in the same folder, so the inode's number alone tells it apart. */
static bool still_named(const struct report_lock *lock)
{
    struct stat held;
    struct stat named;
    return fstat(lock->descriptor, &held) == 0 && lstat(lock->path, &named) == 0 &&
           held.st_ino == named.st_ino;
}

static struct sv held_by(const struct report_lock *lock, const char *output, const char *name,
                         struct arena *arena)
{
    struct flock holder = whole_file();
    struct buffer sentence = buffer_in(arena);
    buffer_format(&sentence, "Rapporten »%s/%s« er ved at blive skrevet af en anden kørsel", output, name);
    if (fcntl(lock->descriptor, F_GETLK, &holder) == 0 && holder.l_type != F_UNLCK && holder.l_pid > 0)
        buffer_format(&sentence, " (proces %ld)", (long)holder.l_pid);
    buffer_add_text(&sentence, ". Vent, til den er færdig, og kør igen.");
    return buffer_view(&sentence);
}

/* errno tells why not. */
static bool lock_file(struct report_lock *lock)
{
    struct flock wanted = whole_file();
    lock->descriptor = open(lock->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
    return lock->descriptor >= 0 && fcntl(lock->descriptor, F_SETLK, &wanted) == 0;
}

/* Keeps errno. */
static void let_go(struct report_lock *lock)
{
    const int number = errno;
    if (lock->descriptor >= 0)
        close(lock->descriptor);
    lock->descriptor = -1;
    errno = number;
}

/* By errno: another run holds it, something else bears its name, or the folder cannot be written in. */
static struct sv why_not(const struct report_lock *lock, const char *output, const char *name,
                         struct arena *arena)
{
    if (lock->descriptor >= 0 && (errno == EACCES || errno == EAGAIN))
        return held_by(lock, output, name, arena);
    if (errno == ELOOP || errno == EISDIR)
        return file_fault(arena, "skrive", lock->path);
    return file_fault(arena, "skrive i mappen", output);
}

bool report_lock_take(struct report_lock *lock, const char *output, const char *name, struct arena *arena,
                      struct sv *fault)
{
    int left = MOST_ATTEMPTS;
    *lock = (struct report_lock){sv_format(arena, "%s/.%s.laas", output, name).data, -1};
    if (!folder_make(output, arena, fault))
        return false;
    while (left-- && lock_file(lock)) {
        if (still_named(lock))
            return true;
        let_go(lock);
    }
    *fault = why_not(lock, output, name, arena);
    let_go(lock);
    return false;
}

void report_lock_release(struct report_lock *lock)
{
    if (lock->descriptor >= 0)
        unlink(lock->path);
    let_go(lock);
}

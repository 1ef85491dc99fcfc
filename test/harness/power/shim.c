/*
 * Loaded before the C library (LD_PRELOAD), it writes down what a process does to the files under TARAZY_TRACE_ROOT, in
 * the order in which it happens: every byte written, every truncation, rename and fsync, and what the process says on
 * its standard output. From this trace the power harness builds what a disk may hold after the power went.
 *
 * One lock is held over a call and its record, so that the order of the records is the order of the effects. Each change
 * of a file gets a time of modification of its own, whole seconds: states can be rebuilt exactly, times included.
 *
 * Record: op (1) | fd (i32) | number (i64) | time (i64) | length a (u32) | length b (u32) | a | b
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 4096

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static int trace = -1;
static char root[PATH_MAX];
static size_t root_length;
static char tracked[MOST_FDS];
static int64_t clock_now;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("TARAZY_TRACE");
  const char *under = getenv("TARAZY_TRACE_ROOT");
  const char *from = getenv("TARAZY_TRACE_CLOCK");
  if (!path || !under) return;
  root_length = strlen(under);
  memcpy(root, under, root_length + 1);
  if (from) clock_now = atoll(from);
  int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) abort();
  trace = fcntl(fd, F_DUPFD_CLOEXEC, MOST_FDS / 2);
  syscall(SYS_close, fd);
  if (trace < 0) abort();
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t n = syscall(SYS_write, trace, at, length);
    if (n <= 0) abort();
    at += n;
    length -= (size_t)n;
  }
}

static void record(char op, int fd, int64_t number, int64_t time, const void *a, size_t la, const void *b, size_t lb) {
  char head[29];
  int32_t fd32 = fd;
  uint32_t la32 = (uint32_t)la, lb32 = (uint32_t)lb;
  head[0] = op;
  memcpy(head + 1, &fd32, 4);
  memcpy(head + 5, &number, 8);
  memcpy(head + 13, &time, 8);
  memcpy(head + 21, &la32, 4);
  memcpy(head + 25, &lb32, 4);
  put(head, sizeof head);
  put(a, la);
  put(b, lb);
}

/* The absolute path under the root, or 0: not ours. */
static int ours(int dirfd, const char *path, char *out) {
  if (trace < 0 || !path) return 0;
  char whole[2 * PATH_MAX];
  if (path[0] == '/') {
    snprintf(whole, sizeof whole, "%s", path);
  } else {
    char base[PATH_MAX];
    if (dirfd == AT_FDCWD) {
      if (!getcwd(base, sizeof base)) return 0;
    } else {
      char link_name[64];
      snprintf(link_name, sizeof link_name, "/proc/self/fd/%d", dirfd);
      ssize_t n = readlink(link_name, base, sizeof base - 1);
      if (n < 0) return 0;
      base[n] = 0;
    }
    snprintf(whole, sizeof whole, "%s/%s", base, path);
  }
  if (strncmp(whole, root, root_length) != 0) return 0;
  size_t length = strlen(whole);
  if (length >= PATH_MAX) abort();
  memcpy(out, whole, length + 1);
  return 1;
}

static int is_tracked(int fd) { return trace >= 0 && fd >= 0 && fd < MOST_FDS && tracked[fd]; }

/* Gives the file the next time of modification. */
static int64_t stamp(int fd) {
  struct timespec times[2] = {{0, UTIME_OMIT}, {++clock_now, 0}};
  syscall(SYS_utimensat, fd, NULL, times, 0);
  return clock_now;
}

static void opened(int fd, int flags, const char *path) {
  if (fd < 0 || fd >= MOST_FDS) return;
  struct stat st;
  int directory = fstat(fd, &st) == 0 && S_ISDIR(st.st_mode);
  int emptied = !directory && (flags & (O_CREAT | O_TRUNC)) && st.st_size == 0;
  tracked[fd] = 1;
  record('O', fd, flags, emptied ? stamp(fd) : 0, path, strlen(path), NULL, 0);
}

static int open_any(int dirfd, const char *path, int flags, mode_t mode) {
  char whole[PATH_MAX];
  pthread_mutex_lock(&lock);
  int fd = (int)syscall(SYS_openat, dirfd, path, flags, mode);
  int error = errno;
  if (fd >= 0 && fd < MOST_FDS) tracked[fd] = 0;
  if (ours(dirfd, path, whole)) opened(fd, flags, whole);
  pthread_mutex_unlock(&lock);
  errno = error;
  return fd;
}

#define MODE(flags)                                  \
  mode_t mode = 0;                                   \
  if ((flags) & (O_CREAT | O_TMPFILE)) {             \
    va_list args;                                    \
    va_start(args, flags);                           \
    mode = (mode_t)va_arg(args, int);                \
    va_end(args);                                    \
  }

int open(const char *path, int flags, ...) { MODE(flags) return open_any(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_any(AT_FDCWD, path, flags, mode); }
int openat(int dirfd, const char *path, int flags, ...) { MODE(flags) return open_any(dirfd, path, flags, mode); }
int openat64(int dirfd, const char *path, int flags, ...) { MODE(flags) return open_any(dirfd, path, flags, mode); }
int __open_2(const char *path, int flags) { return open_any(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_any(AT_FDCWD, path, flags, 0); }

int close(int fd) {
  pthread_mutex_lock(&lock);
  if (is_tracked(fd)) {
    tracked[fd] = 0;
    record('C', fd, 0, 0, NULL, 0, NULL, 0);
  }
  int done = (int)syscall(SYS_close, fd);
  int error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

static ssize_t write_any(int fd, const struct iovec *parts, int count, off_t offset) {
  pthread_mutex_lock(&lock);
  int mine = is_tracked(fd), says = fd == 1 && trace >= 0;
  off_t at = offset;
  if (mine && offset < 0) {
    struct stat st;
    int flags = fcntl(fd, F_GETFL);
    at = (flags & O_APPEND) && fstat(fd, &st) == 0 ? st.st_size : lseek(fd, 0, SEEK_CUR);
  }
  ssize_t done = offset < 0 ? syscall(SYS_writev, fd, parts, count) : syscall(SYS_pwritev, fd, parts, count, (long)offset, 0L);
  int error = errno;
  if (done > 0 && (mine || says)) {
    char *bytes = malloc((size_t)done);
    size_t have = 0;
    for (int i = 0; i < count && have < (size_t)done; i++) {
      size_t part = parts[i].iov_len < (size_t)done - have ? parts[i].iov_len : (size_t)done - have;
      memcpy(bytes + have, parts[i].iov_base, part);
      have += part;
    }
    record(mine ? 'W' : 'A', fd, mine ? at : 0, mine ? stamp(fd) : 0, bytes, have, NULL, 0);
    free(bytes);
  }
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

static ssize_t write_one(int fd, const void *bytes, size_t length, off_t offset) {
  struct iovec part = {(void *)bytes, length};
  return write_any(fd, &part, 1, offset);
}

ssize_t write(int fd, const void *bytes, size_t length) { return write_one(fd, bytes, length, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return write_one(fd, bytes, length, offset); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return write_one(fd, bytes, length, offset); }
ssize_t writev(int fd, const struct iovec *parts, int count) { return write_any(fd, parts, count, -1); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) { return write_any(fd, parts, count, offset); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return write_any(fd, parts, count, offset); }

static int truncate_any(int fd, off_t length) {
  pthread_mutex_lock(&lock);
  int done = (int)syscall(SYS_ftruncate, fd, length);
  int error = errno;
  if (done == 0 && is_tracked(fd)) record('T', fd, length, stamp(fd), NULL, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}
int ftruncate(int fd, off_t length) { return truncate_any(fd, length); }
int ftruncate64(int fd, off64_t length) { return truncate_any(fd, length); }

static int sync_any(char op, long call, int fd) {
  pthread_mutex_lock(&lock);
  int done = (int)syscall(call, fd);
  int error = errno;
  if (done == 0 && is_tracked(fd)) record(op, fd, 0, 0, NULL, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}
int fsync(int fd) { return sync_any('S', SYS_fsync, fd); }
int fdatasync(int fd) { return sync_any('F', SYS_fdatasync, fd); }

/* `op` on one or two names. */
static int names(char op, int done, int da, const char *a, int db, const char *b) {
  char wa[PATH_MAX] = "", wb[PATH_MAX] = "";
  int mine = ours(da, a, wa);
  if (b) mine = ours(db, b, wb) || mine;
  if (done == 0 && mine) record(op, 0, 0, 0, wa, strlen(wa), wb, strlen(wb));
  return done;
}

#define NAMED(op, call, da, a, db, b)        \
  pthread_mutex_lock(&lock);                 \
  int done = (int)(call);                    \
  int error = errno;                         \
  names(op, done, da, a, db, b);             \
  pthread_mutex_unlock(&lock);               \
  errno = error;                             \
  return done

int rename(const char *a, const char *b) { NAMED('R', syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 0), AT_FDCWD, a, AT_FDCWD, b); }
int renameat(int da, const char *a, int db, const char *b) { NAMED('R', syscall(SYS_renameat2, da, a, db, b, 0), da, a, db, b); }
int link(const char *a, const char *b) { NAMED('L', syscall(SYS_linkat, AT_FDCWD, a, AT_FDCWD, b, 0), AT_FDCWD, a, AT_FDCWD, b); }
int unlink(const char *a) { NAMED('U', syscall(SYS_unlinkat, AT_FDCWD, a, 0), AT_FDCWD, a, 0, NULL); }
int unlinkat(int da, const char *a, int flags) { NAMED(flags & AT_REMOVEDIR ? 'D' : 'U', syscall(SYS_unlinkat, da, a, flags), da, a, 0, NULL); }
int rmdir(const char *a) { NAMED('D', syscall(SYS_unlinkat, AT_FDCWD, a, AT_REMOVEDIR), AT_FDCWD, a, 0, NULL); }
int mkdir(const char *a, mode_t mode) { NAMED('M', syscall(SYS_mkdirat, AT_FDCWD, a, mode), AT_FDCWD, a, 0, NULL); }
int mkdirat(int da, const char *a, mode_t mode) { NAMED('M', syscall(SYS_mkdirat, da, a, mode), da, a, 0, NULL); }
int remove(const char *a) {
  int done = unlink(a);
  return done != 0 && errno == EISDIR ? rmdir(a) : done;
}

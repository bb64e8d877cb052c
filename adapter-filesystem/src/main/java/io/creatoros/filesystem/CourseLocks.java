package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageLockedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Locks of courses, in this process and among processes. The operating system gives a lock back
 * when its holder dies, however it dies. What the file says is for people only.
 */
final class CourseLocks {

  private static final Map<Path, Own> IN_PROCESS = new ConcurrentHashMap<>();
  private static final long BEHIND_THE_TEXT = 1L << 40;
  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 100;

  private final StateFolder state;
  private final String purpose;
  private final String command;

  /**
   * Locks for one purpose.
   *
   * @param command what this process is doing, such as {@code creatoros sync}
   */
  CourseLocks(StateFolder state, String purpose, String command) {
    this.state = state;
    this.purpose = purpose;
    this.command = command;
  }

  /** A lock that is held; giving it back again does nothing. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Who in this process holds a lock. Nobody here may open the file of a lock that this process
   * holds: on POSIX systems closing it would give the lock back.
   */
  private static final class Own {
    private final Semaphore turn = new Semaphore(1);
    private volatile String holder = "";
  }

  /** Takes a lock, waiting for as long as the patience lasts. */
  Held acquire(CourseId course, Duration patience) {
    Path file = state.lock(course, purpose);
    long deadline = System.nanoTime() + patience.toNanos();
    Own own = IN_PROCESS.computeIfAbsent(file, path -> new Own());
    try {
      if (!own.turn.tryAcquire(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS)) {
        throw locked(course, own.holder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw locked(course, own.holder);
    }
    boolean locked = false;
    try {
      own.holder = description();
      FileChannel channel = lockFile(course, file, deadline, own.holder);
      locked = true;
      return held(own, channel);
    } catch (IOException e) {
      throw Failures.failed("lock course \"" + course + "\"", e);
    } finally {
      if (!locked) {
        own.turn.release();
      }
    }
  }

  private FileChannel lockFile(CourseId course, Path file, long deadline, String holder)
      throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
    boolean locked = false;
    try {
      long pause = FIRST_PAUSE_MILLIS;
      while (!tryLock(channel)) {
        long left = deadline - System.nanoTime();
        if (left <= 0 || !slept(Math.min(pause, TimeUnit.NANOSECONDS.toMillis(left) + 1))) {
          throw locked(course, holder(file));
        }
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
      }
      locked = true;
      byte[] text = holder.getBytes(StandardCharsets.UTF_8);
      DurableFiles.writeAll(channel, ByteBuffer.wrap(text));
      channel.truncate(text.length);
      return channel;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock(BEHIND_THE_TEXT, 1, false);
    return lock != null;
  }

  private static boolean slept(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String description() {
    return "pid "
        + ProcessHandle.current().pid()
        + " (`"
        + command
        + "`, since "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS)
        + ")";
  }

  private static Held held(Own own, FileChannel channel) {
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.compareAndSet(true, false)) {
        try {
          channel.close();
        } catch (IOException e) {
          throw Failures.failed("give back a lock", e);
        } finally {
          own.turn.release();
        }
      }
    };
  }

  private static StorageLockedException locked(CourseId course, String holder) {
    return new StorageLockedException(
        "LOCKED",
        "course \"" + course + "\" is locked by " + (holder.isBlank() ? "another process" : holder),
        "wait for it to end, or repeat with `--wait`");
  }

  private static String holder(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}

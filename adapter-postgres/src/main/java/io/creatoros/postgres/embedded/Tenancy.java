package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who uses the server of a home.
 *
 * <p>Whoever starts or stops it, or is about to use it or to leave, holds the start lock. Whoever
 * uses it shares the lease lock, so the last one to leave is the one who could have it alone. File
 * locks belong to a whole process, and closing any channel of a file gives them up, so there is one
 * of these objects for each home in a process, and it counts.
 */
final class Tenancy {
  private static final Logger LOG = LoggerFactory.getLogger(Tenancy.class);
  private static final Map<Path, Tenancy> ALL = new ConcurrentHashMap<>();
  private static final Duration STEP = Duration.ofMillis(5);

  private final ServerHome home;
  private final ReentrantLock turn = new ReentrantLock();
  private int tenants;
  private @Nullable FileChannel lease;

  private Tenancy(ServerHome home) {
    this.home = home;
  }

  static Tenancy of(ServerHome home) {
    return ALL.computeIfAbsent(home.folder(), folder -> new Tenancy(home));
  }

  /** Runs an action while nobody else, in this process or another, starts or stops the server. */
  <T> T exclusively(Deadline deadline, Supplier<T> action) {
    try {
      if (!turn.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw busy("another thread of this process");
      }
    } catch (InterruptedException e) {
      throw Deadline.interrupted(e);
    }
    try (FileChannel channel = open(home.startLock())) {
      awaitLock(channel, deadline);
      return action.get();
    } catch (IOException e) {
      throw ServerHome.cannotUse(home.folder(), e);
    } finally {
      turn.unlock();
    }
  }

  /** Counts one user more. Call it while holding the start lock. */
  synchronized void join() {
    try {
      if (lease == null) {
        lease = sharedLease();
      }
      tenants++;
    } catch (IOException e) {
      throw ServerHome.cannotUse(home.folder(), e);
    }
  }

  /** Counts one user less. */
  synchronized void leave() {
    if (--tenants == 0 && lease != null) {
      try {
        lease.close();
      } catch (IOException e) {
        throw ServerHome.cannotUse(home.folder(), e);
      } finally {
        lease = null;
      }
    }
  }

  /** Whether nobody, in this process or another, uses the server. Needs the start lock. */
  synchronized boolean vacant() {
    if (tenants > 0) {
      return false;
    }
    try (FileChannel channel = open(home.leaseLock())) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw ServerHome.cannotUse(home.folder(), e);
    }
  }

  private FileChannel sharedLease() throws IOException {
    FileChannel channel = open(home.leaseLock());
    try {
      if (channel.tryLock(0, Long.MAX_VALUE, true) != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("another class loader of this process holds {}", home.leaseLock());
    }
    channel.close();
    throw busy("somebody, or this process through another class loader,");
  }

  private void awaitLock(FileChannel channel, Deadline deadline) throws IOException {
    while (!tryLock(channel)) {
      if (deadline.passed()) {
        throw busy("process " + owner(channel));
      }
      deadline.pause(STEP);
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
  }

  /** Another class loader of this process counts as another process. */
  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(20);
    int length = channel.read(bytes, 0);
    return new String(bytes.array(), 0, Math.max(0, length), StandardCharsets.UTF_8);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private EmbeddedServerException busy(String holder) {
    return new EmbeddedServerException(
        "EMBEDDED_TIMEOUT",
        holder
            + " is still starting or stopping the server in "
            + home.folder()
            + "; wait for it or end it, then repeat the command");
  }
}

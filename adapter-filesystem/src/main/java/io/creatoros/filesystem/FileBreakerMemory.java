package io.creatoros.filesystem;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.creatoros.core.resilience.BreakerMemory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What processes tell each other about a mirror, in a small file; the turn to try it is a lock on
 * another. Where neither can be written, every process is on its own.
 */
final class FileBreakerMemory implements BreakerMemory {

  private static final Logger LOG = LoggerFactory.getLogger(FileBreakerMemory.class);
  private static final Set<Path> TAKEN_HERE = ConcurrentHashMap.newKeySet();
  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_FILE = 8 * LONGEST_REASON;
  private static final String NEVER = "-";

  private final Path trouble;
  private final Path turn;

  FileBreakerMemory(StateFolder state, String server) {
    this.trouble = state.trouble(server);
    this.turn = state.turn(server);
  }

  @Override
  public Optional<Trouble> load() {
    try (InputStream in = Files.newInputStream(trouble)) {
      String text = new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
      String[] lines = text.split("\n", -1);
      return Optional.of(
          new Trouble(
              Integer.parseInt(lines[0]),
              Instant.parse(lines[1]),
              Instant.parse(lines[2]),
              lines[3].equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(lines[3])),
              lines[4]));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException
        | DateTimeException
        | IllegalArgumentException
        | ArrayIndexOutOfBoundsException e) {
      LOG.debug("what is known of the mirror's trouble is lost", e);
      return Optional.empty();
    }
  }

  @Override
  public void save(Trouble told) {
    String text =
        String.join(
            "\n",
            Integer.toString(told.failures()),
            told.since().toString(),
            told.last().toString(),
            told.until().map(Instant::toString).orElse(NEVER),
            line(told.reason()),
            "");
    try {
      DurableFiles.replaceCache(trouble, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("the mirror's trouble cannot be told to other processes", e);
    }
  }

  private static String line(String reason) {
    return reason.substring(0, Math.min(LONGEST_REASON, reason.length())).replaceAll("\\R", " ");
  }

  @Override
  public void clear() {
    try {
      Files.deleteIfExists(trouble);
    } catch (IOException e) {
      LOG.debug("other processes cannot be told that the mirror answers", e);
    }
  }

  /** Nobody here may open the file while this process has the turn: closing it would give it up. */
  @Override
  public Optional<Turn> tryTurn() {
    if (!TAKEN_HERE.add(turn)) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      Optional<Turn> ours = locked().map(this::turn);
      taken = ours.isPresent();
      return ours;
    } catch (IOException e) {
      LOG.debug("other processes cannot be told whose turn it is", e);
      taken = true;
      return Optional.of(turn(() -> {}));
    } finally {
      if (!taken) {
        TAKEN_HERE.remove(turn);
      }
    }
  }

  private Optional<Closeable> locked() throws IOException {
    Files.createDirectories(turn.getParent());
    FileChannel channel = FileChannel.open(turn, CREATE, WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
      return locked ? Optional.of(channel) : Optional.empty();
    } catch (OverlappingFileLockException takenByAnotherLoaderOfThisClass) {
      return Optional.empty();
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private Turn turn(Closeable lock) {
    AtomicBoolean held = new AtomicBoolean(true);
    return () -> {
      if (held.getAndSet(false)) {
        release(lock);
        TAKEN_HERE.remove(turn);
      }
    };
  }

  private static void release(Closeable lock) {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.debug("a turn could not be given back in good order", e);
    }
  }
}

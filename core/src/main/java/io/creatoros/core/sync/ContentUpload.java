package io.creatoros.core.sync;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.Snapshot;
import io.creatoros.core.projection.KeptBytes;
import io.creatoros.core.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends the contents that a commit is going to name and the mirror lacks, in batches of a few
 * mebibytes, one under way while the next is read. What is sent is what was hashed: a file that
 * changed meanwhile is left out and named.
 */
final class ContentUpload {

  private static final int BATCH_BYTES = 4 * Content.PART_SIZE;
  private static final int BATCH_PARTS = 512;

  private final CourseFolders folders;
  private final CourseMirror mirror;
  private final CourseId course;
  private final SyncListener listener;
  private final KeptBytes kept;
  private final List<ContentPart> batch = new ArrayList<>();
  private final Map<ArtifactPath, String> unreadable = new HashMap<>();
  private final AtomicLong sent = new AtomicLong();
  private CompletableFuture<@Nullable Void> underWay = CompletableFuture.completedFuture(null);
  private int batchBytes;

  ContentUpload(Homes homes, CourseId course, KeptBytes kept, SyncListener listener) {
    this.folders = homes.folders();
    this.mirror = homes.mirror();
    this.course = course;
    this.kept = kept;
    this.listener = listener;
  }

  /**
   * Sends what is missing; returns the paths that could not be read, with the reason.
   *
   * @param unmet whether the mirror is known to hold nothing of the course
   */
  Map<ArtifactPath, String> send(Collection<Change.Put> puts, boolean unmet) {
    Map<Sha256, Long> sizes = new HashMap<>();
    puts.stream().filter(Change.Put::stored).forEach(put -> sizes.put(put.hash(), put.size()));
    if (sizes.isEmpty()) {
      return unreadable;
    }
    Set<Sha256> missing = new HashSet<>(unmet ? sizes.keySet() : mirror.missing(course, sizes));
    for (Change.Put put : puts) {
      if (put.stored() && missing.contains(put.hash()) && read(put)) {
        missing.remove(put.hash());
      }
    }
    finish();
    return unreadable;
  }

  /** How many bytes were sent. */
  long sent() {
    return sent.get();
  }

  private boolean read(Change.Put put) {
    Optional<byte[]> bytes = kept.of(put.hash());
    if (bytes.isPresent() && bytes.get().length <= Content.PART_SIZE) {
      add(new ContentPart(put.hash(), 0, bytes.get()));
      return true;
    }
    Snapshot opened;
    try {
      opened = folders.snapshot(course, put.path(), put.hash());
    } catch (StorageException e) {
      unreadable.put(put.path(), e.getMessage());
      return false;
    }
    try (Snapshot snapshot = opened;
        InputStream in = snapshot.open()) {
      for (int part = 0; part < Content.parts(put.size()); part++) {
        add(new ContentPart(put.hash(), part, in.readNBytes(Content.PART_SIZE)));
      }
      return true;
    } catch (IOException e) {
      unreadable.put(put.path(), "cannot be read: " + e.getMessage());
      return false;
    }
  }

  private void add(ContentPart part) {
    if (batchBytes + part.bytes().length > BATCH_BYTES || batch.size() == BATCH_PARTS) {
      flush();
    }
    batch.add(part);
    batchBytes += part.bytes().length;
  }

  /** Sends the batch while the next one is read; one is under way at a time. */
  private void flush() {
    List<ContentPart> parts = List.copyOf(batch);
    long bytes = batchBytes;
    batch.clear();
    batchBytes = 0;
    await(underWay);
    underWay = CompletableFuture.runAsync(() -> send(parts, bytes), ContentUpload::start);
  }

  private void finish() {
    await(underWay);
    if (!batch.isEmpty()) {
      send(batch, batchBytes);
    }
  }

  private void send(List<ContentPart> parts, long bytes) {
    mirror.upload(course, parts);
    sent.addAndGet(bytes);
    listener.sent(bytes);
  }

  private static void start(Runnable sending) {
    Thread thread = new Thread(sending, "creatoros-upload");
    thread.setDaemon(true);
    thread.start();
  }

  private static void await(CompletableFuture<@Nullable Void> sending) {
    try {
      sending.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}

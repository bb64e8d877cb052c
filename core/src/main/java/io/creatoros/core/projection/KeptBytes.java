package io.creatoros.core.projection;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes that a scan read, kept for as long as one course is worked on, so that what is sent and
 * understood is what was hashed, and is read once. Holds a few mebibytes at most; what does not fit
 * is read again. Not for use by several threads.
 */
public final class KeptBytes implements CourseFolders.BytesRead {

  private static final long MOST = 8L << 20;

  private final Map<Sha256, byte[]> kept = new HashMap<>();
  private long room = MOST;

  @Override
  public void read(Sha256 hash, byte[] bytes) {
    if (bytes.length <= room && kept.putIfAbsent(hash, bytes) == null) {
      room -= bytes.length;
    }
  }

  /** The bytes with this hash; empty when they are not kept. */
  public Optional<byte[]> of(Sha256 hash) {
    return Optional.ofNullable(kept.get(hash));
  }

  /** Forgets all, and keeps nothing from now on. */
  public void release() {
    kept.clear();
    room = 0;
  }
}

package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What became of a call: its files are durable, and this is where the mirror stands.
 *
 * @param course the course
 * @param files the files of the call, in its order; they survive a loss of power
 * @param mirror what became of them in the mirror so far
 * @param settled what became of them in the end: done already unless {@code mirror} is {@link
 *     MirrorOutcome.Pending}; never completes exceptionally, and never with {@code Pending}
 */
public record Persisted(
    CourseId course,
    List<WrittenFile> files,
    MirrorOutcome mirror,
    CompletableFuture<MirrorOutcome> settled) {

  public Persisted {
    files = List.copyOf(files);
  }

  /**
   * A file of the call.
   *
   * @param path where it is
   * @param hash the hash of its bytes
   * @param changed whether the call changed it; false when it had these bytes already
   * @param kept where the version that it replaced was kept, relative to the workspace, if it was
   */
  public record WrittenFile(
      ArtifactPath path, Sha256 hash, boolean changed, Optional<String> kept) {}
}

package io.creatoros.core.resilience;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import java.util.List;
import java.util.Optional;

/**
 * Bases that make a {@link RememberingMirror} forget what another process of the workspace left
 * behind: a mirror remembered from before its bases would look like one that was restored.
 */
public final class HeedingBases implements Bases {

  private final Bases delegate;
  private final MirrorMemory memory;

  /** Watches bases for the sake of what is remembered of their mirror. */
  public HeedingBases(Bases delegate, MirrorMemory memory) {
    this.delegate = delegate;
    this.memory = memory;
  }

  @Override
  public Optional<CourseBases> load(CourseId course) {
    Optional<CourseBases> bases = delegate.load(course);
    Optional<CourseHead> head = memory.recall(course).map(known -> known.course().head());
    if (bases.isPresent() && head.isPresent() && isBehind(head.get(), bases.get())) {
      memory.forget(course);
    }
    return bases;
  }

  private static boolean isBehind(CourseHead head, CourseBases bases) {
    return head.revision() < bases.revision() || head.edits() < bases.edits();
  }

  @Override
  public void save(CourseId course, CourseBases bases) {
    delegate.save(course, bases);
  }

  @Override
  public void saveDurably(CourseId course, CourseBases bases) {
    delegate.saveDurably(course, bases);
  }

  @Override
  public List<CourseId> courses() {
    return delegate.courses();
  }

  @Override
  public void rename(CourseId from, CourseId to) {
    delegate.rename(from, to);
  }
}

package io.creatoros.core.dualwrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A leg that answers as it is told, and remembers what it was offered. */
final class StubLeg implements MirrorLeg {

  private final List<String> offers = new ArrayList<>();
  Function<SortedSet<ArtifactPath>, MirrorOutcome> answer = paths -> new MirrorOutcome.Applied(1);
  Runnable onClose = () -> {};
  boolean flushed = true;
  int closed;

  @Override
  public Offer offer(CourseId course, SortedSet<ArtifactPath> paths) {
    synchronized (this) {
      offers.add(course + paths.stream().map(path -> " " + path).collect(Collectors.joining()));
    }
    return Offer.of(answer.apply(paths));
  }

  /** What was offered so far: a course and its paths. */
  synchronized List<String> offers() {
    return List.copyOf(offers);
  }

  @Override
  public boolean flush(Duration patience) {
    return flushed;
  }

  @Override
  public void close() {
    closed++;
    onClose.run();
  }

  /** An answer that is final, and says that files are owed. */
  static MirrorOutcome.Owed owed(Offer offer) {
    assertThat(offer.settled()).isCompletedWithValue(offer.outcome());
    return (MirrorOutcome.Owed) offer.outcome();
  }

  static SortedSet<ArtifactPath> paths(String... paths) {
    SortedSet<ArtifactPath> set = new TreeSet<>();
    for (String path : paths) {
      set.add(new ArtifactPath(path));
    }
    return set;
  }
}

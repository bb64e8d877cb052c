package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.dualwrite.Offer;
import io.creatoros.core.dualwrite.Persisted;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A plain value of every type that the ports of mirrors and writers take and answer. */
final class PortSamples {

  private static final CourseId COURSE = new CourseId("nova-formacao/trilha-3");
  private static final ArtifactPath PATH = new ArtifactPath("lessons/1.1-a.md");
  private static final MirrorOutcome OUTCOME = new MirrorOutcome.Applied(7);

  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(CourseId.class, COURSE),
          Map.entry(ArtifactPath.class, PATH),
          Map.entry(Evidence.class, Evidence.RECORDED),
          Map.entry(String.class, "host:/courses"),
          Map.entry(long.class, 7L),
          Map.entry(boolean.class, true),
          Map.entry(Duration.class, Duration.ofSeconds(3)),
          Map.entry(Optional.class, Optional.empty()),
          Map.entry(List.class, List.of()),
          Map.entry(Collection.class, List.of(COURSE)),
          Map.entry(Set.class, Set.of()),
          Map.entry(Map.class, Map.of()),
          Map.entry(SortedMap.class, Collections.emptySortedMap()),
          Map.entry(SortedSet.class, new TreeSet<>(Set.of(PATH))),
          Map.entry(MirrorIdentity.class, new MirrorIdentity(new UUID(1, 2))),
          Map.entry(MirrorCourse.class, MirrorCourse.absent(COURSE)),
          Map.entry(Manifest.class, Manifest.absent(COURSE)),
          Map.entry(TypedRows.class, TypedRows.absent()),
          Map.entry(CommitResult.class, new CommitResult.Committed(8)),
          Map.entry(Offer.class, Offer.of(OUTCOME)),
          Map.entry(
              Persisted.class,
              new Persisted(
                  COURSE, List.of(), OUTCOME, CompletableFuture.completedFuture(OUTCOME))));

  private PortSamples() {}

  static Object of(Class<?> type) {
    return Optional.ofNullable(SAMPLES.get(type))
        .orElseThrow(() -> new AssertionError("no sample of " + type));
  }
}

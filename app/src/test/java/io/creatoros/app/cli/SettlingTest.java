package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.OpenPath;
import io.creatoros.core.sync.SyncReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SettlingTest {

  private static final CourseId COFFEE = new CourseId("coffee");

  private final Settling settling = new Settling();

  @Test
  void ofShouldNameACourseOnceWhenAFileChangedWhileItWasRead() {
    assertThat(settling.of(report(Verdict.UNKNOWN))).containsExactly(COFFEE);
    assertThat(settling.of(report(Verdict.UNKNOWN))).isEmpty();
    assertThat(settling.of(report(Verdict.UNKNOWN))).isEmpty();
  }

  @Test
  void ofShouldNameACourseAgainWhenItWasEqualInBetween() {
    settling.of(report(Verdict.UNKNOWN));
    settling.of(report());

    assertThat(settling.of(report(Verdict.UNKNOWN))).containsExactly(COFFEE);
  }

  @Test
  void ofShouldForgetNothingOfCoursesThatWereNotLookedAt() {
    settling.of(report(Verdict.UNKNOWN));
    settling.of(new SyncReport(List.of(), List.of()));

    assertThat(settling.of(report(Verdict.UNKNOWN))).isEmpty();
  }

  @Test
  void ofShouldNameNoCourseOfWhichMoreIsOpen() {
    assertThat(settling.of(report(Verdict.UNKNOWN, Verdict.CONFLICT))).isEmpty();
    assertThat(settling.of(report())).isEmpty();
  }

  private static SyncReport report(Verdict... open) {
    SortedMap<ArtifactPath, OpenPath> paths = new TreeMap<>();
    Arrays.stream(open)
        .forEach(
            verdict ->
                paths.put(
                    new ArtifactPath("lessons/" + verdict + ".md"), new OpenPath(verdict, "")));
    return new SyncReport(
        List.of(
            new CourseReport(
                COFFEE,
                3,
                0,
                0,
                0,
                0,
                0,
                1,
                paths,
                new TreeMap<>(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty())),
        List.of());
  }
}

package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.parts;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CommitResult.Committed;
import io.creatoros.core.course.CommitResult.CourseMoved;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Several senders at once: exactly one wins each revision, and readers see whole batches. */
public interface MirrorConcurrencyContract extends MirrorHome {

  /** The course that these tests write. */
  CourseId COURSE = new CourseId("vibecoding");

  @Test
  default void commitShouldSucceedOnceWhenManyCreateTheCourse() throws Exception {
    assertOneWinner(0);
  }

  @Test
  default void commitShouldSucceedOnceWhenManyCommitAtTheSameRevision() throws Exception {
    writer().write(COURSE, "first.md", text("first"));

    assertOneWinner(1);
  }

  private void assertOneWinner(long atRevision) throws Exception {
    Callable<CommitResult> commit =
        () -> {
          String name = "by-" + Thread.currentThread().getName() + ".md";
          mirror().upload(COURSE, parts(text(name)));
          return mirror()
              .commit(COURSE, atRevision, ORIGIN, List.of(put(name, text(name))), Optional.empty());
        };

    List<CommitResult> results = Race.run(6, commit);

    assertThat(results).filteredOn(new Committed(atRevision + 1)::equals).hasSize(1);
    assertThat(results).filteredOn(new CourseMoved(atRevision + 1)::equals).hasSize(5);
    assertThat(read(COURSE).files()).hasSize((int) atRevision + 1);
  }

  @Test
  default void commitsShouldAllArriveWhenLosersTryAgain() throws Exception {
    Callable<Integer> sender =
        () -> {
          try (CourseMirror own = another()) {
            for (int i = 0; i < 5; i++) {
              commitAnyhow(own, Thread.currentThread().getName() + "-" + i + ".md");
            }
          }
          return 5;
        };

    List<Integer> sent = Race.run(4, sender);

    MirrorCourse course = mirror().read(COURSE, Evidence.RECOMPUTED);
    assertThat(sent).hasSize(4);
    assertThat(course.files()).hasSize(20);
    assertThat(course.head().revision()).isEqualTo(20);
    assertThat(course.files().values().stream().map(RemoteFile::revision).distinct()).hasSize(20);
  }

  private static void commitAnyhow(CourseMirror mirror, String name) {
    mirror.upload(COURSE, parts(text(name)));
    CommitResult result = new CourseMoved(0);
    while (result instanceof CourseMoved moved) {
      result =
          mirror.commit(
              COURSE, moved.revision(), ORIGIN, List.of(put(name, text(name))), Optional.empty());
    }
    committed(result);
  }

  @Test
  default void readShouldSeeWholeBatchesWhenCommitsGoOn() throws Exception {
    writer().write(COURSE, batch(0));

    List<Integer> mixed =
        Race.run(
            2,
            () -> {
              if (Thread.currentThread().getName().endsWith("0")) {
                for (int i = 1; i <= 20; i++) {
                  writer().write(COURSE, batch(i));
                }
                return 0;
              }
              return mixedReads();
            });

    assertThat(mixed).containsOnly(0);
    assertThat(read(COURSE).head().revision()).isEqualTo(21);
  }

  private static Map<String, byte[]> batch(int number) {
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      files.put("lessons/1." + i + ".md", text("batch " + number));
    }
    return files;
  }

  private int mixedReads() {
    int mixed = 0;
    for (int i = 0; i < 40; i++) {
      MirrorCourse seen =
          mirror().read(COURSE, i % 2 == 0 ? Evidence.RECORDED : Evidence.RECOMPUTED);
      boolean whole =
          seen.files().values().stream()
                  .map(file -> ((RemoteFile.Stored) file).entry().hash())
                  .distinct()
                  .count()
              == 1;
      boolean ofHead =
          seen.files().values().stream()
              .allMatch(file -> file.revision() == seen.head().revision());
      mixed += whole && ofHead ? 0 : 1;
    }
    return mixed;
  }

  @Test
  default void commitsShouldNotDisturbEachOtherWhenCoursesDiffer() throws Exception {
    Callable<CommitResult> commit =
        () -> {
          CourseId own = new CourseId("course-" + Thread.currentThread().getName());
          mirror().upload(own, parts(text("same")));
          return mirror()
              .commit(own, 0, ORIGIN, List.of(put("a.md", text("same"))), Optional.empty());
        };

    assertThat(Race.run(6, commit)).containsOnly(new Committed(1));
  }
}

package io.creatoros.core.verify;

import static io.creatoros.core.verify.VerifyFixture.COURSE;
import static io.creatoros.core.verify.VerifyFixture.NOW;
import static io.creatoros.core.verify.VerifyFixture.OTHER;
import static io.creatoros.core.verify.VerifyFixture.SETTINGS;
import static io.creatoros.core.verify.VerifyFixture.findings;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Several courses in one run. */
class VerifierRunTest {

  private static final CourseId THIRD = new CourseId("z");

  private final VerifyFixture at = new VerifyFixture();
  private final Hooked<CourseFolders> folders = new Hooked<>(CourseFolders.class, at.folders);
  private final Hooked<CourseMirror> mirror = new Hooked<>(CourseMirror.class, at.mirror);

  private Verifier verifier() {
    return new Verifier(folders.home(), mirror.home(), at.log, SETTINGS);
  }

  private Verification verify(CourseId... courses) {
    return verifier().verify(List.of(courses), VerifyOptions.PLAIN, VerifyListener.SILENT);
  }

  @Test
  void verifyShouldSayDifferentWhenOnlyOneSideHoldsTheCourse() {
    at.folders.write(COURSE, "a.md", text("a"));
    at.writer.write(OTHER, "a.md", text("a"));

    Verification verified = verify(COURSE, OTHER);

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
    assertThat(verified.courses().get(0).onlyIn()).contains(Place.FOLDER);
    assertThat(findings(verified.courses().get(0))).containsExactly("a.md MISSING MIRROR");
    assertThat(verified.courses().get(1).onlyIn()).contains(Place.MIRROR);
    assertThat(findings(verified.courses().get(1))).containsExactly("a.md EXTRA MIRROR");
  }

  @Test
  void verifyShouldBeInconclusiveWhenNobodyHoldsTheCourse() {
    CourseVerification verified = verify(COURSE).courses().get(0);

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(verified.reasons())
        .containsExactly("neither the folder nor the mirror holds the course");
  }

  @Test
  void verifyShouldSayEqualWhenAllFilesAreDeletedOnBothSides() {
    at.both(COURSE, "a.md", "a");
    at.folders.vanish(COURSE);
    at.writer.delete(COURSE, "a.md");

    assertThat(verify(COURSE).verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void verdictShouldBeInconclusiveBeforeDifferentBeforeEqual() {
    at.both(COURSE, "a.md", "a");
    at.both(OTHER, "a.md", "a");
    at.both(THIRD, "a.md", "a");
    VerifyVerdict equal = verify(COURSE, OTHER, THIRD).verdict();
    at.folders.write(COURSE, "a.md", text("edited"));
    VerifyVerdict different = verify(COURSE, OTHER, THIRD).verdict();
    at.folders.makeUnreadable(OTHER, "a.md", "permission denied");
    Verification both = verify(COURSE, OTHER, THIRD);

    assertThat(equal).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(different).isEqualTo(VerifyVerdict.DIFFERENT);
    assertThat(both.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(both.courses())
        .extracting(CourseVerification::verdict)
        .containsExactly(VerifyVerdict.DIFFERENT, VerifyVerdict.INCONCLUSIVE, VerifyVerdict.EQUAL);
    assertThat(both.files()).isOne();
  }

  @Test
  void verifyShouldRememberEachCourseInTheLog() {
    at.both(COURSE, "a.md", "a");
    at.both(OTHER, "a.md", "a");
    at.folders.write(OTHER, "a.md", text("edited"));

    verify(COURSE, OTHER);

    assertThat(at.log.last(COURSE)).contains(new VerifiedAt(NOW, "EQUAL", at.mirror.identity(), 1));
    assertThat(at.log.last(OTHER).orElseThrow().verdict()).isEqualTo("DIFFERENT");
  }

  @Test
  void verifyShouldGoOnWhenTheLogCannotBeWritten() {
    at.both(COURSE, "a.md", "a");
    VerificationLog full =
        new VerificationLog() {
          @Override
          public void record(CourseId course, VerifiedAt verified) {
            throw new StorageRejectedException("DISK_FULL", "no space left", "");
          }

          @Override
          public Optional<VerifiedAt> last(CourseId course) {
            return Optional.empty();
          }
        };

    Verification verified =
        new Verifier(at.folders, at.mirror, full, SETTINGS)
            .verify(List.of(COURSE), VerifyOptions.PLAIN, VerifyListener.SILENT);

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void verifyShouldGoOnWhenOneCourseFails() {
    at.both(COURSE, "a.md", "a");
    at.both(OTHER, "a.md", "a");
    StorageException broken = new CorruptRecordException("ROW_BROKEN", "a row is broken", "");
    mirror.before("manifest", failOnce(broken));

    Verification verified =
        new Verifier(
                folders.home(),
                mirror.home(),
                at.log,
                new VerifySettings(VerifyFixture.LIMIT, 1, SETTINGS.clock()))
            .verify(List.of(OTHER, COURSE), VerifyOptions.PLAIN, VerifyListener.SILENT);

    assertThat(verified.courses().get(0).failure()).contains(broken);
    assertThat(verified.courses().get(1).verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(at.logged).containsOnlyKeys(OTHER);
  }

  @Test
  void verifyShouldEndWhenMirrorCannotBeReached() {
    at.both(COURSE, "a.md", "a");
    at.both(OTHER, "a.md", "a");
    at.both(THIRD, "a.md", "a");
    StorageException gone = new StorageUnavailableException("DB_UNREACHABLE", "refused", "");
    mirror.before("manifest", failOnce(gone));

    Verification verified =
        new Verifier(
                folders.home(),
                mirror.home(),
                at.log,
                new VerifySettings(VerifyFixture.LIMIT, 1, SETTINGS.clock()))
            .verify(List.of(COURSE, OTHER, THIRD), VerifyOptions.PLAIN, VerifyListener.SILENT);

    assertThat(verified.courses()).hasSize(3).allMatch(course -> course.failure().isPresent());
    assertThat(mirror.calls("manifest")).isOne();
  }

  @Test
  void verifyShouldSurfaceBugs() {
    at.both(COURSE, "a.md", "a");
    folders.before(
        "scan",
        call -> {
          throw new IllegalStateException("a bug");
        });

    assertThatThrownBy(() -> verify(COURSE)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void verifyShouldLookAtTwoCoursesAtOnceAndReportInOrder() throws InterruptedException {
    at.both(COURSE, "a.md", "a");
    at.both(OTHER, "a.md", "a");
    CountDownLatch both = new CountDownLatch(2);
    folders.before("scan", call -> await(both));
    List<String> heard = new ArrayList<>();

    Verification verified =
        verifier()
            .verify(
                List.of(OTHER, COURSE),
                VerifyOptions.PLAIN,
                new VerifyListener() {
                  @Override
                  public void started(CourseId course) {
                    heard.add("started");
                  }

                  @Override
                  public void finished(CourseVerification course, int done, int total) {
                    heard.add(done + "/" + total);
                  }
                });

    assertThat(verified.courses())
        .extracting(CourseVerification::course)
        .containsExactly(COURSE, OTHER);
    assertThat(heard).containsExactly("started", "started", "1/2", "2/2");
  }

  @Test
  void verifyShouldLookAtBothSidesAtOnce() {
    at.both(COURSE, "a.md", "a");
    CountDownLatch both = new CountDownLatch(2);
    folders.before("scan", call -> await(both));
    mirror.before("manifest", call -> await(both));

    assertThat(verify(COURSE).verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  private static java.util.function.IntConsumer failOnce(StorageException failure) {
    return call -> {
      if (call == 1) {
        throw failure;
      }
    };
  }

  private static void await(CountDownLatch latch) {
    latch.countDown();
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

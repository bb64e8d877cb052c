package io.creatoros.core.pull;

import static io.creatoros.core.pull.PullFixture.COURSE;
import static io.creatoros.core.pull.PullFixture.OTHER;
import static io.creatoros.core.pull.PullFixture.outcomes;
import static io.creatoros.core.pull.PullFixture.path;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.verify.Hooked;
import io.creatoros.testkit.MirrorWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged bytes, hostile names, failures and movement while a pull goes on. */
class PullerHostileTest {

  private final PullFixture at = new PullFixture();
  private final Hooked<CourseFolders> folders = new Hooked<>(CourseFolders.class, at.folders);
  private final Hooked<CourseMirror> mirror = new Hooked<>(CourseMirror.class, at.mirror);

  @ParameterizedTest
  @ValueSource(
      strings = {"../x.md", "/x.md", "a/../x.md", "y.md", "X.md", "x.md/", "./x.md", "x.md\0", ""})
  void pullShouldSkipFileWhenItsNameIsNoSpellingOfItsPath(String name) {
    at.remote("a.md", "a");
    hostile("x.md", name);

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled)).containsExactly("a.md TAKEN", "x.md FAILED");
    assertThat(pulled.paths().get(path("x.md")).code()).isEqualTo("NAME_REFUSED");
    assertThat(
            at.folders
                .scan(COURSE, io.creatoros.core.course.Evidence.RECORDED)
                .manifest()
                .entries())
        .containsOnlyKeys(path("a.md"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".git/hooks/pre-commit", "a/.GIT/config", ".creatoros/index", ".git"})
  void pullShouldSkipFileWhenToolsWouldObeyIt(String name) {
    at.remote("a.md", "a");
    at.remote(name, "x");

    CoursePull pulled = at.pull();

    assertThat(pulled.with(Outcome.FAILED))
        .extracting(PulledPath::code)
        .containsExactly("NAME_REFUSED");
    assertThat(at.here(name)).isEqualTo("(absent)");
    assertThat(at.here("a.md")).isEqualTo("a");
  }

  @Test
  void pullShouldTakeHiddenFilesThatOnlyLookAlike() {
    at.remote(".github/workflows/x.yml", "x");
    at.remote(".gitignore", "x");

    assertThat(at.pull().with(Outcome.TAKEN)).hasSize(2);
  }

  @Test
  void pullShouldNameFileWhenItsBytesAreDamagedOrLost() {
    at.remote("damaged.md", "1");
    at.remote("fine.md", "fine");
    at.remote("lost.md", "lost");
    at.mirror.editBytes(COURSE, path("damaged.md"), text("2"));
    at.mirror.deleteBytes(COURSE, path("lost.md"));

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled))
        .containsExactly("damaged.md FAILED", "fine.md TAKEN", "lost.md UNAVAILABLE");
    assertThat(pulled.paths().get(path("damaged.md")).code()).isEqualTo("MIRROR_BYTES_DAMAGED");
    assertThat(pulled.paths().get(path("lost.md")).code()).isEqualTo("MIRROR_BYTES_MISSING");
    assertThat(at.here("damaged.md")).isEqualTo("(absent)");
    assertThat(at.here("lost.md")).isEqualTo("(absent)");
    assertThat(at.next()).isEqualTo("damaged.md <, lost.md <");
  }

  @Test
  void pullShouldNeverReplaceGoodBytesByDamagedOnes() {
    at.remote("a.md", "good");
    at.pull();
    at.mirror.editBytes(COURSE, path("a.md"), text("bad"));

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled)).containsExactly("a.md FAILED");
    assertThat(at.here("a.md")).isEqualTo("good");
  }

  @Test
  void pullShouldCheckBytesOnTheirWayWhenRecordsLookSound() {
    at.remote("a.md", "good");
    mirror.before("open", call -> at.mirror.editBytes(COURSE, path("a.md"), text("bad!")));

    CoursePull pulled = at.pull(at.folders, mirror.home());

    assertThat(outcomes(pulled)).containsExactly("a.md FAILED");
    assertThat(pulled.paths().get(path("a.md")).code()).isEqualTo("MIRROR_BYTES_DAMAGED");
    assertThat(pulled.paths().get(path("a.md")).reason()).contains("a.md", COURSE.path());
  }

  @Test
  void pullShouldNameConflictWhenTheMirrorsVersionIsDamaged() {
    at.remote("a.md", "1");
    at.local("a.md", "mine");
    mirror.before("open", call -> at.mirror.editBytes(COURSE, path("a.md"), text("bad!")));

    CoursePull pulled = at.pull(at.folders, mirror.home());

    assertThat(outcomes(pulled)).containsExactly("a.md CONFLICT");
    assertThat(pulled.paths().get(path("a.md")).code()).isEqualTo("MIRROR_BYTES_DAMAGED");
    assertThat(at.folders.kept()).isEmpty();
  }

  @Test
  void pullShouldTakeNewestVersionWhenMirrorMovesMeanwhile() {
    at.remote("a.md", "1");
    at.remote("b.md", "1");
    mirror.before(
        "open",
        call -> {
          if (call == 2) {
            at.remote("b.md", "2");
          }
        });

    CoursePull pulled = at.pull(at.folders, mirror.home());

    assertThat(outcomes(pulled)).containsExactly("a.md TAKEN", "b.md TAKEN");
    assertThat(at.here("b.md")).isEqualTo("2");
    assertThat(at.next()).isEmpty();
  }

  @Test
  void pullShouldNameFileWhenMirrorKeepsMovingOn() {
    at.remote("a.md", "0");
    mirror.after("open", call -> at.remote("a.md", "version " + call));

    CoursePull pulled = at.pull(at.folders, mirror.home());

    assertThat(outcomes(pulled)).containsExactly("a.md FAILED");
    assertThat(pulled.paths().get(path("a.md")).code()).isEqualTo("MIRROR_MOVING");
    assertThat(pulled.isEqual()).isFalse();
  }

  @Test
  void pullShouldLeaveFileAloneWhenItIsEditedMeanwhile() {
    at.remote("a.md", "1");
    at.remote("b.md", "1");
    at.pull();
    at.remote("a.md", "2");
    at.remote("b.md", "2");
    mirror.before("open", call -> at.local("b.md", "mine"));

    CoursePull pulled = at.pull(at.folders, mirror.home());

    assertThat(outcomes(pulled)).containsExactly("a.md TAKEN", "b.md CONFLICT");
    assertThat(at.here("b.md")).isEqualTo("mine");
  }

  @Test
  void pullShouldResumeWhenMirrorWasLostInTheMiddle() {
    at.remote("a.md", "a");
    at.remote("b.md", "b");
    at.writer.write(OTHER, "o.md", text("o"));
    StorageUnavailableException gone =
        new StorageUnavailableException("DB_UNREACHABLE", "connection reset", "");
    mirror.before(
        "open",
        call -> {
          if (call == 2) {
            throw gone;
          }
        });

    PullReport broken =
        at.pull(at.folders, mirror.home(), List.of(OTHER, COURSE), PullOptions.PLAIN);

    assertThat(broken.isEqual()).isFalse();
    assertThat(broken.courses()).extracting(CoursePull::failure).containsOnly(Optional.of(gone));
    assertThat(outcomes(broken.courses().get(0))).containsExactly("a.md TAKEN");
    assertThat(mirror.calls("read")).isOne();
    at.remote("a.md", "moved on");

    PullReport resumed = at.pull(List.of(COURSE, OTHER), PullOptions.PLAIN);

    assertThat(resumed.isEqual()).isTrue();
    assertThat(outcomes(resumed.courses().get(0))).containsExactly("a.md TAKEN", "b.md TAKEN");
    assertThat(at.here("a.md")).isEqualTo("moved on");
    assertThat(at.next()).isEmpty();
    assertThat(at.at(OTHER, "o.md")).isEqualTo("o");
  }

  @Test
  void pullShouldGoOnWhenOneCourseFails() {
    at.remote("a.md", "a");
    at.writer.write(OTHER, "o.md", text("o"));
    mirror.before(
        "read",
        call -> {
          if (call == 1) {
            throw new CorruptRecordException("ROW_BROKEN", "a row is broken", "");
          }
        });

    PullReport pulled =
        at.pull(at.folders, mirror.home(), List.of(COURSE, OTHER), PullOptions.PLAIN);

    assertThat(pulled.courses().get(0).failure()).isPresent();
    assertThat(pulled.courses().get(1).isEqual()).isTrue();
  }

  @Test
  void pullShouldFailWhenMirrorDoesNotHoldTheCourse() {
    CoursePull pulled = at.pull();

    assertThat(pulled.failure().orElseThrow().code()).isEqualTo("COURSE_NOT_IN_MIRROR");
    assertThat(at.bases.courses()).isEmpty();
  }

  @Test
  void pullShouldFailWhenSomebodyHoldsTheLaneAndGiveItBackAfterwards() {
    at.remote("a.md", "a");
    try (var lane = at.lanes.acquire(COURSE, Duration.ZERO)) {
      assertThat(lane).isNotNull();
      assertThat(at.pull().failure().orElseThrow().code()).isEqualTo("LANE_BUSY");
    }

    assertThat(at.pull().failure()).isEmpty();
    assertThat(at.pull().failure()).isEmpty();
  }

  @Test
  void pullShouldLetOthersWriteBetweenItsBatches() {
    for (int i = 0; i < 2 * ShortBatches.LONGEST + 1; i++) {
      at.remote(i + ".md", "file " + i);
    }

    CoursePull pulled = at.pull(folders.home(), mirror.home());

    assertThat(pulled.with(Outcome.TAKEN)).hasSize(2 * ShortBatches.LONGEST + 1);
    assertThat(folders.calls("write")).isEqualTo(3);
  }

  @Test
  void pullShouldTakeNoFolderLockWhenThereIsNothingToWrite() {
    at.remote("a.md", "a");
    at.pull();
    at.local("mine.md", "mine");

    at.pull(folders.home(), mirror.home());

    assertThat(folders.calls("write")).isZero();
  }

  @Test
  void pullShouldEndCourseAndRememberWhatItTookWhenFolderIsLocked() {
    for (int i = 0; i < ShortBatches.LONGEST + 2; i++) {
      at.remote(i + ".md", "file " + i);
    }
    folders.before(
        "write",
        call -> {
          if (call == 2) {
            throw new StorageLockedException("FOLDER_LOCKED", "locked by process 7", "");
          }
        });

    CoursePull pulled = at.pull(folders.home(), mirror.home());

    assertThat(pulled.failure().orElseThrow().code()).isEqualTo("FOLDER_LOCKED");
    assertThat(pulled.with(Outcome.TAKEN)).hasSize(ShortBatches.LONGEST);
    assertThat(at.bases.load(COURSE).orElseThrow().paths()).hasSize(ShortBatches.LONGEST);
    assertThat(at.pull().isEqual()).isTrue();
  }

  @Test
  void pullShouldAdoptNoBasesWhenAStrangersFilesAreThere() {
    at.remote("a.md", "a");
    at.remote("same.md", "same");
    at.local("same.md", "same");
    at.local("mine.md", "mine");

    CoursePull stranger = at.pull();

    assertThat(outcomes(stranger)).containsExactly("a.md TAKEN", "mine.md KEPT");
    assertThat(stranger.firstContact()).isTrue();
    assertThat(at.bases.courses()).isEmpty();

    CoursePull joined = at.pull(PullOptions.PLAIN.joining(true));

    assertThat(joined.firstContact()).isFalse();
    assertThat(at.next()).isEqualTo("mine.md +");
    assertThat(at.bases.courses()).containsExactly(COURSE);
  }

  @Test
  void pullShouldTellItsListener() {
    at.remote("a.md", "a");
    StringBuilder heard = new StringBuilder();

    new Puller(
            folders.home(),
            mirror.home(),
            at.bases,
            at.lanes,
            new PullSettings(PullFixture.LIMIT, Duration.ZERO))
        .pull(
            List.of(COURSE),
            PullOptions.PLAIN,
            new PullListener() {
              @Override
              public void started(int courses) {
                heard.append(courses).append(' ');
              }

              @Override
              public void applied(CourseId course, PulledPath path) {
                heard.append(path.path()).append(' ');
              }

              @Override
              public void finished(CoursePull course) {
                heard.append(course.course());
              }
            });

    assertThat(heard).hasToString("1 a.md " + COURSE);
  }

  private void hostile(String path, String name) {
    at.writer.upload(COURSE, text("x"));
    MirrorWriter.committed(
        at.mirror.commit(
            COURSE,
            1,
            MirrorWriter.ORIGIN,
            List.of(
                new Change.Put(
                    path(path),
                    name,
                    Sha256.of(text("x")),
                    1,
                    ArtifactKind.OTHER,
                    true,
                    Optional.empty())),
            Optional.empty()));
  }
}

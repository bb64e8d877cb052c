package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.KnownMirror.A;
import static io.creatoros.core.resilience.KnownMirror.B;
import static io.creatoros.core.resilience.KnownMirror.COURSE;
import static io.creatoros.core.resilience.KnownMirror.FIRST;
import static io.creatoros.core.resilience.KnownMirror.OTHER;
import static io.creatoros.core.resilience.KnownMirror.SECOND;
import static io.creatoros.core.resilience.KnownMirror.hash;
import static io.creatoros.core.resilience.KnownMirror.mended;
import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever casts doubt on what is known of a course makes it forgotten. */
class ForgottenCourseTest {

  private final KnownMirror known = new KnownMirror();

  @Test
  void courseShouldBeForgottenWhenItMovedOn() {
    known.writer().write(COURSE, A, FIRST);
    known.others().write(COURSE, B, SECOND);

    assertThat(known.commit(1, put("c.md", FIRST))).isEqualTo(new CommitResult.CourseMoved(2));

    assertThat(known.read(COURSE).head().revision()).isEqualTo(2);
    assertThat(known.writer().write(COURSE, "c.md", FIRST)).isEqualTo(3);
  }

  @Test
  void courseShouldBeForgottenWhenFilesMoved() {
    known.writer().write(COURSE, A, FIRST);
    known.home.editHash(COURSE, new ArtifactPath(A), Sha256.of(SECOND));

    known.writer().upload(COURSE, text("new"));
    assertThat(known.commit(1, put(A, text("new"), hash(FIRST))))
        .isEqualTo(new CommitResult.FilesMoved(Set.of(new ArtifactPath(A))));

    RemoteFile file = known.read(COURSE).files().get(new ArtifactPath(A));
    assertThat(((RemoteFile.Stored) file).entry().recorded()).isEqualTo(Sha256.of(SECOND));
  }

  @Test
  void courseShouldBeForgottenWhenContentsAreMissing() {
    known.writer().write(COURSE, A, FIRST);

    assertThat(known.commit(1, put(B, SECOND)))
        .isEqualTo(new CommitResult.ContentsMissing(Set.of(Sha256.of(SECOND))));

    known.assertReadAnew();
  }

  @Test
  void courseShouldBeForgottenWhenAnyWritingFails() {
    for (Runnable failing :
        List.<Runnable>of(
            () -> known.commit(1, put(B, SECOND)),
            () -> known.mirror.upload(COURSE, List.of()),
            () -> known.mirror.move(COURSE, OTHER),
            () -> known.mirror.move(OTHER, COURSE),
            () -> known.mirror.rows(COURSE),
            () -> known.mirror.foreignEdits(COURSE, 0),
            () -> known.mirror.read(COURSE, Evidence.RECOMPUTED),
            () -> known.mirror.manifest(COURSE, Evidence.RECOMPUTED))) {
      known.startAnew();
      known.writer().write(COURSE, A, FIRST);
      known.asked.setDown(true);
      assertThatThrownBy(failing::run).isInstanceOf(StorageUnavailableException.class);
      known.asked.setDown(false);

      known.assertReadAnew();
    }
  }

  @Test
  void courseShouldBeForgottenWhenFactsCannotBeRead() {
    known.others().write(COURSE, A, FIRST);
    known.read(COURSE);
    known.asked.failCall(1);
    assertThatThrownBy(() -> known.mirror.facts(COURSE))
        .isInstanceOf(StorageUnavailableException.class);

    known.assertReadAnew();
  }

  @Test
  void courseShouldBeForgottenWhenAnswerToCommitIsLost() {
    known.writer().write(COURSE, A, FIRST);
    known.writer().upload(COURSE, SECOND);
    known.asked.loseNextAnswer();
    assertThatThrownBy(() -> known.commit(1, put(B, SECOND)))
        .isInstanceOf(StorageUnavailableException.class);

    assertThat(known.read(COURSE).head().revision()).isEqualTo(2);
  }

  @Test
  void courseShouldBeForgottenWhenItIsLookedAtClosely() {
    for (Runnable look :
        List.<Runnable>of(
            () -> known.mirror.rows(COURSE),
            () -> known.mirror.foreignEdits(COURSE, 0),
            () -> known.mirror.read(COURSE, Evidence.RECOMPUTED),
            () -> known.mirror.manifest(COURSE, Evidence.RECOMPUTED),
            () -> known.mirror.commit(COURSE, 1, ORIGIN, List.of(), mended()))) {
      known.startAnew();
      known.writer().write(COURSE, Map.of(A, FIRST, B, SECOND));
      look.run();

      known.assertReadAnew();
    }
  }

  @Test
  void bothCoursesShouldBeForgottenWhenOneIsMoved() {
    known.writer().write(COURSE, A, FIRST);

    known.mirror.move(COURSE, OTHER);

    assertThat(known.read(COURSE)).isEqualTo(MirrorCourse.absent(COURSE));
    assertThat(known.read(OTHER).head())
        .isEqualTo(known.home.read(OTHER, Evidence.RECORDED).head());
    known.mirror.move(OTHER, COURSE);
    assertThat(known.read(COURSE)).isEqualTo(known.home.read(COURSE, Evidence.RECORDED));
    assertThat(known.read(OTHER)).isEqualTo(MirrorCourse.absent(OTHER));
  }

  @Test
  void everythingShouldBeForgottenWhenMirrorIsClosed() {
    known.writer().write(COURSE, A, FIRST);

    known.mirror.close();

    known.assertReadAnew();
  }

  @Test
  void courseShouldBeForgottenWhenRefusedRowsAreLeftInDoubt() {
    known.home.database().refuse(METADATA);
    known.projected(0, List.of(put(A, FIRST)), Map.of());
    assertThat(known.read(COURSE).head().refused()).isEqualTo(1);

    known.writeKnown(1, B, SECOND);

    known.assertReadAnew();
  }
}

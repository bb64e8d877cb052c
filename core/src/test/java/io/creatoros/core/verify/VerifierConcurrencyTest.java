package io.creatoros.core.verify;

import static io.creatoros.core.verify.VerifyFixture.COURSE;
import static io.creatoros.core.verify.VerifyFixture.findings;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides move while they are looked at. */
class VerifierConcurrencyTest {

  private final VerifyFixture at = new VerifyFixture();
  private final Hooked<CourseFolders> folders = new Hooked<>(CourseFolders.class, at.folders);
  private final Hooked<CourseMirror> mirror = new Hooked<>(CourseMirror.class, at.mirror);

  @BeforeEach
  void threeFiles() {
    at.threeFiles();
  }

  @Test
  void verifyShouldSayEqualWhenFileBecomesEqualMeanwhile() {
    at.folders.write(COURSE, "a.md", text("half saved"));
    folders.after("scan", call -> at.folders.write(COURSE, "a.md", text("a")));

    assertThat(verify().verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(folders.calls("scan")).isEqualTo(2);
  }

  @Test
  void verifyShouldSayEqualWhenMirrorBecomesEqualMeanwhile() {
    at.folders.write(COURSE, "a.md", text("synced meanwhile"));
    mirror.after(
        "manifest",
        call -> {
          if (call == 1) {
            at.writer.write(COURSE, "a.md", text("synced meanwhile"));
            at.project(COURSE);
          }
        });

    CourseVerification verified = verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(verified.revision()).isEqualTo(4);
  }

  @Test
  void verifyShouldLookAgainWhenMirrorMovesBeforeItsRowsAreRead() {
    mirror.before(
        "rows",
        call -> {
          if (call == 1) {
            at.both(COURSE, "lessons/1.2-new.md", "# Synced meanwhile");
          }
        });

    CourseVerification verified = verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(verified.revision()).isEqualTo(4);
    assertThat(verified.files()).isEqualTo(4);
  }

  @Test
  void verifyShouldBeInconclusiveWhenMirrorMovesEachTimeBeforeItsRowsAreRead() {
    mirror.before("rows", call -> at.both(COURSE, "lessons/1." + call + "-new.md", "# New"));

    CourseVerification verified = verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(verified.reasons())
        .containsExactly("it kept changing while its typed rows were compared");
    assertThat(mirror.calls("rows")).isEqualTo(CourseCheck.ROUNDS);
  }

  @Test
  void verifyShouldLookAgainWhenAFileChangesBeforeItIsUnderstood() {
    at.both(COURSE, "lessons/1.1-c.md", "# As it was");
    mirror.before(
        "rows",
        call -> {
          if (call == 1) {
            at.folders.write(COURSE, "lessons/1.1-c.md", text("# Edited meanwhile"));
          }
        });

    assertThat(VerifyFixture.findings(verify()))
        .containsExactly("lessons/1.1-c.md BYTES_DIFFER MIRROR");
  }

  @Test
  void verifyShouldRecomputeTheMirrorOnceWhenItDoesNotMove() {
    at.folders.write(COURSE, "a.md", text("edited"));

    assertThat(findings(verify())).containsExactly("a.md BYTES_DIFFER MIRROR");
    assertThat(mirror.calls("manifest")).isOne();
    assertThat(folders.calls("scan")).isEqualTo(2);
  }

  @Test
  void verifyShouldLookOnceWhenAllIsEqual() {
    assertThat(verify().verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(mirror.calls("manifest")).isOne();
    assertThat(folders.calls("scan")).isOne();
  }

  @Test
  void verifyShouldBeInconclusiveWhenFileKeepsChanging() {
    folders.before("scan", call -> at.folders.write(COURSE, "a.md", text("edit " + call)));
    at.folders.write(COURSE, "b.md", text("different all the time"));

    CourseVerification verified = verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(findings(verified))
        .containsExactly("a.md KEPT_CHANGING MIRROR", "b.md BYTES_DIFFER MIRROR");
    assertThat(verified.findings().get(0).describe()).startsWith("kept changing: last the mirror");
    assertThat(folders.calls("scan")).isEqualTo(1 + CourseCheck.ROUNDS);
  }

  @Test
  void verifyShouldBeInconclusiveWhenMirrorKeepsChanging() {
    mirror.before("manifest", call -> at.writer.write(COURSE, "a.md", text("commit " + call)));

    CourseVerification verified = verify();

    assertThat(findings(verified)).containsExactly("a.md KEPT_CHANGING MIRROR");
    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
  }

  @Test
  void verifyShouldDecideOtherPathsWhenMirrorKeepsChanging() {
    at.folders.write(COURSE, "b.md", text("different all the time"));
    mirror.before("manifest", call -> at.writer.write(COURSE, "a.md", text("commit " + call)));

    assertThat(findings(verify()))
        .containsExactly("a.md KEPT_CHANGING MIRROR", "b.md BYTES_DIFFER MIRROR");
  }

  @Test
  void verifyShouldSeeNewDifferenceWhenMirrorIsReadAgain() {
    at.folders.write(COURSE, "a.md", text("edited"));
    mirror.after(
        "manifest",
        call -> {
          if (call == 1) {
            at.writer.write(COURSE, "b.md", text("moved on"));
          }
        });

    CourseVerification verified = verify();

    assertThat(findings(verified))
        .containsExactly("a.md BYTES_DIFFER MIRROR", "b.md BYTES_DIFFER MIRROR");
    assertThat(verified.revision()).isEqualTo(4);
    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
  }

  @Test
  void verifyShouldSeeEditByHandWhenItIsMadeMeanwhile() {
    at.folders.write(COURSE, "a.md", text("edited"));
    mirror.after(
        "manifest",
        call -> {
          if (call == 1) {
            at.mirror.editBytes(COURSE, VerifyFixture.path("b.md"), text("b2"));
          }
        });

    assertThat(findings(verify()))
        .containsExactly("a.md BYTES_DIFFER MIRROR", "b.md DAMAGED MIRROR");
  }

  @Test
  void verifyShouldKeepWhatItSawEqualWhenItIsEditedAfterwards() {
    at.folders.write(COURSE, "a.md", text("different all the time"));
    folders.after("scan", call -> at.folders.write(COURSE, "b.md", text("edit " + call)));

    CourseVerification verified = verify();

    assertThat(findings(verified)).containsExactly("a.md BYTES_DIFFER MIRROR");
    assertThat(verified.files()).isEqualTo(2);
  }

  @Test
  void verifyShouldReadAgainWhenFileChangedWhileItWasRead() {
    at.folders.makeUnreadable(COURSE, "a.md", "changed while it was read");
    folders.after("scan", call -> at.folders.makeReadable(COURSE));

    assertThat(verify().verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void verifyShouldListAgainWhenFolderCouldNotBeListedOnce() {
    at.folders.makeUnlistable(COURSE, "", "stale handle");
    folders.after("scan", call -> at.folders.makeReadable(COURSE));

    assertThat(verify().verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void verifyShouldListAgainWhenFolderWithoutKnownFilesCouldNotBeListedOnce() {
    at.folders.makeUnlistable(COURSE, "private", "stale handle");
    folders.after("scan", call -> at.folders.makeReadable(COURSE));

    assertThat(verify().verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void verifyShouldTryUnreadableFileInEachRound() {
    at.folders.makeUnreadable(COURSE, "a.md", "changed while it was read");
    folders.after(
        "scan",
        call -> {
          if (call == 3) {
            at.folders.makeReadable(COURSE);
          }
        });

    assertThat(verify().verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void verifyShouldDropDifferenceWhenMirrorIsReadAgainAndHoldsTheFilesBytes() {
    at.folders.write(COURSE, "b.md", text("edited"));
    folders.before("scan", call -> at.folders.write(COURSE, "a.md", text("edit " + call)));
    folders.after(
        "scan",
        call -> {
          if (call == 2) {
            at.writer.write(COURSE, "b.md", text("edited"));
          }
        });

    assertThat(findings(verify())).containsExactly("a.md KEPT_CHANGING MIRROR");
  }

  @Test
  void verifyShouldNotReadFilesAgainWhenOnlyTheFolderHasThem() {
    at.folders.write(COURSE, "new.md", text("new"));

    verify();

    assertThat(evidences()).containsExactly(Evidence.RECOMPUTED, Evidence.RECORDED);
  }

  @Test
  void verifyShouldNeverTrustRecordsWhenFileComesBack() {
    at.folders.delete(COURSE, "a.md");

    verify();

    assertThat(evidences()).containsExactly(Evidence.RECOMPUTED, Evidence.RECOMPUTED);
  }

  @Test
  void verifyShouldNeverTrustRecordsWhenFileCouldNotBeRead() {
    at.folders.makeUnreadable(COURSE, "a.md", "permission denied");

    verify();

    assertThat(evidences()).containsOnly(Evidence.RECOMPUTED);
  }

  @Test
  void verifyShouldNeverTrustRecordsWhenFolderCouldNotBeListed() {
    at.folders.makeUnlistable(COURSE, "private", "permission denied");

    verify();

    assertThat(evidences()).containsOnly(Evidence.RECOMPUTED);
  }

  @Test
  void verifyShouldSeeNewFileWhenItsFolderCouldNotBeListedAtFirst() {
    at.folders.write(COURSE, "private/new.md", text("new"));
    at.folders.makeUnlistable(COURSE, "private", "stale handle");
    folders.after("scan", call -> at.folders.makeReadable(COURSE));

    assertThat(findings(verify())).containsExactly("private/new.md MISSING MIRROR");
  }

  @Test
  void verifyShouldReadFilesAgainWhenTheirBytesDiffer() {
    at.folders.write(COURSE, "a.md", text("edited"));

    verify();

    assertThat(evidences()).containsExactly(Evidence.RECOMPUTED, Evidence.RECOMPUTED);
  }

  @Test
  void verifyShouldReadAllFilesAgainWhenMirrorMoved() {
    at.folders.write(COURSE, "new.md", text("new"));
    mirror.after(
        "manifest",
        call -> {
          if (call == 1) {
            at.writer.write(COURSE, "b.md", text("moved on"));
          }
        });

    verify();

    assertThat(evidences())
        .containsExactly(Evidence.RECOMPUTED, Evidence.RECOMPUTED, Evidence.RECOMPUTED);
  }

  private List<Object> evidences() {
    return folders.arguments("scan").stream().map(arguments -> arguments.get(1)).toList();
  }

  private CourseVerification verify() {
    return at.verify(folders.home(), mirror.home());
  }
}

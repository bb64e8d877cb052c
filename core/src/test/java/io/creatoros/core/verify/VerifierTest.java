package io.creatoros.core.verify;

import static io.creatoros.core.verify.VerifyFixture.COURSE;
import static io.creatoros.core.verify.VerifyFixture.LIMIT;
import static io.creatoros.core.verify.VerifyFixture.findings;
import static io.creatoros.core.verify.VerifyFixture.path;
import static io.creatoros.testkit.Samples.bytes;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Change;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Sha256;
import io.creatoros.testkit.MirrorWriter;
import io.creatoros.testkit.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifierTest {

  private final VerifyFixture at = new VerifyFixture();

  @BeforeEach
  void threeFiles() {
    at.threeFiles();
  }

  @Test
  void verifyShouldSayEqualWhenEveryByteIsEqual() {
    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(verified.files()).isEqualTo(3);
    assertThat(verified.bytes()).isEqualTo(6);
    assertThat(verified.revision()).isEqualTo(3);
    assertThat(verified.unstored()).isZero();
    assertThat(verified.onlyIn()).isEmpty();
  }

  @Test
  void verifyShouldSayEqualWhenNamesAndBytesAreOdd() {
    for (String name : Samples.ODD_NAMES) {
      at.both(COURSE, "odd/" + name, name);
    }
    int number = 0;
    for (byte[] content : Samples.oddContents()) {
      String name = "content-" + number++;
      at.folders.write(COURSE, name, content);
      at.writer.write(COURSE, name, content);
    }
    at.project(COURSE);

    assertThat(at.verify().verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void verifyShouldNameEachPathWhenTheFolderMoved() {
    at.folders.write(COURSE, "a.md", text("edited"));
    at.folders.delete(COURSE, "b.md");
    at.folders.write(COURSE, "new.md", text("new"));

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
    assertThat(findings(verified))
        .containsExactly("a.md BYTES_DIFFER MIRROR", "b.md EXTRA MIRROR", "new.md MISSING MIRROR");
    assertThat(verified.files()).isEqualTo(1);
    assertThat(verified.findings().get(1).describe()).isEqualTo("in the mirror, not in the folder");
    assertThat(verified.findings().get(2).describe()).isEqualTo("in the folder, not in the mirror");
  }

  @Test
  void verifyShouldNameDamageWhenStoredBytesWereEdited() {
    at.mirror.editBytes(COURSE, path("a.md"), text("x"));

    CourseVerification verified = at.verify();

    assertThat(findings(verified)).containsExactly("a.md DAMAGED MIRROR");
    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
  }

  @Test
  void verifyShouldNameLackOfBytesWhenStoredBytesWereDeleted() {
    at.mirror.deleteBytes(COURSE, path("a.md"));

    assertThat(findings(at.verify())).containsExactly("a.md BYTES_MISSING MIRROR");
  }

  @Test
  void verifyShouldNamePathWhenHashAndBytesWereEditedTogether() {
    at.mirror.editBoth(COURSE, path("a.md"), text("x"));

    assertThat(findings(at.verify())).containsExactly("a.md BYTES_DIFFER MIRROR");
  }

  @Test
  void verifyShouldNamePathWhenItsRowWasDeletedByHand() {
    at.mirror.deleteRow(COURSE, path("a.md"));

    assertThat(findings(at.verify())).containsExactly("a.md MISSING MIRROR");
  }

  @Test
  void verifyShouldTakeAPathForEqualWhenOnlyItsSpellingDiffers() {
    at.folders.write(COURSE, Samples.DECOMPOSED, text("x"));
    at.writer.write(COURSE, Samples.COMPOSED, text("x"));
    at.project(COURSE);

    CourseVerification verified = at.verify();

    assertThat(findings(verified)).isEmpty();
    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void verifyShouldSayWhyWhenStoredPathIsIgnoredOrLinkedHere() {
    at.folders.exclude(COURSE, "a.md", FolderScan.Reason.IGNORED_BY_FILE, "*.md");
    at.folders.exclude(COURSE, "lessons", FolderScan.Reason.LINK, "/elsewhere");

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
    assertThat(verified.findings())
        .extracting(Finding::describe)
        .containsExactly(
            "in the mirror, not in the folder: it is ignored there (*.md)",
            "in the mirror, not in the folder: it is a link to /elsewhere there; links are not"
                + " followed");
  }

  @Test
  void verifyShouldCountUnstoredFilesWhenTheyAreOverTheLimit() {
    byte[] large = bytes((int) LIMIT + 1, 1);
    unstored("large.bin", large);
    at.project(COURSE);

    CourseVerification plain = at.verify();
    CourseVerification strict = verifyStrictly();

    assertThat(plain.verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(plain.unstored()).isOne();
    assertThat(plain.files()).isEqualTo(4);
    assertThat(strict.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
    assertThat(findings(strict)).containsExactly("large.bin UNSTORED MIRROR");
    assertThat(strict.unstored()).isZero();
  }

  @Test
  void verifyShouldCompareUnstoredFilesByTheirHash() {
    unstored("large.bin", bytes((int) LIMIT + 1, 1));
    at.folders.write(COURSE, "large.bin", bytes((int) LIMIT + 1, 2));

    assertThat(findings(at.verify())).containsExactly("large.bin BYTES_DIFFER MIRROR");
  }

  @Test
  void verifyShouldNameLackOfBytesWhenUnstoredFileIsUnderTheLimit() {
    unstored("small.bin", bytes((int) LIMIT, 1));

    assertThat(findings(at.verify())).containsExactly("small.bin BYTES_MISSING MIRROR");
  }

  @Test
  void verifyShouldNamePathWhenItsSizeOnRecordIsWrong() {
    Change.Put right = MirrorWriter.put("a.md", text("a"), Optional.of(Sha256.of(text("a"))));
    MirrorWriter.committed(
        at.mirror.commit(
            COURSE,
            3,
            MirrorWriter.ORIGIN,
            List.of(
                new Change.Put(
                    right.path(),
                    right.name(),
                    right.hash(),
                    LIMIT + 1,
                    right.kind(),
                    false,
                    right.expected())),
            Optional.empty()));

    assertThat(findings(at.verify())).containsExactly("a.md SIZE_DIFFERS MIRROR");
  }

  @Test
  void verifyShouldBeInconclusiveWhenFileCannotBeRead() {
    at.folders.makeUnreadable(COURSE, "a.md", "permission denied");
    at.folders.write(COURSE, "b.md", text("edited"));

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(findings(verified))
        .containsExactly("a.md UNREADABLE FOLDER", "b.md BYTES_DIFFER MIRROR");
    assertThat(verified.findings().get(0).describe())
        .isEqualTo("not readable in the folder: permission denied");
    assertThat(verified.files()).isOne();
  }

  @Test
  void verifyShouldBeInconclusiveWhenFolderCannotBeListed() {
    at.folders.makeUnlistable(COURSE, "lessons", "permission denied");
    at.folders.delete(COURSE, "a.md");

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(findings(verified))
        .containsExactly("a.md EXTRA MIRROR", "lessons/c.md UNREADABLE FOLDER");
    assertThat(verified.reasons()).containsExactly("lessons: permission denied");
  }

  @Test
  void verifyShouldBeInconclusiveWhenUnlistableFolderHoldsNothingThatIsKnown() {
    at.folders.makeUnlistable(COURSE, "private", "permission denied");

    CourseVerification verified = at.verify();

    assertThat(verified.findings()).isEmpty();
    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
  }

  @Test
  void verifyShouldCallNothingExtraWhenWholeCourseCannotBeListed() {
    at.folders.makeUnlistable(COURSE, "", "input/output error");

    CourseVerification verified = at.verify();

    assertThat(verified.findings()).hasSize(3).allMatch(found -> found.how() == How.UNREADABLE);
    assertThat(verified.reasons()).containsExactly("input/output error");
  }

  @Test
  void verifyShouldKeepProofOnlyWhenAskedFor() {
    at.folders.write(COURSE, "a.md", text("edited"));

    CourseVerification plain = at.verify();
    CourseVerification proving =
        at.verify(List.of(COURSE), VerifyOptions.PLAIN.keepingProof(true)).courses().get(0);

    assertThat(plain.proof()).isEmpty();
    assertThat(proving.proof()).containsOnlyKeys(path("b.md"), path("lessons/c.md"));
    assertThat(proving.proof().get(path("b.md")))
        .isEqualTo(new FileProof("b.md", Sha256.of(text("bb")), 2, true));
  }

  private CourseVerification verifyStrictly() {
    return at.verify(List.of(COURSE), VerifyOptions.PLAIN.strict(true)).courses().get(0);
  }

  private void unstored(String name, byte[] content) {
    at.folders.write(COURSE, name, content);
    long revision = at.mirror.heads(List.of(COURSE)).get(COURSE).revision();
    MirrorWriter.committed(
        at.mirror.commit(
            COURSE,
            revision,
            MirrorWriter.ORIGIN,
            List.of(MirrorWriter.unstored(name, content, Optional.empty())),
            Optional.empty()));
  }
}

package io.creatoros.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One example for each rule; {@link ComparisonTableTest} goes through all there is. */
class ComparisonTest {

  private static final CourseId COURSE = new CourseId("curso");
  private static final ArtifactPath A = new ArtifactPath("a.md");
  private static final ArtifactPath B = new ArtifactPath("b.md");
  private static final ArtifactPath LESSON = new ArtifactPath("introdu\u00e7\u00e3o/a.md");
  private static final Sha256 OLD = Case.hash("old");
  private static final Sha256 NEW = Case.hash("new");
  private static final Sha256 THEIRS = Case.hash("theirs");

  private final SortedMap<ArtifactPath, ManifestEntry> local = new TreeMap<>();
  private final SortedMap<String, String> errors = new TreeMap<>();
  private final SortedMap<ArtifactPath, PathBase> bases = new TreeMap<>();
  private final SortedMap<ArtifactPath, RemoteFile> remote = new TreeMap<>();
  private List<FolderScan.Excluded> excluded = List.of();
  private long seen = 5;
  private long head = 5;

  @Test
  void compareShouldSayEqualWhenNothingMoved() {
    here(A, OLD);
    base(A, OLD, 5);
    there(A, OLD, 5);

    assertThat(verdict(A)).isEqualTo(Verdict.EQUAL);
  }

  @Test
  void compareShouldOweWriteWhenOnlyFileMoved() {
    here(A, NEW);
    base(A, OLD, 5);
    there(A, OLD, 5);

    assertThat(verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(compare().paths().get(A).expected()).contains(OLD);
  }

  @Test
  void compareShouldOweDeleteWhenOnlyFileWentAway() {
    base(A, OLD, 5);
    there(A, OLD, 5);

    assertThat(verdict(A)).isEqualTo(Verdict.OWED_DELETE);
  }

  @Test
  void compareShouldSayRemoteAheadWhenOnlyMirrorMoved() {
    here(A, OLD);
    base(A, OLD, 5);
    there(A, THEIRS, 6);
    here(B, OLD);
    base(B, OLD, 5);
    deletedThere(B, OLD, 6);
    head = 6;

    assertThat(verdict(A)).isEqualTo(Verdict.REMOTE_AHEAD);
    assertThat(verdict(B)).isEqualTo(Verdict.REMOTE_AHEAD);
  }

  @Test
  void compareShouldAdoptBaseWhenBothMovedToTheSameBytes() {
    here(A, NEW);
    base(A, OLD, 5);
    there(A, NEW, 6);
    head = 6;

    assertThat(verdict(A)).isEqualTo(Verdict.EQUAL);
    assertThat(left(A)).contains(new Base(Optional.of(NEW), "a.md", 6));
  }

  @Test
  void compareShouldAdoptAbsenceWhenBothDeleted() {
    base(A, OLD, 5);
    deletedThere(A, OLD, 6);
    head = 6;

    assertThat(verdict(A)).isEqualTo(Verdict.EQUAL);
    assertThat(left(A)).contains(new Base(Optional.empty(), "", 6));
  }

  @Test
  void compareShouldSayConflictWhenBothMovedApart() {
    here(A, NEW);
    base(A, OLD, 5);
    there(A, THEIRS, 6);
    head = 6;

    assertThat(verdict(A)).isEqualTo(Verdict.CONFLICT);
    assertThat(left(A)).contains(new Base(Optional.of(OLD), "a.md", 5));
  }

  @Test
  void compareShouldSayConflictWhenOneEditedWhatTheOtherDeleted() {
    here(A, NEW);
    base(A, OLD, 5);
    deletedThere(A, OLD, 6);
    base(B, OLD, 5);
    there(B, THEIRS, 6);
    head = 6;

    assertThat(verdict(A)).isEqualTo(Verdict.CONFLICT);
    assertThat(verdict(B)).isEqualTo(Verdict.CONFLICT);
  }

  @Test
  void compareShouldSayUnknownWhenFileCannotBeRead() {
    SortedMap<ArtifactPath, String> unreadable = new TreeMap<>();
    unreadable.put(A, "permission denied");
    base(A, OLD, 5);
    there(A, OLD, 5);

    PathComparison compared = compare(unreadable).paths().get(A);

    assertThat(compared.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(compared.reason()).isEqualTo("permission denied");
    assertThat(compared.base()).isPresent();
  }

  @Test
  void compareShouldIgnoreRevisionsWhenBytesAreTheSame() {
    here(A, OLD);
    base(A, OLD, 5);
    there(A, OLD, 9);
    head = 9;

    assertThat(verdict(A)).isEqualTo(Verdict.EQUAL);
    assertThat(left(A)).contains(new Base(Optional.of(OLD), "a.md", 9));
  }

  @Test
  void compareShouldTakeOwnWriteForBaseWhenItsAnswerWasLost() {
    here(A, Case.hash("edited since"));
    base(A, OLD, 5);
    note(A, Optional.of(NEW));
    there(A, NEW, 6);
    here(B, NEW);
    note(B, Optional.of(OLD));
    there(B, OLD, 6);
    head = 6;

    assertThat(verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(left(A)).contains(new Base(Optional.of(NEW), "a.md", 6));
    assertThat(verdict(B)).isEqualTo(Verdict.OWED);
  }

  @Test
  void compareShouldTakeOwnDeleteForBaseWhenItsAnswerWasLost() {
    here(A, NEW);
    base(A, OLD, 5);
    note(A, Optional.empty());
    deletedThere(A, OLD, 6);
    head = 6;

    assertThat(verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(left(A)).contains(new Base(Optional.empty(), "", 6));
  }

  @Test
  void compareShouldNotTakeEditByHandForOwnWriteWhenRevisionStood() {
    here(A, OLD);
    base(A, OLD, 5);
    note(A, Optional.of(NEW));
    there(A, NEW, 5);

    assertThat(verdict(A)).isEqualTo(Verdict.REMOTE_AHEAD);
  }

  @Test
  void compareShouldFollowRulesWithoutBaseWhenIndexWasLost() {
    seen = -1;
    here(A, OLD);
    there(A, OLD, 3);
    ArtifactPath differs = new ArtifactPath("differs.md");
    here(differs, NEW);
    there(differs, OLD, 3);
    ArtifactPath onlyThere = new ArtifactPath("only there.md");
    there(onlyThere, OLD, 3);
    ArtifactPath onlyHere = new ArtifactPath("only here.md");
    here(onlyHere, OLD);
    ArtifactPath deletedThere = new ArtifactPath("deleted there.md");
    here(deletedThere, OLD);
    deletedThere(deletedThere, OLD, 3);
    ArtifactPath editedSince = new ArtifactPath("edited since.md");
    here(editedSince, NEW);
    deletedThere(editedSince, OLD, 3);
    ArtifactPath gone = new ArtifactPath("gone.md");
    deletedThere(gone, OLD, 3);

    assertThat(verdict(A)).isEqualTo(Verdict.EQUAL);
    assertThat(left(A)).contains(new Base(Optional.of(OLD), "a.md", 3));
    assertThat(verdict(differs)).isEqualTo(Verdict.CONFLICT);
    assertThat(verdict(onlyThere)).isEqualTo(Verdict.REMOTE_AHEAD);
    assertThat(verdict(onlyHere)).isEqualTo(Verdict.OWED);
    assertThat(verdict(deletedThere)).isEqualTo(Verdict.REMOTE_AHEAD);
    assertThat(verdict(editedSince)).isEqualTo(Verdict.CONFLICT);
    assertThat(verdict(gone)).isEqualTo(Verdict.EQUAL);
    assertThat(left(gone)).contains(new Base(Optional.empty(), "", 3));
  }

  @Test
  void compareShouldSayRestoredWhenCourseWentBack() {
    here(A, NEW);
    base(A, NEW, 5);
    there(A, OLD, 3);
    here(B, OLD);
    base(B, OLD, 4);
    head = 4;

    assertThat(compare().restored()).isTrue();
    assertThat(compare().firstContact()).isFalse();
    assertThat(verdict(A)).isEqualTo(Verdict.CONFLICT);
    assertThat(verdict(B)).isEqualTo(Verdict.OWED);
    assertThat(left(B)).isEmpty();
  }

  @Test
  void compareShouldSayRestoredWhenOthersWroteSince() {
    here(A, OLD);
    base(A, OLD, 5);
    there(B, THEIRS, 9);
    head = 9;

    assertThat(compare().restored()).isTrue();
    assertThat(verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(verdict(B)).isEqualTo(Verdict.REMOTE_AHEAD);
  }

  @Test
  void compareShouldOweAllWhenMirrorWasEmptied() {
    here(A, OLD);
    base(A, OLD, 5);
    base(B, OLD, 5);
    head = 0;

    assertThat(compare().restored()).isTrue();
    assertThat(verdict(A)).isEqualTo(Verdict.OWED);
    assertThat(compare().paths()).doesNotContainKey(B);
  }

  @Test
  void compareShouldNotTakeOlderFileForOwnWriteWhenMirrorWasRestored() {
    here(A, NEW);
    base(A, OLD, 5);
    note(A, Optional.of(THEIRS));
    there(A, THEIRS, 3);
    head = 9;

    assertThat(compare().restored()).isTrue();
    assertThat(verdict(A)).isEqualTo(Verdict.CONFLICT);
  }

  @Test
  void compareShouldSayFirstContactWhenOthersWroteTheCourse() {
    seen = -1;
    here(A, NEW);
    there(B, OLD, 3);

    assertThat(compare().firstContact()).isTrue();
    assertThat(compare().hasAnythingToWrite()).isTrue();
  }

  @Test
  void compareShouldSayFirstContactWhenOwnFirstRunBrokeOff() {
    seen = 0;
    here(A, NEW);
    note(A, Optional.of(NEW));
    there(A, THEIRS, 1);
    head = 1;

    assertThat(compare().firstContact()).isTrue();
    assertThat(verdict(A)).isEqualTo(Verdict.CONFLICT);
  }

  @Test
  void compareShouldSayNoFirstContactWhenAnswerOfFirstCommitWasLost() {
    seen = 0;
    here(A, NEW);
    note(A, Optional.of(NEW));
    there(A, NEW, 1);
    head = 1;

    assertThat(compare().firstContact()).isFalse();
    assertThat(verdict(A)).isEqualTo(Verdict.EQUAL);
  }

  @Test
  void compareShouldSayNoFirstContactWhenMirrorLacksTheCourse() {
    seen = -1;
    here(A, NEW);
    head = 0;

    assertThat(compare().firstContact()).isFalse();
  }

  @Test
  void compareShouldNeverDeleteWhenFolderIsHiddenUnderAnotherUnicodeForm() {
    String found = Normalizer.normalize("introdu\u00e7\u00e3o", Normalizer.Form.NFD);
    base(LESSON, OLD, 5);
    there(LESSON, OLD, 5);

    excluded = List.of(new FolderScan.Excluded(found, FolderScan.Reason.LINK, "/elsewhere"));
    assertThat(verdict(LESSON)).isEqualTo(Verdict.UNKNOWN);

    excluded = List.of();
    errors.put(found, "permission denied");
    assertThat(verdict(LESSON)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void compareShouldSayWhyWhenPathIsNoArtifactAnyMore() {
    base(A, OLD, 5);
    there(A, OLD, 5);

    excluded = List.of(new FolderScan.Excluded("a.md", FolderScan.Reason.LINK, "../b.md"));
    assertThat(compare().paths().get(A).reason()).contains("link to ../b.md");
    excluded = List.of(new FolderScan.Excluded("a.md", FolderScan.Reason.IGNORED_BY_FILE, "*.md"));
    assertThat(compare().paths().get(A).reason()).contains("ignored").contains("*.md");
    excluded = List.of(new FolderScan.Excluded("a.md", FolderScan.Reason.SPECIAL_FILE, "pipe"));
    assertThat(compare().paths().get(A).reason()).contains("no regular file");
  }

  @Test
  void compareShouldOweDeleteWhenOnlyAnotherFolderIsHidden() {
    base(A, OLD, 5);
    there(A, OLD, 5);
    excluded = List.of(new FolderScan.Excluded("a.m", FolderScan.Reason.IGNORED_BY_FILE, "a.m"));
    errors.put("a", "permission denied");

    assertThat(verdict(A)).isEqualTo(Verdict.OWED_DELETE);
  }

  @Test
  void compareShouldOweWriteWhenSpellingChangedHere() {
    String decomposed = Normalizer.normalize(LESSON.value(), Normalizer.Form.NFD);
    local.put(LESSON, entry(LESSON, decomposed, OLD, 0));
    base(LESSON, OLD, 5);
    there(LESSON, OLD, 5);

    assertThat(verdict(LESSON)).isEqualTo(Verdict.OWED);
    assertThat(compare().paths().get(LESSON).reason()).contains("spelled");
    assertThat(left(LESSON)).contains(new Base(Optional.of(OLD), LESSON.value(), 5));
  }

  @Test
  void compareShouldSayEqualWhenMirrorHasTheNewSpelling() {
    String decomposed = Normalizer.normalize(LESSON.value(), Normalizer.Form.NFD);
    local.put(LESSON, entry(LESSON, decomposed, OLD, 0));
    base(LESSON, OLD, 5);
    remote.put(LESSON, new RemoteFile.Stored(entry(LESSON, decomposed, OLD, 6)));
    head = 6;

    assertThat(verdict(LESSON)).isEqualTo(Verdict.EQUAL);
    assertThat(left(LESSON)).contains(new Base(Optional.of(OLD), decomposed, 6));
  }

  @Test
  void compareShouldSayEqualWhenOthersSpellThePathDifferently() {
    String decomposed = Normalizer.normalize(LESSON.value(), Normalizer.Form.NFD);
    here(LESSON, OLD);
    base(LESSON, OLD, 5);
    remote.put(LESSON, new RemoteFile.Stored(entry(LESSON, decomposed, OLD, 6)));
    head = 6;
    assertThat(verdict(LESSON)).isEqualTo(Verdict.EQUAL);

    bases.clear();
    assertThat(verdict(LESSON)).isEqualTo(Verdict.EQUAL);

    bases.put(LESSON, PathBase.of(new Base(Optional.empty(), "", 5)));
    assertThat(verdict(LESSON)).isEqualTo(Verdict.EQUAL);
    assertThat(left(LESSON)).contains(new Base(Optional.of(OLD), LESSON.value(), 6));
  }

  private void here(ArtifactPath path, Sha256 hash) {
    local.put(path, entry(path, path.value(), hash, 0));
  }

  private void base(ArtifactPath path, Sha256 hash, long revision) {
    bases.put(path, PathBase.of(new Base(Optional.of(hash), path.value(), revision)));
  }

  private void note(ArtifactPath path, Optional<Sha256> sent) {
    PathBase base = bases.getOrDefault(path, new PathBase(Optional.empty(), Optional.empty()));
    bases.put(path, base.sending(new Note(sent)));
  }

  private void there(ArtifactPath path, Sha256 hash, long revision) {
    remote.put(path, new RemoteFile.Stored(entry(path, path.value(), hash, revision)));
  }

  private void deletedThere(ArtifactPath path, Sha256 last, long revision) {
    remote.put(path, new RemoteFile.Tombstone(path, last, revision));
  }

  private Verdict verdict(ArtifactPath path) {
    return compare().paths().get(path).verdict();
  }

  private Optional<Base> left(ArtifactPath path) {
    return compare().paths().get(path).base();
  }

  private CourseComparison compare() {
    return compare(new TreeMap<>());
  }

  private CourseComparison compare(SortedMap<ArtifactPath, String> unreadable) {
    FolderScan scan =
        new FolderScan(new Manifest(COURSE, 0, local, unreadable), excluded, errors, true);
    Optional<CourseBases> known =
        seen < 0 ? Optional.empty() : Optional.of(new CourseBases(seen, 0, false, bases));
    MirrorCourse mirror = new MirrorCourse(new CourseHead(COURSE, head, 0, "other", 0, 0), remote);
    return Comparison.compare(scan, known, mirror, Long.MAX_VALUE);
  }

  private static ManifestEntry entry(ArtifactPath path, String name, Sha256 hash, long revision) {
    return new ManifestEntry(path, name, hash, hash, 3, ArtifactKind.of(path), true, revision);
  }
}

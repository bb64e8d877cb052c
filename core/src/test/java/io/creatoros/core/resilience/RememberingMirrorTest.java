package io.creatoros.core.resilience;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.healing;
import static io.creatoros.testkit.SampleRows.keeping;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.metadata;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.SampleRows.unsearchable;
import static io.creatoros.testkit.SampleRows.with;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.Capability;
import io.creatoros.testkit.DecoratedMirrorContract;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.MirrorWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Time stands still, but for edits by hand: whoever makes one takes his time. */
class RememberingMirrorTest implements DecoratedMirrorContract {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final CourseId COURSE = new CourseId("nova-formacao/trilha-3");
  private static final CourseId OTHER = new CourseId("nova-formacao/trilha-4");
  private static final String A = "lessons/1.1-a.md";
  private static final String B = "lessons/1.2-b.md";
  private static final byte[] FIRST = text("# A");
  private static final byte[] SECOND = text("# B");

  private final AtomicLong now = new AtomicLong();
  private final InMemoryCourseMirror home = new InMemoryCourseMirror();
  private final FaultyMirror asked = new FaultyMirror(home);
  private final MirrorMemory memory = new MirrorMemory(now::get);
  private final CourseMirror mirror = new RememberingMirror(asked, memory);

  @Override
  public InMemoryCourseMirror home() {
    return home;
  }

  @Override
  public CourseMirror mirror() {
    return mirror;
  }

  @Override
  public CourseMirror decorated(CourseMirror delegate) {
    return new RememberingMirror(delegate, new MirrorMemory(now::get));
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.TELLS_LOOSE_CONTENTS));
  }

  @Override
  public void editHash(CourseId course, ArtifactPath path, Sha256 hash) {
    pass(FRESH);
    home.editHash(course, path, hash);
  }

  @Override
  public void editBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    pass(FRESH);
    home.editBytes(course, path, bytes);
  }

  @Override
  public void deleteBytes(CourseId course, ArtifactPath path) {
    pass(FRESH);
    home.deleteBytes(course, path);
  }

  @Override
  public void deleteRow(CourseId course, ArtifactPath path) {
    pass(FRESH);
    home.deleteRow(course, path);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void courseShouldBeReadOnce() {
    new MirrorWriter(home).write(COURSE, A, FIRST);

    MirrorCourse read = read(COURSE);

    assertThat(read).isEqualTo(home.read(COURSE, Evidence.RECORDED));
    assertThat(read(COURSE)).isSameAs(read);
    assertThat(mirror.heads(List.of(COURSE))).isEqualTo(Map.of(COURSE, read.head()));
    assertThat(asked.calls()).containsExactly("read");
  }

  @Test
  void absentCourseShouldBeReadAgain() {
    read(COURSE);
    read(COURSE);

    assertThat(asked.calls("read")).isEqualTo(2);
  }

  @Test
  void absentCourseShouldMakeWhatWasKnownForgotten() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    read(COURSE);
    home.database().truncate();
    pass(FRESH);
    assertThat(read(COURSE)).isEqualTo(MirrorCourse.absent(COURSE));
    new MirrorWriter(home).write(COURSE, "c.md", FIRST);
    writeKnown(1, B, SECOND);

    assertThat(read(COURSE)).as("not from before").isEqualTo(home.read(COURSE, Evidence.RECORDED));
  }

  @Test
  void courseShouldBeReadAgainAfterFiveSeconds() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    read(COURSE);
    new MirrorWriter(home).write(COURSE, B, SECOND);

    pass(FRESH.minusNanos(1));
    assertThat(read(COURSE).head().revision()).isEqualTo(1);
    pass(Duration.ofNanos(1));

    assertThat(read(COURSE).head().revision()).isEqualTo(2);
    assertThat(mirror.heads(List.of(COURSE)).get(COURSE).revision()).isEqualTo(2);
  }

  @Test
  void headsShouldBeAskedForUnknownCoursesOnly() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    new MirrorWriter(home).write(OTHER, A, FIRST);
    read(COURSE);
    asked.forgetCalls();

    Map<CourseId, CourseHead> heads = mirror.heads(List.of(COURSE, OTHER, new CourseId("nowhere")));

    assertThat(heads).isEqualTo(home.heads(List.of(COURSE, OTHER)));
    assertThat(asked.calls()).containsExactly("heads");
    asked.forgetCalls();
    assertThat(mirror.heads(List.of(OTHER))).isEqualTo(home.heads(List.of(OTHER)));
    assertThat(mirror.heads(List.of())).isEmpty();
    assertThat(asked.calls()).as("heads are not what is remembered").hasSize(2);
  }

  @Test
  void commitShouldMoveMemoryOn() {
    writer().write(COURSE, Map.of(A, FIRST, B, SECOND));
    asked.forgetCalls();

    writer().write(COURSE, A, text("# A, again"));
    writer().delete(COURSE, B);

    assertThat(asked.calls()).containsOnly("upload", "commit");
    assertThat(read(COURSE)).isEqualTo(home.read(COURSE, Evidence.RECORDED));
    assertThat(asked.calls("read")).isZero();
  }

  @Test
  void commitShouldMoveFactsAndHeadOn() {
    projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of(A, "{}", B, "{\"b\":1}"));
    asked.forgetCalls();

    projected(1, List.of(put(A, SECOND, hash(FIRST))), Map.of(A, "{\"a\":2}", "nowhere.md", "{}"));
    projected(2, List.of(put(A, FIRST, hash(SECOND))), Map.of());
    assertThat(mirror.facts(COURSE)).containsOnlyKeys(new ArtifactPath(B));
    projected(3, List.of(put(A, SECOND, hash(FIRST))), Map.of(A, "{\"a\":2}"));
    projected(4, List.of(new Change.Delete(new ArtifactPath(A), hash(SECOND).get())), Map.of());

    assertThat(asked.calls()).containsOnly("upload", "commit");
    assertKnownAsItIs();
    assertThat(mirror.facts(COURSE)).containsOnlyKeys(new ArtifactPath(B));
  }

  @Test
  void factsShouldBeReadOnce() {
    new MirrorWriter(home).write(COURSE, Map.of(A, FIRST, B, SECOND));
    committed(home.commit(COURSE, 1, ORIGIN, List.of(), rows(Map.of(A, "{}"))));
    read(COURSE);
    asked.forgetCalls();

    assertThat(mirror.facts(COURSE)).isEqualTo(home.facts(COURSE)).hasSize(1);
    assertThat(mirror.facts(COURSE)).isEqualTo(home.facts(COURSE));
    assertThat(asked.calls()).containsExactly("facts");
    pass(FRESH);
    mirror.facts(COURSE);
    assertThat(asked.calls()).containsExactly("facts", "facts");
  }

  @Test
  void factsShouldNotMakeCourseCountLonger() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    read(COURSE);
    pass(Duration.ofSeconds(4));
    mirror.facts(COURSE);
    pass(Duration.ofSeconds(1));

    asked.forgetCalls();
    read(COURSE);

    assertThat(asked.calls()).containsExactly("read");
  }

  @Test
  void factsShouldNotBeRememberedWithoutTheirCourse() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    mirror.facts(COURSE);
    mirror.facts(COURSE);

    assertThat(asked.calls()).containsExactly("facts", "facts");
  }

  @Test
  void factsShouldNotBeAddedToACourseThatMovedOnMeanwhile() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    read(COURSE);
    asked.beforeNext("facts", () -> writeKnown(1, B, SECOND));

    mirror.facts(COURSE);

    asked.forgetCalls();
    mirror.facts(COURSE);
    assertThat(asked.calls()).as("asked again").containsExactly("facts");
  }

  @Test
  void factsShouldNotBeAddedToACourseThatWasForgottenMeanwhile() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    read(COURSE);
    asked.beforeNext("facts", () -> memory.forget(COURSE));

    mirror.facts(COURSE);

    assertReadAnew();
  }

  @Test
  void factsShouldStayKnownWhenCourseIsReadAgainAndIsTheSame() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    read(COURSE);
    mirror.facts(COURSE);
    pass(Duration.ofHours(1));
    read(COURSE);
    asked.forgetCalls();

    mirror.facts(COURSE);

    assertThat(asked.calls()).isEmpty();
  }

  @Test
  void factsShouldBeForgottenWhenCourseIsReadAgainAndIsAnother() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    read(COURSE);
    mirror.facts(COURSE);
    new MirrorWriter(home).write(COURSE, A, SECOND);
    pass(FRESH);
    read(COURSE);
    asked.forgetCalls();

    mirror.facts(COURSE);

    assertThat(asked.calls()).containsExactly("facts");
  }

  @Test
  void commitsShouldNotKeepMirrorUnreadForMoreThanAMinute() {
    writer().write(COURSE, A, text("0"));
    asked.forgetCalls();

    for (int i = 1; i <= 20; i++) {
      pass(Duration.ofSeconds(4));
      writer().write(COURSE, A, text("" + i));
    }

    assertThat(asked.calls("read")).isEqualTo(1);
    assertThat(read(COURSE)).isEqualTo(home.read(COURSE, Evidence.RECORDED));
  }

  @Test
  void commitShouldBeRememberedWhenCourseWasReadSomeTimeAgo() {
    writer().write(COURSE, A, FIRST);
    pass(Duration.ofSeconds(59));
    writeKnown(1, B, SECOND);
    asked.forgetCalls();

    assertThat(read(COURSE)).isEqualTo(home.read(COURSE, Evidence.RECORDED));
    assertThat(asked.calls()).isEmpty();
  }

  @Test
  void missingShouldNotBeAskedForNewContents() {
    writer().write(COURSE, A, FIRST);
    asked.forgetCalls();

    assertThat(mirror.missing(COURSE, Map.of(Sha256.of(SECOND), 3L)))
        .containsExactly(Sha256.of(SECOND));
    assertThat(mirror.missing(COURSE, Map.of())).isEmpty();
    assertThat(asked.calls()).isEmpty();
  }

  @Test
  void missingShouldBeAskedForContentsThatFilesHave() {
    writer().write(COURSE, Map.of(A, FIRST, B, SECOND));
    home.deleteBytes(COURSE, new ArtifactPath(B));
    asked.forgetCalls();
    Map<Sha256, Long> sizes =
        Map.of(Sha256.of(FIRST), 3L, Sha256.of(SECOND), 3L, Sha256.of(text("new")), 3L);

    assertThat(mirror.missing(COURSE, sizes))
        .containsOnly(Sha256.of(SECOND), Sha256.of(text("new")));
    assertThat(asked.calls()).containsExactly("missing");
  }

  @Test
  void missingShouldBeAskedForUnknownCourses() {
    new MirrorWriter(home).write(COURSE, A, FIRST);

    assertThat(mirror.missing(COURSE, Map.of(Sha256.of(FIRST), 3L))).isEmpty();
    assertThat(asked.calls()).containsExactly("missing");
  }

  @Test
  void courseShouldBeForgottenWhenItMovedOn() {
    writer().write(COURSE, A, FIRST);
    new MirrorWriter(home).write(COURSE, B, SECOND);

    assertThat(commit(1, put("c.md", FIRST))).isEqualTo(new CommitResult.CourseMoved(2));

    assertThat(read(COURSE).head().revision()).isEqualTo(2);
    assertThat(writer().write(COURSE, "c.md", FIRST)).isEqualTo(3);
  }

  @Test
  void courseShouldBeForgottenWhenFilesMoved() {
    writer().write(COURSE, A, FIRST);
    home.editHash(COURSE, new ArtifactPath(A), Sha256.of(SECOND));

    writer().upload(COURSE, text("new"));
    assertThat(commit(1, put(A, text("new"), hash(FIRST))))
        .isEqualTo(new CommitResult.FilesMoved(Set.of(new ArtifactPath(A))));

    assertThat(stored(COURSE, A, Evidence.RECORDED).recorded()).isEqualTo(Sha256.of(SECOND));
  }

  @Test
  void courseShouldBeForgottenWhenContentsAreMissing() {
    writer().write(COURSE, A, FIRST);

    assertThat(commit(1, put(B, SECOND)))
        .isEqualTo(new CommitResult.ContentsMissing(Set.of(Sha256.of(SECOND))));

    assertReadAnew();
  }

  @Test
  void courseShouldBeForgottenWhenAnyWritingFails() {
    for (Runnable failing :
        List.<Runnable>of(
            () -> commit(1, put(B, SECOND)),
            () -> mirror.upload(COURSE, List.of()),
            () -> mirror.move(COURSE, OTHER),
            () -> mirror.move(OTHER, COURSE),
            () -> mirror.rows(COURSE),
            () -> mirror.foreignEdits(COURSE, 0),
            () -> mirror.read(COURSE, Evidence.RECOMPUTED),
            () -> mirror.manifest(COURSE, Evidence.RECOMPUTED))) {
      startAnew();
      writer().write(COURSE, A, FIRST);
      asked.setDown(true);
      assertThatThrownBy(failing::run).isInstanceOf(StorageUnavailableException.class);
      asked.setDown(false);

      assertReadAnew();
    }
  }

  @Test
  void courseShouldBeForgottenWhenFactsCannotBeRead() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    read(COURSE);
    asked.failCall(1);
    assertThatThrownBy(() -> mirror.facts(COURSE)).isInstanceOf(StorageUnavailableException.class);

    assertReadAnew();
  }

  @Test
  void courseShouldBeForgottenWhenAnswerToCommitIsLost() {
    writer().write(COURSE, A, FIRST);
    writer().upload(COURSE, SECOND);
    asked.loseNextAnswer();
    assertThatThrownBy(() -> commit(1, put(B, SECOND)))
        .isInstanceOf(StorageUnavailableException.class);

    assertThat(read(COURSE).head().revision()).isEqualTo(2);
  }

  @Test
  void courseShouldBeForgottenWhenItIsLookedAtClosely() {
    for (Runnable look :
        List.<Runnable>of(
            () -> mirror.rows(COURSE),
            () -> mirror.foreignEdits(COURSE, 0),
            () -> mirror.read(COURSE, Evidence.RECOMPUTED),
            () -> mirror.manifest(COURSE, Evidence.RECOMPUTED),
            () -> mirror.commit(COURSE, 1, ORIGIN, List.of(), mended()))) {
      startAnew();
      writer().write(COURSE, Map.of(A, FIRST, B, SECOND));
      look.run();

      assertReadAnew();
    }
  }

  @Test
  void courseShouldStayKnownWhenItIsOnlyLookedAt() {
    writer().write(COURSE, A, FIRST);

    mirror.manifest(COURSE, Evidence.RECORDED);
    mirror.open(COURSE, new ArtifactPath(A));
    mirror.courses();
    mirror.summaries();
    mirror.identity();
    mirror.missing(COURSE, Map.of(Sha256.of(FIRST), 3L));
    mirror.upload(COURSE, MirrorWriter.parts(SECOND));
    asked.forgetCalls();

    read(COURSE);
    assertThat(asked.calls()).isEmpty();
  }

  @Test
  void bothCoursesShouldBeForgottenWhenOneIsMoved() {
    writer().write(COURSE, A, FIRST);

    mirror.move(COURSE, OTHER);

    assertThat(read(COURSE)).isEqualTo(MirrorCourse.absent(COURSE));
    assertThat(read(OTHER).head()).isEqualTo(home.read(OTHER, Evidence.RECORDED).head());
    mirror.move(OTHER, COURSE);
    assertThat(read(COURSE)).isEqualTo(home.read(COURSE, Evidence.RECORDED));
    assertThat(read(OTHER)).isEqualTo(MirrorCourse.absent(OTHER));
  }

  @Test
  void everythingShouldBeForgottenWhenMirrorIsClosed() {
    writer().write(COURSE, A, FIRST);

    mirror.close();

    assertReadAnew();
  }

  @Test
  void courseShouldNotBeRememberedWhenItWasNotKnownBeforeTheCommit() {
    new MirrorWriter(home).write(COURSE, A, FIRST);
    writer().upload(COURSE, SECOND);

    writeKnown(1, B, SECOND);

    assertReadAnew();
  }

  @Test
  void courseShouldNotBeRememberedWhenItWasKnownAtAnotherRevision() {
    writer().write(COURSE, A, FIRST);
    new MirrorWriter(home).write(COURSE, "c.md", FIRST);

    writeKnown(2, B, SECOND);

    assertReadAnew();
    assertThat(read(COURSE)).isEqualTo(home.read(COURSE, Evidence.RECORDED));
  }

  @Test
  void rowsShouldStayKnownWhenCommitIsEmpty() {
    projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());

    mirror.commit(COURSE, 1, "other", List.of(), Optional.empty());

    assertThat(sent(whole()).kept()).hasSize(4);
  }

  @Test
  void emptyCommitShouldChangeNothingThatIsKnown() {
    projected(0, List.of(put(A, FIRST)), Map.of(A, "{}"));

    mirror.commit(COURSE, 1, "other", List.of(), Optional.empty());
    mirror.commit(OTHER, 0, "other", List.of(), Optional.empty());

    assertKnownAsItIs();
    assertThat(read(OTHER)).isEqualTo(MirrorCourse.absent(OTHER));
  }

  @Test
  void courseShouldBeForgottenWhenRefusedRowsAreLeftInDoubt() {
    home.database().refuse(METADATA);
    projected(0, List.of(put(A, FIRST)), Map.of());
    assertThat(read(COURSE).head().refused()).isEqualTo(1);

    writeKnown(1, B, SECOND);

    assertReadAnew();
  }

  @Test
  void rowsThatAreThereShouldNotBeSentAgain() {
    projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());

    Projection sent = sent(whole());

    assertThat(sent.rows()).isEmpty();
    assertThat(sent.kept()).containsExactly(PIECE, METADATA, lesson(A), lesson(B));
    assertThat(home.rows(COURSE).rows()).hasSize(4);
    assertThat(sent(whole()).kept()).as("still").hasSize(4);
  }

  @Test
  void rowsThatDifferShouldBeSentWithTheirTexts() {
    projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());
    Sha256 brief = Sha256.of(text("brief"));
    Sha256 unused = Sha256.of(text("of a row that is kept"));
    TypedRow changed = metadata(3, brief);
    Map<Sha256, String> texts = Map.of(brief, "brief", unused, "of a row that is kept");

    Projection sent = sent(with(projection(piece("T"), changed, row(A, FIRST)), texts));

    assertThat(sent.rows()).containsExactly(changed);
    assertThat(sent.kept()).containsExactly(PIECE, lesson(A));
    assertThat(sent.texts()).isEqualTo(Map.of(brief, "brief"));
    assertThat(sent.personas()).isEqualTo(whole().personas());
    assertThat(sent.facts()).isEmpty();
    assertThat(sent.version()).isEqualTo(whole().version());
    assertThat(sent.searchable()).isTrue();
    assertThat(home.rows(COURSE).rows()).containsOnlyKeys(PIECE, METADATA, lesson(A));
    assertThat(sent(projection(piece("T"), changed)).kept()).containsExactly(PIECE, METADATA);
  }

  @Test
  void rowThatWasRefusedShouldBeSentAgain() {
    home.database().refuse(lesson(A));
    projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());

    assertThat(sent(whole()).rows()).extracting(TypedRow::key).containsExactly(lesson(A));
  }

  @Test
  void allRowsShouldBeSentWhenTheyAreToBeHealedOrSearchedOrOfAnotherVersion() {
    Projection anotherVersion =
        new Projection(
            4, whole().facts(), whole().rows(), whole().texts(), whole().personas(), false, true);
    for (Projection other : List.of(healing(whole()), unsearchable(whole()), anotherVersion)) {
      startAnew();
      projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());

      assertThat(sent(other)).isEqualTo(other);
    }
  }

  @Test
  void allRowsShouldBeSentWhenFilesWereCommittedWithoutThem() {
    projected(0, List.of(put(A, FIRST)), Map.of());
    writeKnown(1, B, SECOND);

    assertThat(sent(2, whole()).kept()).isEmpty();
  }

  @Test
  void allRowsShouldBeSentWhenOneThatWasKeptIsGone() {
    projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of());
    home.deleteTyped(COURSE, lesson(A));

    assertThat(mirror.commit(COURSE, 1, ORIGIN, List.of(), Optional.of(whole())))
        .isEqualTo(new CommitResult.CourseMoved(1));

    assertThat(read(COURSE).head().edits()).isPositive();
    assertThat(sent(whole()).kept()).isEmpty();
    assertThat(home.rows(COURSE).rows()).containsKey(lesson(A));
  }

  @Test
  void memoryShouldHoldSixtyFourCoursesThoseReadLast() {
    for (int i = 0; i < 65; i++) {
      new MirrorWriter(home).write(new CourseId("c" + i), A, FIRST);
    }
    for (int i = 0; i < 64; i++) {
      read(new CourseId("c" + i));
    }
    read(new CourseId("c0"));
    read(new CourseId("c64"));
    asked.forgetCalls();

    read(new CourseId("c0"));
    read(new CourseId("c64"));
    assertThat(asked.calls()).isEmpty();
    read(new CourseId("c1"));
    assertThat(asked.calls()).containsExactly("read");
  }

  @Test
  void memoryShouldBeBoundedBySize() {
    String large = "{\"x\":\"" + "x".repeat(40 << 20) + "\"}";
    projected(0, List.of(put(A, FIRST)), Map.of(A, large));
    asked.forgetCalls();
    read(COURSE);
    assertThat(asked.calls()).isEmpty();
    new MirrorWriter(home).write(OTHER, Map.of(A, FIRST, B, SECOND));
    committed(home.commit(OTHER, 1, ORIGIN, List.of(), rows(Map.of(A, large))));
    read(OTHER);
    mirror.facts(OTHER);
    asked.forgetCalls();

    read(OTHER);
    assertThat(asked.calls()).isEmpty();
    read(COURSE);
    assertThat(asked.calls()).containsExactly("read");
    mirror.facts(COURSE);
    read(COURSE);
    assertThat(asked.calls()).containsExactly("read", "facts");
  }

  private void startAnew() {
    home.database().truncate();
    memory.forgetAll();
  }

  private void writeKnown(long at, String name, byte[] bytes) {
    mirror.upload(COURSE, MirrorWriter.parts(bytes));
    committed(commit(at, put(name, bytes)));
  }

  private CommitResult commit(long at, Change... changes) {
    return mirror.commit(COURSE, at, ORIGIN, List.of(changes), Optional.empty());
  }

  private void projected(long at, List<Change> changes, Map<String, String> facts) {
    mirror.upload(COURSE, MirrorWriter.parts(FIRST));
    mirror.upload(COURSE, MirrorWriter.parts(SECOND));
    committed(mirror.commit(COURSE, at, ORIGIN, changes, rows(facts)));
  }

  private static Optional<Projection> rows(Map<String, String> facts) {
    return Optional.of(keeping(whole(), facts));
  }

  private static Optional<Projection> mended() {
    return Optional.of(healing(whole()));
  }

  private static Projection whole() {
    return projection(piece("T"), metadata(2, Sha256.of(FIRST)), row(A, FIRST), row(B, SECOND));
  }

  private static TypedRow row(String path, byte[] bytes) {
    return lesson(path, bytes, "0.5");
  }

  private Projection sent(Projection projection) {
    return sent(1, projection);
  }

  private Projection sent(long at, Projection projection) {
    committed(mirror.commit(COURSE, at, ORIGIN, List.of(), Optional.of(projection)));
    return asked.projected().orElseThrow();
  }

  private static Optional<Sha256> hash(byte[] bytes) {
    return Optional.of(Sha256.of(bytes));
  }

  private void assertKnownAsItIs() {
    asked.forgetCalls();
    assertThat(read(COURSE)).isEqualTo(home.read(COURSE, Evidence.RECORDED));
    assertThat(mirror.facts(COURSE)).isEqualTo(home.facts(COURSE));
    assertThat(asked.calls()).isEmpty();
  }

  private void assertReadAnew() {
    asked.forgetCalls();
    read(COURSE);
    assertThat(asked.calls()).containsExactly("read");
  }
}

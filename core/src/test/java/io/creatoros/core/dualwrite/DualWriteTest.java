package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.testkit.CourseWriterContract.file;
import static io.creatoros.testkit.CourseWriterContract.lessons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.SyncSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a dual write does beside sending: keeping versions, waiting, closing, counting. */
@Timeout(60)
class DualWriteTest {

  private final Desk desk = new Desk();
  private final CountDownLatch hung = new CountDownLatch(1);
  private final CountDownLatch reached = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    hung.countDown();
  }

  /**
   * Makes the mirror hang in the next call of a method, as a connection does that nobody answers.
   */
  private void hangIn(String method) {
    desk.mirror.beforeNext(
        method,
        () -> {
          reached.countDown();
          boolean waiting = true;
          while (waiting) {
            try {
              hung.await();
              waiting = false;
            } catch (InterruptedException e) {
              waiting = true;
            }
          }
        });
  }

  @Test
  void writeShouldKeepWhatAPersonWroteAndNoMirrorHas() {
    desk.edit("a.md", "de uma pessoa");

    Persisted persisted = desk.writer().write(COURSE, List.of(file("a.md", "um", "de uma pessoa")));

    String where = persisted.files().get(0).kept().orElseThrow();
    assertThat(desk.folders.kept().get(where)).asString().isEqualTo("de uma pessoa");
  }

  @Test
  void writeShouldNotKeepWhatAMirrorHasAcknowledged() {
    desk.edit("a.md", "de uma pessoa").sync();

    Persisted persisted = desk.writer().write(COURSE, List.of(file("a.md", "um", "de uma pessoa")));

    assertThat(persisted.files().get(0).kept()).isEmpty();
    assertThat(desk.folders.kept()).isEmpty();
  }

  @Test
  void writeShouldKeepWhatWasSentAndNeverAcknowledged() {
    desk.edit("a.md", "um").sync();
    desk.edit("a.md", "de uma pessoa");
    desk.mirror.beforeNextCommit(DualWriteTest::cut);
    desk.mirror.beforeNextCommit(DualWriteTest::cut);
    desk.sync();
    assertThat(desk.bases.load(COURSE).orElseThrow().paths().get(new ArtifactPath("a.md")).note())
        .isPresent();

    Persisted persisted =
        desk.writer().write(COURSE, List.of(file("a.md", "dois", "de uma pessoa")));

    assertThat(persisted.files().get(0).kept()).isPresent();
  }

  private static void cut() {
    throw new StorageUnavailableException("DB_UNREACHABLE", "cut", "");
  }

  @Test
  void writeShouldKeepWhenNothingIsRememberedOfAnyMirror() {
    desk.edit("a.md", "de uma pessoa").sync();
    CourseWriter writer = DualWrites.to(desk.folders, Desk.settings()).open();

    Persisted persisted = writer.write(COURSE, List.of(file("a.md", "um", "de uma pessoa")));

    assertThat(persisted.files().get(0).kept()).isPresent();
  }

  @Test
  void writeShouldKeepWhenItCannotTellWhatIsRemembered() {
    desk.edit("a.md", "de uma pessoa").sync();
    CourseWriter writer =
        desk.writes(Desk.settings())
            .remembering(
                () -> {
                  throw new CorruptRecordException("BASES_CORRUPT", "torn", "");
                })
            .open();

    Persisted persisted = writer.write(COURSE, List.of(file("a.md", "um", "de uma pessoa")));

    assertThat(persisted.files().get(0).kept()).isPresent();
  }

  @Test
  void writeShouldAskWhatIsRememberedOnceForACourse() {
    desk.edit("a.md", "um").edit("b.md", "dois").sync();
    AtomicInteger asked = new AtomicInteger();
    CourseWriter writer =
        desk.writes(Desk.settings())
            .remembering(
                () -> {
                  asked.incrementAndGet();
                  return Optional.of(desk.bases);
                })
            .open();

    writer.write(COURSE, List.of(file("a.md", "três", "um"), file("b.md", "quatro", "dois")));
    writer.write(COURSE, List.of(file("a.md", "cinco", "três")));

    assertThat(asked).hasValue(1);
    assertThat(desk.folders.kept()).isEmpty();
  }

  @Test
  void writeShouldRememberWhatASendingDidThatCameLate() {
    CourseWriter writer = desk.writes(Desk.settings().within(Duration.ofMillis(50))).open();
    hangIn("commit");

    Persisted late = writer.write(COURSE, List.of(file("a.md", "um")));
    hung.countDown();

    assertThat(((MirrorOutcome.Owed) late.mirror()).reason()).isEqualTo(OwedReason.TIMEOUT);
    assertThat(writer.flush(Duration.ofMinutes(1))).isTrue();
    assertThat(desk.stored()).isEqualTo(Map.of("a.md", "um"));
    assertThat(desk.bases.load(COURSE).orElseThrow().paths().get(new ArtifactPath("a.md")).base())
        .isPresent();
    desk.mirror.forgetCalls();
    assertThat(desk.sync().isEqual()).isTrue();
    assertThat(desk.mirror.calls()).containsExactly("heads", "courses");
  }

  @Test
  void writeShouldTellTheGuardWhenTheBudgetIsOver() throws Exception {
    GivenUp guard = new GivenUp();
    desk.guard = guard;
    CourseWriter writer = desk.writes(Desk.settings().within(Duration.ofMillis(50))).open();
    hangIn("commit");

    writer.write(COURSE, lessons(1));
    reached.await();

    assertThat(guard.codes).containsExactly("MIRROR_TIMEOUT");
    assertThat(guard.opened).hasValue(1);
  }

  @Test
  void flushShouldTellThatSomethingIsPending() {
    CourseWriter writer = desk.writes(Desk.settings().writingBehind(10)).open();
    hangIn("commit");
    writer.write(COURSE, lessons(1));

    assertThat(writer.flush(Duration.ZERO)).isFalse();
    hung.countDown();
    assertThat(writer.flush(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void closeShouldGiveUpWhenTheMirrorHangs() throws Exception {
    CourseWriter writer =
        desk.writes(Desk.settings().writingBehind(10).drainingFor(Duration.ofMillis(100))).open();
    hangIn("commit");
    Persisted underWay = writer.write(COURSE, lessons(1));
    reached.await();
    Persisted waiting = writer.write(COURSE, List.of(file("a.md", "um")));

    writer.close();

    assertThat(List.of(underWay, waiting))
        .allSatisfy(
            persisted ->
                assertThat(((MirrorOutcome.Owed) persisted.settled().getNow(null)).code())
                    .isEqualTo("WRITER_CLOSED"));
    assertThat(desk.told).containsExactly("curso-de-horta OWED", "curso-de-horta OWED");
    hung.countDown();
    desk.lanes.acquire(COURSE, Duration.ofMinutes(1)).close();
    desk.sync();
    assertThat(desk.sync().isEqual()).isTrue();
  }

  @Test
  void closeShouldCloseTheSource() {
    AtomicInteger closed = new AtomicInteger();
    CourseWriter writer =
        DualWrites.to(desk.folders, Desk.settings())
            .mirroredTo(
                new HomesSource() {
                  @Override
                  public Homes open() {
                    return desk.homes();
                  }

                  @Override
                  public void close() {
                    closed.incrementAndGet();
                  }
                })
            .open();

    writer.close();
    writer.close();

    assertThat(closed).hasValue(1);
  }

  @Test
  void writeShouldBeCountedAndTimed() {
    CourseWriter writer = desk.writer();

    writer.write(COURSE, lessons(20));
    desk.mirror.setDown(true);
    writer.write(COURSE, List.of(file("a.md", "um")));

    assertThat(desk.counted("files", "durable")).isEqualTo(2);
    assertThat(desk.counted("mirror", "applied")).isEqualTo(1);
    assertThat(desk.counted("mirror", "owed")).isEqualTo(1);
    assertThat(desk.owed()).isEqualTo(1);
    assertThat(desk.meters.get("creatoros.batch.files").summary().max()).isEqualTo(20);
    assertThat(desk.meters.get("creatoros.write.duration").tag("leg", "files").timer().count())
        .isEqualTo(2);
    assertThat(desk.told).containsExactly("curso-de-horta OWED");
    writer.close();
  }

  @Test
  void writeShouldUseTheSettings() {
    SyncSettings bytesOnly = new SyncSettings("desktop", 3, 1, Duration.ZERO, 10).bytesOnly();
    CourseWriter writer = desk.writes(Desk.settings().sending(bytesOnly)).open();

    writer.write(COURSE, List.of(file("brief.md", "grande")));

    assertThat(desk.database.heads(List.of(COURSE)).get(COURSE).origin()).isEqualTo("desktop");
    assertThat(desk.database.rows(COURSE).rows()).isEmpty();
    assertThat(desk.mirror.calls()).doesNotContain("upload");
  }

  @Test
  void settingsShouldHaveDefaultsAndRefuseNonsense() {
    DualWriteSettings settings = DualWriteSettings.defaults("laptop");

    assertThat(settings)
        .isEqualTo(
            new DualWriteSettings(
                SyncSettings.defaults("laptop"),
                Duration.ofSeconds(2),
                8,
                OptionalInt.empty(),
                Duration.ofSeconds(5)));
    assertThat(settings.calling(1).calls()).isEqualTo(1);
    assertThat(settings.writingBehind(1).writeBehind()).hasValue(1);
    assertThat(settings.drainingFor(Duration.ZERO).drain()).isZero();
    assertThatThrownBy(() -> settings.within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings.within(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings.drainingFor(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings.calling(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings.writingBehind(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMirrorThatIsNeverNeededShouldNeverBeOpened() {
    AtomicInteger opened = new AtomicInteger();
    CourseWriter writer =
        DualWrites.to(desk.folders, Desk.settings())
            .mirroredTo(
                () -> {
                  opened.incrementAndGet();
                  return desk.homes();
                })
            .whenever(() -> false)
            .open();

    writer.write(COURSE, lessons(1));
    writer.close();

    assertThat(opened).hasValue(0);
  }
}

package io.creatoros.postgrest;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.parts;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.resilience.Budget;
import io.creatoros.core.resilience.RetryOnce;
import io.creatoros.core.resilience.RetryOnceMirror;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.postgrest.testkit.Fault;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.testkit.TypedCourse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers meet when the server or the network fails them after the mirror was opened. */
final class PostgrestMirrorFaultsTest extends ServedMirror {
  private static final CourseId COURSE = new CourseId("curso");
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final List<Duration> waited = new ArrayList<>();

  PostgrestMirrorFaultsTest() {
    super(PostgrestVersion.V12);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Break.class,
      names = {"RESET_AFTER", "TRUNCATED", "HANG_AFTER"})
  void commitShouldBeWrittenOnceWhenItsAnswerIsLostAndItIsRepeated(Fault.Break fault) {
    writer().upload(COURSE, text("a"));
    gateway().next("/creatoros_commit", fault);

    CommitResult result = commit(retrying(waitingFor(fault)));

    assertThat(result).isEqualTo(new CommitResult.CourseMoved(1));
    assertThat(waited).hasSize(1);
    assertThat(read(COURSE).head().revision()).isEqualTo(1);
    assertThat(calls("/creatoros_commit")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Break.class,
      names = {"RESET_BEFORE", "HANG_BEFORE"})
  void commitShouldBeWrittenWhenItNeverArrivedAndIsRepeated(Fault.Break fault) {
    writer().upload(COURSE, text("a"));
    gateway().next("/creatoros_commit", fault);

    CommitResult result = commit(retrying(waitingFor(fault)));

    assertThat(result).isEqualTo(new CommitResult.Committed(1));
  }

  @ParameterizedTest
  @EnumSource
  void uploadShouldStoreOnceWhenItIsRepeated(Fault.Break fault) {
    gateway().next("/creatoros_upload", fault);

    retrying(waitingFor(fault)).upload(COURSE, parts(text("a")));

    assertThat(stored("creatoros.contents")).isEqualTo(1);
    assertThat(commit(mirror())).isEqualTo(new CommitResult.Committed(1));
    assertThat(stored("creatoros.uploads")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void brokenConnectionShouldBeUnavailableAndTellNoSecret(Fault.Break fault) {
    gateway().next("/creatoros_courses", fault);

    StorageException failure = failure(waitingFor(fault));

    assertThat(failure).isInstanceOf(StorageUnavailableException.class);
    assertThat(failure.code()).isIn("DB_UNREACHABLE", "DB_TIMEOUT");
    assertThat(failure.remedy()).isPresent();
    assertNoSecret(failure);
  }

  @Test
  void pageOfTheNetworkShouldBeUnavailableAndShrinkToItsTitle() {
    gateway().next(Fault.html(520));

    StorageException failure = failure(mirror());

    assertThat(failure.code()).isEqualTo("DB_UNREACHABLE");
    assertThat(failure)
        .hasMessageContaining("Web server is returning an unknown error")
        .hasMessageContaining("HTTP 520")
        .hasMessageNotContaining("<");
  }

  @ParameterizedTest
  @CsvSource({
    "500, 57014, DB_TIMEOUT",
    "503, PGRST001, DB_UNREACHABLE",
    "504, PGRST003, DB_BUSY",
    "500, 40P01, DB_BUSY",
    "500, XX000, DB_REJECTED",
    "500, P0001, DB_REJECTED",
    "503, 21000, DB_REJECTED",
    "404, PGRST202, DB_SCHEMA",
    "401, PGRST303, DB_PERMISSION",
    "540, '', DB_PAUSED",
    "402, '', DB_RESTRICTED"
  })
  void answerShouldBeToldByItsCode(int status, String sqlState, String code) {
    gateway()
        .next(
            Fault.json(
                status,
                "{\"code\":\""
                    + sqlState
                    + "\",\"message\":\"because\",\"details\":\"Failing row contains (s3cret)\"}"));

    StorageException failure = failure(mirror());

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessageContaining("because").hasMessageNotContaining("s3cret");
  }

  @Test
  void repetitionShouldWaitAsLongAsTheServerAsks() {
    gateway().next("/creatoros_courses", Fault.tooMany(1));

    assertThat(retrying(mirror()).courses()).isEmpty();

    assertThat(waited).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void repetitionShouldWaitOurOwnTimeWhenTheServerAsksForNone() {
    gateway().next("/creatoros_courses", Fault.tooMany(0));

    assertThat(retrying(mirror()).courses()).isEmpty();

    assertThat(waited).containsExactly(Duration.ofMillis(50));
  }

  @Test
  void failureShouldTellHowLongTheServerWantsToBeLeftAlone() {
    gateway().next(Fault.tooMany(7));

    assertThat(failure(mirror()))
        .isInstanceOfSatisfying(
            StorageUnavailableException.class,
            busy -> {
              assertThat(busy.code()).isEqualTo("DB_RATE_LIMITED");
              assertThat(busy.retryAfter()).contains(Duration.ofSeconds(7));
            });
  }

  @Test
  void callsShouldSucceedAgainWhenTheServerIsBack() {
    gateway().always("", Fault.json(503, "{}"));
    assertThat(failure(mirror()).code()).isEqualTo("DB_BUSY");

    gateway().heal();

    assertThat(mirror().courses()).isEmpty();
  }

  @Test
  void interruptShouldEndTheWaitingAndStay() {
    gateway().next(Fault.Break.HANG_BEFORE);
    Thread.currentThread().interrupt();

    StorageException failure = failure(mirror());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.code()).isEqualTo("DB_UNREACHABLE");
    assertThat(failure).hasMessageContaining("interrupted");
  }

  @Test
  void callsShouldFailWhenTheMirrorIsClosed() {
    CourseMirror closed = another();
    closed.close();

    assertThat(failure(closed)).isInstanceOf(StorageUnavailableException.class);
  }

  @Test
  void nulShouldBeRefusedWithNothingWritten() {
    writer().upload(COURSE, text("a"));

    assertThatThrownBy(
            () ->
                mirror()
                    .commit(
                        COURSE, 0, "a\u0000b", List.of(put("a.md", text("a"))), Optional.empty()))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            refused -> assertThat(refused).hasMessageContaining("22P05"));
    assertThat(mirror().courses()).isEmpty();
  }

  @Test
  void halfASurrogatePairShouldBecomeAQuestionMark() {
    writer().upload(COURSE, text("a"));

    mirror().commit(COURSE, 0, "a\ud800b", List.of(put("a.md", text("a"))), Optional.empty());

    assertThat(read(COURSE).head().origin()).isEqualTo("a?b");
  }

  @Test
  void rowShouldBeNamedWhenAnEditMadeItUnreadable() {
    new TypedCourse(COURSE.path()).lesson("1.1-aula.md", "# Aula").commit(mirror());
    editTyped(
        COURSE,
        new RowKey(RowTable.COURSE_METADATA, ""),
        "curriculum",
        "{\"a\":".repeat(3000) + "1" + "}".repeat(3000));

    assertThatThrownBy(() -> mirror().rows(COURSE))
        .isInstanceOfSatisfying(
            CorruptRecordException.class,
            unreadable -> assertThat(unreadable.code()).isEqualTo("DB_ROW_UNREADABLE"))
        .hasMessageContaining("course_metadata");
    assertThat(mirror().queries().export(COURSE)).isPresent();
  }

  @Test
  void lessonsOfALargeCourseShouldBeIndexedAfterTheirCommit() {
    large().commit(mirror());

    assertThat(mirror().rows(COURSE).unindexed()).isZero();
    assertThat(calls("/creatoros_index")).hasSize(2);
  }

  @Test
  void commitShouldCountWhenIndexingFailsAndTheNextOneShouldGoOn() {
    gateway().always("/creatoros_index", Fault.json(503, "{}"));

    large().commit(mirror());

    TypedRows before = mirror().rows(COURSE);
    assertThat(before.rows()).hasSize(203);
    assertThat(before.unindexed()).isEqualTo(201);
    gateway().heal();
    CommitResult next =
        mirror()
            .commit(
                COURSE, before.revision(), ORIGIN, List.of(), Optional.of(large().projection()));
    assertThat(next).isEqualTo(new CommitResult.Committed(before.revision()));
    assertThat(mirror().rows(COURSE).unindexed()).isZero();
  }

  private static TypedCourse large() {
    TypedCourse course = new TypedCourse(COURSE.path());
    for (int i = 0; i < 201; i++) {
      course.lesson("1." + i + "-aula.md", "# Aula " + i % 7);
    }
    return course;
  }

  private static CommitResult commit(CourseMirror mirror) {
    return mirror.commit(COURSE, 0, ORIGIN, List.of(put("a.md", text("a"))), Optional.empty());
  }

  /** A mirror that gives up soon when nothing else would end the waiting. */
  private CourseMirror waitingFor(Fault.Break fault) {
    return switch (fault) {
      case HANG_BEFORE, HANG_AFTER ->
          PostgrestMirror.open(config().withTimeouts(config().connectTimeout(), SHORT));
      case RESET_BEFORE, RESET_AFTER, TRUNCATED -> mirror();
    };
  }

  private CourseMirror retrying(CourseMirror mirror) {
    RetryOnce retry =
        new RetryOnce(
            Duration.ofMillis(50),
            () -> 0.5,
            time -> {
              gateway().heal();
              waited.add(time);
            },
            () -> {});
    return new RetryOnceMirror(mirror, retry, Budget.of(Duration.ofMinutes(1)));
  }

  private static StorageException failure(CourseMirror mirror) {
    return catchThrowableOfType(StorageException.class, mirror::courses);
  }

  private List<Gateway.Seen> calls(String end) {
    return gateway().seen().stream().filter(seen -> seen.path().endsWith(end)).toList();
  }

  private long stored(String table) {
    return hand().query(Long.class, "select count(*) from " + table).get(0);
  }

  private void assertNoSecret(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain(gateway().secretKey());
    }
  }
}

package io.creatoros.postgres;

import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which contents are swept: those never committed, a day after they were last offered. */
final class SweepTest {
  private static final CourseId COURSE = new CourseId("curso");

  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));
  private final MirrorWriter writer = new MirrorWriter(mirror);

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Test
  void commitShouldSweepWhatWasOfferedOverADayAgo() {
    writer.upload(COURSE, text("abandoned"));
    age("25 hours");

    writer.write(COURSE, "a.md", text("a"));

    assertThat(stored("abandoned")).isFalse();
    assertThat(stored("a")).isTrue();
    assertThat(hand.count("creatoros.uploads")).isZero();
  }

  @Test
  void commitShouldKeepWhatWasOfferedWithinADay() {
    writer.upload(COURSE, text("recent"));
    age("23 hours");

    writer.write(COURSE, "a.md", text("a"));

    assertThat(stored("recent")).isTrue();
  }

  @Test
  void commitShouldKeepWhatWasOfferedAgainSince() {
    writer.upload(COURSE, text("again"));
    age("25 hours");
    writer.upload(COURSE, text("again"));

    writer.write(COURSE, "a.md", text("a"));

    assertThat(stored("again")).isTrue();
    age("25 hours");
    writer.write(COURSE, "a.md", text("b"));
    assertThat(stored("again")).isFalse();
  }

  @Test
  void commitShouldKeepHistoryForEver() {
    writer.write(COURSE, "a.md", text("first"));
    writer.write(COURSE, "a.md", text("second"));
    writer.upload(COURSE, text("first"));
    age("25 hours");

    writer.write(COURSE, "b.md", text("b"));

    assertThat(stored("first")).isTrue();
    assertThat(hand.count("creatoros.uploads")).isZero();
  }

  @Test
  void commitShouldKeepContentInUseWhenItWasDeletedByHandAndRepaired() {
    writer.write(COURSE, "a.md", text("a"));
    hand.execute("delete from creatoros.contents");
    writer.upload(COURSE, text("a"));
    age("25 hours");

    writer.write(COURSE, "b.md", text("b"));

    assertThat(stored("a")).isTrue();
  }

  @Test
  void commitShouldTakeOnlyWhatItNamesOffTheList() {
    writer.upload(COURSE, text("named"));
    hand.execute(
        "update creatoros.uploads set sha256s = sha256s || ?", Sha256.of(text("x")).bytes());

    mirror.commit(COURSE, 0, "me", List.of(put("a.md", text("named"))), Optional.empty());

    assertThat(hand.query(byte[].class, "select unnest(sha256s) from creatoros.uploads"))
        .containsExactly(Sha256.of(text("x")).bytes());
  }

  @Test
  void commitShouldLeaveOtherCoursesAlone() {
    writer.upload(new CourseId("other"), text("abandoned"));
    age("25 hours");

    writer.write(COURSE, "a.md", text("a"));

    assertThat(hand.count("creatoros.uploads")).isEqualTo(1);
    assertThat(hand.count("creatoros.contents")).isEqualTo(2);
  }

  private void age(String by) {
    hand.execute("update creatoros.uploads set offered_at = offered_at - ?::interval", by);
  }

  private boolean stored(String text) {
    return mirror
        .missing(COURSE, Map.of(Sha256.of(text(text)), (long) text(text).length))
        .isEmpty();
  }
}

package io.creatoros.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

  private static final List<String> WORDS =
      List.of(
          "pão", "a \"b\"", "línea\nnova", "\\", "😀", "\u0001", "{}", "nul", "1.5", "tab\tbed");

  @RepeatedTest(200)
  void readerShouldGiveBackWhatWasWritten(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    CourseRecord course = course(random);
    LessonRecord lesson = lesson(random);

    Understanding courseRead = read(RecordPaths.course(), RecordJson.write(course));
    Understanding lessonRead =
        read(RecordPaths.lesson(lesson.label().orElseThrow()), RecordJson.write(lesson));

    assertThat(courseRead).isEqualTo(new Understanding(Optional.of(course), List.of()));
    assertThat(lessonRead).isEqualTo(new Understanding(Optional.of(lesson), List.of()));
  }

  @Test
  void writeShouldGiveTextForPeople() {
    LessonRecord record =
        new LessonRecord(
            LessonLabels.ofText("1.1"),
            Optional.empty(),
            Optional.of(new BigDecimal("0.9")),
            Optional.of("draft"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(1),
            Map.of("model", "m-1"));

    assertThat(new String(RecordJson.write(record), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "schema": "creatoros.record/1",
              "voiceFidelity": 0.9,
              "status": "draft",
              "retries": 1,
              "provenance": {
                "model": "m-1"
              }
            }
            """);
  }

  private static Understanding read(ArtifactPath path, byte[] json) {
    return new RecordReader().read(new SourceText(path, new String(json, StandardCharsets.UTF_8)));
  }

  private static CourseRecord course(Random random) {
    return new CourseRecord(
        maybe(random, () -> words(random)),
        maybe(random, () -> words(random)),
        maybe(random, () -> share(random)),
        maybe(random, () -> one(random, "draft", "published", "archived")),
        maybe(random, () -> "2026-03-0" + (1 + random.nextInt(9)) + "T12:00:00Z"),
        list(random, () -> words(random)),
        maybe(random, () -> random.nextInt(100)),
        list(random, () -> review(random, Optional.of("lessons/" + words(random)))),
        provenance(random));
  }

  private static LessonRecord lesson(Random random) {
    return new LessonRecord(
        Optional.of(label(random)),
        maybe(random, () -> words(random)),
        maybe(random, () -> share(random)),
        maybe(random, () -> one(random, "draft", "reviewed", "published", "archived")),
        maybe(random, () -> review(random, Optional.empty())),
        maybe(random, () -> BigDecimal.valueOf(random.nextInt(100_000), 3)),
        maybe(random, () -> BigDecimal.valueOf(random.nextInt(100_000), 6)),
        maybe(random, () -> random.nextInt(10)),
        provenance(random));
  }

  private static Review review(Random random, Optional<String> path) {
    return new Review(
        path,
        Sha256.of(words(random).getBytes(StandardCharsets.UTF_8)),
        one(random, "passed", "warning", "failed"),
        list(
            random,
            () ->
                new Review.Issue(
                    words(random), one(random, "error", "warning", "info"), words(random))),
        maybe(random, () -> words(random)));
  }

  private static LessonLabel label(Random random) {
    return LessonLabels.ofText(one(random, "1.1", "07.5", "4A.1", "2.1-mac")).orElseThrow();
  }

  private static BigDecimal share(Random random) {
    BigDecimal share = BigDecimal.valueOf(random.nextInt(101), 2).stripTrailingZeros();
    return share.setScale(Math.max(0, share.scale()));
  }

  private static Map<String, String> provenance(Random random) {
    Map<String, String> provenance = new HashMap<>();
    list(random, () -> words(random)).forEach(key -> provenance.put(key, words(random)));
    return provenance;
  }

  private static String words(Random random) {
    return WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String one(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static <T> List<T> list(Random random, Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }

  private static <T> Optional<T> maybe(Random random, Supplier<T> value) {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
  }
}

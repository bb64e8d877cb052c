package io.creatoros.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

  private static final Sha256 JUDGED = Sha256.of("text".getBytes(StandardCharsets.UTF_8));

  @Test
  void readShouldUnderstandRecordOfCourse() {
    String json =
        """
        {
          "schema": "creatoros.record/1",
          "persona": "ana_prado",
          "personaName": "Ana Prado",
          "voiceFidelity": 0.91,
          "status": "published",
          "publishedAt": "2026-03-01T09:00:00-03:00",
          "keywords": ["bread", "oven"],
          "competitorsAnalyzed": 12,
          "reviews": [
            {
              "path": "lessons/1.1-flour.md",
              "judged": "%s",
              "verdict": "warning",
              "reviewer": "Rui",
              "issues": [{"issue": "too short", "severity": "info", "category": "length"}]
            }
          ],
          "provenance": {"model": "m-1", "tries": 3}
        }
        """
            .formatted(JUDGED.hex());

    Understanding understanding = read(".record/course.json", json);

    assertThat(understanding.findings()).isEmpty();
    assertThat(understanding.understood())
        .contains(
            new CourseRecord(
                Optional.of("ana_prado"),
                Optional.of("Ana Prado"),
                Optional.of(new BigDecimal("0.91")),
                Optional.of("published"),
                Optional.of("2026-03-01T12:00:00Z"),
                List.of("bread", "oven"),
                Optional.of(12),
                List.of(
                    new Review(
                        Optional.of("lessons/1.1-flour.md"),
                        JUDGED,
                        "warning",
                        List.of(new Review.Issue("too short", "info", "length")),
                        Optional.of("Rui"))),
                Map.of("model", "m-1", "tries", "3")));
  }

  @Test
  void readShouldUnderstandRecordOfLesson() {
    String json =
        """
        {
          "path": "lessons/2.1-terminal-mac.md",
          "voiceFidelity": "90%%",
          "status": "reviewed",
          "review": {"judged": "%s", "verdict": "passed"},
          "generationSeconds": 12.5,
          "generationCostUsd": 0.031,
          "retries": 2
        }
        """
            .formatted(JUDGED.hex());

    Understanding understanding = read(".record/2.1-mac.json", json);

    assertThat(understanding.findings()).isEmpty();
    assertThat(understanding.understood())
        .contains(
            new LessonRecord(
                Optional.of(new LessonLabel("2", "1", Optional.of("mac"), 2, 1)),
                Optional.of("lessons/2.1-terminal-mac.md"),
                Optional.of(new BigDecimal("0.9")),
                Optional.of("reviewed"),
                Optional.of(
                    new Review(Optional.empty(), JUDGED, "passed", List.of(), Optional.empty())),
                Optional.of(new BigDecimal("12.5")),
                Optional.of(new BigDecimal("0.031")),
                Optional.of(2),
                Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.9", "90, 0.9", "'\"90%\"', 0.9", "1, 1"})
  void readShouldAcceptVoiceFidelityAsShareAndAsPercentage(String written, BigDecimal share) {
    Understanding understanding = read(".record/1.1.json", "{\"voiceFidelity\": " + written + "}");

    assertThat(understanding.findings()).isEmpty();
    assertThat(lesson(understanding).voiceFidelity()).contains(share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"voiceFidelity\": 1.7",
        "\"voiceFidelity\": \"high\"",
        "\"voiceFidelity\": [0.9]",
        "\"status\": \"finished\"",
        "\"generationSeconds\": -1",
        "\"generationSeconds\": 1e999999999",
        "\"retries\": 1.5",
        "\"review\": \"passed\"",
        "\"provenance\": []",
        "\"schema\": \"creatoros.record/2\""
      })
  void readShouldNameLineWhenValueCannotBe(String member) {
    Understanding understanding = read(".record/1.1.json", "{\n" + member + "\n}");

    assertThat(understanding.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.RECORD_VALUE_INVALID);
              assertThat(finding.line()).hasValue(2);
            });
    assertThat(understanding.understood()).contains(EMPTY);
  }

  private static final LessonRecord EMPTY =
      new LessonRecord(
          Optional.of(new LessonLabel("1", "1", Optional.empty(), 1, 1)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  @Test
  void readShouldSayWhatIsMeantWhenVoiceFidelityCannotBe() {
    CourseFinding finding = read(".record/1.1.json", "{\"voiceFidelity\": 1.7}").findings().get(0);

    assertThat(finding.message())
        .isEqualTo(
            "\"voiceFidelity\" cannot be \"1.7\": a number from 0 to 1, or a percentage such as"
                + " 90%, is meant");
  }

  @Test
  void readShouldLeaveOutReviewWhenItDoesNotSayWhatWasJudged() {
    Understanding understanding =
        read(".record/1.1.json", "{\"review\": {\"verdict\": \"passed\"}}");

    assertThat(lesson(understanding).review()).isEmpty();
    assertThat(codes(understanding)).containsExactly(FindingCode.RECORD_VALUE_INVALID);
  }

  @Test
  void readShouldFillInIssueWhenSeverityAndCategoryAreLeftOut() {
    Understanding understanding =
        read(
            ".record/1.1.json",
            """
            {
              "review": {"judged": "%s", "verdict": "failed", "issues": [{"issue": "no goal"}]}
            }
            """
                .formatted(JUDGED.hex()));

    assertThat(lesson(understanding).review().orElseThrow().issues())
        .containsExactly(new Review.Issue("no goal", "warning", "general"));
  }

  @Test
  void readShouldNameKeysThatAreNotRead() {
    Understanding understanding =
        read(".record/1.1.json", "{\"retries\": 1,\n\"voicefidelity\": 0.9}");

    assertThat(understanding.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.RECORD_KEY_UNKNOWN);
              assertThat(finding.line()).hasValue(2);
              assertThat(finding.message()).isEqualTo("\"voicefidelity\" is not read");
            });
  }

  @ParameterizedTest
  @CsvSource({"published, 1", "reviewed, 0"})
  void readShouldKnowOtherStatusesOfCoursesThanOfLessons(String status, int understood) {
    Understanding understanding = read(".record/course.json", "{\"status\": \"" + status + "\"}");

    CourseRecord record = (CourseRecord) understanding.understood().orElseThrow();
    assertThat(record.status().stream().count()).isEqualTo(understood);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-03-01T00:00:00Z",
    "2026-03-01T12:00:00.999Z, 2026-03-01T12:00:00Z",
    "2026-03-01T23:30:00-03:00, 2026-03-02T02:30:00Z"
  })
  void readShouldGiveTimeInUtcToTheSecond(String written, String time) {
    Understanding understanding =
        read(".record/course.json", "{\"publishedAt\": \"" + written + "\"}");

    CourseRecord record = (CourseRecord) understanding.understood().orElseThrow();
    assertThat(record.publishedAt()).contains(time);
  }

  @Test
  void readShouldTellWhenJsonIsBroken() {
    Understanding understanding = read(".record/course.json", "{\n\"status\": ");

    assertThat(understanding.understood()).isEmpty();
    assertThat(codes(understanding)).containsExactly(FindingCode.JSON_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "null"})
  void readShouldTellWhenThereIsNoObject(String json) {
    Understanding understanding = read(".record/course.json", json);

    assertThat(understanding.understood()).isEmpty();
    assertThat(codes(understanding)).containsExactly(FindingCode.RECORD_VALUE_INVALID);
  }

  @Test
  void readShouldTellNoLabelWhenNameIsNone() {
    assertThat(lesson(read(".record/bonus.json", "{\"path\": \"lessons/bonus.md\"}")).label())
        .isEmpty();
  }

  private static LessonRecord lesson(Understanding understanding) {
    return (LessonRecord) understanding.understood().orElseThrow();
  }

  private static List<FindingCode> codes(Understanding understanding) {
    return understanding.findings().stream().map(CourseFinding::code).toList();
  }

  private static Understanding read(String path, String json) {
    return new RecordReader().read(new SourceText(new ArtifactPath(path), json));
  }
}

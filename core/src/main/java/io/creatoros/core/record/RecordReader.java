package io.creatoros.core.record;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.reading.Understood;
import io.creatoros.core.text.JsonReader;
import io.creatoros.core.text.StructuredText;
import io.creatoros.core.text.Value;
import java.util.Optional;

/**
 * Reads the records of courses and lessons. A value that cannot be is left out, with a finding that
 * names its line; a key that nobody knows is left out too, and named.
 */
public final class RecordReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    FileFindings findings = new FileFindings(source);
    StructuredText text = JsonReader.read(source.text());
    findings.addProblem(text, FindingCode.JSON_INVALID);
    Optional<Understood> understood =
        text.documents().stream().findFirst().flatMap(root -> understood(source, root, findings));
    if (understood.isEmpty() && text.problem().isEmpty()) {
      findings.add(
          FindingCode.RECORD_VALUE_INVALID,
          "holds no JSON object",
          "write an object in { }, or delete the file");
    }
    return new Understanding(understood, findings.all());
  }

  private static Optional<Understood> understood(
      SourceText source, Value root, FileFindings findings) {
    if (!(root instanceof Value.Entries entries)) {
      return Optional.empty();
    }
    RecordObject object = new RecordObject(entries, findings);
    object.schema();
    boolean course = source.path().equals(RecordPaths.course());
    Understood record = course ? course(object) : lesson(object, label(source));
    object.nameUnknownKeys();
    return Optional.of(record);
  }

  private static CourseRecord course(RecordObject object) {
    return new CourseRecord(
        object.text("persona"),
        object.text("personaName"),
        object.fidelity("voiceFidelity"),
        object.oneOf("status", "draft", "published", "archived"),
        object.instant("publishedAt"),
        object.texts("keywords"),
        object.count("competitorsAnalyzed"),
        object.objects("reviews").stream().flatMap(one -> review(one).stream()).toList(),
        object.textsByName("provenance"));
  }

  private static LessonRecord lesson(RecordObject object, Optional<LessonLabel> label) {
    return new LessonRecord(
        label,
        object.text("path"),
        object.fidelity("voiceFidelity"),
        object.oneOf("status", "draft", "reviewed", "published", "archived"),
        object.object("review").flatMap(RecordReader::review),
        object.amount("generationSeconds"),
        object.amount("generationCostUsd"),
        object.count("retries"),
        object.textsByName("provenance"));
  }

  private static Optional<Review> review(RecordObject object) {
    Optional<Review> review =
        object
            .hash("judged")
            .flatMap(
                judged ->
                    object
                        .oneOf("verdict", "passed", "warning", "failed")
                        .map(
                            verdict ->
                                new Review(
                                    object.text("path"),
                                    judged,
                                    verdict,
                                    object.objects("issues").stream()
                                        .flatMap(one -> issue(one).stream())
                                        .toList(),
                                    object.text("reviewer"))));
    if (review.isPresent()) {
      object.nameUnknownKeys();
    } else {
      object.incomplete("a review needs \"judged\", the SHA-256 of the file, and \"verdict\"");
    }
    return review;
  }

  private static Optional<Review.Issue> issue(RecordObject object) {
    Optional<Review.Issue> issue =
        object
            .text("issue")
            .map(
                words ->
                    new Review.Issue(
                        words,
                        object.oneOf("severity", "error", "warning", "info").orElse("warning"),
                        object.text("category").orElse("general")));
    if (issue.isPresent()) {
      object.nameUnknownKeys();
    } else {
      object.incomplete("an issue needs \"issue\", what is wrong in words");
    }
    return issue;
  }

  private static Optional<LessonLabel> label(SourceText source) {
    String name = source.path().fileName();
    return LessonLabels.ofText(name.substring(0, name.length() - RecordPaths.ENDING.length()));
  }
}

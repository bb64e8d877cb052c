package io.creatoros.core.projection;

import io.creatoros.core.assessment.AssessmentReader;
import io.creatoros.core.brief.BriefReader;
import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.curriculum.CurriculumReader;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.lesson.LessonReader;
import io.creatoros.core.lesson.SpokenReader;
import io.creatoros.core.reading.DataReader;
import io.creatoros.core.reading.FileFacts;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.record.RecordReader;
import io.creatoros.core.research.OutlineReader;
import io.creatoros.core.research.ResearchReader;
import io.creatoros.core.text.DecodedText;
import io.creatoros.core.text.TextDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The first half of the projection: what a file says, by its path and bytes alone. Pure; never
 * throws on content.
 */
public final class Readers {

  /** The longest file that is read, in bytes; longer ones are kept without being understood. */
  public static final int LONGEST = 4 << 20;

  private static final Map<ArtifactKind, FileReader> READERS =
      Map.of(
          ArtifactKind.BRIEF, new BriefReader(),
          ArtifactKind.OUTLINE, new OutlineReader(),
          ArtifactKind.CURRICULUM, new CurriculumReader(),
          ArtifactKind.LESSON, new LessonReader(),
          ArtifactKind.SCRIPT, new SpokenReader(),
          ArtifactKind.TRANSCRIPT, new SpokenReader(),
          ArtifactKind.RESEARCH_REPORT, new ResearchReader(),
          ArtifactKind.ASSESSMENT, new AssessmentReader(),
          ArtifactKind.RECORD, new RecordReader());

  private static final FileReader DATA = new DataReader();

  private Readers() {}

  /** Whether the file of this kind at a path is read at all; others need not be fetched. */
  static boolean reads(ArtifactPath path, ArtifactKind kind) {
    return reader(path, kind).isPresent();
  }

  private static Optional<FileReader> reader(ArtifactPath path, ArtifactKind kind) {
    boolean data =
        (kind == ArtifactKind.OTHER || kind == ArtifactKind.RESOURCE)
            && DataReader.isData(path.fileName());
    return data ? Optional.of(DATA) : Optional.ofNullable(READERS.get(kind));
  }

  /** The facts of a file too long to be read, by its path. */
  public static FileFacts tooLong(ArtifactPath path, long size) {
    return new FileFacts(
        Optional.empty(),
        Optional.empty(),
        List.of(
            new CourseFinding(
                FindingCode.TEXT_TOO_LONG,
                path.value(),
                OptionalInt.empty(),
                "is " + size + " bytes long; files over " + LONGEST + " bytes are not read",
                "split it, or move it to sources/")));
  }

  /** The facts of a file. */
  public static FileFacts read(ArtifactPath path, byte[] bytes) {
    Optional<FileReader> reader = reader(path, ArtifactKind.of(path));
    if (reader.isEmpty()) {
      return FileFacts.NONE;
    }
    if (bytes.length > LONGEST) {
      return tooLong(path, bytes.length);
    }
    DecodedText decoded = TextDecoder.decode(bytes);
    Understanding understanding = reader.get().read(new SourceText(path, decoded.chars()));
    List<CourseFinding> findings = new ArrayList<>(TextFindings.of(path, bytes, decoded));
    findings.addAll(understanding.findings());
    return new FileFacts(
        decoded.asIs() ? Optional.empty() : Optional.of(decoded.text()),
        understanding.understood(),
        findings);
  }
}

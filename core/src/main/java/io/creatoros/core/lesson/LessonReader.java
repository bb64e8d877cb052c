package io.creatoros.core.lesson;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.quality.Scores;
import io.creatoros.core.reading.BloomLevel;
import io.creatoros.core.reading.Fidelity;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.LanguageTag;
import io.creatoros.core.reading.Minutes;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads lessons and scores them. Of what a lesson says of itself its front matter counts before the
 * lines under its title, and both before the name of its file; only of labels the name comes first.
 */
public final class LessonReader implements FileReader {

  private static final String[] DURATION = {
    "duration minutes",
    "duration",
    "duration min",
    "duracao",
    "duracao estimada",
    "duracao total",
    "estimated duration",
    "tempo estimado",
    "tempo"
  };
  private static final String[] BLOOM = {
    "bloom level", "nivel bloom", "nivel de bloom", "bloom", "bloom taxonomy", "taxonomia de bloom"
  };
  private static final String[] FIDELITY = {
    "fidelity target", "voice fidelity target", "target fidelity"
  };

  @Override
  public Understanding read(SourceText source) {
    FileFindings findings = new FileFindings(source);
    LessonHead head = LessonHead.of(source.chars(), findings);
    LessonSays says = LessonSays.of(head);
    if (head.isEmpty()) {
      findings.add(FindingCode.LESSON_EMPTY, "has no text", "write the lesson, or delete the file");
    }
    Lesson lesson = lesson(source, head, says, findings);
    return new Understanding(Optional.of(lesson), findings.all());
  }

  /** The label alone, as {@link #read} tells it; much cheaper. */
  public static Optional<LessonLabel> label(SourceText source) {
    FileFindings unused = new FileFindings(source);
    LessonHead head = LessonHead.of(source.chars(), unused);
    return new LessonIdentity(FileName.of(source.path()), head, LessonSays.of(head)).label(unused);
  }

  private static Lesson lesson(
      SourceText source, LessonHead head, LessonSays says, FileFindings findings) {
    FileName name = FileName.of(source.path());
    LessonIdentity identity = new LessonIdentity(name, head, says);
    LessonLists lists = new LessonLists(head);
    Scores.Counted counted = Scores.counted(source.chars());
    return new Lesson(
        identity.label(findings),
        says.text("module title", "module name", "module", "modulo").flatMap(ModuleTitle::of),
        identity.title(findings),
        name.slug(),
        says.text("language", "lang", "idioma")
            .flatMap(LanguageTag::of)
            .or(() -> Language.of(head.blocks())),
        counted.words(),
        counted.scores(),
        says.text(DURATION).flatMap(Minutes::of),
        bloomLevel(says, findings),
        lists.objectives(),
        lists.concepts(),
        says.text("instructor", "instrutor", "instrutora", "professor", "professora"),
        says.text("platform", "plataforma"),
        says.text("tool", "ferramenta"),
        says.text("difficulty", "dificuldade", "nivel", "level"),
        says.text("status"),
        fidelityTarget(says, findings));
  }

  private static Optional<String> bloomLevel(LessonSays says, FileFindings findings) {
    Optional<Said> said = says.get(BLOOM);
    Optional<String> level = said.map(Said::text).flatMap(BloomLevel::of);
    if (said.isPresent() && level.isEmpty()) {
      findings.add(
          FindingCode.BLOOM_LEVEL_UNKNOWN,
          said.get().line(),
          "\"" + said.get().text() + "\" is none of the six levels of learning",
          "write remember, understand, apply, analyze, evaluate or create");
    }
    return level;
  }

  private static Optional<BigDecimal> fidelityTarget(LessonSays says, FileFindings findings) {
    Optional<Said> said = says.get(FIDELITY);
    Optional<BigDecimal> target = said.map(Said::text).flatMap(Fidelity::of);
    if (said.isPresent() && target.isEmpty()) {
      findings.add(
          FindingCode.FIDELITY_TARGET_UNUSABLE,
          said.get().line(),
          "\"" + said.get().text() + "\" cannot be used as the target for the voice",
          "write a number from 0 to 1, such as 0.9, or a percentage, such as 90%");
    }
    return target;
  }
}

package io.creatoros.core.lesson;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.PlainWords;
import io.creatoros.core.text.Block;
import java.util.Optional;

/** Which lesson a file is: its label and its title, told by its name and by what it says. */
final class LessonIdentity {

  private final FileName name;
  private final Optional<Block.Heading> heading;
  private final Optional<LessonTitle> headed;
  private final LessonSays says;

  LessonIdentity(FileName name, LessonHead head, LessonSays says) {
    this.name = name;
    this.heading = head.title();
    this.headed = heading.map(Block.Heading::text).map(LessonTitle::of);
    this.says = says;
  }

  /** The label in the name, else the one that the lesson gives itself. */
  Optional<LessonLabel> label(FileFindings findings) {
    Optional<LessonLabel> headed = this.headed.flatMap(LessonTitle::label);
    Optional<Said> said = says.get("lesson id", "lesson number", "id", "aula", "lesson");
    Optional<LessonLabel> declared = said.map(Said::text).flatMap(LessonLabels::ofText);
    if (name.label().isEmpty()) {
      return declared.or(() -> headed);
    }
    LessonLabel named = name.label().get();
    declared.ifPresent(label -> compare(named, label, said.orElseThrow().line(), findings));
    headed.ifPresent(label -> compare(named, label, heading.orElseThrow().line(), findings));
    Optional<String> variant =
        declared.filter(named::isSamePlace).flatMap(LessonLabel::variant).or(named::variant);
    return Optional.of(named.withVariant(variant));
  }

  private static void compare(
      LessonLabel named, LessonLabel said, int line, FileFindings findings) {
    if (!named.isSamePlace(said)) {
      findings.add(
          FindingCode.LESSON_LABEL_CONTRADICTS,
          line,
          "says it is lesson " + said.text() + ", its name says " + named.text(),
          "correct the number in the text, or rename the file");
    }
  }

  /** The first heading without its label, else the title in the front matter, else the name. */
  String title(FileFindings findings) {
    Optional<String> ofHeading = headed.map(LessonTitle::text).filter(LessonIdentity::hasWords);
    if (ofHeading.isPresent()) {
      return ofHeading.get();
    }
    Optional<String> said =
        says.text("lesson title", "title", "titulo", "titulo da aula")
            .map(text -> LessonTitle.of(text).text())
            .filter(LessonIdentity::hasWords);
    if (said.isPresent()) {
      findings.add(
          FindingCode.LESSON_WITHOUT_HEADING,
          "has no heading with its title",
          "begin the text with # and the title");
    } else {
      findings.add(
          FindingCode.LESSON_WITHOUT_TITLE,
          "has no title; the name of the file is used",
          "begin the text with # and the title");
    }
    return said.orElse(name.words());
  }

  private static boolean hasWords(String text) {
    return !PlainWords.of(text).isEmpty();
  }
}

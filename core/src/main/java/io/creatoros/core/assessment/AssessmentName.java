package io.creatoros.core.assessment;

import io.creatoros.core.assessment.Assessment.Form;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.PlainWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the name of a file says of the assessment in it. */
final class AssessmentName {

  private static final Pattern PROJECT =
      Pattern.compile("projeto|project|desafio|challenge|capstone|tcc");
  private static final Pattern QUIZ =
      Pattern.compile("quiz|questionario|questoes|perguntas|questions|prova|test|exam|simulado");
  private static final Pattern MODULES =
      Pattern.compile(
          "modul[eo]s?[-_ ]{0,3}(\\d{1,4}[a-z]?)(?![a-z\\d])"
              + "(?:[-_ ]{1,3}(?:(?:a|e|to|and)[-_ ]{1,3})?(\\d{1,4})(?![a-z\\d]))?");
  private static final int MOST_MODULES = 50;

  private final String stem;
  private final String ending;

  AssessmentName(ArtifactPath path) {
    String name = PlainWords.folded(path.fileName());
    int dot = name.lastIndexOf('.');
    this.stem = dot < 0 ? name : name.substring(0, dot);
    this.ending = name.substring(dot + 1);
  }

  /** In lower case. */
  String ending() {
    return ending;
  }

  boolean isProject() {
    return PROJECT.matcher(stem).find();
  }

  /**
   * @param type what the file says that it is
   */
  Form form(Optional<String> type, boolean hasQuestions) {
    String said = type.orElse("").toLowerCase(Locale.ROOT);
    if (isProject() || PROJECT.matcher(said).find()) {
      return Form.PROJECT;
    }
    boolean isQuiz = hasQuestions || QUIZ.matcher(said).find() || QUIZ.matcher(stem).find();
    return isQuiz ? Form.QUIZ : Form.OTHER;
  }

  /** The modules that the name gives: of {@code quiz-modulo-1-3} 1, 2 and 3. */
  List<String> modules() {
    Matcher modules = MODULES.matcher(stem);
    if (!modules.find()) {
      return List.of();
    }
    String first = modules.group(1);
    String last = modules.group(2);
    if (last == null) {
      return List.of(withoutZeros(first).toUpperCase(Locale.ROOT));
    }
    boolean isRange = first.matches("\\d+") && Integer.parseInt(first) < Integer.parseInt(last);
    return isRange
        ? IntStream.rangeClosed(Integer.parseInt(first), Integer.parseInt(last))
            .limit(MOST_MODULES)
            .mapToObj(Integer::toString)
            .toList()
        : List.of(withoutZeros(first).toUpperCase(Locale.ROOT), withoutZeros(last));
  }

  private static String withoutZeros(String number) {
    return number.replaceFirst("^0+(?=\\d)", "");
  }
}

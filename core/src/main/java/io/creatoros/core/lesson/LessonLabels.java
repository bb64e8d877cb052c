package io.creatoros.core.lesson;

import io.creatoros.core.course.ArtifactPath;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the labels of lessons, as creators write them. */
public final class LessonLabels {

  private static final Set<String> SYSTEMS =
      Set.of("mac", "macos", "osx", "windows", "linux", "ubuntu", "android", "ios");
  private static final Pattern MODULE_FOLDER =
      Pattern.compile(
          "m[oó]dul[oe][-_ ]?(\\d{1,6}[a-z]?)(?:[-_ ].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*");

  private LessonLabels() {}

  /**
   * The label that a text is: {@code 1.1}, {@code 4A.1}, {@code 07.5}, {@code 2.1-mac}, {@code Aula
   * 1.1}, {@code m1-l1}. Empty when the text is anything else, or more than a label.
   */
  public static Optional<LessonLabel> ofText(String text) {
    LabelledName name = LabelledName.of(text.strip());
    if (name.rest().isEmpty()) {
      return name.label();
    }
    return WORD.matcher(name.rest()).matches()
        ? name.label().map(label -> label.withVariant(Optional.of(lower(name.rest()))))
        : Optional.empty();
  }

  /**
   * The label that a text is, as {@link #ofText} tells it.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static LessonLabel parse(String text) {
    return ofText(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "lesson \""
                        + (text.length() <= 60 ? text : text.substring(0, 59) + "…")
                        + "\" is no label such as 1.2, 4A.1 or 2.1-mac"));
  }

  /**
   * The label that the name of a file begins with. A number alone, as in {@code aula-02-x.md}, is
   * that of a lesson if the folder is that of a module, such as {@code modulo-3}. The variant is
   * told only where the name ends in an operating system, as in {@code 2.1-terminal-mac.md}. Empty
   * for other files.
   */
  public static Optional<LessonLabel> ofPath(ArtifactPath path) {
    return ofPath(path, LabelledName.of(stem(path)));
  }

  /** The same for a path whose stem is this name. */
  static Optional<LessonLabel> ofPath(ArtifactPath path, LabelledName name) {
    return name.label()
        .or(() -> name.count().flatMap(count -> inModule(path, count)))
        .map(label -> label.withVariant(system(name.rest())));
  }

  private static Optional<LessonLabel> inModule(ArtifactPath path, String lesson) {
    String[] folders = Normalizer.normalize(path.value(), Normalizer.Form.NFC).split("/");
    String folder = folders.length > 1 ? folders[folders.length - 2] : "";
    Matcher module = MODULE_FOLDER.matcher(folder);
    return module.matches()
        ? Optional.of(LessonLabel.of(module.group(1), lesson))
        : Optional.empty();
  }

  /** The name of a file without its ending, in Unicode form NFC. */
  static String stem(ArtifactPath path) {
    String name = Normalizer.normalize(path.fileName(), Normalizer.Form.NFC);
    int dot = name.lastIndexOf('.');
    return dot > 0 && !name.substring(0, dot).isBlank() ? name.substring(0, dot).strip() : name;
  }

  private static Optional<String> system(String name) {
    int before =
        Math.max(name.lastIndexOf('-'), Math.max(name.lastIndexOf('_'), name.lastIndexOf(' ')));
    return Optional.of(lower(name.substring(before + 1))).filter(SYSTEMS::contains);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

package io.creatoros.core.lesson;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.PlainWords;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the name of a lesson's file tells.
 *
 * @param label its label
 * @param words the rest of the name in words, which begin with a capital letter
 * @param slug the rest of the name in small letters without accents, joined by hyphens
 */
record FileName(Optional<LessonLabel> label, String words, String slug) {

  private static final int LONGEST = 200;

  /** What says of a file how it was made, not what it is about. */
  private static final Pattern ENDING =
      Pattern.compile(
          "[-_. ](?:pt|en|pt[-_]br|en[-_]us|transcription|transcript|transcri[cç][aã]o)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern COUNT = Pattern.compile("^\\d{1,3}[-_. ]{1,3}(?=\\p{L})");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_\\s]+");

  static FileName of(ArtifactPath path) {
    String stem = LessonLabels.stem(path);
    LabelledName labelled = LabelledName.of(stem);
    String rest = ENDING.matcher(labelled.rest()).replaceFirst("");
    rest = COUNT.matcher(rest).replaceFirst("").strip();
    String name = cut(rest.isEmpty() ? stem : rest);
    String words = BETWEEN_WORDS.matcher(name).replaceAll(" ").strip();
    String plain = PlainWords.of(name).replace(' ', '-');
    return new FileName(
        LessonLabels.ofPath(path, labelled),
        words.isEmpty() ? name : capital(words),
        plain.isEmpty() ? name : plain);
  }

  private static String capital(String words) {
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  private static String cut(String name) {
    int points = Math.min(LONGEST, name.codePointCount(0, name.length()));
    return name.substring(0, name.offsetByCodePoints(0, points));
  }
}

package io.creatoros.core.persist;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.lesson.LessonReader;
import io.creatoros.core.reading.PlainWords;
import io.creatoros.core.reading.SourceText;
import java.util.Optional;
import java.util.stream.Stream;

/** What the file of a new lesson is called: {@code lessons/1.2-first-steps.md}. */
final class NewLessonName {

  private static final int LONGEST = 80;
  private static final String NAMELESS = "aula";

  private final LessonDraft lesson;
  private final LessonLabel label;

  NewLessonName(LessonDraft lesson) {
    this.lesson = lesson;
    this.label = lesson.label();
  }

  /**
   * The name that label and slug make as they stand, though something else may be read into it;
   * empty for a variant, which must be told.
   */
  Optional<ArtifactPath> plain() {
    return label.variant().isPresent() ? Optional.empty() : Optional.of(path(slug(), ""));
  }

  /**
   * The name as it has to be for it to be read back. A slug that ends in what means something else,
   * such as {@code windows}, is followed by a sign that ends it.
   *
   * @throws IllegalArgumentException if no name can tell the label
   */
  ArtifactPath path() {
    Stream<ArtifactPath> names =
        Stream.of(path(slug(), ""), path(slug(), "_"), path(NAMELESS, ""))
            .filter(path -> ArtifactKind.of(path) == ArtifactKind.LESSON);
    return names
        .filter(this::isReadBack)
        .findFirst()
        .orElseThrow(
            () ->
                Given.invalid(
                    "lesson", "\"" + label.id() + "\" has a label that no file's name can tell"));
  }

  private boolean isReadBack(ArtifactPath path) {
    Optional<LessonLabel> read = LessonLabels.ofPath(path);
    return label.variant().isEmpty()
        ? read.filter(label::isSameLesson).isPresent()
        : read.filter(label::isSamePlace).isPresent();
  }

  private ArtifactPath path(String slug, String end) {
    String variant = label.variant().map(name -> "-" + name).orElse("");
    return new ArtifactPath("lessons/" + label.text() + "-" + slug + variant + end + ".md");
  }

  private String slug() {
    return lesson.slug().orElseGet(() -> slug(lesson.title().orElseGet(this::told)));
  }

  private String told() {
    SourceText source = new SourceText(path(NAMELESS, ""), lesson.markdown());
    return new LessonReader()
        .read(source)
        .understood()
        .map(Lesson.class::cast)
        .orElseThrow()
        .title();
  }

  private static String slug(String title) {
    String slug = PlainWords.of(title).replace(' ', '-');
    if (slug.length() > LONGEST) {
      int end = slug.lastIndexOf('-', LONGEST);
      slug = slug.substring(0, end > 0 ? end : slug.offsetByCodePoints(0, LONGEST / 2));
    }
    return slug.isEmpty() ? NAMELESS : slug;
  }
}

package io.creatoros.core.persist;

import java.util.Optional;

/**
 * The plan of a course: files that are stored exactly as given. What is not given stays as it is.
 *
 * @param brief the brief in Markdown
 * @param curriculum the curriculum in YAML
 * @param outline the outline in Markdown
 */
public record MetadataDraft(
    Optional<String> brief, Optional<String> curriculum, Optional<String> outline) {

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException if a text cannot be stored, or nothing is given; it names the
   *     argument
   */
  public MetadataDraft {
    brief.ifPresent(text -> Given.text("brief", text));
    curriculum.ifPresent(text -> Given.text("curriculum", text));
    outline.ifPresent(text -> Given.text("outline", text));
    if (brief.isEmpty() && curriculum.isEmpty() && outline.isEmpty()) {
      throw Given.invalid("metadata", "is given without brief, curriculum and outline");
    }
  }

  /** The brief alone. */
  public static MetadataDraft ofBrief(String markdown) {
    return new MetadataDraft(Optional.of(markdown), Optional.empty(), Optional.empty());
  }

  /** The curriculum alone. */
  public static MetadataDraft ofCurriculum(String yaml) {
    return new MetadataDraft(Optional.empty(), Optional.of(yaml), Optional.empty());
  }

  /** The outline alone. */
  public static MetadataDraft ofOutline(String markdown) {
    return new MetadataDraft(Optional.empty(), Optional.empty(), Optional.of(markdown));
  }
}

package io.creatoros.core.persist;

import io.creatoros.core.brief.Slug;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be known of a course. What is not given stays as it is.
 *
 * @param title its title; without a brief it goes into a brief of our own
 * @param slug its slug, which goes where the title goes; by default the folder's name counts
 * @param brief its brief in Markdown, stored exactly as given; title and slug are then what it says
 * @param persona the slug of the persona that it is written with
 * @param personaName the name of that persona
 * @param keywords its keywords, in order
 * @param status {@code draft}, {@code published} or {@code archived}
 * @param provenance how it came to be, by name (generator, model, prompt version)
 */
public record CourseDraft(
    Optional<String> title,
    Optional<String> slug,
    Optional<String> brief,
    Optional<String> persona,
    Optional<String> personaName,
    Optional<List<String>> keywords,
    Optional<String> status,
    Map<String, String> provenance) {

  private static final List<String> STATUSES = List.of("draft", "published", "archived");

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException if a value cannot be, or nothing is given; it names the
   *     argument
   */
  public CourseDraft {
    title = Given.words("title", title);
    slug = Given.words("slug", slug);
    if (!slug.map(Slug::isUsable).orElse(true)) {
      throw Given.invalid(
          "slug", "\"" + Given.shown(slug.get()) + "\" is none: a-z, 0-9, - and _ alone are");
    }
    brief.ifPresent(text -> Given.text("brief", text));
    persona = Given.words("persona", persona);
    personaName = Given.words("persona name", personaName);
    keywords = keywords.map(words -> Given.words("keyword", words));
    status = status.map(word -> Given.oneOf("status", STATUSES, word));
    provenance = Given.words("provenance", provenance);
    if (brief.isPresent() && (title.isPresent() || slug.isPresent())) {
      throw Given.invalid("brief", "says title and slug itself; give it, or them");
    }
    boolean none =
        title.isEmpty()
            && slug.isEmpty()
            && brief.isEmpty()
            && persona.isEmpty()
            && personaName.isEmpty()
            && keywords.isEmpty()
            && status.isEmpty()
            && provenance.isEmpty();
    if (none) {
      throw Given.invalid("course", "is given without a single value");
    }
  }

  /** Begins a draft without a value. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what is given. Not for use by several threads. */
  public static final class Builder {

    private Optional<String> title = Optional.empty();
    private Optional<String> slug = Optional.empty();
    private Optional<String> brief = Optional.empty();
    private Optional<String> persona = Optional.empty();
    private Optional<String> personaName = Optional.empty();
    private Optional<List<String>> keywords = Optional.empty();
    private Optional<String> status = Optional.empty();
    private final Map<String, String> provenance = new LinkedHashMap<>();

    private Builder() {}

    public Builder title(String given) {
      title = Optional.of(given);
      return this;
    }

    public Builder slug(String given) {
      slug = Optional.of(given);
      return this;
    }

    public Builder brief(String markdown) {
      brief = Optional.of(markdown);
      return this;
    }

    public Builder persona(String personaSlug) {
      persona = Optional.of(personaSlug);
      return this;
    }

    /** The persona with its name. */
    public Builder persona(String personaSlug, String name) {
      personaName = Optional.of(name);
      return persona(personaSlug);
    }

    /** Replaces the keywords known so far; none clears them. */
    public Builder keywords(List<String> given) {
      keywords = Optional.of(List.copyOf(given));
      return this;
    }

    public Builder keywords(String... given) {
      return keywords(List.of(given));
    }

    public Builder status(String given) {
      status = Optional.of(given);
      return this;
    }

    /** Adds one fact of how the course came to be, or replaces the one of that name. */
    public Builder provenance(String name, String value) {
      provenance.put(name, value);
      return this;
    }

    /**
     * The draft.
     *
     * @throws IllegalArgumentException if a value cannot be, or nothing is given
     */
    public CourseDraft build() {
      return new CourseDraft(
          title, slug, brief, persona, personaName, keywords, status, provenance);
    }
  }
}

package io.creatoros.core.persist;

import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A lesson. Values that are not given stay as they are.
 *
 * @param label its place in the course; a file that has it already is updated where it lies
 * @param markdown its text, stored exactly as given; its title is what its first heading says
 * @param title names a new file when no slug is given; by default the title that the text tells
 * @param slug the rest of a new file's name after the label, such as {@code first-steps}
 * @param voiceFidelity how close the voice came, from 0 to 1, rounded to two digits
 * @param status {@code draft}, {@code reviewed}, {@code published} or {@code archived}
 * @param generationSeconds how long it took to generate, rounded to milliseconds
 * @param generationCostUsd what it cost to generate, in US dollars, rounded to six digits
 * @param retries how often its generation was retried
 * @param provenance how it came to be, by name (generator, model, prompt version)
 */
public record LessonDraft(
    LessonLabel label,
    String markdown,
    Optional<String> title,
    Optional<String> slug,
    Optional<BigDecimal> voiceFidelity,
    Optional<String> status,
    Optional<BigDecimal> generationSeconds,
    Optional<BigDecimal> generationCostUsd,
    Optional<Integer> retries,
    Map<String, String> provenance) {

  private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,99}");
  private static final List<String> STATUSES =
      List.of("draft", "reviewed", "published", "archived");

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException if a value cannot be; it names the argument
   */
  public LessonDraft {
    Given.text("markdown", markdown);
    title = Given.words("title", title);
    slug = slug.map(LessonDraft::slug);
    voiceFidelity = voiceFidelity.map(ratio -> Given.ratio("voice fidelity", ratio));
    status = status.map(word -> Given.oneOf("status", STATUSES, word));
    generationSeconds =
        generationSeconds.map(seconds -> Given.amount("generation seconds", seconds, 3));
    generationCostUsd = generationCostUsd.map(cost -> Given.amount("generation cost", cost, 6));
    retries.ifPresent(count -> Given.count("retries", count));
    provenance = Given.words("provenance", provenance);
  }

  private static String slug(String given) {
    String slug = Normalizer.normalize(Given.words("slug", given), Normalizer.Form.NFC);
    if (!SLUG.matcher(slug).matches()) {
      throw Given.invalid(
          "slug", "\"" + Given.shown(slug) + "\" is not made of letters, digits, - and _ alone");
    }
    return slug;
  }

  /** A lesson of which nothing but its text is known. */
  public static LessonDraft of(LessonLabel label, String markdown) {
    return builder(label, markdown).build();
  }

  /**
   * The same, by its label as written.
   *
   * @throws IllegalArgumentException if that is no label
   */
  public static LessonDraft of(String label, String markdown) {
    return of(LessonLabels.parse(label), markdown);
  }

  /** Begins a draft. */
  public static Builder builder(LessonLabel label, String markdown) {
    return new Builder(label, markdown);
  }

  /**
   * Begins a draft.
   *
   * @param label its label as written, such as {@code 1.2}, {@code 4A.1} or {@code 2.1-mac}
   * @throws IllegalArgumentException if that is no label
   */
  public static Builder builder(String label, String markdown) {
    return builder(LessonLabels.parse(label), markdown);
  }

  /** Collects what is given. Not for use by several threads. */
  public static final class Builder {

    private final LessonLabel label;
    private final String markdown;
    private Optional<String> title = Optional.empty();
    private Optional<String> slug = Optional.empty();
    private Optional<BigDecimal> voiceFidelity = Optional.empty();
    private Optional<String> status = Optional.empty();
    private Optional<BigDecimal> generationSeconds = Optional.empty();
    private Optional<BigDecimal> generationCostUsd = Optional.empty();
    private Optional<Integer> retries = Optional.empty();
    private final Map<String, String> provenance = new LinkedHashMap<>();

    private Builder(LessonLabel label, String markdown) {
      this.label = label;
      this.markdown = markdown;
    }

    public Builder title(String given) {
      title = Optional.of(given);
      return this;
    }

    public Builder slug(String given) {
      slug = Optional.of(given);
      return this;
    }

    public Builder voiceFidelity(BigDecimal ratio) {
      voiceFidelity = Optional.of(ratio);
      return this;
    }

    public Builder status(String given) {
      status = Optional.of(given);
      return this;
    }

    public Builder generationSeconds(BigDecimal seconds) {
      generationSeconds = Optional.of(seconds);
      return this;
    }

    public Builder generationCostUsd(BigDecimal cost) {
      generationCostUsd = Optional.of(cost);
      return this;
    }

    public Builder retries(int count) {
      retries = Optional.of(count);
      return this;
    }

    /** Adds one fact of how the lesson came to be, or replaces the one of that name. */
    public Builder provenance(String name, String value) {
      provenance.put(name, value);
      return this;
    }

    /**
     * The draft.
     *
     * @throws IllegalArgumentException if a value cannot be
     */
    public LessonDraft build() {
      return new LessonDraft(
          label,
          markdown,
          title,
          slug,
          voiceFidelity,
          status,
          generationSeconds,
          generationCostUsd,
          retries,
          provenance);
    }
  }
}

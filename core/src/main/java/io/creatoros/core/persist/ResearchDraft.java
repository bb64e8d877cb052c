package io.creatoros.core.persist;

import java.util.Optional;

/**
 * Reports of market research in Markdown, stored exactly as given. What is not given stays as it
 * is.
 *
 * @param marketAnalysis the analysis of the market
 * @param contentGaps what courses of others leave out
 * @param differentiation how this course differs
 * @param sources the list of sources
 * @param competitors how many competitors were analysed; counts where no report tells
 */
public record ResearchDraft(
    Optional<String> marketAnalysis,
    Optional<String> contentGaps,
    Optional<String> differentiation,
    Optional<String> sources,
    Optional<Integer> competitors) {

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException if a value cannot be stored, or nothing is given; it names the
   *     argument
   */
  public ResearchDraft {
    marketAnalysis.ifPresent(text -> Given.text("market analysis", text));
    contentGaps.ifPresent(text -> Given.text("content gaps", text));
    differentiation.ifPresent(text -> Given.text("differentiation", text));
    sources.ifPresent(text -> Given.text("sources", text));
    competitors.ifPresent(count -> Given.count("competitors", count));
    if (marketAnalysis.isEmpty()
        && contentGaps.isEmpty()
        && differentiation.isEmpty()
        && sources.isEmpty()
        && competitors.isEmpty()) {
      throw Given.invalid("research", "is given without a report");
    }
  }

  /** Begins a draft without a report. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what is given. Not for use by several threads. */
  public static final class Builder {

    private Optional<String> marketAnalysis = Optional.empty();
    private Optional<String> contentGaps = Optional.empty();
    private Optional<String> differentiation = Optional.empty();
    private Optional<String> sources = Optional.empty();
    private Optional<Integer> competitors = Optional.empty();

    private Builder() {}

    public Builder marketAnalysis(String markdown) {
      marketAnalysis = Optional.of(markdown);
      return this;
    }

    public Builder contentGaps(String markdown) {
      contentGaps = Optional.of(markdown);
      return this;
    }

    public Builder differentiation(String markdown) {
      differentiation = Optional.of(markdown);
      return this;
    }

    public Builder sources(String markdown) {
      sources = Optional.of(markdown);
      return this;
    }

    public Builder competitors(int count) {
      competitors = Optional.of(count);
      return this;
    }

    /**
     * The draft.
     *
     * @throws IllegalArgumentException if a value cannot be stored, or nothing is given
     */
    public ResearchDraft build() {
      return new ResearchDraft(marketAnalysis, contentGaps, differentiation, sources, competitors);
    }
  }
}

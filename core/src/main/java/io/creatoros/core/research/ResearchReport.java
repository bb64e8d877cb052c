package io.creatoros.core.research;

import io.creatoros.core.reading.Understood;
import java.util.Optional;

/**
 * A report of market research.
 *
 * @param topic which of the four reports it is; absent for others
 * @param title its title
 * @param competitors how many competing courses were analysed, where the report says so
 * @param summary its first paragraph of prose, shortened
 */
public record ResearchReport(
    Optional<Topic> topic,
    Optional<String> title,
    Optional<Integer> competitors,
    Optional<String> summary)
    implements Understood {

  /** The four reports. */
  public enum Topic {
    MARKET_ANALYSIS,
    GAP_ANALYSIS,
    DIFFERENTIATION_STRATEGY,
    SOURCES_LIST
  }
}

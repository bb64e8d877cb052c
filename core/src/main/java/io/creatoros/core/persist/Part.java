package io.creatoros.core.persist;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.research.ResearchReport.Topic;
import io.creatoros.core.research.Topics;
import java.util.Optional;

/** The files that a course has one of. */
enum Part {
  BRIEF("brief", "COURSE-BRIEF.md"),
  CURRICULUM("curriculum", "curriculum.yaml"),
  OUTLINE("outline", "course-outline.md"),
  MARKET_ANALYSIS("market analysis", "research/market-analysis.md"),
  CONTENT_GAPS("report of content gaps", "research/content-gaps.md"),
  DIFFERENTIATION("report of differentiation", "research/differentiation.md"),
  SOURCES("list of sources", "research/sources.md");

  private final String words;
  private final ArtifactPath path;

  Part(String words, String path) {
    this.words = words;
    this.path = new ArtifactPath(path);
  }

  /** What it is called. */
  String words() {
    return words;
  }

  /** Where it lies unless it lies elsewhere already. */
  ArtifactPath path() {
    return path;
  }

  /** The part that a file plays, if any. */
  static Optional<Part> of(ArtifactPath path, ArtifactKind kind) {
    return switch (kind) {
      case BRIEF -> Optional.of(BRIEF);
      case CURRICULUM -> Optional.of(CURRICULUM);
      case OUTLINE -> Optional.of(OUTLINE);
      case RESEARCH_REPORT -> Topics.of(path).map(Part::of);
      default -> Optional.empty();
    };
  }

  private static Part of(Topic topic) {
    return switch (topic) {
      case MARKET_ANALYSIS -> MARKET_ANALYSIS;
      case GAP_ANALYSIS -> CONTENT_GAPS;
      case DIFFERENTIATION_STRATEGY -> DIFFERENTIATION;
      case SOURCES_LIST -> SOURCES;
    };
  }
}

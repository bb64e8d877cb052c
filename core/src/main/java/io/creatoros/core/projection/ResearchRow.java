package io.creatoros.core.projection;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.research.ResearchReport;
import io.creatoros.core.research.ResearchReport.Topic;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The row of a course in {@code market_research}; none for a course without reports. */
final class ResearchRow {

  private ResearchRow() {}

  static Optional<TypedRow> of(CourseParts parts, LongTexts texts) {
    List<CourseFile> reports = parts.byRank(ArtifactKind.RESEARCH_REPORT);
    if (reports.isEmpty()) {
      return Optional.empty();
    }
    Map<Topic, CourseFile> byTopic = byTopic(reports);
    RowBuilder row = new RowBuilder(RowTable.MARKET_RESEARCH, "");
    Map<String, String> summaries = new TreeMap<>();
    byTopic.forEach(
        (topic, file) -> {
          row.longText(column(topic), texts.of(file));
          said(file)
              .flatMap(ResearchReport::summary)
              .ifPresent(s -> summaries.put(column(topic), s));
        });
    if (!summaries.isEmpty()) {
      row.json("research_summary", summaries);
    }
    return Optional.of(
        row.number(
                "competitors_analyzed",
                competitors(byTopic)
                    .or(() -> parts.record().flatMap(part -> part.said().competitorsAnalyzed())))
            .plainUnlessEmpty(
                "other_reports",
                reports.stream()
                    .filter(file -> !byTopic.containsValue(file))
                    .map(file -> file.path().value())
                    .sorted()
                    .toList())
            .build());
  }

  /** The report that stands for each topic; the plainest name where there are several. */
  static Map<Topic, CourseFile> byTopic(List<CourseFile> ranked) {
    Map<Topic, CourseFile> byTopic = new EnumMap<>(Topic.class);
    for (CourseFile file : ranked) {
      said(file)
          .flatMap(ResearchReport::topic)
          .ifPresent(topic -> byTopic.putIfAbsent(topic, file));
    }
    return byTopic;
  }

  private static Optional<Integer> competitors(Map<Topic, CourseFile> byTopic) {
    return byTopic.values().stream()
        .map(file -> said(file).flatMap(ResearchReport::competitors).orElse(null))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Optional<ResearchReport> said(CourseFile file) {
    return file.facts().as(ResearchReport.class);
  }

  private static String column(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }
}

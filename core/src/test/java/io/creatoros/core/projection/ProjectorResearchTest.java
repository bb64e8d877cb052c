package io.creatoros.core.projection;

import static io.creatoros.core.projection.CourseOfFacts.hash;
import static io.creatoros.core.projection.CourseOfFacts.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.research.ResearchReport;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The row of market research, of which a course has one at most. */
class ProjectorResearchTest {

  @Test
  void assembleShouldTakeThePlainestOfSeveralReportsOfATopic() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("research/market-research-complete.md", report(Optional.of(7)))
            .with("research/market-analysis.md", report(Optional.of(12)))
            .with(
                "research/deep-dive-ovens.md",
                new ResearchReport(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    TypedRow row = course.row(RowTable.MARKET_RESEARCH, "");
    assertThat(row.texts())
        .isEqualTo(Map.of("market_analysis", hash("research/market-analysis.md")));
    assertThat(row.values())
        .containsEntry("competitors_analyzed", "12")
        .containsEntry(
            "other_reports",
            "[\"research/deep-dive-ovens.md\",\"research/market-research-complete.md\"]");
    assertThat(course.codes()).contains("REPORT_SEVERAL");
  }

  @Test
  void assembleShouldGiveNoResearchRowWhenThereIsNoReport() {
    assertThat(new CourseOfFacts("baking").lesson("lessons/1.1-a.md").rows().rows())
        .extracting(row -> row.key().table())
        .containsExactly(
            RowTable.CONTENT_PIECES, RowTable.COURSE_METADATA, RowTable.COURSE_LESSONS);
  }
}

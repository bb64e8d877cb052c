package io.creatoros.core.projection;

import static io.creatoros.core.projection.CourseOfFacts.brief;
import static io.creatoros.core.projection.CourseOfFacts.curriculum;
import static io.creatoros.core.projection.CourseOfFacts.planned;
import static io.creatoros.core.projection.CourseOfFacts.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowTable;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a course has rows, and that they follow from its files alone. */
class ProjectorTest {

  @Test
  void assembleShouldGiveNoRowsWhenCourseHasNoFiles() {
    assertThat(new CourseOfFacts("baking").rows().rows()).isEmpty();
  }

  @Test
  void assembleShouldGiveNoRowsToLooseFilesBesideCourses() {
    CourseOfFacts loose = new CourseOfFacts(CourseId.ROOT.path()).with("README.md");
    assertThat(loose.rows().rows()).isEmpty();

    CourseOfFacts taught = loose.lesson("lessons/1.1-a.md");
    assertThat(taught.row(RowTable.CONTENT_PIECES)).containsEntry("title", "\"Workspace\"");
  }

  @Test
  void assembleShouldGiveNoRowsWhenAFolderHoldsOnlyNotes() {
    CourseOfFacts collection = new CourseOfFacts("workshops").with("README.md").with("ideas.md");
    assertThat(collection.rows().rows()).isEmpty();

    assertThat(collection.with("sources/talk.txt").rows().rows()).isNotEmpty();
  }

  @Test
  void assembleShouldNotDependOnTheOrderOfFiles() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("COURSE-BRIEF.md", brief(Optional.of("T"), Optional.empty(), Optional.empty()))
            .with("curriculum.yaml", curriculum(planned("5.1", "A", Optional.empty(), 3)))
            .lesson("lessons/5.1-a.md")
            .lesson("lessons/5.1-b.md")
            .with("research/market-analysis.md", report(Optional.empty()))
            .with("research/market-research-2.md", report(Optional.empty()));
    CourseRows rows = course.rows();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(course.files(), new Random(seed));
      assertThat(course.rows()).isEqualTo(rows);
    }
  }
}

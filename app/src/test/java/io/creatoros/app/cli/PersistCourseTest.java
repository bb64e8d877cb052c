package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What generators store of a course besides lessons: brief, curriculum, research and scores. */
class PersistCourseTest extends PersistingMachine {

  @Test
  void briefShouldBeStoredWithWhatIsKnownOfTheCourse() throws IOException {
    machine.write("brief.md", "# Coffee at home\n");

    Machine.Ran ran =
        machine.run(
            "persist",
            "brief",
            "courses/coffee",
            "--file",
            "brief.md",
            "--persona",
            "ana_prado",
            "--persona-name",
            "Ana Prado",
            "--keyword",
            "coffee",
            "--keyword",
            "home",
            "--status",
            "draft");

    assertThat(ran.code()).isZero();
    assertThat(machine.read("courses/coffee/COURSE-BRIEF.md")).isEqualTo("# Coffee at home\n");
    assertThat(TestJson.object(machine.read("courses/coffee/.record/course.json")))
        .containsEntry("persona", "ana_prado")
        .containsEntry("personaName", "Ana Prado")
        .containsEntry("keywords", List.of("coffee", "home"));
  }

  @Test
  void curriculumAndOutlineShouldBeStored() throws IOException {
    machine.write("outline.md", "# Outline\n");

    Machine.Ran both =
        machine.pipe(
            "title: Coffee\n",
            "persist",
            "curriculum",
            "coffee",
            "--file",
            "-",
            "--outline",
            "outline.md");
    Machine.Ran one = machine.pipe("title: Tea\n", "persist", "curriculum", "tea");

    assertThat(List.of(both.code(), one.code())).containsOnly(0);
    assertThat(machine.read("coffee/curriculum.yaml")).isEqualTo("title: Coffee\n");
    assertThat(machine.read("coffee/course-outline.md")).isEqualTo("# Outline\n");
    assertThat(machine.read("tea/curriculum.yaml")).isEqualTo("title: Tea\n");
  }

  @Test
  void researchShouldBeStored() throws IOException {
    machine.write("market.md", "# Market\n");

    Machine.Ran ran =
        machine.pipe(
            "# Gaps\n",
            "persist",
            "research",
            "coffee",
            "--market-analysis",
            "market.md",
            "--content-gaps",
            "-",
            "--competitors",
            "4");

    assertThat(ran.code()).isZero();
    assertThat(machine.read("coffee/research/market-analysis.md")).isEqualTo("# Market\n");
    assertThat(ran.out()).contains("content-gaps.md  written");
  }

  @Test
  void scoreShouldBeStoredForACourseAndForALesson() throws IOException {
    machine.pipe(LESSON, "persist", "lesson", "coffee", "1.2");

    Machine.Ran course = machine.run("persist", "score", "coffee", "--fidelity", "0.93");
    Machine.Ran lesson = machine.run("persist", "score", "coffee", "1.2", "--fidelity", "0.88");
    Machine.Ran verdict =
        machine.run(
            "persist",
            "score",
            "coffee",
            "1.2",
            "--verdict",
            "warning",
            "--issue",
            "error: no goal",
            "--issue",
            "too short",
            "--reviewer",
            "Rui");

    assertThat(List.of(course.code(), lesson.code(), verdict.code())).containsOnly(0);
    assertThat(machine.read("coffee/.record/course.json")).contains("0.93");
    assertThat(machine.read("coffee/.record/1.2.json"))
        .contains("0.88", "\"warning\"", "no goal", "\"error\"", "too short", "Rui");
  }
}

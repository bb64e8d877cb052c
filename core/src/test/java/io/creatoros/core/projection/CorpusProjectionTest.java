package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.finding.CourseFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real course folders project to the title, the lessons and the findings that a person sees. */
class CorpusProjectionTest {

  private static final Path CORPUS = Path.of("../../shared/corpus").toAbsolutePath().normalize();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "current/agencia-ia | Agência IA Express | 27 | 4 | 42 | 0",
        "current/claude-code | Claude Code Expert | 11 | 3 | 10 | 0",
        "current/dominando-obsidian | Dominando Obsidian | 22 | 6 | 22 | 0",
        "current/github-essencial | GitHub Essencial | 17 | 5 | 17 | 0",
        "current/meu-clone-ia | Meu Clone IA | 10 | 3 | 10 | 0",
        "current/notebooklm-express | O Segundo Cérebro Lendário | 16 | 5 | 16 | 0",
        "current/nova-formacao/trilha-3-dados-performance | Trilha 3 | 35 | 5 | - | 35",
        "earlier/github-essencial | GitHub Essencial | 16 | 5 | 16 | 0"
      })
  void assembleShouldFindEveryLessonWhenCourseIsReal(
      String course, String title, int lessons, int modules, String listed, int scripts)
      throws IOException {
    CourseRows rows = rows(course);

    assertThat(row(rows, RowTable.CONTENT_PIECES).values().get("title")).startsWith("\"" + title);
    assertThat(row(rows, RowTable.CONTENT_PIECES).values()).containsEntry("language", "\"pt\"");
    TypedRow metadata = row(rows, RowTable.COURSE_METADATA);
    assertThat(metadata.values())
        .containsEntry("total_lessons", Integer.toString(lessons))
        .containsEntry("total_modules", Integer.toString(modules))
        .containsEntry("total_scripts", Integer.toString(scripts));
    assertThat(metadata.values().get("listed_lessons")).isEqualTo(listed);
    assertThat(rows.rows().stream().filter(CorpusProjectionTest::isLesson))
        .hasSize(lessons)
        .allMatch(row -> row.values().containsKey("validation_status"))
        .allMatch(row -> row.texts().containsKey("content_markdown"))
        .allMatch(
            row -> row.values().containsKey("lesson_id") || row.key().path().contains("BONUS"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "current/agencia-ia | BRIEF_MISSING CURRICULUM_COUNT_DIFFERS CURRICULUM_SEVERAL"
            + " LESSONS_NOT_WRITTEN PLANNED_LESSON_DIFFERS REPORT_SEVERAL YAML_INVALID",
        "current/claude-code | LESSONS_INCOMPLETE LESSONS_NOT_PLANNED PLANNED_FILE_ABSENT"
            + " PLANNED_LESSON_DIFFERS",
        "current/dominando-obsidian | BRIEF_NOT_FILLED_IN LESSONS_INCOMPLETE",
        "current/meu-clone-ia | BRIEF_MISSING LESSONS_INCOMPLETE QUIZ_IS_MARKDOWN",
        "current/notebooklm-express | LESSONS_INCOMPLETE",
        "current/nova-formacao/trilha-3-dados-performance | BRIEF_COUNT_DIFFERS"
            + " CURRICULUM_MISSING"
      })
  void assembleShouldTellWhatACreatorWouldWantToKnowWhenCourseIsReal(String course, String codes)
      throws IOException {
    assertThat(rows(course).findings().stream().map(CourseFinding::code).map(Enum::name))
        .as("findings of %s", course)
        .containsOnly(codes.split(" "));
  }

  private static CourseRows rows(String course) throws IOException {
    Path folder = CORPUS.resolve(course);
    assumeTrue(
        Files.isDirectory(folder), "there are no real course folders beside the project to run on");
    List<CourseFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(path);
        ArtifactPath key = new ArtifactPath(folder.relativize(path).toString());
        files.add(
            new CourseFile(key, Sha256.of(bytes), bytes.length, true, Readers.read(key, bytes)));
      }
    }
    return Projector.assemble(new CourseId(course), files);
  }

  private static TypedRow row(CourseRows rows, RowTable table) {
    return rows.rows().stream()
        .filter(row -> row.key().equals(new RowKey(table, "")))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isLesson(TypedRow row) {
    return row.key().table() == RowTable.COURSE_LESSONS;
  }
}

package io.creatoros.core.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real courses: which files are lessons, and that each is understood. */
class LessonCorpusTest {

  @ParameterizedTest
  @CsvSource({
    "current/agencia-ia, 27, 0, 2",
    "current/claude-code, 11, 0, 0",
    "current/dominando-obsidian, 22, 0, 39",
    "current/github-essencial, 17, 0, 0",
    "current/meu-clone-ia, 10, 0, 0",
    "current/notebooklm-express, 16, 0, 0",
    "current/nova-formacao/trilha-3-dados-performance, 35, 35, 0",
    "earlier/github-essencial, 16, 0, 0"
  })
  void readShouldKnowAndUnderstandEveryLesson(
      String course, int lessons, int scripts, int transcripts) throws IOException {
    Path folder = corpus().resolve(course);

    assertThat(files(folder, ArtifactKind.LESSON)).hasSize(lessons);
    assertThat(files(folder, ArtifactKind.SCRIPT)).hasSize(scripts);
    assertThat(files(folder, ArtifactKind.TRANSCRIPT)).hasSize(transcripts);
    for (ArtifactPath path : files(folder, ArtifactKind.LESSON)) {
      Understanding understanding =
          new LessonReader()
              .read(new SourceText(path, Files.readString(folder.resolve(path.value()))));
      Lesson lesson = (Lesson) understanding.understood().orElseThrow();
      boolean bonus = path.fileName().startsWith("BONUS");
      assertThat(understanding.findings()).as(path.value()).isEmpty();
      assertThat(lesson.label().isEmpty()).as(path.value()).isEqualTo(bonus);
      assertThat(lesson.title()).as(path.value()).doesNotContainPattern("^(?i)(aula )?\\d+\\.\\d+");
      assertThat(lesson.language()).as(path.value()).contains("pt");
      assertThat(lesson.durationMinutes()).as(path.value()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource("current/nova-formacao/trilha-3-dados-performance")
  void readShouldTellTheLessonOfEveryScript(String course) throws IOException {
    Path folder = corpus().resolve(course);

    for (ArtifactPath path : files(folder, ArtifactKind.SCRIPT)) {
      String text = Files.readString(folder.resolve(path.value()));
      Spoken spoken =
          (Spoken) new SpokenReader().read(new SourceText(path, text)).understood().orElseThrow();
      assertThat(spoken.label()).as(path.value()).isPresent();
    }
  }

  private static List<ArtifactPath> files(Path folder, ArtifactKind kind) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> new ArtifactPath(folder.relativize(file).toString().replace('\\', '/')))
          .filter(path -> ArtifactKind.of(path) == kind)
          .sorted()
          .toList();
    }
  }

  private static Path corpus() {
    Path corpus = Path.of("../../shared/corpus").toAbsolutePath().normalize();
    assumeTrue(
        Files.isRegularFile(corpus.resolve("SHA256SUMS")),
        "there are no real course folders beside the project to run on");
    return corpus;
  }
}

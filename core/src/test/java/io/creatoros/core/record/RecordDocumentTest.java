package io.creatoros.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.Block;
import io.creatoros.core.text.MarkdownReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/records.md} are read as they stand. */
class RecordDocumentTest {

  @Test
  void exampleOfCourseShouldBeUnderstoodWhole() throws IOException {
    Understanding understanding = reading("json course", RecordPaths.course());

    CourseRecord record = (CourseRecord) understanding.understood().orElseThrow();
    assertThat(understanding.findings()).isEmpty();
    assertThat(record.voiceFidelity()).isPresent();
    assertThat(record.publishedAt()).isPresent();
    assertThat(record.reviews()).hasSize(1);
    assertThat(record.keywords()).isNotEmpty();
    assertThat(record.competitorsAnalyzed()).isPresent();
    assertThat(record.provenance()).isNotEmpty();
  }

  @Test
  void exampleOfLessonShouldBeUnderstoodWhole() throws IOException {
    Understanding understanding = reading("json lesson", new ArtifactPath(".record/1.2.json"));

    LessonRecord record = (LessonRecord) understanding.understood().orElseThrow();
    assertThat(understanding.findings()).isEmpty();
    assertThat(record.label()).isPresent();
    assertThat(record.path()).isPresent();
    assertThat(record.review().orElseThrow().issues()).hasSize(1);
    assertThat(record.generationSeconds()).isPresent();
    assertThat(record.generationCostUsd()).isPresent();
    assertThat(record.retries()).isPresent();
  }

  private static Understanding reading(String info, ArtifactPath path) throws IOException {
    String document = Files.readString(Path.of("../docs/records.md"));
    String json =
        MarkdownReader.read(document).blocks().stream()
            .filter(block -> block instanceof Block.Code code && code.info().equals(info))
            .map(Block::text)
            .findFirst()
            .orElseThrow();
    return new RecordReader().read(new SourceText(path, json));
  }
}

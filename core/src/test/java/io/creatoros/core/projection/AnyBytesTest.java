package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.reading.FileFacts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, and whatever its name makes it, it is read and projected. */
class AnyBytesTest {

  private static final List<String> PATHS =
      List.of(
          "COURSE-BRIEF.md",
          "course-outline.md",
          "curriculum.yaml",
          "lessons/1.1-a.md",
          "lessons/5.1-b.md",
          "roteiros/1.1-a-roteiro.md",
          "aula_01_x-pt-BR.vtt",
          "transcricoes/aula.txt",
          "research/market-analysis.md",
          "research/sources.md",
          "assessments/quiz-modulo-1.yaml",
          "assessments/final-project.md",
          "assessments/quiz.json",
          ".record/course.json",
          ".record/1.1.json",
          "resources/x.bin",
          "foto.jpg");

  private static final List<String> FRAGMENTS =
      List.of(
          "---\n",
          "title: Pão\n",
          "  - id: 1.10\n",
          "modules:\n",
          "lessons: 5\n",
          "&a [*a, *a]\n",
          "<<: *a\n",
          "\"\\0\\ud800\"",
          "{\"sha256\":\"00\",\"reviews\":[{}],\"voiceFidelity\":1e999}",
          "{\"a\":[[[[[[",
          "# Aula 4A.1: Massa\n",
          "## 1️⃣ INFORMAÇÕES\n",
          "**Título do Curso:**\n```\nX\n```\n",
          "```\n",
          "- [x] 🔧 TÉCNICO\n",
          "## G - GOAL ✅\n",
          "🗺️",
          "## S\n### a\n### b\n",
          "1. uma\n2. duas\n",
          "> > > > >",
          "Por que isso importa?",
          "00:01 --> 00:02\n",
          "\r\n",
          "\uFEFF",
          "\u0000",
          "\t",
          "999999999999999999999999",
          "é\u0301\u200D👩‍🏫");

  static Stream<Long> seeds() {
    return IntStream.range(0, 200).mapToObj(Long::valueOf);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readAndAssembleShouldSucceedWhateverTheBytes(long seed) {
    Random random = new Random(seed);
    List<CourseFile> files = new ArrayList<>();
    for (String path : PATHS) {
      byte[] bytes = random.nextBoolean() ? noise(random) : fragments(random);
      ArtifactPath artifact = new ArtifactPath(path);

      FileFacts facts = Readers.read(artifact, bytes);
      StoredFacts stored = FactsJson.write(facts);

      assertThat(Readers.read(artifact, bytes)).isEqualTo(facts);
      assertThat(FactsJson.read(stored)).contains(facts);
      assertThat(stored.json()).doesNotContain("\\u0000", "\u0000");
      files.add(new CourseFile(artifact, Sha256.of(bytes), bytes.length, true, facts));
    }

    CourseRows rows = Projector.assemble(new CourseId("any"), files);

    assertThat(rows.rows()).extracting(row -> row.key().path()).contains("lessons/1.1-a.md");
    rows.rows()
        .forEach(row -> assertThat(row.values().toString()).doesNotContain("\\u0000", "\u0000"));
    rows.texts().values().forEach(text -> assertThat(text).doesNotContain("\u0000"));
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(600)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] fragments(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int count = random.nextInt(40);
    for (int i = 0; i < count; i++) {
      String fragment = FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
      out.writeBytes(
          fragment.getBytes(
              random.nextInt(12) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
      if (random.nextInt(15) == 0) {
        out.write(random.nextInt(256));
      }
    }
    return out.toByteArray();
  }
}

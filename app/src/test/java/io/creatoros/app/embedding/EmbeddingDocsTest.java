package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show of code is what the samples hold, and thus compiled and run. */
class EmbeddingDocsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```");
  private static final Pattern POM = Pattern.compile("(?ms)^```xml\\n(.*?)^```");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/embedding.md", "docs/writing-an-adapter.md"})
  void codeShouldStandInASample(String document) throws IOException {
    String text = Files.readString(ROOT.resolve(document));
    List<String> shown = JAVA.matcher(text).results().map(block -> block.group(1)).toList();
    List<String> sources = SampleProject.sources();

    assertThat(shown).isNotEmpty();
    assertThat(shown)
        .allSatisfy(
            code -> assertThat(sources).anySatisfy(source -> assertThat(source).contains(code)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"embedding", "adapter"})
  void dependenciesShouldStandInThePomOfASample(String sample) throws IOException {
    Path document =
        ROOT.resolve(sample.equals("adapter") ? "docs/writing-an-adapter.md" : "docs/embedding.md");
    String pom = Files.readString(SampleProject.SAMPLES.resolve(sample).resolve("pom.xml"));
    List<String> shown =
        POM.matcher(Files.readString(document)).results().map(block -> block.group(1)).toList();

    assertThat(shown).isNotEmpty();
    assertThat(shown).allSatisfy(block -> assertThat(pom).contains(block));
  }
}

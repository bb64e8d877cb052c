package io.creatoros.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

  private static final String BOMB =
      """
      a: &a ["x","x","x","x","x","x","x","x","x"]
      b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
      c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
      """;

  @TempDir private Path folder;
  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "project:\n"})
  void readShouldGiveNothingWhenNothingIsSet(String text) throws IOException {
    Layer layer = read(text);

    assertThat(problems).isEmpty();
    assertThat(layer.value(Setting.PROJECT)).isEmpty();
  }

  @Test
  void readShouldRefuseAliasesWhenTheFileIsABomb() throws IOException {
    read(BOMB);

    assertThat(problems).last().asString().contains("creatoros.yaml:2", "aliases");
  }

  @Test
  void readShouldRefuseAnAliasWhenAValueIsOne() throws IOException {
    read("project: &p x\norigin: *p\n");

    assertThat(problems).singleElement().asString().contains("aliases are not supported");
  }

  @Test
  void readShouldRefuseDepthWhenItIsNestedTooDeep() throws IOException {
    read("{a: ".repeat(50) + "1" + "}".repeat(50));

    assertThat(problems).singleElement().asString().contains("deeper than 8");
  }

  @Test
  void readShouldRefuseDepthWhenListsAreNestedWithoutEnd() throws IOException {
    read("courses: " + "[".repeat(100_000));

    assertThat(problems).singleElement().asString().contains("creatoros.yaml:1");
  }

  @Test
  void readShouldRefuseSizeWhenTheFileIsNoConfiguration() throws IOException {
    read("#".repeat(300_000));

    assertThat(problems).singleElement().asString().contains("256 KiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- a\n- b\n",
        "just text",
        "project: a\nproject: b\n",
        "project: a\n---\nproject: b\n",
        "project: [a: b]\n",
        "project: 'unclosed\n",
        "\tproject: a\n"
      })
  void readShouldNameTheLineWhenTheFileIsNotAsExpected(String text) throws IOException {
    read(text);

    assertThat(problems).singleElement().asString().containsPattern("creatoros\\.yaml:\\d");
  }

  @Test
  void readShouldReportWhenTheFileIsNoUtf8() throws IOException {
    Path file = folder.resolve("creatoros.yaml");
    Files.write(file, "project: ação".getBytes(StandardCharsets.ISO_8859_1));

    YamlFile.read(file, problems);

    assertThat(problems).singleElement().asString().contains("UTF-8");
  }

  private Layer read(String text) throws IOException {
    Path file = folder.resolve("creatoros.yaml");
    Files.writeString(file, text);
    return YamlFile.read(file, problems);
  }
}

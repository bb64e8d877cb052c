package io.creatoros.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.text.StructuredText.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "007", "2025-01-01", "yes", "0x1F", "1_000", "12:30", "1e3"})
  void readShouldKeepScalarsAsWritten(String written) {
    assertThat(document("a: " + written).text("a")).contains(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "\"\"", "'  '"})
  void readShouldSeeNoTextWhenValueIsNullOrBlank(String written) {
    Value document = document("a: " + written);

    assertThat(document.get("a")).isPresent();
    assertThat(document.text("a")).isEmpty();
  }

  @Test
  void readShouldKeepWordNullWhenItIsQuoted() {
    assertThat(document("a: 'null'").text("a")).contains("null");
  }

  @Test
  void readShouldLeaveOutEmptyDocumentsWhenThereAreSeveral() {
    StructuredText read = YamlReader.read("\uFEFF---\na: 1\n---\n---\n- b\n---\n");

    assertThat(read.problem()).isEmpty();
    assertThat(read.documents()).hasSize(2);
    assertThat(read.documents().get(0).text("a")).contains("1");
    assertThat(read.documents().get(1).line()).isEqualTo(5);
  }

  @Test
  void readShouldFollowAliasesAndMerges() {
    Value document =
        document(
            """
            base: &base {nivel: 1, tom: calmo}
            outra: &outra {tom: alegre, cor: azul}
            um: *base
            dois: {<<: *base, nivel: 2}
            tres: {<<: [*base, *outra]}
            """);

    assertThat(document.get("um").orElseThrow().text("tom")).contains("calmo");
    assertThat(document.get("dois").orElseThrow().text("nivel")).contains("2");
    assertThat(document.get("dois").orElseThrow().text("tom")).contains("calmo");
    assertThat(document.get("tres").orElseThrow().text("tom")).contains("calmo");
    assertThat(document.get("tres").orElseThrow().text("cor")).contains("azul");
  }

  @Test
  void readShouldTakeLastWhenKeyIsThereTwice() {
    assertThat(document("a: 1\nb: 2\na: 3\n").text("a")).contains("3");
  }

  @Test
  void readShouldReplaceWhatDatabasesRefuse() {
    Value document = document("a: \"x\\0y\\uD800z\"\n\"k\\0\": 1\nb: p\u0000q\u0001\n");

    assertThat(document.text("a")).contains("x\uFFFDy\uFFFDz");
    assertThat(document.text("k\uFFFD")).contains("1");
    assertThat(document.text("b")).contains("p\uFFFDq\uFFFD");
  }

  @Test
  void readShouldKeepCharactersBeyondTheBasicPlane() {
    assertThat(document("a: 🎯 Meta").text("a")).contains("🎯 Meta");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: b: c                | 1 | a colon stands
          titulo: "x" e mais     | 1 | does not fit
          a: 1; b: @x            | 2 | quotation marks
          a: 1; b: "sem fim      | 2 | not closed
          a: [1, 2; b: 3         | 2 | [ ] is not closed
          a: {b: 1               | 1 | { } is not closed
          a: 1; sem dois pontos  | 2 | lacks its colon
          a: 1; b: *ausente      | 2 | begins with *
          a: 1;\tb: 2            | 2 | tab
          """)
  void readShouldSayInPlainWordsWhereYamlEnds(String yaml, int line, String reason) {
    Problem problem =
        YamlReader.read(yaml.replace("\\t", "\t").replaceAll("; ?", "\n")).problem().orElseThrow();

    assertThat(problem.line()).isBetween(line, line + 1);
    assertThat(problem.reason()).contains(reason).doesNotContain("\n");
    assertThat(problem.tooLarge()).isFalse();
  }

  @Test
  void readShouldKeepDocumentsBeforeProblem() {
    StructuredText read = YamlReader.read("a: 1\n---\nb: 'x' y\n");

    assertThat(read.documents()).hasSize(1);
    assertThat(read.problem().orElseThrow().line()).isEqualTo(3);
  }

  @Test
  void readShouldEndWithLimitWhenAliasesMultiply() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s, %s, %s]%n".formatted(i, i, before, before, before));
    }

    assertThat(YamlReader.read(bomb.toString()).problem().orElseThrow().tooLarge()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &a [*a]", "&a {b: *a}", "&a [&b [*a, *b]]"})
  void readShouldEndWithLimitWhenValueHoldsItself(String yaml) {
    assertThat(YamlReader.read(yaml).problem().orElseThrow().tooLarge()).isTrue();
  }

  @Test
  void readShouldEndWithLimitWhenTextIsTooLong() {
    assertThat(YamlReader.read("a".repeat(2 << 20)).problem().orElseThrow().tooLarge()).isTrue();
  }

  @Test
  void readShouldReadLargestSensibleCurriculum() {
    String yaml = "- {id: '1.1', title: Mapa, objectives: [um, dois]}\n".repeat(10_000);

    StructuredText read = YamlReader.read(yaml);

    assertThat(read.problem()).isEmpty();
    assertThat(read.documents().get(0).items()).hasSize(10_000);
  }

  private static Value document(String yaml) {
    StructuredText read = YamlReader.read(yaml);
    assertThat(read.problem()).isEmpty();
    List<Value> documents = read.documents();
    assertThat(documents).hasSize(1);
    return documents.get(0);
  }
}

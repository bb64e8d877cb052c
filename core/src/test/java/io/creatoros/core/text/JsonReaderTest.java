package io.creatoros.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.text.StructuredText.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

  @Test
  void readShouldKeepScalarsAsWrittenAndTellLines() {
    Value document =
        JsonReader.read("\uFEFF{\"a\": 1.10,\n \"b\": [true, null, \"x\"],\n \"a2\": 1E3}")
            .documents()
            .get(0);

    assertThat(document.text("a")).contains("1.10");
    assertThat(document.text("a2")).contains("1E3");
    assertThat(document.get("b").orElseThrow().line()).isEqualTo(2);
    assertThat(document.get("b").orElseThrow().items())
        .extracting(Value::text)
        .extracting(text -> text.orElse("-"))
        .containsExactly("true", "-", "x");
  }

  @Test
  void readShouldTakeLastWhenKeyIsThereTwice() {
    assertThat(JsonReader.read("{\"a\": 1, \"a\": 2}").documents().get(0).text("a")).contains("2");
  }

  @Test
  void readShouldReplaceWhatDatabasesRefuse() {
    Value document = JsonReader.read("[\"x\\u0000y\\uD800z\"]").documents().get(0);

    assertThat(document.items().get(0).text()).contains("x\uFFFDy\uFFFDz");
  }

  @Test
  void readShouldFindNothingWhenTextIsBlank() {
    StructuredText read = JsonReader.read(" \n");

    assertThat(read.documents()).isEmpty();
    assertThat(read.problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": 1          | 1 | ends before
          {"a": 1;"b": 2}  | 2 | missing
          {"a" 1}          | 1 | missing
          {} {}            | 1 | after the end
          {'a': 1}         | 1 | missing
          """,
      quoteCharacter = '`')
  void readShouldSayInPlainWordsWhereJsonEnds(String json, int line, String reason) {
    Problem problem = JsonReader.read(json.replace(';', '\n')).problem().orElseThrow();

    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.reason()).contains(reason).doesNotContain("\n");
    assertThat(problem.tooLarge()).isFalse();
  }

  @Test
  void readShouldEndWithLimitWhenTextNestsTooDeeply() {
    assertThat(JsonReader.read("[".repeat(100_000)).problem().orElseThrow().tooLarge()).isTrue();
  }
}

package io.creatoros.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMergeTest {

  private static final String GIVEN = "{\"schema\": \"creatoros.record/1\", \"retries\": 2}";

  @Test
  void withShouldWriteNewRecordInOrder() throws Exception {
    assertThat(
            merged(Optional.empty(), "{\"retries\":2,\"x\":1,\"schema\":\"s\",\"status\":\"a\"}"))
        .isEqualTo(
            """
            {
              "schema": "s",
              "status": "a",
              "retries": 2,
              "x": 1
            }
            """);
  }

  @Test
  void withShouldReplaceWhatIsGivenAndKeepTheRest() throws Exception {
    assertThat(merged(Optional.of("{\"retries\":1,\"z\":[1,{}],\"a\":0.10}"), GIVEN))
        .isEqualTo(
            """
            {
              "retries": 2,
              "z": [
                1,
                { }
              ],
              "a": 0.10
            }
            """);
  }

  @Test
  void withShouldKeepTheSchemaThatIsNamed() throws Exception {
    assertThat(merged(Optional.of("{\"schema\":\"creatoros.record/2\"}"), GIVEN))
        .contains("creatoros.record/2");
  }

  @Test
  void withShouldKeepBytesWhenNothingChanges() throws Exception {
    String there = "{ \"retries\":2 ,\"a\":1 }";

    assertThat(merged(Optional.of(there), GIVEN)).isEqualTo(there);
  }

  @Test
  void withShouldMergeProvenanceByName() throws Exception {
    String there = "{\"provenance\":{\"z\":\"1\",\"a\":\"1\"}}";
    String given = "{\"provenance\":{\"m\":\"2\",\"z\":\"2\"}}";

    assertThat(merged(Optional.of(there), given).replaceAll("\\s", ""))
        .isEqualTo("{\"provenance\":{\"a\":\"1\",\"m\":\"2\",\"z\":\"2\"}}");
  }

  @Test
  void withShouldReplaceProvenanceThatIsNoObject() throws Exception {
    assertThat(merged(Optional.of("{\"provenance\":[]}"), "{\"provenance\":{\"m\":\"2\"}}"))
        .contains("\"m\": \"2\"");
    assertThat(merged(Optional.of("{\"provenance\":7}"), GIVEN)).contains("\"provenance\": 7");
  }

  @Test
  void withShouldClearKeys() throws Exception {
    byte[] cleared =
        RecordMerge.with(
            Optional.of(bytes("{\"keywords\":[],\"retries\":2}")),
            bytes(GIVEN),
            Set.of("keywords"));

    assertThat(new String(cleared, StandardCharsets.UTF_8)).doesNotContain("keywords");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]              | it holds no JSON object",
        "7               | it holds no JSON object",
        "{               | it is no JSON from line 1 on",
        "{} {}           | it is no JSON from line 1 on",
        "{\"a\":1,\"a\":1} | it is no JSON from line 1 on",
      })
  void withShouldRefuseWhatIsNoObject(String there, String why) {
    assertThatThrownBy(() -> merged(Optional.of(there), GIVEN))
        .isInstanceOf(RecordMerge.UnreadableException.class)
        .hasMessage(why);
  }

  @Test
  void withShouldNameTheLineThatIsNoJson() {
    assertThatThrownBy(() -> merged(Optional.of("{\n\"a\": 1,\n}"), GIVEN))
        .hasMessage("it is no JSON from line 3 on");
  }

  @Test
  void withShouldRefuseWhatIsNoText() {
    byte[] latin = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> RecordMerge.with(Optional.of(latin), bytes(GIVEN), Set.of()))
        .isInstanceOf(RecordMerge.UnreadableException.class);
  }

  @Test
  void withoutReviewsShouldRemoveThoseOfTheFileAlone() {
    String record =
        "{\"reviews\":[{\"path\":\"a.md\"},{\"path\":\"b.md\"},7,{\"path\":\"a.md\",\"x\":1}]}";

    Optional<byte[]> without = RecordMerge.withoutReviews(bytes(record), "a.md");

    assertThat(without)
        .hasValueSatisfying(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.UTF_8).replaceAll("\\s", ""))
                    .isEqualTo("{\"reviews\":[{\"path\":\"b.md\"},7]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}", "{\"reviews\":[{\"path\":\"b.md\"}]}", "{\"reviews\":7}", "[", "[]"})
  void withoutReviewsShouldBeEmptyWhenThereAreNone(String record) {
    assertThat(RecordMerge.withoutReviews(bytes(record), "a.md")).isEmpty();
  }

  private static String merged(Optional<String> there, String given)
      throws RecordMerge.UnreadableException {
    byte[] merged = RecordMerge.with(there.map(RecordMergeTest::bytes), bytes(given), Set.of());
    return new String(merged, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

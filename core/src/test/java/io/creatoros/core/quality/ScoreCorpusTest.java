package io.creatoros.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real lessons get the scores that the first scorer gave them. */
class ScoreCorpusTest {

  @TestFactory
  Stream<DynamicTest> ofShouldGiveScoresOfFirstScorerWhenLessonIsReal() throws IOException {
    Path corpus = corpus();
    JsonNode files =
        new ObjectMapper().readTree(corpus.resolve("scores.json").toFile()).get("files");

    assertThat(files).isNotEmpty();
    return files
        .valueStream()
        .map(file -> DynamicTest.dynamicTest(path(file), () -> check(corpus, file)));
  }

  private static void check(Path corpus, JsonNode expected) throws IOException {
    String text = Files.readString(corpus.resolve(path(expected)));

    LessonScores scores = Scores.of(text);

    assertThat(Words.count(text)).isEqualTo(expected.get("word_count").intValue());
    assertThat(scores.gps().points()).isEqualTo(expected.get("gps_score").intValue());
    assertThat(scores.gps().goal()).isEqualTo(expected.at("/gps_has/goal").booleanValue());
    assertThat(scores.gps().position()).isEqualTo(expected.at("/gps_has/position").booleanValue());
    assertThat(scores.gps().steps()).isEqualTo(expected.at("/gps_has/steps").booleanValue());
    assertThat(scores.didatica().points()).isEqualTo(expected.get("didatica_score").intValue());
    assertThat(scores.didatica().elements()).isEqualTo(points(expected.get("didatica_elements")));
    assertThat(scores).isEqualTo(RubricByRegex.of(text));
  }

  private static Map<String, Integer> points(JsonNode elements) {
    Map<String, Integer> points = new LinkedHashMap<>();
    elements.properties().forEach(each -> points.put(each.getKey(), each.getValue().intValue()));
    return points;
  }

  private static String path(JsonNode file) {
    return file.get("path").textValue();
  }

  private static Path corpus() {
    Path corpus = Path.of("../../shared/corpus").toAbsolutePath().normalize();
    assumeTrue(
        Files.isRegularFile(corpus.resolve("scores.json")),
        "there are no real course folders beside the project to run on");
    return corpus;
  }
}

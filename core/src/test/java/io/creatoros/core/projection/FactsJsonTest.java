package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.reading.FileFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsJsonTest {

  private static final FileFacts FACTS =
      new FileFacts(
          Optional.of("text"), Optional.of(CourseOfFacts.lessonAt("lessons/1.1-a.md")), List.of());

  @Test
  void readShouldGiveBackWhatWasWritten() {
    assertThat(FactsJson.read(FactsJson.write(FACTS))).contains(FACTS);
  }

  @Test
  void readShouldBeEmptyWhenAnotherVersionUnderstoodTheFile() {
    StoredFacts stored = FactsJson.write(FACTS);

    assertThat(FactsJson.read(new StoredFacts(Projector.VERSION + 1, stored.json()))).isEmpty();
  }

  @Test
  void readShouldBeEmptyWhenFactsWereDamaged() {
    for (String damaged :
        List.of("", "{", "[]", "null", "{\"understood\":{\"lesson\":{\"title\":[]}}}")) {
      assertThat(FactsJson.read(new StoredFacts(Projector.VERSION, damaged))).isEmpty();
    }
  }
}

package io.creatoros.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeLevelTest {

  @ParameterizedTest
  @CsvSource({
    "Iniciante, beginner",
    "🟢 BÁSICO, beginner",
    "Intermediário, intermediate",
    "avançado, advanced",
    "Expert, advanced",
    "Iniciante a Intermediário, beginner",
    "advanced/intermediate, intermediate"
  })
  void ofShouldTellLevelWhenTextNamesOne(String text, String level) {
    assertThat(KnowledgeLevel.of(text)).contains(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "todos", "nível"})
  void ofShouldTellNothingWhenTextNamesNone(String text) {
    assertThat(KnowledgeLevel.of(text)).isEmpty();
  }
}

package io.creatoros.core.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.Mutations;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However damaged a curriculum is, reading it neither fails nor takes long. */
class CurriculumPropertyTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String SAMPLE =
      """
      course: {title: Mapas, language: pt-BR, metadata: {total_lessons: 4, duration_hours: 2.5}}
      instructor: {name: Ana, persona_fidelity: 90%+}
      modules:
        - id: modulo-1
          title: Um
          bloom_level: understand/analyze
          lessons:
            - {id: "1.1", title: A, duration: 25 min, objectives: [x, y]}
            - "1.2 - B"
        - {module_number: 4A, lessons: 2}
        - {id: week_2, lesson_count: 1}
      lessons:
        - {id: day_1, module: week_2, bloom: 7}
      """;

  @Test
  void readShouldNotThrowWhenCurriculumIsDamaged() {
    Mutations.of(SAMPLE, 2_000, 3)
        .forEach(
            text -> {
              Understanding understanding = read(text);

              boolean saysSomething =
                  understanding.understood().isPresent() || !understanding.findings().isEmpty();
              assertThat(saysSomething).isTrue();
              assertThat(read(text)).isEqualTo(understanding);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {id: 1, lessons: [{id: '1.1'}]}\n",
        "- id: modulo\n",
        "- {}\n",
        "- 1\n",
        "- [[[[]]]]\n"
      })
  void readShouldEndSoonWhenThereAreModulesWithoutEnd(String module) {
    assertTimeout(LIMIT, () -> read("modules:\n" + module.repeat(900_000 / module.length())));
  }

  @Test
  void readShouldEndSoonWhenManyLessonsNameManyModules() {
    StringBuilder yaml = new StringBuilder("modules:\n");
    for (int i = 0; i < 20_000; i++) {
      yaml.append("- id: m").append(i).append('\n');
    }
    yaml.append("lessons:\n");
    for (int i = 0; i < 20_000; i++) {
      yaml.append("- module: m").append(i).append("\n  id: x\n");
    }

    assertTimeout(LIMIT, () -> read(yaml.toString()));
    Curriculum curriculum = (Curriculum) read(yaml.toString()).understood().orElseThrow();
    assertThat(curriculum.modules()).allMatch(module -> module.lessons().size() == 1);
  }

  @Test
  void readShouldEndSoonWhenTextsAreVeryLong() {
    String digits = "1".repeat(100_000);
    String words = "a-".repeat(100_000);

    assertTimeout(
        LIMIT,
        () -> {
          read("modules: [{id: %1$s, title: %1$s, lessons: [{id: %1$s}]}]".formatted(digits));
          read("modules: [{id: %1$s, lessons: [{id: %1$s, title: %1$s}]}]".formatted(words));
          read("duration: %1$s\nlanguage: %1$s\nmodules: [{duration: %1$s}]".formatted(words));
        });
  }

  private static Understanding read(String text) {
    return new CurriculumReader().read(new SourceText(new ArtifactPath("curriculum.yaml"), text));
  }
}

package io.creatoros.core.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds and is called, it is read, and soon. */
class LessonReadersPropertyTest {

  private static final List<String> PIECES =
      List.of(
          "---",
          "---\n",
          "\n---\n",
          "\n",
          "\r\n",
          "\r",
          " ",
          "# ",
          "## ",
          "\n# Aula 1.1: ",
          "aula",
          "1.1",
          "4A",
          "M1-AULA1",
          ".",
          "-",
          "|",
          "**",
          "**Duração:** ",
          "**Nível:**",
          ":",
          "`",
          "```\n",
          "> ",
          "- ",
          "* [x] ",
          "✅ ",
          "🎯",
          "\ufe0f",
          "\ud83c",
          "\ufeff",
          "title: ",
          "a: [",
          "{",
          "\"",
          "'",
          "&a ",
          "*a ",
          "Objetivos",
          "você vai:",
          "bloom_level: ",
          "25 min",
          "ſ",
          "İ",
          "\u0301",
          "\u2028",
          "\u0085",
          "00:00 --> 00:01",
          "WEBVTT",
          "<",
          ">",
          "1",
          "x");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void readShouldUnderstandSomethingOfAnyTextUnderAnyName(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      String text = join(random, 60);
      ArtifactPath path = path(random);

      assertThat(new LessonReader().read(new SourceText(path, text)).understood())
          .as("seed %d, text %d", seed, i)
          .hasValueSatisfying(
              lesson -> {
                assertThat(((Lesson) lesson).title()).isNotBlank();
                assertThat(((Lesson) lesson).slug()).isNotBlank();
              });
      assertThat(new SpokenReader().read(new SourceText(path, text)).understood())
          .hasValueSatisfying(spoken -> assertThat(((Spoken) spoken).title()).isNotBlank());
      assertThatCode(() -> LessonLabels.ofText(text)).doesNotThrowAnyException();
    }
  }

  @Test
  void readShouldGiveTheSameTwice() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      SourceText source = new SourceText(path(random), join(random, 60));

      assertThat(new LessonReader().read(source)).isEqualTo(new LessonReader().read(source));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n",
        "a: b\n",
        "- a\n",
        "# ",
        "# 1.1 ",
        "#",
        "**",
        "**a:** b | ",
        "| a ",
        "> ",
        "* ",
        "\n",
        " ",
        "1.",
        "Aula ",
        "você vai:\n- a\n",
        "## Objetivos\n",
        "✅ a\n",
        "<a",
        "\r",
        "00:00 --> 00:01\n",
        "WEBVTT\n\n",
        "`",
        "```\n",
        "[",
        "---\n[",
        "{",
        "\ufeff"
      })
  void readShouldStaySwiftWhenTextRepeatsItself(String piece) {
    String text = piece.repeat(300_000 / piece.length());
    List<String> texts = List.of(text, "---\n" + text, "# 1.1" + text, "---\na: b\n---\n" + text);

    for (String each : texts) {
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> read("lessons/1.1-a.md", each));
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> read("aula_1.vtt", each));
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> LessonLabels.ofText("1.1" + each));
    }
  }

  private static void read(String path, String text) {
    SourceText source = new SourceText(new ArtifactPath(path), text);
    new LessonReader().read(source);
    new SpokenReader().read(source);
  }

  private static ArtifactPath path(Random random) {
    String name = join(random, 5).replaceAll("[/\\\\\ud83c]", "");
    String ending = List.of("", ".md", ".txt", ".vtt", ".srt").get(random.nextInt(5));
    boolean usable = !name.isBlank() && !List.of(".", "..").contains(name);
    return new ArtifactPath("modulo-1/" + (usable ? name : "x") + ending);
  }

  private static String join(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}

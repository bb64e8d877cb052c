package io.creatoros.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scoring in one pass gives what the rules give when written as regular expressions. */
class ScoresPropertyTest {

  private static final List<String> MARKS =
      List.of(
          "\n",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          " ",
          " ",
          " ",
          "\t",
          "\u00a0",
          "\u2028",
          "##",
          "## ",
          "### ",
          "####",
          "\n##",
          "\n## ",
          "\n### ",
          "#",
          "?",
          "?",
          "!",
          ".",
          "[",
          "]",
          "[x]",
          "[X]",
          "[ ]",
          "- ",
          "✅",
          "✓",
          "🎯",
          "🗺\ufe0f",
          "🗺",
          "🛤\ufe0f",
          "🛤",
          "💡",
          "⚡",
          "🔗",
          "🤔",
          "🎬",
          "\ufe0f",
          "\ud83c",
          "\udfaf",
          "ı",
          "ſ",
          "İ",
          "\u212a",
          "ß",
          "_",
          "x",
          "A");

  private static final List<String> WORDS =
      List.of(
          "g",
          "Goal",
          "P - Position",
          "steps",
          "Solução",
          "você vai",
          "você será capaz",
          "eu sei",
          "eu entendo",
          "talvez você",
          "você pode estar",
          "I know",
          "I understand",
          "you might be",
          "maybe you",
          "economizar",
          "transformar",
          "dominar",
          "melhorar",
          "save",
          "transform",
          "master",
          "improve",
          "por que",
          "importa",
          "matters",
          "isso vai",
          "isso irá",
          "this will",
          "this is going to",
          "funciona",
          "why",
          "works",
          "antes do como",
          "before",
          "how",
          "é como",
          "é que",
          "significa",
          "is like",
          "is that",
          "means",
          "link",
          "conectando",
          "agora que",
          "você",
          "now that",
          "you",
          "na próxima",
          "next we",
          "next you",
          "isso leva",
          "isso nos leva",
          "this leads",
          "that leads",
          "pense:",
          "think:",
          "pause",
          "reflect",
          "como isso",
          "como você",
          "how this",
          "how you",
          "o que você",
          "what do you",
          "what would you",
          "imagine que",
          "imagine that",
          "pensa em",
          "pensar no",
          "think of",
          "think about",
          "similar a",
          "similar to",
          "[DIAGRAM:",
          "[VISUAL:",
          "[IMAGE:",
          "flowchart",
          "diagrama",
          "gráfico",
          "visual",
          "imagem",
          "screenshot",
          "revisão",
          "review",
          "o que",
          "what",
          "dominou",
          "learned",
          "takeaways",
          "principais",
          "aprendizados",
          "você entrou",
          "you entered",
          "achando",
          "thinking",
          "agora você sabe",
          "you know",
          "after",
          "transformação",
          "ação rápida",
          "faça agora",
          "quick action",
          "do now",
          "2 minutos",
          "12 min",
          "2 min",
          "2-minute",
          "dois minutos");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ofShouldAgreeWithRegularExpressionsWhenTextsAreMadeOfTheRubric(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      String text = text(random, 1 + random.nextInt(40));

      assertThat(Scores.of(text))
          .as("seed %d, text %d:%n%s", seed, i, text)
          .isEqualTo(RubricByRegex.of(text));
    }
  }

  @Test
  void ofShouldNotThrowWhenTextIsAnything() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      char[] chars = new char[random.nextInt(200)];
      for (int c = 0; c < chars.length; c++) {
        chars[c] = (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000);
      }
      String text = new String(chars);

      assertThatCode(() -> Scores.of(text)).doesNotThrowAnyException();
      assertThat(Words.count(text)).isBetween(0, text.length());
      assertThat(Scores.counted(text).words()).isEqualTo(Words.count(text));
    }
  }

  /** What makes a rule begin, a million characters long, without what makes it end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "## ",
        "###",
        "### ",
        "#",
        "##\n",
        "\n##",
        "\n## ",
        "\n### ",
        "## G\n",
        "## 🎯",
        "## P ",
        "## S\n### x",
        "por que ",
        "why ",
        "before ",
        "agora que ",
        "now that ",
        "🔗",
        "🤔",
        "pause",
        "como isso ",
        "?",
        "A",
        "A?",
        "você entrou ",
        "principais ",
        "## o que ",
        "[",
        "]",
        "2 min_",
        "✅",
        "[x]",
        "- ",
        "means",
        "é como ",
        " ",
        "\n",
        "transformar",
        "\r\n"
      })
  void ofShouldStaySwiftWhenTextRepeatsTheBeginningOfARule(String beginning) {
    String text = "## G\n" + beginning.repeat(1_000_000 / beginning.length());

    Assertions.assertTimeout(Duration.ofSeconds(5), () -> Scores.of(text));
  }

  /** Half of the texts are made of words that stand near each other in the rubric. */
  private static String text(Random random, int pieces) {
    int first = random.nextInt(WORDS.size() - 10);
    List<String> words = random.nextBoolean() ? WORDS : WORDS.subList(first, first + 10);
    StringBuilder text = new StringBuilder(pick(random, List.of("", "", "## G\n", "## S\n")));
    for (int i = 0; i < pieces; i++) {
      text.append(random.nextBoolean() ? pick(random, MARKS) : cased(random, pick(random, words)));
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  private static String cased(Random random, String word) {
    return switch (random.nextInt(4)) {
      case 0 -> word.toUpperCase(Locale.ROOT);
      case 1 -> word.replace('s', 'ſ').replace('k', '\u212a').replace('i', 'ı');
      default -> word;
    };
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}

package io.creatoros.core.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a brief holds, reading it ends, soon, and says the same again. */
class BriefReaderHostileTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int LONG = 100_000;
  private static final List<String> SHREDS =
      List.of(
          "**",
          "|",
          "|---|",
          "```\n",
          "[x] ",
          "[ ",
          "]",
          "___",
          ":",
          "\n",
          "\n\n",
          "## ",
          "# ",
          "- ",
          "1. ",
          "Dores:",
          "**Título:**",
          "Exemplo: \"",
          "---\n",
          "(",
          "é",
          "😀",
          "\u0301",
          "\uFEFF",
          "\r\n",
          "&",
          "{{",
          "<",
          "3-5 h",
          "\t",
          "mmos_persona: ",
          "**Duração total:** ");

  @RepeatedTest(150)
  void readShouldEndWhenBriefIsDamaged(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String damaged = damaged(new StringBuilder(Briefs.COMPLETE), random);

    Understanding understanding = Briefs.reading(damaged);

    assertThat(understanding).isEqualTo(Briefs.reading(damaged));
    assertThat(understanding.understood()).isPresent();
  }

  @RepeatedTest(100)
  void readShouldEndWhenBytesAreRandom(RepetitionInfo repetition) {
    byte[] bytes = new byte[4_096];
    new Random(repetition.getCurrentRepetition()).nextBytes(bytes);

    assertThatCode(() -> Briefs.reading(TextDecoder.decode(bytes).text()))
        .doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> readShouldEndSoonWhenBriefIsLong() {
    Map<String, String> texts =
        Map.ofEntries(
            Map.entry("headings", "# Dores\n"),
            Map.entry("sections", "## Público-alvo\n### Dores\n"),
            Map.entry("labels", "**Dores:** x\n"),
            Map.entry("items", "- **Dores:** x\n"),
            Map.entry("boxes", "[x] "),
            Map.entry("asterisks", "*"),
            Map.entry("rules", "-"),
            Map.entry("columns", "| Dor "),
            Map.entry("rows", "| a | b |\n|---|---|\n"),
            Map.entry("brackets", "["),
            Map.entry("closed brackets", "[a]"),
            Map.entry("spaces", " x"),
            Map.entry("quotes", "> "),
            Map.entry("digits", "1"),
            Map.entry("hours", "1 h "),
            Map.entry("colons", "a:"),
            Map.entry("examples", "Exemplo: \"\n"));
    return texts.entrySet().stream()
        .map(text -> DynamicTest.dynamicTest(text.getKey(), () -> readSoon(text.getValue())));
  }

  @Test
  void readShouldBoundAnswersWhenBriefIsLong() {
    Brief brief = Briefs.read("## Dores\n\n" + ("- " + "x".repeat(5_000) + "\n\n").repeat(500));

    assertThat(brief.icp().pains()).hasSizeLessThanOrEqualTo(100);
    assertThat(brief.icp().pains()).allMatch(pain -> pain.length() <= 2_000);
  }

  private static void readSoon(String shred) {
    String many = shred.repeat(LONG / shred.length());

    for (String text :
        List.of(many, "**Dores:**\n```\n" + many + "\n```\n", "**Título:** " + many, "# " + many)) {
      Assertions.assertTimeout(SOON, () -> Briefs.reading(text));
    }
  }

  private static String damaged(StringBuilder text, Random random) {
    for (int i = random.nextInt(30); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(200));
      switch (random.nextInt(3)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, SHREDS.get(random.nextInt(SHREDS.size())));
        default -> text.insert(random.nextInt(text.length()), text.substring(at, end));
      }
      text.append(' ');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

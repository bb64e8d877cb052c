package io.creatoros.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.text.Block.Code;
import io.creatoros.core.text.Block.Heading;
import io.creatoros.core.text.Block.Item;
import io.creatoros.core.text.Block.Paragraph;
import io.creatoros.core.text.Block.Quote;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {

  @Test
  void readShouldGiveBlocksInOrderOfFileWithTheirLines() {
    List<Block> blocks =
        blocks(
            """
            # Aula 1.1: O *mapa*

            Primeira linha
            segunda linha

            > Uma citação

            ```python
            # não é título
            ```

            Objetivo
            --------
            """);

    assertThat(blocks)
        .containsExactly(
            new Heading(1, "Aula 1.1: O *mapa*", 1),
            new Paragraph("Primeira linha\nsegunda linha", 3),
            new Quote("Uma citação", 6),
            new Code("python", "# não é título", 8),
            new Heading(2, "Objetivo", 12));
  }

  @Test
  void readShouldTellDepthNumberAndTickWhenListsNest() {
    List<Block> blocks =
        blocks(
            """
            - [x] feito
            - [ ] por fazer
              1. primeiro
              1. segundo

                 mais sobre o segundo
            """);

    assertThat(blocks)
        .containsExactly(
            new Item(1, Optional.empty(), Optional.of(true), "feito", 1),
            new Item(1, Optional.empty(), Optional.of(false), "por fazer", 2),
            new Item(2, Optional.of(1), Optional.empty(), "primeiro", 3),
            new Item(2, Optional.of(2), Optional.empty(), "segundo", 4),
            new Paragraph("mais sobre o segundo", 6));
  }

  @Test
  void readShouldTakeLinesAboveRuleForParagraphWhenTheyAreSeveral() {
    List<Block> blocks = blocks("**Duração:** 10 min\n**Nível:** básico\n---\n");

    assertThat(blocks).containsExactly(new Paragraph("**Duração:** 10 min\n**Nível:** básico", 1));
  }

  @Test
  void readShouldKeepTextWhenItWouldDefineLinksOrIsHtml() {
    List<Block> blocks =
        blocks("[1]: http://exemplo.com\n\n<details>\nMais\n</details>\n\n<!-- nota -->\n");

    assertThat(blocks)
        .containsExactly(
            new Paragraph("[1]: http://exemplo.com", 1),
            new Paragraph("<details>\nMais\n</details>", 3));
  }

  @Test
  void readShouldTakeHeadingWithinQuotationForQuotation() {
    assertThat(blocks("> ## Atenção\n")).containsExactly(new Quote("Atenção", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void readShouldPartFrontMatterFromTextWhateverTheLineEnds(String end) {
    String text = String.join(end, "---", "title: Mapa", "lesson_id: 1.10", "---", "# Mapa", "");

    MarkdownText read = MarkdownReader.read(text);

    Value values = read.frontMatter().orElseThrow().documents().get(0);
    assertThat(values.text("title")).contains("Mapa");
    assertThat(values.text("lesson_id")).contains("1.10");
    assertThat(values.get("lesson_id").orElseThrow().line()).isEqualTo(3);
    assertThat(read.blocks()).containsExactly(new Heading(1, "Mapa", 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\n\n", "\uFEFF\n \n"})
  void readShouldFindFrontMatterWhenMarkOrBlankLinesStandBefore(String before) {
    MarkdownText read = MarkdownReader.read(before + "---\na: 1\n---\ntexto\n");

    int linesBefore = (int) before.chars().filter(c -> c == '\n').count();
    assertThat(read.frontMatter().orElseThrow().documents()).hasSize(1);
    assertThat(read.blocks()).containsExactly(new Paragraph("texto", linesBefore + 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: sem fim\n\n# Aula\n",
        "---\n\n# Uma régua\n\ntexto\n\n---\n\nmais\n",
        "---\n**Duração:** 5 min\n---\n",
        "texto\n---\na: 1\n---\n"
      })
  void readShouldSeeOrdinaryMarkdownWhenThereIsNoFrontMatter(String text) {
    MarkdownText read = MarkdownReader.read(text);

    assertThat(read.frontMatter()).isEmpty();
    assertThat(read.blocks()).isNotEmpty();
  }

  @Test
  void readShouldTellLineOfFileWhenFrontMatterIsNoYaml() {
    MarkdownText read = MarkdownReader.read("\n---\na: 1\nb: 'x' y\n---\n# Aula\n");

    assertThat(read.frontMatter().orElseThrow().problem().orElseThrow().line()).isEqualTo(4);
    assertThat(read.blocks()).containsExactly(new Heading(1, "Aula", 6));
  }

  @Test
  void readShouldKeepFrontMatterApartWhenItIsEmpty() {
    MarkdownText read = MarkdownReader.read("---\n---\n# Aula\n");

    assertThat(read.frontMatter().orElseThrow().documents()).isEmpty();
    assertThat(read.blocks()).containsExactly(new Heading(1, "Aula", 3));
  }

  @Test
  void readShouldKeepLineNumbersWhenTextHasNoBlankLineForLong() {
    String text = "\"linha\"\n".repeat(5_000) + "\n# Fim\n";

    List<Block> blocks = blocks(text);

    assertThat(blocks.get(blocks.size() - 1)).isEqualTo(new Heading(1, "Fim", 5_002));
    assertThat(blocks.get(1).line()).isEqualTo(2_001);
  }

  private static List<Block> blocks(String text) {
    return MarkdownReader.read(text).blocks();
  }
}

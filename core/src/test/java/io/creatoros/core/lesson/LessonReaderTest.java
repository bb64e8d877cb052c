package io.creatoros.core.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.quality.Scores;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonReaderTest {

  private static final String PATH = "lessons/2.3-primeiros-passos.md";

  private final LessonReader reader = new LessonReader();

  @Test
  void readShouldBelieveTheFrontMatterBeforeTheHeadingWhenTheNameHasNoNumber() {
    Lesson lesson = lesson("lessons/bonus.md", "---\nlesson_id: '2.3'\n---\n# Aula 4.1: Raízes\n");

    assertThat(lesson.label().map(LessonLabel::id)).contains("2.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# Dia 3: Raízes\n", "# Day 3 - Raízes\n", "# Aula 03 | Raízes\n"})
  void readShouldTakeACountOffTheTitle(String text) {
    assertThat(lesson("lessons/raizes.md", text).title()).isEqualTo("Raízes");
  }

  @Test
  void readShouldJoinTheFirstTenWhenAListStandsForAText() {
    Lesson lesson =
        lesson("lessons/raizes.md", "---\ntool: [a, b, c, d, e, f, g, h, i, j, k]\n---\n# X\n");

    assertThat(lesson.tool()).contains("a, b, c, d, e, f, g, h, i, j");
  }

  @Test
  void readShouldUnderstandFrontMatter() {
    Lesson lesson =
        lesson(
            PATH,
            """
            ---
            lesson_id: "2.3"
            lesson_title: Outro título
            module: "Módulo 2 - Colheita"
            duration_minutes: 25
            difficulty: beginner
            status: draft
            learning_objectives:
              - "Plantar **sementes**"
              - Regar
            key_concepts: [solo, água]
            bloom_level: Aplicar
            instructor: Rita
            platform: web
            tool: pá
            voice_fidelity_target: 90
            language: pt-BR
            ---
            # Aula 2.3: Primeiros passos
            """);

    assertThat(lesson.label().map(LessonLabel::id)).contains("2.3");
    assertThat(lesson.title()).isEqualTo("Primeiros passos");
    assertThat(lesson.slug()).isEqualTo("primeiros-passos");
    assertThat(lesson.moduleTitle()).contains("Colheita");
    assertThat(lesson.durationMinutes()).contains(25);
    assertThat(lesson.difficulty()).contains("beginner");
    assertThat(lesson.status()).contains("draft");
    assertThat(lesson.objectives()).containsExactly("Plantar sementes", "Regar");
    assertThat(lesson.concepts()).containsExactly("solo", "água");
    assertThat(lesson.bloomLevel()).contains("apply");
    assertThat(lesson.instructor()).contains("Rita");
    assertThat(lesson.platform()).contains("web");
    assertThat(lesson.tool()).contains("pá");
    assertThat(lesson.fidelityTarget()).contains(new BigDecimal("0.9"));
    assertThat(lesson.language()).contains("pt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# A\n\n**Módulo:** 2 - Colheita\n**Duração:** 25 minutos\n**Nível Bloom:** Apply\n"
            + "**Nível:** Básico\n**Instrutor:** Rita\n",
        "# A\n\n**Modulo:** Colheita | **Duracao:** 25 min | **Nivel Bloom:** aplicar\n"
            + "**Dificuldade**: Básico\n\n**Professora:** Rita\n",
        "# A\n\n- **Módulo:** 2: Colheita\n- **Duração:** 25min\n- **Bloom Level:** Apply\n"
            + "- **Nível:** Básico\n- **Instrutor:** Rita\n",
        "# A\n\n> **📚 Module:** 2 - Colheita\n> **⏱️ Duration:** 25 min\n> **Bloom:** 3\n"
            + "> **Level:** Básico\n> **Instructor:** Rita\n",
        "# A\n\n## Metadados\n\n| Campo | Valor |\n|---|---|\n| **Módulo** | 2 - Colheita |\n"
            + "| **Duração** | 25 minutos |\n| Bloom | Aplicar |\n| Nível | Básico |\n"
            + "| Instrutor | Rita |\n"
      })
  void readShouldUnderstandLinesUnderTitle(String text) {
    Lesson lesson = lesson(PATH, text);

    assertThat(lesson.moduleTitle()).contains("Colheita");
    assertThat(lesson.durationMinutes()).contains(25);
    assertThat(lesson.bloomLevel()).contains("apply");
    assertThat(lesson.difficulty()).contains("Básico");
    assertThat(lesson.instructor()).contains("Rita");
  }

  @Test
  void readShouldTakeLinesOnlyFromAboveTheLessonProper() {
    Lesson lesson =
        lesson(PATH, "# A\n\n```\n**Módulo:** X\n```\n\n## Passo 1\n\n**Duração:** 5 minutos\n");

    assertThat(lesson.moduleTitle()).isEmpty();
    assertThat(lesson.durationMinutes()).isEmpty();
  }

  @Test
  void readShouldPreferFrontMatterToLines() {
    Lesson lesson = lesson(PATH, "---\nduration: 10\n---\n# A\n\n**Duration:** 5 min\n");

    assertThat(lesson.durationMinutes()).contains(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Aula 2.3: Regar bem               | Regar bem
          AULA 2.3: Regar bem               | Regar bem
          AULA 2.3 - Regar bem              | Regar bem
          2.3 - Regar bem                   | Regar bem
          2.3 – Regar bem                   | Regar bem
          2.3. Regar bem                    | Regar bem
          Lesson 2.3: Water well            | Water well
          Aula 4A.1: Regar bem              | Regar bem
          Módulo 2 - Aula 2.3: Regar bem    | Regar bem
          Dia 3: Regar bem                  | Regar bem
          Aula 03 - Regar bem               | Regar bem
          ROTEIRO DE AULA 2.3: Regar bem    | Regar bem
          🎯 Aula 2.3: Regar bem            | Regar bem
          **Aula 2.3:** Regar bem           | Regar bem
          AULA 2.5: .gitignore essencial    | .gitignore essencial
          Aula BÔNUS - Regar bem            | Aula BÔNUS - Regar bem
          🎯 Regar bem                      | 🎯 Regar bem
          Regar bem                         | Regar bem
          10 jeitos de regar                | 10 jeitos de regar
          Regar: 2.3 vezes                  | Regar: 2.3 vezes
          """)
  void readShouldTakeTitleWithoutItsLabel(String heading, String title) {
    assertThat(lesson("x.md", "# " + heading + "\n").title()).isEqualTo(title);
  }

  @Test
  void readShouldKnowLabelBeforeBar() {
    assertThat(lesson("x.md", "# AULA 4A.1 | Regar bem\n").title()).isEqualTo("Regar bem");
  }

  @Test
  void readShouldTakeTitleFromFrontMatterWhenThereIsNoHeading() {
    String text = "---\ntitle: \"Aula 2.3: Regar bem\"\n---\ntexto\n";

    assertThat(lesson(PATH, text).title()).isEqualTo("Regar bem");
    assertThat(findings(PATH, text)).containsExactly(FindingCode.LESSON_WITHOUT_HEADING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lessons/2.3-regar-bem.md          | Regar bem       | regar-bem
          lessons/2.3 - Regar, sim! 100%.md | Regar, sim! 100% | regar-sim-100
          M1-AULA2-Colheita-De-Água.md      | Colheita De Água | colheita-de-agua
          lessons/BONUS-adubo.md            | BONUS adubo     | bonus-adubo
          lessons/1.1.md                    | 1.1             | 1-1
          lessons/1.1-🎯.md                 | 🎯              | 🎯
          """)
  void readShouldTakeTitleFromFileNameWhenThereIsNoOther(String path, String title, String slug) {
    Lesson lesson = lesson(path, "texto\n");

    assertThat(lesson.title()).isEqualTo(title);
    assertThat(lesson.slug()).isEqualTo(slug);
    assertThat(findings(path, "texto\n")).containsExactly(FindingCode.LESSON_WITHOUT_TITLE);
  }

  @Test
  void readShouldNotTakeHeadingInCodeForTitle() {
    assertThat(lesson(PATH, "```bash\n# comando\n```\n\n# Aula 2.3: Regar\n").title())
        .isEqualTo("Regar");
  }

  @Test
  void readShouldTakeLowerHeadingWithLabelForTitleWhenThereIsNoFirstLevel() {
    assertThat(lesson(PATH, "## Introdução\n\n## Aula 2.3: Regar\n").title()).isEqualTo("Regar");
  }

  @ParameterizedTest
  @CsvSource({
    "2.1-mac, lessons/2.1-terminal.md, 2.1-mac",
    "2.1-mac, lessons/2.1-terminal-windows.md, 2.1-mac",
    "2.1, lessons/2.1-terminal-mac.md, 2.1-mac",
    "7.5, lessons/07.5-extra.md, 07.5",
    "3.1, BONUS-extra.md, 3.1",
    "extra, lessons/2.1-extra.md, 2.1"
  })
  void readShouldTakeLabelFromNameAndVariantFromFrontMatter(String id, String path, String label) {
    Lesson lesson = lesson(path, "---\nlesson_id: \"" + id + "\"\n---\n# A\n");

    assertThat(lesson.label().map(LessonLabel::id)).contains(label);
    assertThat(findings(path, "---\nlesson_id: \"" + id + "\"\n---\n# A\n")).isEmpty();
  }

  @Test
  void readShouldFindWhereLessonGivesItselfAnotherLabel() {
    String text = "---\nlesson_id: \"3.2-mac\"\n---\n\n# Aula 2.4: Regar\n";

    assertThat(lesson(PATH, text).label().map(LessonLabel::id)).contains("2.3");
    assertThat(read(PATH, text).findings())
        .containsExactly(
            finding(2, "says it is lesson 3.2, its name says 2.3"),
            finding(5, "says it is lesson 2.4, its name says 2.3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Objetivos da Aula\n\nAo final:\n\n- Plantar\n- **Regar**\n\n## P\n- não\n",
        "## 🎯 Objetivos\n\nAo final:\n\n✅ Plantar\n✅ **Regar**\n\n## P\n- não\n",
        "## Learning Objectives\n1. Plantar\n2. Regar\n",
        "### O que você vai aprender hoje\n* [ ] Plantar\n* [ ] Regar\n",
        "## 🎯 G - GOAL\n\n"
            + "Ao final desta aula, você vai:\n\n"
            + "- Plantar\n"
            + "- Regar\n\n"
            + "Mais.\n\n"
            + "- não\n",
        "## Destino\n\n✅ **Você vai conseguir:**\n- Plantar\n- Regar\n"
      })
  void readShouldTakeObjectivesFromText(String text) {
    assertThat(lesson(PATH, "# A\n\n" + text).objectives()).containsExactly("Plantar", "Regar");
  }

  @Test
  void readShouldTakeSingleObjectiveAsListOfOne() {
    assertThat(lesson(PATH, "# A\n\n## Objetivo da Aula\n\nPlantar\ne regar.\n").objectives())
        .containsExactly("Plantar e regar.");
    assertThat(lesson(PATH, "---\nobjetivo: Plantar\n---\n# A\n").objectives())
        .containsExactly("Plantar");
  }

  @Test
  void readShouldTakeConceptsFromText() {
    assertThat(lesson(PATH, "# A\n\n## 🔑 Conceitos-chave\n\n- Solo\n- Água\n").concepts())
        .containsExactly("Solo", "Água");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Quando você rega, a planta cresce mais do que uma pedra na sua horta. | pt
          When you water it, the plant will grow and that is what you want.     | en
          Regar. Plantar. Colher.                                              | ''
          Quando você rega uma planta, isso é: the and of to.                   | ''
          """)
  void readShouldTellLanguageWhereItIsClear(String text, String language) {
    assertThat(lesson(PATH, "# A\n\n" + text).language().orElse("")).isEqualTo(language);
  }

  @Test
  void readShouldNotTellLanguageByCode() {
    String prompt = "```\nThe prompt is for you and this is what it will be with the clone\n```\n";

    assertThat(lesson(PATH, prompt + "Quando você rega, isso é o que uma planta não vê").language())
        .contains("pt");
  }

  @Test
  void readShouldScoreAndCountTheWholeText() {
    String text = "---\ntitle: A\n---\n# A\n" + "palavra ".repeat(2_000) + "\n## Goal\n✅\n";

    Lesson lesson = lesson(PATH, text);

    assertThat(lesson.wordCount()).isEqualTo(2_009);
    assertThat(lesson.scores()).isEqualTo(Scores.of(text));
    assertThat(lesson.scores().gps().goal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n \n", "---\ntitle: A\n---\n\n"})
  void readShouldFindThatLessonIsEmpty(String text) {
    assertThat(findings(PATH, text)).contains(FindingCode.LESSON_EMPTY);
    assertThat(lesson(PATH, text).wordCount()).isEqualTo(text.isBlank() ? 0 : 4);
  }

  @Test
  void readShouldNotTakeLessonForEmptyWhenItsTextBeginsLate() {
    assertThat(findings(PATH, "---\ntitle: A\n---\n" + "\n".repeat(10_000) + "texto"))
        .doesNotContain(FindingCode.LESSON_EMPTY);
  }

  @Test
  void readShouldFindInvalidFrontMatterAndReadTheRest() {
    String text = "---\ntitle: \"A\" b\n---\n# Aula 2.3: Regar\n\n**Duração:** 5 min\n";

    assertThat(lesson(PATH, text).durationMinutes()).contains(5);
    assertThat(read(PATH, text).findings())
        .extracting(CourseFinding::code)
        .containsExactly(FindingCode.YAML_INVALID);
    assertThat(read(PATH, text).findings())
        .extracting(CourseFinding::line)
        .containsExactly(OptionalInt.of(2));
  }

  @Test
  void readShouldTellThatFrontMatterIsNotClosed() {
    String text = "---\ntitle: Raízes\nlesson_id: '2.3'\n\n# Aula 2.3: Brotos\n\nTexto.\n";

    assertThat(findings(PATH, text)).containsExactly(FindingCode.FRONT_MATTER_OPEN);
    assertThat(lesson(PATH, text).title()).isEqualTo("Brotos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n\n# Aula 2.3: Brotos\n",
        "---\nNota: isto é um texto.\n\n# Aula 2.3: Brotos\n",
        "---\r\ntitle: Brotos\r\n---\r\n\r\n# Aula 2.3: Brotos\r\n"
      })
  void readShouldFindNothingWhenFrontMatterIsClosedOrARuleBeginsTheText(String text) {
    assertThat(findings(PATH, text)).isEmpty();
  }

  @Test
  void readShouldFindValuesThatCannotBeUsed() {
    String text = "---\nbloom_level: sonhar\nfidelity_target: muito\n---\n# A\n";

    assertThat(lesson(PATH, text).bloomLevel()).isEmpty();
    assertThat(lesson(PATH, text).fidelityTarget()).isEmpty();
    assertThat(read(PATH, text).findings())
        .extracting(CourseFinding::code, CourseFinding::line)
        .containsExactly(
            tuple(FindingCode.BLOOM_LEVEL_UNKNOWN, OptionalInt.of(2)),
            tuple(FindingCode.FIDELITY_TARGET_UNUSABLE, OptionalInt.of(3)));
  }

  @Test
  void readShouldReadWindowsLineEndsAndByteOrderMark() {
    String text = "\ufeff---\ntitle: B\ntool: pá\n---\n\n# Aula 2.3: Regar\n\n**Duração:** 5 min\n";

    Lesson lesson = lesson(PATH, text.replace("\n", "\r\n"));

    assertThat(lesson.title()).isEqualTo("Regar");
    assertThat(lesson.tool()).contains("pá");
    assertThat(lesson.durationMinutes()).contains(5);
  }

  private List<FindingCode> findings(String path, String text) {
    return read(path, text).findings().stream().map(CourseFinding::code).toList();
  }

  private Lesson lesson(String path, String text) {
    return (Lesson) read(path, text).understood().orElseThrow();
  }

  private Understanding read(String path, String text) {
    return reader.read(new SourceText(new ArtifactPath(path), text));
  }

  private static CourseFinding finding(int line, String message) {
    return new CourseFinding(
        FindingCode.LESSON_LABEL_CONTRADICTS,
        PATH,
        OptionalInt.of(line),
        message,
        "correct the number in the text, or rename the file");
  }
}

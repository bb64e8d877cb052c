package io.creatoros.core.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonLabelsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.1              | 1.1       |  1 |  1
          0.0              | 0.0       |  0 |  0
          1.10             | 1.10      |  1 | 10
          07.5             | 07.5      |  7 |  5
          4A.1             | 4A.1      |  4 |  1
          4a.01            | 4a.01     |  4 |  1
          5.3b             | 5.3b      |  5 |  3
          2.1-mac          | 2.1-mac   |  2 |  1
          2.1-Windows      | 2.1-windows | 2 | 1
          Aula 1.1         | 1.1       |  1 |  1
          AULA 10.2        | 10.2      | 10 |  2
          Lesson 3.4       | 3.4       |  3 |  4
          Lição 3.4        | 3.4       |  3 |  4
          aula-1.1         | 1.1       |  1 |  1
          m1-l1            | 1.1       |  1 |  1
          M1L12            | 1.12      |  1 | 12
          M0-L1            | 0.1       |  0 |  1
          M1-AULA1         | 1.1       |  1 |  1
          Módulo 2 - Aula 3 | 2.3      |  2 |  3
          modulo-2-aula-2.3 | 2.3      |  2 |  3
          '  1.1  '        | 1.1       |  1 |  1
          1.1.             | 1.1       |  1 |  1
          """)
  void ofTextShouldKeepLabelAsWrittenAndNumbersForSorting(
      String text, String id, int module, int lesson) {
    LessonLabel label = LessonLabels.ofText(text).orElseThrow();

    assertThat(label.id()).isEqualTo(id);
    assertThat(label.moduleNumber()).isEqualTo(module);
    assertThat(label.lessonNumber()).isEqualTo(lesson);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "1",
        "01",
        "day_1",
        "Dia 1",
        "Aula 3",
        "intro",
        "1.2.3",
        "v1.1",
        "1.1 Boas vindas",
        "1,1",
        "1234567.1",
        "1.1234567",
        "٣.١"
      })
  void ofTextShouldFindNothingWhenTextIsNoLabel(String text) {
    assertThat(LessonLabels.ofText(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lessons/1.1-git-vs-github.md                        | 1.1
          lessons/00.1-boas-vindas.md                         | 00.1
          lessons/07.5-extra.md                               | 07.5
          lessons/10.1-fim.md                                 | 10.1
          lessons/1.1 - Título Com Espaços, 100% Pronto.md    | 1.1
          lessons/1.2-Título (parte 1) & mais.md              | 1.2
          lessons/modulo-1/aula-1.1-por-que.md                | 1.1
          aulas/modulo-04A/aula-4A.1-x.md                     | 4A.1
          modulos/modulo-4-x/aula-4.2-y.md                    | 4.2
          roteiros/modulo-4-aula-4.2-roteiro.md               | 4.2
          modulos/modulo-1-x/roteiros/aula-1.1-roteiro.md     | 1.1
          v2-receita/modulo-2-x/2.1-slug.md                   | 2.1
          v2-receita/modulo-2-x/2.1-ROTEIRO-TELEPROMPTER-X.md | 2.1
          M1-AULA5-Fundamentos-De-Marca.md                    | 1.5
          legacy/1.1 Por que clonar?.md                       | 1.1
          lessons/2.1-terminal-mac.md                         | 2.1-mac
          lessons/2.1-terminal-Windows.md                     | 2.1-windows
          lessons/2.1-mac-e-seus-atalhos.md                   | 2.1
          lessons/1.1.md                                      | 1.1
          aulas/modulo-3/aula-02-primeiros-passos.md          | 3.02
          aulas/Módulo 04A - Vendas/Aula 2.md                 | 04A.2
          """)
  void ofPathShouldTellLabelInEveryLayout(String path, String id) {
    assertThat(LessonLabels.ofPath(new ArtifactPath(path)).map(LessonLabel::id)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lessons/BONUS-skills-superpoderes.md", "aula_01_boas_vindas-pt-BR.txt",
            "lessons/README.md",
        "1.1/notas.md", ".1.1.md", "lessons/1.2.3-notas.md"
      })
  void ofPathShouldFindNothingWhenFileHasNoNumberOfModuleAndLesson(String path) {
    assertThat(LessonLabels.ofPath(new ArtifactPath(path))).isEmpty();
  }

  @Test
  void ofPathShouldIgnoreUnicodeForm() {
    String decomposed = Normalizer.normalize("Módulo 1 - Lição 2.md", Normalizer.Form.NFD);

    assertThat(LessonLabels.ofPath(new ArtifactPath(decomposed)).map(LessonLabel::text))
        .contains("1.2");
  }

  @Test
  void ofTextShouldNotThrowWhenLetterFoldsToAscii() {
    assertThat(LessonLabels.ofText("4ſ.1\u212a").map(LessonLabel::moduleNumber)).contains(4);
  }

  @ParameterizedTest
  @CsvSource({"07.5, 7.5", "4a.1, 4A.01", "2.1-mac, 2.1-windows", "m1-l1, Aula 1.1"})
  void isSamePlaceShouldIgnoreZerosCaseAndVariant(String one, String other) {
    assertThat(label(one).isSamePlace(label(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"4A.1, 4.1", "1.1, 1.10", "1.11, 11.1", "5.1a, 5.1b"})
  void isSamePlaceShouldTellPlacesApart(String one, String other) {
    assertThat(label(one).isSamePlace(label(other))).isFalse();
  }

  private static LessonLabel label(String text) {
    Optional<LessonLabel> label = LessonLabels.ofText(text);
    return label.orElseThrow();
  }
}

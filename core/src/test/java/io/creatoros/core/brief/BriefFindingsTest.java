package io.creatoros.core.brief;

import static io.creatoros.core.brief.Briefs.COMPLETE;
import static io.creatoros.core.brief.Briefs.codes;
import static io.creatoros.core.brief.Briefs.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a creator is told about a brief. */
class BriefFindingsTest {

  private static final String FORM =
      """
      ---
      course_slug: [AUTO-PREENCHIDO]
      creation_mode: [AUTO-PREENCHIDO: greenfield | brownfield]
      ---

      # 📋 Course Brief - Formulário Completo de Planejamento

      ## 1️⃣ INFORMAÇÕES BÁSICAS DO CURSO

      **Título do Curso:**
      ```
      [Escreva o título exato do curso]
      Exemplo: "Clone IA Express"
      ```

      **Tags (3-7 palavras-chave):**
      ```
      Exemplo: IA, Automação
      1.
      2.
      ```

      **Duração total estimada do curso:**
      ```
      [ ] Mini-curso: 1-2 horas (5-8 aulas)
      [ ] Flexível (especifique): _____ horas
      ```

      **Número de módulos:**
      ```
      _____ módulos (recomendado: 3-5 para cursos de 3-5h)
      ```

      **Dor real (o que ele REALMENTE quer):**
      ```


      ```
      """;

  @Test
  void readShouldFindNothingWhenBriefIsComplete() {
    assertThat(findings(COMPLETE)).isEmpty();
  }

  @Test
  void readShouldTellOneThingWhenFormIsNotFilledIn() {
    assertThat(findings(FORM))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.BRIEF_NOT_FILLED_IN);
              assertThat(finding.path()).isEqualTo("COURSE-BRIEF.md");
              assertThat(finding.line()).hasValue(10);
              assertThat(finding.message())
                  .isEqualTo(
                      "the brief is still an empty form: 5 of its 5 fields are open, the title"
                          + " too");
            });
    assertThat(Briefs.read(FORM).slug()).isEmpty();
  }

  @Test
  void readShouldNameWhatIsMissingWhenBriefIsProse() {
    assertThat(codes("# Brief\n\nA course about bread.\n"))
        .containsExactly(
            FindingCode.BRIEF_WITHOUT_TITLE,
            FindingCode.BRIEF_WITHOUT_OBJECTIVES,
            FindingCode.BRIEF_WITHOUT_DURATION,
            FindingCode.BRIEF_WITHOUT_PAINS);
  }

  @Test
  void readShouldCountOpenFieldsWhenOthersAreFilledIn() {
    String brief =
        COMPLETE.replace("Sem máquina e sem pressa", "").replace("[x] Gastronomia", "[ ] Outro");

    assertThat(findings(brief))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.BRIEF_FIELDS_OPEN);
              assertThat(finding.line()).hasValue(lineOf("**Categoria Principal:**", brief));
              assertThat(finding.message())
                  .isEqualTo("1 field is still open, the first is \"Categoria Principal\"");
            });
  }

  @Test
  void readShouldPointToLineWhenSlugIsNotUsable() {
    String brief =
        COMPLETE
            .replace("course_slug: bread-at-home\n", "")
            .replace("```\nbread-at-home", "```\nPão em Casa");

    assertThat(Briefs.read(brief).slug()).isEmpty();
    assertThat(findings(brief))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.BRIEF_SLUG_UNUSABLE);
              assertThat(finding.line()).hasValue(lineOf("**Slug (ID do curso):**", brief));
              assertThat(finding.remedy()).isEqualTo("write a slug such as: pao-em-casa");
            });
  }

  @Test
  void readShouldTellWhenPersonaIsOnWithoutSlug() {
    CourseFinding finding = only(COMPLETE.replace("mind_slug: ana_prado", "mind_slug: null"));

    assertThat(finding.code()).isEqualTo(FindingCode.BRIEF_PERSONA_WITHOUT_SLUG);
    assertThat(finding.line()).isPresent();
  }

  @Test
  void readShouldTellWhenModulesListedAreOthersThanDeclared() {
    CourseFinding finding = only(COMPLETE.replace("2 módulos (", "5 módulos ("));

    assertThat(finding.code()).isEqualTo(FindingCode.BRIEF_CONTRADICTS_ITSELF);
    assertThat(finding.message()).isEqualTo("the brief says 5 modules and lists 2");
  }

  @Test
  void readShouldTellWhenLessonsTakeLongerThanCourse() {
    CourseFinding finding = only(COMPLETE.replace("3,5 horas", "2 horas"));

    assertThat(finding.code()).isEqualTo(FindingCode.BRIEF_CONTRADICTS_ITSELF);
    assertThat(finding.message())
        .isEqualTo("the brief says 2 hours, but the lessons it lists take 3.5 hours together");
  }

  @Test
  void readShouldTellWhenSlugsDiffer() {
    CourseFinding finding = only(COMPLETE.replace("course_slug: bread-at-home", "slug: bread"));

    assertThat(finding.code()).isEqualTo(FindingCode.BRIEF_CONTRADICTS_ITSELF);
    assertThat(finding.message())
        .isEqualTo("the slug is \"bread-at-home\" here and \"bread\" in the front matter");
  }

  @Test
  void readShouldNameLineWhenFrontMatterIsNoYaml() {
    CourseFinding finding =
        only(COMPLETE.replace("status: ready", "status: \"ready\" but not quite"));

    assertThat(finding.code()).isEqualTo(FindingCode.YAML_INVALID);
    assertThat(finding.line()).isEqualTo(OptionalInt.of(3));
  }

  @Test
  void readShouldNotCountChecksWhenTheyAreNotTicked() {
    String checks =
        "\n## 8️⃣ CHECKLIST FINAL\n\n**Antes de enviar:**\n```\n[ ] Revisei tudo\n```\n";

    assertThat(findings(COMPLETE + checks)).isEmpty();
  }

  private static CourseFinding only(String brief) {
    assertThat(findings(brief)).hasSize(1);
    return findings(brief).get(0);
  }

  private static int lineOf(String text, String brief) {
    return (int) brief.substring(0, brief.indexOf(text)).lines().count() + 1;
  }
}

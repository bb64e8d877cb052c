package io.creatoros.core.persist;

import static io.creatoros.core.persist.PersistedFolder.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.creatoros.core.course.RowTable;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.storage.StorageConflictException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Briefs: those of people are never touched, one of our own follows what is known. */
class PersistedBriefTest {

  private static final String BY_HAND = "---\ncourse_slug: bread\n---\n# Course Brief: Bread\n";

  private final PersistedFolder folder = new PersistedFolder();
  private final CoursePersister persister = folder.persister();

  @Test
  void titleShouldMakeBriefInTheFormThatCreatorsFillIn() {
    persister.persistCourse(
        COURSE,
        CourseDraft.builder()
            .title("Pão em Casa: do Fermento à Mesa")
            .slug("pao-em-casa")
            .persona("ana_prado", "Ana Prado")
            .keywords("pão", "forno")
            .build());

    assertThat(folder.text("COURSE-BRIEF.md"))
        .isEqualTo(
            """
            ---
            course_title: "Pão em Casa: do Fermento à Mesa"
            course_slug: "pao-em-casa"
            mmos_persona:
              enabled: true
              mind_slug: "ana_prado"
              mind_name: "Ana Prado"
            ---

            # 📋 Course Brief

            ## 1️⃣ INFORMAÇÕES BÁSICAS DO CURSO

            ### 1.1. Identificação

            **Título do Curso:**
            ```
            Pão em Casa: do Fermento à Mesa
            ```

            **Slug (ID do curso):**
            ```
            pao-em-casa
            ```

            **Tags (3-7 palavras-chave):**
            ```
            1. pão
            2. forno
            ```
            """);
    assertThat(folder.value(RowTable.CONTENT_PIECES, "piece_slug")).contains("\"pao-em-casa\"");
  }

  @Test
  void briefShouldBeStoredExactlyAsGiven() {
    persister.persistCourse(COURSE, CourseDraft.builder().brief("any\r\ntext").build());

    assertThat(folder.files()).containsOnlyKeys("COURSE-BRIEF.md").containsValue("any\r\ntext");
  }

  @Test
  void briefOfOurOwnShouldFollowWhatIsGiven() {
    persister.persistCourse(COURSE, CourseDraft.builder().title("Bread").build());
    persister.persistCourse(COURSE, CourseDraft.builder().slug("bread").keywords("oven").build());
    persister.persistCourse(COURSE, CourseDraft.builder().title("Better Bread").build());

    assertThat(folder.value(RowTable.CONTENT_PIECES, "title")).contains("\"Better Bread\"");
    assertThat(folder.text("COURSE-BRIEF.md")).contains("1. oven").contains("bread\n```");
  }

  @Test
  void briefByHandShouldStayWhenItSaysTheSame() {
    folder.write("course-brief.md", BY_HAND);

    Persisted persisted =
        persister.persistCourse(
            COURSE, CourseDraft.builder().title("Bread").slug("bread").keywords("oven").build());

    assertThat(folder.text("course-brief.md")).isEqualTo(BY_HAND);
    assertThat(persisted.files())
        .extracting(file -> file.path().value())
        .containsExactly("course-brief.md", ".record/course.json");
    assertThat(folder.value(RowTable.CONTENT_PIECES, "keywords")).contains("[\"oven\"]");
  }

  @ParameterizedTest
  @CsvSource({"title, Cake", "slug, cake"})
  void briefByHandShouldBeNamedWhenItSaysOtherwise(String what, String value) {
    folder.write("course-brief.md", BY_HAND);
    CourseDraft.Builder draft = CourseDraft.builder().keywords("oven");
    CourseDraft given = (what.equals("title") ? draft.title(value) : draft.slug(value)).build();

    assertThatThrownBy(() -> persister.persistCourse(COURSE, given))
        .isInstanceOfSatisfying(
            StorageConflictException.class,
            e -> {
              assertThat(e.code()).isEqualTo("BRIEF_SAYS_OTHERWISE");
              assertThat(e.remedy()).isPresent();
            })
        .hasMessageContaining("the " + what)
        .hasMessageContaining(value)
        .hasMessageContaining("course-brief.md")
        .hasMessageContainingAll(what.equals("title") ? "\"Bread\"" : "\"bread\"");
    assertThat(folder.files()).containsOnlyKeys("course-brief.md");
  }

  @Test
  void briefOfOurOwnShouldBeThatOfAPersonOnceItWasEdited() {
    persister.persistCourse(COURSE, CourseDraft.builder().title("Bread").build());
    String edited = folder.text("COURSE-BRIEF.md") + "\nmine\n";
    folder.write("COURSE-BRIEF.md", edited);

    persister.persistCourse(COURSE, CourseDraft.builder().keywords("oven").build());

    assertThat(folder.text("COURSE-BRIEF.md")).isEqualTo(edited);
    assertThatThrownBy(
            () -> persister.persistCourse(COURSE, CourseDraft.builder().title("Cake").build()))
        .isInstanceOf(StorageConflictException.class);
  }

  @Test
  void briefShouldNotBeTakenForOurOwnWhenItsBytesAreNotItsText() {
    persister.persistCourse(COURSE, CourseDraft.builder().title("Bread").build());
    byte[] latin = "# Pão".getBytes(StandardCharsets.ISO_8859_1);
    folder.folders().write(COURSE, "COURSE-BRIEF.md", latin);

    persister.persistCourse(COURSE, CourseDraft.builder().keywords("oven").build());

    assertThat(folder.folders().read(COURSE, "COURSE-BRIEF.md")).contains(latin);
  }

  @Test
  void valuesWithoutTitleShouldMakeNoBrief() {
    persister.persistCourse(COURSE, CourseDraft.builder().keywords("oven").build());

    assertThat(folder.files()).containsOnlyKeys(".record/course.json");
  }

  @Test
  void titleShouldBeRefusedWhenNoBriefCanTellIt() {
    for (String title : new String[] {"[título]", "TBD", "two\nlines"}) {
      assertThatThrownBy(
              () -> persister.persistCourse(COURSE, CourseDraft.builder().title(title).build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("title");
    }
    assertThat(folder.files()).isEmpty();
  }

  @Test
  void partsShouldBeUpdatedWhereTheyLie() {
    folder.write("course-brief-trilha-1.md", "old");
    folder.write("curriculum-v2.yml", "old");
    folder.write("EMENTA.md", "old");
    folder.write("ANALISE-MERCADO.md", "old");
    folder.write("research/differentiation-strategy.md", "old");

    persister.persistMetadata(
        COURSE, new MetadataDraft(Optional.of("B"), Optional.of("C"), Optional.of("O")));
    persister.persistResearch(
        COURSE,
        ResearchDraft.builder().marketAnalysis("M").differentiation("D").contentGaps("G").build());

    assertThat(folder.files())
        .containsOnly(
            entry("course-brief-trilha-1.md", "B"),
            entry("curriculum-v2.yml", "C"),
            entry("EMENTA.md", "O"),
            entry("ANALISE-MERCADO.md", "M"),
            entry("research/differentiation-strategy.md", "D"),
            entry("research/content-gaps.md", "G"));
  }

  @Test
  void partsShouldBothBeNamedWhenTheyAreEquallyNear() {
    folder.write("research/market-analysis.md", "a");
    folder.write("research/market-research-complete.md", "b");

    assertThatThrownBy(
            () ->
                persister.persistResearch(
                    COURSE, ResearchDraft.builder().marketAnalysis("M").build()))
        .isInstanceOfSatisfying(
            StorageConflictException.class,
            e -> assertThat(e.code()).isEqualTo("PART_CLAIMED_TWICE"))
        .hasMessageContaining("the market analysis")
        .hasMessageContaining("research/market-analysis.md")
        .hasMessageContaining("research/market-research-complete.md");
  }

  @Test
  void partNearerToTheCourseFolderShouldBeTheOne() {
    folder.write("archive/2024/COURSE-BRIEF.md", "older");
    folder.write("archive/COURSE-BRIEF.md", "old");
    folder.write("brief/deep/COURSE-BRIEF.md", "older");

    persister.persistMetadata(COURSE, MetadataDraft.ofBrief("new"));

    assertThat(folder.files()).hasSize(3).containsEntry("archive/COURSE-BRIEF.md", "new");
  }
}

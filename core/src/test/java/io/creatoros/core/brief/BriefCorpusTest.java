package io.creatoros.core.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Briefs as a team of creators really left them. */
class BriefCorpusTest {

  private static final String TRACK =
      "nova-formacao/trilha-3-dados-performance/course-brief-trilha-3-dados-performance.md";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "claude-code/COURSE-BRIEF.md; Claude Code Expert: Automação Inteligente para Founders sem"
            + " Código; claude-code; 2.5; 3; 10; 10",
        "github-essencial/COURSE-BRIEF.md; GitHub Essencial - Organize Seus Projetos e Automacoes;"
            + " github-essencial; 2.92; 5; 17; 10",
        "notebooklm-express/COURSE-BRIEF.md; O Segundo Cérebro Lendário: NotebookLM;"
            + " notebooklm-express; 2.53; 5; 16; 7",
        TRACK + "; Trilha 3: Dados e Performance; ''; 7; 5; 10; 5"
      })
  void readShouldUnderstandBriefWhenItIsReal(
      String file,
      String title,
      String slug,
      BigDecimal hours,
      int modules,
      int lessons,
      int objectives)
      throws IOException {
    Understanding understanding = read(file);
    Brief brief = (Brief) understanding.understood().orElseThrow();

    assertThat(brief.title()).contains(title);
    assertThat(brief.slug().orElse("")).isEqualTo(slug);
    assertThat(brief.durationHours()).contains(hours);
    assertThat(brief.modules()).contains(modules);
    assertThat(brief.lessons()).contains(lessons);
    assertThat(brief.objectives()).hasSize(objectives);
    assertThat(brief.icp().pains()).hasSizeBetween(5, 8);
    assertThat(brief.icp().demographics()).isNotEmpty();
    assertThat(understanding.findings()).isEmpty();
  }

  @Test
  void readShouldTellFormThatIsNotFilledInWhenItIsReal() throws IOException {
    Understanding understanding = read("dominando-obsidian/COURSE-BRIEF.md");
    Brief brief = (Brief) understanding.understood().orElseThrow();

    assertThat(understanding.findings())
        .extracting(CourseFinding::code)
        .containsExactly(FindingCode.BRIEF_NOT_FILLED_IN);
    assertThat(brief.title()).isEmpty();
    assertThat(brief.slug()).isEmpty();
    assertThat(brief.durationHours()).isEmpty();
    assertThat(brief.icp()).isEqualTo(new Brief.Icp(Map.of(), Map.of(), List.of(), List.of()));
    assertThat(brief.objectives()).hasSize(4);
  }

  private static Understanding read(String file) throws IOException {
    Path corpus = Path.of("../../shared/corpus/current").toAbsolutePath().normalize();
    assumeTrue(
        Files.isDirectory(corpus), "there are no real course folders beside the project to run on");
    Path path = corpus.resolve(file);
    return new BriefReader()
        .read(
            new SourceText(
                new ArtifactPath(path.getFileName().toString()), Files.readString(path)));
  }
}

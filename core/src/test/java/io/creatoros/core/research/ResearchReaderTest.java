package io.creatoros.core.research;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.research.ResearchReport.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResearchReaderTest {

  @ParameterizedTest
  @CsvSource({
    "research/market-analysis.md, MARKET_ANALYSIS",
    "research/market-research-complete.md, MARKET_ANALYSIS",
    "research/01-market-analysis.md, MARKET_ANALYSIS",
    "MARKET-ANALYSIS.md, MARKET_ANALYSIS",
    "ANALISE-MERCADO.md, MARKET_ANALYSIS",
    "Análise de Mercado.md, MARKET_ANALYSIS",
    "RESEARCH-FINDINGS-2025.md, MARKET_ANALYSIS",
    "research/content-gaps.md, GAP_ANALYSIS",
    "research/02-gap-analysis.md, GAP_ANALYSIS",
    "research/differentiation.md, DIFFERENTIATION_STRATEGY",
    "research/differentiation-strategy.md, DIFFERENTIATION_STRATEGY",
    "research/estrategia-de-diferenciacao.md, DIFFERENTIATION_STRATEGY",
    "research/sources.md, SOURCES_LIST",
    "research/fontes.md, SOURCES_LIST"
  })
  void readShouldTellTopicWhenNameIsKnown(String path, Topic topic) {
    assertThat(read(path, "").topic()).contains(topic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "research/recommendations.md",
        "research/tool-selection-framework.md",
        "research/deep-dive-hosting.md",
        "research/pesquisa-1-hosting.txt",
        "research/marketing.md",
        "research/.md"
      })
  void readShouldTellNoTopicWhenReportIsAnother(String path) {
    assertThat(read(path, "").topic()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "**Courses Analyzed:** 12; 12",
        "**Competitive Courses Analyzed:** 12; 12",
        "- **Cursos analisados**: 7; 7",
        "Concorrentes Analisados: 15+; 15",
        "| Cursos analisados | 9 |; 9",
        "**Total de cursos pesquisados:** ~20; 20",
        "Analisamos 15+ cursos de pão.; 15",
        "All 12 courses analyzed are in English.; 12"
      })
  void readShouldTellCompetitorsWhenReportSaysHowMany(String line, int competitors) {
    assertThat(read("# Report\n\n" + line + "\n").competitors()).contains(competitors);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Total de fontes:** 50+",
        "**Courses Analyzed:** many",
        "**Courses Analyzed:** 10-12",
        "There are 5 competitors.",
        "```\nCourses Analyzed: 12\n```",
        "Em 2025 cursos analisam dados"
      })
  void readShouldTellNoCompetitorsWhenReportDoesNotSay(String line) {
    assertThat(read("# Report\n\n" + line + "\n").competitors()).isEmpty();
  }

  @Test
  void readShouldTellTitleAndFirstProseWhenReportBeginsWithData() {
    ResearchReport report =
        read(
            """
            # 📊 Market Analysis: Bread

            **Date:** 2025-10-22
            **Scope:** courses on bread for people without an oven at home

            ## Summary

            | Course | Price |
            |---|---|
            | Loaf | 10 |

            Short line.

            Most courses teach **recipes**, few of them
            teach how to look at dough.
            """);

    assertThat(report.title()).contains("Market Analysis: Bread");
    assertThat(report.summary())
        .contains("Most courses teach recipes, few of them teach how to look at dough.");
  }

  @Test
  void readShouldShortenSummaryWhenParagraphIsLong() {
    String summary = read("# Report\n\n" + "word ".repeat(400)).summary().orElseThrow();

    assertThat(summary).hasSizeLessThanOrEqualTo(500).endsWith("word…");
  }

  @Test
  void readShouldNameLineWhenFrontMatterIsNoYaml() {
    Understanding understanding =
        new ResearchReader()
            .read(
                new SourceText(
                    new ArtifactPath("research/sources.md"), "---\na: b: c\n---\n# Sources\n"));

    assertThat(understanding.findings())
        .extracting(CourseFinding::code)
        .containsExactly(FindingCode.YAML_INVALID);
    assertThat(understanding.understood()).isPresent();
  }

  private static ResearchReport read(String text) {
    return read("research/market-analysis.md", text);
  }

  private static ResearchReport read(String path, String text) {
    return (ResearchReport)
        new ResearchReader()
            .read(new SourceText(new ArtifactPath(path), text))
            .understood()
            .orElseThrow();
  }
}

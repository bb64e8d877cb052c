package io.creatoros.core.research;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Bread at Home - Course Outline Completo",
        "# Bread at Home",
        "# 📘 Course Outline: Bread at Home",
        "# Ementa - Bread at Home",
        "# EMENTA DO CURSO\n\n## Bread at Home\n### Without a machine",
        "# EMENTA E CONTEÚDO PROGRAMÁTICO\n\n## Bread at Home",
        "# EMENTA DO CURSO\n\n"
            + "## Dados\n\n"
            + "| Campo | Valor |\n"
            + "|---|---|\n"
            + "| **Titulo do Curso** | Bread at Home |",
        "---\ncourse_title: Bread at Home\n---\n# Outline"
      })
  void readShouldTellTitleOfCourseWhenOutlineNamesIt(String text) {
    assertThat(read(text).title()).contains("Bread at Home");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# Ementa", "# Course Outline\n\nText.\n\n## Module 1", "text"})
  void readShouldTellNoTitleWhenOutlineNamesNone(String text) {
    assertThat(read(text).title()).isEmpty();
  }

  @Test
  void readShouldCountHeadingsWhenSomeStandInCodeFences() {
    assertThat(read("# A\n\n## B\n\n```\n# not one\n```\n\n### C\n").headings()).isEqualTo(3);
  }

  private static Outline read(String text) {
    return (Outline)
        new OutlineReader()
            .read(new SourceText(new ArtifactPath("course-outline.md"), text))
            .understood()
            .orElseThrow();
  }
}

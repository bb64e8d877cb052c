package io.creatoros.core.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # briefs
          COURSE-BRIEF.md | BRIEF
          COURSE-BRIEF-SUPABASE-COMPLETO.md | BRIEF
          course-brief-trilha-3-dados-performance.md | BRIEF
          aula_47_COURSE_BRIEF.md | BRIEF
          avaliacao-course-brief-supabase.md | OTHER
          validation-brief-report.md | OTHER
          templates/course-brief.md | RESOURCE
          sources/COURSE-BRIEF-antigo.md | SOURCE
          # curricula and outlines
          curriculum.yaml | CURRICULUM
          curriculum.yml | CURRICULUM
          curriculum-microlearning-gps.yaml | CURRICULUM
          v2-receita-sales-machine/curriculum.yaml | CURRICULUM
          CURRICULUM-PROPOSAL.md | OTHER
          course-outline.md | OUTLINE
          EMENTA.md | OUTLINE
          ementa-conteudo-programatico.md | OUTLINE
          ementa-trilha-3-dados-performance.md | OUTLINE
          mindmaps/ementa-curso.whimsical.txt | RESOURCE
          # lessons, layout by layout
          lessons/1.1-git-vs-github.md | LESSON
          lessons/0.0-introducao.md | LESSON
          lessons/00.1-boas-vindas.md | LESSON
          lessons/07.5-extra.md | LESSON
          lessons/10.1-fim.md | LESSON
          lessons/1.1 - Título Com Espaços, 100% Pronto.md | LESSON
          lessons/1.2-Título (parte 1) & mais.md | LESSON
          lessons/modulo-1/aula-1.1-por-que.md | LESSON
          lessons/modulo-01/aula-1.1-agentes.md | LESSON
          lessons/modulo-01/glossario-agentes.md | OTHER
          aulas/modulo-01/aula-1.1-x.md | LESSON
          aulas/modulo-04A/aula-4A.1-x.md | LESSON
          aulas/modulo-01/README.md | OTHER
          aulas/modulo-01/modulo-01-pessoas.md | OTHER
          aulas/modulo-04/aulas-completas.md | OTHER
          aulas/modulo-04/aulas-4.1-a-4.4.md | OTHER
          modulos/modulo-1-mapa-dados/aula-1.1-quanto-tempo.md | LESSON
          módulos/modulo-1/aula-1.1-x.md | LESSON
          v2-receita-sales-machine/modulo-2-ai-sales-machine/2.1-slug.md | LESSON
          M1-AULA1-Fundamentos-De-Marca.md | LESSON
          legacy/1.1 Por que clonar?.md | LESSON
          lessons/BONUS-skills-superpoderes.md | LESSON
          BONUS-oferta.md | OTHER
          aulas/modulo-3/aula-02-primeiros-passos.md | LESSON
          aulas/modulo-3/aula-02.md | LESSON
          aula-02-primeiros-passos.md | OTHER
          aulas/modulo-3/aulas-02-a-04.md | OTHER
          lessons/2.1-terminal-mac.md | LESSON
          lessons/2.1-terminal-windows.md | LESSON
          lessons/3.2-criando-roteiros-que-vendem.md | LESSON
          lessons/3.3-guia-completo.md | LESSON
          # spoken scripts
          roteiros/modulo-1-aula-1.1-roteiro.md | SCRIPT
          modulos/modulo-1-gestao/roteiros/aula-1.1-roteiro.md | SCRIPT
          modulos/modulo-1-gestao/aula-1.1-roteiro.md | SCRIPT
          v2-receita-sales-machine/modulo-2/2.1-ROTEIRO-TELEPROMPTER-X.md | SCRIPT
          v2-receita-sales-machine/modulo-2/2.1-x-completo.md | SCRIPT
          lessons/2.1-TELEPROMPTER-X.md | SCRIPT
          scripts/setup.sh | OTHER
          # transcripts
          aula_01_boas_vindas-pt-BR.txt | TRANSCRIPT
          aula_01_boas_vindas-pt-BR.vtt | TRANSCRIPT
          legendas/qualquer.srt | TRANSCRIPT
          Transcricoes/01.txt | TRANSCRIPT
          transcricoes-originais/01.txt | TRANSCRIPT
          Transcrição Aulas Founders/Aula 1.txt | TRANSCRIPT
          sources/transcripts/01.txt | TRANSCRIPT
          sources/29_tags-transcription.txt | TRANSCRIPT
          transcricao-reunioes.md | OTHER
          loose-transcription.txt | OTHER
          # research
          research/market-analysis.md | RESEARCH_REPORT
          research/content-gaps.md | RESEARCH_REPORT
          research/differentiation-strategy.md | RESEARCH_REPORT
          research/pesquisa-antigravity.txt | RESEARCH_REPORT
          research/web-search-results.json | OTHER
          MARKET-ANALYSIS.md | RESEARCH_REPORT
          ANALISE-MERCADO.md | RESEARCH_REPORT
          RESEARCH-FINDINGS-2025.md | RESEARCH_REPORT
          ANALISE-QUALIDADE-CHECKLIST.md | OTHER
          # assessments, resources, sources
          assessments/quiz-modulo-1-2.yaml | ASSESSMENT
          assessments/projeto-capstone-final.md | ASSESSMENT
          resources/glossario-completo.md | RESOURCE
          resources/mindmaps/modulo-1-setup.md | RESOURCE
          mindmaps/aula-1.2-instalacao-config.whimsical.txt | RESOURCE
          templates/modulo-1-mapa-dados.md | RESOURCE
          prompts/1.1-prompt.md | RESOURCE
          sources/Adriano de Marqui .md | SOURCE
          sources/icp.md | SOURCE
          source/notas.md | SOURCE
          sources/Guia de Cultura Lendár[IA]/Os 3 Pilares 20e1c6/foto.jpg | SOURCE
          voz do instrutor/tom.md | SOURCE
          # records and state
          .record/course.json | RECORD
          .record/1.1.json | RECORD
          .record/notes.txt | OTHER
          .metadata.json | OTHER
          .lessons-queue.json | OTHER
          .state/workflow.yaml | OTHER
          README.md | OTHER
          FINAL-SUMMARY.md | OTHER
          instructor-profile.yaml | OTHER
          """)
  void ofShouldKnowKindByPath(String path, ArtifactKind kind) {
    assertThat(ArtifactKind.of(new ArtifactPath(path))).isEqualTo(kind);
  }

  @Test
  void ofShouldIgnoreUnicodeFormAndCase() {
    String decomposed = Normalizer.normalize("TRANSCRIÇÕES/Aula.TXT", Normalizer.Form.NFD);

    assertThat(ArtifactKind.of(new ArtifactPath(decomposed))).isEqualTo(ArtifactKind.TRANSCRIPT);
  }

  @Test
  void ofShouldKnowEveryPathWhenNamesHoldLineBreaks() {
    assertThat(ArtifactKind.of(new ArtifactPath("roteiros/a\nb/c.md")))
        .isEqualTo(ArtifactKind.SCRIPT);
    assertThat(ArtifactKind.of(new ArtifactPath("\n"))).isEqualTo(ArtifactKind.OTHER);
  }
}

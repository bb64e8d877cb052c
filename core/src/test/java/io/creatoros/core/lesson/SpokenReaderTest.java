package io.creatoros.core.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenReaderTest {

  private final SpokenReader reader = new SpokenReader();

  @Test
  void readShouldUnderstandScript() {
    Spoken spoken =
        spoken(
            "roteiros/modulo-4-aula-4.2-roteiro.md",
            "# ROTEIRO DE AULA 4.2: Regar bem\n\nOlá a todos.\n");

    assertThat(spoken.label().map(LessonLabel::id)).contains("4.2");
    assertThat(spoken.title()).isEqualTo("Regar bem");
    assertThat(spoken.wordCount()).isEqualTo(10);
  }

  @Test
  void readShouldTakeLabelOfScriptFromHeadingWhenNameHasNone() {
    Spoken spoken = spoken("roteiros/regar.md", "# Aula 4.2\n");

    assertThat(spoken.label().map(LessonLabel::id)).contains("4.2");
    assertThat(spoken.title()).isEqualTo("Regar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aula_01_boas_vindas-pt-BR.txt              | Boas vindas
          sources/29_regar_bem-transcription.txt     | Regar bem
          Transcrição/Aula 1 - Regar bem.txt         | Regar bem
          transcricoes/1.2-regar-bem.txt             | Regar bem
          transcricoes/01.txt                        | 01
          """)
  void readShouldTakeTitleOfTranscriptFromItsName(String path, String title) {
    assertThat(spoken(path, "# Não é título\n").title()).isEqualTo(title);
  }

  @Test
  void readShouldCountWhatIsSpokenInWebVtt() {
    String subtitles =
        """
        WEBVTT - Aula 1
        Kind: captions

        NOTE não é falado
        nem isto

        STYLE
        ::cue { color: red }

        1
        00:00:00.000 --> 00:00:02.000 align:start
        <v Rita>Olá, <c.loud>pessoal</c>!

        abertura
        00:00:02.000 --> 00:00:04.000
        Hoje são 3 passos.
        3

        00:00:04.000 --> 00:00:05.000
        Vamos
        """;

    assertThat(spoken("aula_01.vtt", subtitles).wordCount()).isEqualTo(8);
  }

  @Test
  void readShouldCountWhatIsSpokenInSubRip() {
    String subtitles =
        "\ufeff1\r\n00:00:00,000 --> 00:00:02,000\r\nOlá,\r\npessoal!\r\n\r\n"
            + "2\r\n00:00:02,000 --> 00:00:04,000\r\n2026\r\n";

    assertThat(spoken("legendas/aula.srt", subtitles).wordCount()).isEqualTo(3);
  }

  @Test
  void readShouldCountAllWordsOfPlainText() {
    assertThat(spoken("aula_01.txt", "1\n00:01 --> 00:02\nOlá\n").wordCount()).isEqualTo(5);
    assertThat(spoken("aula_01.txt", "").wordCount()).isZero();
  }

  private Spoken spoken(String path, String text) {
    return (Spoken)
        reader.read(new SourceText(new ArtifactPath(path), text)).understood().orElseThrow();
  }
}

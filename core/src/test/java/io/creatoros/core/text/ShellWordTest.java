package io.creatoros.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {

  @Test
  void ofShouldBeWhatAShellTakesForOneWord() {
    assertThat(ShellWord.of("aulas/1.1-ação.md")).isEqualTo("aulas/1.1-ação.md");
    assertThat(ShellWord.of("it's [IA] $x")).isEqualTo("'it'\\''s [IA] $x'");
  }
}

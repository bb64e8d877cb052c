package io.creatoros.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

  private static final String LESSON =
      "Lição 5.1: A sequência é só começo. Você não verá exceções; é fácil — “vá até lá”, ÓTIMO!";

  @ParameterizedTest
  @ValueSource(strings = {"", "só texto 🎯", "\uFEFFcom marca", "já havia \uFFFD", "a\u0005b"})
  void decodeShouldLeaveTextAsItIsWhenBytesAreUtf8(String text) {
    assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new DecodedText(text, true, "UTF-8", false));
  }

  @Test
  void decodeShouldReplaceNulWhenBytesAreUtf8() {
    byte[] bytes = "ação\u0000fim".getBytes(StandardCharsets.UTF_8);

    assertThat(TextDecoder.decode(bytes))
        .isEqualTo(new DecodedText("ação\uFFFDfim", false, "UTF-8", true));
  }

  @Test
  void decodeShouldKeepValidPartsWhenFewBytesAreDamaged() {
    byte[] bytes = LESSON.getBytes(StandardCharsets.UTF_8);
    bytes[10] = (byte) 0xFF;

    DecodedText decoded = TextDecoder.decode(bytes);

    assertThat(decoded.encoding()).isEqualTo("UTF-8");
    assertThat(decoded.lossy()).isTrue();
    assertThat(decoded.text()).contains("\uFFFD").endsWith(LESSON.substring(12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-MacRoman", "windows-1252"})
  void decodeShouldTellOldEncodingsApartByPortugueseLetters(String charset) {
    DecodedText decoded = TextDecoder.decode(LESSON.getBytes(Charset.forName(charset)));

    assertThat(decoded.text()).isEqualTo(LESSON);
    assertThat(decoded.encoding())
        .isEqualTo(charset.startsWith("x-") ? "Mac Roman" : "Windows-1252");
    assertThat(decoded.asIs()).isFalse();
    assertThat(decoded.lossy()).isFalse();
  }

  @Test
  void decodeShouldKnowEveryCharacterOfMacRoman() {
    byte[] upper = new byte[128];
    for (int i = 0; i < upper.length; i++) {
      upper[i] = (byte) (0x80 + i);
    }
    byte[] portuguese =
        "ação é só começo, não será fácil, atenção".getBytes(Charset.forName("x-MacRoman"));
    byte[] bytes = Arrays.copyOf(portuguese, portuguese.length * 9 + upper.length);
    for (int i = 1; i < 9; i++) {
      System.arraycopy(portuguese, 0, bytes, i * portuguese.length, portuguese.length);
    }
    System.arraycopy(upper, 0, bytes, portuguese.length * 9, upper.length);

    DecodedText decoded = TextDecoder.decode(bytes);

    assertThat(decoded.encoding()).isEqualTo("Mac Roman");
    assertThat(decoded.text()).endsWith(new String(upper, Charset.forName("x-MacRoman")));
  }

  @Test
  void decodeShouldReadLatinWhenItHasOnlyLetters() {
    DecodedText decoded =
        TextDecoder.decode("Módulo é começo".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(decoded).isEqualTo(new DecodedText("Módulo é começo", false, "Latin-1", false));
  }

  @Test
  void decodeShouldSaveLettersWhenCharactersWereCutToTheirLastByte() {
    String written = "✅ Lição é → próxima ─ fim";
    byte[] bytes = new byte[written.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) written.charAt(i);
    }

    DecodedText decoded = TextDecoder.decode(bytes);

    assertThat(decoded.text()).isEqualTo("\uFFFD Lição é \uFFFD próxima \uFFFD fim");
    assertThat(decoded.lossy()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void decodeShouldReadUtf16WhenItHasMark(String charset) {
    byte[] bytes = "\uFEFFOlá 🎯".getBytes(Charset.forName(charset));

    assertThat(TextDecoder.decode(bytes))
        .isEqualTo(new DecodedText("Olá 🎯", false, "UTF-16", false));
  }

  @Test
  void decodeShouldGiveTextThatDatabasesTakeWhateverTheBytes() {
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (i % 3 == 0 && bytes.length > 1) {
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xFE;
      }

      DecodedText decoded = TextDecoder.decode(bytes);

      assertThat(decoded.text()).doesNotContain("\u0000");
      assertThat(roundTrip(decoded.text())).isEqualTo(decoded.text());
      assertThat(decoded.asIs())
          .isEqualTo(Arrays.equals(decoded.text().getBytes(StandardCharsets.UTF_8), bytes));
    }
  }

  private static String roundTrip(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}

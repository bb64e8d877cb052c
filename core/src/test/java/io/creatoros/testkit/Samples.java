package io.creatoros.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Names and contents that homes have to cope with. */
public final class Samples {

  /** An accented name in composed form. */
  public static final String COMPOSED = "lessons/1.1-introdu\u00e7\u00e3o.md";

  /** The same name in decomposed form. */
  public static final String DECOMPOSED = "lessons/1.1-introduc\u0327a\u0303o.md";

  /** Names as people and tools give them, all in composed form. */
  public static final List<String> ODD_NAMES =
      List.of(
          ".metadata.json",
          ".state/workflow.yaml",
          "...",
          "..hidden/..file.md",
          "100% pronto.md",
          "%2e%2e/%00.md",
          "A.md",
          "Guia [IA]/Os 3 Pilares, parte 1 & 2.md",
          "aulas/modulo-04A/aula-4A.1-Título com Espaços.md",
          "back\\slash.md",
          "lessons/1.1 Por quê? (introdução).md",
          "lessons/5.1-a.b..c.md",
          "new\nline\tand tab.md",
          "quote'double\"semi;dollar$.md",
          "sources/Adriano de Marqui .md",
          "sources/ leading space.md",
          "z\u00ff\uffee-\ud83c\udfaf-\ud83d\udc69\u200d\ud83c\udf93.md",
          "日本語/資料.md",
          "long/" + "segmento-".repeat(20) + "/" + "ç".repeat(100) + ".md");

  private Samples() {}

  /** The UTF-8 bytes of a text. */
  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes without a pattern, the same for the same seed. */
  public static byte[] bytes(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Contents that a home which takes bytes for text would not give back. */
  public static List<byte[]> oddContents() {
    return List.of(
        new byte[0],
        text("\r\nline\r\n\rline\n"),
        text("\ufeffwith a byte order mark"),
        new byte[] {0, 'a', 0, 0},
        new byte[] {(byte) 0xff, (byte) 0xc3, (byte) 0x28, (byte) 0xed, (byte) 0xa0, (byte) 0x80},
        text("\\x00\\000'';--"),
        text("\ud83c\udfaf G - GOAL"));
  }
}

package io.creatoros.core.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text in one of the old encodings of one byte for each character. */
final class SingleByteText {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** The characters of bytes 80 to FF in Mac Roman; not every Java runtime knows them. */
  private static final String MAC_ROMAN =
      "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
          + "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

  private static final String LOWER = "áàâãéêíóôõúüç";
  private static final String UPPER = "ÁÀÂÃÉÊÍÓÔÕÚÜÇ";
  private static final String SIGNS = "“”‘’–—…•ªº°«»\u00A0·€©®™";

  private SingleByteText() {}

  /** The text in the encoding that makes the more plausible Portuguese or English. */
  static DecodedText decode(byte[] bytes) {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    if (hasControls(latin)) {
      return new DecodedText(CleanText.printable(latin), false, "Latin-1", true);
    }
    String windows = new String(bytes, WINDOWS);
    String mac = macRoman(latin);
    if (plausibility(mac) > plausibility(windows)) {
      return new DecodedText(mac, false, "Mac Roman", false);
    }
    boolean lossy = windows.indexOf(CleanText.REPLACEMENT) >= 0;
    String encoding = windows.equals(latin) ? "Latin-1" : "Windows-1252";
    return new DecodedText(windows, false, encoding, lossy);
  }

  /** Control characters tell of characters that were cut to their last byte. */
  private static boolean hasControls(String latin) {
    return latin.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
  }

  private static String macRoman(String latin) {
    char[] text = latin.toCharArray();
    for (int i = 0; i < text.length; i++) {
      if (text[i] >= 0x80) {
        text[i] = MAC_ROMAN.charAt(text[i] - 0x80);
      }
    }
    return new String(text);
  }

  private static int plausibility(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        sum += plausibility(text.charAt(i), i == 0 ? ' ' : text.charAt(i - 1));
      }
    }
    return sum;
  }

  private static int plausibility(char c, char before) {
    if (LOWER.indexOf(c) >= 0) {
      return 3;
    }
    if (UPPER.indexOf(c) >= 0) {
      return Character.isLowerCase(before) ? -3 : 2;
    }
    return SIGNS.indexOf(c) >= 0 ? 1 : -3;
  }
}

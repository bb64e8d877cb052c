package io.creatoros.core.quality;

/** Counts words. */
public final class Words {

  private Words() {}

  /**
   * How many words a text has: what stands between white space. Marks count too, so {@code ## Fim}
   * has two.
   */
  public static int count(String text) {
    int words = 0;
    boolean afterSpace = true;
    for (char c : text.toCharArray()) {
      boolean space = Characters.isSpace(c);
      words += afterSpace & !space ? 1 : 0;
      afterSpace = space;
    }
    return words;
  }
}

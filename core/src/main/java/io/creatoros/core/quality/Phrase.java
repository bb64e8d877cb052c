package io.creatoros.core.quality;

/**
 * Words that a rule looks for, in any case.
 *
 * @param index its place in the {@link Vocabulary}
 * @param text the words, folded
 */
record Phrase(int index, String text) {

  int length() {
    return text.length();
  }
}

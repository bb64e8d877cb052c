package io.creatoros.core.text;

/** Texts as part of a command that somebody copies into a shell. */
public final class ShellWord {

  private ShellWord() {}

  /** The text as a shell takes it for one word; in single quotes where it needs them. */
  public static String of(String text) {
    return text.matches("[\\p{L}\\p{N}._/+:@%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}

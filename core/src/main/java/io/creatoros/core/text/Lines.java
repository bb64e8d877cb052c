package io.creatoros.core.text;

/** The lines of a text, one after another, whatever their ends. */
final class Lines {

  private final String text;
  private int start;
  private int stop;
  private int end;
  private int number;

  /**
   * @param from where the first line begins
   */
  Lines(String text, int from) {
    this.text = text;
    this.end = from;
    this.start = from;
    this.stop = from;
  }

  /** Moves to the next line, if there is one. */
  boolean next() {
    start = end;
    stop = end;
    if (start >= text.length()) {
      return false;
    }
    while (stop < text.length() && text.charAt(stop) != '\n' && text.charAt(stop) != '\r') {
      stop++;
    }
    end = Math.min(stop + (text.startsWith("\r\n", stop) ? 2 : 1), text.length());
    number++;
    return true;
  }

  /** The number of the line, from 1. */
  int number() {
    return number;
  }

  /** Where the line begins. */
  int start() {
    return start;
  }

  /** Where the next line begins. */
  int end() {
    return end;
  }

  /** The line without its end. */
  String text() {
    return text.substring(start, stop);
  }

  boolean isBlank() {
    for (int i = start; i < stop; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  boolean startsWith(char first) {
    return start < stop && text.charAt(start) == first;
  }

  /** Whether the line is this, spaces after it apart. */
  boolean is(String line) {
    return text.startsWith(line, start)
        && stop - start >= line.length()
        && text.substring(start + line.length(), stop).isBlank();
  }
}

package io.creatoros.core.reading;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Languages as creators name them. */
public final class LanguageTag {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("pt", "pt"),
          Map.entry("ptbr", "pt"),
          Map.entry("portugues", "pt"),
          Map.entry("portuguese", "pt"),
          Map.entry("en", "en"),
          Map.entry("ingles", "en"),
          Map.entry("english", "en"),
          Map.entry("es", "es"),
          Map.entry("espanhol", "es"),
          Map.entry("spanish", "es"));

  private LanguageTag() {}

  /**
   * The tag of the first language that a text names, without its region: {@code pt-BR} and {@code
   * Português (Brasil)} are {@code pt}. Empty if it names none that is known.
   */
  public static Optional<String> of(String text) {
    return Stream.of(PlainWords.of(text).split(" "))
        .filter(NAMES::containsKey)
        .map(NAMES::get)
        .findFirst();
  }
}

package io.creatoros.filesystem;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is never an artifact unless a {@code .creatorosignore} says otherwise. */
final class DefaultIgnores {

  private static final Set<String> NAMES =
      Set.of(".git", ".creatoros", ".ds_store", "thumbs.db", "4913");
  private static final Set<String> KEY_NAMES = Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519");
  private static final Set<String> ENDINGS =
      Set.of(".swp", ".swo", ".swx", ".pem", ".key", ".p12", ".pfx", ".ppk");
  private static final String ZONE = ":zone.identifier";
  private static final String EXAMPLE = ".env.example";

  private DefaultIgnores() {}

  /** The pattern that a name falls under; empty for an artifact. */
  static Optional<String> rule(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (NAMES.contains(lower) || KEY_NAMES.contains(lower)) {
      return Optional.of(name);
    }
    return switch (lower.charAt(0)) {
      case '.' -> dotted(lower).or(() -> ending(lower));
      case '~' -> lower.startsWith("~$") ? Optional.of("~$*") : ending(lower);
      default -> ending(lower);
    };
  }

  /** Whether a name can never be an artifact, whatever a {@code .creatorosignore} says. */
  static boolean isReserved(String name) {
    return name.equalsIgnoreCase(".git")
        || name.equalsIgnoreCase(StateFolder.NAME)
        || name.startsWith(DurableFiles.TEMPORARY);
  }

  private static Optional<String> dotted(String lower) {
    if (lower.startsWith(DurableFiles.TEMPORARY)) {
      return Optional.of(DurableFiles.TEMPORARY + "*");
    }
    if (lower.startsWith(".#")) {
      return Optional.of(".#*");
    }
    if (lower.endsWith(".kate-swp")) {
      return Optional.of(".*.kate-swp");
    }
    return lower.startsWith(".env") && !lower.equals(EXAMPLE)
        ? Optional.of(".env*")
        : Optional.empty();
  }

  private static Optional<String> ending(String lower) {
    if (lower.endsWith(ZONE)) {
      return Optional.of("*:Zone.Identifier");
    }
    int dot = lower.lastIndexOf('.');
    return dot >= 0 && lower.length() - dot <= 4 && ENDINGS.contains(lower.substring(dot))
        ? Optional.of("*" + lower.substring(dot))
        : Optional.empty();
  }
}

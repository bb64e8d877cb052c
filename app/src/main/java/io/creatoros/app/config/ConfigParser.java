package io.creatoros.app.config;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;

/** Turns texts into the checked configuration, noting every problem. */
final class ConfigParser {

  private static final int LONGEST_NAME = 200;

  private final Map<Setting, Value> values;
  private final Path root;
  private final List<Problem> problems;

  ConfigParser(Map<Setting, Value> values, Path root, List<Problem> problems) {
    this.values = values;
    this.root = root;
    this.problems = problems;
  }

  AppConfig parse() {
    return new AppConfig(
        mirror(),
        name(Setting.PROJECT),
        Optional.of(name(Setting.ORIGIN)).filter(label -> !label.isEmpty()),
        globs(Setting.COURSES),
        globs(Setting.FIXED_COURSES),
        parsed(Setting.SIZE_LIMIT, Units::size),
        parsed(Setting.LOCK_WAIT, Units::duration),
        parsed(Setting.SYNC_TRIES, Units::count),
        parsed(Setting.SYNC_SENDERS, Units::count),
        parsed(Setting.SEARCH, Units::onOff),
        database(),
        embedded());
  }

  private DatabaseConfig database() {
    return new DatabaseConfig(
        url(),
        name(Setting.DATABASE_USER),
        text(Setting.DATABASE_PASSWORD),
        parsed(Setting.DATABASE_POOL, Units::count),
        parsed(Setting.DATABASE_CONNECT_TIMEOUT, Units::duration),
        parsed(Setting.DATABASE_STATEMENT_TIMEOUT, Units::duration));
  }

  private EmbeddedConfig embedded() {
    Duration patience = parsed(Setting.EMBEDDED_PATIENCE, Units::duration);
    return new EmbeddedConfig(
        folder(Setting.EMBEDDED_HOME), folder(Setting.EMBEDDED_CACHE), patience);
  }

  private MirrorKind mirror() {
    boolean url = !text(Setting.DATABASE_URL).isEmpty();
    String label = text(Setting.MIRROR).toLowerCase(Locale.ROOT);
    if (label.isEmpty()) {
      return url ? MirrorKind.POSTGRES : MirrorKind.EMBEDDED;
    }
    Optional<MirrorKind> kind = MirrorKind.of(label);
    if (kind.isEmpty()) {
      problem(Setting.MIRROR, "'" + label + "' is none of postgres, embedded, none");
    } else if (kind.get() == MirrorKind.POSTGRES && !url) {
      problem(Setting.MIRROR, "postgres needs database.url (or SUPABASE_DB_URL)");
    }
    return kind.orElse(MirrorKind.NONE);
  }

  private String url() {
    String url = text(Setting.DATABASE_URL);
    boolean known =
        url.startsWith("postgresql://")
            || url.startsWith("postgres://")
            || url.startsWith("jdbc:postgresql:");
    if (!url.isEmpty() && !known) {
      problem(
          Setting.DATABASE_URL,
          "must start with postgresql:// or jdbc:postgresql:; it starts otherwise");
    }
    return url;
  }

  private String name(Setting setting) {
    String name = text(setting);
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      problem(setting, "must be plain text of at most " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private List<String> globs(Setting setting) {
    List<String> globs = Globs.parse(text(setting));
    for (String glob : globs) {
      try {
        FileSystems.getDefault().getPathMatcher("glob:" + glob);
      } catch (PatternSyntaxException e) {
        problem(setting, "'" + glob + "' is no glob (" + e.getDescription() + ")");
      }
    }
    return globs;
  }

  private Optional<Path> folder(Setting setting) {
    String text = text(setting);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      String home = System.getProperty("user.home");
      return Optional.of(
          root.resolve(text.startsWith("~/") ? home + text.substring(1) : text).normalize());
    } catch (InvalidPathException e) {
      problem(setting, "is no path (" + e.getReason() + ")");
      return Optional.empty();
    }
  }

  /** The value, or the default's when it is wrong. */
  private <T> T parsed(Setting setting, Function<String, Optional<T>> parser) {
    return parser
        .apply(text(setting))
        .orElseGet(
            () -> {
              problem(
                  setting,
                  "'" + text(setting) + "' is no " + setting.kind().doc().replace("`", ""));
              return parser.apply(setting.byDefault()).orElseThrow();
            });
  }

  private String text(Setting setting) {
    return values.get(setting).text();
  }

  private void problem(Setting setting, String what) {
    Source source = values.get(setting).source();
    String where = source.name().isEmpty() ? "" : " (" + source + ")";
    problems.add(new Problem(setting.key() + where, what));
  }
}

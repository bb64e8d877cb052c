package io.creatoros.app.config;

import io.creatoros.core.adapter.MirrorAdapters;
import io.creatoros.core.storage.StorageRejectedException;
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
  private final Map<String, String> adapterValues;
  private final Path root;
  private final List<Problem> problems;

  ConfigParser(
      Map<Setting, Value> values,
      Map<String, String> adapterValues,
      Path root,
      List<Problem> problems) {
    this.values = values;
    this.adapterValues = adapterValues;
    this.root = root;
    this.problems = problems;
  }

  AppConfig parse() {
    MirrorKind mirror = mirror();
    return new AppConfig(
        mirror,
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
        embedded(),
        adapter(mirror),
        dualWrite());
  }

  /** Where meters go. */
  Optional<Path> metricsFile() {
    return path(Setting.METRICS_FILE);
  }

  private DatabaseConfig database() {
    return new DatabaseConfig(
        url(),
        name(Setting.DATABASE_USER),
        text(Setting.DATABASE_PASSWORD),
        pool(),
        parsed(Setting.DATABASE_CONNECT_TIMEOUT, Units::duration),
        parsed(Setting.DATABASE_STATEMENT_TIMEOUT, Units::duration));
  }

  private DatabaseConfig.Pool pool() {
    return new DatabaseConfig.Pool(
        parsed(Setting.DATABASE_POOL, Units::count),
        parsed(Setting.DATABASE_POOL_MIN_IDLE, Units::count),
        parsed(Setting.DATABASE_POOL_IDLE_TIMEOUT, Units::duration),
        parsed(Setting.DATABASE_POOL_MAX_LIFETIME, Units::duration),
        parsed(Setting.DATABASE_POOL_KEEPALIVE, Units::duration),
        parsed(Setting.DATABASE_VALIDATION_TIMEOUT, Units::duration));
  }

  private DualWriteConfig dualWrite() {
    return new DualWriteConfig(
        parsed(Setting.DB_PERSIST, Units::onOff),
        parsed(Setting.WRITE_BUDGET, Units::duration),
        parsed(Setting.WRITE_BEHIND, Units::onOff),
        parsed(Setting.WRITE_BEHIND_QUEUE, Units::count));
  }

  private AdapterConfig adapter(MirrorKind mirror) {
    String name = mirror == MirrorKind.ADAPTER ? mirrorName() : "";
    return new AdapterConfig(name, adapterValues);
  }

  private EmbeddedConfig embedded() {
    Duration patience = parsed(Setting.EMBEDDED_PATIENCE, Units::duration);
    return new EmbeddedConfig(path(Setting.EMBEDDED_HOME), path(Setting.EMBEDDED_CACHE), patience);
  }

  private MirrorKind mirror() {
    boolean url = !text(Setting.DATABASE_URL).isEmpty();
    if (mirrorName().isEmpty()) {
      return url ? MirrorKind.POSTGRES : MirrorKind.EMBEDDED;
    }
    MirrorKind kind = MirrorKind.of(mirrorName()).orElseGet(this::adapterKind);
    if (kind == MirrorKind.POSTGRES && !url) {
      problem(Setting.MIRROR, "postgres needs database.url (or SUPABASE_DB_URL)");
    }
    return kind;
  }

  private String mirrorName() {
    return text(Setting.MIRROR).toLowerCase(Locale.ROOT);
  }

  private MirrorKind adapterKind() {
    try {
      if (MirrorAdapters.named(mirrorName()).isPresent()) {
        return MirrorKind.ADAPTER;
      }
      List<String> names = MirrorAdapters.names();
      problem(
          Setting.MIRROR,
          "'"
              + mirrorName()
              + "' is none of postgres, embedded, none, nor the name of an adapter on the class"
              + " path"
              + (names.isEmpty() ? ", where there is none" : ": " + String.join(", ", names)));
    } catch (StorageRejectedException e) {
      problem(Setting.MIRROR, String.valueOf(e.getMessage()));
    }
    return MirrorKind.NONE;
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

  private Optional<Path> path(Setting setting) {
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

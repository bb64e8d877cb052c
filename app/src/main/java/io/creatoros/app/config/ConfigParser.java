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
import java.util.regex.PatternSyntaxException;

/** Turns texts into the checked configuration, noting every problem. */
final class ConfigParser {

  private final SettingTexts texts;
  private final Map<String, String> adapterValues;
  private final Path root;

  ConfigParser(
      Map<Setting, Value> values,
      Map<String, String> adapterValues,
      Path root,
      List<Problem> problems) {
    this.texts = new SettingTexts(values, problems);
    this.adapterValues = adapterValues;
    this.root = root;
  }

  AppConfig parse() {
    MirrorKind mirror = mirror();
    return new AppConfig(
        mirror,
        texts.name(Setting.PROJECT),
        Optional.of(texts.name(Setting.ORIGIN)).filter(label -> !label.isEmpty()),
        globs(Setting.COURSES),
        globs(Setting.FIXED_COURSES),
        texts.parsed(Setting.SIZE_LIMIT, Units::size),
        texts.parsed(Setting.LOCK_WAIT, Units::duration),
        texts.parsed(Setting.SYNC_TRIES, Units::count),
        texts.parsed(Setting.SYNC_SENDERS, Units::count),
        texts.parsed(Setting.SEARCH, Units::onOff),
        database(),
        new PostgrestParser(texts).parse(mirror == MirrorKind.POSTGREST),
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
        texts.name(Setting.DATABASE_USER),
        texts.text(Setting.DATABASE_PASSWORD),
        pool(),
        texts.parsed(Setting.DATABASE_CONNECT_TIMEOUT, Units::duration),
        texts.parsed(Setting.DATABASE_STATEMENT_TIMEOUT, Units::duration));
  }

  private DatabaseConfig.Pool pool() {
    return new DatabaseConfig.Pool(
        texts.parsed(Setting.DATABASE_POOL, Units::count),
        texts.parsed(Setting.DATABASE_POOL_MIN_IDLE, Units::count),
        texts.parsed(Setting.DATABASE_POOL_IDLE_TIMEOUT, Units::duration),
        texts.parsed(Setting.DATABASE_POOL_MAX_LIFETIME, Units::duration),
        texts.parsed(Setting.DATABASE_POOL_KEEPALIVE, Units::duration),
        texts.parsed(Setting.DATABASE_VALIDATION_TIMEOUT, Units::duration));
  }

  private DualWriteConfig dualWrite() {
    return new DualWriteConfig(
        texts.parsed(Setting.DB_PERSIST, Units::onOff),
        texts.parsed(Setting.WRITE_BUDGET, Units::duration),
        texts.parsed(Setting.WRITE_BEHIND, Units::onOff),
        texts.parsed(Setting.WRITE_BEHIND_QUEUE, Units::count));
  }

  private AdapterConfig adapter(MirrorKind mirror) {
    String name = mirror == MirrorKind.ADAPTER ? mirrorName() : "";
    return new AdapterConfig(name, adapterValues);
  }

  private EmbeddedConfig embedded() {
    Duration patience = texts.parsed(Setting.EMBEDDED_PATIENCE, Units::duration);
    return new EmbeddedConfig(path(Setting.EMBEDDED_HOME), path(Setting.EMBEDDED_CACHE), patience);
  }

  private MirrorKind mirror() {
    boolean url = isSet(Setting.DATABASE_URL);
    if (mirrorName().isEmpty()) {
      return url
          ? MirrorKind.POSTGRES
          : isSet(Setting.POSTGREST_URL) ? MirrorKind.POSTGREST : MirrorKind.EMBEDDED;
    }
    MirrorKind kind = MirrorKind.of(mirrorName()).orElseGet(this::adapterKind);
    if (kind == MirrorKind.POSTGRES && !url) {
      texts.problem(Setting.MIRROR, "postgres needs database.url (or SUPABASE_DB_URL)");
    }
    return kind;
  }

  private boolean isSet(Setting setting) {
    return !texts.text(setting).isEmpty();
  }

  private String mirrorName() {
    return texts.text(Setting.MIRROR).toLowerCase(Locale.ROOT);
  }

  private MirrorKind adapterKind() {
    try {
      if (MirrorAdapters.named(mirrorName()).isPresent()) {
        return MirrorKind.ADAPTER;
      }
      List<String> names = MirrorAdapters.names();
      texts.problem(
          Setting.MIRROR,
          "'"
              + mirrorName()
              + "' is none of postgres, postgrest, embedded, none, nor the name of an adapter on the class"
              + " path"
              + (names.isEmpty() ? ", where there is none" : ": " + String.join(", ", names)));
    } catch (StorageRejectedException e) {
      texts.problem(Setting.MIRROR, String.valueOf(e.getMessage()));
    }
    return MirrorKind.NONE;
  }

  private String url() {
    String url = texts.text(Setting.DATABASE_URL);
    boolean known =
        url.startsWith("postgresql://")
            || url.startsWith("postgres://")
            || url.startsWith("jdbc:postgresql:");
    if (!url.isEmpty() && !known) {
      texts.problem(
          Setting.DATABASE_URL,
          "must start with postgresql:// or jdbc:postgresql:; it starts otherwise");
    }
    return url;
  }

  private List<String> globs(Setting setting) {
    List<String> globs = Globs.parse(texts.text(setting));
    for (String glob : globs) {
      try {
        FileSystems.getDefault().getPathMatcher("glob:" + glob);
      } catch (PatternSyntaxException e) {
        texts.problem(setting, "'" + glob + "' is no glob (" + e.getDescription() + ")");
      }
    }
    return globs;
  }

  private Optional<Path> path(Setting setting) {
    String text = texts.text(setting);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      String home = System.getProperty("user.home");
      return Optional.of(
          root.resolve(text.startsWith("~/") ? home + text.substring(1) : text).normalize());
    } catch (InvalidPathException e) {
      texts.problem(setting, "is no path (" + e.getReason() + ")");
      return Optional.empty();
    }
  }
}

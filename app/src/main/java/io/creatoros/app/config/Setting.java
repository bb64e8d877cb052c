package io.creatoros.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be configured. The {@code config} command, the reference in {@code
 * docs/configuration.md} and the validation are all derived from this list.
 */
public enum Setting {
  MIRROR(
      "mirror",
      Kind.MIRROR,
      "",
      "Where courses are mirrored: `postgres` (the server of `database.url`), `embedded` (a"
          + " PostgreSQL that comes with the program and belongs to you) or `none`. Without a"
          + " value: `postgres` when `database.url` is set, else `embedded`.",
      "CREATOROS_MIRROR"),
  PROJECT(
      "project",
      Kind.NAME,
      "default",
      "The project that the courses belong to in the mirror. Two workspaces with the same project"
          + " share its courses; another project keeps them apart.",
      "CREATOROS_PROJECT"),
  ORIGIN(
      "origin",
      Kind.NAME,
      "",
      "The label of this workspace that every revision carries, for people; it decides nothing."
          + " Without a value: the host and the workspace's path.",
      "CREATOROS_ORIGIN"),
  COURSES(
      "courses",
      Kind.LIST,
      "",
      "Globs, relative to the workspace, of the folders that are courses, such as `trilhas/*`."
          + " Without a value the program finds them by what they hold. In a variable, separate"
          + " globs with commas.",
      "CREATOROS_COURSES"),
  FIXED_COURSES(
      "fixed-courses",
      Kind.LIST,
      "",
      "Globs of folders that are one course each, whatever they hold; all other folders are told"
          + " apart as before. `creatoros courses split` and `join` write it.",
      "CREATOROS_FIXED_COURSES"),
  SIZE_LIMIT(
      "size-limit",
      Kind.SIZE,
      "25MiB",
      "The largest file whose bytes are stored. A larger one is recorded by its hash and size only"
          + " and counted as unstored wherever equality is claimed.",
      "CREATOROS_SIZE_LIMIT"),
  LOCK_WAIT(
      "lock.wait",
      Kind.DURATION,
      "2s",
      "How long to wait for a course that another process holds before giving up.",
      "CREATOROS_LOCK_WAIT"),
  SYNC_TRIES(
      "sync.tries",
      Kind.COUNT,
      "10",
      "How often `sync` compares and writes a course anew when others keep changing it meanwhile.",
      "CREATOROS_SYNC_TRIES"),
  SYNC_SENDERS(
      "sync.senders",
      Kind.COUNT,
      "2",
      "How many courses are worked on at once.",
      "CREATOROS_SYNC_SENDERS"),
  SEARCH(
      "search",
      Kind.SWITCH,
      "on",
      "Whether `sync` enters lessons into the full-text index that `creatoros search` asks. A first"
          + " `sync` without it is faster; `sync --full` enters them later.",
      "CREATOROS_SEARCH"),
  DATABASE_URL(
      "database.url",
      Kind.SECRET_URL,
      "",
      "The PostgreSQL server: `postgresql://user:password@host:port/database?sslmode=require` as"
          + " Supabase shows it (percent-encode special characters), or"
          + " `jdbc:postgresql://host:port/database`. A transaction pooler is recognised by port"
          + " 6543 or `pgbouncer=true`.",
      "SUPABASE_DB_URL",
      "DATABASE_URL"),
  DATABASE_USER(
      "database.user",
      Kind.NAME,
      "",
      "The database user, when the URL does not name one.",
      "CREATOROS_DATABASE_USER"),
  DATABASE_PASSWORD(
      "database.password",
      Kind.SECRET,
      "",
      "The database password, when the URL does not hold one.",
      "CREATOROS_DATABASE_PASSWORD"),
  DATABASE_POOL(
      "database.pool",
      Kind.COUNT,
      "4",
      "The most connections that one command opens to the database.",
      "CREATOROS_DATABASE_POOL"),
  DATABASE_CONNECT_TIMEOUT(
      "database.connect-timeout",
      Kind.DURATION,
      "10s",
      "How long to wait for a connection to the database.",
      "CREATOROS_DATABASE_CONNECT_TIMEOUT"),
  DATABASE_STATEMENT_TIMEOUT(
      "database.statement-timeout",
      Kind.DURATION,
      "5m",
      "How long one statement may take in the database.",
      "CREATOROS_DATABASE_STATEMENT_TIMEOUT"),
  EMBEDDED_HOME(
      "embedded.home",
      Kind.FOLDER,
      "",
      "The folder of the embedded server: its data, password, locks and log. It must be on a local"
          + " disk. Without a value: `creatoros/postgres-17` in `$XDG_DATA_HOME` or"
          + " `~/.local/share`.",
      "CREATOROS_EMBEDDED_HOME"),
  EMBEDDED_CACHE(
      "embedded.cache",
      Kind.FOLDER,
      "",
      "The folder into which the embedded server's programs are unpacked. Without a value:"
          + " `creatoros` in `$XDG_CACHE_HOME` or `~/.cache`.",
      "CREATOROS_EMBEDDED_CACHE"),
  EMBEDDED_PATIENCE(
      "embedded.patience",
      Kind.DURATION,
      "60s",
      "How long to wait for the embedded server to be ready.",
      "CREATOROS_EMBEDDED_PATIENCE");

  /** How the text of a setting is understood. */
  public enum Kind {
    MIRROR("`postgres`, `embedded` or `none`"),
    NAME("text"),
    LIST("list of globs"),
    SIZE("size: `500KiB`, `25MiB`, `1GiB`"),
    DURATION("duration: `500ms`, `2s`, `5m`, `1h`"),
    SWITCH("`on` or `off`"),
    COUNT("number from 1 to 1000"),
    FOLDER("folder; relative to the workspace"),
    SECRET("secret text"),
    SECRET_URL("URL, its password secret");

    private final String doc;

    Kind(String doc) {
      this.doc = doc;
    }

    /** The values allowed, for people. */
    public String doc() {
      return doc;
    }
  }

  private final String key;
  private final Kind kind;
  private final String byDefault;
  private final String doc;
  private final List<String> variables;

  Setting(String key, Kind kind, String byDefault, String doc, String... variables) {
    this.key = key;
    this.kind = kind;
    this.byDefault = byDefault;
    this.doc = doc;
    this.variables = List.of(variables);
  }

  /** Its name in {@code creatoros.yaml}; a dot stands for nesting. */
  public String key() {
    return key;
  }

  /** How its text is understood. */
  public Kind kind() {
    return kind;
  }

  /** Its value when nothing sets it; empty for none. */
  public String byDefault() {
    return byDefault;
  }

  /** What it does, in Markdown. */
  public String doc() {
    return doc;
  }

  /** The environment variables that set it; the first that is set wins. */
  public List<String> variables() {
    return variables;
  }

  /** Whether any part of its value must never be shown. */
  public boolean isSecret() {
    return kind == Kind.SECRET || kind == Kind.SECRET_URL;
  }

  /** The setting with this key in {@code creatoros.yaml}. */
  public static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}

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
      "Where courses are mirrored: `postgres` (the server of `database.url`), `postgrest` (the HTTP"
          + " API of [Supabase](supabase.md) or PostgREST at `postgrest.url`), `embedded` (a"
          + " PostgreSQL that comes with the program and belongs to you), `none`, or the name of an"
          + " [adapter](writing-an-adapter.md) on the class path. Without a value: `postgres` when"
          + " `database.url` is set, else `postgrest` when `postgrest.url` is, else `embedded`.",
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
      "3",
      "How many courses are worked on at once.",
      "CREATOROS_SYNC_SENDERS"),
  SEARCH(
      "search",
      Kind.SWITCH,
      "on",
      "Whether `sync` enters lessons into the full-text index that `creatoros search` asks. A first"
          + " `sync` without it is faster; `sync --full` enters them later.",
      "CREATOROS_SEARCH"),
  DB_PERSIST(
      "db-persist",
      Kind.SWITCH,
      "off",
      "Whether programs that write courses, `creatoros persist` included, write to the mirror too."
          + " Off: files only, and what they wrote is owed until `creatoros sync`, which this does"
          + " not govern. Read at every call: a program that runs follows `creatoros.yaml` and"
          + " `.env` as they change, unless a flag or a variable decides.",
      "CREATOR_OS_DB_PERSIST"),
  WRITE_BUDGET(
      "write-budget",
      Kind.DURATION,
      "2s",
      "How long a call that wrote files waits for the mirror, waiting for others and a second try"
          + " included. What is not done by then is owed. `creatoros persist` lets the embedded"
          + " server start first, which `embedded.patience` bounds.",
      "CREATOROS_WRITE_BUDGET"),
  WRITE_BEHIND(
      "write-behind",
      Kind.SWITCH,
      "off",
      "Whether calls return as soon as their files are safe, and the mirror is written behind"
          + " them.",
      "CREATOROS_WRITE_BEHIND"),
  WRITE_BEHIND_QUEUE(
      "write-behind-queue",
      Kind.COUNT,
      "1000",
      "How many files may wait to be written behind; what is more is owed at once.",
      "CREATOROS_WRITE_BEHIND_QUEUE"),
  METRICS_FILE(
      "metrics-file",
      Kind.FILE,
      "",
      "A file into which a command that writes to the mirror puts its [meters](observability.md)"
          + " when it ends, in the text format of Prometheus; made for node_exporter, which reads"
          + " `*.prom`. Replaced at once each time. Without a value nothing is written.",
      "CREATOROS_METRICS_FILE"),
  DATABASE_URL(
      "database.url",
      Kind.SECRET_URL,
      "",
      "The PostgreSQL server: `postgresql://user:password@host:port/database?sslmode=require` as"
          + " Supabase shows it (percent-encode special characters), or"
          + " `jdbc:postgresql://host:port/database`. A transaction pooler is recognised by port"
          + " 6543 or `pgbouncer=true`. Where courses go over HTTP it may be set beside that: for"
          + " the commands that need SQL, such as `migrate` and `db backup`.",
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
      "The most connections that a program holds to the database. A command of `creatoros` holds"
          + " two at most, whatever this says.",
      "CREATOROS_DATABASE_POOL"),
  DATABASE_POOL_MIN_IDLE(
      "database.pool-min-idle",
      Kind.COUNT,
      "1",
      "How many connections are kept open while nothing is asked; never more than"
          + " `database.pool`.",
      "CREATOROS_DATABASE_POOL_MIN_IDLE"),
  DATABASE_POOL_IDLE_TIMEOUT(
      "database.pool-idle-timeout",
      Kind.DURATION,
      "10m",
      "After how long an unused connection above `database.pool-min-idle` is closed; at least"
          + " `10s`.",
      "CREATOROS_DATABASE_POOL_IDLE_TIMEOUT"),
  DATABASE_POOL_MAX_LIFETIME(
      "database.pool-max-lifetime",
      Kind.DURATION,
      "30m",
      "The age at which a connection is replaced by a new one; at least `30s`. Keep it below what"
          + " the server, a pooler or a firewall allows.",
      "CREATOROS_DATABASE_POOL_MAX_LIFETIME"),
  DATABASE_POOL_KEEPALIVE(
      "database.pool-keepalive",
      Kind.DURATION,
      "2m",
      "How often an unused connection is used, so that nobody between here and there takes it for"
          + " dead; at least `30s` and below `database.pool-max-lifetime`, or `0s` for never.",
      "CREATOROS_DATABASE_POOL_KEEPALIVE"),
  DATABASE_VALIDATION_TIMEOUT(
      "database.validation-timeout",
      Kind.DURATION,
      "5s",
      "How long a connection that lay unused may take to show that it is alive; at least `250ms`,"
          + " and in effect never longer than `database.connect-timeout`.",
      "CREATOROS_DATABASE_VALIDATION_TIMEOUT"),
  DATABASE_CONNECT_TIMEOUT(
      "database.connect-timeout",
      Kind.DURATION,
      "10s",
      "How long to wait for a connection to the database; at least `250ms`.",
      "CREATOROS_DATABASE_CONNECT_TIMEOUT"),
  DATABASE_STATEMENT_TIMEOUT(
      "database.statement-timeout",
      Kind.DURATION,
      "5m",
      "How long one statement may take in the database; at least `1s`.",
      "CREATOROS_DATABASE_STATEMENT_TIMEOUT"),
  POSTGREST_URL(
      "postgrest.url",
      Kind.WEB_URL,
      "",
      "The HTTP API: `https://PROJECT.supabase.co` as Supabase shows it, or that of a PostgREST of"
          + " your own. Without a path, `/rest/v1` is added, or `postgrest.path`. `http://` is refused but"
          + " for this machine (`localhost`) and the host of `postgrest.plain-host`: the key would"
          + " travel for all to read.",
      "SUPABASE_URL"),
  POSTGREST_KEY(
      "postgrest.key",
      Kind.SECRET,
      "",
      "The API's key: a secret key (`sb_secret_…`, or the older `service_role`), which may do"
          + " everything; or the publishable one (`sb_publishable_…`, or the older `anon`), which"
          + " may do nothing without `postgrest.token`. Of several variables the first here wins."
          + " May be missing where a PostgREST of your own wants a token only.",
      "SUPABASE_KEY",
      "SUPABASE_SECRET_KEY",
      "SUPABASE_SERVICE_KEY",
      "SUPABASE_SERVICE_ROLE_KEY",
      "SUPABASE_PUBLISHABLE_KEY",
      "SUPABASE_ANON_KEY"),
  POSTGREST_TOKEN(
      "postgrest.token",
      Kind.SECRET,
      "",
      "The token (JWT) of the user who writes. With it the mirror lets through what that user may"
          + " as a [member](supabase.md#members), whatever the key may. It ends when its time is"
          + " over, an hour after signing in unless your project says otherwise.",
      "CREATOROS_POSTGREST_TOKEN"),
  POSTGREST_PATH(
      "postgrest.path",
      Kind.NAME,
      "",
      "The path of the API, when `postgrest.url` has none: `/` where PostgREST is asked directly."
          + " Without a value: `/rest/v1`, as at Supabase.",
      "CREATOROS_POSTGREST_PATH"),
  POSTGREST_PLAIN_HOST(
      "postgrest.plain-host",
      Kind.NAME,
      "",
      "A host that may be reached by `http://`, by its exact name, such as `kong` within Docker"
          + " Compose. Key, token and courses then travel as they are: only for a network that is"
          + " yours.",
      "CREATOROS_POSTGREST_PLAIN_HOST"),
  POSTGREST_CONNECT_TIMEOUT(
      "postgrest.connect-timeout",
      Kind.DURATION,
      "10s",
      "How long to wait for a connection to the API.",
      "CREATOROS_POSTGREST_CONNECT_TIMEOUT"),
  POSTGREST_TIMEOUT(
      "postgrest.timeout",
      Kind.DURATION,
      "60s",
      "How long one request to the API may take. Supabase itself ends one after about a minute.",
      "CREATOROS_POSTGREST_TIMEOUT"),
  POSTGREST_CONNECTIONS(
      "postgrest.connections",
      Kind.COUNT,
      "4",
      "How many requests to the API go on at once. Each takes one of its connections to the"
          + " database, of which it has about ten for all who ask.",
      "CREATOROS_POSTGREST_CONNECTIONS"),
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
    MIRROR("`postgres`, `postgrest`, `embedded`, `none` or the name of an adapter"),
    NAME("text"),
    LIST("list of globs"),
    SIZE("size: `500KiB`, `25MiB`, `1GiB`"),
    DURATION("duration: `500ms`, `2s`, `5m`, `1h`"),
    SWITCH("`on` or `off`, also `true`/`false`, `yes`/`no`, `1`/`0`"),
    COUNT("number from 1 to 1000"),
    FOLDER("folder; relative to the workspace"),
    FILE("file; relative to the workspace"),
    SECRET("secret text"),
    SECRET_URL("URL, its password secret"),
    WEB_URL("URL that starts with `https://`");

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

  /** The environment variables that hold secrets; other programs need none of them. */
  public static List<String> secretVariables() {
    return Arrays.stream(values())
        .filter(Setting::isSecret)
        .flatMap(setting -> setting.variables.stream())
        .toList();
  }

  /** The setting with this key in {@code creatoros.yaml}. */
  public static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}

package io.creatoros.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Calls the functions of the HTTP API for the project "default" as PostgREST does: each in a
 * transaction of its own, as the role authenticated with the claims of a token, by the names of
 * their arguments.
 */
final class HttpCaller {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Jdbi jdbi;
  private final Optional<UUID> user;

  private HttpCaller(TestDatabase database, Optional<UUID> user) {
    this.jdbi = Jdbi.create(database.jdbcUrl(), database.user(), database.password());
    this.user = user;
  }

  /** Somebody whom row-level security does not hold. */
  static HttpCaller administrator(TestDatabase database) {
    return new HttpCaller(database, Optional.empty());
  }

  /** A new member of the project, which is made when it is absent. */
  static HttpCaller member(TestDatabase database, String role) {
    UUID user = UUID.randomUUID();
    administrator(database).call("member", "p_user", user, "p_database_role", null, "p_role", role);
    return new HttpCaller(database, Optional.of(user));
  }

  /** A user who is no member of any project. */
  static HttpCaller stranger(TestDatabase database) {
    return new HttpCaller(database, Optional.of(UUID.randomUUID()));
  }

  /** What tokens name this user by. */
  UUID user() {
    return user.orElseThrow();
  }

  /**
   * Calls a function.
   *
   * @param function its name without {@code creatoros_}
   * @param arguments the names and values of its further arguments, in turn
   */
  JsonNode call(String function, @Nullable Object... arguments) {
    return inTransaction(handle -> call(handle, function, arguments));
  }

  /** Calls a function, and asks something else in the same transaction. */
  long countAfter(String count, String function, @Nullable Object... arguments) {
    return inTransaction(
        handle -> {
          call(handle, function, arguments);
          return handle.select(count).mapTo(Long.class).one();
        });
  }

  private <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
    return jdbi.inTransaction(
        handle -> {
          if (user.isPresent()) {
            handle.execute("set local role authenticated");
            handle
                .select(
                    "select set_config('request.jwt.claims', ?, true)",
                    JSON.valueToTree(Map.of("sub", user.get())).toString())
                .mapTo(String.class)
                .one();
          }
          return work.withHandle(handle);
        });
  }

  private static JsonNode call(Handle handle, String function, @Nullable Object... arguments) {
    StringBuilder named = new StringBuilder("p_project => 'default'");
    for (int i = 0; i < arguments.length; i += 2) {
      named.append(", ").append(arguments[i]).append(" => ?");
    }
    Query query =
        handle.createQuery("select public.creatoros_" + function + "(" + named + ")::text");
    for (int i = 1; i < arguments.length; i += 2) {
      query.bind(i / 2, argument(arguments[i]));
    }
    return query.map((row, context) -> json(row.getString(1))).one();
  }

  /** Whatever type the function takes; objects and lists as JSON. */
  private static Argument argument(@Nullable Object value) {
    String text =
        value == null || value instanceof String
            ? (String) value
            : value instanceof Iterable || value instanceof Map
                ? JSON.valueToTree(value).toString()
                : value.toString();
    return (position, statement, context) -> statement.setObject(position, text, Types.OTHER);
  }

  /** A JSON text; null for none. */
  static JsonNode json(@Nullable String text) {
    try {
      return JSON.readTree(text == null ? "null" : text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}

package io.creatoros.postgrest.security;

import io.creatoros.postgres.security.Actor;
import io.creatoros.postgres.security.Teams;
import io.creatoros.postgrest.testkit.Caller;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import io.creatoros.postgrest.testkit.Tokens;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The two teams of the matrix over JDBC, behind a server of each version. No request leaves
 * anything behind, so all tests of the JVM share them.
 */
@RequiresPostgrest
@ParameterizedClass
@EnumSource
abstract class AccessMatrix {
  /** Those who can come over HTTP: others log in, or show what no gateway lets through. */
  private static final List<Actor> ACTORS =
      List.of(
          Actor.ANON,
          Actor.OUTSIDER,
          Actor.WITHOUT_SUB,
          Actor.VIEWER,
          Actor.EDITOR,
          Actor.OWNER,
          Actor.SERVICE);

  private static final Map<Teams.Project, Place> PLACES = new EnumMap<>(Teams.Project.class);
  private static final Map<PostgrestVersion, PostgrestServer> SERVERS =
      new EnumMap<>(PostgrestVersion.class);

  private final PostgrestServer server;

  AccessMatrix(PostgrestVersion version) {
    server =
        SERVERS.computeIfAbsent(
            version, each -> PostgrestServer.startForgetful(each, Teams.database()));
  }

  /** What there is of a project. */
  static Place place(Teams.Project project) {
    return PLACES.computeIfAbsent(project, Place::of);
  }

  /** The cells of everybody in every project. */
  static <T> Stream<T> each(BiFunction<Actor, Teams.Project, Stream<T>> cells) {
    return ACTORS.stream()
        .flatMap(
            actor ->
                Stream.of(Teams.Project.values()).flatMap(project -> cells.apply(actor, project)));
  }

  final Caller caller(Actor actor) {
    Caller caller = Caller.of(server, Tokens.withClaims(actor.claims()));
    return actor == Actor.ANON ? caller.withNothing() : caller;
  }
}

package io.creatoros.postgrest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.Hand;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role at every table and view that PostgREST serves, in its own project and in another one.
 * Each cell is a request of its own, which leaves nothing behind.
 */
@RequiresPostgrest
@ParameterizedClass
@EnumSource
final class TableAccessTest {
  private static final String[] FORGET = {"Prefer", "return=representation, tx=rollback"};

  private static final TwoProjects PROJECTS = new TwoProjects();
  private static final Map<PostgrestVersion, PostgrestServer> SERVERS =
      new EnumMap<>(PostgrestVersion.class);

  private final PostgrestServer server;

  /** What is done to rows. */
  enum Operation {
    GET,
    POST,
    PATCH,
    DELETE
  }

  /** One question of the matrix. */
  record Cell(Role role, Operation operation, Relation relation, boolean own) {
    @Override
    public String toString() {
      return role + " " + operation + " " + relation + (own ? ", own" : ", other");
    }

    Outcome expected() {
      return switch (role) {
        case ANON -> Outcome.DENIED;
        case SERVICE -> Outcome.DONE;
        default -> operation == Operation.GET ? seen(own && role.isMember()) : written();
      };
    }

    private Outcome written() {
      if (relation == Relation.PROJECTS && operation != Operation.PATCH) {
        return Outcome.DENIED;
      }
      boolean administered = relation == Relation.PROJECTS || relation == Relation.MEMBERS;
      boolean allowed = own && (administered ? role == Role.OWNER : role.writes());
      return operation == Operation.POST && !allowed ? Outcome.DENIED : seen(allowed);
    }

    private static Outcome seen(boolean allowed) {
      return allowed ? Outcome.DONE : Outcome.NOTHING;
    }
  }

  TableAccessTest(PostgrestVersion version) {
    server =
        SERVERS.computeIfAbsent(
            version, each -> PostgrestServer.startForgetful(each, PROJECTS.database()));
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(PostgrestServer::close);
    PROJECTS.close();
  }

  static Stream<Cell> cells() {
    return Stream.of(Role.values())
        .flatMap(
            role ->
                Stream.of(true, false)
                    .flatMap(own -> Stream.concat(tables(role, own), views(role, own))));
  }

  private static Stream<Cell> tables(Role role, boolean own) {
    return relations()
        .flatMap(
            relation ->
                Stream.of(Operation.values())
                    .map(operation -> new Cell(role, operation, relation, own)));
  }

  private static Stream<Cell> views(Role role, boolean own) {
    return Relation.VIEWS.stream().map(view -> new Cell(role, Operation.GET, view, own));
  }

  private static Stream<Relation> relations() {
    return Stream.concat(
        Stream.of(Relation.PROJECTS, Relation.MEMBERS), Relation.OF_COURSES.stream());
  }

  @ParameterizedTest
  @MethodSource("cells")
  void roleShouldReachWhatItsMembershipAllows(Cell cell) throws Exception {
    HttpResponse<String> answer = send(cell);

    assertThat(Outcome.of(answer)).as(answer.body()).isEqualTo(cell.expected());
  }

  @Test
  void matrixShouldHoldEveryTableAndViewThatIsServed() {
    List<String> served =
        new Hand(PROJECTS.database())
            .query(
                String.class,
                "select relname::text from pg_class where relnamespace = 'public'::regnamespace"
                    + " and relkind in ('r', 'p', 'v', 'm', 'f')");

    assertThat(Stream.concat(relations(), Relation.VIEWS.stream()).map(Relation::name))
        .containsExactlyInAnyOrderElementsOf(served);
  }

  private HttpResponse<String> send(Cell cell) throws Exception {
    Relation relation = cell.relation();
    Place place = cell.own() ? PROJECTS.own() : PROJECTS.other();
    String rows = "/" + relation.name() + place.filter(relation);
    return switch (cell.operation()) {
      case GET -> cell.role().at(server).send("GET", rows, "");
      case PATCH -> cell.role().at(server).send("PATCH", rows, relation.change(), FORGET);
      case DELETE -> cell.role().at(server).send("DELETE", rows, "", FORGET);
      case POST ->
          cell.role()
              .at(server)
              .send(
                  "POST",
                  "/" + relation.name(),
                  place.fill(relation.row()).replace("USER", UUID.randomUUID().toString()),
                  FORGET);
    };
  }
}

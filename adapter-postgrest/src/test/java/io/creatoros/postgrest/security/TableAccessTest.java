package io.creatoros.postgrest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.Hand;
import io.creatoros.postgres.security.Need;
import io.creatoros.postgres.security.Outcome;
import io.creatoros.postgres.security.TableRules;
import io.creatoros.postgres.security.TableRules.Operation;
import io.creatoros.postgrest.testkit.Caller;
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
 * Each cell is a request of its own, which leaves nothing behind; the rules are those that the
 * matrix over JDBC is held to.
 */
@RequiresPostgrest
@ParameterizedClass
@EnumSource
final class TableAccessTest {
  private static final List<Operation> OPERATIONS =
      List.of(Operation.SELECT, Operation.INSERT, Operation.UPDATE, Operation.DELETE);
  private static final String[] FORGET = {"Prefer", "return=representation, tx=rollback"};

  private static final TwoProjects PROJECTS = new TwoProjects();
  private static final Map<PostgrestVersion, PostgrestServer> SERVERS =
      new EnumMap<>(PostgrestVersion.class);

  private final PostgrestServer server;

  /** One question of the matrix. */
  record Cell(Role role, Operation operation, Relation relation, boolean own) {
    @Override
    public String toString() {
      return role + " " + operation + " " + relation + (own ? ", own" : ", other");
    }

    Outcome expected() {
      Need need = TableRules.of("public." + relation).orElseThrow().of(operation);
      return TableRules.expected(need, operation, role.standing(own));
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
        .flatMap(role -> Stream.of(true, false).flatMap(own -> cells(role, own)));
  }

  private static Stream<Cell> cells(Role role, boolean own) {
    return Relation.all()
        .flatMap(
            relation ->
                OPERATIONS.stream().map(operation -> new Cell(role, operation, relation, own)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void roleShouldReachWhatItsMembershipAllows(Cell cell) throws Exception {
    HttpResponse<String> answer = send(cell);

    assertThat(Outcomes.of(answer)).as(answer.body()).isEqualTo(cell.expected());
  }

  @Test
  void matrixShouldHoldEveryTableAndViewThatIsServed() {
    List<String> served =
        new Hand(PROJECTS.database())
            .query(
                String.class,
                "select relname::text from pg_class where relnamespace = 'public'::regnamespace"
                    + " and relkind in ('r', 'p', 'v', 'm', 'f')");

    assertThat(Relation.all().map(Relation::name)).containsExactlyInAnyOrderElementsOf(served);
  }

  private HttpResponse<String> send(Cell cell) throws Exception {
    Relation relation = cell.relation();
    Place place = cell.own() ? PROJECTS.own() : PROJECTS.other();
    String rows = "/" + relation.name() + place.filter(relation);
    Caller caller = cell.role().at(server);
    return switch (cell.operation()) {
      case SELECT -> caller.send("GET", rows, "");
      case UPDATE -> caller.send("PATCH", rows, relation.change(), FORGET);
      case DELETE -> caller.send("DELETE", rows, "", FORGET);
      case INSERT ->
          caller.send(
              "POST",
              "/" + relation.name(),
              place.fill(relation.row()).replace("USER", UUID.randomUUID().toString()),
              FORGET);
      case TRUNCATE -> throw new AssertionError("there is no such request");
    };
  }
}

package io.creatoros.postgrest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.Hand;
import io.creatoros.postgres.security.Actor;
import io.creatoros.postgres.security.Need;
import io.creatoros.postgres.security.Outcome;
import io.creatoros.postgres.security.TableRules;
import io.creatoros.postgres.security.TableRules.Operation;
import io.creatoros.postgres.security.Teams;
import io.creatoros.postgrest.testkit.Caller;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everybody at every table and view that PostgREST serves, in their own project and in another one.
 * Each cell is a request of its own, which leaves nothing behind; the rules are those that the
 * matrix over JDBC is held to.
 */
final class TableAccessTest extends AccessMatrix {
  private static final List<Operation> OPERATIONS =
      List.of(Operation.SELECT, Operation.INSERT, Operation.UPDATE, Operation.DELETE);
  private static final String[] FORGET = {"Prefer", "return=representation, tx=rollback"};

  /** One question of the matrix. */
  record Cell(Actor actor, Operation operation, Relation relation, Teams.Project project) {
    @Override
    public String toString() {
      return actor + " " + operation + " " + relation + " of " + project;
    }

    Outcome expected() {
      Need need = TableRules.of("public." + relation).orElseThrow().of(operation);
      return TableRules.expected(need, operation, actor.standing(project));
    }
  }

  TableAccessTest(PostgrestVersion version) {
    super(version);
  }

  static Stream<Cell> cells() {
    return each(
        (actor, project) ->
            Relation.all()
                .flatMap(
                    relation ->
                        OPERATIONS.stream()
                            .map(operation -> new Cell(actor, operation, relation, project))));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void tableShouldBeUsedByWhomTheRulesSay(Cell cell) throws Exception {
    HttpResponse<String> answer = send(cell);

    assertThat(Outcomes.of(answer)).as(answer.body()).isEqualTo(cell.expected());
  }

  @Test
  void matrixShouldHoldEveryTableAndViewThatIsServed() {
    List<String> served =
        new Hand(Teams.database())
            .query(
                String.class,
                "select relname::text from pg_class where relnamespace = 'public'::regnamespace"
                    + " and relkind in ('r', 'p', 'v', 'm', 'f')");

    assertThat(Relation.all().map(Relation::name)).containsExactlyInAnyOrderElementsOf(served);
  }

  private HttpResponse<String> send(Cell cell) throws Exception {
    Relation relation = cell.relation();
    Place place = place(cell.project());
    String rows = "/" + relation.name() + place.filter(relation);
    Caller caller = caller(cell.actor());
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

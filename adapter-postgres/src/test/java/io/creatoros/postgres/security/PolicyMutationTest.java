package io.creatoros.postgres.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The matrix of access would notice if a policy were lost, let everything through, or asked less of
 * who writes than it does.
 */
final class PolicyMutationTest {
  private static final String POLICIES =
      """
      select concat_ws('|', schemaname || '.' || tablename, policyname, cmd,
        coalesce(qual, with_check))
      from pg_policies where schemaname in ('creatoros', 'public') order by 1
      """;

  private static Session session;

  @BeforeAll
  static void open() {
    session = Session.open(Teams.database());
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @TestFactory
  Stream<DynamicTest> matrixShouldNoticeWhenAPolicyIsDropped() throws SQLException {
    return policies()
        .map(
            policy ->
                DynamicTest.dynamicTest(
                    policy.toString(),
                    () -> assertThat(noticed(policy, policy.drop())).isPresent()));
  }

  @TestFactory
  Stream<DynamicTest> matrixShouldNoticeWhenAPolicyLetsEverythingThrough() throws SQLException {
    return policies()
        .filter(policy -> !policy.condition().equals("true"))
        .map(
            policy ->
                DynamicTest.dynamicTest(
                    policy.toString(),
                    () -> assertThat(noticed(policy, policy.become("true"))).isPresent()));
  }

  @TestFactory
  Stream<DynamicTest> matrixShouldNoticeWhenAPolicyAsksForViewersOnly() throws SQLException {
    return policies()
        .filter(policy -> policy.condition().matches("(?s).*(writable|owned)_projects.*"))
        .map(
            policy ->
                DynamicTest.dynamicTest(
                    policy.toString(),
                    () ->
                        assertThat(noticed(policy, policy.become(policy.forViewers())))
                            .isPresent()));
  }

  @Test
  void policiesShouldBeThoseOfEveryTable() throws SQLException {
    assertThat(policies()).hasSizeGreaterThan(50);
    assertThat(
            session.texts(
                """
                select c.relname from pg_class c
                where c.relnamespace in ('public'::regnamespace, 'creatoros'::regnamespace)
                  and c.relkind = 'r' and not c.relrowsecurity order by 1
                """))
        .as("tables that nobody has a right on")
        .containsExactly("flyway_schema_history", "undo_steps");
  }

  /** A cell that ends in another way then. */
  private static Optional<Cell> noticed(Policy policy, String mutation) {
    return session.undone(
        () -> {
          session.execute(mutation);
          return new TableCells(session)
              .tried(policy.table())
              .filter(cell -> !cell.right())
              .findFirst();
        });
  }

  private static Stream<Policy> policies() throws SQLException {
    return session.texts(POLICIES).stream().map(Policy::parse);
  }

  /**
   * A policy as the catalogue has it.
   *
   * @param command what it is for
   * @param condition what it asks
   */
  private record Policy(String table, String name, String command, String condition) {

    static Policy parse(String line) {
      String[] parts = line.split("\\|", 4);
      return new Policy(parts[0], parts[1], parts[2], parts[3]);
    }

    String drop() {
      return "drop policy " + name + " on " + table;
    }

    String forViewers() {
      return condition.replaceAll("(writable|owned)_projects", "readable_projects");
    }

    String become(String other) {
      String using = command.equals("INSERT") ? "" : " using (" + other + ")";
      String check =
          command.equals("INSERT") || command.equals("UPDATE") ? " with check (" + other + ")" : "";
      return "alter policy " + name + " on " + table + using + check;
    }

    @Override
    public String toString() {
      return name + " on " + table;
    }
  }
}

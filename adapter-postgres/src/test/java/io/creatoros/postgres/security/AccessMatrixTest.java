package io.creatoros.postgres.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may do what: each actor tries each table, view and function that the catalogue has, on rows
 * of its own project and of another. Every cell is really done, and taken back.
 */
final class AccessMatrixTest {
  private static Session session;
  private static Map<Actor, Session> logins;

  @BeforeAll
  static void open() {
    session = Session.open(Teams.database());
    logins = Teams.logins();
  }

  @AfterAll
  static void close() {
    logins.values().forEach(Session::close);
    session.close();
  }

  @TestFactory
  Stream<DynamicTest> tablesShouldBeUsedByWhomTheRulesSay() throws SQLException {
    TableCells tables = new TableCells(session, logins);
    return tables.relations().stream()
        .map(
            relation ->
                DynamicTest.dynamicTest(relation, () -> check(tables.tried(relation).toList())));
  }

  @TestFactory
  Stream<DynamicTest> functionsShouldServeWhomTheRulesSay() throws SQLException {
    FunctionCells functions = new FunctionCells(session);
    return functions.functions().stream()
        .map(function -> DynamicTest.dynamicTest(function, () -> check(functions.tried(function))));
  }

  @Test
  void matrixShouldHaveThousandsOfCells() throws SQLException {
    int operations = TableRules.Operation.values().length;
    int onRows = new TableCells(session).relations().size() * operations;
    int calls = new FunctionCells(session).functions().size();

    assertThat((onRows + calls) * Actor.values().length * Teams.Project.values().length)
        .isGreaterThan(5_000);
  }

  private static void check(List<Cell> cells) {
    assertThat(cells).isNotEmpty();
    assertThat(cells.stream().filter(cell -> !cell.right())).isEmpty();
  }
}

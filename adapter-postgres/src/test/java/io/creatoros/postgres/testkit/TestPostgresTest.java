package io.creatoros.postgres.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
  @Test
  void freshDatabaseShouldBeEmptyEachTime() throws SQLException {
    TestDatabase first = TestPostgres.freshDatabase();
    TestDatabase second = TestPostgres.freshDatabase();

    execute(first, "CREATE TABLE visits (id int)");
    execute(second, "CREATE TABLE visits (id int)");

    assertThat(first.port()).isEqualTo(second.port());
    assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
  }

  @Test
  void copyOfShouldHoldWhatTheOriginalHolds() throws SQLException {
    TestDatabase original = TestPostgres.freshDatabase();
    execute(original, "CREATE TABLE visits (id int)");

    TestDatabase copy = TestPostgres.copyOf(original);

    execute(copy, "INSERT INTO visits VALUES (1)");
  }

  @Test
  void closeShouldDropDatabaseWhenItIsInUse() throws SQLException {
    TestDatabase database = TestPostgres.freshDatabase();
    try (Connection inUse = database.connect()) {
      database.close();

      assertThat(inUse.isValid(5)).isFalse();
    }
    assertThatThrownBy(database::connect).hasMessageContaining("does not exist");
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

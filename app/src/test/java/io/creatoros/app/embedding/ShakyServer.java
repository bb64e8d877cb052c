package io.creatoros.app.embedding;

import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A server that programs reach as somebody who may write their courses, each by a way of its own;
 * and the owner of its database, who reaches that directly and may do anything to it.
 */
abstract class ShakyServer implements AutoCloseable {

  private static final String BLOCKED =
      """
      select count(*) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
      """;

  private final TestDatabase database;
  private Optional<Connection> holder = Optional.empty();

  ShakyServer(TestDatabase database) {
    this.database = database;
  }

  /** A way of its own to this server, for a program that writes this project. */
  abstract Way way(String project);

  /** What programs show to be let in is not good any more, for connections that are open too. */
  abstract void refuseCredentials();

  abstract void acceptCredentials();

  /** Nobody may write from now on, as where a replica answers. */
  abstract void takeNoWrites();

  abstract void takeWrites();

  /** Sets a limit of the database for programs. */
  abstract void limit(String setting, String value);

  /** Sets it to what it was. */
  abstract void unlimit(String setting);

  /** Programs may read from now on, and not write. */
  void allowReadingOnly() {
    run("update public.content_project_members set role = 'viewer'");
  }

  void allowWriting() {
    run("update public.content_project_members set role = 'editor'");
  }

  /** Programs are those of nobody who may read or write their projects. */
  void dismissMembers() {
    run(
        """
        create table public.members_before as select * from public.content_project_members;
        delete from public.content_project_members
        """);
  }

  void readmitMembers() {
    run(
        """
        insert into public.content_project_members select * from public.members_before;
        drop table public.members_before
        """);
  }

  /** Runs a statement as the owner. */
  void run(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Holds the rows of all courses, as a transaction does that somebody forgot. */
  void holdCourses() {
    hold("select from creatoros.courses for update");
  }

  /** Runs a statement as the owner, in a transaction that stays open until it is released. */
  void hold(String sql) {
    try {
      Connection connection = database.connect();
      holder = Optional.of(connection);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  void release() {
    holder.ifPresent(ShakyServer::quietly);
    holder = Optional.empty();
  }

  /** How many statements wait for what somebody holds. */
  int blocked() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(BLOCKED)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    release();
    database.close();
  }

  private static void quietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}

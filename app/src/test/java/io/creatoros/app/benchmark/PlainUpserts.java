package io.creatoros.app.benchmark;

import static java.util.Objects.requireNonNull;

import io.creatoros.postgrest.testkit.NodeModules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The baseline of a mirror over HTTP: rows that it left, sent by Supabase's own client as plain
 * upserts to copies of the tables, by somebody who knows the rows beforehand. Each request is a
 * transaction of its own. Nothing is hashed, read, scored or compared.
 */
final class PlainUpserts implements AutoCloseable {

  private static final int FETCHED = 100;

  private final Process program;
  private final Writer out;
  private final BufferedReader in;

  /**
   * What was sent.
   *
   * @param milliseconds the time it took, measured by the program that sent
   * @param requests how many
   */
  record Sent(double milliseconds, int requests) {}

  private PlainUpserts(Process program) {
    this.program = program;
    this.out = program.outputWriter();
    this.in = program.inputReader();
  }

  /** Starts a program that sends to this database. */
  static PlainUpserts to(ServedDatabase database) throws Exception {
    Path script = Path.of(requireNonNull(PlainUpserts.class.getResource("upsert.cjs")).toURI());
    ProcessBuilder program = new ProcessBuilder("node", script.toString());
    program.environment().putAll(database.variables());
    program.environment().put("NODE_PATH", NodeModules.folder().toString());
    return new PlainUpserts(program.redirectErrorStream(true).start());
  }

  /** Takes up the rows of all files of the project; not to be timed. */
  void take(Connection connection) throws SQLException, IOException {
    for (BareTable table : BareTable.ALL) {
      take(connection, table, new String[0]);
    }
  }

  /** Takes up the rows of some files of the project's only course; not to be timed. */
  void take(Connection connection, List<String> paths) throws SQLException, IOException {
    for (BareTable table : BareTable.OF_FILES) {
      take(connection, table, paths.toArray(String[]::new));
    }
  }

  /** Sends them. */
  Sent send() throws IOException {
    out.write("{}\n");
    out.flush();
    String[] said = requireNonNull(in.readLine(), "the program has ended").split(" ");
    if (said.length != 2) {
      throw new IOException(
          String.join(" ", said) + in.lines().collect(Collectors.joining("\n", "\n", "")));
    }
    return new Sent(Double.parseDouble(said[0]), Integer.parseInt(said[1]));
  }

  @Override
  public void close() throws IOException {
    out.close();
    program.onExit().join();
  }

  private void take(Connection connection, BareTable table, String[] paths)
      throws SQLException, IOException {
    out.write(
        "{\"table\":\"%s\",\"key\":\"%s\"}\n"
            .formatted(table.copy(), String.join(",", table.columnsOfKey())));
    connection.setAutoCommit(false);
    try (PreparedStatement rows = connection.prepareStatement(table.select("row_to_json(t)"))) {
      rows.setFetchSize(FETCHED);
      rows.setArray(1, paths.length == 0 ? null : connection.createArrayOf("text", paths));
      try (ResultSet found = rows.executeQuery()) {
        while (found.next()) {
          out.write("{\"row\":" + found.getString(1) + "}\n");
        }
      }
    }
    connection.commit();
  }
}

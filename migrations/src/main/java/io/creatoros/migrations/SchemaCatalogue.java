package io.creatoros.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What schemas consist of: that of a database, and the expected one. */
final class SchemaCatalogue {
  /** The file of what is expected; two lines of one name are alternatives. */
  static final String EXPECTED = "/db/schema/expected.tsv";

  private static final String QUERY = "/db/schema/catalogue.sql";

  private SchemaCatalogue() {}

  static List<SchemaObject> expected() {
    return Resource.text(EXPECTED).lines().map(SchemaObject::parse).toList();
  }

  static List<SchemaObject> of(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local search_path = ''");
        return objects(statement);
      } finally {
        connection.rollback();
      }
    }
  }

  private static List<SchemaObject> objects(Statement statement) throws SQLException {
    List<SchemaObject> objects = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(Resource.text(QUERY))) {
      while (rows.next()) {
        objects.add(
            new SchemaObject(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3).strip().replaceAll("\\s+", " ")));
      }
    }
    return objects;
  }
}

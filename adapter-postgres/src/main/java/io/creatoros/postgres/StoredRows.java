package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.wire.Keys;
import io.creatoros.core.wire.StoredRowsAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the facts and typed rows of a project's courses. */
final class StoredRows {
  private final Database database;
  private final String project;

  StoredRows(Database database, String project) {
    this.database = database;
    this.project = project;
  }

  SortedMap<ArtifactPath, StoredFacts> facts(CourseId course) {
    SortedMap<ArtifactPath, StoredFacts> facts = new TreeMap<>();
    database.call(
        "read the facts of course \"" + course + "\"",
        handle ->
            handle
                .createQuery(Sql.FACTS)
                .bind("project", project)
                .bind("course", course.path())
                .map(
                    (row, context) ->
                        facts.put(
                            Keys.path(course, row.getString("path")),
                            new StoredFacts(row.getInt("version"), row.getString("facts"))))
                .list());
    return facts;
  }

  TypedRows rows(CourseId course) {
    return database.callSlowly(
        "read the typed rows of course \"" + course + "\"",
        handle -> {
          Reading reading = new Reading();
          handle
              .createQuery(Sql.TYPED_ROWS)
              .bind("project", project)
              .bind("course", course.path())
              .map((row, context) -> reading.add(row))
              .list();
          return reading.done();
        });
  }

  /** Puts an answer together, row by row; each row tells the course's revision. */
  private static final class Reading {
    private final StoredRowsAnswer rows = new StoredRowsAnswer();
    private long revision;
    private int version;

    private boolean add(ResultSet row) throws SQLException {
      revision = row.getLong("course_revision");
      version = row.getInt("projection_version");
      String table = row.getString("table_name");
      if (table != null) {
        rows.add(table, row.getString("path"), row.getString("row"));
      }
      return true;
    }

    private TypedRows done() {
      return rows.at(revision, version);
    }
  }
}

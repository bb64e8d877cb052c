package io.creatoros.app.benchmark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The baseline of a first sync: one binary {@code COPY} of all files, as they are read, into a bare
 * table of the same storage, committed once. No hashes, no index, no comparison.
 */
final class BareCopy {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };

  private BareCopy() {}

  static void run(Connection connection, GeneratedTree tree) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists bare");
      statement.execute("create table bare (path text not null, bytes bytea not null)");
      statement.execute("alter table bare alter column bytes set storage external");
    }
    OutputStream copy =
        new PGCopyOutputStream(
            connection.unwrap(PGConnection.class), "copy bare from stdin with (format binary)");
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(copy, 1 << 16))) {
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
      for (Path file : tree.files()) {
        out.writeShort(2);
        field(out, tree.root().relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        field(out, GeneratedTree.read(file));
      }
      out.writeShort(-1);
    }
  }

  private static void field(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}

package io.creatoros.postgres;

import io.creatoros.core.course.Sha256;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** Array parameters, which the driver sends in binary. */
final class SqlArrays {

  private SqlArrays() {}

  static Argument texts(List<String> values) {
    return array("text", values.toArray(String[]::new));
  }

  /** Texts in two dimensions; rows are all of the same length. */
  static Argument table(@Nullable String[][] rows) {
    return array("text", rows.length == 0 ? new String[0] : rows);
  }

  static Argument longs(List<Long> values) {
    return array("int8", values.toArray(Long[]::new));
  }

  static Argument integers(List<Integer> values) {
    return array("int4", values.toArray(Integer[]::new));
  }

  static Argument booleans(List<Boolean> values) {
    return array("bool", values.toArray(Boolean[]::new));
  }

  static Argument bytes(byte[][] values) {
    return array("bytea", values);
  }

  static Argument hashes(Collection<Sha256> hashes) {
    return bytes(hashes.stream().map(Sha256::bytes).toArray(byte[][]::new));
  }

  private static Argument array(String type, Object[] values) {
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
  }
}

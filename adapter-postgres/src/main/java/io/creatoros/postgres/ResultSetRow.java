package io.creatoros.postgres;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.QueryRow;
import io.creatoros.core.wire.Keys;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.result.ResultSetException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The row that a statement's answer stands at.
 *
 * @param row the answer
 * @param context of the statement, for failures
 */
record ResultSetRow(ResultSet row, StatementContext context) implements QueryRow {

  @Override
  public Optional<String> text(String column) {
    return read(() -> row.getString(column));
  }

  @Override
  public Optional<BigDecimal> number(String column) {
    return read(() -> row.getBigDecimal(column));
  }

  @Override
  public List<String> texts(String column) {
    return read(() -> (String[]) row.getArray(column).getArray()).stream()
        .flatMap(Arrays::stream)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public CourseId course(String column) {
    return Keys.course(requiredText(column));
  }

  private <T> Optional<T> read(Cell<T> cell) {
    try {
      return Optional.ofNullable(cell.get());
    } catch (SQLException e) {
      throw new ResultSetException("cannot read an answer", e, context);
    }
  }

  @FunctionalInterface
  private interface Cell<T> {
    @Nullable T get() throws SQLException;
  }
}

package io.creatoros.postgrest;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.QueryRow;
import io.creatoros.core.wire.Keys;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of an answer.
 *
 * @param row an object, its fields named as the columns
 */
record JsonRow(JsonNode row) implements QueryRow {

  @Override
  public Optional<String> text(String column) {
    return Optional.ofNullable(row.path(column).textValue());
  }

  @Override
  public Optional<BigDecimal> number(String column) {
    return Optional.of(row.path(column)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
  }

  @Override
  public List<String> texts(String column) {
    List<String> texts = new ArrayList<>();
    row.path(column).forEach(text -> Optional.ofNullable(text.textValue()).ifPresent(texts::add));
    return texts;
  }

  @Override
  public CourseId course(String column) {
    return Keys.course(requiredText(column));
  }
}

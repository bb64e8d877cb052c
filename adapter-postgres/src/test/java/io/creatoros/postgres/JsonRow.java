package io.creatoros.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.QueryRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A row of an answer in JSON. */
record JsonRow(JsonNode row) implements QueryRow {

  @Override
  public Optional<String> text(String column) {
    return Optional.of(row.path(column)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  @Override
  public Optional<BigDecimal> number(String column) {
    return Optional.of(row.path(column)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
  }

  @Override
  public List<String> texts(String column) {
    return StreamSupport.stream(row.path(column).spliterator(), false)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }

  @Override
  public CourseId course(String column) {
    return new CourseId(requiredText(column));
  }
}

package io.creatoros.core.text;

import java.util.List;
import java.util.Optional;

/**
 * A YAML or JSON text as trees.
 *
 * @param documents what was read before the first problem, one tree for each document; empty
 *     documents are left out
 * @param problem why reading ended early, if it did
 */
public record StructuredText(List<Value> documents, Optional<Problem> problem) {

  public StructuredText {
    documents = List.copyOf(documents);
  }

  /**
   * Why a text could not be read to its end.
   *
   * @param line the line, from 1
   * @param reason in words, one line
   * @param tooLarge whether a limit was met (depth, size, repetition), not the syntax
   */
  public record Problem(int line, String reason, boolean tooLarge) {}
}

package io.creatoros.core.reading;

import io.creatoros.core.finding.CourseFinding;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one file from its path and bytes alone.
 *
 * @param text the best that can be made of the bytes, where they are not text as they stand (not
 *     UTF-8, or with NUL characters); empty where they are
 * @param understood what a reader understood; empty for files that no reader is meant for, and
 *     where nothing was understood
 * @param findings what the creator should know
 */
public record FileFacts(
    Optional<String> text, Optional<Understood> understood, List<CourseFinding> findings) {

  /** Of a file that is not read. */
  public static final FileFacts NONE = new FileFacts(Optional.empty(), Optional.empty(), List.of());

  public FileFacts {
    findings = List.copyOf(findings);
  }

  /** What was understood, if it is of this type. */
  public <T extends Understood> Optional<T> as(Class<T> type) {
    return understood.filter(type::isInstance).map(type::cast);
  }
}

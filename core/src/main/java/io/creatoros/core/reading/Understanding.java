package io.creatoros.core.reading;

import io.creatoros.core.finding.CourseFinding;
import java.util.List;
import java.util.Optional;

/**
 * What became of reading one file.
 *
 * @param understood what was understood; empty when nothing was
 * @param findings what the creator should know
 */
public record Understanding(Optional<Understood> understood, List<CourseFinding> findings) {

  public Understanding {
    findings = List.copyOf(findings);
  }
}

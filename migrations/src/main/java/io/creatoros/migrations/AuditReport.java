package io.creatoros.migrations;

import java.util.List;
import java.util.Optional;

/**
 * What an audit found.
 *
 * @param exposed the schemas taken for those that an API serves, ordered
 * @param findings the faults, the gravest first, those of a rule together and ordered by object
 */
public record AuditReport(List<String> exposed, List<AuditFinding> findings) {

  public AuditReport {
    exposed = List.copyOf(exposed);
    findings = List.copyOf(findings);
  }

  /**
   * The finding that has to be mended first, and the audit asked again, before the remedy of this
   * one is right; empty if its remedy can be run together with those before it.
   */
  public Optional<AuditFinding> before(AuditFinding finding) {
    return findings.stream()
        .takeWhile(other -> other != finding)
        .filter(finding::overwrites)
        .findFirst();
  }
}

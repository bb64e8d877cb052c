package io.creatoros.app.cli;

import io.creatoros.app.session.Database;
import io.creatoros.app.session.Database.AuditFinding;
import io.creatoros.core.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The faults that an audit found, by rule, and what mends them. */
final class SecurityAuditView {

  private static final String NEXT =
      "creatoros security audit --sql > mend.sql, read it, then: creatoros db psql -f mend.sql";

  private final String server;
  private final Database.Audit audit;
  private final boolean strict;

  /**
   * A view.
   *
   * @param server where the audit was
   * @param strict whether notes count too
   */
  SecurityAuditView(String server, Database.Audit audit, boolean strict) {
    this.server = server;
    this.audit = audit;
    this.strict = strict;
  }

  Outcome outcome() {
    List<String> lines = new ArrayList<>();
    byRule()
        .forEach(
            (rule, found) -> {
              AuditFinding first = found.get(0);
              lines.add(label(first.severity()) + ": " + rule + ". " + first.meaning());
              found.forEach(finding -> lines(finding, lines));
              lines.add("");
            });
    lines.add(summary());
    if (!audit.findings().isEmpty()) {
      lines.add("next: " + NEXT);
    }
    return new Outcome(code(), data(), lines, served());
  }

  /** The statements that can be run together, in an order that works. */
  Outcome script() {
    Set<String> statements = new LinkedHashSet<>();
    List<String> lines = new ArrayList<>();
    for (AuditFinding finding : audit.findings()) {
      String place = "-- " + finding.rule() + ": " + Text.visible(finding.object());
      if (finding.before().isPresent()) {
        lines.add(place + ": run this, then ask again");
      } else if (!printable(finding.remedy())) {
        lines.add(place + ": has control characters, see --json");
      } else {
        lines.add(place);
        if (statements.add(finding.remedy())) {
          lines.addAll(split(finding.remedy()));
        }
      }
    }
    List<String> talk = new ArrayList<>(List.of(summary()));
    talk.addAll(served());
    return new Outcome(code(), data(), lines, talk);
  }

  private ExitCode code() {
    boolean counts =
        audit.findings().stream()
            .anyMatch(finding -> strict || finding.severity() != Severity.INFO);
    return counts ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private Map<String, Object> data() {
    return CourseJson.row(
        "server", server,
        "exposed", audit.exposed(),
        "rules", audit.rules(),
        "errors", count(Severity.ERROR),
        "warnings", count(Severity.WARNING),
        "notes", count(Severity.INFO),
        "findings", audit.findings().stream().map(SecurityAuditView::json).toList(),
        "next", audit.findings().isEmpty() ? "" : NEXT);
  }

  private Map<String, List<AuditFinding>> byRule() {
    return audit.findings().stream()
        .collect(
            Collectors.groupingBy(AuditFinding::rule, LinkedHashMap::new, Collectors.toList()));
  }

  private static void lines(AuditFinding finding, List<String> lines) {
    lines.add("  " + finding.object() + ": " + finding.detail());
    if (finding.before().isPresent()) {
      lines.add("    mend " + finding.before().get() + " first, then ask again");
    } else {
      split(finding.remedy()).forEach(line -> lines.add("    " + line));
    }
  }

  private String summary() {
    String found =
        audit.findings().isEmpty()
            ? "nothing found by " + Text.count(audit.rules(), "rule")
            : Text.count(count(Severity.ERROR), "error")
                + ", "
                + Text.count(count(Severity.WARNING), "warning")
                + ", "
                + Text.count(count(Severity.INFO), "note");
    return found
        + " at "
        + server
        + "; schemas that an API serves: "
        + (audit.exposed().isEmpty() ? "none" : String.join(", ", audit.exposed()));
  }

  private List<String> served() {
    return audit.exposed().contains("creatoros")
        ? List.of("no API should serve the schema creatoros: take it out of the exposed schemas")
        : List.of();
  }

  private long count(Severity severity) {
    return audit.findings().stream().filter(finding -> finding.severity() == severity).count();
  }

  private static String label(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /** Whether the statement is printed as it is. */
  private static boolean printable(String statement) {
    return split(statement).stream().allMatch(line -> Text.visible(line).equals(line));
  }

  private static List<String> split(String statement) {
    return List.of(statement.split("\n"));
  }

  private static Map<String, Object> json(AuditFinding finding) {
    return CourseJson.row(
        "rule", finding.rule(),
        "severity", finding.severity().name().toLowerCase(Locale.ROOT),
        "category", finding.category(),
        "meaning", finding.meaning(),
        "object", finding.object(),
        "detail", finding.detail(),
        "remedy", finding.remedy(),
        "before", finding.before());
  }
}

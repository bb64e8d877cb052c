package io.creatoros.core.projection;

import io.creatoros.core.record.Review.Issue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Issues as rows hold them. Those that scores tell are few, and of all lessons the same; these are
 * spelled once. For use by several threads.
 */
final class IssueJson {

  private static final int MOST_KNOWN = 1_000;

  private static final Map<Issue, String> KNOWN = new ConcurrentHashMap<>();

  private IssueJson() {}

  /** The canonical spelling of an issue. */
  static String of(Issue issue) {
    String known = KNOWN.get(issue);
    if (known != null) {
      return known;
    }
    String spelled = spelled(issue);
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.put(issue, spelled);
    }
    return spelled;
  }

  private static String spelled(Issue issue) {
    return CanonicalJson.ofPlain(
        Map.of("issue", issue.issue(), "severity", issue.severity(), "category", issue.category()));
  }
}

package io.creatoros.postgrest.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Which of the requests to come meet which fault. */
final class FaultPlan {
  private final List<Rule> rules = new ArrayList<>();

  /** After so many requests whose path ends like this, so many more of them meet the fault. */
  synchronized void add(String pathEnd, int spared, long times, Fault fault) {
    rules.add(new Rule(pathEnd, spared, times, fault));
  }

  synchronized void clear() {
    rules.clear();
  }

  /** The fault of this request, by the oldest rule that applies. */
  synchronized Optional<Fault> faultOf(String path) {
    Iterator<Rule> each = rules.iterator();
    while (each.hasNext()) {
      Rule rule = each.next();
      if (path.endsWith(rule.pathEnd) && rule.spared-- <= 0) {
        if (--rule.times == 0) {
          each.remove();
        }
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }

  private static final class Rule {
    private final String pathEnd;
    private final Fault fault;
    private int spared;
    private long times;

    Rule(String pathEnd, int spared, long times, Fault fault) {
      this.pathEnd = pathEnd;
      this.spared = spared;
      this.times = times;
      this.fault = fault;
    }
  }
}

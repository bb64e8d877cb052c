package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.RefusedRow;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What became of a call's files in the mirror. */
public sealed interface MirrorOutcome {

  /** The name that lists, scripts and meters show: {@code APPLIED}, {@code OWED}, … */
  String name();

  /**
   * The mirror holds them, with their typed rows.
   *
   * @param revision the course's revision that has them
   */
  record Applied(long revision) implements MirrorOutcome {
    @Override
    public String name() {
      return "APPLIED";
    }
  }

  /** They wait to be sent; the answer follows. */
  record Pending() implements MirrorOutcome {
    @Override
    public String name() {
      return "PENDING";
    }
  }

  /** Nothing is to be sent: there is no mirror, or the dual write is switched off. */
  record Disabled() implements MirrorOutcome {
    @Override
    public String name() {
      return "DISABLED";
    }
  }

  /**
   * They are not in the mirror, or not known to be; the next {@code sync} sends them.
   *
   * @param reason why, for programs
   * @param code a stable code, such as {@code DB_UNREACHABLE}
   * @param message why, in words, without secrets
   * @param remedy the command that helps; empty when {@code creatoros sync} is enough
   */
  record Owed(OwedReason reason, String code, String message, Optional<String> remedy)
      implements MirrorOutcome {
    @Override
    public String name() {
      return "OWED";
    }
  }

  /**
   * The mirror holds something else that this workspace never had. Nothing was written over it.
   *
   * @param paths the files in question, ordered
   */
  record Conflict(Set<ArtifactPath> paths) implements MirrorOutcome {
    public Conflict {
      paths = Collections.unmodifiableSet(new TreeSet<>(paths));
    }

    @Override
    public String name() {
      return "CONFLICT";
    }
  }

  /**
   * The mirror holds the files, but its schema does not take some of their typed rows.
   *
   * @param revision the course's revision that has the files
   * @param rows the rows left out
   */
  record Rejected(long revision, List<RefusedRow> rows) implements MirrorOutcome {
    public Rejected {
      rows = List.copyOf(rows);
    }

    @Override
    public String name() {
      return "REJECTED";
    }
  }
}

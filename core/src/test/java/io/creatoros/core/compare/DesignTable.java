package io.creatoros.core.compare;

import java.util.Optional;

/**
 * What the comparison has to say, written down from the published table and the rules below it,
 * independently of {@link Comparison}.
 */
final class DesignTable {

  /** What has to come out for one path: its verdict, and the base that is left. */
  record Expected(
      char verdict, Optional<String> base, long baseRevision, boolean restored, boolean first) {}

  private static final String ABSENCE = "absence";
  private static final String NONE = "none";

  private final Case given;
  private String base;
  private long baseRevision;

  private DesignTable(Case given) {
    this.given = given;
    this.base = given.isKnown() ? given.base() : NONE;
    this.baseRevision = base.equals(NONE) ? 0 : Case.BASE_REVISION;
  }

  static Expected expected(Case given) {
    return new DesignTable(given).expected();
  }

  private Expected expected() {
    takeOwnWriteForBase();
    boolean first = isFirstContact();
    boolean restored = isRestored();
    if (restored) {
      forgetBase();
    }
    char verdict = verdict();
    if (verdict == '=') {
      adopt();
      verdict = isIncomplete() ? '+' : '=';
    }
    Optional<String> left = base.equals(NONE) ? Optional.empty() : Optional.of(base);
    return new Expected(verdict, left, baseRevision, restored, first);
  }

  /** R equal to a note is our own write whose answer was lost: it becomes the base first. */
  private void takeOwnWriteForBase() {
    boolean moved = given.remoteRevision() > baseRevision;
    if (given.isKnown() && !isNothing() && moved && given.note().equals(recorded())) {
      base = recorded();
      baseRevision = given.remoteRevision();
    }
  }

  /** A course in the mirror for which this workspace has no base, not even one lost on the way. */
  private boolean isFirstContact() {
    return given.head() > 0 && base.equals(NONE) && given.seen() <= 0;
  }

  /** Any revision below its base: the mirror was restored or dropped. */
  private boolean isRestored() {
    boolean course = given.head() < given.seen();
    boolean file = !base.equals(NONE) && given.remoteRevision() < baseRevision;
    return course || file;
  }

  private void forgetBase() {
    base = NONE;
    baseRevision = 0;
  }

  private char verdict() {
    if (given.local().equals("unreadable")) {
      return '?';
    }
    if (isHidden() && (isFile(base) || isFile(recorded()))) {
      return '?';
    }
    return base.equals(NONE) ? withoutBase() : byTable();
  }

  /** An ignored, unreadable or newly linked path is never a delete. */
  private boolean isHidden() {
    return !given.local().equals("absent") && !isFile(local());
  }

  private char byTable() {
    String l = local();
    String b = base;
    String r = held();
    if (l.equals(b) && b.equals(r)) {
      return '=';
    }
    if (r.equals(b)) {
      return l.equals(ABSENCE) ? '-' : '+';
    }
    if (l.equals(b)) {
      return '<';
    }
    return l.equals(r) ? '=' : '!';
  }

  private char withoutBase() {
    boolean localFile = isFile(local());
    boolean remoteFile = isFile(held());
    if (!localFile) {
      return remoteFile ? '<' : '=';
    }
    if (isNothing()) {
      return '+';
    }
    if (given.remote().equals("tombstone " + local())) {
      return '<';
    }
    return local().equals(held()) ? '=' : '!';
  }

  private void adopt() {
    if (!isNothing()) {
      base = held();
      baseRevision = given.remoteRevision();
    }
  }

  /** Equal by hash, but the mirror lacks the bytes or has another hash on record. */
  private boolean isIncomplete() {
    boolean unstored = given.remote().startsWith("unstored") && given.small();
    boolean damaged = given.remote().startsWith("damaged");
    return isFile(local()) && (unstored || damaged);
  }

  private String local() {
    return isFile(given.local()) ? given.local() : ABSENCE;
  }

  private String recorded() {
    return given.recorded().orElse(ABSENCE);
  }

  private String held() {
    return given.held().orElse(ABSENCE);
  }

  private boolean isNothing() {
    return given.remote().equals("nothing");
  }

  private static boolean isFile(String side) {
    return side.startsWith("h");
  }
}

package io.creatoros.core.members;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may do; each may do what those after it may. */
public enum MemberRole {
  /** Decides who is a member. */
  OWNER,
  /** Writes courses. */
  EDITOR,
  /** Reads courses. */
  VIEWER;

  /** Its name, as mirrors store it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this name; empty when there is none. */
  public static Optional<MemberRole> of(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }
}

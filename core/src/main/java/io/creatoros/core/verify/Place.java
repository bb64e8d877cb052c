package io.creatoros.core.verify;

/** Where a course is looked at. */
public enum Place {
  FOLDER("folder"),
  MIRROR("mirror"),
  RECEIPT("receipt");

  private final String noun;

  Place(String noun) {
    this.noun = noun;
  }

  /** The place in a sentence: {@code the folder}. */
  @Override
  public String toString() {
    return "the " + noun;
  }
}

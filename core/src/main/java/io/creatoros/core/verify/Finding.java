package io.creatoros.core.verify;

import io.creatoros.core.course.ArtifactPath;

/**
 * A path that is not equal at two places.
 *
 * @param path the path
 * @param how in what way
 * @param reference the place that the other was compared with: the folder, or a receipt
 * @param place the place where it shows; for what is missing, the place that lacks it
 * @param detail more, in words; empty when there is nothing to add
 */
public record Finding(ArtifactPath path, How how, Place reference, Place place, String detail) {

  /** This in words, without the path. */
  public String describe() {
    String words =
        switch (how) {
          case MISSING -> "in " + reference + ", not in " + place;
          case EXTRA -> "in " + place + ", not in " + reference;
          case BYTES_DIFFER -> place + "'s bytes differ";
          case SIZE_DIFFERS -> place + " has another size on record";
          case DAMAGED -> place + "'s bytes miss their recorded hash";
          case BYTES_MISSING -> place + " lacks its bytes";
          case UNSTORED -> place + " holds no bytes of it, for its size";
          case UNREADABLE -> "not readable in " + place;
          case KEPT_CHANGING -> "kept changing";
        };
    return detail.isEmpty() ? words : words + ": " + detail;
  }
}

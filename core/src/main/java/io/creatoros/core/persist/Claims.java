package io.creatoros.core.persist;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which file is meant, where several could be. */
final class Claims {

  static final String LABEL = "LABEL_CLAIMED_TWICE";
  static final String PART = "PART_CLAIMED_TWICE";
  static final String BRIEF = "BRIEF_SAYS_OTHERWISE";

  private static final Set<String> CODES = Set.of(LABEL, PART, BRIEF);

  private Claims() {}

  /**
   * The only one of these files; empty if there is none.
   *
   * @throws StorageConflictException if there are two
   */
  static Optional<FoundFile> only(List<FoundFile> files, String code, String what) {
    if (files.size() > 1) {
      throw new StorageConflictException(
          code,
          "it cannot be told which file is "
              + what
              + ": "
              + files.stream()
                  .map(file -> "\"" + file.path() + "\"")
                  .sorted()
                  .collect(Collectors.joining(" and ")),
          "rename all but one, or move them to sources/");
    }
    return files.stream().findFirst();
  }

  /**
   * The place of a file that is not there.
   *
   * @throws StorageRejectedException if it cannot be told that it is not there
   */
  static FoundFile vacant(CourseView view, ArtifactPath path) {
    view.problem()
        .ifPresent(
            problem -> {
              throw new StorageRejectedException(
                  "FOLDER_UNREADABLE",
                  "\"" + path + "\" is not made: it may be there under another name in " + problem,
                  "creatoros status --files");
            });
    return FoundFile.absent(path);
  }

  /** Whether a conflict is one of claims, which trying again does not settle. */
  static boolean isOne(StorageConflictException conflict) {
    return CODES.contains(conflict.code());
  }
}

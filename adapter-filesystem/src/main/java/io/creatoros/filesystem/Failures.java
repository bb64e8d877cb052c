package io.creatoros.filesystem;

import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Puts failures of the file system into the words that all homes share. */
final class Failures {

  private Failures() {}

  /** A failure to do something, said as {@code "cannot " + operation}. */
  static StorageException failed(String operation, IOException cause) {
    String message = "cannot " + operation + ": " + reason(cause);
    if (cause instanceof AccessDeniedException) {
      return new StoragePermissionException(
          "FILES_DENIED", message, "give this user the right to it, then repeat", cause);
    }
    return new StorageRejectedException("FILES_FAILED", message, "", cause);
  }

  /** A path that must not be written or read as an artifact. */
  static StorageRejectedException refused(String path, String why) {
    return new StorageRejectedException("PATH_REFUSED", "\"" + path + "\" is refused: " + why, "");
  }

  static StorageConflictException conflict(String path, String why) {
    return new StorageConflictException(
        "FILE_MOVED_ON",
        "\"" + path + "\" " + why + "; nothing was changed",
        "look at both sides with `creatoros status --files`, then repeat");
  }

  static CorruptRecordException corrupt(String what, String why, String remedy) {
    return new CorruptRecordException("STATE_CORRUPT", what + " " + why, remedy);
  }

  /** Why something failed, without repeating the path. */
  static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return String.valueOf(cause.getMessage());
  }
}

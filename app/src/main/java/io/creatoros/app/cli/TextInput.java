package io.creatoros.app.cli;

import io.creatoros.app.session.SessionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Texts that are given to a command, in files or on standard input: UTF-8, and nothing else. */
final class TextInput {

  /** What stands for standard input where a file is named. */
  static final String STANDARD_INPUT = "-";

  private static final int MOST_BYTES = 64 << 20;

  private final CliEnvironment environment;
  private boolean read;

  TextInput(CliEnvironment environment) {
    this.environment = environment;
  }

  /** The text of a file that an option may name. */
  Optional<String> of(Optional<String> file) {
    return file.map(this::of);
  }

  /**
   * The text of a file, exactly as it is; {@code -} is standard input, once. A file may be empty;
   * standard input may not, for that is what a program that failed leaves to the next in a pipe.
   *
   * @throws SessionException if it cannot be read, is empty, is too long, or is no UTF-8
   */
  String of(String file) {
    boolean standard = file.equals(STANDARD_INPUT);
    String name = standard ? "standard input" : file;
    if (standard && read) {
      throw invalid("INPUT_TWICE", "standard input is named twice", "name a file for one of them");
    }
    read |= standard;
    try (InputStream in = standard ? environment.in() : Files.newInputStream(path(file))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (standard && bytes.length == 0) {
        throw invalid(
            "INPUT_EMPTY",
            "standard input is empty; nothing was written",
            "look at the program before it in the pipe, or name an empty file with --file");
      }
      return decoded(name, bytes);
    } catch (IOException e) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "INPUT_UNREADABLE",
          name + " cannot be read: " + reason(e),
          "check the path, and that you may read it",
          e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    return e instanceof AccessDeniedException
        ? "you may not read it"
        : String.valueOf(e.getMessage());
  }

  private Path path(String file) {
    return environment.current().resolve(file);
  }

  private static String decoded(String name, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw invalid(
          "INPUT_TOO_LONG", name + " is longer than " + Text.size(MOST_BYTES), "write it in parts");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(buffer)
          .toString();
    } catch (CharacterCodingException e) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "INPUT_NOT_UTF8",
          name + " is no UTF-8: it breaks at byte " + buffer.position() + ", line " + line(buffer),
          "save it as UTF-8",
          e);
    }
  }

  private static int line(ByteBuffer broken) {
    int line = 1;
    for (int i = 0; i < broken.position(); i++) {
      line += broken.get(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  private static SessionException invalid(String code, String message, String next) {
    return new SessionException(SessionException.Kind.USAGE, code, message, next);
  }
}

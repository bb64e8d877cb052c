package io.creatoros.filesystem;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.Note;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Bases as text.
 *
 * <pre>
 * creatoros bases 1
 * course, escaped
 * revision ␉ edits ␉ settled as 0 or 1
 * base ␉ revision ␉ note ␉ name, empty when it is the path ␉ path      one line per path
 * end ␉ CRC-32 of all before, in hexadecimal
 * </pre>
 *
 * <p>A base or note is a hash, {@code -} for an absence, or nothing for none. In names, the
 * backslash, tab, line feed and carriage return are escaped by a backslash.
 */
final class BasesFormat {

  private static final String FIRST_LINE = "creatoros bases 1";
  private static final String END = "end\t";
  private static final char ABSENT = '-';
  private static final String NO_NAME = "\\0";

  private BasesFormat() {}

  /** What a file of bases holds. */
  record Recorded(CourseId course, CourseBases bases) {}

  static byte[] write(CourseId course, CourseBases bases) {
    StringBuilder out = new StringBuilder(200 + bases.paths().size() * 160);
    out.append(FIRST_LINE).append('\n').append(escaped(course.path())).append('\n');
    out.append(bases.revision()).append('\t').append(bases.edits()).append('\t');
    out.append(bases.settled() ? '1' : '0').append('\n');
    for (Map.Entry<ArtifactPath, PathBase> path : bases.paths().entrySet()) {
      write(out, path.getKey(), path.getValue());
    }
    byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
    byte[] end = (END + checksum(body, body.length) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[body.length + end.length];
    System.arraycopy(body, 0, whole, 0, body.length);
    System.arraycopy(end, 0, whole, body.length, end.length);
    return whole;
  }

  private static void write(StringBuilder out, ArtifactPath path, PathBase known) {
    known.base().ifPresent(base -> out.append(base.hash().map(Sha256::hex).orElse("" + ABSENT)));
    out.append('\t').append(known.base().map(Base::revision).orElse(0L)).append('\t');
    known.note().ifPresent(note -> out.append(note.sent().map(Sha256::hex).orElse("" + ABSENT)));
    out.append('\t');
    known.base().map(Base::name).ifPresent(name -> out.append(name(name, path)));
    out.append('\t').append(escaped(path.value())).append('\n');
  }

  private static String name(String name, ArtifactPath path) {
    return name.isEmpty() ? NO_NAME : name.equals(path.value()) ? "" : escaped(name);
  }

  /**
   * Reads a file of bases.
   *
   * @throws IllegalArgumentException if it is no file of bases, or not whole
   */
  static Recorded read(byte[] bytes) {
    return new Reader(bytes).read();
  }

  /** The course that a file of bases is of, by its first two lines. */
  static CourseId course(@Nullable String first, @Nullable String second) {
    if (!FIRST_LINE.equals(first) || second == null) {
      throw new IllegalArgumentException("it does not begin with \"" + FIRST_LINE + "\"");
    }
    return new CourseId(unescaped(second));
  }

  private static String checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return Long.toHexString(crc.getValue());
  }

  private static String escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
        return text.replace("\\", "\\\\")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r");
      }
    }
    return text;
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else {
        i++;
        out.append(
            switch (text.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              case '\\' -> '\\';
              default -> throw new IllegalArgumentException("unknown escape in \"" + text + "\"");
            });
      }
    }
    return out.toString();
  }

  /** Reads field by field from the bytes, without splitting lines. */
  private static final class Reader {

    private final byte[] bytes;
    private final int end;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
      this.end = bodyLength(bytes);
    }

    private static int bodyLength(byte[] bytes) {
      int length = bytes.length - 1;
      while (length > 0 && bytes[length - 1] != '\n') {
        length--;
      }
      String last =
          new String(bytes, length, Math.max(0, bytes.length - length), StandardCharsets.UTF_8);
      if (!last.equals(END + checksum(bytes, length) + "\n")) {
        throw new IllegalArgumentException("it is not whole");
      }
      return length;
    }

    Recorded read() {
      CourseId course = course(field('\n'), field('\n'));
      long revision = Long.parseLong(field('\t'));
      long edits = Long.parseLong(field('\t'));
      boolean settled = field('\n').equals("1");
      SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>();
      while (at < end) {
        Optional<Optional<Sha256>> base = state(field('\t'));
        long baseRevision = Long.parseLong(field('\t'));
        Optional<Note> note = state(field('\t')).map(Note::new);
        String name = field('\t');
        ArtifactPath path = new ArtifactPath(unescaped(field('\n')));
        paths.put(
            path,
            new PathBase(
                base.map(hash -> new Base(hash, name(name, path.value()), baseRevision)), note));
      }
      return new Recorded(course, new CourseBases(revision, edits, settled, paths));
    }

    private static String name(String written, String path) {
      return written.isEmpty() ? path : written.equals(NO_NAME) ? "" : unescaped(written);
    }

    private static Optional<Optional<Sha256>> state(String written) {
      if (written.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          written.length() == 1 && written.charAt(0) == ABSENT
              ? Optional.empty()
              : Optional.of(new Sha256(written)));
    }

    private String field(char stop) {
      int from = at;
      while (bytes[at] != stop) {
        at++;
      }
      at++;
      return new String(bytes, from, at - 1 - from, StandardCharsets.UTF_8);
    }
  }
}

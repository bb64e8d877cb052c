package io.creatoros.filesystem;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import io.creatoros.filesystem.StatCache.Cached;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index: what is remembered of each course's files, in one file per course. Losing it costs
 * time only, so it is neither made durable nor ever a reason to fail.
 */
final class IndexFiles {

  private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);
  private static final int MAGIC = 0x43524958;
  private static final int FORMAT = 1;
  private static final int CHECKSUM_LENGTH = 4;
  private static final int FIXED_LENGTH = 4 * 8 + 32 + 1 + 2 * 4;
  private static final int KINDS = fingerprintOfKinds();
  private static final ArtifactKind[] KIND = ArtifactKind.values();

  private final StateFolder state;
  private final Map<CourseId, SoftReference<Map<String, Cached>>> read = new ConcurrentHashMap<>();

  IndexFiles(StateFolder state) {
    this.state = state;
  }

  /** What is remembered of a course, by name as found; nothing when the file is no index. */
  Map<String, Cached> load(CourseId course) {
    SoftReference<Map<String, Cached>> held = read.get(course);
    Map<String, Cached> known = held == null ? null : held.get();
    if (known == null) {
      known = loadFile(course);
      read.put(course, new SoftReference<>(known));
    }
    return known;
  }

  void save(CourseId course, Map<String, Cached> files) {
    read.put(course, new SoftReference<>(files));
    try {
      DurableFiles.replaceCache(state.index(course), encode(course, files));
    } catch (IOException e) {
      LOG.debug("the index of {} is not kept", course, e);
    }
  }

  private Map<String, Cached> loadFile(CourseId course) {
    Path file = state.index(course);
    try {
      return decode(course, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      LOG.debug("{} is no index and will be written anew", file, e);
      return Map.of();
    }
  }

  private static byte[] encode(CourseId course, Map<String, Cached> files) {
    byte[] id = course.path().getBytes(StandardCharsets.UTF_8);
    byte[][] names = new byte[files.size()][];
    byte[][] keys = new byte[files.size()][];
    int length = 5 * 4 + id.length + CHECKSUM_LENGTH;
    int i = 0;
    for (Cached file : files.values()) {
      names[i] = utf8(file.entry().name());
      keys[i] =
          file.entry().path().value().equals(file.entry().name())
              ? new byte[0]
              : utf8(file.entry().path().value());
      length += FIXED_LENGTH + names[i].length + keys[i].length;
      i++;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    out.putInt(MAGIC).putInt(FORMAT).putInt(KINDS);
    put(out, id);
    out.putInt(files.size());
    i = 0;
    for (Cached file : files.values()) {
      put(out, names[i]);
      put(out, keys[i]);
      out.putLong(file.size()).putLong(file.modified());
      out.putLong(file.changed()).putLong(file.inode());
      out.put(file.entry().hash().bytes()).put((byte) file.entry().kind().ordinal());
      i++;
    }
    return out.putInt(checksum(out.array(), out.position())).array();
  }

  private static Map<String, Cached> decode(CourseId course, byte[] bytes) {
    int length = bytes.length - CHECKSUM_LENGTH;
    if (length < 0 || ByteBuffer.wrap(bytes).getInt(length) != checksum(bytes, length)) {
      throw new IllegalArgumentException("its checksum is wrong");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    boolean ours = in.getInt() == MAGIC && in.getInt() == FORMAT && in.getInt() == KINDS;
    if (!ours || !text(in).equals(course.path())) {
      throw new IllegalArgumentException("it is of another version or another course");
    }
    int count = in.getInt();
    Map<String, Cached> files = new HashMap<>(count * 2);
    byte[] hash = new byte[32];
    for (int i = 0; i < count; i++) {
      String name = text(in);
      String key = text(in);
      long size = in.getLong();
      long modified = in.getLong();
      long changed = in.getLong();
      long inode = in.getLong();
      in.get(hash);
      Sha256 digest = Sha256.ofDigest(hash);
      ManifestEntry entry =
          new ManifestEntry(
              new ArtifactPath(key.isEmpty() ? name : key),
              name,
              digest,
              digest,
              size,
              KIND[in.get()],
              true,
              0);
      files.put(name, new Cached(size, modified, changed, inode, entry));
    }
    return files;
  }

  private static void put(ByteBuffer out, byte[] text) {
    out.putInt(text.length).put(text);
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /** Kinds are remembered too, so what tells them must be the same code. */
  private static int fingerprintOfKinds() {
    try (InputStream code = ArtifactKind.class.getResourceAsStream("ArtifactKind.class")) {
      byte[] bytes = code == null ? new byte[0] : code.readAllBytes();
      return checksum(bytes, bytes.length);
    } catch (IOException e) {
      return 0;
    }
  }
}

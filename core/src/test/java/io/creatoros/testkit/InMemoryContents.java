package io.creatoros.testkit;

import io.creatoros.core.course.Content;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The contents of one course, in parts. Never changes: each write gives the contents as then. */
record InMemoryContents(Map<Sha256, SortedMap<Integer, byte[]>> parts) {

  static final InMemoryContents NONE = new InMemoryContents(Map.of());

  InMemoryContents with(List<ContentPart> uploaded) {
    Map<Sha256, SortedMap<Integer, byte[]>> more = new HashMap<>(parts);
    for (ContentPart part : uploaded) {
      SortedMap<Integer, byte[]> content =
          new TreeMap<>(more.getOrDefault(part.hash(), new TreeMap<>()));
      content.put(part.part(), part.bytes().clone());
      more.put(part.hash(), content);
    }
    return new InMemoryContents(Map.copyOf(more));
  }

  InMemoryContents edited(Sha256 hash, Optional<byte[]> bytes) {
    Map<Sha256, SortedMap<Integer, byte[]>> edited = new HashMap<>(parts);
    edited.remove(hash);
    bytes.ifPresent(now -> edited.put(hash, new TreeMap<>(Map.of(0, now.clone()))));
    return new InMemoryContents(Map.copyOf(edited));
  }

  /** Whether a content is there, whole, and has its hash. */
  boolean holds(Sha256 hash, long size) {
    return isWhole(hash, size) && joined(parts.get(hash)).length == size && hash(hash).equals(hash);
  }

  /** Whether no part of a content is missing, whatever the parts hold. */
  boolean isWhole(Sha256 hash, long size) {
    SortedMap<Integer, byte[]> content = parts.get(hash);
    return content != null && content.size() == Content.parts(size);
  }

  /** The hash of the bytes that are stored under a hash. */
  Sha256 hash(Sha256 stored) {
    return Sha256.of(joined(parts.getOrDefault(stored, new TreeMap<>())));
  }

  Optional<InputStream> open(Sha256 hash) {
    return Optional.ofNullable(parts.get(hash))
        .map(content -> new ByteArrayInputStream(joined(content)));
  }

  private static byte[] joined(SortedMap<Integer, byte[]> content) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    content.values().forEach(joined::writeBytes);
    return joined.toByteArray();
  }
}

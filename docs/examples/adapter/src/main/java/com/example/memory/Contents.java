package com.example.memory;

import io.creatoros.core.course.Content;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Bytes in parts, by the hash of the whole. Never changes. */
record Contents(Map<Sha256, SortedMap<Integer, byte[]>> parts) {

  static final Contents NONE = new Contents(Map.of());

  /** A part that is there already is replaced, so that bytes which missed their hash are mended. */
  Contents with(List<ContentPart> uploaded) {
    Map<Sha256, SortedMap<Integer, byte[]>> more = new HashMap<>(parts);
    for (ContentPart part : uploaded) {
      SortedMap<Integer, byte[]> content =
          new TreeMap<>(more.getOrDefault(part.hash(), new TreeMap<>()));
      content.put(part.part(), part.bytes());
      more.put(part.hash(), content);
    }
    return new Contents(more);
  }

  Set<Sha256> missing(Map<Sha256, Long> sizes) {
    return sizes.keySet().stream()
        .filter(hash -> !isWhole(hash, sizes.get(hash)))
        .collect(Collectors.toSet());
  }

  InputStream open(Sha256 hash) {
    return new ByteArrayInputStream(bytes(hash));
  }

  private boolean isWhole(Sha256 hash, long size) {
    return parts.containsKey(hash)
        && parts.get(hash).size() == Content.parts(size)
        && Sha256.of(bytes(hash)).equals(hash);
  }

  private byte[] bytes(Sha256 hash) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    parts.get(hash).values().forEach(joined::writeBytes);
    return joined.toByteArray();
  }
}

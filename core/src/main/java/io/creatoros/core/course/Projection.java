package io.creatoros.core.course;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The typed rows of a course as its files project to them, all of them, for one commit.
 *
 * @param version the version of the projection
 * @param facts facts to keep beside files: of those the commit writes, and of those read anew
 * @param rows every row that the course has at the revision the commit makes; others are removed
 * @param texts the texts that rows name and that no stored content is, by the hash of their UTF-8
 *     bytes
 * @param personas the personas that rows name, from slug to name; made known where they are not
 * @param heal whether rows are compared text by text with what is there, because somebody may have
 *     edited them
 * @param searchable whether lessons are entered into the full-text index
 */
public record Projection(
    int version,
    SortedMap<ArtifactPath, StoredFacts> facts,
    List<TypedRow> rows,
    Map<Sha256, String> texts,
    Map<String, String> personas,
    boolean heal,
    boolean searchable) {

  public Projection {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    rows = List.copyOf(rows);
    texts = Map.copyOf(texts);
    personas = Map.copyOf(personas);
  }
}

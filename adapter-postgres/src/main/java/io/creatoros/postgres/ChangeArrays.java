package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/**
 * Changes and facts as the SQL core takes them: one array per column, in which a delete has no
 * hash.
 */
final class ChangeArrays {
  private final List<String> paths = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<byte[]> hashes = new ArrayList<>();
  private final List<Long> sizes = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();
  private final List<Boolean> stored = new ArrayList<>();
  private final List<byte[]> expected = new ArrayList<>();
  private final List<StoredFacts> facts = new ArrayList<>();

  /** The facts of files that are not changed, once all changes are added. */
  private final SortedMap<ArtifactPath, StoredFacts> others;

  private ChangeArrays(Map<ArtifactPath, StoredFacts> facts) {
    others = new TreeMap<>(facts);
  }

  static Query bind(Query query, List<Change> changes, Map<ArtifactPath, StoredFacts> facts) {
    ChangeArrays arrays = new ChangeArrays(facts);
    changes.forEach(arrays::add);
    return arrays.bind(query);
  }

  private void add(Change change) {
    facts.add(others.remove(change.path()));
    if (change instanceof Change.Put put) {
      add(put);
    } else if (change instanceof Change.Delete delete) {
      add(delete);
    } else {
      throw new AssertionError(change);
    }
  }

  private void add(Change.Put put) {
    paths.add(put.path().value());
    names.add(put.name());
    hashes.add(put.hash().bytes());
    sizes.add(put.size());
    kinds.add(put.kind().name().toLowerCase(Locale.ROOT));
    stored.add(put.stored());
    expected.add(put.expected().map(Sha256::bytes).orElse(null));
  }

  private void add(Change.Delete delete) {
    paths.add(delete.path().value());
    names.add(null);
    hashes.add(null);
    sizes.add(null);
    kinds.add(null);
    stored.add(null);
    expected.add(delete.expected().bytes());
  }

  private Query bind(Query query) {
    return query
        .bind("paths", SqlArrays.texts(paths))
        .bind("names", SqlArrays.texts(names))
        .bind("hashes", SqlArrays.bytes(hashes.toArray(byte[][]::new)))
        .bind("sizes", SqlArrays.longs(sizes))
        .bind("kinds", SqlArrays.texts(kinds))
        .bind("stored", SqlArrays.booleans(stored))
        .bind("expected", SqlArrays.bytes(expected.toArray(byte[][]::new)))
        .bind("factVersions", versions(facts))
        .bind("facts", texts(facts))
        .bind(
            "otherPaths",
            SqlArrays.texts(others.keySet().stream().map(ArtifactPath::value).toList()))
        .bind("otherVersions", versions(others.values()))
        .bind("others", texts(others.values()));
  }

  private static Argument versions(Collection<StoredFacts> facts) {
    List<Integer> versions = new ArrayList<>();
    facts.forEach(known -> versions.add(known == null ? null : known.version()));
    return SqlArrays.integers(versions);
  }

  private static Argument texts(Collection<StoredFacts> facts) {
    List<String> texts = new ArrayList<>();
    facts.forEach(known -> texts.add(known == null ? null : known.json()));
    return SqlArrays.texts(texts);
  }
}

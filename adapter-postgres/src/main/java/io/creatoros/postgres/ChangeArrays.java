package io.creatoros.postgres;

import io.creatoros.core.course.Change;
import io.creatoros.core.course.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.statement.Query;

/** Changes as the SQL core takes them: one array per column, in which a delete has no hash. */
final class ChangeArrays {
  private final List<String> paths = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<byte[]> hashes = new ArrayList<>();
  private final List<Long> sizes = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();
  private final List<Boolean> stored = new ArrayList<>();
  private final List<byte[]> expected = new ArrayList<>();

  private ChangeArrays() {}

  static Query bind(Query query, List<Change> changes) {
    ChangeArrays arrays = new ChangeArrays();
    changes.forEach(arrays::add);
    return arrays.bind(query);
  }

  private void add(Change change) {
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
        .bind("expected", SqlArrays.bytes(expected.toArray(byte[][]::new)));
  }
}

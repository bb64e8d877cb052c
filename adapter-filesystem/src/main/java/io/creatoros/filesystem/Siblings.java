package io.creatoros.filesystem;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one folder holds, and by which keys its names are known. */
final class Siblings {

  /** One name in the folder. */
  record Child(Path path, String name, boolean isText) {}

  private final List<Child> children = new ArrayList<>();
  private final Map<String, Integer> spellings = new HashMap<>();

  private Siblings() {}

  /** Lists a folder. */
  static Siblings in(Path folder) throws IOException {
    Siblings siblings = new Siblings();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      listing.forEach(siblings::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return siblings;
  }

  private void add(Path path) {
    String name = path.getFileName().toString();
    children.add(new Child(path, name, UnicodeNames.isText(path, name)));
    if (!UnicodeNames.isPlain(name)) {
      spellings.merge(UnicodeNames.composed(name), 1, Integer::sum);
    }
  }

  List<Child> all() {
    return children;
  }

  boolean hold(String name) {
    return children.stream().anyMatch(child -> child.name().equals(name));
  }

  /** The composed name, unless another sibling composes to the same: then the name as found. */
  String key(Child child) {
    if (UnicodeNames.isPlain(child.name())) {
      return child.name();
    }
    String composed = UnicodeNames.composed(child.name());
    return spellings.getOrDefault(composed, 0) > 1 ? child.name() : composed;
  }
}

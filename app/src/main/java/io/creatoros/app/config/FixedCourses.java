package io.creatoros.app.config;

import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list {@code fixed-courses} in the {@code creatoros.yaml} of a workspace, edited without
 * touching any other line. What the edit would make of the file is read again before it is written:
 * it has to say the new list, and otherwise what it said before.
 */
public final class FixedCourses {

  private static final Setting SETTING = Setting.FIXED_COURSES;
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^fixed-courses:[ \\t]*(?:#.*)?\\R(?:[ \\t]*-[ \\t]+.*(?:\\R|\\z))*+");
  private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]{},\\\\]");

  private final Path file;
  private final String text;

  private FixedCourses(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * An edit.
   *
   * @param file the file
   * @param before its lines that go
   * @param after its lines that come
   * @param text the whole text that it will have
   */
  public record Edit(Path file, List<String> before, List<String> after, String text) {

    /** Writes it; atomic. */
    public void write() {
      TextFile.replace(file, text);
    }
  }

  /**
   * Reads the file of a workspace; where it is not there, it is taken for empty.
   *
   * @throws StorageRejectedException with code {@code CONFIG_NOT_EDITED} if it cannot be read
   */
  public static FixedCourses of(Path root) {
    Path file = root.resolve(ConfigSources.FILE);
    try {
      return new FixedCourses(file, Files.exists(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      throw new StorageRejectedException(
          "CONFIG_NOT_EDITED", file + " cannot be read as text: " + e, "mend the file", e);
    }
  }

  /** The glob that names just a folder: what is special in globs is written as {@code ?}. */
  public static String glob(String folder) {
    return SPECIAL.matcher(folder).replaceAll("?");
  }

  /** What the file names now. */
  public List<String> globs() {
    return Globs.parse(values(text).getOrDefault(SETTING, ""));
  }

  /**
   * What makes the file name these, instead of what it names now.
   *
   * @throws StorageRejectedException with code {@code CONFIG_NOT_EDITED} if the file is written in
   *     a way that only a person can edit; the remedy says what to write
   */
  public Edit naming(List<String> globs) {
    String line = text.contains("\r\n") ? "\r\n" : "\n";
    List<String> block = new ArrayList<>();
    if (!globs.isEmpty()) {
      block.add(SETTING.key() + ":");
      globs.forEach(glob -> block.add("  - '" + glob.replace("'", "''") + "'"));
    }
    String written = block.isEmpty() ? "" : String.join(line, block) + line;
    Matcher matcher = BLOCK.matcher(text);
    boolean there = matcher.find();
    List<String> before = there ? matcher.group().lines().toList() : List.of();
    String after =
        there
            ? text.substring(0, matcher.start()) + written + text.substring(matcher.end())
            : text + (text.isEmpty() || text.endsWith("\n") ? "" : line) + written;
    requireSaid(after, globs, block);
    return new Edit(file, before, block, after);
  }

  private void requireSaid(String after, List<String> globs, List<String> block) {
    Map<Setting, String> wanted = values(text);
    wanted.remove(SETTING);
    Map<Setting, String> said = values(after);
    List<String> named = Globs.parse(Optional.ofNullable(said.remove(SETTING)).orElse(""));
    if (!said.equals(wanted) || !named.equals(globs)) {
      throw new StorageRejectedException(
          "CONFIG_NOT_EDITED",
          file + " writes fixed-courses in a way that cannot be edited safely",
          "write these lines into it by hand: " + String.join(" ⏎ ", block));
    }
  }

  private Map<Setting, String> values(String yaml) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    List<Problem> problems = new ArrayList<>();
    Layer layer = YamlFile.read(file, yaml, problems);
    for (Setting setting : Setting.values()) {
      layer.value(setting).ifPresent(value -> values.put(setting, value.text()));
    }
    if (!problems.isEmpty()) {
      throw new StorageRejectedException(
          "CONFIG_NOT_EDITED",
          file + " would not be understood: " + problems.get(0),
          "write the list into it by hand");
    }
    return values;
  }
}

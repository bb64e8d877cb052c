package io.creatoros.filesystem;

import io.creatoros.core.course.FolderScan.Excluded;
import io.creatoros.core.course.FolderScan.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * The rules that hold in a folder: those of its own {@code .creatorosignore} before those of the
 * folders above it, and last what is ignored by default.
 */
final class IgnoreRules {

  static final String FILE = ".creatorosignore";

  private static final IgnoreRules DEFAULTS = new IgnoreRules(Optional.empty(), "", List.of());

  private final Optional<IgnoreRules> above;
  private final String folder;
  private final List<FastIgnoreRule> rules;

  private IgnoreRules(Optional<IgnoreRules> above, String folder, List<FastIgnoreRule> rules) {
    this.above = above;
    this.folder = folder;
    this.rules = rules;
  }

  static IgnoreRules defaults() {
    return DEFAULTS;
  }

  /**
   * The rules in a folder that may hold rules of its own.
   *
   * @param path the folder's path relative to the workspace, composed
   * @throws IOException if its rules cannot be read or are no rules; nothing below it may then be
   *     taken for an artifact
   */
  IgnoreRules in(Path directory, String path) throws IOException {
    Path file = directory.resolve(FILE);
    FileStat stat;
    try {
      stat = FileStat.of(file);
    } catch (NoSuchFileException e) {
      return this;
    }
    if (!stat.isFile() || stat.size() > FileBytes.SMALL) {
      throw new IOException("its " + FILE + " is no ordinary file");
    }
    try {
      String text = new String(FileBytes.read(file, stat), StandardCharsets.UTF_8);
      List<FastIgnoreRule> found = parse(text);
      return found.isEmpty() ? this : new IgnoreRules(Optional.of(this), path, found);
    } catch (IOException e) {
      throw new IOException("its " + FILE + " cannot be read: " + Failures.reason(e), e);
    }
  }

  private static List<FastIgnoreRule> parse(String text) throws IOException {
    List<FastIgnoreRule> rules = new ArrayList<>();
    for (String line : UnicodeNames.composed(text.replace("\ufeff", "")).split("\r?\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        FastIgnoreRule rule = new FastIgnoreRule(line);
        if (rule.isEmpty()) {
          throw new IOException("\"" + line + "\" is no pattern");
        }
        rules.add(0, rule);
      }
    }
    return rules;
  }

  /**
   * The rule that leaves a path out; empty for an artifact.
   *
   * @param parent the path of the folder that holds it, relative to the workspace, composed
   * @param name its name as found
   */
  Optional<Excluded> exclusion(String parent, String name, boolean isFolder) {
    Optional<String> byDefault = DefaultIgnores.rule(name);
    if (rules.isEmpty() && byDefault.isEmpty()) {
      return Optional.empty();
    }
    String path = UnicodeNames.below(parent, UnicodeNames.composed(name));
    if (!DefaultIgnores.isReserved(name)) {
      for (IgnoreRules at = this; !at.rules.isEmpty(); at = at.above.orElse(DEFAULTS)) {
        String relative = at.folder.isEmpty() ? path : path.substring(at.folder.length() + 1);
        for (FastIgnoreRule rule : at.rules) {
          if (rule.isMatch(relative, isFolder, true)) {
            return rule.getResult() ? Optional.of(at.by(rule, path)) : Optional.empty();
          }
        }
      }
    }
    return byDefault.map(rule -> new Excluded(path, Reason.IGNORED_BY_DEFAULT, rule));
  }

  private Excluded by(FastIgnoreRule rule, String path) {
    String file = UnicodeNames.below(folder, FILE);
    return new Excluded(path, Reason.IGNORED_BY_FILE, rule + " in " + file);
  }
}

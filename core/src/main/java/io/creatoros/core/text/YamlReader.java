package io.creatoros.core.text;

import io.creatoros.core.text.StructuredText.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML as trees, within limits. */
public final class YamlReader {

  /** The time that the parser takes for a single scalar grows with the square of its length. */
  private static final int LONGEST = 1 << 20;

  private static final int DEEPEST = 64;
  private static final int MOST_ALIASES = 1000;
  private static final LoaderOptions LIMITS = limits();

  private YamlReader() {}

  /** The documents of a text, as far as it can be read; never throws, whatever it holds. */
  public static StructuredText read(String text) {
    return read(text, 1);
  }

  /**
   * @param firstLine the line of the file where the text begins, from 1
   */
  static StructuredText read(String text, int firstLine) {
    if (text.length() > LONGEST) {
      return new StructuredText(List.of(), Optional.of(YamlProblems.limit(firstLine)));
    }
    StreamReader reader = new StreamReader(CleanText.printable(ByteOrderMark.without(text)));
    Composer composer = new Composer(new ParserImpl(reader, LIMITS), new PlainResolver(), LIMITS);
    YamlTrees trees = new YamlTrees(firstLine);
    List<Value> documents = new ArrayList<>();
    Optional<Problem> problem = Optional.empty();
    try {
      while (composer.checkNode()) {
        trees.of(composer.getNode()).ifPresent(documents::add);
      }
    } catch (MarkedYAMLException e) {
      problem = Optional.of(YamlProblems.syntax(e, firstLine));
    } catch (YamlTrees.TooLargeException e) {
      problem = Optional.of(new Problem(e.line(), e.reason(), true));
    } catch (YAMLException e) {
      problem = Optional.of(YamlProblems.limit(reader.getMark().getLine() + firstLine));
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      problem = Optional.of(YamlProblems.other(reader.getMark().getLine() + firstLine));
    }
    return new StructuredText(documents, problem);
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    return options;
  }

  /** Knows nothing but text and null: every scalar stays as written. */
  private static final class PlainResolver extends Resolver {

    @Override
    protected void addImplicitResolvers() {}

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return switch (kind) {
        case scalar -> implicit && isNull(value) ? Tag.NULL : Tag.STR;
        case sequence -> Tag.SEQ;
        default -> Tag.MAP;
      };
    }

    private static boolean isNull(String value) {
      return switch (value) {
        case "", "~", "null", "Null", "NULL" -> true;
        default -> false;
      };
    }
  }
}

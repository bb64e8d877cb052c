package io.creatoros.core.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Nodes of YAML as trees, repetitions written out, up to a limit. */
final class YamlTrees {

  private static final int MOST_VALUES = 200_000;
  private static final int DEEPEST = 100;
  private static final String MERGE = "<<";

  private final int firstLine;
  private int values;

  YamlTrees(int firstLine) {
    this.firstLine = firstLine;
  }

  /** The tree of a document; empty if it is empty. */
  Optional<Value> of(Node document) {
    boolean isEmpty = document.getTag() == Tag.NULL;
    return isEmpty ? Optional.empty() : Optional.of(value(document, 1));
  }

  private Value value(Node node, int depth) {
    if (++values > MOST_VALUES) {
      throw new TooLargeException(line(node), "it holds, or repeats, too many values");
    }
    if (depth > DEEPEST) {
      throw new TooLargeException(line(node), "it nests too deeply, or within itself");
    }
    if (node instanceof MappingNode map) {
      return new Value.Entries(entries(map, depth), line(node));
    }
    if (node instanceof SequenceNode list) {
      List<Value> items = new ArrayList<>(list.getValue().size());
      list.getValue().forEach(item -> items.add(value(item, depth + 1)));
      return new Value.Items(items, line(node));
    }
    String written = node.getTag() == Tag.NULL ? "" : ((ScalarNode) node).getValue();
    return new Value.Scalar(CleanText.of(written), line(node));
  }

  private Map<String, Value> entries(MappingNode map, int depth) {
    Map<String, Value> entries = new LinkedHashMap<>();
    List<Value> merged = new ArrayList<>();
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        Value value = value(tuple.getValueNode(), depth + 1);
        if (key.isPlain() && key.getValue().equals(MERGE)) {
          merged.add(value);
        } else {
          entries.put(CleanText.of(key.getValue()), value);
        }
      }
    }
    merged.forEach(value -> merge(value, entries));
    return entries;
  }

  /** What a map says itself counts before what it takes over. */
  private static void merge(Value value, Map<String, Value> into) {
    if (value instanceof Value.Entries other) {
      other.values().forEach(into::putIfAbsent);
    }
    value.items().forEach(item -> merge(item, into));
  }

  private int line(Node node) {
    return node.getStartMark().getLine() + firstLine;
  }

  /** A limit was met. */
  static final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String reason;

    TooLargeException(int line, String reason) {
      super(reason);
      this.line = line;
      this.reason = reason;
    }

    int line() {
      return line;
    }

    String reason() {
      return reason;
    }
  }
}

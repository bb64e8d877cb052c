package io.creatoros.core.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** A tree of Markdown blocks as a list. The tree is no deeper than the parser lets it be. */
final class BlockList {

  private final String source;
  private final int linesBefore;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Node, Integer> lastNumbers = new IdentityHashMap<>();

  /**
   * @param source the text that was parsed
   * @param linesBefore how many lines of the file stand before it
   */
  BlockList(String source, int linesBefore) {
    this.source = source;
    this.linesBefore = linesBefore;
  }

  /** The blocks of a document in the order of the text. */
  List<Block> of(Node document) {
    addFrom(document.getFirstChild(), new Place(0, false));
    return blocks;
  }

  /**
   * Where a block stands.
   *
   * @param depth how many lists are around it
   * @param quoted whether it is within a quotation
   */
  private record Place(int depth, boolean quoted) {}

  private void addFrom(Node first, Place place) {
    for (Node node = first; node != null; node = node.getNext()) {
      add(node, place);
    }
  }

  private void add(Node node, Place place) {
    if (node instanceof Heading heading) {
      addHeading(heading, place);
    } else if (node instanceof Paragraph) {
      addText(text(node), line(node), place);
    } else if (node instanceof ListItem item) {
      addItem(item, place);
    } else if (node instanceof FencedCodeBlock code) {
      addCode(code.getInfo(), code.getLiteral(), node);
    } else if (node instanceof IndentedCodeBlock code) {
      addCode("", code.getLiteral(), node);
    } else if (node instanceof HtmlBlock html) {
      addHtml(html, place);
    } else if (node instanceof LinkReferenceDefinition) {
      addText(written(node), line(node), place);
    } else {
      int depth = place.depth() + (node instanceof ListBlock ? 1 : 0);
      addFrom(node.getFirstChild(), new Place(depth, place.quoted() || node instanceof BlockQuote));
    }
  }

  /** Several lines above a row of hyphens are a paragraph above a rule, whatever the standard. */
  private void addHeading(Heading heading, Place place) {
    String text = text(heading);
    if (place.quoted() || text.indexOf('\n') >= 0) {
      addText(text, line(heading), place);
    } else {
      blocks.add(new Block.Heading(heading.getLevel(), text, line(heading)));
    }
  }

  private void addText(String text, int line, Place place) {
    blocks.add(place.quoted() ? new Block.Quote(text, line) : new Block.Paragraph(text, line));
  }

  private void addHtml(HtmlBlock html, Place place) {
    String literal = html.getLiteral().strip();
    if (!literal.startsWith("<!--") || !literal.endsWith("-->")) {
      addText(literal, line(html), place);
    }
  }

  private void addCode(String info, String literal, Node node) {
    String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
    blocks.add(new Block.Code(info == null ? "" : info.strip(), text, line(node)));
  }

  private void addItem(ListItem item, Place place) {
    Node first = item.getFirstChild();
    boolean hasText = first instanceof Paragraph;
    String text = hasText ? text(first) : "";
    Optional<Boolean> checked = CheckBox.of(text);
    blocks.add(
        new Block.Item(
            place.depth(),
            number(item),
            checked,
            checked.isPresent() ? CheckBox.without(text) : text,
            line(item)));
    addFrom(hasText ? first.getNext() : first, place);
  }

  private Optional<Integer> number(ListItem item) {
    if (item.getParent() instanceof OrderedList list) {
      Integer start = list.getMarkerStartNumber();
      return Optional.of(lastNumbers.merge(list, start == null ? 1 : start, (a, b) -> a + 1));
    }
    return Optional.empty();
  }

  private static String text(Node block) {
    return block.getFirstChild() instanceof Text text ? text.getLiteral() : "";
  }

  private int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return linesBefore + (spans.isEmpty() ? 0 : spans.get(0).getLineIndex()) + 1;
  }

  /** The text of a block as it stands in the source. */
  private String written(Node node) {
    List<String> lines = new ArrayList<>();
    for (SourceSpan span : node.getSourceSpans()) {
      lines.add(
          source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()).strip());
    }
    return String.join("\n", lines);
  }
}

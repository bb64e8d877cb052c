package io.creatoros.core.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/** Reads Markdown as blocks. */
public final class MarkdownReader {

  /** Blocks nested more deeply are text of the block around them. */
  private static final int DEEPEST = 64;

  private static final int MOST_UNBROKEN_LINES = 2_000;

  /** Shorter texts do not have as many: each has a character, and an end before the next one. */
  private static final int LEAST_UNBROKEN_LENGTH = 2 * MOST_UNBROKEN_LINES - 1;

  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(DEEPEST)
          .inlineParserFactory(context -> MarkdownReader::keepAsWritten)
          .build();

  private MarkdownReader() {}

  /** The blocks of a text; never throws, whatever it holds. */
  public static MarkdownText read(String text) {
    Optional<FrontMatter> frontMatter = FrontMatter.of(text);
    int start = frontMatter.map(FrontMatter::end).orElse(start(text));
    int linesBefore = frontMatter.map(FrontMatter::lines).orElse(0);
    return new MarkdownText(
        frontMatter.map(FrontMatter::values), blocks(text.substring(start), linesBefore));
  }

  /** Whether a text begins as front matter does, and no line ends it. */
  public static boolean hasOpenFrontMatter(String text) {
    return FrontMatter.isOpen(text);
  }

  /**
   * The time that the parser takes for a paragraph can grow with the square of its lines, so what
   * goes on and on without a blank line is read in pieces.
   */
  private static List<Block> blocks(String body, int linesBefore) {
    List<Block> blocks = new ArrayList<>();
    Lines lines = new Lines(body, 0);
    int start = 0;
    int startLine = linesBefore;
    int unbroken = 0;
    while (body.length() >= LEAST_UNBROKEN_LENGTH && lines.next()) {
      unbroken = lines.isBlank() ? 0 : unbroken + 1;
      if (unbroken == MOST_UNBROKEN_LINES) {
        addBlocks(body.substring(start, lines.end()), startLine, blocks);
        start = lines.end();
        startLine = linesBefore + lines.number();
        unbroken = 0;
      }
    }
    addBlocks(body.substring(start), startLine, blocks);
    return blocks;
  }

  private static void addBlocks(String piece, int linesBefore, List<Block> blocks) {
    blocks.addAll(new BlockList(piece, linesBefore).of(parse(piece)));
  }

  /** The parser finds the lines of a reader faster than those of a string. */
  private static Node parse(String piece) {
    try {
      return PARSER.parseReader(new StringReader(piece));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int start(String text) {
    return ByteOrderMark.startsIn(text) ? 1 : 0;
  }

  private static void keepAsWritten(SourceLines lines, Node block) {
    List<SourceLine> content = lines.getLines();
    if (content.size() == 1) {
      block.appendChild(new Text(content.get(0).getContent().toString()));
      return;
    }
    List<CharSequence> texts = new ArrayList<>(content.size());
    content.forEach(line -> texts.add(line.getContent()));
    block.appendChild(new Text(String.join("\n", texts)));
  }
}

package io.creatoros.core.text;

import java.util.List;
import java.util.Optional;

/**
 * A Markdown text as blocks in the order of the file, front matter apart. What stands in a code
 * fence is no heading.
 *
 * @param frontMatter the YAML between two lines of three hyphens at the start, if it is there; a
 *     byte order mark or blank lines before it do not matter
 * @param blocks the rest
 */
public record MarkdownText(Optional<StructuredText> frontMatter, List<Block> blocks) {

  public MarkdownText {
    blocks = List.copyOf(blocks);
  }
}

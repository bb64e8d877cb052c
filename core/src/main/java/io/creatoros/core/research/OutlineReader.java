package io.creatoros.core.research;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.Block;
import io.creatoros.core.text.MarkdownReader;
import io.creatoros.core.text.MarkdownText;
import java.util.Optional;

/** Reads course outlines. */
public final class OutlineReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    MarkdownText text = MarkdownReader.read(source.text());
    FileFindings findings = new FileFindings(source);
    text.frontMatter().ifPresent(yaml -> findings.addProblem(yaml, FindingCode.YAML_INVALID));
    long headings = text.blocks().stream().filter(Block.Heading.class::isInstance).count();
    Outline outline = new Outline(Titles.ofOutline(text), (int) headings);
    return new Understanding(Optional.of(outline), findings.all());
  }
}

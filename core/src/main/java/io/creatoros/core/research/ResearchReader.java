package io.creatoros.core.research;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.MarkdownReader;
import io.creatoros.core.text.MarkdownText;
import java.util.Optional;

/** Reads reports of market research. Which report it is tells the name of the file. */
public final class ResearchReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    MarkdownText text = MarkdownReader.read(source.text());
    FileFindings findings = new FileFindings(source);
    text.frontMatter().ifPresent(yaml -> findings.addProblem(yaml, FindingCode.YAML_INVALID));
    ResearchReport report =
        new ResearchReport(
            Topics.of(source.path()),
            Titles.ofReport(text),
            Competitors.in(text.blocks()),
            Prose.first(text.blocks()));
    return new Understanding(Optional.of(report), findings.all());
  }
}

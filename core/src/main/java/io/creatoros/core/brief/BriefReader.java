package io.creatoros.core.brief;

import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.Block;
import io.creatoros.core.text.MarkdownReader;
import io.creatoros.core.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads course briefs in every form that people write them: the form with boxes to fill in, bullets
 * and tables with labels, with and without front matter, in Portuguese and English. An answer under
 * a label counts before one in the front matter; what the form printed is no answer.
 */
public final class BriefReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    MarkdownText text = MarkdownReader.read(source.text());
    BriefForm form = new BriefForm(text);
    BriefAnswers answers = new BriefAnswers(form, heading(text));
    Brief brief = answers.brief();
    List<CourseFinding> findings = new ArrayList<>(FrontMatterFindings.of(source.path(), text));
    findings.addAll(new BriefFindings(source.path(), form, answers, brief).all());
    return new Understanding(Optional.of(brief), findings);
  }

  private static Optional<String> heading(MarkdownText text) {
    return text.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .map(Block.Heading.class::cast)
        .filter(heading -> heading.level() == 1)
        .map(Block.Heading::text)
        .findFirst();
  }
}

package io.creatoros.core.brief;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.MarkdownReader;
import io.creatoros.core.text.MarkdownText;
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
    BriefAnswers answers = new BriefAnswers(form, BriefTitle.headings(text.blocks()));
    Brief brief = answers.brief();
    FileFindings findings = new FileFindings(source);
    text.frontMatter().ifPresent(yaml -> findings.addProblem(yaml, FindingCode.YAML_INVALID));
    return new Understanding(
        Optional.of(brief), new BriefFindings(findings, form, answers, brief).all());
  }
}

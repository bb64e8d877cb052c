package io.creatoros.core.brief;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.StructureFindings;
import io.creatoros.core.text.MarkdownText;
import io.creatoros.core.text.StructuredText;
import java.util.List;

/** What a creator should know about the front matter of a Markdown text. */
final class FrontMatterFindings {

  private FrontMatterFindings() {}

  static List<CourseFinding> of(ArtifactPath path, MarkdownText text) {
    return text.frontMatter().flatMap(StructuredText::problem).stream()
        .map(
            problem ->
                StructureFindings.of(
                    path,
                    problem,
                    FindingCode.YAML_INVALID,
                    "the front matter",
                    "put text with a colon between quotation marks and check the indentation"))
        .toList();
  }
}

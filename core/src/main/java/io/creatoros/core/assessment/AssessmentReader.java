package io.creatoros.core.assessment;

import io.creatoros.core.assessment.Assessment.Form;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.JsonReader;
import io.creatoros.core.text.MarkdownReader;
import io.creatoros.core.text.MarkdownText;
import io.creatoros.core.text.StructuredText;
import io.creatoros.core.text.YamlReader;
import java.util.List;
import java.util.Optional;

/**
 * Reads quizzes as YAML, JSON or Markdown, and final projects as Markdown. Files with other endings
 * say nothing.
 */
public final class AssessmentReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    FileFindings findings = new FileFindings(source);
    AssessmentName name = new AssessmentName(source.path());
    Optional<Assessment> assessment =
        switch (name.ending()) {
          case "yaml", "yml" -> Optional.of(ofYaml(name, source.text(), findings));
          case "json" -> Optional.of(ofJson(name, source.text(), findings));
          case "md" -> Optional.of(ofMarkdown(name, MarkdownReader.read(source.text()), findings));
          default -> Optional.empty();
        };
    return new Understanding(assessment.map(found -> found), findings.all());
  }

  private static Assessment ofJson(AssessmentName name, String text, FileFindings findings) {
    StructuredText json = JsonReader.read(text);
    findings.addProblem(json, FindingCode.JSON_INVALID);
    return ofTrees(name, json, findings);
  }

  private static Assessment ofYaml(AssessmentName name, String text, FileFindings findings) {
    StructuredText yaml = YamlReader.read(text);
    if (QuestionList.in(yaml.documents()).isEmpty()) {
      MarkdownText markdown = MarkdownReader.read(text);
      boolean isMarkdown =
          MarkdownQuiz.hasQuestions(markdown)
              || (markdown.frontMatter().isPresent() && MarkdownQuiz.title(markdown).isPresent());
      if (isMarkdown) {
        findings.add(
            FindingCode.QUIZ_IS_MARKDOWN,
            1,
            "is Markdown, though its name ends in ." + name.ending(),
            "let its name end in .md");
        return ofMarkdown(name, markdown, findings);
      }
    }
    findings.addProblem(yaml, FindingCode.YAML_INVALID);
    return ofTrees(name, yaml, findings);
  }

  private static Assessment ofTrees(
      AssessmentName name, StructuredText trees, FileFindings findings) {
    QuizHeader header = new QuizHeader(trees.documents());
    List<AskedQuestion> asked = QuestionList.in(trees.documents());
    Form form = name.form(header.type(), !asked.isEmpty());
    if (trees.problem().isEmpty()) {
      QuizChecks.check(form, asked, findings);
    }
    return assessment(form, header.title(), modules(header, name), asked);
  }

  private static Assessment ofMarkdown(
      AssessmentName name, MarkdownText markdown, FileFindings findings) {
    markdown
        .frontMatter()
        .ifPresent(values -> findings.addProblem(values, FindingCode.YAML_INVALID));
    QuizHeader header =
        new QuizHeader(markdown.frontMatter().map(StructuredText::documents).orElseGet(List::of));
    List<AskedQuestion> asked = name.isProject() ? List.of() : MarkdownQuiz.questions(markdown);
    Form form = name.form(header.type(), !asked.isEmpty());
    QuizChecks.check(form, asked, findings);
    Optional<String> title = header.title().or(() -> MarkdownQuiz.title(markdown));
    return assessment(form, title, modules(header, name), asked);
  }

  private static List<String> modules(QuizHeader header, AssessmentName name) {
    return header.modules().isEmpty() ? name.modules() : header.modules();
  }

  private static Assessment assessment(
      Form form, Optional<String> title, List<String> modules, List<AskedQuestion> asked) {
    return new Assessment(
        form, title, modules, asked.stream().map(AskedQuestion::question).toList());
  }
}

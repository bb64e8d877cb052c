package io.creatoros.core.curriculum;

import io.creatoros.core.curriculum.Curriculum.PlannedModule;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.StructuredText;
import io.creatoros.core.text.Value;
import io.creatoros.core.text.YamlReader;
import java.util.List;
import java.util.Optional;

/**
 * Reads curricula of every shape: modules at the top, within {@code course} or under {@code
 * curriculum}; lessons within their module, in a list of their own that names the module, or only
 * counted; one YAML document or several.
 */
public final class CurriculumReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    FileFindings findings = new FileFindings(source);
    StructuredText yaml = YamlReader.read(source.text());
    findings.addProblem(yaml, FindingCode.YAML_INVALID);
    List<Value> documents = yaml.documents();
    List<ModuleDraft> drafts = ModuleList.of(documents);
    if (drafts.isEmpty() && yaml.problem().isEmpty()) {
      findings.add(
          FindingCode.CURRICULUM_EMPTY,
          "has no modules and no lessons",
          "list the modules under modules:, each with its lessons: under it");
    }
    if (drafts.isEmpty() && documents.isEmpty()) {
      return new Understanding(Optional.empty(), findings.all());
    }
    CurriculumHeader header = new CurriculumHeader(documents);
    Curriculum curriculum = curriculum(header, drafts, findings);
    new CurriculumChecks(header, curriculum, drafts, findings).check();
    return new Understanding(Optional.of(curriculum), findings.all());
  }

  private static Curriculum curriculum(
      CurriculumHeader header, List<ModuleDraft> drafts, FileFindings findings) {
    List<PlannedModule> modules = drafts.stream().map(draft -> draft.plan(findings)).toList();
    return new Curriculum(
        header.title(),
        header.slug(),
        header.language(),
        header.level(),
        header.persona(),
        header.instructor(),
        header.fidelityTarget(findings),
        header.declaredModules(),
        header.declaredLessons().or(() -> sumOfDeclared(modules)),
        header.durationMinutes(),
        modules);
  }

  /** The sum of what modules say, if every one says something. */
  private static Optional<Integer> sumOfDeclared(List<PlannedModule> modules) {
    boolean allSay =
        !modules.isEmpty()
            && modules.stream().allMatch(module -> module.declaredLessons().isPresent());
    return allSay
        ? Optional.of(modules.stream().mapToInt(module -> module.declaredLessons().get()).sum())
        : Optional.empty();
  }
}

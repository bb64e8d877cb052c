package io.creatoros.core.reading;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.text.JsonReader;
import io.creatoros.core.text.YamlReader;
import java.util.Optional;

/** Tells whether YAML and JSON that has no part to play in a course can be read at all. */
public final class DataReader implements FileReader {

  /** Whether a file's name says that it is YAML or JSON. */
  public static boolean isData(String name) {
    return isYaml(name) || name.endsWith(".json");
  }

  @Override
  public Understanding read(SourceText source) {
    FileFindings findings = new FileFindings(source);
    if (isYaml(source.path().fileName())) {
      findings.addProblem(YamlReader.read(source.text()), FindingCode.YAML_INVALID);
    } else {
      findings.addProblem(JsonReader.read(source.text()), FindingCode.JSON_INVALID);
    }
    return new Understanding(Optional.empty(), findings.all());
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}

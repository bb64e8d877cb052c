package io.creatoros.app.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command has to say.
 *
 * @param code what the process ends with
 * @param data the fields of its JSON object
 * @param lines the same for people, on standard output
 * @param talk what a person should know besides, on standard error
 */
record Outcome(ExitCode code, Map<String, Object> data, List<String> lines, List<String> talk) {

  Outcome {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    lines = List.copyOf(lines);
    talk = List.copyOf(talk);
  }

  static Outcome done(Map<String, Object> data, List<String> lines) {
    return new Outcome(ExitCode.DONE, data, lines, List.of());
  }
}

package io.creatoros.app.acceptance;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.util.List;

class SampleNewVersionTest extends NewVersionContract {

  private static final String COURSE = "horta-em-casa";
  private static final List<String> LATER_ONLY =
      List.of(
          "COURSE-BRIEF.md",
          "research/content-gaps.md",
          "lessons/1.3-Água na Medida Certa.md",
          "assessments/projeto-final.md");

  @Override
  void writeEarlier(Machine machine, String folder) throws IOException {
    writeLater(machine, folder);
    for (String path : LATER_ONLY) {
      machine.delete(folder + "/" + path);
    }
    for (String path : List.of("curriculum.yaml", "lessons/1.2-luz-o-mapa-do-sol.md")) {
      machine.write(folder + "/" + path, "earlier\r\n" + machine.read(folder + "/" + path));
    }
  }

  @Override
  void writeLater(Machine machine, String folder) throws IOException {
    machine.copy(Courses.samples().resolve(COURSE), folder);
  }
}

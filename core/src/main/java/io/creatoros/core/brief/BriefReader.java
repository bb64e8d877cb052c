package io.creatoros.core.brief;

import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.util.List;
import java.util.Optional;

/** Reads course briefs in every form that people write them. */
public final class BriefReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    return new Understanding(Optional.empty(), List.of());
  }
}

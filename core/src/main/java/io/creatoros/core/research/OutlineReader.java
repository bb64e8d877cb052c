package io.creatoros.core.research;

import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.util.List;
import java.util.Optional;

/** Reads course outlines. */
public final class OutlineReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    return new Understanding(Optional.empty(), List.of());
  }
}

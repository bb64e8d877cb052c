package io.creatoros.core.lesson;

import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.util.List;
import java.util.Optional;

/** Reads scripts and transcripts. */
public final class SpokenReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    return new Understanding(Optional.empty(), List.of());
  }
}

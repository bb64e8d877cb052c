package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.projection.FactsReader;
import io.creatoros.core.projection.Readers;
import io.creatoros.core.reading.FileFacts;
import io.creatoros.core.research.Outline;
import java.util.List;
import java.util.Optional;

/** Understands outlines as what no program can put into rows; all else as it is. */
public final class DefectiveReader implements FactsReader {

  @Override
  public FileFacts read(ArtifactPath path, byte[] bytes) {
    return path.fileName().contains("outline")
        ? new FileFacts(Optional.empty(), Optional.of(impossible()), List.of())
        : Readers.read(path, bytes);
  }

  @SuppressWarnings("NullAway") // the defect
  private static Outline impossible() {
    return new Outline(null, 0);
  }
}

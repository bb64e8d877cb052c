package io.creatoros.app.embedding;

import io.creatoros.core.adapter.MirrorAdapter;
import io.creatoros.core.adapter.MirrorAdapterSettings;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.InMemoryDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A mirror that only this process has, found like somebody else's. The setting {@code pocket} tells
 * which; {@code broken} keeps it from being opened.
 */
public final class PocketAdapter implements MirrorAdapter {

  static final String NAME = "pocket";

  private static final Map<String, InMemoryDatabase> POCKETS = new ConcurrentHashMap<>();
  private static final AtomicReference<MirrorAdapterSettings> LAST = new AtomicReference<>();

  /** What the last one to open one was given. */
  static MirrorAdapterSettings lastSettings() {
    return LAST.get();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CourseMirror open(MirrorAdapterSettings settings) {
    LAST.set(settings);
    if (settings.value("broken").isPresent()) {
      throw new StorageUnavailableException("POCKET_BROKEN", "the pocket has a hole", "mend it");
    }
    String pocket = settings.value("pocket").orElse("left");
    return new InMemoryCourseMirror(
        POCKETS.computeIfAbsent(pocket, unused -> new InMemoryDatabase()), settings.project());
  }
}

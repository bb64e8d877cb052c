package io.creatoros.core.dualwrite;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.resilience.Budget;
import io.creatoros.core.resilience.MirrorGuard;
import io.creatoros.core.storage.StorageUnavailableException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A guard that lets everything through and remembers what it was told. */
final class GivenUp implements MirrorGuard {

  final List<String> codes = new CopyOnWriteArrayList<>();
  final AtomicInteger opened = new AtomicInteger();

  @Override
  public CourseMirror guard(CourseMirror mirror, Budget budget) {
    return mirror;
  }

  @Override
  public <T> T opening(Supplier<T> open) {
    opened.incrementAndGet();
    return open.get();
  }

  @Override
  public void gaveUp(StorageUnavailableException failure) {
    codes.add(failure.code());
  }
}

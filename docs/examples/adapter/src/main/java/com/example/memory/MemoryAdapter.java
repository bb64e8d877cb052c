package com.example.memory;

import io.creatoros.core.adapter.MirrorAdapter;
import io.creatoros.core.adapter.MirrorAdapterSettings;
import io.creatoros.core.course.CourseMirror;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chosen by {@code mirror: memory}. The setting {@code adapter.name} tells memories apart. */
public final class MemoryAdapter implements MirrorAdapter {

  private static final Map<String, Memory> MEMORIES = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public CourseMirror open(MirrorAdapterSettings settings) {
    String name = settings.value("name").orElse("default");
    Memory memory = MEMORIES.computeIfAbsent(name, unused -> new Memory());
    return new MemoryMirror(memory, settings.project());
  }
}

package com.example.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.adapter.MirrorAdapterSettings;
import io.creatoros.core.adapter.MirrorAdapters;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.testkit.Capability;
import io.creatoros.testkit.CourseMirrorContract;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract: all that the mirror has to do. Its tests are inherited. */
class MemoryMirrorTest implements CourseMirrorContract {

  private final String name = UUID.randomUUID().toString();
  private final CourseMirror mirror = another();

  @Override
  public CourseMirror mirror() {
    return mirror;
  }

  @Override
  public CourseMirror another() {
    return open("default");
  }

  @Override
  public CourseMirror otherProject() {
    return open("other");
  }

  /** Nobody can reach into this mirror by hand. */
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.EDITS_BY_HAND, Capability.NUMBERS_EDITS));
  }

  @Test
  void adapterShouldBeFoundByItsName() {
    assertThat(MirrorAdapters.named("memory")).containsInstanceOf(MemoryAdapter.class);
  }

  private CourseMirror open(String project) {
    return new MemoryAdapter().open(new MirrorAdapterSettings(project, Map.of("name", name)));
  }
}

package io.creatoros.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.testkit.InMemoryLanes;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomesTest {

  private final Site site = new Site();
  private final Homes homes = new Homes(site.folders, site.mirror, site.bases, new InMemoryLanes());

  @Test
  void coursesShouldBeThoseOfTheFolderAndThoseThatVanishedWithinTheScope() {
    site.write(course("nova/one"), "a.md", "a").write(course("nova/two"), "b.md", "b").sync();
    site.folders.vanish(course("nova/two"));
    site.write(course("nova-2"), "c.md", "c");

    assertThat(homes.courses(List.of(course("nova"))))
        .containsExactly(course("nova/one"), course("nova/two"));
    assertThat(homes.courses(List.of(CourseId.ROOT))).hasSize(3);
  }

  @Test
  void elsewhereShouldBeWhatOnlyTheMirrorHolds() {
    site.write(course("nova/one"), "a.md", "a").sync();
    site.another().write(course("nova/two"), "b.md", "b").write(course("x"), "c.md", "c").sync();

    assertThat(homes.elsewhere(List.of(CourseId.ROOT)))
        .containsExactly(course("nova/two"), course("x"));
    assertThat(homes.elsewhere(List.of(course("nova")))).containsExactly(course("nova/two"));
  }

  private static CourseId course(String path) {
    return new CourseId(path);
  }
}

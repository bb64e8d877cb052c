package io.creatoros.postgrest;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.postgrest.testkit.NewestImages;
import io.creatoros.postgrest.testkit.Tokens;
import io.creatoros.testkit.Capability;
import io.creatoros.testkit.MirrorCommitContract;
import io.creatoros.testkit.MirrorContentsContract;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.containers.ContainerFetchException;

/**
 * The contract's core on the newest images of Supabase's database and of PostgREST, where Docker
 * answers and has them. Each test has projects of its own, and nobody edits by hand.
 */
final class NewestImagesTest implements MirrorCommitContract, MirrorContentsContract {
  private static NewestImages images;

  private final String project = "project-" + UUID.randomUUID();
  private final CourseMirror mirror = another();

  @BeforeAll
  static void start() throws SQLException {
    NewestImages.missing().ifPresent(Assumptions::abort);
    try {
      images = NewestImages.start();
    } catch (ContainerFetchException e) {
      Assumptions.abort("an image cannot be fetched: " + e.getMessage());
    }
  }

  @AfterAll
  static void stop() {
    if (images != null) {
      images.close();
    }
  }

  @AfterEach
  void close() {
    mirror.close();
  }

  @Override
  public CourseMirror mirror() {
    return mirror;
  }

  @Override
  public CourseMirror another() {
    return open(project);
  }

  @Override
  public CourseMirror otherProject() {
    return open(project + "-other");
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.EDITS_BY_HAND, Capability.NUMBERS_EDITS));
  }

  private static CourseMirror open(String project) {
    return PostgrestMirror.open(
        PostgrestConfig.of(images.url().toString())
            .withPath("/")
            .withKey(Tokens.of("service_role"))
            .withProject(project));
  }
}

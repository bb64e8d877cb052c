package io.creatoros.core.adapter;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.query.CourseQueries;
import java.util.Optional;

/**
 * A kind of mirror that is found by {@link java.util.ServiceLoader} and chosen by its name: {@code
 * mirror: NAME} in the configuration. A jar that holds one names it in {@code
 * META-INF/services/io.creatoros.core.adapter.MirrorAdapter}; the class is public and has a public
 * constructor without parameters, which does nothing.
 *
 * <p>What it opens keeps the contract of {@link CourseMirror}, whole, which {@code
 * io.creatoros.testkit.CourseMirrorContract} of core's test-jar tests. In particular:
 *
 * <ul>
 *   <li>a commit is atomic, and durable when it returns; a course has one revision at a time;
 *   <li>the {@linkplain CourseMirror#identity() identity} stays the same for as long as the data
 *       does, and is another when the data is lost;
 *   <li>methods may be called from several threads, and by several processes at once;
 *   <li>every failure is a {@link io.creatoros.core.storage.StorageException}: {@link
 *       io.creatoros.core.storage.StorageUnavailableException} for what may succeed when it is
 *       repeated, and for nothing else; messages name what failed and hold no secret.
 * </ul>
 *
 * <p>Retrying, time limits, switching off and meters are not its business: they are put around it.
 * No call may hang for ever.
 */
public interface MirrorAdapter {

  /**
   * The name it is chosen by: small letters, digits and hyphens, at most 40. {@code postgres},
   * {@code postgrest}, {@code embedded} and {@code none} are taken.
   */
  String name();

  /**
   * Opens the mirror. Called again after it failed, and after a mirror was closed; each mirror is
   * closed by the one who had it opened, and gives back then what it holds.
   *
   * @throws io.creatoros.core.storage.StorageUnavailableException if it cannot be reached now
   * @throws io.creatoros.core.storage.StoragePermissionException if it does not let us in
   * @throws io.creatoros.core.storage.StorageSchemaException if it was made by another version
   * @throws io.creatoros.core.storage.StorageRejectedException if a setting is missing or makes no
   *     sense; the message names its key, not its value
   */
  CourseMirror open(MirrorAdapterSettings settings);

  /**
   * Questions to the typed rows of a mirror that this adapter opened; they end with it. Empty when
   * this kind of mirror answers none: then the commands that ask say so.
   */
  default Optional<CourseQueries> queries(CourseMirror mirror) {
    return Optional.empty();
  }
}

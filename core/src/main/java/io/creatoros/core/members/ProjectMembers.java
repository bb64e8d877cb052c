package io.creatoros.core.members;

import java.util.List;

/**
 * The members of one project of a mirror. All methods throw a {@link
 * io.creatoros.core.storage.StorageException} when the mirror fails; a caller who may not gets a
 * {@link io.creatoros.core.storage.StoragePermissionException}.
 *
 * <p>A project that has an owner keeps one: a call that would leave it without throws a {@link
 * io.creatoros.core.storage.StorageRejectedException} whose remedy is to add another owner first.
 */
public interface ProjectMembers {

  /**
   * The members as far as the caller may see them: all for a member, none for anybody else; owners
   * first, then by name.
   */
  List<Membership> list();

  /**
   * Adds a member, or gives one another role. Owners may, and whoever administers the database;
   * only the latter makes the project by it when it is absent. Repeating it changes nothing.
   */
  void put(Membership membership);

  /**
   * Removes a member; files and rows stay.
   *
   * @return false when there was no such member
   */
  boolean remove(Member member);
}

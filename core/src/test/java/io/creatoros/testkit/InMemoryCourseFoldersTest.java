package io.creatoros.testkit;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import java.util.Optional;

class InMemoryCourseFoldersTest implements CourseFoldersContract {

  private final InMemoryCourseFolders folders = new InMemoryCourseFolders();

  @Override
  public CourseFolders folders() {
    return folders;
  }

  @Override
  public CourseFolders otherFolders() {
    return folders;
  }

  @Override
  public void writeByHand(CourseId course, String name, byte[] bytes) {
    folders.write(course, name, bytes);
  }

  @Override
  public void deleteByHand(CourseId course, String name) {
    folders.delete(course, name);
  }

  @Override
  public Optional<byte[]> readByHand(CourseId course, String name) {
    return folders.read(course, name);
  }

  @Override
  public byte[] kept(String where) {
    return folders.kept().get(where);
  }
}

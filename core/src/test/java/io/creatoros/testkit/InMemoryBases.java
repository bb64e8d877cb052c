package io.creatoros.testkit;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.course.CourseId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bases that live as long as this object. */
public final class InMemoryBases implements Bases {

  private final SortedMap<CourseId, CourseBases> courses = new TreeMap<>();
  private final SortedMap<CourseId, CourseBases> durable = new TreeMap<>();

  @Override
  public synchronized Optional<CourseBases> load(CourseId course) {
    return Optional.ofNullable(courses.get(course));
  }

  @Override
  public synchronized void save(CourseId course, CourseBases bases) {
    courses.put(course, bases);
  }

  @Override
  public synchronized void saveDurably(CourseId course, CourseBases bases) {
    save(course, bases);
    durable.put(course, bases);
  }

  @Override
  public synchronized List<CourseId> courses() {
    return List.copyOf(courses.keySet());
  }

  @Override
  public synchronized void rename(CourseId from, CourseId to) {
    CourseBases moved = courses.remove(from);
    if (moved != null) {
      courses.put(to, moved);
    }
  }

  /** Forgets what was not saved durably of a course since it last was, as a power cut may. */
  public synchronized void losePower() {
    courses.putAll(durable);
  }

  /** Forgets everything, as when the index is deleted. */
  public synchronized void lose() {
    courses.clear();
  }
}

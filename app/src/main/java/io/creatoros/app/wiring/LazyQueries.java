package io.creatoros.app.wiring;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.core.query.ProjectStats;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Questions to a mirror that is opened by the first of them, and again after that failed. */
final class LazyQueries implements CourseQueries {

  private final Supplier<CourseQueries> opened;

  LazyQueries(Supplier<CourseQueries> opened) {
    this.opened = opened;
  }

  @Override
  public List<CourseOverview> courses() {
    return opened.get().courses();
  }

  @Override
  public Optional<CourseOverview> course(CourseId course) {
    return opened.get().course(course);
  }

  @Override
  public List<CourseOverview> withSlug(String slug) {
    return opened.get().withSlug(slug);
  }

  @Override
  public List<CourseOverview> withKeyword(String keyword) {
    return opened.get().withKeyword(keyword);
  }

  @Override
  public List<CourseOverview> withPersona(String persona) {
    return opened.get().withPersona(persona);
  }

  @Override
  public List<LessonOverview> lessons(CourseId course) {
    return opened.get().lessons(course);
  }

  @Override
  public List<LessonHit> topLessons(int limit) {
    return opened.get().topLessons(limit);
  }

  @Override
  public List<LessonHit> search(LessonSearch search) {
    return opened.get().search(search);
  }

  @Override
  public ProjectStats stats() {
    return opened.get().stats();
  }

  @Override
  public Optional<String> export(CourseId course) {
    return opened.get().export(course);
  }
}

package io.creatoros.core.projection;

import io.creatoros.core.brief.Brief;
import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.curriculum.Curriculum;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.text.CleanText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a course is called, whose voice it has and in which language it is: the record first, then
 * the brief, then the curriculum, then what the lessons and the folder tell.
 */
final class Identity {

  private static final int MOST_KEYWORDS = 50;

  private final CourseParts parts;
  private final Optional<Brief> brief;
  private final Optional<Curriculum> curriculum;
  private final Optional<CourseRecord> record;

  Identity(CourseParts parts) {
    this.parts = parts;
    this.brief = parts.brief().map(CourseParts.Part::said);
    this.curriculum = parts.curriculum().map(CourseParts.Part::said);
    this.record = parts.record().map(CourseParts.Part::said);
  }

  String title() {
    return said(Brief::title, Curriculum::title)
        .or(() -> parts.outline().flatMap(part -> part.said().title()))
        .orElseGet(() -> Texts.words(folder()));
  }

  String slug() {
    return said(Brief::slug, Curriculum::slug).orElseGet(() -> Texts.slug(folder()));
  }

  private String folder() {
    return parts.course().isRoot() ? "workspace" : parts.folderName();
  }

  Optional<String> persona() {
    return record
        .flatMap(CourseRecord::persona)
        .or(() -> brief.flatMap(Brief::persona).map(Brief.Persona::slug))
        .or(() -> curriculum.flatMap(Curriculum::persona))
        .map(slug -> CleanText.of(Texts.cut(slug, Texts.SLUG)));
  }

  /** The name of the persona, or the slug in words. */
  Map<String, String> personas() {
    return persona().map(slug -> Map.of(slug, personaName(slug))).orElseGet(Map::of);
  }

  private String personaName(String slug) {
    return record
        .flatMap(CourseRecord::personaName)
        .or(() -> brief.flatMap(Brief::persona).flatMap(Brief.Persona::name))
        .map(CleanText::of)
        .orElseGet(() -> Texts.words(slug));
  }

  Optional<String> level() {
    return said(Brief::level, Curriculum::level);
  }

  Optional<String> instructor() {
    return said(Brief::instructor, Curriculum::instructor);
  }

  /** The language that the brief or the curriculum names, else that of most lessons. */
  Optional<String> language() {
    return said(Brief::language, Curriculum::language).or(this::mostSpoken);
  }

  private Optional<String> mostSpoken() {
    Map<String, Integer> votes = new TreeMap<>();
    parts
        .all(ArtifactKind.LESSON, Lesson.class)
        .forEach(
            lesson -> lesson.said().language().ifPresent(tag -> votes.merge(tag, 1, Integer::sum)));
    return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** Keywords of record and brief, each once, whatever its case. */
  List<String> keywords() {
    List<String> all = new ArrayList<>(record.map(CourseRecord::keywords).orElseGet(List::of));
    brief.ifPresent(said -> all.addAll(said.tags()));
    Set<String> seen = new HashSet<>();
    return all.stream()
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .map(word -> Texts.cut(word, Texts.KEYWORD))
        .filter(word -> seen.add(Texts.plain(word)))
        .limit(MOST_KEYWORDS)
        .toList();
  }

  private <T> Optional<T> said(
      Function<Brief, Optional<T>> ofBrief, Function<Curriculum, Optional<T>> ofCurriculum) {
    return brief.flatMap(ofBrief).or(() -> curriculum.flatMap(ofCurriculum));
  }
}

package io.creatoros.core.curriculum;

import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.reading.Understood;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a curriculum plans. What it leaves out is absent.
 *
 * @param title the title of the course
 * @param slug the slug or id of the course, as written
 * @param language the language of the course as a tag, such as {@code pt}
 * @param level {@code beginner}, {@code intermediate} or {@code advanced}
 * @param persona the slug of the persona that teaches
 * @param instructor who teaches, as written
 * @param fidelityTarget how close the voice should be, from 0 to 1
 * @param declaredModules how many modules the curriculum says it has
 * @param declaredLessons how many lessons the curriculum says it has
 * @param durationMinutes the duration of the whole course
 * @param modules the modules, in order
 */
public record Curriculum(
    Optional<String> title,
    Optional<String> slug,
    Optional<String> language,
    Optional<String> level,
    Optional<String> persona,
    Optional<String> instructor,
    Optional<BigDecimal> fidelityTarget,
    Optional<Integer> declaredModules,
    Optional<Integer> declaredLessons,
    Optional<Integer> durationMinutes,
    List<PlannedModule> modules)
    implements Understood {

  public Curriculum {
    modules = List.copyOf(modules);
  }

  /** How many lessons are listed one by one. */
  public int listedLessons() {
    return modules.stream().mapToInt(module -> module.lessons().size()).sum();
  }

  /**
   * A module.
   *
   * @param label its number or name as the creator counts, such as {@code 4A}
   * @param title its title
   * @param declaredLessons how many lessons it says it has, where it gives a number
   * @param durationMinutes its duration
   * @param bloomLevel one of the six levels in English lower case
   * @param lessons the lessons it lists, in order
   */
  public record PlannedModule(
      Optional<String> label,
      Optional<String> title,
      Optional<Integer> declaredLessons,
      Optional<Integer> durationMinutes,
      Optional<String> bloomLevel,
      List<PlannedLesson> lessons) {

    public PlannedModule {
      lessons = List.copyOf(lessons);
    }
  }

  /**
   * A lesson.
   *
   * @param id its id as written
   * @param label its place, where the id tells it
   * @param title its title
   * @param durationMinutes its duration
   * @param bloomLevel one of the six levels in English lower case; of a pair the higher one
   * @param objectives what is learnt
   * @param concepts the key concepts
   * @param file the file it names, as written
   * @param line the line of the curriculum where it stands, from 1
   */
  public record PlannedLesson(
      Optional<String> id,
      Optional<LessonLabel> label,
      Optional<String> title,
      Optional<Integer> durationMinutes,
      Optional<String> bloomLevel,
      List<String> objectives,
      List<String> concepts,
      Optional<String> file,
      int line) {

    public PlannedLesson {
      objectives = List.copyOf(objectives);
      concepts = List.copyOf(concepts);
    }
  }
}

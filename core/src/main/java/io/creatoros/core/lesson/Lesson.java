package io.creatoros.core.lesson;

import io.creatoros.core.quality.LessonScores;
import io.creatoros.core.reading.Understood;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a lesson says, and how good it is.
 *
 * @param label its place in the course; absent for a lesson without a number, such as a bonus
 * @param moduleTitle the title of its module, where it says so
 * @param title its title: the first heading without the number, or the front matter's, or the name
 *     of the file in words
 * @param slug the name of its file without number and ending, in small letters without accents,
 *     joined by hyphens
 * @param language {@code pt} or {@code en}, where the text tells
 * @param wordCount words parted by white space, front matter and marks included
 * @param scores how good it is
 * @param durationMinutes its duration
 * @param bloomLevel one of the six levels in English lower case
 * @param objectives what is learnt
 * @param concepts the key concepts
 * @param instructor who teaches, as written
 * @param platform the platform it is for
 * @param tool the tool it teaches
 * @param difficulty as written
 * @param status the state it declares, as written
 * @param fidelityTarget how close the voice should be, from 0 to 1
 */
public record Lesson(
    Optional<LessonLabel> label,
    Optional<String> moduleTitle,
    String title,
    String slug,
    Optional<String> language,
    int wordCount,
    LessonScores scores,
    Optional<Integer> durationMinutes,
    Optional<String> bloomLevel,
    List<String> objectives,
    List<String> concepts,
    Optional<String> instructor,
    Optional<String> platform,
    Optional<String> tool,
    Optional<String> difficulty,
    Optional<String> status,
    Optional<BigDecimal> fidelityTarget)
    implements Understood {

  public Lesson {
    objectives = List.copyOf(objectives);
    concepts = List.copyOf(concepts);
  }
}

package io.creatoros.core.brief;

import io.creatoros.core.reading.Understood;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a course brief says. A field that the brief leaves out, or leaves unfilled, is absent.
 *
 * @param title the title
 * @param subtitle the subtitle or tagline
 * @param slug the slug that the brief declares
 * @param category the main category
 * @param tags the keywords, in order
 * @param type {@code technical}, {@code conceptual} or {@code mixed}
 * @param tool the main tool of a technical course
 * @param level {@code beginner}, {@code intermediate} or {@code advanced}: of a range the lower;
 *     where only the knowledge needed before is told, that
 * @param language the language of the course as a tag, such as {@code pt}
 * @param durationHours the duration of the whole course, in hours; of a range its middle
 * @param modules how many modules are planned
 * @param lessons how many lessons are planned
 * @param status the state that the brief declares, as written
 * @param instructor who teaches, as written
 * @param prerequisites what is needed before
 * @param icp for whom the course is
 * @param objectives what is learnt, in order
 * @param persona the persona whose voice is used
 * @param voice the voice as described: {@code tone}, {@code style}, {@code traits}, {@code phrases}
 *     and what the instructor would {@code never} do
 * @param pricing the price or business model, as written
 */
public record Brief(
    Optional<String> title,
    Optional<String> subtitle,
    Optional<String> slug,
    Optional<String> category,
    List<String> tags,
    Optional<String> type,
    Optional<String> tool,
    Optional<String> level,
    Optional<String> language,
    Optional<BigDecimal> durationHours,
    Optional<Integer> modules,
    Optional<Integer> lessons,
    Optional<String> status,
    Optional<String> instructor,
    List<String> prerequisites,
    Icp icp,
    List<String> objectives,
    Optional<Persona> persona,
    Map<String, List<String>> voice,
    Optional<String> pricing)
    implements Understood {

  public Brief {
    tags = List.copyOf(tags);
    prerequisites = List.copyOf(prerequisites);
    objectives = List.copyOf(objectives);
    Map<String, List<String>> copy = new LinkedHashMap<>();
    voice.forEach((label, words) -> copy.put(label, List.copyOf(words)));
    voice = Collections.unmodifiableMap(copy);
  }

  /**
   * The ideal customer: for whom a course is.
   *
   * @param demographics by label as written
   * @param psychographics by label as written
   * @param pains what hurts, in order
   * @param desires what is wanted, in order
   */
  public record Icp(
      Map<String, String> demographics,
      Map<String, String> psychographics,
      List<String> pains,
      List<String> desires) {

    public Icp {
      demographics = Collections.unmodifiableMap(new LinkedHashMap<>(demographics));
      psychographics = Collections.unmodifiableMap(new LinkedHashMap<>(psychographics));
      pains = List.copyOf(pains);
      desires = List.copyOf(desires);
    }
  }

  /**
   * A persona.
   *
   * @param slug what it is known by
   * @param name its name, where it is given
   * @param fidelityTarget how close the voice should be, from 0 to 1
   */
  public record Persona(String slug, Optional<String> name, Optional<BigDecimal> fidelityTarget) {}
}

package io.creatoros.core.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up the cells in which a mirror tells a project's figures: those of equal persona, points and
 * validation, and one for each persona with what its courses have. For one thread.
 */
public final class StatsTally {
  private final SortedMap<Integer, Integer> gps = new TreeMap<>();
  private final SortedMap<Integer, Integer> didatica = new TreeMap<>();
  private final SortedMap<String, Integer> validation = new TreeMap<>();
  private final SortedMap<String, Persona> personas = new TreeMap<>();
  private int modules;
  private int planned;
  private long words;

  /** Takes a cell. */
  public void add(QueryRow row) {
    int lessons = row.count("lessons");
    modules += row.count("modules");
    planned += row.count("planned");
    words += row.requiredNumber("words").longValueExact();
    row.integer("gps_points").ifPresent(points -> gps.merge(points, lessons, Integer::sum));
    row.integer("didatica_tens").ifPresent(tens -> didatica.merge(tens, lessons, Integer::sum));
    validation.merge(row.text("validation_status").orElse(""), lessons, Integer::sum);
    personas.computeIfAbsent(row.requiredText("persona"), slug -> new Persona()).add(row, lessons);
  }

  /** The figures of all cells taken so far. */
  public ProjectStats stats() {
    return new ProjectStats(
        personas.values().stream().mapToInt(persona -> persona.courses).sum(),
        modules,
        personas.values().stream().mapToInt(persona -> persona.lessons).sum(),
        words,
        planned,
        gps,
        didatica,
        new ValidationCounts(
            validation.getOrDefault("passed", 0),
            validation.getOrDefault("warning", 0),
            validation.getOrDefault("failed", 0),
            validation.getOrDefault("", 0)),
        personas.entrySet().stream()
            .map(persona -> persona.getValue().stats(persona.getKey()))
            .toList());
  }

  private static final class Persona {
    private int courses;
    private int lessons;
    private BigDecimal gps = BigDecimal.ZERO;
    private long gpsScored;
    private BigDecimal didatica = BigDecimal.ZERO;
    private long didaticaScored;
    private Optional<BigDecimal> fidelity = Optional.empty();

    void add(QueryRow row, int added) {
      courses += row.count("courses");
      lessons += added;
      gps = gps.add(row.requiredNumber("gps"));
      gpsScored += row.count("gps_scored");
      didatica = didatica.add(row.requiredNumber("didatica"));
      didaticaScored += row.count("didatica_scored");
      fidelity = QueryAnswers.rounded(row, "fidelity").or(() -> fidelity);
    }

    ProjectStats.PersonaStats stats(String slug) {
      return new ProjectStats.PersonaStats(
          slug, courses, lessons, mean(gps, gpsScored), mean(didatica, didaticaScored), fidelity);
    }

    private static Optional<BigDecimal> mean(BigDecimal sum, long count) {
      return count == 0
          ? Optional.empty()
          : Optional.of(
              QueryAnswers.rounded(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64)));
    }
  }
}

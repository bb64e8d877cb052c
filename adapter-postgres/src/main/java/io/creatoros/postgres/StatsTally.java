package io.creatoros.postgres;

import io.creatoros.core.query.ProjectStats;
import io.creatoros.core.query.ValidationCounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up the cells that {@link QuerySql#STATS} answers. */
final class StatsTally {
  private final SortedMap<Integer, Integer> gps = new TreeMap<>();
  private final SortedMap<Integer, Integer> didatica = new TreeMap<>();
  private final SortedMap<String, Integer> validation = new TreeMap<>();
  private final SortedMap<String, Persona> personas = new TreeMap<>();
  private int modules;
  private int planned;
  private long words;

  /** Takes a cell; the answer only serves those who want one. */
  boolean add(ResultSet row) throws SQLException {
    int lessons = row.getInt("lessons");
    modules += row.getInt("modules");
    planned += row.getInt("planned");
    words += row.getLong("words");
    count(gps, row.getObject("gps_points", Integer.class), lessons);
    count(didatica, row.getObject("didatica_tens", Integer.class), lessons);
    validation.merge(
        Optional.ofNullable(row.getString("validation_status")).orElse(""), lessons, Integer::sum);
    personas.computeIfAbsent(row.getString("persona"), slug -> new Persona()).add(row, lessons);
    return true;
  }

  ProjectStats stats() {
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

  private static void count(
      SortedMap<Integer, Integer> counts, @Nullable Integer points, int lessons) {
    if (points != null) {
      counts.merge(points, lessons, Integer::sum);
    }
  }

  private static final class Persona {
    private int courses;
    private int lessons;
    private BigDecimal gps = BigDecimal.ZERO;
    private long gpsScored;
    private BigDecimal didatica = BigDecimal.ZERO;
    private long didaticaScored;
    private Optional<BigDecimal> fidelity = Optional.empty();

    void add(ResultSet row, int added) throws SQLException {
      courses += row.getInt("courses");
      lessons += added;
      gps = gps.add(row.getBigDecimal("gps"));
      gpsScored += row.getLong("gps_scored");
      didatica = didatica.add(row.getBigDecimal("didatica"));
      didaticaScored += row.getLong("didatica_scored");
      fidelity = Overviews.number(row, "fidelity").or(() -> fidelity);
    }

    ProjectStats.PersonaStats stats(String slug) {
      return new ProjectStats.PersonaStats(
          slug, courses, lessons, mean(gps, gpsScored), mean(didatica, didaticaScored), fidelity);
    }

    private static Optional<BigDecimal> mean(BigDecimal sum, long count) {
      return count == 0
          ? Optional.empty()
          : Optional.of(
              Overviews.rounded(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64)));
    }
  }
}

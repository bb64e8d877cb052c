package io.creatoros.core.research;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.PlainWords;
import io.creatoros.core.research.ResearchReport.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The topics of reports, by the names that teams give their files. */
public final class Topics {

  private static final Map<Pattern, Topic> NAMES = new LinkedHashMap<>();

  static {
    put(Topic.MARKET_ANALYSIS, "market-(analysis|research)|analise-(de-)?mercado");
    put(Topic.MARKET_ANALYSIS, "pesquisa-de-mercado|research-findings");
    put(Topic.GAP_ANALYSIS, "(content-)?gaps?|(analise-de-)?(gaps|lacunas)");
    put(Topic.DIFFERENTIATION_STRATEGY, "differentiation|(estrategia-de-)?diferenciacao");
    put(Topic.SOURCES_LIST, "(research-)?sources?|fontes|referenc(es|ias)");
  }

  private Topics() {}

  /** The topic of the report at a path; empty for other reports. */
  public static Optional<Topic> of(ArtifactPath path) {
    String name = plain(path.fileName());
    return NAMES.entrySet().stream()
        .filter(topic -> topic.getKey().matcher(name).lookingAt())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static void put(Topic topic, String names) {
    NAMES.put(Pattern.compile("(?:\\d{1,3}-)?(?:" + names + ")(?:-.*)?$"), topic);
  }

  /** The name without its ending, in small letters without accents, words parted by hyphens. */
  private static String plain(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    return PlainWords.of(stem).replace(' ', '-');
  }
}

package io.creatoros.core.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of the first scorer written down as the regular expressions they are, to be read beside
 * the rubric. Slow, and too slow for hostile texts; what scores lessons must agree with it.
 */
final class RubricByRegex {

  /** White space, as the first scorer knew it. */
  private static final String WS =
      "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

  private static final int ANY_CASE =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNIX_LINES;

  private static final Map<String, Pattern> RULES = new ConcurrentHashMap<>();

  private static final Pattern G = rule("##~*(?:G|🎯)");
  private static final Pattern P = rule("##~*(?:P|🗺\\x{FE0F})");
  private static final Pattern S = rule("##~*(?:S|🛤\\x{FE0F})");
  private static final Pattern GOAL =
      Pattern.compile(
          "##~*(?:G|🎯).*?\\n(.*?)(?=\\n##|\\z)".replace("~", WS), ANY_CASE | Pattern.DOTALL);

  private RubricByRegex() {}

  static LessonScores of(String written) {
    String text = written.replace("\r\n", "\n").replace('\r', '\n');
    return new LessonScores(
        gps(text),
        new DidaticaScore(
            hookEmocional(text),
            conceitosPrimordiais(text),
            linkTransicao(text),
            perguntaReflexiva(text),
            analogiasDiagramas(text),
            revisaoEstruturada(text),
            acaoRapida(text)));
  }

  private static GpsScore gps(String text) {
    Matcher goal = G.matcher(text);
    Matcher position = P.matcher(text);
    Matcher steps = S.matcher(text);
    boolean hasGoal = goal.find();
    boolean hasPosition = position.find();
    boolean hasSteps = steps.find();
    List<String> warnings = new ArrayList<>();
    if (hasGoal
        && !has(until("\\n##~", text, goal), "✅|✓|\\[x\\]|- .*?(?:você vai|você será capaz)")) {
      warnings.add(GpsScore.NO_OUTCOMES);
    }
    if (hasPosition
        && !has(
            until("\\n##~", text, position),
            "eu sei|eu entendo|talvez você|você pode estar"
                + "|i know|i understand|you might be|maybe you")) {
      warnings.add(GpsScore.NO_EMPATHY);
    }
    if (hasSteps && !has(until("\\n##~+(?:💡|⚡|🔗)", text, steps), "\\n###~")) {
      warnings.add(GpsScore.NO_SUBSECTIONS);
    }
    return new GpsScore(hasGoal, hasPosition, hasSteps, warnings);
  }

  private static int hookEmocional(String text) {
    Matcher goal = GOAL.matcher(text);
    if (!goal.find()) {
      return 0;
    }
    String section = goal.group(1);
    long outcomes = Pattern.compile("✅|✓|\\[x]").matcher(section).results().count();
    long emotions =
        distinct(
            section,
            "economizar",
            "transformar",
            "dominar",
            "melhorar",
            "save",
            "transform",
            "master",
            "improve");
    boolean why =
        has(section, "por que.*?(?:importa|matters)|isso (?:vai|irá)|this (?:will|is going to)");
    return (outcomes >= 3 ? 5 : outcomes >= 1 ? 3 : 0)
        + (emotions >= 2 ? 5 : emotions == 1 ? 2 : 0)
        + (why ? 5 : 0);
  }

  private static int conceitosPrimordiais(String text) {
    long headings = count(text, "###~*.+");
    boolean why = has(text, "por que.*?funciona|why.*?works|antes do como|before.*?how");
    long definitions = distinct(text, "é como|é que", "significa", "is like|is that", "means");
    return (headings >= 3 ? 10 : headings == 2 ? 6 : headings == 1 ? 3 : 0)
        + (why ? 5 : 0)
        + (definitions >= 2 ? 5 : definitions == 1 ? 2 : 0);
  }

  private static int linkTransicao(String text) {
    long links =
        distinct(
            text,
            "🔗.*?(?:link|conectando)",
            "agora que.*?você",
            "now that.*?you",
            "na próxima",
            "next (?:we|you)",
            "isso (?:nos )?leva",
            "(?:this|that) leads");
    return links >= 2 ? 10 : links == 1 ? 5 : 0;
  }

  private static int perguntaReflexiva(String text) {
    long questions =
        Stream.of(
                    "🤔",
                    "pense:",
                    "think:",
                    "pause",
                    "reflect",
                    "como (?:isso|você)",
                    "how (?:this|you)",
                    "o que você",
                    "what (?:do|would) you")
                .mapToLong(opening -> count(text, "(?s)" + opening + ".*?\\?"))
                .sum()
            + Pattern.compile("[A-Z][^.!?]*\\?").matcher(text).results().count();
    return questions >= 3 ? 15 : questions == 2 ? 11 : questions == 1 ? 7 : 0;
  }

  private static int analogiasDiagramas(String text) {
    long analogies =
        Stream.of(
                "é como",
                "is like",
                "imagine que",
                "imagine that",
                "pensar? (?:em|no)",
                "think (?:of|about)",
                "similar a",
                "similar to")
            .mapToLong(analogy -> count(text, analogy))
            .sum();
    boolean diagram = has(text, "\\[DIAGRAM:|\\[VISUAL:|\\[IMAGE:|flowchart|diagrama|gráfico");
    boolean picture = has(text, "visual|imagem|screenshot");
    return (analogies >= 2 ? 10 : analogies == 1 ? 5 : 0) + (diagram ? 10 : picture ? 5 : 0);
  }

  private static int revisaoEstruturada(String text) {
    boolean review =
        has(
            text,
            "##~*(?:💡|REVISÃO|REVIEW|(?:O QUE|WHAT).*?(?:DOMINOU|LEARNED))"
                + "|takeaways|principais.*?aprendizados");
    boolean transformation =
        has(
            text,
            "(?:você entrou|you entered).*?(?:achando|thinking)"
                + "|agora você sabe|you know|before.*?after|transformação");
    return (review ? 5 : 0) + (transformation ? 5 : 0);
  }

  private static int acaoRapida(String text) {
    boolean called = has(text, "##~*(?:⚡|AÇÃO RÁPIDA|FAÇA AGORA|QUICK ACTION|DO NOW)");
    boolean minutes = has(text, "2 minutos|2 min(?![\\p{L}\\p{N}_])|2-minute|dois minutos");
    boolean something = has(text, "✓|✅|\\[.*?\\]");
    return (called ? 5 : 0) + (minutes ? 2 : 0) + (something ? 3 : 0);
  }

  private static String until(String end, String text, Matcher start) {
    Matcher matcher = rule(end).matcher(text);
    return text.substring(start.end(), matcher.find(start.end()) ? matcher.start() : text.length());
  }

  private static long distinct(String text, String... rules) {
    return Stream.of(rules).filter(rule -> has(text, rule)).count();
  }

  private static long count(String text, String rule) {
    return rule(rule).matcher(text).results().count();
  }

  private static boolean has(String text, String rule) {
    return rule(rule).matcher(text).find();
  }

  private static Pattern rule(String rule) {
    return RULES.computeIfAbsent(rule, r -> Pattern.compile(r.replace("~", WS), ANY_CASE));
  }
}

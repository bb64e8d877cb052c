package io.creatoros.core.quality;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The points of the seven elements of the Didática Lendária. The names are those under which teams
 * know them.
 *
 * @param hookEmocional 0 to 15
 * @param conceitosPrimordiais 0 to 20
 * @param linkTransicao 0 to 10
 * @param perguntaReflexiva 0 to 15
 * @param analogiasDiagramas 0 to 20
 * @param revisaoEstruturada 0 to 10
 * @param acaoRapida 0 to 10
 */
public record DidaticaScore(
    int hookEmocional,
    int conceitosPrimordiais,
    int linkTransicao,
    int perguntaReflexiva,
    int analogiasDiagramas,
    int revisaoEstruturada,
    int acaoRapida) {

  /** The most points there are. */
  public static final int MOST = 100;

  /** With this many points a lesson passes. */
  public static final int PASS = 70;

  /** The sum. */
  public int points() {
    return hookEmocional
        + conceitosPrimordiais
        + linkTransicao
        + perguntaReflexiva
        + analogiasDiagramas
        + revisaoEstruturada
        + acaoRapida;
  }

  /** Whether there are enough points to pass. */
  public boolean passes() {
    return points() >= PASS;
  }

  /** The points as a share of the most there are, from 0.00 to 1.00. */
  public BigDecimal score() {
    return BigDecimal.valueOf(points(), 2);
  }

  /** The points of each element, by the name under which teams know it, in the rubric's order. */
  public Map<String, Integer> elements() {
    Map<String, Integer> elements = new LinkedHashMap<>();
    elements.put("hook_emocional", hookEmocional);
    elements.put("conceitos_primordiais", conceitosPrimordiais);
    elements.put("link_transicao", linkTransicao);
    elements.put("pergunta_reflexiva", perguntaReflexiva);
    elements.put("analogias_diagramas", analogiasDiagramas);
    elements.put("revisao_estruturada", revisaoEstruturada);
    elements.put("acao_rapida", acaoRapida);
    return elements;
  }
}

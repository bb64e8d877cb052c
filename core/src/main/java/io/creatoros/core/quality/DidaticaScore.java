package io.creatoros.core.quality;

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
}

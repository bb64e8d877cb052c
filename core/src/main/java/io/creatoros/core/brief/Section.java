package io.creatoros.core.brief;

import java.util.Set;

/** What a section of a brief is about, told by the words of its heading. */
enum Section {
  BASICS(
      "basica basicas basico basicos basic basics gerais geral general "
          + "identificacao identification overview duracao sobre about resumo summary"),
  AUDIENCE(
      "publico icp aluno alunos avatar audience student students perfil ideal demografico "
          + "psicografico demografia demographics dores pain pains"),
  VOICE("voz voice instrutor instructor tom tone personalidade personality persona mmos"),
  COMMERCE("comercial commercial negocio business monetizacao pricing preco investimento oferta"),
  CHECKS(
      "checklist confirmacao confirmation cronograma aprovacoes approvals passos steps instrucoes");

  private final Set<String> words;

  Section(String words) {
    this.words = Set.of(words.split(" "));
  }

  /** Whether a heading, in the form in which labels are compared, opens such a section. */
  boolean isOpenedBy(String heading) {
    for (String word : heading.split(" ")) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }
}

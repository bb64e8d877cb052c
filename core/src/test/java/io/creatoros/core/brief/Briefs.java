package io.creatoros.core.brief;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.util.List;

/** Reads texts as briefs. */
final class Briefs {

  /** A brief that leaves nothing to be desired, in the form with boxes. */
  static final String COMPLETE =
      """
      ---
      course_slug: bread-at-home
      status: ready
      instructor: Ana Prado
      mmos_persona:
        enabled: true
        mind_slug: ana_prado
        mind_name: Ana Prado
        fidelity_target: 90%+
      ---

      # 📋 Course Brief - Pão

      ## 1️⃣ INFORMAÇÕES BÁSICAS DO CURSO

      ### 1.1. Identificação

      **Título do Curso:**
      ```
      Pão em Casa: do Fermento à Mesa
      ```

      **Subtítulo/Tagline (opcional):**
      ```
      Sem máquina e sem pressa
      ```

      **Slug (ID do curso):**
      ```
      bread-at-home
      ```

      **Categoria Principal:**
      ```
      [ ] Finanças
      [x] Gastronomia
      ```

      **Tags (3-7 palavras-chave):**
      ```
      Exemplo: IA, Automação
      1. pão
      2. fermento natural
      3.
      ```

      **Tipo de Curso (IMPORTANTE para pesquisa técnica):**
      ```
      [ ] 💡 CONCEITUAL
      [X] 🔧 TÉCNICO - sobre uma ferramenta
      ```

      **Se TÉCNICO, especifique a ferramenta/tecnologia principal:**
      ```
      Ferramenta: Panela de ferro
      Contexto: qualquer forno
      ```

      ### 1.2. Duração e Estrutura

      **Duração total estimada do curso:**
      ```
      [x] Curso padrão: 3-5 horas (8-15 aulas)
          Total: 3,5 horas
      ```

      **Número de módulos:**
      ```
      2 módulos (recomendado: 3-5 para cursos de 3-5h)
      ```

      ## 2️⃣ PÚBLICO-ALVO & ICP (IDEAL CUSTOMER PROFILE)

      ### 2.1. Quem é o aluno ideal?

      **Demografia básica:**
      ```
      Idade principal: 30 - 50 anos
      Localização: [x] Brasil [ ] LATAM [x] Portugal
      Gênero: [ ] Todos [ ] Específico: _____
      ```

      **Contexto psicográfico (crucial!):**
      ```
      Momento atual do avatar:
      Cozinha aos domingos,
      mas compra o pão.
      ```

      ### 2.2. Dores & Problemas (CRITICAL!)

      **Dor real (o que ele REALMENTE quer):**
      ```
      "Quero que a massa
      cresça"
      ```

      **Top 5 dores/frustrações específicas:**
      ```
      1. Massa pesada

      2. Casca mole
      ```

      ### 2.3. Desejo & Transformação

      **O que o avatar DESEJA alcançar com este curso?**
      ```
      Objetivo declarado:
      "Fazer pão"

      Objetivo real:
      "Reunir a família"
      ```

      **Estado desejado (DEPOIS do curso):**
      ```
      [Descreva em 3-5 bullets onde o avatar quer chegar]
      Exemplo:
      - 1 oferta escalável

      - Pão toda semana
      ```

      ## 3️⃣ CONTEÚDO & PEDAGOGIA

      ### 3.1. Pré-requisitos

      **Conhecimento prévio necessário:**
      ```
      [x] Básico (liste abaixo)

      1. Acender o forno
      2. Pesar farinha
      ```

      ### 3.2. Objetivos de Aprendizagem

      **Ao final do curso, o aluno será capaz de:**
      ```
      1. Criar um fermento
         que dure

      2. Assar um pão de casca firme
      ```

      ### 3.3. Estrutura de Conteúdo (Outline Preliminar)

      ```
      MÓDULO 1: Fermento
      Objetivo do módulo: começar
        1.1 - Farinha e água (60 min)
        1.2 - Alimentar (45 min)

      MÓDULO 2: Forno
        2.1 - Calor (105 min)
      ```

      ## 4️⃣ VOZ & PERSONALIDADE (MMOS INTEGRATION)

      **Se NÃO usar MMOS, descreva a voz desejada:**
      ```
      Tom geral:
      [ ] Formal [x] Casual [x] Didático

      Personalidade em 3-5 traços:
      1. Paciente
      2. Direta

      Frases/bordões característicos (3-5 exemplos):
      1. "Deixe a massa dormir"

      Coisas que o instrutor NUNCA faz/diz:
      1. Nunca apressa a massa
      ```

      ## 6️⃣ COMERCIAL & LANÇAMENTO

      **Preço sugerido (se pago):**
      ```
      [ ] Entrada: R$ 27-97
      [x] Intermediário: R$ 97-297
      Valor específico: R$ 147

      Justifique o preço baseado em:
      [x] Benchmarking de mercado
      ```
      """;

  private Briefs() {}

  static Understanding reading(String text) {
    return new BriefReader()
        .read(new SourceText(new ArtifactPath("COURSE-BRIEF.md"), text.replace("\t", "  ")));
  }

  static Brief read(String text) {
    return (Brief) reading(text).understood().orElseThrow();
  }

  static List<CourseFinding> findings(String text) {
    return reading(text).findings();
  }

  static List<FindingCode> codes(String text) {
    return findings(text).stream().map(CourseFinding::code).toList();
  }
}

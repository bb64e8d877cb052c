package io.creatoros.core.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a brief answers, with the labels that people give it in Portuguese and English. A label is
 * written as {@link Label#normal} gives it; one that ends in {@code *} may go on. Labels that mean
 * something else elsewhere count in one section only.
 */
enum Question {
  TITLE(
      keys("title", "course_title", "titulo", "título", "course_name", "name", "nome"),
      anywhere("titulo do curso*", "nome do curso*", "titulo da trilha", "nome da trilha")
          .and("course title*", "course name*", "titulo da formacao", "titulo principal"),
      only(Section.BASICS, "titulo", "title", "nome", "name", "curso", "course", "trilha")),
  SUBTITLE(
      keys("subtitle", "tagline", "subtitulo", "subtítulo"),
      anywhere("subtitulo*", "subtitle*", "tagline*")),
  SLUG(
      keys("course_slug", "slug", "course_id"),
      anywhere("slug*", "course slug", "curso id", "id do curso", "course id")),
  CATEGORY(
      keys("category", "categoria"),
      anywhere("categoria principal", "main category", "categoria do curso", "course category"),
      only(Section.BASICS, "categoria", "category")),
  TAGS(
      keys("tags", "keywords", "palavras_chave"),
      anywhere("tags*", "palavras chave*", "keywords*")),
  TYPE(
      keys("course_type", "type", "tipo"),
      anywhere("tipo de curso*", "tipo do curso*", "course type*", "type of course*"),
      only(Section.BASICS, "tipo", "type")),
  TOOL(
      keys("tool", "tool_name", "ferramenta"),
      anywhere("se tecnico*", "ferramenta principal", "main tool", "tool name")
          .and("ferramenta tecnologia*", "tecnologia principal"),
      only(Section.BASICS, "ferramenta", "ferramentas", "tool", "tecnologia", "technology")),
  LEVEL(
      keys("level", "knowledge_level", "nivel", "nível", "difficulty"),
      anywhere("nivel do curso*", "nivel de conhecimento*", "knowledge level*", "course level")
          .and("nivel de dificuldade"),
      only(Section.BASICS, "nivel", "level", "dificuldade", "difficulty")),
  LANGUAGE(keys("language", "lang", "idioma"), anywhere("idioma*", "language*", "lingua do curso")),
  DURATION(
      keys("duration_hours", "total_duration_hours", "estimated_duration_hours")
          .and("total_duration", "duration", "duracao", "carga_horaria"),
      anywhere("duracao total*", "duracao do curso*", "duracao estimada*", "carga horaria*")
          .and("total duration*", "course duration*", "estimated duration*"),
      only(Section.BASICS, "duracao", "duration", "tempo total")),
  MODULES(
      keys("total_modules", "modules_count", "num_modules"),
      anywhere("numero de modulos*", "total de modulos*", "quantidade de modulos*")
          .and("number of modules*", "total modules"),
      only(Section.BASICS, "modulos", "modules")),
  LESSONS(
      keys("total_lessons", "lessons_count", "num_lessons"),
      anywhere("numero de aulas*", "total de aulas*", "quantidade de aulas*", "numero de licoes*")
          .and("number of lessons*", "total lessons"),
      only(Section.BASICS, "aulas", "lessons", "licoes")),
  STRUCTURE(
      keys(), anywhere(), only(Section.BASICS, "estrutura", "structure", "estrutura do curso")),
  STATUS(
      keys("status"),
      anywhere("status do preenchimento"),
      only(Section.BASICS, "status", "estado")),
  INSTRUCTOR(
      keys("instructor", "instrutor"),
      anywhere("instrutor", "instrutora", "instructor", "professor", "professora", "facilitador")
          .and("instrutor principal", "instrutores", "nome do instrutor", "instructor name")),
  PREREQUISITES(
      keys("prerequisites", "pre_requisitos", "pré_requisitos"),
      anywhere("conhecimento previo*", "prior knowledge*", "pre requisitos*", "prerequisitos*")
          .and("prerequisites*", "pre requisites*", "required knowledge*")),
  OUTLINE(
      keys(),
      anywhere(
              "estrutura de conteudo*", "estrutura do conteudo*", "estrutura do curso*", "outline*")
          .and("course structure*", "course outline*", "content structure*", "estrutura modular*")
          .and("preencha a estrutura*", "esboco*", "conteudo programatico*", "curriculo*")),
  DEMOGRAPHICS(
      keys("demographics"),
      anywhere("demografia*", "perfil demografico*", "dados demograficos*", "demographics*")
          .and("perfil profissional*", "professional profile*", "demographic profile*"),
      only(Section.AUDIENCE, "perfil", "profile")),
  PERSON(
      keys(),
      anywhere(),
      only(Section.AUDIENCE, "idade*", "faixa etaria*", "localizacao*", "regiao", "genero")
          .and("nivel educacional*", "escolaridade*", "ocupacao*", "cargo*", "profissao*")
          .and("renda*", "faturamento*", "tempo de experiencia*", "age*", "location*", "gender")
          .and("education*", "occupation*", "job*", "role", "income*", "experience*", "segmento*")),
  PSYCHOGRAPHICS(
      keys("psychographics"),
      anywhere("contexto psicografico*", "perfil psicografico*", "psicografia*")
          .and("dados psicograficos*", "psychographics*", "psychographic profile*")),
  PAINS(
      keys("pains", "pain_points", "dores"),
      anywhere("dores*", "dor superficial*", "dor real*", "dor profunda*", "top * dores*")
          .and("problema que*", "problemas que*", "problem solved*")
          .and("principais dores*", "frustracoes*", "pains*")
          .and("pain points*", "main pains*", "surface pain*", "real pain*", "deep pain*")
          .and("top * pains*", "top * pain*", "top * frustracoes*"),
      only(Section.AUDIENCE, "problemas*", "problems*", "principais problemas*", "frustrations*")
          .and("desafios*", "challenges*", "dor*", "pain*")),
  DESIRES(
      keys("desires", "goals", "desejos"),
      anywhere("desejos*", "principais desejos*", "o que o avatar deseja*", "desires*")
          .and("estado desejado*", "estado depois*", "desired state*", "objetivo declarado*")
          .and("objetivo real*", "top * desejos*", "top * desires*", "desired outcomes*"),
      only(
          Section.AUDIENCE,
          "metas*",
          "goals*",
          "depois",
          "after",
          "sonhos*",
          "objetivos",
          "desejo",
          "desire")),
  OBJECTIVES(
      keys("learning_objectives", "objectives", "objetivos"),
      anywhere("objetivos de aprendizagem*", "objetivos de aprendizado*", "ao final do curso*")
          .and("ao final da trilha*", "objetivos do curso*", "objetivos especificos*")
          .and("learning objectives*", "learning outcomes*", "course objectives*")
          .and("o que voce vai aprender*", "what you will learn*", "by the end*", "objetivos")
          .and("o aluno sera capaz*", "objectives")),
  PERSONA(
      keys(),
      anywhere("usar clone mmos*", "usar mmos*", "use mmos*", "mmos mind*", "mmos persona*")
          .and("clone mmos*")),
  FIDELITY(
      keys(),
      anywhere("se usar mmos mind*", "validacao de fidelidade*", "fidelity target*")
          .and("fidelidade*", "voice fidelity*", "fidelity*", "meta de fidelidade*")),
  TONE(
      keys(),
      anywhere("tom geral*", "tom de voz*", "tone of voice*", "tone"),
      only(Section.VOICE, "tom*", "tone*")),
  STYLE(
      keys(),
      anywhere("estilo de ensino*", "teaching style*", "estilo de comunicacao*"),
      only(Section.VOICE, "estilo*", "style*")),
  TRAITS(
      keys(),
      anywhere(),
      only(Section.VOICE, "personalidade*", "tracos*", "personality*", "traits*")),
  PHRASES(
      keys(),
      anywhere("frases caracteristicas*", "frases bordoes*", "bordoes*", "catchphrases*"),
      only(Section.VOICE, "frases*", "phrases*", "signature phrases*", "expressoes*")),
  NEVER(
      keys(),
      anywhere("coisas que o instrutor nunca*", "things the instructor never*"),
      only(Section.VOICE, "nunca*", "never*", "o que nunca*", "evitar*", "avoid*")),
  PRICING(
      keys("price", "pricing", "preco", "preço"),
      anywhere("preco sugerido*", "suggested price*", "preco", "preco do curso", "price*")
          .and("pricing*", "precificacao*", "valor do curso", "faixa de preco*"),
      only(Section.COMMERCE, "preco*", "valor", "investimento", "oferta")),
  BUSINESS(
      keys("business_model"),
      anywhere("estrategia de monetizacao*", "modelo de negocio*", "monetization*")
          .and("business model*", "monetizacao*"),
      only(Section.COMMERCE, "estrategia", "modelo", "strategy", "model"));

  private static final int MOST_WORDS = 8;
  private static final Map<String, List<Asked>> LABELS = labels();

  private final Phrases keys;
  private final Phrases anywhere;
  private final Phrases within;

  Question(Phrases keys, Phrases anywhere) {
    this(keys, anywhere, new Phrases(Optional.empty()));
  }

  Question(Phrases keys, Phrases anywhere, Phrases within) {
    this.keys = keys;
    this.anywhere = anywhere;
    this.within = within;
  }

  /**
   * A question that a label asks.
   *
   * @param question the question
   * @param section where the label must stand; anywhere if absent
   */
  record Asked(Question question, Optional<Section> section) {}

  /** The keys under which a front matter answers it. */
  String[] frontMatterKeys() {
    return keys.words.toArray(String[]::new);
  }

  /** What a label may ask, in the form in which labels are compared. */
  static List<Asked> asked(String label) {
    List<Asked> all = new ArrayList<>(LABELS.getOrDefault(label, List.of()));
    String general = label.replaceFirst("^(top) \\d+", "$1 *");
    int end = -1;
    for (int words = 0; words < MOST_WORDS && end < general.length(); words++) {
      int next = general.indexOf(' ', end + 1);
      end = next < 0 ? general.length() : next;
      all.addAll(LABELS.getOrDefault(general.substring(0, end) + "*", List.of()));
    }
    return all;
  }

  /** Whether a label, in the form in which labels are compared, may ask anything. */
  static boolean isAsked(String label) {
    return !asked(label).isEmpty();
  }

  private static Map<String, List<Asked>> labels() {
    Map<String, List<Asked>> labels = new HashMap<>();
    for (Question question : values()) {
      for (Phrases phrases : List.of(question.anywhere, question.within)) {
        Asked asked = new Asked(question, phrases.section);
        phrases.words.forEach(
            words -> labels.computeIfAbsent(words, w -> new ArrayList<>()).add(asked));
      }
    }
    return labels;
  }

  private static Phrases keys(String... words) {
    return new Phrases(Optional.empty()).and(words);
  }

  private static Phrases anywhere(String... words) {
    return new Phrases(Optional.empty()).and(words);
  }

  private static Phrases only(Section section, String... words) {
    return new Phrases(Optional.of(section)).and(words);
  }

  /** Labels of one question, and the section they are bound to. */
  private static final class Phrases {

    private final Optional<Section> section;
    private final List<String> words = new ArrayList<>();

    Phrases(Optional<Section> section) {
      this.section = section;
    }

    Phrases and(String... more) {
      words.addAll(List.of(more));
      return this;
    }
  }
}

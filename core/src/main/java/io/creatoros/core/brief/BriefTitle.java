package io.creatoros.core.brief;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The title of a course in the first heading of its brief. */
final class BriefTitle {

  private static final String NAME = "(?:course[ _-]brief|brief(?:ing)? d[eo] curso)";
  private static final String SHORT_NAME = "brief(?:ing)?";
  private static final String SIGNS = "\\s{0,4}[:|–—-]{1,4}\\s{0,4}";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern BEFORE =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,9}(?:"
              + NAME
              + "(?:"
              + SIGNS
              + "|\\s|$)|"
              + SHORT_NAME
              + "(?:"
              + SIGNS
              + "|$))",
          FLAGS);
  private static final Pattern AFTER =
      Pattern.compile("(?:" + SIGNS + "|\\s\\()(?:" + NAME + "|" + SHORT_NAME + ")\\)?$", FLAGS);
  private static final Pattern SIGNS_BEFORE = Pattern.compile("^[^\\p{L}\\p{N}\"“(\\[]{1,9}");
  private static final Set<String> FORM =
      Set.of(
          "formulario completo de planejamento",
          "formulario de planejamento",
          "template",
          "modelo",
          "v1",
          "v2");
  private static final int LONGEST = 300;

  private BriefTitle() {}

  /** The heading without the words that every brief has; empty if nothing else is there. */
  static Optional<String> of(String heading) {
    String text = heading.substring(0, Math.min(LONGEST, heading.length())).replace("**", "");
    String title = BEFORE.matcher(text.strip()).replaceFirst("");
    title = SIGNS_BEFORE.matcher(AFTER.matcher(title).replaceFirst("")).replaceFirst("").strip();
    boolean isTitle = !title.isEmpty() && !Blank.is(title) && !FORM.contains(Label.normal(title));
    return isTitle ? Optional.of(Answer.clean(title)) : Optional.empty();
  }
}

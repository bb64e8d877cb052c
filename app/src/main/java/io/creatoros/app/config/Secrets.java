package io.creatoros.app.config;

import java.util.regex.Pattern;

/** Hides secrets in what is shown. */
public final class Secrets {

  /** What stands in the place of a secret. */
  public static final String MASK = "********";

  private static final Pattern USER_INFO = Pattern.compile("(?<=://)([^/?#@]*(?:@[^/?#@]*)*)@");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)([?&;][^=&]*(?:password|passwd|pwd|secret|token|key)[^=&]*=)[^&]*");

  private Secrets() {}

  /** A database URL without its password; what cannot be told apart is masked whole. */
  public static String maskUrl(String url) {
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      return MASK;
    }
    String masked = USER_INFO.matcher(url).replaceAll(match -> maskUserInfo(match.group(1)));
    masked = PARAMETER.matcher(masked).replaceAll("$1" + MASK);
    return strangeAuthority(masked.substring(scheme + 3))
        ? url.substring(0, scheme + 3) + MASK
        : masked;
  }

  private static String maskUserInfo(String userInfo) {
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    return java.util.regex.Matcher.quoteReplacement(
        colon < 0 ? user + "@" : user + ":" + MASK + "@");
  }

  /** A password with an unescaped slash or hash leaves an at-sign behind the first separator. */
  private static boolean strangeAuthority(String rest) {
    int at = rest.lastIndexOf('@');
    int end = rest.length();
    for (char separator : new char[] {'/', '?', '#'}) {
      int found = rest.indexOf(separator);
      end = found < 0 ? end : Math.min(end, found);
    }
    return at > end;
  }
}

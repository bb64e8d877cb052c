package io.creatoros.core.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is spoken in subtitles (WebVTT or SubRip), without times, numbers and marks. */
final class Subtitles {

  private static final String TIME = "-->";
  private static final Pattern NOT_SPOKEN =
      Pattern.compile("\\ufeff?(?:WEBVTT|NOTE|STYLE|REGION)(?:\\s.*)?");
  private static final Pattern MARK = Pattern.compile("<[^<>]{0,200}>");

  private Subtitles() {}

  static String spoken(String text) {
    List<String> spoken = new ArrayList<>();
    List<String> block = new ArrayList<>();
    text.lines()
        .forEach(
            line -> {
              if (line.isBlank()) {
                addSpoken(block, spoken);
                block.clear();
              } else {
                block.add(line.strip());
              }
            });
    addSpoken(block, spoken);
    return String.join("\n", spoken);
  }

  /** Of a block, what follows its time; the line before the time is a number or a name. */
  private static void addSpoken(List<String> block, List<String> spoken) {
    if (block.isEmpty() || NOT_SPOKEN.matcher(block.get(0)).matches()) {
      return;
    }
    for (int i = 0; i < block.size(); i++) {
      boolean time = block.get(i).contains(TIME);
      boolean beforeTime = i + 1 < block.size() && block.get(i + 1).contains(TIME);
      if (!time && !beforeTime) {
        spoken.add(MARK.matcher(block.get(i)).replaceAll(""));
      }
    }
  }
}

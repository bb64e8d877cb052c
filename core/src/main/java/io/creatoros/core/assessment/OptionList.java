package io.creatoros.core.assessment;

import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the options of a question: a list of texts, a list of maps, or a map from letters. */
final class OptionList {

  private static final String[] TEXT = {"text", "option", "texto", "label", "content", "answer"};
  private static final String[] CORRECT = {"correct", "is_correct", "isCorrect", "correta"};

  private OptionList() {}

  static List<Option> of(Optional<Value> value) {
    List<Option> options = new ArrayList<>();
    value.ifPresent(
        found -> {
          found.items().forEach(item -> options.add(option(item)));
          lettered(found).forEach(options::add);
        });
    return options;
  }

  private static Option option(Value item) {
    Optional<String> text = item.text(TEXT);
    if (text.isPresent()) {
      boolean correct = item.text(CORRECT).flatMap(Truth::of).orElse(false);
      return new Option(item.text("id", "letter", "key", "letra"), text.get(), correct);
    }
    List<Option> single = lettered(item);
    return single.size() == 1
        ? single.get(0)
        : OptionLine.of(item.text().orElse(""))
            .orElseGet(() -> new Option(Optional.empty(), item.text().orElse(""), false));
  }

  private static List<Option> lettered(Value value) {
    List<Option> options = new ArrayList<>();
    if (value instanceof Value.Entries map) {
      for (Map.Entry<String, Value> entry : map.values().entrySet()) {
        Value option = entry.getValue();
        String text = option.text().or(() -> option.text(TEXT)).orElse("");
        boolean correct = option.text(CORRECT).flatMap(Truth::of).orElse(false);
        options.add(new Option(Optional.of(entry.getKey()), text, correct));
      }
    }
    return options;
  }
}

package io.creatoros.core.record;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.Fidelity;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.text.Value;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** An object of a record, whose values are checked as they are taken out. */
final class RecordObject {

  /** The schema that records name. */
  static final String SCHEMA = "creatoros.record/1";

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Value.Entries entries;
  private final FileFindings findings;
  private final Set<String> known = new HashSet<>();

  RecordObject(Value.Entries entries, FileFindings findings) {
    this.entries = entries;
    this.findings = findings;
  }

  /** Checks that the schema is the known one, if it is named. */
  void schema() {
    checked(
        "schema",
        text -> Optional.of(text).filter(SCHEMA::equals),
        "it is read as " + SCHEMA + ", the one that is known");
  }

  Optional<String> text(String key) {
    return checked(key, Optional::of, "a text is meant");
  }

  Optional<BigDecimal> fidelity(String key) {
    return checked(
        key, Fidelity::of, "a number from 0 to 1, or a percentage such as 90%, is meant");
  }

  Optional<String> oneOf(String key, String... choices) {
    return checked(
        key,
        text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(List.of(choices)::contains),
        "one of " + String.join(", ", choices) + " is meant");
  }

  Optional<BigDecimal> amount(String key) {
    return checked(
        key, text -> matching(AMOUNT, text).map(BigDecimal::new), "a number from 0 on is meant");
  }

  Optional<Integer> count(String key) {
    return checked(
        key,
        text -> matching(COUNT, text).map(Integer::valueOf),
        "a whole number from 0 on is meant");
  }

  Optional<Sha256> hash(String key) {
    return checked(
        key,
        text -> matching(HASH, text.toLowerCase(Locale.ROOT)).map(Sha256::new),
        "the 64 hexadecimal digits of a SHA-256 are meant");
  }

  /** A point in time, in UTC, to the second. */
  Optional<String> instant(String key) {
    return checked(key, UtcTime::of, "a time such as 2026-03-01T12:00:00Z is meant");
  }

  List<String> texts(String key) {
    return value(key).stream()
        .flatMap(value -> list(key, value).stream())
        .flatMap(item -> item.text().stream())
        .toList();
  }

  Map<String, String> textsByName(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(key)
        .ifPresent(
            object ->
                object.entries.values().keySet().stream()
                    .filter(name -> !name.isBlank())
                    .forEach(name -> object.text(name).ifPresent(text -> texts.put(name, text))));
    return texts;
  }

  Optional<RecordObject> object(String key) {
    return value(key).flatMap(value -> object(key, value));
  }

  List<RecordObject> objects(String key) {
    return value(key).stream()
        .flatMap(value -> list(key, value).stream())
        .flatMap(item -> object(key, item).stream())
        .toList();
  }

  /** Names the keys that were not asked for. */
  void nameUnknownKeys() {
    entries.values().forEach(this::nameUnlessKnown);
  }

  /** Tells that it is left out. */
  void incomplete(String what) {
    findings.add(
        FindingCode.RECORD_VALUE_INVALID,
        entries.line(),
        what + "; this one is left out",
        "add what is missing");
  }

  private void nameUnlessKnown(String key, Value value) {
    if (!known.contains(key)) {
      findings.add(
          FindingCode.RECORD_KEY_UNKNOWN,
          value.line(),
          "\"" + shown(key) + "\" is not read",
          "check its spelling, or put it under \"provenance\"");
    }
  }

  private <T> Optional<T> checked(String key, Function<String, Optional<T>> read, String meant) {
    Optional<Value> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> taken = value.get().text().flatMap(read);
    if (taken.isEmpty()) {
      refuse(key, value.get(), meant);
    }
    return taken;
  }

  /** A value that is there and not null. */
  private Optional<Value> value(String key) {
    known.add(key);
    return entries.get(key).filter(value -> !isBlank(value));
  }

  private List<Value> list(String key, Value value) {
    if (!(value instanceof Value.Items)) {
      refuse(key, value, "a list in [ ] is meant");
    }
    return value.items();
  }

  private Optional<RecordObject> object(String key, Value value) {
    if (value instanceof Value.Entries inner) {
      return Optional.of(new RecordObject(inner, findings));
    }
    refuse(key, value, "an object in { } is meant");
    return Optional.empty();
  }

  private void refuse(String key, Value value, String meant) {
    String written =
        value.text().map(text -> "\"" + shown(text) + "\"").orElse("what stands there");
    findings.add(
        FindingCode.RECORD_VALUE_INVALID,
        value.line(),
        "\"" + shown(key) + "\" cannot be " + written + ": " + meant,
        "correct it; until then it is left out");
  }

  private static boolean isBlank(Value value) {
    return value instanceof Value.Scalar scalar && scalar.written().isBlank();
  }

  private static Optional<String> matching(Pattern pattern, String text) {
    return Optional.of(text).filter(t -> pattern.matcher(t).matches());
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}

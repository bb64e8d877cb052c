package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.creatoros.core.text.CleanText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  @Test
  void ofShouldGiveOneSpellingForEqualValues() {
    assertThat(CanonicalJson.of("{ \"b\" : 1.50, \"a\": [ 1.0, 1e2, {\"z\":null, \"y\":0.00} ] }"))
        .isEqualTo(CanonicalJson.of("{\"a\":[1,100,{\"y\":0,\"z\":null}],\"b\":1.5}"))
        .isEqualTo("{\"a\":[1,100,{\"y\":0,\"z\":null}],\"b\":1.5}");
  }

  @Test
  void textShouldSpellAsOfDoes() {
    for (String text : new String[] {"", "a\"b\\c", "\n\t\u0001", "Pão 🍞", "</x>"}) {
      assertThat(CanonicalJson.of(CanonicalJson.text(text))).isEqualTo(CanonicalJson.text(text));
    }
  }

  @Test
  void textShouldSpellEachCharacterAsOfDoes() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c + "b";

      assertThat(CanonicalJson.text(text))
          .as("U+%04X", c)
          .isEqualTo(CanonicalJson.of(TextNode.valueOf(CleanText.of(text))));
    }
  }

  @Test
  void numberShouldSpellAsOfDoes() {
    for (String number : new String[] {"0", "0.00", "0.90", "100", "2.50", "-3.10"}) {
      assertThat(CanonicalJson.number(new BigDecimal(number))).isEqualTo(CanonicalJson.of(number));
    }
  }

  @Test
  void ofPlainShouldSpellAsOfDoes() {
    Object plain =
        Map.of("b", List.of("x", 2, List.of()), "a", Map.of(), "c", Map.of("z", 1, "y", "ç\""));

    assertThat(CanonicalJson.ofPlain(plain))
        .isEqualTo("{\"a\":{},\"b\":[\"x\",2,[]],\"c\":{\"y\":\"ç\\\"\",\"z\":1}}")
        .isEqualTo(CanonicalJson.of(CanonicalJson.ofPlain(plain)));
    assertThatThrownBy(() -> CanonicalJson.ofPlain(1.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofShouldRefuseWhatIsNoJson() {
    assertThatThrownBy(() -> CanonicalJson.of("{")).isInstanceOf(IllegalArgumentException.class);
  }
}

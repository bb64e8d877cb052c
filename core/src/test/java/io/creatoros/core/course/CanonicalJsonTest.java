package io.creatoros.core.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
  void numberShouldSpellAsOfDoes() {
    for (String number : new String[] {"0", "0.00", "0.90", "100", "2.50", "-3.10"}) {
      assertThat(CanonicalJson.number(new BigDecimal(number))).isEqualTo(CanonicalJson.of(number));
    }
  }

  @Test
  void ofShouldRefuseWhatIsNoJson() {
    assertThatThrownBy(() -> CanonicalJson.of("{")).isInstanceOf(IllegalArgumentException.class);
  }
}

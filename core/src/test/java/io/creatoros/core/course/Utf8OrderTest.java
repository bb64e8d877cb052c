package io.creatoros.core.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {

  private static final int[] EDGES = {
    0x1, 0x2f, 0x61, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffee, 0xffff, 0x10000, 0x1f3af,
    0x10ffff
  };

  @Test
  void compareShouldFollowUnsignedBytesWhateverTheText() {
    Random random = new Random(20_261_122);

    for (int i = 0; i < 200_000; i++) {
      String left = text(random);
      String right = random.nextInt(3) == 0 ? left + text(random) : text(random);

      assertThat(Integer.signum(Utf8Order.COMPARATOR.compare(left, right)))
          .as("%s and %s", left, right)
          .isEqualTo(Integer.signum(bytesCompare(left, right)));
    }
  }

  @Test
  void compareShouldPutAstralTextBehindTheBasicPlane() {
    assertThat("\ud83c\udfaf".compareTo("\uffee")).isNegative();
    assertThat(Utf8Order.COMPARATOR.compare("\ud83c\udfaf", "\uffee")).isPositive();
  }

  private static int bytesCompare(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(4);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(EDGES[random.nextInt(EDGES.length)]);
    }
    return text.toString();
  }
}

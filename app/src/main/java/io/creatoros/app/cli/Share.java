package io.creatoros.app.cli;

import java.math.BigDecimal;
import picocli.CommandLine.TypeConversionException;

/**
 * A score on a command line.
 *
 * @param value the number, from 0 to 1
 */
record Share(BigDecimal value) {

  static Share of(String text) {
    BigDecimal value = Cli.number(text);
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new TypeConversionException(
          "'" + text + "' is no score from 0 to 1, such as 0.7 for 70 of 100 points");
    }
    return new Share(value);
  }
}

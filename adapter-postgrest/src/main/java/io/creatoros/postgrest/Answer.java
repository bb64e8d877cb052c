package io.creatoros.postgrest;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads what a function answered. */
@FunctionalInterface
interface Answer<T> {

  /**
   * @param json stands at the first token of the answer
   */
  T read(JsonParser json) throws IOException;
}

package io.creatoros.core.assessment;

import java.util.Optional;

/**
 * An answer to choose from.
 *
 * @param letter its letter or id
 * @param correct whether it is marked as right
 */
record Option(Optional<String> letter, String text, boolean correct) {}

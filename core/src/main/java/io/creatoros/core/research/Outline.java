package io.creatoros.core.research;

import io.creatoros.core.reading.Understood;
import java.util.Optional;

/**
 * A course outline.
 *
 * @param title its title
 * @param headings how many headings it has
 */
public record Outline(Optional<String> title, int headings) implements Understood {}

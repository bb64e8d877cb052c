/**
 * Bytes as text, and text as Markdown blocks or as trees of YAML and JSON; hostile input costs a
 * finding.
 */
@NullMarked
package io.creatoros.core.text;

import org.jspecify.annotations.NullMarked;

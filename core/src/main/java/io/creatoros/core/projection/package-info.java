/**
 * The function from the files of a course to its typed rows: read each file, assemble all facts.
 */
@NullMarked
package io.creatoros.core.projection;

import org.jspecify.annotations.NullMarked;

/** Questions to the typed rows of a mirror. */
@NullMarked
package io.creatoros.core.query;

import org.jspecify.annotations.NullMarked;

/** How good a lesson is: the GPS and the Didática scores. */
@NullMarked
package io.creatoros.core.quality;

import org.jspecify.annotations.NullMarked;

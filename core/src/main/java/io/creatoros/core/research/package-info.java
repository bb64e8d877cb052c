/** Course outlines and the reports of market research. */
@NullMarked
package io.creatoros.core.research;

import org.jspecify.annotations.NullMarked;

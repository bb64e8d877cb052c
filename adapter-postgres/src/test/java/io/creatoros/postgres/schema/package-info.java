/** The schema on a real server: made, extended, taken back, compared and described. */
@NullMarked
package io.creatoros.postgres.schema;

import org.jspecify.annotations.NullMarked;

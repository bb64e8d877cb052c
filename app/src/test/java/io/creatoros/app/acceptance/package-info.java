/**
 * What the program promises to a person, shown by running its commands as a person does: over real
 * folders, against a real PostgreSQL. {@link io.creatoros.app.acceptance.Scene} sets the stage.
 */
@NullMarked
package io.creatoros.app.acceptance;

import org.jspecify.annotations.NullMarked;

/**
 * The mirror's schema. {@link io.creatoros.migrations.Migrations} applies it and tells whether a
 * database has it; the SQL files beside it serve other tools as well.
 */
@NullMarked
package io.creatoros.migrations;

import org.jspecify.annotations.NullMarked;

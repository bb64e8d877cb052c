/**
 * The mirror in PostgreSQL over JDBC.
 *
 * <p>Start with {@link io.creatoros.postgres.PostgresMirror#open}; {@link
 * io.creatoros.postgres.PostgresSchema} brings a database to the schema it needs.
 */
@NullMarked
package io.creatoros.postgres;

import org.jspecify.annotations.NullMarked;

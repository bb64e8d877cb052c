/**
 * A PostgreSQL server that comes with the program and belongs to one user.
 *
 * <p>Start with {@link io.creatoros.postgres.embedded.EmbeddedServer}: it unpacks the server, makes
 * its data folder, starts it in the background and stops it when the last program using it leaves.
 * Everything that can go wrong is an {@link io.creatoros.postgres.embedded.EmbeddedServerException}
 * with a stable code.
 */
@NullMarked
package io.creatoros.postgres.embedded;

import org.jspecify.annotations.NullMarked;

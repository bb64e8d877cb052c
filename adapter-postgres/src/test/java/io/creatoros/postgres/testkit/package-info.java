/**
 * What tests against a real PostgreSQL need: {@link io.creatoros.postgres.testkit.TestPostgres}
 * gives empty databases, {@link io.creatoros.postgres.testkit.FaultProxy} breaks connections on
 * purpose.
 */
@NullMarked
package io.creatoros.postgres.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * What tests against a real PostgREST need. {@link io.creatoros.postgrest.testkit.PostgrestServer}
 * runs one before a database, {@link io.creatoros.postgrest.testkit.Gateway} stands before it as
 * Supabase's does and breaks requests on purpose, {@link io.creatoros.postgrest.testkit.Tokens}
 * signs what callers show. {@link io.creatoros.postgrest.testkit.RequiresPostgrest} goes on each
 * class that uses them.
 */
@NullMarked
package io.creatoros.postgrest.testkit;

import org.jspecify.annotations.NullMarked;

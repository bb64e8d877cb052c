/**
 * The mirror over the HTTP API of PostgREST and Supabase. Not available yet; use {@code
 * io.creatoros.postgres} until it is.
 */
@NullMarked
package io.creatoros.postgrest;

import org.jspecify.annotations.NullMarked;

/**
 * The mirror over the HTTP API of PostgREST, as Supabase serves it.
 *
 * <p>Start with {@link io.creatoros.postgrest.PostgrestMirror#open}. All it does are calls of the
 * functions that the migrations put into the schema {@code public}.
 */
@NullMarked
package io.creatoros.postgrest;

import org.jspecify.annotations.NullMarked;

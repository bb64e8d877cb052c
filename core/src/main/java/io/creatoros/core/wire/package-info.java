/**
 * What the functions of the mirror's database take and answer, for the adapters that call them:
 * over JDBC and over HTTP.
 */
@NullMarked
package io.creatoros.core.wire;

import org.jspecify.annotations.NullMarked;

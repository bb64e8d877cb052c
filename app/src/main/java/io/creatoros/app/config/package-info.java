/**
 * What can be configured, and reading it: a flag wins over the environment, the environment over
 * {@code .env}, that over {@code creatoros.yaml}, that over the default.
 *
 * <p>Start with {@link io.creatoros.app.config.Configuration}. {@link
 * io.creatoros.app.config.Setting} lists everything there is to set.
 */
@NullMarked
package io.creatoros.app.config;

import org.jspecify.annotations.NullMarked;

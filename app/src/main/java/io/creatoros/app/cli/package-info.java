/**
 * The command line: one class per command, which turns flags into options, makes one call and
 * prints. Start with {@link io.creatoros.app.cli.Cli}.
 */
@NullMarked
package io.creatoros.app.cli;

import org.jspecify.annotations.NullMarked;

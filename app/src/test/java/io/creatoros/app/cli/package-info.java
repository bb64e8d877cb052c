@NullMarked
package io.creatoros.app.cli;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.creatoros.app.architecture.broken.app.cli;

import org.jspecify.annotations.NullMarked;

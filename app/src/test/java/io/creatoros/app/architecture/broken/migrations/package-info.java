@NullMarked
package io.creatoros.app.architecture.broken.migrations;

import org.jspecify.annotations.NullMarked;

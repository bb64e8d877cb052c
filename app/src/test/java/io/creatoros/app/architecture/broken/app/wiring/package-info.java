@NullMarked
package io.creatoros.app.architecture.broken.app.wiring;

import org.jspecify.annotations.NullMarked;

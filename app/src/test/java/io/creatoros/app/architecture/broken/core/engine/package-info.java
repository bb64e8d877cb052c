@NullMarked
package io.creatoros.app.architecture.broken.core.engine;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.creatoros.app.architecture.broken.app;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.creatoros.app.architecture.broken.app.config;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.creatoros.app.config;

import org.jspecify.annotations.NullMarked;

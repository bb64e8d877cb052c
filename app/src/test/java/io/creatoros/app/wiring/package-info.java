@NullMarked
package io.creatoros.app.wiring;

import org.jspecify.annotations.NullMarked;

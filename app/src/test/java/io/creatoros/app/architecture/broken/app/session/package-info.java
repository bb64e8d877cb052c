@NullMarked
package io.creatoros.app.architecture.broken.app.session;

import org.jspecify.annotations.NullMarked;

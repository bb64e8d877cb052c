@NullMarked
package io.creatoros.app.docs;

import org.jspecify.annotations.NullMarked;

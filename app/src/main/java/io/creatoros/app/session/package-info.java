/**
 * What commands need of the application, so that they know nothing of how it is wired. Start with
 * {@link io.creatoros.app.session.SessionOpener}.
 */
@NullMarked
package io.creatoros.app.session;

import org.jspecify.annotations.NullMarked;

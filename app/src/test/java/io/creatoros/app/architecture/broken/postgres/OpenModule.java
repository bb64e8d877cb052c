package io.creatoros.app.architecture.broken.postgres;

import com.google.inject.AbstractModule;

public final class OpenModule extends AbstractModule {}

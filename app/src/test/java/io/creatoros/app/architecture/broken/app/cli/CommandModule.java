package io.creatoros.app.architecture.broken.app.cli;

import com.google.inject.AbstractModule;

final class CommandModule extends AbstractModule {}

package io.creatoros.app.architecture.broken.core.engine;

import com.google.inject.Injector;

record CoreWithContainer(Injector injector) {}

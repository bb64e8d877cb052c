package io.creatoros.app.architecture.broken.postgres;

import com.google.inject.Injector;

record InjectingAdapter(Injector injector) {}

package io.creatoros.app.architecture.broken.core.course;

final class ConcreteRepository {}

package io.creatoros.app.architecture.broken.app;

final class Main {}

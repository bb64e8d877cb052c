package io.creatoros.app.architecture.broken.unmarked;

final class Unmarked {}

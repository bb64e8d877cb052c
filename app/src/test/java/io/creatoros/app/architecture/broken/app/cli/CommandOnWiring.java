package io.creatoros.app.architecture.broken.app.cli;

import io.creatoros.app.architecture.broken.app.wiring.Wiring;

record CommandOnWiring(Wiring wiring) {}

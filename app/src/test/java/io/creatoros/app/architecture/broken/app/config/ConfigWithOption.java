package io.creatoros.app.architecture.broken.app.config;

import picocli.CommandLine.Command;

@Command
final class ConfigWithOption {}

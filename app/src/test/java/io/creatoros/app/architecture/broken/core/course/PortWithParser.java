package io.creatoros.app.architecture.broken.core.course;

import com.fasterxml.jackson.core.JsonFactory;

record PortWithParser(JsonFactory parser) {}

package com.example.memory;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What mirrors of one name share. It ends with its process, and so does its identity. */
final class Memory {

  private final MirrorIdentity identity = new MirrorIdentity(UUID.randomUUID());
  private final Map<String, SortedMap<CourseId, MemoryCourse>> projects = new HashMap<>();

  MirrorIdentity identity() {
    return identity;
  }

  /** The courses of a project. Whoever uses them holds this object's lock. */
  SortedMap<CourseId, MemoryCourse> project(String name) {
    return projects.computeIfAbsent(name, unused -> new TreeMap<>());
  }
}

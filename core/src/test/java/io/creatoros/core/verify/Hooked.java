package io.creatoros.core.verify;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** A home in whose methods something happens, for changing things while somebody looks at them. */
public final class Hooked<T> {

  private final T delegate;
  private final T home;
  private final Map<String, IntConsumer> before = new HashMap<>();
  private final Map<String, IntConsumer> after = new HashMap<>();
  private final Map<String, List<List<Object>>> calls = new HashMap<>();

  /** A home that passes everything on until told otherwise. */
  public Hooked(Class<T> port, T delegate) {
    this.delegate = delegate;
    this.home =
        port.cast(
            Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> invoke(method, arguments)));
  }

  /** The home to look at. */
  public T home() {
    return home;
  }

  /** Does something before each call of a method has its effect; it is told the call's number. */
  public Hooked<T> before(String method, IntConsumer action) {
    before.put(method, action);
    return this;
  }

  /** Does something after each call of a method had its effect; it is told the call's number. */
  public Hooked<T> after(String method, IntConsumer action) {
    after.put(method, action);
    return this;
  }

  /** How often a method was called. */
  public synchronized int calls(String method) {
    return arguments(method).size();
  }

  /** The arguments of each call of a method, in order. */
  public synchronized List<List<Object>> arguments(String method) {
    return List.copyOf(calls.getOrDefault(method, List.of()));
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    int number = count(method.getName(), arguments);
    IntConsumer nothing = unused -> {};
    before.getOrDefault(method.getName(), nothing).accept(number);
    try {
      return method.invoke(delegate, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      after.getOrDefault(method.getName(), nothing).accept(number);
    }
  }

  private synchronized int count(String method, Object[] arguments) {
    List<List<Object>> known = calls.computeIfAbsent(method, unused -> new ArrayList<>());
    known.add(arguments == null ? List.of() : List.of(arguments));
    return known.size();
  }
}

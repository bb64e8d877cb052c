package io.creatoros.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a decorator of a port does when nothing is amiss: it overrides every method, so that none of
 * the port's defaults goes past it, and passes each call on once, as it came.
 *
 * @param <P> the port
 */
public interface DecoratorContract<P> {

  /** The port, an interface. */
  Class<P> port();

  /** A new decorator around this. */
  P decorated(P delegate);

  /** A value of a type, to be passed or answered; those of core's ports are known. */
  default Object sample(Class<?> type) {
    return PortSamples.of(type);
  }

  /** What of an answer has to be the delegate's; all of it unless a decorator adds to it. */
  default Object comparable(Object answer) {
    return answer;
  }

  /** Fails unless a class overrides every method of a port, those with defaults included. */
  static void assertOverridesAll(Class<?> port, Class<?> decorator) {
    assertThat(Arrays.stream(port.getMethods()).filter(method -> !isOverridden(method, decorator)))
        .as("methods of " + port.getSimpleName() + " that " + decorator + " does not override")
        .isEmpty();
  }

  private static boolean isOverridden(Method method, Class<?> decorator) {
    return Arrays.stream(decorator.getMethods())
        .filter(own -> own.getName().equals(method.getName()))
        .filter(own -> Arrays.equals(own.getParameterTypes(), method.getParameterTypes()))
        .anyMatch(own -> !own.getDeclaringClass().isInterface());
  }

  @Test
  default void everyMethodShouldBeOverridden() {
    P delegate = recording(new ArrayList<>(), new ArrayList<>());

    assertOverridesAll(port(), decorated(delegate).getClass());
  }

  @Test
  default void everyCallShouldBePassedOnOnceAsItCame() throws ReflectiveOperationException {
    for (Method method : port().getMethods()) {
      List<List<Object>> calls = new ArrayList<>();
      List<Object> answers = new ArrayList<>();
      P decorator = decorated(recording(calls, answers));
      Object[] arguments =
          Arrays.stream(method.getParameterTypes()).map(this::sample).toArray(Object[]::new);

      Object answer = invoked(method, decorator, arguments);

      assertThat(calls).containsExactly(call(method, arguments));
      if (method.getReturnType() != void.class) {
        assertThat(comparable(answer)).as(method.getName()).isEqualTo(comparable(answers.get(0)));
      }
    }
  }

  private P recording(List<List<Object>> calls, List<Object> answers) {
    Object proxy =
        Proxy.newProxyInstance(
            port().getClassLoader(),
            new Class<?>[] {port()},
            (self, method, arguments) -> {
              calls.add(call(method, arguments == null ? new Object[0] : arguments));
              Object answer =
                  method.getReturnType() == void.class ? "nothing" : sample(method.getReturnType());
              answers.add(answer);
              return method.getReturnType() == void.class ? null : answer;
            });
    return port().cast(proxy);
  }

  private static List<Object> call(Method method, Object[] arguments) {
    List<Object> call = new ArrayList<>(List.of(method.getName()));
    call.addAll(Arrays.asList(arguments));
    return call;
  }

  private static Object invoked(Method method, Object decorator, Object[] arguments)
      throws ReflectiveOperationException {
    try {
      Object answer = method.invoke(decorator, arguments);
      return answer == null ? "nothing" : answer;
    } catch (InvocationTargetException e) {
      throw new AssertionError(method.getName() + " failed", e.getCause());
    }
  }
}

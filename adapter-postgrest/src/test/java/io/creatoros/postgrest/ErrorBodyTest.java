package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorBodyTest {

  @Test
  void detailsShouldBeLeftOut() {
    ErrorBody body =
        json(
            """
            {"code":"23514","message":"violates check","hint":null,
             "details":"Failing row contains (s3cret)"}
            """);

    assertThat(body)
        .isEqualTo(new ErrorBody(Optional.of("23514"), "violates check", Optional.empty()));
  }

  @Test
  void messageOfAGatewayShouldDoWithoutACode() {
    assertThat(json("{\"message\":\"Invalid API key\",\"hint\":\"Double check it\"}"))
        .isEqualTo(
            new ErrorBody(Optional.empty(), "Invalid API key", Optional.of("Double check it")));
    assertThat(json("{\"code\":401,\"msg\":\"Unauthorized\"}").message()).isEqualTo("Unauthorized");
    assertThat(json("{\"error\":\"paused\"}").message()).isEqualTo("paused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "\"text\"", "{\"message\":7}", ""})
  void bodyThatSaysNothingShouldBeEmpty(String body) {
    assertThat(json(body)).isEqualTo(new ErrorBody(Optional.empty(), "", Optional.empty()));
  }

  @Test
  void brokenJsonShouldBeToldAndNotQuoted() {
    assertThat(json("{\"message\":\"s3cret").message()).isEqualTo("its answer is no JSON");
  }

  @Test
  void pageShouldShrinkToItsTitle() {
    String page =
        """
        <!DOCTYPE html><html><head><style>b{}</style><title>example.org | 520: Web server is
        returning an unknown error</title></head><body><h1>Sorry</h1></body></html>
        """;

    assertThat(of("text/html; charset=UTF-8", page).message())
        .isEqualTo("example.org | 520: Web server is returning an unknown error");
  }

  @Test
  void pageWithoutTitleShouldShrinkToItsFirstWords() {
    String page = "<script>var a = 1;</script><h1>Bad\u0000\u001b gateway</h1>" + "x ".repeat(900);

    assertThat(of("text/html", page).message())
        .startsWith("Bad gateway x x")
        .doesNotContain("<", "var")
        .hasSizeLessThan(130);
  }

  @Test
  void bodyShouldNotBeTakenForJsonUnlessItIsCalledThat() {
    assertThat(of("text/plain", "{\"code\":\"40001\",\"message\":\"x\"}").code()).isEmpty();
    assertThat(of("application/json; charset=utf-8", "{\"code\":\"40001\"}").code()).isPresent();
    assertThat(of("application/problem+json", "{\"code\":\"40001\"}").code()).isPresent();
  }

  private static ErrorBody json(String body) {
    return of("application/json", body);
  }

  private static ErrorBody of(String contentType, String body) {
    return ErrorBody.of(contentType, body.getBytes(StandardCharsets.UTF_8));
  }
}

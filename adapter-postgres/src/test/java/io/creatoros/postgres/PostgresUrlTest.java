package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "jdbc:postgresql://h:1/d | jdbc:postgresql://h:1/d | - | - | h:1/d",
        "jdbc:postgresql://h/d?user=u&password=p%2Bq+r | jdbc:postgresql://h:5432/d | u | p+q r"
            + " | h:5432/d",
        "jdbc:postgresql://h/d?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.crt"
            + " | jdbc:postgresql://h:5432/d?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.crt"
            + " | - | - | h:5432/d",
        "postgres://u:p@h:1/d | jdbc:postgresql://h:1/d | u | p | h:1/d",
        "postgresql://u:p@h:1/d?sslmode=require | jdbc:postgresql://h:1/d?sslmode=require"
            + " | u | p | h:1/d",
        "postgresql://u%40x:p%40%2F%3A%25%20%C3%A9@h/d | jdbc:postgresql://h:5432/d"
            + " | u@x | p@/:% é | h:5432/d",
        "postgresql://u:a+b@h/d | jdbc:postgresql://h:5432/d | u | a+b | h:5432/d",
        "postgresql://u:a@b@h/d | jdbc:postgresql://h:5432/d | u | a@b | h:5432/d",
        "postgresql://u:a:b@h/d | jdbc:postgresql://h:5432/d | u | a:b | h:5432/d",
        "postgresql://u@h | jdbc:postgresql://h:5432/ | u | - | h:5432/",
        "postgresql:///d | jdbc:postgresql://localhost:5432/d | - | - | localhost:5432/d",
        "postgresql://[::1]:7/d | jdbc:postgresql://[::1]:7/d | - | - | [::1]:7/d",
        "postgresql://u:p@[2001:db8::1]/d | jdbc:postgresql://[2001:db8::1]:5432/d | u | p"
            + " | [2001:db8::1]:5432/d",
        "postgresql://a:1,b/d | jdbc:postgresql://a:1,b:5432/d | - | - | a:1,b:5432/d",
        "postgresql://h/d?connect_timeout=7&application_name=x"
            + " | jdbc:postgresql://h:5432/d?connectTimeout=7&ApplicationName=x"
            + " | - | - | h:5432/d",
        "postgresql://h/d?target_session_attrs=read-write"
            + " | jdbc:postgresql://h:5432/d?targetServerType=primary | - | - | h:5432/d",
        "postgresql://h/d?sslmode=verify-full&sslrootcert=system"
            + " | jdbc:postgresql://h:5432/d?sslmode=verify-full"
            + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory | - | - | h:5432/d",
        "postgresql://h:6543/d | jdbc:postgresql://h:6543/d?prepareThreshold=0 | - | - | h:6543/d",
        "postgresql://h/d?pgbouncer=true | jdbc:postgresql://h:5432/d?prepareThreshold=0"
            + " | - | - | h:5432/d",
        "postgresql://h/d?pgbouncer=false | jdbc:postgresql://h:5432/d | - | - | h:5432/d",
        "postgresql://h:6543/d?prepareThreshold=3 | jdbc:postgresql://h:6543/d?prepareThreshold=3"
            + " | - | - | h:6543/d"
      })
  void parseShouldTakeUrlApart(
      String url, String jdbcUrl, String user, String password, String server) {
    PostgresUrl parsed = PostgresUrl.parse(url);

    assertThat(parsed.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(parsed.user()).isEqualTo(Optional.ofNullable(user));
    assertThat(parsed.password()).isEqualTo(Optional.ofNullable(password));
    assertThat(parsed.server()).isEqualTo(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:s3cret@h/d",
        "u:s3cret@h/d",
        "",
        "jdbc:mysql://u:s3cret@h/d",
        "postgresql://u:s3cret%zz@h/d",
        "postgresql://u:s3cret/x@@h:port/d",
        "postgresql://u:s3cret?x@h/d",
        "postgresql://h:s3cret/d"
      })
  void parseShouldFailWithoutPasswordInMessageWhenUrlIsWrong(String url) {
    assertThatThrownBy(() -> PostgresUrl.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("database URL")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void configShouldHidePasswordsWhenPrinted() {
    PostgresConfig config = PostgresConfig.of("postgresql://u:s3cret@h/d?password=other5");

    assertThat(config.toString()).contains("h:5432/d", "user=u").doesNotContain("s3cret", "other5");
    assertThat(config.withCredentials("v", "third7").toString())
        .contains("user=v", "password=***")
        .doesNotContain("s3cret", "other5", "third7");
  }

  @Test
  void configShouldPreferCredentialsToThoseInUrl() {
    PostgresConfig config = PostgresConfig.of("postgresql://u:p@h/d").withCredentials("v", "q");

    assertThat(config.effectiveUser()).contains("v");
    assertThat(config.effectivePassword()).contains("q");
  }
}

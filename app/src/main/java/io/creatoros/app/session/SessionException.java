package io.creatoros.app.session;

/** The application cannot be opened as asked. The message names what and why, and no secret. */
public final class SessionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is to blame. */
  public enum Kind {
    USAGE,
    CONFIGURATION,
    REJECTED,
    INTERRUPTED
  }

  private final Kind kind;
  private final String code;
  private final String remedy;

  public SessionException(Kind kind, String code, String message, String remedy) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.remedy = remedy;
  }

  public SessionException(Kind kind, String code, String message, String remedy, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.code = code;
    this.remedy = remedy;
  }

  public Kind kind() {
    return kind;
  }

  /** A stable code in capitals. */
  public String code() {
    return code;
  }

  /** What to do next; empty when nothing is known to help. */
  public String remedy() {
    return remedy;
  }
}

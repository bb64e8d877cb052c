package io.creatoros.core.pull;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.CorruptRecordException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Bytes on their way from a mirror, checked against their hash when their end is reached. Streams;
 * each opening reads the mirror anew.
 */
record StoredContent(CourseMirror mirror, CourseId course, ArtifactPath path, Sha256 hash)
    implements Content {

  @Override
  public InputStream open() {
    return mirror
        .open(course, path)
        .map(Checked::new)
        .orElseThrow(() -> corrupt("MIRROR_BYTES_MISSING", "are not there"));
  }

  private CorruptRecordException corrupt(String code, String what) {
    return new CorruptRecordException(
        code,
        "the mirror's bytes of " + path + " in course " + course + " " + what,
        "from a workspace that has the file: creatoros sync --full " + course);
  }

  private final class Checked extends FilterInputStream {

    private final MessageDigest digest = Sha256.newDigest();
    private boolean checked;

    Checked(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        digest.update(buffer, offset, read);
      } else if (read < 0 && !checked) {
        check();
      }
      return read;
    }

    private void check() {
      if (!Sha256.ofDigest(digest.digest()).equals(hash)) {
        throw corrupt("MIRROR_BYTES_DAMAGED", "miss their recorded hash " + hash.brief());
      }
      checked = true;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}

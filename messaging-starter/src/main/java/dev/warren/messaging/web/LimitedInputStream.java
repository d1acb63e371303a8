package dev.warren.messaging.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** Counts what is read and throws at the first byte that is one too many. */
final class LimitedInputStream extends ServletInputStream {

  private final ServletInputStream source;
  private final DataSize limit;
  private long left;

  LimitedInputStream(ServletInputStream source, DataSize limit) {
    this.source = source;
    this.limit = limit;
    this.left = limit.toBytes();
  }

  @Override
  public int read() throws IOException {
    int value = source.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = source.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int read) throws BodyRefusedException {
    left -= read;
    if (left < 0) {
      throw BodyRefusedException.tooLarge(limit);
    }
  }

  @Override
  public boolean isFinished() {
    return source.isFinished();
  }

  @Override
  public boolean isReady() {
    return source.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    source.setReadListener(listener);
  }
}

package dev.warren.producer.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;

/** A request under a key, whose body was read to tell it from others. */
final class KeyedRequest extends HttpServletRequestWrapper {

  private final String key;
  private final byte[] body;
  private final Body stream;

  private KeyedRequest(HttpServletRequest request, String key, byte[] body) {
    super(request);
    this.key = key;
    this.body = body;
    this.stream = new Body(body);
  }

  /**
   * Reads the key, then the body, which some other filter has to limit.
   *
   * @throws HttpMessageNotReadableException if the body breaks off, or is too long or too slow
   */
  static KeyedRequest read(HttpServletRequest request) {
    String key = KeyHeader.read(request);
    try {
      return new KeyedRequest(request, key, request.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new HttpMessageNotReadableException(
          "the body cannot be read", e, new ServletServerHttpRequest(request));
    }
  }

  /** Under which the key is known: it belongs to a caller and to one endpoint. */
  String keyHash() {
    return new Fingerprint()
        .add(getRemoteUser())
        .add(getMethod())
        .add(getRequestURI())
        .add(key)
        .hex();
  }

  /** What all requests under the key have to have in common. */
  String fingerprint() {
    return new Fingerprint().add(getQueryString()).add(getContentType()).add(body).hex();
  }

  @Override
  public ServletInputStream getInputStream() {
    return stream;
  }

  @Override
  public BufferedReader getReader() {
    String encoding = getCharacterEncoding();
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new BufferedReader(new InputStreamReader(stream, charset));
  }

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Body(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return bytes.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(@Nullable ReadListener listener) {
      throw new UnsupportedOperationException("the body is there already");
    }
  }
}

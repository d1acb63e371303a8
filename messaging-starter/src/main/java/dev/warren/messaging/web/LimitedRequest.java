package dev.warren.messaging.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A request whose body, read as stream or text, may not be longer than a limit. */
final class LimitedRequest extends HttpServletRequestWrapper {

  private final DataSize limit;
  private @Nullable LimitedInputStream body;

  LimitedRequest(HttpServletRequest request, DataSize limit) {
    super(request);
    this.limit = limit;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    LimitedInputStream opened = body;
    if (opened == null) {
      opened = new LimitedInputStream(super.getInputStream(), limit);
      body = opened;
    }
    return opened;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    String encoding = getCharacterEncoding();
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }
}

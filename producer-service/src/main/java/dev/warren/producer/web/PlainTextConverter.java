package dev.warren.producer.web;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/**
 * Takes a {@code text/plain} body as the whole text. Bytes that the charset (UTF-8 unless named)
 * does not know are refused, not replaced.
 */
@Component
class PlainTextConverter extends AbstractHttpMessageConverter<TextRequest> {

  PlainTextConverter() {
    super(MediaType.TEXT_PLAIN);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == TextRequest.class;
  }

  @Override
  public boolean canWrite(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected TextRequest readInternal(Class<? extends TextRequest> type, HttpInputMessage input)
      throws IOException {
    MediaType contentType = input.getHeaders().getContentType();
    Charset named = contentType == null ? null : contentType.getCharset();
    Charset charset = named == null ? StandardCharsets.UTF_8 : named;
    byte[] body = input.getBody().readAllBytes();
    try {
      return new TextRequest(charset.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "The body is not valid " + charset.name());
    }
  }

  @Override
  protected void writeInternal(TextRequest request, HttpOutputMessage output) {
    throw new UnsupportedOperationException("requests are only read");
  }
}

package dev.warren.producer.idempotency;

import dev.warren.messaging.publish.MessageIds;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Ids that a request under a key has again when it is repeated, so that whoever receives its
 * messages can tell; other ids are random. To be asked on the request's thread.
 */
final class RequestIds implements MessageIds {

  @Override
  public String next() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(KeyedExchange.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof KeyedExchange exchange
        ? exchange.nextId()
        : MessageIds.RANDOM.next();
  }
}

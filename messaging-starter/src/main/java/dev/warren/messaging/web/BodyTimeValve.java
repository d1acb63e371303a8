package dev.warren.messaging.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Has a body be over after a time, come what may: whoever reads it sees it end too early, also in
 * the middle of a chunk's header, where Tomcat would wait for as long as there is a byte now and
 * then. Where a body may go on for ever, it may take its time.
 */
final class BodyTimeValve extends ValveBase {

  private static final String TOO_SLOW = BodyTimeValve.class.getName();

  private final HttpProperties properties;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, new CustomizableThreadFactory("body-time-"));

  BodyTimeValve(HttpProperties properties) {
    super(true);
    this.properties = properties;
    clock.setRemoveOnCancelPolicy(true);
  }

  /** What there is to say if the body was ended here. */
  static Optional<ProblemException> complaint(HttpServletRequest request) {
    return request.getAttribute(TOO_SLOW) instanceof Duration time
        ? Optional.of(BodyRefusedException.tooSlow(time).toProblem())
        : Optional.empty();
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (request.isFinished() || mayGoOn(request)) {
      getNext().invoke(request, response);
      return;
    }
    Reading reading = new Reading(request, properties.bodyTime());
    Future<?> end =
        clock.schedule(reading::end, properties.bodyTime().toMillis(), TimeUnit.MILLISECONDS);
    try {
      getNext().invoke(request, response);
    } finally {
      end.cancel(false);
      reading.isOver();
    }
  }

  private boolean mayGoOn(Request request) {
    return properties.limitOf(request.getRequestURI()).unlimitedWhenStreamed();
  }

  @Override
  protected void stopInternal() throws LifecycleException {
    super.stopInternal();
    clock.shutdownNow();
  }

  /** For as long as the request is this one: the object will be used for others. */
  private static final class Reading {

    private final Request request;
    private final Duration time;
    private boolean over;

    Reading(Request request, Duration time) {
      this.request = request;
      this.time = time;
    }

    synchronized void end() {
      if (!over && !request.isFinished()) {
        request.setAttribute(TOO_SLOW, time);
        InputEndingProtocol.endInputOf(request);
      }
    }

    synchronized void isOver() {
      over = true;
    }
  }
}

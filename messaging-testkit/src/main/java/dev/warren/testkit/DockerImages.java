package dev.warren.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Whether Docker can serve at all. Testcontainers itself repeats a failing pull for two minutes,
 * which is long when the machine is offline and has another broker.
 */
final class DockerImages {

  private static final Logger LOG = LoggerFactory.getLogger(DockerImages.class);
  private static final int PULL_MINUTES = 5;

  private DockerImages() {}

  /**
   * Returns when the image is on the engine, pulled if need be, in one attempt of at most 5 min.
   */
  static void require(String image) throws UnavailableException {
    DockerClient engine = engine();
    try {
      engine.inspectImageCmd(image).exec();
    } catch (NotFoundException absent) {
      pull(engine, image);
    }
  }

  private static DockerClient engine() throws UnavailableException {
    try {
      return DockerClientFactory.instance().client();
    } catch (RuntimeException e) {
      throw new UnavailableException("no Docker engine can be used: " + e.getMessage(), e);
    }
  }

  private static void pull(DockerClient engine, String image) throws UnavailableException {
    LOG.info("Pulling {}", image);
    try (ResultCallback.Adapter<?> pull = engine.pullImageCmd(image).start()) {
      if (!pull.awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES)) {
        throw new UnavailableException("%s was not pulled in time".formatted(image));
      }
      engine.inspectImageCmd(image).exec();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while pulling " + image, e);
    } catch (IOException | RuntimeException e) {
      throw new UnavailableException("cannot pull %s: %s".formatted(image, e.getMessage()), e);
    }
  }
}

package dev.warren.systemtests.suite;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process or container of a service.
 *
 * @param service the service's name; replicas share it
 * @param replica its number, from 1
 * @param url where it answers HTTP; absent when it is down
 * @param managementUrl where its health and metrics are; absent when it is down
 * @param state {@code ready} when it works
 * @param pid the process; absent for containers
 * @param container the container; absent for processes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SuiteMember(
    String service,
    int replica,
    @Nullable URI url,
    @Nullable URI managementUrl,
    String state,
    @Nullable Long pid,
    @Nullable String container) {

  /** The names of all services. */
  public static final List<String> SERVICES =
      List.of("producer", "worker", "log-subscriber", "rpc-fib");

  /** A client of what it serves. */
  public RestClient client() {
    return new RestClient(Objects.requireNonNull(url, () -> service + " has no URL"));
  }

  /** A client of its health and metrics. */
  public RestClient management() {
    return new RestClient(
        Objects.requireNonNull(managementUrl, () -> service + " has no management URL"));
  }

  /** Whether it works. */
  public boolean isReady() {
    return state.equals("ready");
  }

  /** Starts its container again, as the engine does after the machine was started. */
  public void startAgain() {
    String kept = Objects.requireNonNull(container, "only a container can be started again");
    Machine.run("docker", "start", kept).orThrow();
  }

  void kill() {
    if (container != null) {
      Machine.run("docker", "kill", container).orThrow();
    } else if (pid != null) {
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
  }

  void terminate() {
    if (container != null) {
      Machine.run("docker", "stop", container).orThrow();
    } else if (pid != null) {
      ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
      process.destroy();
      process.onExit().orTimeout(Launcher.COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
  }

  /** Whether it answers HTTP, be it that it lacks something. */
  boolean answers() {
    return isReady() || state.equals("unready");
  }

  void signal(String signal, String dockerCommand) {
    if (container != null) {
      Machine.run("docker", dockerCommand, container).orThrow();
    } else {
      Machine.run("kill", "-" + signal, String.valueOf(pid)).orThrow();
    }
  }
}

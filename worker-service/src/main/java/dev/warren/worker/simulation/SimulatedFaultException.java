package dev.warren.worker.simulation;

/** An attempt that failed because its task asked for it. */
final class SimulatedFaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SimulatedFaultException(String message) {
    super(message);
  }
}

package dev.warren.testkit;

/** A server that makes databases. */
interface DatabaseServer {

  /** An empty database, dropped when it is closed. */
  TestDatabase create();

  /** Stops it, if it was started here. */
  void stop();
}

package dev.warren.frontdoor;

import java.io.IOException;
import java.lang.System.Logger;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Opens a door per argument, such as {@code 8081=worker-service:8080}, and keeps them open until
 * the process is ended.
 */
public final class FrontDoor {

  /** Connections of all doors; with two threads each, well below what Compose lets it have. */
  private static final int CONNECTIONS = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private FrontDoor() {}

  public static void main(String[] arguments) throws IOException {
    Security.setProperty("networkaddress.cache.ttl", "1"); // replicas come and go
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    try {
      for (Door door : doors(arguments)) {
        new Thread(door, "door " + door.port()).start();
      }
    } catch (IllegalArgumentException e) {
      System.getLogger("front-door").log(Logger.Level.ERROR, e.getMessage());
      System.exit(2);
    }
  }

  private static List<Door> doors(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("no door, such as 8081=worker-service:8080, was given");
    }
    Semaphore places = new Semaphore(CONNECTIONS);
    Patience patience = new Patience(PATIENCE);
    List<Door> doors = new ArrayList<>();
    for (String argument : arguments) {
      DoorPlan plan = DoorPlan.parse(argument);
      Replicas replicas = Replicas.named(plan.service(), plan.servicePort());
      doors.add(Door.open(plan.port(), replicas, places, patience, Thread::new));
    }
    return doors;
  }
}

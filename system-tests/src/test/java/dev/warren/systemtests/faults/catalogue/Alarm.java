package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Duration;
import java.time.Instant;

/** The broker runs out of something and blocks all publishers. */
final class Alarm extends TaskFault {

  private static final String ALL_DISKS = "1000000GB";
  private static final String ORDINARY_LIMIT = "50MB";

  private final String resource;
  private final String[] cause;
  private final String[] cure;

  private Alarm(String resource, String[] cause, String[] cure) {
    this.resource = resource;
    this.cause = cause.clone();
    this.cure = cure.clone();
  }

  /** Its memory is above the high watermark. */
  static Alarm ofMemory() {
    String command = "set_vm_memory_high_watermark";
    return new Alarm("memory", new String[] {command, "0.00001"}, new String[] {command, "0.6"});
  }

  /** Its disk has less free space than it wants. */
  static Alarm ofDisk() {
    String command = "set_disk_free_limit";
    return new Alarm(
        "disk", new String[] {command, ALL_DISKS}, new String[] {command, ORDINARY_LIMIT});
  }

  @Override
  public String name() {
    return resource + "-alarm";
  }

  @Override
  public String expectation() {
    return "A "
        + resource
        + " alarm blocks all publishers for 20 s, three times. Callers are refused within the"
        + " confirm deadline, and served again without a restart.";
  }

  @Override
  protected int rounds() {
    return 3;
  }

  @Override
  protected Duration lasts() {
    return Duration.ofSeconds(20);
  }

  @Override
  protected void inject(Lab lab) {
    lab.suite().brokerNode().control(cause);
  }

  @Override
  protected Instant undo(Lab lab) {
    lab.suite().brokerNode().control(cure);
    return Instant.now();
  }
}

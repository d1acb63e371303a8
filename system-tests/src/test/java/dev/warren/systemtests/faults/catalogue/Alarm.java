package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import dev.warren.systemtests.suite.BrokerNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The broker runs out of something and blocks all publishers. */
final class Alarm extends TaskFault {

  private final String resource;
  private final Consumer<BrokerNode> cause;
  private final Consumer<BrokerNode> cure;

  private Alarm(String resource, Consumer<BrokerNode> cause, Consumer<BrokerNode> cure) {
    this.resource = resource;
    this.cause = cause;
    this.cure = cure;
  }

  /** Its memory is above the high watermark. */
  static Alarm ofMemory() {
    String command = "set_vm_memory_high_watermark";
    return new Alarm(
        "memory", node -> node.control(command, "0.00001"), node -> node.control(command, "0.6"));
  }

  /** Its disk has less free space than it wants. */
  static Alarm ofDisk() {
    return new Alarm("disk", BrokerNode::raiseDiskAlarm, BrokerNode::clearDiskAlarm);
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
    cause.accept(lab.suite().brokerNode());
  }

  @Override
  protected Instant undo(Lab lab) {
    cure.accept(lab.suite().brokerNode());
    return Instant.now();
  }
}

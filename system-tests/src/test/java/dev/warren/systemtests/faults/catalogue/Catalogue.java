package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Fault;
import java.util.List;

/** All faults, in the order in which a run of all causes them. */
public final class Catalogue {

  private static final List<Fault> FAULTS =
      List.of(
          new BrokerKilled(),
          new BrokerFrozen(),
          WorkerKilled.midTask(),
          WorkerKilled.beforeAcknowledgement(),
          new ProducerKilled(),
          new ConnectionsCut(),
          Alarm.ofMemory(),
          Alarm.ofDisk(),
          new BadMessagesAmongGood(),
          new FailingTasks(),
          new CrashingTasks(),
          new DeadLetterQueueMissing(),
          new DeadLetterQueueFull(),
          new QueueFull(),
          new QueueDeleted(),
          new ExchangeDeleted(),
          new CredentialsRevoked(),
          new OrdersUnderKills(),
          new RollingRestarts(),
          new ServiceBeforeBroker(),
          new StartedInEveryOrder(),
          new OrdersInEveryOrder(),
          RpcServerStopped.byKill(),
          RpcServerStopped.byFreeze(),
          new CallsTimeOut(),
          new RpcServersRestarted(),
          new BrokerKilledUnderCalls(),
          new LeaderKilled(),
          new MajorityKilled(),
          new NodeCutOff());

  private Catalogue() {}

  /** All of them. */
  public static List<Fault> all() {
    return FAULTS;
  }

  /**
   * The fault of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Fault named(String name) {
    return FAULTS.stream()
        .filter(fault -> fault.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no fault '" + name + "'"));
  }
}

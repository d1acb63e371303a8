package dev.warren.systemtests.faults;

import dev.warren.systemtests.faults.lab.Fault;
import dev.warren.systemtests.faults.lab.FaultResult;
import dev.warren.systemtests.faults.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One fault after the other; a suite that an experiment could not mend is replaced. */
final class Run {

  private final Options options;
  private final Results results;
  private final Consumer<String> out;
  private final AtomicReference<@Nullable Lab> open = new AtomicReference<>();

  Run(Options options, Results results, Consumer<String> out) {
    this.options = options;
    this.results = results;
    this.out = out;
  }

  List<FaultResult> all() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "clean up"));
    List<FaultResult> done = new ArrayList<>();
    for (Fault fault : options.faults()) {
      FaultResult result = one(fault);
      results.keep(result);
      done.add(result);
    }
    close();
    return done;
  }

  private FaultResult one(Fault fault) {
    Lab lab = lab();
    out.accept(fault.name());
    try {
      FaultResult result = fault.run(lab);
      if (result.isKept()) {
        out.accept("  kept");
      } else {
        out.accept("  BROKEN: " + result.breaches());
        close(); // what it left behind would be blamed on the next
      }
      return result;
    } catch (RuntimeException e) {
      out.accept("  BROKEN OFF: " + e);
      close();
      return FaultResult.brokenOff(lab, fault, e);
    }
  }

  private Lab lab() {
    Lab lab = open.get();
    if (lab == null) {
      lab = Lab.start(options.mode(), options.scale(), out);
      open.set(lab);
    }
    return lab;
  }

  private void close() {
    Lab lab = open.getAndSet(null);
    if (lab != null) {
      lab.close();
    }
  }
}

package dev.warren.systemtests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each package that holds one side of a pattern, such as {@code dev.warren.worker.workqueue}. */
final class Patterns implements SliceAssignment {

  private static final Pattern SIDE =
      Pattern.compile(
          "(dev\\.warren\\.(?:producer|worker|logsubscriber|rpcfib)"
              + "\\.(?:hello|workqueue|pubsub|routing|topics|headers|rpc|deadletters|outbox|orders"
              + "|retry\\.(?:broker|ladder|inprocess)))(?:\\..*)?");

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    Matcher side = SIDE.matcher(type.getPackageName());
    return side.matches() ? SliceIdentifier.of(side.group(1)) : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "packages of patterns";
  }
}

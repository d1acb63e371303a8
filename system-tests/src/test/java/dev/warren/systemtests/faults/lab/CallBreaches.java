package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What callers were promised and did not get. */
public final class CallBreaches {

  /** The detail of an answer that says that no reply came. */
  public static final String TIMED_OUT = "504 rpc-timeout";

  /** Of one that says that a server may have the request, and that its reply will not come. */
  private static final String UNCONFIRMED = "503 unconfirmed";

  private CallBreaches() {}

  /** Each kind of them, with how many there were. */
  public static List<String> of(List<Request> requests, Duration deadline) {
    List<String> breaches = new ArrayList<>();
    addIfAny(breaches, "left without an answer", requests, CallBreaches::isUnanswered);
    addIfAny(breaches, "answered wrongly", requests, CallBreaches::isWrong);
    addIfAny(breaches, "answered too late", requests, request -> isLate(request, deadline));
    return breaches;
  }

  /** Likewise, where no server may keep silent. */
  static List<String> lostReplies(List<Request> requests) {
    List<String> breaches = new ArrayList<>();
    addIfAny(breaches, "without a reply", requests, CallBreaches::isWithoutReply);
    return breaches;
  }

  private static boolean isWithoutReply(Request request) {
    return request.detail().equals(TIMED_OUT) || request.detail().equals(UNCONFIRMED);
  }

  /** That nobody knows whether it was computed is a clear error. */
  private static boolean isUnanswered(Request request) {
    return request.answered() == Answered.UNKNOWN && !request.detail().equals(UNCONFIRMED);
  }

  private static boolean isWrong(Request request) {
    return request.detail().equals(CallClient.WRONG);
  }

  private static boolean isLate(Request request, Duration deadline) {
    return request.waited().compareTo(deadline.plusSeconds(1)) > 0;
  }

  private static void addIfAny(
      List<String> breaches, String what, List<Request> requests, Predicate<Request> breach) {
    long count = requests.stream().filter(breach).count();
    if (count > 0) {
      breaches.add(count + " callers " + what);
    }
  }
}

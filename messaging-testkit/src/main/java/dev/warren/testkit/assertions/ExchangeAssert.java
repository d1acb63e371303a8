package dev.warren.testkit.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.testkit.Bounds;
import dev.warren.testkit.TestVhost;
import dev.warren.testkit.management.BindingInfo;
import dev.warren.testkit.management.ExchangeInfo;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;

/** Assertions about one exchange. */
public final class ExchangeAssert extends AbstractAssert<ExchangeAssert, String> {

  private final TestVhost vhost;
  private Duration bound = Bounds.SOON;

  ExchangeAssert(TestVhost vhost, String exchange) {
    super(exchange, ExchangeAssert.class);
    this.vhost = vhost;
  }

  /** Waits no longer than this for what is asserted next. Default is {@link Bounds#SOON}. */
  public ExchangeAssert within(Duration bound) {
    this.bound = bound;
    return this;
  }

  /** That it is of this type: direct, fanout, topic or headers. */
  public ExchangeAssert hasType(String type) {
    return satisfiesInfo(info -> assertThat(info.type()).as("type of %s", actual).isEqualTo(type));
  }

  public ExchangeAssert isDurable() {
    return satisfiesInfo(info -> assertThat(info.durable()).as("%s is durable", actual).isTrue());
  }

  public ExchangeAssert isNotDurable() {
    return satisfiesInfo(info -> assertThat(info.durable()).as("%s is durable", actual).isFalse());
  }

  public ExchangeAssert hasBindings(int count) {
    return satisfiesBindings(
        bindings -> assertThat(bindings).as("bindings of %s", actual).hasSize(count));
  }

  /** That exactly these keys are bound, in any order. */
  public ExchangeAssert isBoundWith(String... keys) {
    return satisfiesBindings(
        bindings ->
            assertThat(bindings)
                .as("bindings of %s", actual)
                .extracting(BindingInfo::routingKey)
                .containsExactlyInAnyOrder(keys));
  }

  private ExchangeAssert satisfiesInfo(Consumer<ExchangeInfo> assertion) {
    Bounds.within(bound)
        .untilAsserted(
            () ->
                assertThat(vhost.broker().management().exchange(vhost.name(), actual))
                    .as("exchange %s in %s", actual, vhost)
                    .hasValueSatisfying(assertion));
    return this;
  }

  private ExchangeAssert satisfiesBindings(Consumer<List<BindingInfo>> assertion) {
    Bounds.within(bound)
        .untilAsserted(
            () -> assertion.accept(vhost.broker().management().bindingsFrom(vhost.name(), actual)));
    return this;
  }
}

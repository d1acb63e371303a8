package dev.warren.producer.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - 'su root' failed | auth.critical",
        "<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - %% It's time | local4.notice",
        "<165>1 2003-10-11T22:14:15.003Z h evntslog - ID47 [ex@32473 iut=\"3\" a=\"\"] An event | local4.notice",
        "<165>1 2003-10-11T22:14:15.003Z h e - ID47 [ex@32473 iut=\"\\]\\\"\"][p@1 c=\"high\"] | local4.notice",
        "<0>1 - - - - - - | kern.emergency",
        "<191>1 - - - - - - Grüße | local7.debug",
        "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick | auth.critical",
        "<13>Feb  5 17:32:18 10.0.0.99 Use the BFG! | user.notice",
        "<165>Aug 24 05:34:00 CST 1987 mymachine myproc[10]: %% It's time | local4.notice",
        "<11>Nov 01 00:00:00 h t: m | user.error",
      })
  void lineOfEitherKindIsKnownByItsPriority(String line, String key) {
    SyslogLine read = SyslogLine.read(line);
    assertThat(read.error()).isNull();
    assertThat(Objects.requireNonNull(read.priority()).routingKey()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just a text",
        "<192>Oct 11 22:14:15 h t: m",
        "<999>Oct 11 22:14:15 h t: m",
        "<034>Oct 11 22:14:15 h t: m",
        "<>Oct 11 22:14:15 h t: m",
        "<-1>Oct 11 22:14:15 h t: m",
        "<34",
        "<34>",
        "<34>hello",
        "<34>1",
        "<34>1 2003-10-11T22:14:15.003Z h",
        "<34>1 2003-13-11T22:14:15.003Z h a - - -",
        "<34>1 2003-10-11 22:14:15 h a - - - m",
        "<34>2 2003-10-11T22:14:15.003Z h a - - -",
        "<34>1 2003-10-11T22:14:15.003Z h a - - [x y=\"] m",
        "<34>1 2003-10-11T22:14:15.003Z h a - - [] m",
        "<34>Foo 11 22:14:15 h t: m",
        "<34>Oct 11 25:14:15 h t: m",
        "<34>Oct 11 22:14:15",
        "Oct 11 22:14:15 h t: no priority",
      })
  void anythingElseIsMalformedAndSaysWhy(String line) {
    SyslogLine read = SyslogLine.read(line);
    assertThat(read.priority()).isNull();
    assertThat(read.complaint()).startsWith("has ");
  }

  @Test
  void longAndHostileLineIsReadInNoTime() {
    String head = "<34>1 - h a - - ";
    assertThat(SyslogLine.read(head + "[x y=\"" + "\\\"".repeat(4000) + "\"] m").error()).isNull();
    assertThat(SyslogLine.read(head + "[x y=\"" + "\\\"".repeat(4000)).error()).isNotNull();
    assertThat(SyslogLine.read(head + "[x]".repeat(2700)).error()).isNull();
    assertThat(SyslogLine.read(head + "[x]".repeat(2700) + "[").error()).isNotNull();
  }

  @Test
  void severitiesHaveTheTutorialsNamesAndSyslogsOwn() {
    assertThat(new Priority(2).routingKey()).isEqualTo("kern.critical");
    assertThat(new Priority(2).alias()).isEqualTo("kern.crit");
    assertThat(new Priority(2).hasAlias()).isTrue();
    assertThat(new Priority(9 * 8 + 6).routingKey()).isEqualTo("cron.info");
    assertThat(new Priority(9 * 8 + 6).hasAlias()).isFalse();
  }
}

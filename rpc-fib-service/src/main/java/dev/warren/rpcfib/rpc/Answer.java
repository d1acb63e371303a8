package dev.warren.rpcfib.rpc;

import org.jspecify.annotations.Nullable;

/**
 * What is replied.
 *
 * @param text the number in decimal digits or, for an error, what is wrong, for people
 * @param errorCode what is wrong, for programs; absent from a result
 */
record Answer(String text, @Nullable String errorCode) {

  static final String NOT_A_NUMBER = "not-a-number";
  static final String OUT_OF_BOUNDS = "out-of-bounds";
  static final String INTERNAL = "internal";

  static Answer result(String number) {
    return new Answer(number, null);
  }

  static Answer error(String code, String text) {
    return new Answer(text, code);
  }

  boolean isError() {
    return errorCode != null;
  }
}

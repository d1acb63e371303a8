package dev.warren.rpcfib.rpc;

import java.math.BigInteger;

/** Fibonacci numbers of any size. */
final class Fibonacci {

  private Fibonacci() {}

  /**
   * Computes F(n), where F(0) is 0 and F(1) is 1, by fast doubling: F(2k) = F(k) · (2 F(k+1) −
   * F(k)) and F(2k+1) = F(k)² + F(k+1)², one step per binary digit of n.
   *
   * @param n not negative
   */
  static BigInteger of(int n) {
    BigInteger current = BigInteger.ZERO;
    BigInteger next = BigInteger.ONE;
    for (int bit = Integer.highestOneBit(n); bit != 0; bit >>= 1) {
      BigInteger even = current.multiply(next.shiftLeft(1).subtract(current));
      BigInteger odd = current.multiply(current).add(next.multiply(next));
      boolean set = (n & bit) != 0;
      current = set ? odd : even;
      next = set ? even.add(odd) : odd;
    }
    return current;
  }
}

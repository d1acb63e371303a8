package dev.warren.rpcfib;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Answers RPC requests for Fibonacci numbers. */
@SpringBootApplication
public class RpcFibApplication {

  public static void main(String[] args) {
    SpringApplication.run(RpcFibApplication.class, args);
  }
}

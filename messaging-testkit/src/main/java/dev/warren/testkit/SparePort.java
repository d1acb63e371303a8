package dev.warren.testkit;

/**
 * A port on which a broker may begin to listen.
 *
 * @param address the address to listen on, as the broker sees it
 * @param inside the port there
 * @param outside the same port, as tests see it
 */
record SparePort(String address, int inside, int outside) {}

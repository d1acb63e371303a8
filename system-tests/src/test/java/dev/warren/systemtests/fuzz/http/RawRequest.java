package dev.warren.systemtests.fuzz.http;

import java.net.URI;
import java.nio.ByteBuffer;

/**
 * A request as bytes.
 *
 * @param service who gets it
 * @param head its first line and headers
 * @param body what follows
 * @param isCutOff whether its sender breaks off, so that it need not be answered
 * @param tellsProblems whether a refusal is to be a problem of ours
 * @param label what it is, for people
 */
record RawRequest(
    URI service,
    ByteBuffer head,
    ByteBuffer body,
    boolean isCutOff,
    boolean tellsProblems,
    String label) {}

package dev.warren.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A few HTTP clients that post bulks of tasks one after the other until they are closed. */
final class BulkClients implements AutoCloseable {

  private static final int TASKS_PER_BULK = 1000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final ExecutorService threads;
  private final List<CompletableFuture<Void>> clients = new ArrayList<>();
  private final int connections;
  private volatile boolean closed;

  BulkClients(URI bulkEndpoint, String taskText, int connections) {
    String item = "{\"text\":\"" + taskText + "\"}";
    String body = "[" + String.join(",", Collections.nCopies(TASKS_PER_BULK, item)) + "]";
    this.request =
        HttpRequest.newBuilder(bulkEndpoint)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    this.threads = Executors.newFixedThreadPool(connections);
    this.connections = connections;
  }

  void start() {
    for (int i = 0; i < connections; i++) {
      clients.add(CompletableFuture.runAsync(this::post, threads));
    }
  }

  private void post() {
    try {
      while (!closed) {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
          throw new IllegalStateException("a bulk was answered with " + response.statusCode());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the clients after their running request; fails if one of them met an error. */
  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    clients.forEach(CompletableFuture::join);
  }
}

package dev.warren.producer.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader should know of a pattern before opening its page. Each pattern's package declares
 * one as a bean.
 *
 * @param id as in the page's name: {@code work-queues}
 * @param title for people
 * @param summary one sentence: what it is for
 * @param category {@code queueing}, {@code publish-subscribe}, {@code request-reply} or {@code
 *     reliability}
 * @param exchanges those it publishes to; the default exchange is not named
 * @param queues those it publishes to
 * @param endpoints method and path of each
 * @param requires the oldest broker that has it, as {@code major.minor}; null if any does
 * @param page its documentation, from the root of the repository
 */
public record PatternDescription(
    String id,
    String title,
    String summary,
    String category,
    List<String> exchanges,
    List<String> queues,
    List<String> endpoints,
    @Nullable String requires,
    String page) {

  public PatternDescription {
    exchanges = List.copyOf(exchanges);
    queues = List.copyOf(queues);
    endpoints = List.copyOf(endpoints);
  }

  /** Of a pattern that goes through queues. */
  public static PatternDescription ofQueues(
      String id, String title, String summary, List<String> queues, List<String> endpoints) {
    return of(id, title, summary, "queueing", List.of(), queues, endpoints);
  }

  /** Of a pattern that goes through an exchange, to queues that its subscribers own. */
  public static PatternDescription ofExchange(
      String id, String title, String summary, String exchange, List<String> endpoints) {
    return of(id, title, summary, "publish-subscribe", List.of(exchange), List.of(), endpoints);
  }

  /** Of a pattern that every broker has, with its page where pages are. */
  public static PatternDescription of(
      String id,
      String title,
      String summary,
      String category,
      List<String> exchanges,
      List<String> queues,
      List<String> endpoints) {
    String page = "docs/patterns/" + id + ".md";
    return new PatternDescription(
        id, title, summary, category, exchanges, queues, endpoints, null, page);
  }
}

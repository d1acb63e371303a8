package dev.warren.messaging.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with one field or parameter.
 *
 * @param field its name, dotted for a nested one
 * @param message what is wrong, to be read after the name: "must not be empty"
 */
public record FieldProblem(String field, String message) {

  static String describe(List<FieldProblem> problems) {
    return problems.stream()
        .map(problem -> problem.field() + " " + problem.message())
        .collect(Collectors.joining("; "));
  }
}

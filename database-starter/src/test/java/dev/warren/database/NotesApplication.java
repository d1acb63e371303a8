package dev.warren.database;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with a table. */
@SpringBootApplication
class NotesApplication {

  @RestController
  static class Notes {

    private final JdbcClient jdbc;

    Notes(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @GetMapping("/notes")
    int count() {
      return jdbc.sql("select count(*) from note").query(Integer.class).single();
    }

    @PostMapping("/notes")
    int add(@RequestBody String text) {
      return jdbc.sql("insert into note (text) values (?)").param(text).update();
    }

    @GetMapping("/mistake")
    int mistake() {
      return jdbc.sql("select count(*) from notes").query(Integer.class).single();
    }
  }
}

package dev.warren.logsubscriber.receivers;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The file that messages are written to.
 *
 * @param directory where {@code logs_from_rabbit.log} is. Default is {@code
 *     logs/log-subscriber-<port>}, so that replicas on one machine do not share it.
 * @param maxSize how long the file grows before it is rolled. Default is 10 MB.
 * @param maxFiles how many rolled files are kept; with the default of 4 all of them together take
 *     about 50 MB.
 */
@Validated
@ConfigurationProperties("warren.log-file")
public record LogFileProperties(
    Path directory,
    @DefaultValue("10MB") DataSize maxSize,
    @DefaultValue("4") @Min(1) @Max(20) int maxFiles) {}

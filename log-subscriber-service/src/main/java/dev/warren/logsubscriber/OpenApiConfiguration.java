package dev.warren.logsubscriber;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.context.annotation.Configuration;

/** What the Swagger page says of this service. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Warren: log subscriber",
            version = "1",
            description =
                "Receives from the fanout, direct, topic and headers exchanges of the tutorials,"
                    + " twice each: one receiver writes to the screen, one to a file. Further"
                    + " subscriptions can be made and ended here while it runs. What arrives is"
                    + " live and delivered at most once."))
class OpenApiConfiguration {}

package dev.warren.rpcfib;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says about itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Warren RPC server")
                .description(
                    "Computes Fibonacci numbers for requests in rpc_queue. This API only tells how"
                        + " many.")
                .version("v1"));
  }
}

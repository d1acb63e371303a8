# One image per service: docker build --build-arg MODULE=worker-service .   (docker-compose.yml builds all four)

# All jars at once, in a stage that does not know MODULE: the four images share it. Tests belong to
# `mvn verify`, which has a broker.
FROM maven:3.9-eclipse-temurin-25 AS jars
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress --also-make \
        --projects producer-service,worker-service,log-subscriber-service,rpc-fib-service \
        -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre AS layers
ARG MODULE
WORKDIR /layers
COPY --from=jars /build/${MODULE}/target/${MODULE}-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
ARG MODULE
LABEL org.opencontainers.image.title="Warren ${MODULE}" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
# from what changes least to what changes most
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY docker/healthcheck /usr/local/bin/
# Inside the container only; docker-compose.yml publishes the port on 127.0.0.1.
ENV WARREN_ADDRESS=0.0.0.0 WARREN_PORT=8080
EXPOSE 8080
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=180s --retries=6 CMD ["healthcheck"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-jar", "app.jar"]

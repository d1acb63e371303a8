# One image per service: docker build --build-arg MODULE=worker-service .   (docker-compose.yml builds them all)
# What only the one who builds knows is a label of his: --label org.opencontainers.image.revision=$(git rev-parse HEAD)

# of pom.xml
ARG VERSION=0.1.0-SNAPSHOT
# The mode in which the services start fastest, and that of the demo. For those that will have keys: api-keys
ARG SECURITY_MODE=open
# docker-compose.release.yml has these by their digests
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25
ARG JRE_IMAGE=eclipse-temurin:25-jre

# All jars at once, in a stage that does not know MODULE: the images share it. Tests belong to
# `mvn verify`, which has a broker. Each service's context is generated too: docs/adr/0025-generated-contexts.md
FROM ${MAVEN_IMAGE} AS jars
ARG SECURITY_MODE
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress --also-make \
        --projects producer-service,worker-service,log-subscriber-service,rpc-fib-service,front-door \
        --activate-profiles generated-context -Dgenerated.security-mode=${SECURITY_MODE} -Dmaven.test.skip=true package

# What stands in front of the replicas in Compose: docker build --target front-door .
FROM ${JRE_IMAGE} AS front-door
ARG VERSION
LABEL org.opencontainers.image.title="Warren front-door" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
COPY --from=jars /build/front-door/target/front-door-*.jar front-door.jar
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s CMD ["bash", "-c", ": </dev/tcp/127.0.0.1/8080"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-Xss256k", "-jar", "front-door.jar"]

FROM ${JRE_IMAGE} AS layers
ARG MODULE
WORKDIR /layers
COPY --from=jars /build/${MODULE}/target/${MODULE}-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination extracted

FROM ${JRE_IMAGE} AS service
WORKDIR /app
# from what changes least to what changes most
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY docker/healthcheck /usr/local/bin/
COPY docker/java.options ./
# Inside the container only; docker-compose.yml publishes the ports on 127.0.0.1. Health and metrics have the second one.
ENV WARREN_ADDRESS=0.0.0.0 WARREN_PORT=8080 WARREN_MANAGEMENT_PORT=8090

# The start up to the point where it would connect: no broker is needed, nothing listens.
# https://docs.spring.io/spring-boot/reference/packaging/aot-cache.html
FROM service AS training
ARG SECURITY_MODE
# to this key there is none
RUN WARREN_ADDRESS=127.0.0.1 WARREN_SECURITY_MODE=${SECURITY_MODE} java @java.options -XX:AOTCacheOutput=app.aot \
    -Dspring.context.exit=onRefresh "-Dwarren.security.api-keys=training admin $(printf %064d 0)" -jar app.jar

FROM service
ARG MODULE
ARG VERSION
LABEL org.opencontainers.image.title="Warren ${MODULE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=training /app/app.aot ./
EXPOSE 8080 8090
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=180s --retries=6 CMD ["healthcheck"]
ENTRYPOINT ["java", "@java.options", "-XX:AOTCache=app.aot", "-jar", "app.jar"]

# Sourced: the suite as containers, with a broker of three nodes.
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/docker.sh
. "$root/launcher/docker.sh"

compose_files+=(--file "$root/docker-compose.cluster.yml")
broker_nodes=(rabbitmq rabbitmq-2 rabbitmq-3)

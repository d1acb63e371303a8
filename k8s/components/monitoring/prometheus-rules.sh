#!/usr/bin/env bash
# Prints the rules of observability/rules as PrometheusRules: kustomize cannot make YAML of a file's text.
#   k8s/components/monitoring/prometheus-rules.sh > k8s/components/monitoring/prometheus-rules.yaml
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../../observability/rules"

echo "# Made by prometheus-rules.sh from observability/rules. A test compares them."
for file in *.yml; do
  cat <<END
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: warren-${file%.yml}
  labels:
    app.kubernetes.io/part-of: warren
spec:
END
  sed 's/^\(.\)/  \1/' "$file"
done

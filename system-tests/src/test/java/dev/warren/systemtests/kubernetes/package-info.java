/**
 * The manifests in {@code k8s}, checked without a cluster: against Kubernetes' own model, against
 * what its operators document, against our policy for pods, and against the broker's files that
 * Compose uses. Every check reads the files themselves; where {@code kubectl} is installed, it
 * reads what {@code kubectl kustomize} makes of them as well.
 */
@NullMarked
package dev.warren.systemtests.kubernetes;

import org.jspecify.annotations.NullMarked;

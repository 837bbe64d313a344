#!/usr/bin/env bash
# What the integration tests need besides npm: Java and Maven for a real Kafka, kcat for a foreign subscriber, nginx for the
# one address. Chromium shows the pages. Debian's packages, only those that are missing.
set -euo pipefail

declare -A package=([java]=default-jre-headless [mvn]=maven [kcat]=kcat [nginx]=nginx-light [chromium]=chromium)
missing=()
for tool in "${!package[@]}"; do command -v "$tool" >/dev/null || missing+=("${package[$tool]}"); done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
export DEBIAN_FRONTEND=noninteractive
as_root apt-get update -qq
# Run level 1: packages start no service.
as_root env RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

# Sourced: the services' jars, built again only when their sources changed.
# shellcheck shell=bash disable=SC2154,SC2034

require_java() {
  local version
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" >/dev/null || die "no java found: install a JDK 17 or newer, or point JAVA_HOME at one"
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p')
  ((${version:-0} >= 17)) || die "$java is version ${version:-unknown}: Warren needs a JDK 17 or newer; point JAVA_HOME at one"
}

require_maven() {
  local major minor
  command -v "${JAVA_HOME:+$JAVA_HOME/bin/}javac" >/dev/null || die "no javac found: building Warren needs a JDK, not only a JRE"
  command -v mvn >/dev/null || die "no mvn found: building Warren needs Maven 3.8 or newer"
  read -r major minor < <(mvn -B -v 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p') || true
  ((${major:-0} * 100 + ${minor:-0} >= 308)) || die "mvn is version ${major:-?}.${minor:-?}: building Warren needs Maven 3.8 or newer"
}

# Sets $jars to a folder with the four jars. Each build has a folder of its own, so that a running service never sees
# its jar replaced.
ensure_jars() {
  local stamp service
  if [[ ${WARREN_SKIP_BUILD:-} == true ]]; then
    stamp=$(for service in "${services[@]}"; do cat "$(jar_of "$service")" || exit; done | cksum | tr ' ' -) ||
      die "WARREN_SKIP_BUILD=true takes the jars that are there, and one is missing"
  else
    stamp=$(cd "$root" && find pom.xml .mvn messaging-contracts messaging-starter security-starter database-starter "${services[@]}" \
      -name target -prune -o -path '*/src/test' -prune -o -type f -exec cksum {} + | LC_ALL=C sort | cksum | tr ' ' -)
  fi
  jars=$home/jars/$stamp
  if [[ -d $jars ]]; then return; fi
  if [[ ${WARREN_SKIP_BUILD:-} != true ]]; then build; fi
  keep_jars
}

build() {
  local log=$home/logs/build.log modules
  require_maven
  mkdir -p "$home/logs"
  modules=$(IFS=, && echo "${services[*]}")
  say "Building the services (Maven's output is in $log) ..."
  # Tests and the format check belong to ./warren test.
  if ! (cd "$root" && mvn -B -am -pl "$modules" -Dmaven.test.skip=true -Dspotless.check.skip=true package </dev/null 2>&1) |
    tee "$log" | build_progress; then
    tail -n 40 "$log" >&2
    die "the build failed; its end is above, all of it in $log"
  fi
}

# One line per module, and one per hundred downloads, so that a first build is seen to live.
build_progress() {
  local line module downloads=0
  while IFS= read -r line; do
    case $line in
      *'] Building '*' ['*/*']'*) 
        module=${line#*Building }
        say "  ${line##* } ${module%% *}"
        ;;
      *'Downloaded from '*)
        downloads=$((downloads + 1))
        if ((downloads % 100 == 0)); then say "        $downloads files downloaded"; fi
        ;;
    esac
  done
}

keep_jars() {
  local service new=$home/jars/new.$$
  rm -rf "$new"
  mkdir -p "$new"
  for service in "${services[@]}"; do
    cp "$(jar_of "$service")" "$new/$service.jar" || die "there is no $(jar_of "$service")"
  done
  mv "$new" "$jars"
}

# Of the version that the pom has now: a target folder keeps the jars of earlier ones.
jar_of() { # SERVICE
  local version
  version=$(sed -n '/<version>/{s|.*<version>\(.*\)</version>.*|\1|p;q;}' "$root/$1/pom.xml")
  echo "$root/$1/target/$1-$version.jar"
}

# A program of system-tests, as a plain Java process in the place of this one.
run_system_tests() { # CLASS ARGS...
  local target=$root/system-tests/target
  require_java
  require_maven
  if [[ ${WARREN_SKIP_BUILD:-} != true ]]; then
    say "Building the services and the system tests ..."
    (cd "$root" && mvn -q -B -am -pl system-tests -DskipTests -Dspotless.check.skip=true package </dev/null >&2)
  fi
  cd "$root" || exit 1
  exec "$java" -cp "$target/test-classes:$(cat "$target/class-path")" "$@"
}

# All but those that run and the newest.
remove_old_jars() {
  local folder used
  used=" $jars $(cat "$home"/services/*/jars 2>/dev/null | tr '\n' ' ' || true)"
  for folder in "$home"/jars/*; do
    if [[ $used != *" $folder "* ]]; then rm -rf "$folder"; fi
  done
}

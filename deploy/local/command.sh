# What backup and restore have in common; made to be sourced.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

run() {
  local class=$1 argument java
  shift
  for argument in "$@"; do
    case $argument in --help | -h) usage && exit 0 ;; esac
  done
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  if [ ! -f "$root/deploy/local/target/local.jar" ]; then
    echo 'Nothing is built here yet. deploy/up builds; ./mvnw -DskipTests package does too.' >&2
    exit 2
  fi
  exec "$java" -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 \
    -Dhelpathand.repository="$root" \
    -cp "$root/deploy/local/target/local.jar:$root/deploy/local/target/lib/*" "$class" "$@"
}

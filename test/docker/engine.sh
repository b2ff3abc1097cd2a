#!/usr/bin/env bash
# A real Docker engine for tests: docker, buildx (with `docker build --check`) and a registry, from Debian packages.
#   engine.sh packages                the Debian packages to install first, one a line
#   engine.sh install DIR             unpack the engine into DIR/packages and prepare the seed's base system in DIR/seed-root
#   engine.sh serve DIR [PORT]        run an engine of its own (and a registry on 127.0.0.1:PORT) until standard input
#                                     closes; prints `ready {…}` with its environment; all it made is gone afterwards
#   engine.sh small-base DIR TAG...   import a 2 MB busybox base image      (with serve's environment)
#   engine.sh seed-base DIR TAG...    import a Debian with Python, pip and Django, in which the seed's Dockerfile
#                                     builds and serves without a network   (with serve's environment)
# Root on Debian. The engine has its socket, data, bridge and client configuration to itself; containers reach no other
# machine, and an image that is not local fails at once.
set -euo pipefail
suite=${DOCKER_TEST_SUITE:-forky} # bookworm's docker has no buildx

say() { echo "engine: $*" >&2; }
die() { say "$*"; exit 1; }
mirror() { apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1; }

# runc of the newer suites needs a newer libc than bookworm's: the machine's own. iptables: name lookup between
# containers on a user network, whose rules dockerd sets inside the container's own namespace.
packages() { printf '%s\n' runc iptables iproute2 procps curl ca-certificates busybox-static docker-registry debootstrap; }

install_engine() {
  local pkg=$1 from d b
  [ ! -e "$pkg/root" ] || return 0
  rm -rf "$pkg" && mkdir -p "$pkg"/{debs,new,apt/lists/partial,apt/cache/archives/partial,apt/none}
  from=$(mirror)
  [ -n "$from" ] || die 'no Debian mirror is configured'
  # the mirror that this machine already uses, asked for another suite, in lists of our own
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $from $suite main" >"$pkg/apt/sources.list"
  local o=(-o Dir::Etc::sourcelist="$pkg/apt/sources.list" -o Dir::Etc::sourceparts="$pkg/apt/none"
    -o Dir::State::Lists="$pkg/apt/lists" -o Dir::Cache="$pkg/apt/cache" -o Dir::Etc::preferencesparts="$pkg/apt/none"
    -o Acquire::Languages=none -o Acquire::Retries=3 -o APT::Sandbox::User=root)
  apt-get "${o[@]}" -qq update
  (cd "$pkg/debs" && apt-get "${o[@]}" -qq download {docker.io,docker-cli,docker-buildx,containerd,tini-static}/"$suite")
  for d in "$pkg"/debs/*.deb; do dpkg -x "$d" "$pkg/new"; done
  for b in sbin/dockerd sbin/docker-proxy bin/docker bin/containerd bin/containerd-shim-runc-v2 libexec/docker/cli-plugins/docker-buildx; do
    ! ldd "$pkg/new/usr/$b" 2>&1 | grep 'not found' || die "$b of $suite does not run on this system"
  done
  rm -rf "$pkg/debs" "$pkg/apt"
  mv "$pkg/new" "$pkg/root"
}

install_seed() {
  local seed=$1
  [ ! -e "$seed" ] || return 0
  rm -rf "$seed.new"
  mkdir -p "$seed.new"
  debootstrap --variant=minbase --include=python3,python3-pip,python3-dev,python3-django bookworm "$seed.new" "$(mirror)" >"$seed.log" 2>&1 ||
    { tail -5 "$seed.log" >&2; die 'debootstrap failed'; }
  rm -rf "$seed.new"/var/cache/apt/archives/*.deb "$seed.log"
  : >"$seed.new/etc/apt/sources.list" # nothing to ask: no waiting for a network that is not there
  mv "$seed.new" "$seed"
}

# A bridge of our own on the first private network that nothing here uses: other engines may run beside this one.
# Creating the link is what claims the number, so two of these scripts never take the same.
claim_bridge() {
  local n
  for n in {200..249}; do
    ip link add "slipway$n" type bridge 2>/dev/null || continue
    if [ -z "$(ip route show "172.30.$n.0/24")" ]; then
      bridge=slipway$n
      ip addr add "172.30.$n.1/24" dev "$bridge"
      ip link set "$bridge" up
      return
    fi
    ip link del "slipway$n"
  done
  die 'no free bridge'
}

cmdline() { { tr '\0' ' ' <"/proc/$1/cmdline"; } 2>/dev/null || true; }

cleanup() {
  trap '' INT TERM HUP
  local p i
  [ -z "$registry" ] || kill "$registry" 2>/dev/null || true
  # containers first, and hard: one that ignores SIGTERM would hold dockerd's exit up for 10 s and more
  for p in $(cat "$run"/exec/containerd/daemon/io.containerd.runtime.v2.task/moby/*/init.pid 2>/dev/null || true); do
    kill -KILL "$p" 2>/dev/null || true
  done
  if [ -n "$dockerd" ] && kill -TERM "$dockerd" 2>/dev/null; then
    for ((i = 0; i < 300; i++)); do kill -0 "$dockerd" 2>/dev/null || break; sleep 0.1; done
    kill -KILL "$dockerd" 2>/dev/null && say "dockerd $dockerd had to be killed" || true
  fi
  # a dockerd that was killed leaves shims, perhaps containerd: each names our folder
  for p in /proc/[0-9]*; do
    if cmdline "${p#/proc/}" | grep -qE -- " (--config|-address) $run/exec/"; then kill -KILL "${p#/proc/}" 2>/dev/null || true; fi
  done
  # dockerd leaves a mount of its network namespaces behind
  awk -v d="$run/" 'index($2, d) == 1 {print $2}' /proc/mounts | tac | xargs -r -n1 umount || true
  [ -z "$bridge" ] || ip link del "$bridge" 2>/dev/null || true
  # what dockerd and we switched in the kernel goes back to what it was
  [ -z "$forward" ] || sysctl -qw "net.ipv4.ip_forward=$forward" "net.ipv4.conf.default.forwarding=$forward_default" || true
  rm -rf "$run"
}

await_answer() { # PID WHAT CURL_ARGUMENT...
  local i pid=$1 what=$2
  for ((i = 0; i < 600; i++)); do
    ! curl -sf --max-time 5 -o /dev/null "${@:3}" 2>/dev/null || return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.05
  done
  tail -20 "$run/$what.log" >&2
  die "$what does not answer"
}

serve() {
  local dir=$1 port=${2:-}
  local root=$dir/packages/root
  bridge='' forward='' dockerd='' registry=''
  mkdir -p "$dir"
  run=$(mktemp -d "$dir/run.XXXXXX")
  trap cleanup EXIT
  trap 'exit 143' INT TERM HUP
  mkdir -p "$run/config/cli-plugins" "$run/old-config"
  echo '{}' >"$run/config/config.json"
  echo '{}' >"$run/old-config/config.json" # of a client without buildx
  echo '{}' >"$run/daemon.json"            # not /etc/docker/daemon.json
  ln -s "$root/usr/libexec/docker/cli-plugins/docker-buildx" "$run/config/cli-plugins/docker-buildx"
  forward=$(sysctl -n net.ipv4.ip_forward) forward_default=$(sysctl -n net.ipv4.conf.default.forwarding)
  claim_bridge
  # No iptables, no masquerading: published ports work through docker-proxy. The HTTP proxy is a closed loopback port:
  # an image name that is not local fails at once, and no question leaves the machine; loopback registries are exempt.
  env PATH="$root/usr/sbin:$root/usr/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
    HTTP_PROXY=http://127.0.0.1:9 HTTPS_PROXY=http://127.0.0.1:9 NO_PROXY=localhost,127.0.0.0/8,::1 \
    setsid dockerd --config-file="$run/daemon.json" --host="unix://$run/docker.sock" --data-root="$run/data" \
    --exec-root="$run/exec" --pidfile="$run/docker.pid" --bridge="$bridge" \
    --iptables=false --ip6tables=false --ip-masq=false --dns=127.0.0.1 >"$run/dockerd.log" 2>&1 </dev/null &
  dockerd=$!
  await_answer "$dockerd" dockerd --unix-socket "$run/docker.sock" http://d/_ping
  # no forwarding from the bridge, nor from bridges made later: nothing a container sends leaves the machine
  # (--ip-forward=false would do it too, but then every `docker run` prints a warning)
  sysctl -qw "net.ipv4.conf.$bridge.forwarding=0" net.ipv4.conf.default.forwarding=0
  if [ -n "$port" ]; then
    # Debian's own configuration listens on every address: not used
    printf '%s\n' 'version: 0.1' 'log: {level: warn}' "storage: {filesystem: {rootdirectory: $run/registry}}" \
      "http: {addr: \"127.0.0.1:$port\"}" >"$run/registry.yml"
    setsid docker-registry serve "$run/registry.yml" >"$run/registry.log" 2>&1 </dev/null &
    registry=$!
    await_answer "$registry" registry "http://127.0.0.1:$port/v2/"
  fi
  printf 'ready {"DOCKER_HOST":"unix://%s","DOCKER_CONFIG":"%s","OLD_DOCKER_CONFIG":"%s","BIN":"%s"}\n' \
    "$run/docker.sock" "$run/config" "$run/old-config" "$root/usr/bin"
  cat >/dev/null
}

import_image() { # TAG... < tar
  docker import "${changes[@]}" - "$1" >/dev/null
  local first=$1 tag
  for tag in "${@:2}"; do docker tag "$first" "$tag"; done
}

path='ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

small_base() {
  local t a
  t=$(mktemp -d)
  trap 'rm -rf "$t"' EXIT
  mkdir -p "$t"/{bin,etc,root,tmp,var,usr/bin}
  chmod 1777 "$t/tmp"
  cp "$(command -v busybox)" "$t/bin/busybox"
  for a in $("$t/bin/busybox" --list); do [ "$a" = busybox ] || ln -s busybox "$t/bin/$a"; done
  printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n' >"$t/etc/passwd"
  printf 'root:x:0:\nnogroup:x:65534:\n' >"$t/etc/group"
  changes=(-c 'CMD ["/bin/sh"]' -c "$path")
  tar -C "$t" --owner=0 --group=0 -c . | import_image "$@"
  rm -rf "$t"
  trap - EXIT
}

seed_base() {
  changes=(-c "$path PIP_BREAK_SYSTEM_PACKAGES=1")
  tar -C "$1" -c . | import_image "${@:2}"
}

case "${1:-}" in
  packages) packages ;;
  install) mkdir -p "$2" && install_engine "$2/packages" && install_seed "$2/seed-root" ;;
  serve) serve "${@:2}" ;;
  small-base) small_base "${@:3}" ;;
  seed-base) seed_base "$2/seed-root" "${@:3}" ;;
  *) sed -n '2,12p' "$0"; exit 2 ;;
esac

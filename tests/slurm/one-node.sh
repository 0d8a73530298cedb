#!/usr/bin/env bash
# A Slurm of one node for the length of one command:
#   bash tests/slurm/one-node.sh COMMAND [ARGUMENT...]
# COMMAND runs in this folder and finds the cluster through SLURM_CONF. The exit code is that of COMMAND, or 75 if the cluster did not start; then the
# ends of the daemons' logs are printed, as they are whenever COMMAND fails. The daemons are those of Debian's slurmctld, slurmd, slurm-client and
# munge, started by hand by whoever runs this, root or not, with keys, sockets, ports, state and logs of their own: several clusters do not meet, and
# nothing of the host's Slurm is touched. When this script ends, killed or not, a process of its own session ends whatever belongs to the cluster and
# deletes its folder.
set -euo pipefail

usage=2 unavailable=75
mark=LCN_ONE_NODE

# The processes of the cluster: they carry its mark in their environment, or hold a file of its folder open.
members() {
  local entry
  {
    grep -lzFx "$mark=$1" /proc/[0-9]*/environ 2>/dev/null || true
    find /proc/[0-9]*/fd /proc/[0-9]*/cwd -lname "$1/*" 2>/dev/null || true
  } | while IFS=/ read -r _ _ entry _; do echo "$entry"; done | sort -un | grep -vx "$$" || true
}

# Ends the processes of the cluster, the first second by asking, and deletes its folder.
clean() {
  local folder=$1 round pid left
  for round in $(seq 50); do
    mapfile -t left < <(members "$folder")
    [ "${#left[@]}" -gt 0 ] || break
    for pid in "${left[@]}"; do kill -s "$([ "$round" -le 3 ] && echo TERM || echo KILL)" "$pid" 2>/dev/null || true; done
    sleep 0.2
  done
  rm -rf "$folder"
}

# Waits until standard input ends, because nobody holds its other end any more, then cleans up.
keep() {
  trap '' HUP INT TERM
  cd /
  read -r _ || true
  exec </dev/null # what starts here holds nothing of the folder
  clean "$1"
}

if [ "${1:-}" = --keep ]; then keep "$2"; exit 0; fi
[ $# -gt 0 ] || { echo "usage: bash tests/slurm/one-node.sh COMMAND [ARGUMENT...]" >&2; exit "$usage"; }

for program in munged slurmctld slurmd sbatch; do
  PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null && continue
  echo "$program is not on this machine. Install it: apt-get install -y slurmctld slurmd slurm-client munge" >&2
  exit "$unavailable"
done
export PATH="$PATH:/usr/sbin:/sbin"
user=$(id -un 2>/dev/null) || { echo "Slurm runs only for users with a name; /etc/passwd has none for $(id -u)." >&2; exit "$unavailable"; }

# The path of a socket has at most 107 bytes.
folder=$(mktemp -d "${TMPDIR:-/tmp}/lcn-slurm-XXXXXX")
if [ "${#folder}" -gt 60 ]; then rmdir "$folder"; folder=$(mktemp -d -p /tmp lcn-slurm-XXXXXX); fi
mkfifo "$folder/alive"
exec 9<>"$folder/alive" 8<"$folder/alive"
(setsid bash "${BASH_SOURCE[0]}" --keep "$folder" <&8 >/dev/null 2>&1 8<&- 9>&- &)
exec 8<&-

finish() {
  local code=$?
  trap - EXIT
  if [ "$code" -ne 0 ]; then
    for log in munged slurmctld slurmd; do
      for text in "$folder/$log.log" "$folder/$log.err"; do
        [ -s "$text" ] || continue
        printf -- '-- the end of %s\n' "$text" >&2
        tail -n 25 "$text" >&2
        break
      done
    done
  fi
  exec 9>&-
  for _ in $(seq 150); do [ -d "$folder" ] || exit "$code"; sleep 0.1; done
  clean "$folder"
  exit "$code"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

wait_for() { # SECONDS COMMAND...
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}

alive() { kill -0 "$1" 2>/dev/null; }
daemon() { # NAME COMMAND...: in the background; its id is in $pid. Standard error holds what comes before there is a log
  local log="$folder/$1.err"
  shift
  env "$mark=$folder" SLURM_CONF="$folder/slurm.conf" "$@" </dev/null >>"$log" 2>&1 9>&- &
  pid=$!
}

give_up() { echo "The one-node Slurm did not start: $*" >&2; exit "$unavailable"; }

# The key is read by its owner alone; the socket is found by all, but in a folder that only the owner lists.
chmod 711 "$folder"
mkdir -m 700 "$folder/state" "$folder/spool"
(umask 077; head -c 1024 /dev/urandom >"$folder/munge.key")
daemon munged munged --foreground --force --num-threads=2 --key-file="$folder/munge.key" --socket="$folder/munge.socket" \
  --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" --seed-file="$folder/munge.seed"
wait_for 20 test -S "$folder/munge.socket" || give_up "munged has no socket"

free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 10000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

configure() { # the host's name need not be known to anyone, and there need be no control groups
  local host
  host=$(uname -n)
  cat >"$folder/slurm.conf" <<END
ClusterName=$(basename "$folder" | tr 'A-Z' 'a-z')
SlurmctldHost=${host%%.*}(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
CryptoType=crypto/munge
AuthInfo=socket=$folder/munge.socket,cred_expire=5
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1
SlurmdParameters=config_overrides
EnforcePartLimits=ALL
MpiDefault=none
ReturnToService=2
NodeName=node NodeHostname=${host%%.*} NodeAddr=127.0.0.1 CPUs=2 RealMemory=16000 State=UNKNOWN
PartitionName=all Nodes=node Default=YES MaxTime=INFINITE State=UP
END
}

export SLURM_CONF="$folder/slurm.conf"
started=0
for attempt in 1 2 3 4 5; do # another program may have taken a port in the meantime
  configure
  daemon slurmctld slurmctld -D; controller=$pid
  daemon slurmd slurmd -D; worker=$pid
  running() { alive "$controller" && alive "$worker"; }
  for _ in $(seq 600); do
    running || break
    if timeout 5 sinfo -h -o %t 2>/dev/null | grep -qx idle; then started=1; break; fi
    sleep 0.1
  done
  [ "$started" -eq 0 ] || break
  running && give_up "the node is not idle after a minute: $(timeout 5 sinfo -N -l 2>&1 | tail -n 2)"
  kill -KILL "$controller" "$worker" 2>/dev/null || true
  wait "$controller" "$worker" 2>/dev/null || true
done
[ "$started" -eq 1 ] || give_up "a daemon ended at once, five times"

# In the background, so that a signal to this script is heard while the command runs.
env "$mark=$folder" "$@" <&0 9>&- &
command=$!
trap 'kill -TERM "$command" 2>/dev/null; exit 143' TERM
code=0
wait "$command" || code=$?
exit "$code"

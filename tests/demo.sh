# The main job on a real article: append it, then ask what happened, who said what when, and for a digest.
# Called by `make demo`; BIN is where the command is, and the log it makes is thrown away.
set -eu
BIN=${BIN:?}
ARTICLE=$(cd "$(dirname "$0")" && pwd)/golden/seed/article.txt
TIMELINE_DB=$(mktemp -d)/demo.duckdb
export TIMELINE_DB
trap 'rm -rf "$(dirname "$TIMELINE_DB")"' EXIT

say() {
    printf '\n$ timeline %s\n' "$*"
    "$BIN/timeline" "$@"
}

say append --source Seed "$ARTICLE"
say show --format table
say quotes --format table
say digest
say verify
printf '\nThe same as pages in a browser, at http://127.0.0.1:8000/ until Ctrl-C:\n'
printf '  %s/timeline append --db demo.duckdb --source Seed %s\n' "$BIN" "${ARTICLE#"$(pwd)"/}"
printf '  %s/timeline serve --db demo.duckdb\n\nThe README goes on from here.\n' "$BIN"

#!/usr/bin/env bash
# Puts a real VS Code server (workbench and extension host), taken out of the npm package code-server, and the Node
# it needs into a folder:   install-vscode.sh DIR CODE_SERVER_VERSION
# Needs npm and tar; no compiler, and no package's install script is run. Whole or not at all: DIR appears at the end.
set -euo pipefail
dir=$1 version=$2
node_version=${VSCODE_HOST_NODE_VERSION:-24.21.0} # code-server 4.133 and newer want Node 24
case $(uname -m) in x86_64) arch=x64 ;; aarch64 | arm64) arch=arm64 ;; *) echo "no VS Code host for $(uname -m)" >&2; exit 1 ;; esac
[ ! -e "$dir" ] || exit 0
mkdir -p "$(dirname "$dir")"
tmp=$(mktemp -d "$dir.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
new=$tmp/host
mkdir "$new"
(cd "$tmp" && npm pack --silent "code-server@$version" >/dev/null && npm pack --silent "node-linux-$arch@$node_version" >/dev/null)
tar -xzf "$tmp/code-server-$version.tgz" -C "$tmp" package/lib/vscode
mv "$tmp/package/lib/vscode" "$new/vscode"
tar -xzf "$tmp/node-linux-$arch-$node_version.tgz" -C "$tmp" package/bin/node
mv "$tmp/package/bin/node" "$new/node"
cd "$new/vscode"
# its lock file lacks one peer: --legacy-peer-deps; native parts ship prebuilt or are optional: --ignore-scripts
flags=(--loglevel=error --omit=dev --ignore-scripts --legacy-peer-deps)
npm ci "${flags[@]}" >"$tmp/npm.log" 2>&1 || npm install "${flags[@]}" >>"$tmp/npm.log" 2>&1 || { cat "$tmp/npm.log" >&2; exit 1; }
# a workbench without AI uses none of this: 260 MB
rm -rf node_modules/@github node_modules/@microsoft/mxc-sdk extensions/copilot extensions/mermaid-markdown-features
if [ -d node_modules/@vscode/ripgrep-universal/bin ]; then
  find node_modules/@vscode/ripgrep-universal/bin -mindepth 1 -maxdepth 1 ! -name "linux-$arch" -exec rm -rf {} +
fi
# Two native parts come without a binary. Both are side matters, so plain JavaScript does their work:
# the log file writer, and the watchdog that ends the extension host when the server is gone.
cat >node_modules/@vscode/spdlog/index.js <<'JS'
const fs = require('fs'), path = require('path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
class Logger {
  constructor(type, name, file) { this.name = name; this.file = file; this.level = 2; this.pattern = true; }
  _write(level, text) {
    if (level < this.level || !this.file) return;
    try { fs.appendFileSync(this.file, this.pattern ? `${new Date().toISOString()} [${names[level]}] ${text}\n` : text); } catch { }
  }
  trace(m) { this._write(0, m); } debug(m) { this._write(1, m); } info(m) { this._write(2, m); }
  warn(m) { this._write(3, m); } error(m) { this._write(4, m); } critical(m) { this._write(5, m); }
  getLevel() { return this.level; } setLevel(l) { this.level = l; } setPattern() { }
  clearFormatters() { this.pattern = false; } flush() { } drop() { }
}
exports.version = 0; exports.Logger = Logger; exports.setLevel = () => { }; exports.setFlushOn = () => { };
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger('rotating', name, file);
};
JS
watchdog=node_modules/@vscode/native-watchdog
[ -d "$watchdog" ] || watchdog=node_modules/native-watchdog
cat >"$watchdog/index.js" <<'JS'
exports.start = pid => { setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 3000).unref(); };
exports.exit = code => process.exit(code || 0);
JS
mv "$new" "$dir"

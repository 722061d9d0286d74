// Makes a fresh clone ready to run: checks Node, installs what is missing, builds when sources changed.
// Plain JavaScript without dependencies, because it runs before there are any. Speaks on stderr only, so that what
// a command prints on stdout stays data. Costs a few milliseconds when there is nothing to do.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)
const say = (line) => process.stderr.write(`${line}\n`)

/** Brings the checkout into a state in which `dist/main.js` can be imported. Ends the process where it cannot. */
export function prepare() {
  checkNode()
  installWhatIsMissing()
  buildWhatChanged()
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 12)) return
  stop(
    `需要 Node.js 20.12 或更新版本，现在是 ${process.versions.node}。请到 https://nodejs.org 安装新版后再运行。\n` +
      `Node.js 20.12 or newer is needed, this is ${process.versions.node}. Please install it from https://nodejs.org.`,
  )
}

function installWhatIsMissing() {
  const lock = readFileSync(at('package-lock.json'))
  // The native SQLite module fits one version of Node's ABI only, so the ABI is part of the stamp.
  const abi = `abi ${process.versions.modules}`
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${abi}`
  const stampFile = at('node_modules', '.prepared')
  const before = readIfThere(stampFile)
  if (before === stamp) return
  if ((before === undefined || before.endsWith(abi)) && isInstalled(JSON.parse(lock))) {
    writeFileSync(stampFile, stamp)
    return
  }
  say(
    '首次运行：正在安装依赖，其中 SQLite 可能要编译 1–3 分钟…… (installing packages; SQLite may compile for 1-3 min)',
  )
  const begun = Date.now()
  // Development packages are part of it: TypeScript builds the program on this machine.
  npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(stampFile, stamp)
  say(`依赖已装好，用时 ${Math.round((Date.now() - begun) / 1000)} 秒 (installed)`)
}

/** True where npm's own record says that exactly what the lock file names is there; npm writes it last. */
function isInstalled(lock) {
  const hidden = readIfThere(at('node_modules', '.package-lock.json'))
  if (hidden === undefined) return false
  const there = JSON.parse(hidden).packages
  return Object.entries(lock.packages).every(
    ([name, wanted]) => name === '' || wanted.optional || there[name]?.version === wanted.version,
  )
}

function npm(args) {
  // Inside `npm start` npm tells where it is; that also works where `npm` is a .cmd file that cannot be spawned.
  const cli = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', process.stderr, process.stderr] }
  const ran = cli
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (ran.status === 0) return
  stop(
    '依赖没有装好，原因见上。请检查网络与磁盘空间后重新运行同一命令，已有的数据不受影响。\n' +
      'The packages could not be installed; see above. Check network and disk, then run the same command again.',
  )
}

function buildWhatChanged() {
  const stamp = sourcesStamp()
  const stampFile = at('dist', '.built')
  if (readIfThere(stampFile) === stamp) return
  say('正在构建…… (building)')
  // Built beside and moved into place: a program that runs meanwhile never sees half a build.
  // A sibling, because the source maps tell where the sources are from there.
  const fresh = at(`.dist-${process.pid}`)
  const rolldown = at('node_modules', 'rolldown', 'bin', 'cli.mjs')
  const args = [rolldown, '--config', at('rolldown.config.mjs'), '--dir', fresh]
  // What it made is of no interest, only what it complains of.
  const ran = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', process.stderr] })
  if (ran.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    stop('构建失败，原因见上；请恢复被改动的源文件后重试。 (build failed, see above)')
  }
  mkdirSync(fresh, { recursive: true })
  writeFileSync(join(fresh, '.built'), stamp)
  const old = at('node_modules', `.dist-${process.pid}-old`)
  if (existsSync(at('dist'))) renameSync(at('dist'), old)
  renameSync(fresh, at('dist'))
  rmSync(old, { recursive: true, force: true })
}

/** Names, sizes and times of everything the build reads. */
function sourcesStamp() {
  const hash = createHash('sha256')
  for (const file of ['rolldown.config.mjs', 'package-lock.json']) add(hash, at(file))
  walk(at('src'), hash)
  return hash.digest('hex')
}

function walk(folder, hash) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) walk(path, hash)
    else if (entry.name.endsWith('.ts')) add(hash, path)
  }
}

function add(hash, file) {
  const { size, mtimeMs } = statSync(file)
  hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`)
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function stop(text) {
  say(text)
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepare()

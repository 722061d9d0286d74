import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Finding } from '../cli/services.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { messageOf, Problem } from '../core/errors.ts'
import { dayAt } from '../core/local-date.ts'
import { unpublishedIn } from '../skills/deadlines/plan.ts'
import type { Store } from '../store/index.ts'
import { workdaysOf } from './workdays.ts'

export interface DiagnoseParts {
  /** @throws Problem where the configuration is invalid */
  readonly config: () => Config
  readonly openStore: (file: string) => Promise<Store>
  readonly nodeVersion: string
  readonly clock: (config: Config) => Clock
}

/** Checks everything the program depends on; never throws. */
export async function diagnose(parts: DiagnoseParts): Promise<readonly Finding[]> {
  const node = nodeFinding(parts.nodeVersion)
  let config: Config
  try {
    config = parts.config()
  } catch (thrown) {
    return [node, failure('配置', thrown)]
  }
  return [
    node,
    { name: '配置', state: 'ok', what: `语言 ${config.language}，日志 ${config.logLevel}` },
    dataFinding(config),
    placeFinding(config),
    ...(await storeFindings(config, parts)),
    workdayFinding(config, parts),
    calendarFinding(config),
    modelFinding(config),
    ...(await vectorFindings(config, parts)),
    ...platformFindings(config),
  ]
}

function modelFinding({ llm, embedding }: Config): Finding {
  const name = '大模型'
  const leaves = embedding ? '向量检索会发送什么见 docs/privacy.md' : '任何内容都不会离开本机'
  if (!llm) return { name, state: 'ok', what: `没有启用，回答直接摘自原文；${leaves}` }
  const { host } = new URL(llm.baseUrl)
  return { name, state: 'ok', what: `${llm.model}，接口 ${host}；发送什么见 docs/privacy.md` }
}

/** No finding where no embedding model is configured: lexical search is complete by itself. */
async function vectorFindings(
  { embedding, database }: Config,
  { openStore }: DiagnoseParts,
): Promise<readonly Finding[]> {
  if (!embedding) return []
  const name = '向量检索'
  const what = `${embedding.model}，接口 ${new URL(embedding.baseUrl).host}`
  const remedy =
    '运行 alliance embed --estimate 看看要花多少，再运行 alliance embed；机器人运行时也会自己做。'
  if (!existsSync(database)) return [{ name, state: 'hint', what: `${what}；还没有段落`, remedy }]
  let store: Store | undefined
  try {
    store = await openStore(database)
    await store.vectors.ready()
    const { passages, embedded } = await store.vectors.counts(embedding.model)
    const profiles = await store.profileVectors.counts(embedding.model)
    const told = `${what}；${passages} 段中 ${embedded} 段有向量，${profiles.profiles} 条资料中 ${profiles.embedded} 条`
    return [
      embedded < passages || profiles.embedded < profiles.profiles
        ? { name, state: 'hint', what: told, remedy }
        : { name, state: 'ok', what: told },
    ]
  } catch (thrown) {
    return [failure(name, thrown)]
  } finally {
    await store?.close()
  }
}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fit = major > 20 || (major === 20 && minor >= 12)
  const remedy = '请到 https://nodejs.org 安装 20.12 或更新的版本。'
  return { name: 'Node.js', state: fit ? 'ok' : 'failed', what: version, ...(fit ? {} : { remedy }) }
}

function dataFinding({ data }: Config): Finding {
  if (existsSync(data)) return { name: '初始数据', state: 'ok', what: data }
  return {
    name: '初始数据',
    state: 'hint',
    what: `没有文件夹 ${data}`,
    remedy: '请恢复 data 文件夹，或用 ALLIANCE_DATA 指定它的位置；已导入的文件不受影响。',
  }
}

function placeFinding({ database }: Config): Finding {
  const name = '数据库位置'
  let folder = dirname(database)
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
    if (existsSync(database)) accessSync(database, constants.R_OK | constants.W_OK)
    const size = existsSync(database) ? `${(statSync(database).size / 1_048_576).toFixed(1)} MB` : '尚未建立'
    return { name, state: 'ok', what: `${database}（${size}）` }
  } catch (thrown) {
    return {
      name,
      state: 'failed',
      what: `${database} 不可读写：${messageOf(thrown)}`,
      remedy: '请调整权限，或用 --db 指定另一个文件。',
    }
  }
}

async function storeFindings(config: Config, { openStore }: DiagnoseParts): Promise<readonly Finding[]> {
  if (!existsSync(config.database)) {
    return [
      {
        name: '数据库',
        state: 'hint',
        what: '尚未建立',
        remedy: '运行 alliance start，它会自动建立并装载数据。',
      },
    ]
  }
  let store: Store
  try {
    store = await openStore(config.database)
  } catch (thrown) {
    return [failure('数据库', thrown)]
  }
  try {
    const { documents, articles, passages } = await store.passages.counts()
    const zones = await store.zones.list()
    const open = await store.questions.open()
    return [
      { name: '数据库', state: 'ok', what: '可用，版本一致' },
      documents > 0
        ? { name: '文件', state: 'ok', what: `${documents} 份，${articles} 条，${passages} 个段落` }
        : {
            name: '文件',
            state: 'failed',
            what: '一份也没有',
            remedy: '运行 alliance start 或 alliance ingest 文件夹。',
          },
      zones.length > 0
        ? { name: '登记册', state: 'ok', what: `${zones.length} 个实验区` }
        : {
            name: '登记册',
            state: 'hint',
            what: '是空的',
            remedy: '运行 alliance start 或 alliance zones import 文件。',
          },
      open.length === 0
        ? { name: '待答问题', state: 'ok', what: '没有' }
        : {
            name: '待答问题',
            state: 'hint',
            what: `${open.length} 个`,
            remedy: '用 alliance questions --open 查看。',
          },
    ]
  } catch (thrown) {
    return [failure('数据库', thrown)]
  } finally {
    await store.close()
  }
}

function workdayFinding(config: Config, { clock }: DiagnoseParts): Finding {
  const name = '节假日安排'
  try {
    const today = dayAt(clock(config).now())
    const missing = unpublishedIn(today, workdaysOf(config)())
    if (missing.length === 0) return { name, state: 'ok', what: '近期各年都有' }
    return {
      name,
      state: 'hint',
      what: `${missing.join('、')} 年的还没有公布，暂按周一至周五上班计算`,
      remedy: `国务院办公厅公布后，请写进 ${join(config.data, 'workdays.csv')} 并重启。`,
    }
  } catch (thrown) {
    return failure(name, thrown)
  }
}

function calendarFinding({ calendar }: Config): Finding {
  const name = '日历订阅'
  if (!calendar) {
    const remedy = '要让成员用自己的日历订阅期限，请设置 CALENDAR_PORT 和 CALENDAR_URL。'
    return { name, state: 'hint', what: '没有开通', remedy }
  }
  const what = `端口 ${calendar.port}，地址 ${calendar.url}`
  const local = new URL(calendar.url).protocol === 'http:'
  const remedy = 'CALENDAR_URL 不是 https，日历地址会明文经过网络；请在前面放一个提供 HTTPS 的代理。'
  return local ? { name, state: 'hint', what, remedy } : { name, state: 'ok', what }
}

/** Without a platform the bot chats in the terminal; a hint, not a failure. */
function platformFindings({ slack, discord }: Config): readonly Finding[] {
  const remedy = '要接入 Slack 或 Discord，请按 .env.example 填写令牌；在终端里对话不需要令牌。'
  if (!slack && !discord) return [{ name: '平台', state: 'hint', what: '没有配置令牌', remedy }]
  return [
    ...(slack
      ? [
          {
            name: 'Slack',
            state: 'ok',
            what: `已配置（${slack.mode.kind === 'socket' ? 'Socket Mode' : `HTTP 端口 ${slack.mode.port}`}）`,
          } as const,
        ]
      : []),
    ...(discord ? [{ name: 'Discord', state: 'ok', what: '已配置' } as const] : []),
  ]
}

function failure(name: string, thrown: unknown): Finding {
  const remedy =
    thrown instanceof Problem ? thrown.remedy : '请用 alliance restore 恢复备份，或用 --db 指定另一个文件。'
  return { name, state: 'failed', what: messageOf(thrown), remedy }
}

import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { type EmbeddingConfig, embeddingKeys, embeddingOf } from './config-embedding.ts'
import { type LlmConfig, llmKeys, llmOf, missingPrices } from './config-llm.ts'
import type { Instant } from './core/clock.ts'
import { Problem } from './core/errors.ts'
import { readInstant } from './core/local-time.ts'
import type { Locale } from './core/locale.ts'

/** All settings, validated and frozen. Built once and passed in; nothing else reads the environment. */
export interface Config {
  /** Absolute path of the SQLite file. */
  readonly database: string
  /** Absolute path of the folder with the initial data. */
  readonly data: string
  /** Absolute path of the folder of the prompts. */
  readonly prompts: string
  /** The language of the terminal, and of people whose platform does not report one. */
  readonly language: Locale
  readonly logLevel: LogLevel
  /** For rehearsals: the clock starts at this instant instead of the real time. */
  readonly now?: Instant
  /** Clock seconds per real second; 1 outside a rehearsal. */
  readonly speed: number
  /** Port for GET /healthz and /metrics; not served if absent. */
  readonly metricsPort?: number
  /** Members' calendar feeds; not served if absent. */
  readonly calendar?: CalendarConfig
  readonly slack?: SlackConfig
  readonly discord?: DiscordConfig
  readonly llm?: LlmConfig
  readonly embedding?: EmbeddingConfig
}

export interface CalendarConfig {
  readonly port: number
  /** The public base URL, e.g. https://alliance.example.cn */
  readonly url: string
}

export interface SlackConfig {
  readonly botToken: string
  /** Socket Mode needs no public address; HTTP listens on a port, path /slack/events. */
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number }
  readonly apiUrl?: string
}

export interface DiscordConfig {
  readonly token: string
  readonly applicationId?: string
  readonly apiUrl?: string
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Flags take precedence over the environment. */
export interface ConfigSources {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly flags: { readonly db?: string; readonly now?: string; readonly speed?: string }
  /** The program's own folder, for the defaults. */
  readonly root: string
  /** Relative paths are resolved against this folder. */
  readonly cwd: string
}

const port = z.coerce.number('应为端口号').int('应为端口号').min(1, '应为端口号').max(65_535, '应为端口号')

const schema = z
  .object({
    DATABASE_URL: z
      .string()
      .startsWith('sqlite:', '应为 sqlite:文件路径，例如 sqlite:var/alliance.db')
      .refine((url) => pathOf(url) !== '', '缺少文件路径，例如 sqlite:var/alliance.db')
      .optional(),
    ALLIANCE_DATA: z.string().optional(),
    ALLIANCE_LANGUAGE: z.enum(['zh-CN', 'en'], '应为 zh-CN 或 en').default('zh-CN'),
    LOG_LEVEL: z.enum(logLevels, `应为 ${logLevels.join('、')} 之一`).default('warn'),
    '--now': z
      .string()
      .refine((it) => readInstant(it) !== undefined, '应为 ISO 时间，例如 2014-06-23 或 2014-06-23T09:00')
      .optional(),
    '--speed': z.coerce
      .number('应为 1 到 86400 的数')
      .min(1, '应为 1 到 86400 的数')
      .max(86_400, '应为 1 到 86400 的数')
      .default(1),
    '--db': z.string().min(1, '缺少文件路径').optional(),
    METRICS_PORT: port.optional(),
    CALENDAR_PORT: port.optional(),
    CALENDAR_URL: z
      .url({ protocol: /^https?$/, error: '应为 http 或 https 网址，例如 https://alliance.example.cn' })
      .optional(),
    SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', '应以 xoxb- 开头').optional(),
    SLACK_APP_TOKEN: z.string().startsWith('xapp-', '应以 xapp- 开头').optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
    SLACK_PORT: port.default(3000),
    SLACK_API_URL: z.url('应为网址').optional(),
    DISCORD_TOKEN: z.string().optional(),
    DISCORD_APPLICATION_ID: z
      .string()
      .regex(/^\d{15,25}$/, '应为一串数字')
      .optional(),
    DISCORD_API_URL: z.url('应为网址').optional(),
    ...llmKeys,
    ...embeddingKeys,
  })
  .superRefine((it, context) => {
    for (const { name, message } of missingPrices(it))
      context.addIssue({ code: 'custom', path: [name], message })
    if ((it.CALENDAR_PORT === undefined) !== (it.CALENDAR_URL === undefined)) {
      context.addIssue({
        code: 'custom',
        path: [it.CALENDAR_PORT === undefined ? 'CALENDAR_PORT' : 'CALENDAR_URL'],
        message: '缺少，CALENDAR_PORT 和 CALENDAR_URL 要么都设，要么都不设',
      })
    }
    const either = it.SLACK_APP_TOKEN ?? it.SLACK_SIGNING_SECRET
    if (it.SLACK_BOT_TOKEN !== undefined && either === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['SLACK_APP_TOKEN'],
        message:
          '有 SLACK_BOT_TOKEN 时，还要有 SLACK_APP_TOKEN（Socket Mode）或 SLACK_SIGNING_SECRET（HTTP）',
      })
    }
    if (it.SLACK_BOT_TOKEN === undefined && either !== undefined) {
      context.addIssue({ code: 'custom', path: ['SLACK_BOT_TOKEN'], message: '缺少，Slack 不能只有其他几项' })
    }
  })

/** Every environment variable that is read; `.env.example` documents each. */
export const variables: readonly string[] = Object.keys(schema.shape).filter((name) => !name.startsWith('--'))

/**
 * Reads the configuration from the environment and the flags.
 * @throws Problem listing every invalid key at once, each with the expected format
 */
export function readConfig({ env, flags, root, cwd }: ConfigSources): Config {
  // An empty variable (`LOG_LEVEL=` in a .env file) counts as not set.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = schema.safeParse({ ...set, '--now': flags.now, '--speed': flags.speed, '--db': flags.db })
  if (!read.success) {
    const lines = read.error.issues.map((it) => `${it.path.join('.')}：${it.message}`)
    throw new Problem(
      `配置有误：${lines.join('；')}。`,
      '请改正环境变量、.env 或命令行参数；每一项的说明见 .env.example。',
    )
  }
  const it = read.data
  const given = it['--db'] ?? (it.DATABASE_URL === undefined ? undefined : pathOf(it.DATABASE_URL))
  const now = it['--now'] === undefined ? undefined : readInstant(it['--now'])
  return Object.freeze({
    database: given === undefined ? join(root, 'var', 'alliance.db') : resolve(cwd, given),
    data: it.ALLIANCE_DATA === undefined ? join(root, 'data') : resolve(cwd, it.ALLIANCE_DATA),
    prompts: join(root, 'prompts'),
    language: it.ALLIANCE_LANGUAGE,
    logLevel: it.LOG_LEVEL,
    speed: it['--speed'],
    ...(now === undefined ? {} : { now }),
    ...(it.METRICS_PORT === undefined ? {} : { metricsPort: it.METRICS_PORT }),
    ...calendarOf(it),
    ...slackOf(it),
    ...discordOf(it),
    ...llmOf(it),
    ...embeddingOf(it),
  })
}

type Read = z.infer<typeof schema>

function calendarOf({ CALENDAR_PORT: port, CALENDAR_URL: url }: Read): Pick<Config, 'calendar'> {
  return port === undefined || url === undefined ? {} : { calendar: { port, url } }
}

function slackOf(it: Read): Pick<Config, 'slack'> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = it
  if (botToken === undefined) return {}
  const apiUrl = it.SLACK_API_URL === undefined ? {} : { apiUrl: it.SLACK_API_URL }
  if (appToken !== undefined) return { slack: { botToken, mode: { kind: 'socket', appToken }, ...apiUrl } }
  if (signingSecret === undefined) return {}
  return { slack: { botToken, mode: { kind: 'http', signingSecret, port: it.SLACK_PORT }, ...apiUrl } }
}

function discordOf(it: Read): Pick<Config, 'discord'> {
  if (it.DISCORD_TOKEN === undefined) return {}
  return {
    discord: {
      token: it.DISCORD_TOKEN,
      ...(it.DISCORD_APPLICATION_ID === undefined ? {} : { applicationId: it.DISCORD_APPLICATION_ID }),
      ...(it.DISCORD_API_URL === undefined ? {} : { apiUrl: it.DISCORD_API_URL }),
    },
  }
}

/** `sqlite:var/x.db`, `sqlite:/abs/x.db` and `sqlite:///abs/x.db` alike. */
function pathOf(url: string): string {
  const path = url.slice('sqlite:'.length)
  const bare = path.startsWith('//') ? path.slice(2) : path
  return isAbsolute(bare) ? bare : bare.replace(/^\.\//, '')
}

import { type APIApplication, ApplicationFlags, REST, Routes } from 'discord.js'
import { messageOf } from '../../core/errors.ts'
import { failureOf } from './failure.ts'
import { restOptions } from './rest-options.ts'

/** One thing that was looked at. `hint`: works, but somebody may want to know. */
export interface Finding {
  readonly name: string
  readonly state: 'ok' | 'hint' | 'failed'
  readonly what: string
  readonly remedy?: string
}

export interface CheckParts {
  readonly token: string
  readonly applicationId?: string
  readonly apiUrl?: string
}

/** Longest wait for Discord, milliseconds: whoever asks sits before the screen. */
const timeout = 5_000
const portal = 'https://discord.com/developers/applications'

/** For `doctor`: is the token good, is it this application's, and may the bot read messages? Never throws. */
export async function checkDiscord({
  token,
  applicationId,
  apiUrl,
}: CheckParts): Promise<readonly Finding[]> {
  const name = 'Discord'
  const rest = new REST(restOptions(apiUrl, timeout)).setToken(token)
  try {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication
    const other = applicationId !== undefined && applicationId !== application.id
    return [
      { name, state: 'ok', what: `令牌有效，应用「${application.name}」（${application.id}）` },
      ...(other ? [otherApplication(name, applicationId)] : []),
      contentFinding(name, application),
    ]
  } catch (thrown) {
    return [failureOf(thrown).revoked ? refused(name) : unreachable(name, thrown)]
  } finally {
    rest.clearHandlerSweeper()
    rest.clearHashSweeper()
  }
}

function contentFinding(name: string, { flags }: APIApplication): Finding {
  const granted = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited
  if (((flags ?? 0) & granted) !== 0)
    return { name, state: 'ok', what: '可以读取频道消息（Message Content 已开启）' }
  return {
    name,
    state: 'hint',
    what: '没有开启 Message Content：只回答点名、私信和 /alliance 命令，帖子里的追问也要点名',
    remedy: `如需不点名也回答，请在 ${portal} 的 Bot 页面打开 Message Content Intent，然后重启。`,
  }
}

function otherApplication(name: string, applicationId: string): Finding {
  return {
    name,
    state: 'failed',
    what: `DISCORD_TOKEN 不属于 DISCORD_APPLICATION_ID（${applicationId}）的应用`,
    remedy: `请在 ${portal} 核对应用编号和令牌；不填 DISCORD_APPLICATION_ID 也可以。`,
  }
}

function refused(name: string): Finding {
  return {
    name,
    state: 'failed',
    what: '令牌无效或已被撤销',
    remedy: `请在 ${portal} 的 Bot 页面重置令牌（Reset Token），写进 DISCORD_TOKEN。`,
  }
}

function unreachable(name: string, thrown: unknown): Finding {
  return {
    name,
    state: 'failed',
    what: `连接不上：${messageOf(thrown)}`,
    remedy: '请检查网络、代理和 DISCORD_API_URL；其他平台和终端不受影响。',
  }
}

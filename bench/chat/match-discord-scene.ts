import type { Scene } from './days.ts'
import { openDiscord } from './discord-stage.ts'

/**
 * The way to a yes of both on Discord. No channel is bound to the alliance, near which a room could be opened, so that they talk
 * through the bot; the room itself is among the pictures of Slack.
 */
export async function playConsentOnDiscord(): Promise<readonly Scene[]> {
  const stage = await openDiscord({ zone: 'jiangsu-yixing', expert: 'jiangxi-guixi' })
  const { zone, expert, codes, turns, begin } = stage
  try {
    await zone.calls('join', { code: codes.zone })
    begin('王工（宜兴市）说一句话，得到草稿 Plain words become a draft')
    await zone.asks('我们想治重金属污染的土壤，有没有做过的？')
    await zone.presses('发布')
    begin('找伙伴：谁合适、为什么 Who fits, and why')
    await zone.presses('找伙伴')
    await zone.presses('不合适')
    begin('剩下的这一家：想认识；李工（贵溪市）被问 The other side is asked')
    await zone.presses('找伙伴')
    await zone.presses('想认识')
    begin('李工愿意：双方都听到对方是谁，由机器人转话 Both agree')
    await expert.presses('愿意认识')
    return ['draft', 'partners', 'asked', 'agreed'].map((name, at) => ({
      name: `discord-${name}`,
      turns: turns.slice(at, at + 1),
    }))
  } finally {
    await stage.close()
  }
}

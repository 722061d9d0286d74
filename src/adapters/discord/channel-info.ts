import { type Channel, type Client, PermissionFlagsBits } from 'discord.js'
import type { ChannelInfo } from './parse.ts'

const needed = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads]

/** What the gateway's cache knows about a channel; undefined if nothing. */
export function channelInfoIn(client: Client, channelId: string): ChannelInfo | undefined {
  const channel = client.channels.cache.get(channelId)
  return channel && channelInfoOf(channel, client.user?.id)
}

function channelInfoOf(channel: Channel, self: string | undefined): ChannelInfo {
  if (channel.isDMBased()) return { type: channel.type, startsThreads: false, selfRoles: [] }
  const me = channel.guild.members.me
  const roles = channel.guild.roles.cache.filter((it) => it.tags?.botId === self)
  return {
    type: channel.type,
    startsThreads: me !== null && channel.permissionsFor(me).has(needed),
    selfRoles: [...roles.keys()],
    ...(channel.isThread() && channel.parentId !== null ? { parentId: channel.parentId } : {}),
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PermissionFlagsBits, PermissionsBitField } from 'discord.js'
import { expect, test } from 'vitest'

const page = readFileSync(join(import.meta.dirname, '../../../docs/discord.md'), 'utf8')
const [, query = ''] = /https:\/\/discord\.com\/oauth2\/authorize\?(\S+)/.exec(page) ?? []
const link = new URLSearchParams(query)

test('the invitation asks for what the page explains, and no more', () => {
  const explained = [...page.matchAll(/^\| \S+ ([A-Z][A-Za-z ]+) \|/gm)].map((it) =>
    (it[1] ?? '').replaceAll(' ', ''),
  )
  const asked = new PermissionsBitField(BigInt(link.get('permissions') ?? '0')).toArray()
  const named = explained.map((it) =>
    it.replace('ViewChannels', 'ViewChannel').replace('inThreads', 'InThreads'),
  )
  expect([...asked].sort()).toEqual([...named].sort())
  expect(asked).toContain('EmbedLinks' satisfies keyof typeof PermissionFlagsBits)
})

test('and for the bot with its commands', () => {
  expect(link.get('scope')).toBe('bot applications.commands')
})

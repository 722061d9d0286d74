import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, type Readable, type Writable } from 'node:stream'
import { makeApp } from '../../src/app.ts'
import type { Services } from '../../src/cli/services.ts'

export interface OpenedHouse {
  readonly house: Services
  close(): Promise<void>
}

/** The conversation's day, so that pictures of two runs are alike; the Discord counterpart lives on it too. */
const DAY = '2026-03-02T08:00+08:00'

export interface HouseOptions {
  readonly terminal?: { readonly input: Readable; readonly output: Writable }
  /** The office's time at which it opens; the conversation's day where left out. */
  readonly now?: string
  /** Keeps its store, for a house that is opened again on a later day; one of its own, gone afterwards, where left out. */
  readonly folder?: string
}

/**
 * The whole house over a store with the documents of data/, joined to the platforms that the environment names, or to a
 * terminal.
 */
export async function openHouse(
  env: Readonly<Record<string, string>>,
  { terminal, now = DAY, folder: given }: HouseOptions = {},
): Promise<OpenedHouse> {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'alliance-conversation-'))
  const app = makeApp({
    env: { DATABASE_URL: `sqlite:${join(folder, 'alliance.db')}`, ...env },
    root: process.cwd(),
    cwd: folder,
    writeLog: (line) => process.stderr.write(line),
  })
  const house = await app.open({ now })
  await house.loadData(() => {})
  const chat = await house.startChat({
    input: terminal?.input ?? new PassThrough(),
    output: terminal?.output ?? new PassThrough(),
    interactive: true,
    color: false,
    wanted: terminal !== undefined,
  })
  return {
    house,
    async close() {
      await chat.stop()
      await house.close()
      if (given === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Codes = Readonly<Record<'zone' | 'expert', string>>

/** Codes with which the two people join, as the office hands them out. */
export async function codesOf(
  { members }: Services,
  organizations: Codes = { zone: 'jiangsu-rugao', expert: 'experts' },
): Promise<Codes> {
  const zone = await members.invite({ organization: organizations.zone })
  const expert = await members.invite({ organization: organizations.expert })
  return { zone: zone.code, expert: expert.code }
}

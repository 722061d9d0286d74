import type { Locale } from '../../core/locale.ts'
import { ensureMay } from '../../core/may.ts'
import { heading, privately, reply, table } from '../../core/reply.ts'
import type { AuditEntry } from '../../store/audit.ts'
import { inReachOf } from './organizations.ts'
import { type Handle, localTime, type MemberParts, organizationTyped, type Request } from './parts.ts'
import { words } from './words.ts'

/** Entries of one reply. */
const mostEntries = 20

export function makeAuditing({ organizations, audit }: MemberParts): { readonly audit: Handle } {
  return {
    async audit(request) {
      const { caller, given } = request
      const say = words[caller.locale].audit
      const within = await readable(request)
      const entries = await audit.list({
        most: mostEntries,
        ...(within ? { organizations: within } : {}),
        ...(given.action === undefined ? {} : { action: given.action }),
      })
      if (entries.length === 0) return privately(reply(say.none))
      const { header, rows } = auditTable(entries, caller.locale)
      return privately(reply(heading(say.title), table(header, rows)))
    },
  }

  async function readable({ caller, given }: Request): Promise<readonly string[] | undefined> {
    if (given.organization !== undefined) {
      const organization = organizationTyped(await organizations.all(), given.organization, caller.locale)
      ensureMay(caller, 'audit.read', { organization })
      return [organization.id]
    }
    if (caller.role === 'office') return undefined
    ensureMay(caller, 'audit.read', caller.organization ? { organization: caller.organization } : {})
    return caller.organization
      ? inReachOf(caller.organization, await organizations.all()).map((it) => it.id)
      : []
  }
}

/** Entries as a table for people: who, when, where, what, before and after. Pure. */
export function auditTable(
  entries: readonly AuditEntry[],
  locale: Locale,
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const say = words[locale].audit
  const named: Readonly<Record<string, string>> = { operator: say.operator, register: say.register }
  return {
    header: say.header,
    rows: entries.map((it) => [
      localTime(it.at) + (it.where ? ` ${it.where.platform}/${it.where.channel}` : ''),
      it.name ?? named[it.who] ?? it.who,
      it.action,
      it.subject,
      shown(it.before),
      shown(it.after),
    ]),
  }
}

function shown(value: unknown): string {
  if (value === undefined) return '—'
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, it]) => `${name}=${typeof it === 'object' ? JSON.stringify(it) : String(it)}`)
    .join(' ')
}

import type { MatchParts } from '../parts.ts'

/** By id: a zone's short name, e.g. 宜兴市, where it has one; everybody else's name. For tables, where a name has little room. */
export async function shortNames({
  organizations,
  zones,
}: Pick<MatchParts, 'organizations' | 'zones'>): Promise<(organization: string) => string> {
  const [all, snapshot] = await Promise.all([organizations.all(), zones.snapshot()])
  const shorts = new Map(snapshot.zones.map((it) => [it.id, it.short]))
  const names = new Map(all.map((it) => [it.id, shorts.get(it.zone ?? '') ?? it.name]))
  return (id) => names.get(id) ?? id
}

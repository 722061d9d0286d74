import type { Locale } from '../../core/locale.ts'
import { problem } from '../../core/request.ts'
import { outlineOf, outlinePaper } from './outline.ts'
import { type ReportParts, yearMeant } from './skill.ts'
import { words } from './words.ts'
import { yearOfZone } from './year.ts'

/** What whoever runs the bot does about reports, without a chat. */
export interface ReportCommands {
  /**
   * The outline of a zone's annual report, as its own people are given it.
   * @param year as typed; this year where left out
   * @returns the bytes of a DOCX file
   * @throws Problem where there is no such zone, or no such year
   */
  outline(zone: string, year?: string): Promise<Uint8Array>
}

export function makeReportCommands(parts: ReportParts & { readonly locale: Locale }): ReportCommands {
  return {
    async outline(zone, typed) {
      const year = yearMeant(typed, parts.clock, parts.locale)
      const { zones } = await parts.zones.snapshot()
      const row = zones.find((it) => [it.id, it.name, it.short].includes(zone))
      const organization = (await parts.organizations.all()).find((it) => row && it.zone === row.id)
      if (!organization) throw problem(words[parts.locale].noZone(zone))
      const known = await yearOfZone(organization, year, parts)
      return outlinePaper(known, outlineOf(known))
    },
  }
}

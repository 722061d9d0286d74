import { type Clock, localDateOf } from '../core/clock.ts'
import type { Locale } from '../core/locale.ts'
import { entriesOf, followedBy } from '../skills/deadlines/entries.ts'
import { withFilingDays, workbookOf } from '../skills/deadlines/export.ts'
import { organizationTyped } from '../skills/members/parts.ts'
import type { Store } from '../store/index.ts'

/**
 * What is owed as a workbook, for whoever runs the bot.
 * @param whose name of a zone, or of a province for its zones; everybody where left out
 * @throws Problem where no organization, or more than one, bears that name
 */
export async function exportBoard(
  { store, clock, locale }: { readonly store: Store; readonly clock: Clock; readonly locale: Locale },
  whose?: string,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const organization =
    whose === undefined ? undefined : await organizationTyped(store.organizations, whose, locale)
  const entries = await entriesOf(organization ? followedBy(organization) : () => true, store)
  const bytes = await workbookOf(
    await withFilingDays(entries, store.obligations),
    localDateOf(clock.now()),
    locale,
  )
  return { bytes, rows: entries.length }
}

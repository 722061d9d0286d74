/**
 * Parses a JSON column. The type is trusted: only this program writes these columns, `CHECK (json_valid(…))` holds their
 * syntax, and a change of shape comes with a migration.
 */
export function fromJson<T>(column: string): T {
  return JSON.parse(column)
}

import { createHash, randomInt } from 'node:crypto'

/** Crockford's Base32: without I, L, O and U, which are read as other signs or as words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Signs of a code; 60 bits, so that even whoever holds the hashes does not find one before it expires. */
const length = 12

/** A new code as it is shown, once: `7K2Q-9DMX-41TB`. */
export function newCode(): string {
  return (randomSigns(length).match(/.{4}/g) ?? []).join('-')
}

/** A short name for something that is not secret, e.g. `M7K2Q9DM`. */
export function newId(prefix: string, signs = 7): string {
  return prefix + randomSigns(signs)
}

/** What is kept of a code. However it was typed (spaces, lower case, full width, O for 0), the same code has one hash. */
export function hashOf(typed: string): string {
  return createHash('sha256').update(canonical(typed)).digest('hex')
}

/** True where a text could be a code; whether it is one, only the store knows. */
export function looksLikeCode(typed: string): boolean {
  return /^[0-9A-Z]{8,16}$/.test(canonical(typed))
}

function canonical(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

function randomSigns(count: number): string {
  return Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}

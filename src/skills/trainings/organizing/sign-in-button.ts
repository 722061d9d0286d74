import type { Locale } from '../../../core/locale.ts'
import type { Button } from '../../../core/reply.ts'
import { forms } from './faces.ts'
import { organizingWords } from './words.ts'

/** Opens the form for the code in the room; it says itself of which training it is. Pure. */
export function signInButton(locale: Locale): Button {
  return {
    label: organizingWords[locale].buttons.signIn,
    action: forms.signIn.name,
    value: '',
    opens: forms.signIn.name,
  }
}

import type { ModelMessage } from './llm.ts'

/** What a message costs beside its words. */
const aroundMessage = 4

/**
 * Tokens that a text will hardly exceed, for reserving a budget before the endpoint has counted: one for each Chinese
 * character, one for three others. Measured vocabularies need 0.6 to 1 a Chinese character.
 */
export function estimateTokens(text: string | readonly ModelMessage[]): number {
  if (typeof text !== 'string')
    return text.reduce((sum, { content }) => sum + estimateTokens(content) + aroundMessage, 0)
  const chinese = text.match(/[\u2e80-\uffef]/gu)?.length ?? 0
  return chinese + Math.ceil((text.length - chinese) / 3)
}

import { makeTurns } from '../uploads/turns.ts'
import type { DocumentInput } from './pack-input.ts'
import { typesetDocument } from './typeset-pack.ts'

const MOST_KEPT = 50
const kept = new Map<string, Promise<Uint8Array | undefined>>()
const turns = makeTurns(1, 8)

/**
 * Sets a document that anybody may ask for: what was set is kept for whoever asks for the same, the others are set one after the other, and few wait. So
 * strangers who ask for thousands take one process, and no memory that grows. Undefined where too many wait already.
 */
export function setInTurn(document: DocumentInput, madeAt: Temporal.Instant): Promise<Uint8Array | undefined> {
  const key = JSON.stringify(document)
  const known = kept.get(key)
  if (known) return known
  const made = turns.take(async () => (await typesetDocument(document, { megabytes: 1000, seconds: 30, madeAt })).pdf)
  kept.set(key, made)
  const forget = (): boolean => kept.get(key) === made && kept.delete(key)
  made.then((pdf) => pdf ?? forget(), forget)
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest)
  return made
}

import { randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for each other when they read them out. */
const readable = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** A new reference of a record, to be read out on the telephone. */
export const newReference = (): string => `EH-${four()}-${four()}`
const four = (): string => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('')

import { randomBytes } from 'node:crypto'

let lastMillisecond = 0
let counter = 0

/** A UUID of version 7, rising within this process: rows of one transaction keep their order. `now` is in milliseconds since 1970. */
export function newId(now: number = Date.now()): string {
  counter = now > lastMillisecond ? 0 : counter + 1
  lastMillisecond = Math.max(now, lastMillisecond) + (counter > 0xfff ? 1 : 0)
  counter &= 0xfff
  const hex = lastMillisecond.toString(16).padStart(12, '0') + (0x7000 | counter).toString(16) + randomBytes(8).toString('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

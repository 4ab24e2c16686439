import type { AskedBoard } from '#governance/public-data.ts'
import { type LedKind, ledPaths } from '../framework-paths.ts'
import type { HubLine } from '../pages/hub-page.tsx'
import { listLed } from '../queries/led-records.ts'
import { ledWords } from '../words/led-records.ts'

const kinds: readonly LedKind[] = ['pathway', 'decommissioning']

/** One line of the hub for each kind of record that an organisation leads. */
export const ledLines: readonly ((asked: AskedBoard) => Promise<HubLine>)[] = kinds.map((kind) => async ({ reader, visit, body }) => {
  const records = await listLed(reader, kind, body.id, visit.today)
  return {
    text: ledWords[kind].many,
    href: ledPaths.ofBoard(kind, body.slug),
    stands: records.length === 0 ? 'None recorded' : String(records.length),
  }
})

import type { AskedBoard } from '#governance/public-data.ts'
import { intentionPaths, type LedKind, ledPaths } from '../framework-paths.ts'
import type { HubLine } from '../pages/hub-page.tsx'
import { listLed } from '../queries/led-records.ts'
import { listIntentions } from '../queries/strategy-work.ts'
import { ledWords } from '../words/led-records.ts'

/** What is intended, in one line of the hub. */
export const intentionsLine = async ({ reader, body }: AskedBoard): Promise<HubLine> => {
  const intentions = await listIntentions(reader, body.id)
  return {
    text: 'Commissioning intentions',
    href: intentionPaths.ofBoard(body.slug),
    stands: intentions.length === 0 ? 'None written' : `${intentions.length} written`,
  }
}

/** One line of the hub for each of these kinds of record that an organisation leads. */
export const ledLines = (...kinds: readonly LedKind[]): readonly ((asked: AskedBoard) => Promise<HubLine>)[] =>
  kinds.map((kind) => async ({ reader, visit, body }) => {
    const records = await listLed(reader, kind, body.id, visit.today)
    return {
      text: ledWords[kind].many,
      href: ledPaths.ofBoard(kind, body.slug),
      stands: records.length === 0 ? 'None recorded' : String(records.length),
    }
  })

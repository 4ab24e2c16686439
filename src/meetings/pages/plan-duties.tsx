import type { JSX } from 'hono/jsx/jsx-runtime'
import { protocolPath, protocolsPath } from '#governance/paths.ts'
import { cycleWords, dutyStateWords } from '#governance/public.ts'
import type { ProgrammeLine } from '#governance/public-data.ts'
import { Card } from '#platform/web/components/card.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'

/** What protocols with other boards ask in this year's cycle: overdue, due and coming (G15). */
export function PlanDuties(props: {
  readonly board: { readonly id: string; readonly slug: string }
  readonly lines: readonly ProgrammeLine[]
}): JSX.Element | null {
  const { board, lines } = props
  const open = lines.filter(({ state }) => state === 'overdue' || state === 'due' || state === 'coming')
  if (open.length === 0) return null
  return (
    <Card
      title="Duties of protocols"
      id="duties"
      lead="What this board and its neighbours promised one another, by the months it falls in."
      link={{ text: 'All duties and reports', href: protocolsPath(board.slug) }}
    >
      <ul class="govuk-list gt-rows">
        {open.map(({ duty, protocol, window, state }) => {
          const [meaning, words] = dutyStateWords[state]
          return (
            <li>
              <span>
                <a class="govuk-link" href={protocolPath(protocol.id)}>
                  {duty.title}
                  <span class="govuk-visually-hidden">, {cycleWords(window)}</span>
                </a>
                <br />
                <span class="govuk-hint">
                  {cycleWords(window)} · {duty.body.id === board.id ? 'This board' : duty.body.name}
                </span>
              </span>
              <StatusPill meaning={meaning}>{words}</StatusPill>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

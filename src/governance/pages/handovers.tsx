import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { InsetText } from '#platform/web/govuk/components.tsx'
import { newHandoverPath, relationshipsPath } from '../paths.ts'
import type { Handover } from '../queries/handovers.ts'
import { handedOverLabels } from '../words/handover.ts'
import { TextLink } from './board-page.tsx'

/** What a board handed on and what was handed to it; nothing where there is none. */
export function Handovers({ body, handovers }: { readonly body: string; readonly handovers: readonly Handover[] }): JSX.Element | null {
  if (handovers.length === 0) return null
  const nameOf = (other: Handover['from']) =>
    other.id === body ? 'This board' : <TextLink href={relationshipsPath(other.slug)} text={other.name} />
  const rows = handovers.map(({ from, to, onDay, decidedIn, reason, takes, moved }) => ({
    cells: [
      <DateText day={onDay} weekday={false} />,
      nameOf(from),
      nameOf(to),
      `${takes.map((one) => handedOverLabels[one]).join(', ')}${moved === 0 ? '' : `: ${moved}`}`,
      <>
        {reason} <span class="gt-quiet">{decidedIn}</span>
      </>,
    ],
  }))
  const columns = ['On', 'From', 'To', 'What', 'Why'].map((heading) => ({ heading }))
  return <DataTable caption="Work handed on" narrow="stack" columns={columns} rows={rows} />
}

/** Says of a board that has ended and still has work what was settled for it, and asks for where it goes. */
export function WorkLeft({
  slug,
  endsRule,
  hands,
}: {
  readonly slug: string
  readonly endsRule: string
  readonly hands: boolean
}): JSX.Element {
  const rule = endsRule === '' ? 'Nothing is recorded on what happens to its open work.' : `What was settled for its open work: ${endsRule}`
  return (
    <>
      <InsetText text={`This board has ended and still has open work. ${rule}`} />
      {hands && (
        <p>
          <TextLink href={newHandoverPath(slug)} text="Hand its work on" />
        </p>
      )}
    </>
  )
}

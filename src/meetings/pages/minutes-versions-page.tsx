import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { MinutesVersion } from '../queries/minutes.ts'
import { type RecordHead, RecordPage } from './record-page.tsx'

/** Every version of the minutes that the reader may see. */
export function MinutesVersionsPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly versions: readonly Omit<MinutesVersion, 'sections'>[]
}): JSX.Element {
  const { visit, head, versions } = props
  const sights = { draft: 'Those who prepare them', members: 'Members', public: 'Everybody' } as const
  const rows = versions.map(({ number, reason, madeAt, sight }, index) => ({
    cells: [
      <a class="govuk-link" href={recordPaths.minutesVersion(head.meeting, number)}>
        Version {number}
      </a>,
      <InstantText instant={madeAt} />,
      reason === '' ? 'First text' : reason,
      sights[sight],
      <WhatChanged meeting={head.meeting} from={versions[index + 1]?.number} to={number} />,
    ],
  }))
  const columns = ['Version', 'Made', 'Why', 'Who can read it', 'What changed'].map((heading) => ({ heading }))
  return (
    <RecordPage visit={visit} head={head} title="Versions of the minutes">
      <DataTable caption="Versions of the minutes" hideCaption columns={columns} rows={rows} narrow="stack" />
    </RecordPage>
  )
}

function WhatChanged({
  meeting,
  from,
  to,
}: {
  readonly meeting: string
  readonly from: number | undefined
  readonly to: number
}): JSX.Element {
  if (from === undefined) return <span class="gt-missing">Nothing before it</span>
  return (
    <a class="govuk-link" href={recordPaths.compareMinutes(meeting, from, to)}>
      Since version {from}
    </a>
  )
}

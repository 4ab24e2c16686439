import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { qualityPaths } from '../paths.ts'
import type { DrawLine, ItemLine } from '../queries/quality.ts'
import { asideWords, frameWords } from '../words/quality.ts'
import { monthInWords, stateOf } from './quality-page.tsx'

/** What repeating a draw shows. */
export interface Replay {
  readonly sameFrame: boolean
  readonly sameRecords: boolean
  readonly frameSize: number
  readonly leftOut: number
}

/** A draw: what was drawn, who reviews it, and whether repeating it gives the same. */
export function DrawPage(props: {
  readonly visit: Visit
  readonly draw: DrawLine
  readonly items: readonly ItemLine[]
  readonly replay: Replay
}): JSX.Element {
  const { visit, draw, items, replay } = props
  const title = `${frameWords[draw.frame as keyof typeof frameWords]}, ${monthInWords(draw.month)}`
  return (
    <Page
      visit={visit}
      title={title}
      breadcrumbs={[
        { text: 'Families', href: '/families' },
        { text: 'Quality', href: qualityPaths.home() },
      ]}
      width="workspace"
    >
      <PageHead title={title} lead={`${draw.done} of ${Number(draw.due)} due are reviewed.`} />
      <Card title="What was drawn" id="items" flush>
        <DataTable
          caption="What was drawn, in the order of the draw"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Family' }, { heading: 'How it stands' }, { heading: 'Who' }, { heading: 'What can be done' }]}
          rows={items.map((one) => ({
            cells: [
              one.label === null ? `Record ${one.position}, of another locality` : `${one.label} (${one.reference})`,
              `${stateOf(one)}${one.because ? `: ${asideWords[one.because as keyof typeof asideWords]}` : ''}`,
              one.reviewerName || 'Nobody now',
              one.label === null || one.replacedBy ? '' : <Steps draw={draw.id} one={one} />,
            ],
          }))}
        />
      </Card>
      <Card title="Anybody can repeat this draw" id="replay">
        <p class="govuk-body">
          {replay.sameFrame && replay.sameRecords
            ? 'Repeated just now from the frame and the seed below: the same records came out.'
            : 'Repeated just now, something else came out. Tell whoever owns information governance.'}
        </p>
        <KeyFacts
          facts={[
            { label: 'Drawn', value: <InstantText instant={draw.drawnAt} /> },
            {
              label: 'From',
              value: `${replay.frameSize} records; ${replay.leftOut} of them left out as reviewed lately; shielded ones are not in it`,
            },
            { label: 'At least', value: draw.frame === 'monthly' ? `${draw.atLeast}, or all` : 'All' },
            {
              label: 'Rule',
              value: 'By agency, stage, closed and stepped up: in proportion by the largest remainder, then at least one of each',
            },
            { label: 'Seed', value: String(draw.seed) },
            { label: 'Hash of the frame (SHA-256)', value: <span class="gt-wrap-anywhere">{draw.frameHash}</span> },
          ]}
        />
      </Card>
    </Page>
  )
}

function Steps({ draw, one }: { readonly draw: string; readonly one: ItemLine }): JSX.Element {
  const about = <span class="govuk-visually-hidden">{` for ${one.label}`}</span>
  return (
    <ul class="govuk-list govuk-list--spaced">
      <li>
        <a class="govuk-link" href={qualityPaths.assign(draw, one.id)}>
          {one.review ? 'Assign a moderator' : 'Assign a reviewer'}
          {about}
        </a>
      </li>
      {!one.review && (
        <li>
          <a class="govuk-link" href={qualityPaths.replace(draw, one.id)}>
            Put aside{about}
          </a>
        </li>
      )}
    </ul>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { AttentionStrip } from '#platform/web/components/attention-strip.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { NextMeeting } from '#platform/web/components/next-meeting.tsx'
import { StatisticTiles } from '#platform/web/components/statistic-tile.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { SubNavigation } from '#platform/web/components/sub-navigation.tsx'
import { Thread } from '#platform/web/components/thread.tsx'
import { Verdicts } from '#platform/web/components/verdict.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'

const links = [
  { text: 'Overview', href: '/patterns/board' },
  { text: 'Meetings', href: '/patterns' },
  { text: 'Members', href: '/patterns/form' },
  { text: 'Terms of reference', href: '/patterns/form-errors' },
]

/** A workspace as a member sees it. */
export function BoardPattern({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="Patterns: a board" width="workspace" breadcrumbs={[{ text: 'Patterns', href: '/patterns' }]}>
      <PageHead
        title="Strategic partnership"
        caption="Partnership board"
        lead="Agencies of the county that plan and pay for children’s services together."
        actions={
          <a class="govuk-button govuk-button--secondary" href="/patterns">
            Download the calendar
          </a>
        }
      />
      <SubNavigation visit={visit} label="This board" links={links} />
      <AttentionStrip
        title="To do before Thursday’s meeting"
        items={[
          { text: 'Read 2 papers', href: '/patterns', count: 2 },
          { text: 'Confirm your interests', href: '/patterns' },
          { text: 'Update 1 overdue action', href: '/patterns', count: 1 },
        ]}
      />
      <StatisticTiles tiles={tiles} />
      <Columns asideFirst main={<Meetings />} aside={<Beside />} />
      <Card id="thread" title="Golden thread: school readiness" lead="How the evidence, the money and your decisions connect.">
        <Thread
          label="Golden thread"
          stops={[
            { kind: 'Need', text: 'Three wards below 60%', href: '/patterns', detail: 'Needs assessment' },
            { kind: 'Outcome', text: 'Children start school ready to learn', href: '/patterns' },
            { kind: 'Priority', text: 'Early language', href: '/patterns', detail: '1 of 4 priorities' },
            { kind: 'Services', text: 'Family hubs', href: '/patterns', detail: '£520,000 a year' },
            { kind: 'Measure', text: '67.2%, up 6.8 points', href: '/patterns', here: true },
            { kind: 'Decision', text: 'Extend to two more wards', href: '/patterns', detail: 'Item 6' },
          ]}
        />
      </Card>
    </Page>
  )
}

const tiles = [
  {
    label: 'Packs sent in time',
    figure: '4',
    of: 'of 6',
    bar: {
      label: '4 in time, 1 late, 1 not known',
      parts: [
        { amount: 4, meaning: 'good' },
        { amount: 1, meaning: 'bad' },
        { amount: 1, meaning: 'unknown' },
      ],
    },
    context: '1 late, 1 not recorded',
  },
  {
    label: 'Actions overdue',
    figure: '3',
    of: 'of 18 open',
    bar: {
      label: '3 overdue, 15 in time',
      parts: [
        { amount: 3, meaning: 'bad' },
        { amount: 15, meaning: 'neutral' },
      ],
    },
    context: '2 fewer than at the last meeting',
    link: { text: 'Actions', href: '/patterns' },
  },
  { label: 'Seats filled', figure: '27', of: 'of 30', context: '3 empty for more than 3 months' },
  { label: 'Meetings this year', figure: '5', of: 'of 6', context: 'The terms ask for 6' },
] as const

function Meetings(): JSX.Element {
  return (
    <>
      <Card id="meetings" title="Meetings" link={{ text: 'All meetings', href: '/patterns' }} flush>
        <DataTable
          caption="Meetings of this board"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Day' }, { heading: 'Papers', numeric: true }, { heading: 'Notice' }, { heading: 'Minutes' }]}
          rows={[
            {
              cells: [
                <a class="govuk-link" href="/patterns">
                  Monday 24 February 2014
                </a>,
                '94 pages',
                <StatusPill meaning="bad">1 working day late</StatusPill>,
                <StatusPill meaning="draft">Draft</StatusPill>,
              ],
            },
            {
              cells: [
                <a class="govuk-link" href="/patterns">
                  Monday 9 December 2013
                </a>,
                '61 pages',
                <StatusPill meaning="good">In time</StatusPill>,
                <StatusPill meaning="information">Published</StatusPill>,
              ],
            },
            {
              cells: [
                <a class="govuk-link" href="/patterns">
                  Monday 7 October 2013
                </a>,
                'Not recorded',
                <StatusPill meaning="unknown">Nobody can say</StatusPill>,
                <StatusPill meaning="neutral">None kept</StatusPill>,
              ],
            },
          ]}
        />
      </Card>
      <Card id="rules" title="Were the rules kept?" link={{ text: 'Terms of reference', href: '/patterns' }} flush>
        <Verdicts
          verdicts={[
            {
              title: 'Notice of the meeting',
              meaning: 'bad',
              word: 'Broken',
              evidence: 'The pack went out on Friday 14 February 2014, one working day late. The last day was Thursday 13 February.',
              demands: 'Papers go out at least 7 working days before the meeting.',
              source: 'Terms, clause 6.2',
              advice: 'Record why it was late; the board notes it at its next meeting.',
            },
            {
              title: 'Quorum',
              meaning: 'unknown',
              word: 'Nobody can say',
              evidence: '19 members were present.',
              demands: 'The terms state no quorum.',
              advice: 'Propose one at the annual review of the terms.',
            },
          ]}
        />
      </Card>
    </>
  )
}

function Beside(): JSX.Element {
  return (
    <>
      <NextMeeting
        heading="Next meeting, in 2 days"
        title="Spring board meeting"
        day={Temporal.PlainDate.from('2026-03-12')}
        times="2pm to 4pm"
        place="Council chamber and online"
        facts={[
          { label: 'Papers published', value: '8 of 10' },
          { label: 'Attending', value: '9 of 11, quorum 6' },
          { label: 'Your interests', value: 'Not confirmed' },
        ]}
        button={{ text: 'Prepare for the meeting', href: '/patterns' }}
        links={[
          { text: 'Agenda', href: '/patterns' },
          { text: 'Send apologies', href: '/patterns/form' },
        ]}
      />
      <Card id="overdue" title="Overdue actions" link={{ text: 'All 18', href: '/patterns' }}>
        <ul class="gt-list">
          <li>
            <a class="govuk-link" href="/patterns">
              Agree data sharing for the early help pathway
            </a>
            <p>Health commissioner, 24 days late</p>
          </li>
          <li>
            <a class="govuk-link" href="/patterns">
              Name a lead for the review
            </a>
            <p>You, 5 days late</p>
          </li>
        </ul>
      </Card>
      <Card id="decisions" title="Decisions">
        <EmptyState title="None yet this year" text="Decisions appear here when minutes are published." />
      </Card>
    </>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card, CardGrid, LinkCard } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Prose } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import { Details, InsetText, NotificationBanner, Panel, Tag, TaskList, WarningText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { patternEvents, patternMinutes, patternStates } from './pattern-data.tsx'

/** The components one under another. */
export function ComponentsPattern({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="Patterns: components" width="workspace" breadcrumbs={[{ text: 'Patterns', href: '/patterns' }]}>
      <PageHead title="Components" caption="Patterns" lead="Every component of our own with made-up data." />
      <h2>Status</h2>
      <p class="gt-actions">
        {patternStates.map(([meaning, word]) => (
          <StatusPill meaning={meaning}>{word}</StatusPill>
        ))}
      </p>
      <h2>Cards that are links</h2>
      <CardGrid>
        <LinkCard title="Strategic partnership" href="/patterns/board" caption="Partnership board">
          <p>30 seats, meets 6 times a year</p>
        </LinkCard>
        <LinkCard title="Joint commissioning board" href="/patterns/board" caption="Commissioning board">
          <p>The terms contradict themselves about the quorum</p>
        </LinkCard>
        <LinkCard title="Local area group" href="/patterns/board" caption="Area group">
          <p>No meeting is planned</p>
        </LinkCard>
      </CardGrid>
      <h2>Tables</h2>
      <DataTable
        caption="Minutes of December"
        columns={[{ heading: 'Minute', numeric: true }, { heading: 'Subject' }, { heading: 'Decided' }, { heading: 'Status' }]}
        groups={[
          { heading: 'Opening', rows: patternMinutes.slice(0, 2) },
          { heading: 'Business', rows: patternMinutes.slice(2) },
        ]}
      />
      <DataTable
        caption="The same as blocks on a phone"
        narrow="stack"
        columns={[{ heading: 'Minute', numeric: true }, { heading: 'Subject' }, { heading: 'Decided' }, { heading: 'Status' }]}
        rows={patternMinutes}
      />
      <Card id="folds" title="Parts that fold" flush>
        <Fold title="Not signed yet: 1" open note={<StatusPill meaning="warning">Asked</StatusPill>}>
          <p>Winston Clarke</p>
        </Fold>
        <Fold title="Signed: 2">
          <p>Helen Marsh, Liam O’Connor</p>
        </Fold>
      </Card>
      <Pager label="Meetings" page={2} pages={5} hrefOf={(page) => `/patterns?page=${page}`} />
      <h2>Facts</h2>
      <KeyFacts
        facts={[
          { label: 'Chair', value: 'Independent chair', change: { href: '/patterns/form' } },
          { label: 'Quorum', value: undefined, change: { href: '/patterns/form' } },
        ]}
      />
      <h2>What happened</h2>
      <Timeline label="History of the pack" events={patternEvents} />
      <h2>Nothing there yet</h2>
      <EmptyState
        title="No papers yet"
        text="The authors have been asked. You can also write a paper yourself."
        action={{ text: 'Write a paper', href: '/patterns/form' }}
      />
      <h2>Messages</h2>
      <NotificationBanner type="success" text="The pack was published and 28 members were told." />
      <WarningText text="Publishing cannot be undone, only withdrawn with a reason." iconFallbackText="Warning" />
      <InsetText text="The terms state no quorum, so nobody can say whether this meeting could decide." />
      <Details summaryText="How this is counted" text="Working days, without Saturdays, Sundays and bank holidays of England and Wales." />
      <Panel titleText="Pack published" text="94 pages, 12 papers" headingLevel={3} />
      <h2>Tasks and buttons</h2>
      <TaskList
        idPrefix="tasks"
        items={[
          { title: { text: 'Set the agenda' }, href: '/patterns/form', status: { text: 'Completed' } },
          {
            title: { text: 'Collect the papers' },
            href: '/patterns/form',
            status: { tag: { text: 'Not yet started', classes: 'govuk-tag--blue' } },
          },
        ]}
      />
      <div class="gt-actions">
        <Tag text="Grey" classes="govuk-tag--grey" />
        <Tag text="Green" classes="govuk-tag--green" />
        <Tag text="Red" classes="govuk-tag--red" />
        <Tag text="Yellow" classes="govuk-tag--yellow" />
        <PostButton visit={visit} action="/patterns/form" text="Move up" about="item 5a" />
        <PostButton visit={visit} action="/patterns/form" text="Withdraw" look="warning" />
        <PostButton visit={visit} action="/patterns/form" text="Remove" about="item 5b" look="link" />
      </div>
      <h2>Running text</h2>
      <Prose>
        <p>
          The board <strong>noted</strong> the report and asked for a further paper. See <a href="/patterns/board">the board’s page</a>.
        </p>
        <h3>Recommendations</h3>
        <ol>
          <li>To agree the plan.</li>
          <li>To receive a report in June.</li>
        </ol>
      </Prose>
    </Page>
  )
}

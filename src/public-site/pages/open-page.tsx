import type { JSX } from 'hono/jsx/jsx-runtime'
import { ocdsPaths, offerPaths } from '#commissioning/public.ts'
import { arrangementPaths, topicPaths } from '#meetings/paths.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Contents } from '#platform/web/components/contents.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Prose } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { boardTables } from '../open/csv/board-tables.ts'
import { csvTables } from '../open/csv/tables.ts'
import { oparlRoot } from '../open/oparl/addresses.ts'
import { popoloRoot } from '../open/popolo/addresses.ts'
import { publicPaths } from '../paths.ts'

/** What the page of open data shows. */
export interface OpenPageView {
  readonly boards: readonly { readonly slug: string; readonly name: string }[]
  readonly topics: readonly { readonly slug: string; readonly name: string }[]
  /** Address of this installation. */
  readonly publicUrl: string
  /** Whether the place recorded its prefix: without one no contract of its own comes out. */
  readonly hasGrants: boolean
  readonly hasOcidPrefix: boolean
}

const lead = 'Everything that the boards publish can also be read by programs. You need no account and no key.'

/** What open data there is, in plain English. */
export function OpenPage({ visit, view }: { readonly visit: Visit; readonly view: OpenPageView }): JSX.Element {
  const system = `${oparlRoot}/system`
  return (
    <Page visit={visit} title="Open data" width="workspace" description={lead}>
      <PageHead title="Open data" lead={lead} />
      <OpenContents view={view} />
      <Prose>
        <h2 id="records">Boards, meetings, papers and decisions</h2>
        <p>
          All of it in one form, <a href="https://oparl.org/">OParl 1.1</a>, an open standard for the records of councils and boards. Start
          at this address and follow the links in what you get:
        </p>
        <p>
          <a href={system}>{`${view.publicUrl}${system}`}</a>
        </p>
        <p>It holds:</p>
        <ul>
          <li>the boards and the agencies that sit on them</li>
          <li>who is or was a member, on behalf of whom, from when to when, and whether with a vote</li>
          <li>meetings with their agendas, papers, packs and minutes as files</li>
          <li>decisions that officers took under a delegation</li>
          <li>decisions, votes by name where they were recorded, actions and declared interests</li>
          <li>who attended, where the board publishes it</li>
        </ul>
        <p>
          Each record keeps its address for ever and says when it first came out here and when it last changed. To fetch only what is new,
          ask a list with <code>modified_since</code>. What a board takes back is gone from here at once; the address then says that it was
          deleted.
        </p>
        <p>Lists have 100 records on a page. Any website may read them directly from a visitor’s browser.</p>
        <h2 id="votes">Votes</h2>
        <p>
          Motions, counts and recorded votes are also given in <a href="https://www.popoloproject.com/">Popolo</a>, which many programs
          about voting read: <a href={`${popoloRoot}/popolo.json`}>everything in one file</a>, or list by list. Who voted how is in it where
          the board recorded the vote by name, and never for a secret ballot.
        </p>
        <h2 id="minutes">Minutes</h2>
        <p>
          Published minutes are also given in Akoma Ntoso 3.0, an open standard for records of debates: the page of the minutes leads to
          them.
        </p>
        <h2 id="contracts">Contracts</h2>
        <p>
          Contracts that are public are also given as <a href={ocdsPaths.about}>open contracting data</a>,{' '}
          <a href="https://standard.open-contracting.org/1.1/en/">OCDS</a> 1.1.5 with the UK extension:{' '}
          <a href={ocdsPaths.releases}>notice by notice as each came out</a>, and <a href={ocdsPaths.records}>each contract in one</a>. A
          notice that is out is never changed: what is put right is another notice. Amounts are in pounds to the penny. What could tell who
          a child is does not come out before a person has looked at it. They tell of indicators and of what came of them, too.
        </p>
        {view.hasGrants && (
          <p>
            Grants are also given by the <a href="https://standard.threesixtygiving.org/">360Giving Data Standard</a> 1.1:{' '}
            <a href={publicPaths.grants}>all grants with a sum, a day of award and a recipient</a>.
          </p>
        )}
        {!view.hasOcidPrefix && (
          <p>
            No prefix is recorded for this place yet, so none of its own contracts come out in this form. An administrator records it once
            the Open Contracting Partnership has assigned one.
          </p>
        )}
        <h2 id="services">Services and training</h2>
        <p>
          The early help offer is also given in <a href="https://openreferraluk.org/">Open Referral UK</a> 3.0:{' '}
          <a href={offerPaths.openReferral()}>services for children, young people and families</a>, and{' '}
          <a href="/open-referral/training">training of early help that is told to everybody</a>.
        </p>
      </Prose>
      <Tables />
      <Card
        id="feeds"
        title="Calendars and news of one board"
        lead="Put a board’s meetings in your own calendar, or follow what it publishes."
        flush={view.boards.length > 0}
      >
        {view.boards.length > 0 ? (
          <Feeds boards={view.boards} />
        ) : (
          <EmptyState title="No board is recorded yet" text="Calendars and news appear here with the first board." />
        )}
      </Card>
      {view.topics.length > 0 && (
        <Card id="topics" title="News of one topic" lead="What comes out about a matter, whichever board deals with it.">
          <ul class="gt-list">
            {view.topics.map(({ slug, name }) => (
              <li>
                <a class="govuk-link" href={topicPaths.feed(slug)}>
                  {name}
                  <span class="govuk-visually-hidden"> (Atom)</span>
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Prose>
        <h2 id="not-in-it">What is not in it</h2>
        <p>
          Addresses and telephone numbers of people, secret ballots, drafts, and anything from the private part of a meeting. An item that
          was taken in private shows its public title and the reason in law, nothing more.
        </p>
        <h2 id="account">With an account</h2>
        <p>
          Whoever can sign in can let a program of their own read what the pages show them: boards, meetings, agendas, decisions and
          actions, also of private meetings, measures and their figures. It sends an <a href="/me/tokens">access token</a>, which ends on a
          day and changes nothing, unless it was made to give the figures of one agency or measure.
        </p>
        <h2 id="developers">For developers</h2>
        <p>
          Every address for programs is described in <a href={publicPaths.openApi}>OpenAPI</a>. Terms of reference can be downloaded as JSON
          from their page; their shape is described by a <a href={publicPaths.termsSchema}>JSON Schema</a>. What OParl has no words for
          stands in attributes that begin with <code>goldenthread:</code>.
        </p>
      </Prose>
      <VendorTable />
      <Prose>
        <p>If something is wrong or missing, ask the clerk of the board: each board’s page names the clerk.</p>
      </Prose>
    </Page>
  )
}

function OpenContents({ view }: { readonly view: OpenPageView }): JSX.Element {
  const parts: readonly (readonly [id: string, text: string])[] = [
    ['records', 'Boards, meetings, papers and decisions'],
    ['votes', 'Votes'],
    ['minutes', 'Minutes'],
    ['contracts', 'Contracts'],
    ['services', 'Services and training'],
    ['tables', 'Tables for spreadsheets'],
    ['feeds', 'Calendars and news of one board'],
    ...(view.topics.length > 0 ? [['topics', 'News of one topic'] as const] : []),
    ['not-in-it', 'What is not in it'],
    ['account', 'With an account'],
    ['developers', 'For developers'],
  ]
  return <Contents parts={parts} />
}

/** As many rows stand open at once. */
const FEW = 6

function Feeds({ boards }: Pick<OpenPageView, 'boards'>): JSX.Element {
  return (
    <Fold title={boards.length === 1 ? 'One board' : `All ${boards.length} boards`} open={boards.length <= FEW}>
      <DataTable
        caption="Calendars and news by board"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Board' }, { heading: 'Calendar (iCalendar)' }, { heading: 'News (Atom)' }, { heading: 'Terms' }]}
        rows={boards.map(({ slug, name }) => ({
          cells: [
            name,
            <a class="govuk-link" href={publicPaths.calendar(slug)}>
              Meetings<span class="govuk-visually-hidden"> of {name}</span>
            </a>,
            <a class="govuk-link" href={publicPaths.feed(slug)}>
              Publications<span class="govuk-visually-hidden"> of {name}</span>
            </a>,
            <a class="govuk-link" href={`${publicPaths.board(slug)}/terms`}>
              Terms of reference<span class="govuk-visually-hidden"> of {name}</span>
            </a>,
          ],
        }))}
      />
    </Fold>
  )
}

function tableRow(href: string, name: string, title: string, about: string) {
  return {
    cells: [
      <a class="govuk-link" href={href} download={`${name}.csv`}>
        {title}
        <span class="govuk-visually-hidden"> (CSV)</span>
      </a>,
      about,
    ],
  }
}

function Tables(): JSX.Element {
  const rows = [
    ...Object.entries({ ...csvTables, ...boardTables }).map(([name, { title, about }]) =>
      tableRow(publicPaths.csv(name), name, title, about),
    ),
    tableRow(
      arrangementPaths.complianceCsv,
      'compliance',
      'How the boards keep their rules',
      'One rule of one board, whether it is met, at risk or broken today, or why it cannot be tested, with the evidence',
    ),
  ]
  return (
    <Card id="tables" title="Tables for spreadsheets" lead="The same records as CSV files, of all boards at once." flush>
      <Fold title={`All ${rows.length} tables`}>
        <DataTable caption="Tables" hideCaption narrow="stack" columns={[{ heading: 'Table' }, { heading: 'A row is' }]} rows={rows} />
      </Fold>
      <p class="govuk-body gt-card__note">
        Payments stand in the table of spending above{' '}
        <a class="govuk-link" href="/dated-rules#spending">
          the sum of their day, which has its source
        </a>
        . What the columns of{' '}
        <a class="govuk-link" href={publicPaths.csvDescription('spending')}>
          spending
        </a>{' '}
        and{' '}
        <a class="govuk-link" href={publicPaths.csvDescription('contracts')}>
          contracts
        </a>{' '}
        mean is described for programs (CSV on the Web).
      </p>
    </Card>
  )
}

const vendor: readonly (readonly [string, string, string])[] = [
  ['goldenthread:date', 'Meeting', 'Day of the meeting, also where no time is known'],
  ['goldenthread:state', 'Meeting', 'State in English: planned, called, held, cancelled and so on'],
  ['goldenthread:access', 'Meeting', 'Whether the public may come: public or private'],
  ['goldenthread:successor', 'Meeting', 'The meeting to which it was moved'],
  ['goldenthread:attendance', 'Meeting', 'Who was there, in which capacity, how, from when to when'],
  ['goldenthread:absence', 'Meeting', 'Who was not there, and whether with apologies'],
  ['goldenthread:chair', 'Meeting', 'Who was in the chair, from when to when'],
  ['goldenthread:action', 'Meeting, AgendaItem', 'What is to be done, by whom, by when, and whether it is done'],
  ['goldenthread:purpose', 'AgendaItem', 'What the item is for: decision, discussion, information and so on'],
  ['goldenthread:urgent', 'AgendaItem', 'True where the item was added late as urgent'],
  ['goldenthread:exemptParagraph', 'AgendaItem', 'Why the item was private: paragraphs of the law'],
  ['goldenthread:topic', 'AgendaItem', 'Topics that it belongs to: addresses of their pages'],
  [
    'goldenthread:decision',
    'AgendaItem, Meeting',
    'Decisions with number, count, the state of the quorum, and whether partners took them home',
  ],
  ['goldenthread:vote', 'AgendaItem', 'Motions with their result, and who voted how in a recorded vote'],
  ['goldenthread:interest', 'AgendaItem', 'Declared interests and what followed'],
  ['goldenthread:minutes', 'Meeting', 'Published minutes as Akoma Ntoso'],
  ['goldenthread:seat', 'Organization, Membership', 'Seats of a board, and the seat that somebody fills'],
  ['goldenthread:popolo', 'Organization, Person, Membership', 'The same in Popolo'],
  ['goldenthread:pages', 'File', 'Number of pages'],
  ['goldenthread:sha256', 'File', 'Checksum of the file'],
]

function VendorTable(): JSX.Element {
  return (
    <Card id="attributes" title="Attributes of our own" flush>
      <Fold title="What each says" note={<span class="gt-quiet">{vendor.length} attributes</span>}>
        <DataTable
          caption="Attributes of our own"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Name' }, { heading: 'Of' }, { heading: 'What it says' }]}
          rows={vendor.map(([name, of, what]) => ({ cells: [<code>{name}</code>, of, what] }))}
        />
      </Fold>
    </Card>
  )
}

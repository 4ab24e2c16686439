import type { JSX } from 'hono/jsx/jsx-runtime'
import { contractPaths, ocdsPaths } from '#commissioning/public.ts'
import type { OutProcess } from '#commissioning/public-data.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Prose } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { ContractingAbout } from '../open/ocds/about.ts'
import { publicPaths } from '../paths.ts'

/** What the page of open contracting data shows. */
export interface ContractingPageView {
  readonly about: ContractingAbout
  /** Of which something came out last. */
  readonly newest: readonly OutProcess[]
}

const lead =
  'What this partnership foresees to buy, buys, from whom and what came of it, notice by notice, in the open standard for contracts (OCDS).'

/** What of contracts is published for programs, in plain English. */
export function ContractingPage({
  visit,
  view: { about, newest },
}: {
  readonly visit: Visit
  readonly view: ContractingPageView
}): JSX.Element {
  return (
    <Page
      visit={visit}
      title="Open contracting data"
      width="workspace"
      description={lead}
      breadcrumbs={[{ text: 'Open data', href: publicPaths.open }]}
      alternates={[{ type: 'application/json', title: 'All notices (OCDS)', href: ocdsPaths.releases }]}
    >
      <PageHead title="Open contracting data" lead={lead} />
      <Facts about={about} />
      <Prose>
        <h2 id="get">Get it</h2>
        <ul>
          <li>
            <a href={ocdsPaths.releases}>Notice by notice</a>, each as it came out, in its order (a release package)
          </li>
          <li>
            <a href={ocdsPaths.records}>Contract by contract</a>, all notices of each and what they say together (a record package)
          </li>
          <li>each contract by itself: from the list below, or from the page of the contract</li>
        </ul>
        <p>
          Lists have 100 on a page and name the next one in <code>links.next</code>. To fetch only what is new, ask the notices with{' '}
          <code>since</code>, for example <code>{`${ocdsPaths.releases}?since=2027-07-01T14:00:00%2B01:00`}</code>. Every address is
          described in <a href={publicPaths.openApi}>OpenAPI</a>.
        </p>
      </Prose>
      <Newest newest={newest} />
      <How about={about} />
    </Page>
  )
}

function Facts({ about: { notices, contracts, since, newest, licence, prefix } }: { readonly about: ContractingAbout }): JSX.Element {
  const day = (at: Temporal.Instant | undefined, none: string): string => (at === undefined ? none : dayInWords(dayOf(at)))
  return (
    <KeyFacts
      facts={[
        { label: 'Notices that are out', value: notices.toLocaleString('en-GB') },
        { label: 'Purchases they tell of', value: contracts.toLocaleString('en-GB') },
        { label: 'Since', value: day(since, 'Nothing has come out yet') },
        { label: 'Newest notice', value: day(newest, 'None yet') },
        {
          label: 'Licence',
          value: licence ? (
            <a class="govuk-link" href={licence.uri}>
              {licence.name}
            </a>
          ) : (
            'None is stated yet: ask before you use the data for more than reading'
          ),
        },
        { label: 'Form', value: 'OCDS 1.1.5 with the UK extension, JSON' },
        {
          label: 'Prefix of ids',
          value: prefix ?? 'None is assigned to this place yet, so that only contracts that came with notices of a public service are out',
        },
      ]}
    />
  )
}

/** As many stand open at once. */
const FEW = 6

function Newest({ newest }: Pick<ContractingPageView, 'newest'>): JSX.Element {
  return (
    <Card id="newest" title="What came out last" flush={newest.length > 0}>
      {newest.length === 0 ? (
        <EmptyState
          title="Nothing has come out yet"
          text="Contracts appear here once they are public and the place has a prefix for its ids."
        />
      ) : (
        <Fold title={newest.length === 1 ? 'One purchase' : `The newest ${newest.length} purchases`} open={newest.length <= FEW}>
          <DataTable
            caption="Contracts of which something came out last"
            hideCaption
            narrow="stack"
            columns={[
              { heading: 'Purchase' },
              { heading: 'Newest notice' },
              { heading: 'Notices', numeric: true },
              { heading: 'For programs' },
            ]}
            rows={newest.map(({ ocid, contract, title, releases, newest: at }) => ({
              cells: [
                contract === undefined ? (
                  `${title} (foreseen)`
                ) : (
                  <a class="govuk-link" href={contractPaths.contract(contract)}>
                    {title}
                  </a>
                ),
                dayInWords(dayOf(at)),
                String(releases),
                <a class="govuk-link" href={ocdsPaths.record(ocid)}>
                  All its notices<span class="govuk-visually-hidden"> of {title}</span> (JSON)
                </a>,
              ],
            }))}
          />
        </Fold>
      )}
    </Card>
  )
}

function How({ about: { prefix, extensions } }: { readonly about: ContractingAbout }): JSX.Element {
  return (
    <Prose>
      <h2 id="ids">How ids are made</h2>
      <p>
        Each contract is one process with one <abbr title="Open Contracting ID">ocid</abbr>, which never changes:{' '}
        {prefix === undefined ? 'the prefix that is assigned to the place' : <code>{prefix}</code>}, a hyphen and the id of its record. A
        contract that was made of notices of a public service keeps the ocid of those. Organisations stand under their number in a public
        list (for example <code>GB-COH</code> for companies, <code>GB-CHC</code> for charities), or under an id of this place where they
        have none.
      </p>
      <p>
        What is foreseen in public before anything is bought is a process, too: the contract that comes of it goes on under the same ocid.
      </p>
      <p>
        A notice that is out is never changed: what is put right is another notice. Merged in their order by the rules of the standard they
        give how the contract stands today. What is taken back loses its content, and its address says so.
      </p>
      <h2 id="says">What it says</h2>
      <p>
        Who buys and who provides, under which law, the dates of the process, the term and its extensions, what it comes to with and without
        VAT to the penny, indicators and what came of them, what was paid by month, and how it ended. What could tell who a child is does
        not come out before a person has looked at it. Contact people, rates, and how many people are served are never in it.
      </p>
      <p>What goes beyond the standard is described by these extensions:</p>
      <ul>
        {extensions.map((address) => (
          <li class="gt-break">
            <a href={address}>{address}</a>
          </li>
        ))}
      </ul>
    </Prose>
  )
}

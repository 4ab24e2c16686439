import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { communicationPaths } from '../paths.ts'
import type { AboutRecord, Communication, CommunicationItem } from '../queries/communications.ts'
import { itemStanding, reachTotals } from '../rules/communication.ts'
import {
  cameInWords,
  communicationAboutWords,
  communicationSightWords,
  expectedInWords,
  itemStandingWords,
  totalInWords,
} from '../words/communication.ts'
import { communicationCrumbs } from './communications-page.tsx'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly communication: Communication
  readonly items: readonly CommunicationItem[]
  /** Undefined: it belongs to the board as a whole, or to what one may not see. */
  readonly about: AboutRecord | undefined
  readonly mayChange: boolean
  readonly mayKeep: boolean
  /** Ids of what whoever looks may say the outcome of. */
  readonly reports: ReadonlySet<string>
}

/** A communication plan: what it is for, who is to hear what and what came of it (P12). */
export function CommunicationPage(props: Props): JSX.Element {
  const { visit, board, communication, items, mayChange } = props
  const { closedOn, sight } = communication
  const totals = reachTotals(items)
  return (
    <Page
      visit={visit}
      title={communication.title}
      breadcrumbs={communicationCrumbs(board)}
      width="workspace"
      description={`Communication plan of ${board.name}: ${communication.title}.`}
    >
      <PageHead
        title={communication.title}
        caption={`${board.name} · Communication plan`}
        status={
          sight === 'draft' ? (
            <StatusPill meaning="draft">Draft</StatusPill>
          ) : (
            <StatusPill meaning={closedOn === null ? 'information' : 'neutral'}>{closedOn === null ? 'Under way' : 'Closed'}</StatusPill>
          )
        }
        actions={mayChange ? <Steps {...props} /> : undefined}
      />
      {boardNavigation(board.slug, 'plans')}
      <Card
        id="about"
        title="What it is for"
        link={
          sight === 'draft' ? undefined : { text: 'Its place on the golden thread', href: threadAddress('communication', communication.id) }
        }
      >
        <TypedWords words={communication.aim} />
        <KeyFacts facts={factsOf(props)} />
      </Card>
      <Card id="items" title="Who is to hear what">
        {items.length === 0 ? (
          <p class="gt-missing">Nothing stands in it yet</p>
        ) : (
          <ul class="govuk-list gt-rows">
            {items.map((item) => (
              <Item {...props} item={item} />
            ))}
          </ul>
        )}
      </Card>
      {totals.length > 0 && (
        <Card id="reach" title="How many it reached">
          <ul class="govuk-list govuk-list--bullet">
            {totals.map((total) => (
              <li>{totalInWords(total)}</li>
            ))}
          </ul>
          <p class="govuk-hint">Somebody who was reached twice is counted twice.</p>
        </Card>
      )}
      {closedOn !== null && (
        <Card id="learned" title="What was learned">
          <TypedWords words={communication.learned} />
          <p class="govuk-hint">Closed on {dayInWords(closedOn)}</p>
        </Card>
      )}
    </Page>
  )
}

function factsOf({ communication, about, board }: Props) {
  return [
    {
      label: 'Belongs to',
      value: about ? (
        <>
          {communicationAboutWords[about.kind]}:{' '}
          <a class="govuk-link" href={about.href}>
            {about.title}
          </a>
        </>
      ) : communication.about ? (
        communicationAboutWords[communication.about.kind]
      ) : (
        board.name
      ),
    },
    { label: 'Owner', value: communication.ownerName },
    {
      label: 'Read by',
      value:
        communication.sight === 'draft'
          ? 'Its owner, the clerk, the chair and whoever sees to something of it'
          : communicationSightWords[communication.sight],
    },
  ]
}

function Steps({ communication, mayKeep }: Props): JSX.Element {
  const step = (name: Parameters<typeof communicationPaths.step>[1], text: string) => (
    <a
      class={name === 'add' ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
      href={communicationPaths.step(communication.id, name)}
    >
      {text}
    </a>
  )
  return (
    <>
      {step('add', 'Add who is to hear what')} {mayKeep && communication.sight !== 'public' && step('show', 'Show it')}{' '}
      {mayKeep && step('edit', 'Change title, aim or owner')} {mayKeep && step('close', 'Close')}
    </>
  )
}

function Item({ visit, item, mayChange, reports }: Props & { readonly item: CommunicationItem }): JSX.Element {
  const { word, meaning } = itemStandingWords[itemStanding(item, visit.today)]
  const isOpen = item.doneOn === null && item.calledOffOn === null
  const link = (name: Parameters<typeof communicationPaths.item>[1], text: string) => (
    <>
      <a class="govuk-link" href={communicationPaths.item(item.id, name)}>
        {text}
        <span class="govuk-visually-hidden">: {item.audience}</span>
      </a>{' '}
    </>
  )
  return (
    <li>
      <div>
        <strong>{item.audience}</strong>
        <br />
        {item.message}
        <br />
        <span class="govuk-hint">{[item.channel, `planned for ${dayInWords(item.plannedOn)}`, item.whoName].join(' · ')}</span>
        <br />
        {cameOf(item)}
        {item.learned !== '' && (
          <>
            <br />
            Learned: {item.learned}
          </>
        )}
        {(reports.has(item.id) || (mayChange && isOpen)) && (
          <>
            <br />
            {reports.has(item.id) && link('report', item.doneOn === null ? 'Say what came of it' : 'Change what came of it')}
            {mayChange && isOpen && link('edit', 'Change')}
            {mayChange && isOpen && link('call-off', 'Call it off')}
          </>
        )}
      </div>
      <StatusPill meaning={meaning}>{word}</StatusPill>
    </li>
  )
}

/** How many were to be reached, and what came of it. */
function cameOf(item: CommunicationItem): string {
  if (item.calledOffOn !== null) return `Called off on ${dayInWords(item.calledOffOn)}: ${item.calledOffBecause}`
  const expected = `To be reached: ${expectedInWords(item).toLowerCase()}.`
  return item.doneOn === null ? expected : `${expected} Done on ${dayInWords(item.doneOn)}. Reached: ${cameInWords(item).toLowerCase()}.`
}
